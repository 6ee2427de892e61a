/* flow-map.h: a flow the size of a stamp: where the value and the waste stand, and how it runs. */
#pragma once

#include <cairo.h>

#include "layout/flow-geometry.h"
#include "paint/theme.h"

G_BEGIN_DECLS

void tl_flow_map_paint (const TlFlowGeometry *geometry, const TlTheme *theme, cairo_t *cr, double zoom);

G_END_DECLS
