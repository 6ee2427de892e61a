/* tool-paint.h: what tools draw over a flow, all in one hand. Places are those of the widget. */
#pragma once

#include "layout/guides.h"
#include "paint/theme.h"

G_BEGIN_DECLS

void tl_tool_paint_disc (cairo_t *cr,
                         const TlTheme *theme,
                         TlPlace at,
                         double radius,
                         const TlColour *colour,
                         const char *sign);
void tl_tool_paint_ring (cairo_t *cr, const TlTheme *theme, TlPlace at, double radius, const TlColour *colour);
void tl_tool_paint_ghost (cairo_t *cr, const TlBox *box, const TlColour *colour);
void tl_tool_paint_words (cairo_t *cr, const TlTheme *theme, TlPlace top, const char *words, double scale);

G_END_DECLS
