/* flow-bands.h: draws the lanes of a flow. Private to the flow picture. */
#pragma once

#include "paint/flow-brush.h"

G_BEGIN_DECLS

void tl_bands_draw (const TlFlowBrush *brush, const TlBox *visible);
void tl_bands_draw_names (const TlFlowBrush *brush, const TlBox *visible, double wanted, double least);

G_END_DECLS
