/* chart-view.h: one live chart, painted at the widget's size. */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

#define TL_TYPE_CHART_VIEW (tl_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (TlChartView, tl_chart_view, TL, CHART_VIEW, GtkWidget)

GtkWidget *tl_chart_view_new (TlView view);
void tl_chart_view_set_document (TlChartView *self, TlDocument *document);
void tl_chart_view_set_in_view (TlChartView *self, gboolean in_view);
TlView tl_chart_view_get_view (TlChartView *self);
const char *tl_chart_view_get_title (TlChartView *self);

G_END_DECLS
