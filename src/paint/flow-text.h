/* flow-text.h: short texts of a flow's picture. Private to it. */
#pragma once

#include "paint/flow-brush.h"

G_BEGIN_DECLS

PangoLayout *tl_flow_text_new (const TlFlowBrush *brush, const TlFlowFont *font, const char *text, double width)
    G_GNUC_WARN_UNUSED_RESULT;
double tl_flow_text_width (PangoLayout *layout);
double tl_flow_text_height (PangoLayout *layout);
gboolean tl_flow_text_is_cut (PangoLayout *layout);
void tl_flow_text_draw (const TlFlowBrush *brush, PangoLayout *layout, const TlColour *ink, double x, double y);

G_END_DECLS
