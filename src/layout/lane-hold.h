/* lane-hold.h: steps stand in the lanes of their roles, once a flow shows lanes. */
#pragma once

#include "layout/flow-geometry.h"
#include "study/history.h"

G_BEGIN_DECLS

void tl_flow_hold_lanes (TlHistory *history, TlStudy *study, TlFlow *flow, const char *name);
gboolean tl_flow_is_tidy_in_lanes (TlStudy *study, TlFlow *flow);

G_END_DECLS
