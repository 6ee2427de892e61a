/* find-bar.h: looking for steps and demands on the canvas. */
#pragma once

#include "app/canvas.h"

G_BEGIN_DECLS

#define TL_TYPE_FIND_BAR (tl_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (TlFindBar, tl_find_bar, TL, FIND_BAR, GtkWidget)

void tl_find_bar_set_canvas (TlFindBar *self, TlCanvas *canvas);
void tl_find_bar_open (TlFindBar *self);

G_END_DECLS
