/* demand-table.h: the types of demand, one row each, to be judged, named and counted in place. */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

#define TL_TYPE_DEMAND_TABLE (tl_demand_table_get_type ())
G_DECLARE_FINAL_TYPE (TlDemandTable, tl_demand_table, TL, DEMAND_TABLE, GtkWidget)

GtkWidget *tl_demand_table_new (void);
void tl_demand_table_set_document (TlDemandTable *self, TlDocument *document);

G_END_DECLS
