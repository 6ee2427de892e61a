/* reading.h: a picture in words, for who hears it instead of seeing it. */
#pragma once

#include "paint/chart.h"

G_BEGIN_DECLS

char **tl_reading_lines (const GPtrArray *texts, guint first) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
