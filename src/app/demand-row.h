/* demand-row.h: one type of demand as a row of a table, all of it to be changed in place.
 *
 * What needs more than one row (order, merging, where it enters) is asked of the table by actions "types.…"
 * with the demand's id.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

typedef enum
{
  TL_DEMAND_KIND,
  TL_DEMAND_NAME,
  TL_DEMAND_FREQUENCY,
  TL_DEMAND_PREDICTABLE,
  TL_DEMAND_ENTRY,
  TL_DEMAND_RAISED,
  TL_DEMAND_MORE,
  TL_N_DEMAND_COLUMNS,
} TlDemandColumn;

#define TL_TYPE_DEMAND_ROW (tl_demand_row_get_type ())
G_DECLARE_FINAL_TYPE (TlDemandRow, tl_demand_row, TL, DEMAND_ROW, GtkListBoxRow)

GtkWidget *tl_demand_row_new (TlDocument *document, TlDemand *demand, GtkSizeGroup *const *columns);
TlDemand *tl_demand_row_get_demand (TlDemandRow *self);
GtkWidget *tl_demand_row_get_cell (TlDemandRow *self, TlDemandColumn column);
void tl_demand_row_refresh (TlDemandRow *self, double rate);

G_END_DECLS
