/* chart-card.h: a chart with its menu: save it, copy it. */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

#define TL_TYPE_CHART_CARD (tl_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (TlChartCard, tl_chart_card, TL, CHART_CARD, GtkWidget)

GMenuModel *tl_chart_card_menu (TlView view) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *tl_chart_card_new (TlView view);
void tl_chart_card_set_document (TlChartCard *self, TlDocument *document);
void tl_chart_card_set_in_view (TlChartCard *self, gboolean in_view);

G_END_DECLS
