/* flow-way.h: places on the way of a line of the flow, all in the geometry's units. */
#pragma once

#include "layout/flow-geometry.h"

G_BEGIN_DECLS

double tl_place_distance (TlPlace a, TlPlace b);
TlPlace tl_place_towards (TlPlace from, TlPlace to, double length);
double tl_path_length (const TlPath *path);
TlPlace tl_path_place (const TlPath *path, double distance);

G_END_DECLS
