/* minimap.h: the whole flow in a corner of the canvas, with a frame round what is in sight.
 *
 * It shows itself only where some of the flow is out of sight, and where the canvas wants a map
 * (its property "minimap"). Pressing or dragging in it takes the canvas there.
 */
#pragma once

#include "app/canvas.h"

G_BEGIN_DECLS

#define TL_TYPE_MINIMAP (tl_minimap_get_type ())
G_DECLARE_FINAL_TYPE (TlMinimap, tl_minimap, TL, MINIMAP, GtkWidget)

GtkWidget *tl_minimap_new (void);
void tl_minimap_set_canvas (TlMinimap *self, TlCanvas *canvas);

G_END_DECLS
