/* ribbon-room.h: how much of their width lines have room for, where they are drawn as wide as what takes them. */
#pragma once

#include "layout/flow-geometry.h"

G_BEGIN_DECLS

double tl_ribbon_room (const TlFlowGeometry *geometry, const double *widths, const double *shifts, double least);

G_END_DECLS
