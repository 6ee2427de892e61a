/* measure-from-log.h: the customer's clock as a measure: days until a need is met, from the log of contacts. */
#pragma once

#include "app/document.h"

G_BEGIN_DECLS

const char *tl_measure_from_log (TlDocument *document) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
