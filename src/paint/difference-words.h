/* difference-words.h: what is another in a redesign, in words. */
#pragma once

#include "analysis/flow-differences.h"

G_BEGIN_DECLS

char *tl_difference_words (const TlDifference *difference) G_GNUC_WARN_UNUSED_RESULT;
GStrv tl_differences_lines (const TlFlowDifferences *differences) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
