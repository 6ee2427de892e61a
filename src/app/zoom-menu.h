/* zoom-menu.h: says how large the canvas shows its flow, and opens a menu to show it otherwise. */
#pragma once

#include "app/canvas.h"

G_BEGIN_DECLS

#define TL_TYPE_ZOOM_MENU (tl_zoom_menu_get_type ())
G_DECLARE_FINAL_TYPE (TlZoomMenu, tl_zoom_menu, TL, ZOOM_MENU, GtkWidget)

GtkWidget *tl_zoom_menu_new (void);
void tl_zoom_menu_set_canvas (TlZoomMenu *self, TlCanvas *canvas);

G_END_DECLS
