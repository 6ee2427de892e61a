/* flow-stacks.h: ways of the river that share a trunk lie beside one another in it. Private to the
 * flow picture. */
#pragma once

#include "paint/flow-lens.h"

G_BEGIN_DECLS

double *tl_flow_stacks_new (const TlFlowGeometry *geometry, const TlFlowLens *lens) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
