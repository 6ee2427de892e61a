/* step-words.h: what is written of a step: on the canvas, and in lists of steps. */
#pragma once

#include "analysis/buckets.h"
#include "study/step.h"

G_BEGIN_DECLS

TlBucket tl_step_bucket (const TlStep *step);
char *tl_step_times_words (const TlStep *step) G_GNUC_WARN_UNUSED_RESULT;
const char *tl_step_waste_word (const TlStep *step);
char *tl_step_line (const TlStep *step) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
