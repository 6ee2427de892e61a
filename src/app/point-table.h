/* point-table.h: the values of a measure as a table to type in, to paste into, and to fill from a file.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

#define TL_TYPE_POINT_TABLE (tl_point_table_get_type ())
G_DECLARE_FINAL_TYPE (TlPointTable, tl_point_table, TL, POINT_TABLE, GtkWidget)

GtkWidget *tl_point_table_new (void);
void tl_point_table_set_document (TlPointTable *self, TlDocument *document);
void tl_point_table_refresh (TlPointTable *self);
void tl_point_table_type (TlPointTable *self);

G_END_DECLS
