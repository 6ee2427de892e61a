/* demand-menu.h: a small button that offers the study's demand types, and a new one. */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

typedef void (*TlDemandChosen) (TlDocument *document, TlDemand *demand, gpointer item);

GtkWidget *
tl_demand_menu_new (TlDocument *document, const char *tip, TlDemandKind kind, TlDemandChosen chosen, gpointer item);

G_END_DECLS
