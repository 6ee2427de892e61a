/* compare-text.h: two flows side by side, as text for people or as JSON for programs. */
#pragma once

#include "analysis/comparison.h"

G_BEGIN_DECLS

/**
 * tl_compare_text:
 * @study: the study
 * @comparison: two of its flows
 *
 * Returns: (transfer full): the sentence, the numbers, what was changed
 */
char *tl_compare_text (const TlStudy *study, const TlComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_compare_json:
 * @comparison: two flows
 *
 * Returns: (transfer full): one JSON object; docs/throughline.1 tells of its members
 */
char *tl_compare_json (const TlComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
