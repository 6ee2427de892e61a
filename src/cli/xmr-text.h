/* xmr-text.h: the numbers of a chart of variation, for people and for programs. */
#pragma once

#include "analysis/xmr.h"

G_BEGIN_DECLS

/**
 * tl_xmr_text:
 * @measure: the measure
 * @xmr: its numbers
 *
 * Returns: (transfer full): limits and signals, as plain text for people, translated
 */
char *tl_xmr_text (const TlMeasure *measure, const TlXmr *xmr) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_xmr_json:
 * @measure: the measure
 * @xmr: its numbers
 *
 * One object: `measure`, `name`, `unit`, `rules`, `centre_is` ("mean" or "median"), `phases` [{`first`,
 * `last`, `values`, `centre`, `upper`, `lower`, `range`, `range_limit`, `trial`}], `signals` {rule:
 * {`at`: points at which it is complete, `points`: all that belong to it}}. Points count from 1.
 *
 * Returns: (transfer full): the text of the object
 */
char *tl_xmr_json (const TlMeasure *measure, const TlXmr *xmr) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
