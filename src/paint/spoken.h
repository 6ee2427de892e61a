/* spoken.h: what is said aloud of the things in a flow, to who hears the screen instead of seeing it.
 *
 * Whole words instead of signs and units, the most telling first.
 */
#pragma once

#include "layout/step-ways.h"
#include "study/study.h"

G_BEGIN_DECLS

char *tl_spoken_time (double minutes) G_GNUC_WARN_UNUSED_RESULT;
char *tl_spoken_name (const TlStepWays *ways, gconstpointer item, TlPeriod period) G_GNUC_WARN_UNUSED_RESULT;
char *tl_spoken_ways (const TlStepWays *ways, const TlStep *step) G_GNUC_WARN_UNUSED_RESULT;
guint64 tl_spoken_mark (const TlStepWays *ways, const TlStep *step);

G_END_DECLS
