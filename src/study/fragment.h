/* fragment.h: steps with what belongs to them, as a small study of their own: for copy and paste. */
#pragma once

#include "flow.h"
#include "history.h"

G_BEGIN_DECLS

TlStudy *tl_fragment_new (GPtrArray *steps) G_GNUC_WARN_UNUSED_RESULT;
TlFlow *tl_fragment_flow (TlStudy *fragment);
char *tl_fragment_text (TlStudy *fragment) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *tl_fragment_insert (TlHistory *history, TlFlow *flow, TlStudy *fragment, double dx, double dy)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
