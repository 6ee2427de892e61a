/* selection-bar.h: what can be done with the selection, on screen beside it, for mouse and finger.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

#define TL_TYPE_SELECTION_BAR (tl_selection_bar_get_type ())
G_DECLARE_FINAL_TYPE (TlSelectionBar, tl_selection_bar, TL, SELECTION_BAR, GtkWidget)

GtkWidget *tl_selection_bar_new (GMenuModel *arrange);
gboolean tl_selection_bar_show (TlSelectionBar *self, TlSelection *selection, gboolean naming);

G_END_DECLS
