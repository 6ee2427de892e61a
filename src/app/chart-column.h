/* chart-column.h: charts under one another, scrolled; only those that can be seen are drawn. */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

#define TL_TYPE_CHART_COLUMN (tl_chart_column_get_type ())
G_DECLARE_FINAL_TYPE (TlChartColumn, tl_chart_column, TL, CHART_COLUMN, GtkWidget)

GtkWidget *tl_chart_column_new (const char *label, const TlView *views, guint n);
void tl_chart_column_set_document (TlChartColumn *self, TlDocument *document);
void tl_chart_column_set_shown (TlChartColumn *self, TlView view, gboolean shown);
void tl_chart_column_add_top (TlChartColumn *self, GtkWidget *widget);

G_END_DECLS
