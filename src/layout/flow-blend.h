/* flow-blend.h: a flow on its way from one geometry to another, for what glides. */
#pragma once

#include "layout/flow-geometry.h"

G_BEGIN_DECLS

TlFlowGeometry *
tl_flow_geometry_blend (TlFlowGeometry *from, TlFlowGeometry *to, double part) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
