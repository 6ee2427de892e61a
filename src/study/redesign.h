/* redesign.h: a flow made from another one, to be changed until it serves the purpose better. */
#pragma once

#include "flow.h"
#include "history.h"

G_BEGIN_DECLS

TlFlow *tl_flow_redesign (TlHistory *history, TlFlow *flow, const char *name, const char *serves);
TlFlow *tl_study_flow_after (const TlStudy *study, const TlFlow *flow, int by);

G_END_DECLS
