/* demand-page.h: what customers ask for: the types of demand, the log of contacts, the charts of both. */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

#define TL_TYPE_DEMAND_PAGE (tl_demand_page_get_type ())
G_DECLARE_FINAL_TYPE (TlDemandPage, tl_demand_page, TL, DEMAND_PAGE, GtkWidget)

GtkWidget *tl_demand_page_new (void);
void tl_demand_page_set_document (TlDemandPage *self, TlDocument *document);

G_END_DECLS
