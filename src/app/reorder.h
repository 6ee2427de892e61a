/* reorder.h: rows whose items can be put in another order: by Alt+Up and Alt+Down, and by dragging. */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

GtkWidget *tl_reorder_add (GtkWidget *row, TlDocument *document, gpointer item);

G_END_DECLS
