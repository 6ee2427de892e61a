/* flow-pack.h: the parts of a flow beside and under one another. Private to the layout. */
#pragma once

#include "layout/flow-layers.h"

G_BEGIN_DECLS

void tl_parts_pack (TlFlowGraph *graph, const GArray *parts, gboolean down, gboolean stay);
void tl_loose_place (TlFlowGraph *graph, gboolean down);

G_END_DECLS
