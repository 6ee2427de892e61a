/* flow-keys.h: what people said of a flow that placing keeps to: its lanes, and where its steps
 * stand. Private to the layout. */
#pragma once

#include "layout/flow-graph.h"

G_BEGIN_DECLS

void tl_flow_graph_find_lanes (TlFlowGraph *graph, TlStudy *study, TlFlow *flow, TlPlacing *placing);
void tl_flow_graph_find_keys (TlFlowGraph *graph, TlPlacing *placing);

G_END_DECLS
