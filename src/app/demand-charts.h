/* demand-charts.h: the charts of what customers ask for, and when. */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

#define TL_TYPE_DEMAND_CHARTS (tl_demand_charts_get_type ())
G_DECLARE_FINAL_TYPE (TlDemandCharts, tl_demand_charts, TL, DEMAND_CHARTS, GtkWidget)

GtkWidget *tl_demand_charts_new (void);
void tl_demand_charts_set_document (TlDemandCharts *self, TlDocument *document);

G_END_DECLS
