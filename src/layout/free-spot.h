/* free-spot.h: room for several steps at once. */
#pragma once

#include "layout/flow-geometry.h"

G_BEGIN_DECLS

TlPlace tl_free_spot (const TlFlowGeometry *geometry, const TlFlowGeometry *guests, TlPlace wanted);

G_END_DECLS
