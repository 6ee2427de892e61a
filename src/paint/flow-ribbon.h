/* flow-ribbon.h: draws ways of the river, as wide as their volume. Private to the flow picture. */
#pragma once

#include "paint/kind-look.h"
#include "paint/flow-brush.h"

G_BEGIN_DECLS

void tl_ribbon_draw (const TlFlowBrush *brush, const TlPath *path, TlPlace tail, TlPlace tip, gboolean rework);
void tl_ribbon_stroke (const TlTheme *theme, cairo_t *cr, TlDemandKind kind, double width, gboolean striped);
TlDemandKind tl_volume_main_kind (const TlVolume *volume);

G_END_DECLS
