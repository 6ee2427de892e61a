/* held-chart.h: what widgets that show a chart share: a document, and its chart laid out for the size of the widget.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"
#include "paint/chart.h"

G_BEGIN_DECLS

/**
 * TlHeldChart:
 * @view: what is shown
 * @document: (nullable): whose numbers
 * @chart: (nullable): laid out; %NULL where that has to be done anew
 *
 * A member of the widget that shows it.
 */
typedef struct
{
  TlView view;
  TlDocument *document;
  TlChart *chart;
} TlHeldChart;

TlTheme tl_held_chart_theme (int width);
TlChart *tl_held_chart_get (TlHeldChart *self, GtkWidget *widget);
void tl_held_chart_forget (TlHeldChart *self);
void tl_held_chart_set_document (TlHeldChart *self, TlDocument *document, GCallback on_numbers, gpointer widget);
cairo_t *tl_held_chart_paint (TlHeldChart *self, GtkWidget *widget, GtkSnapshot *snapshot) G_GNUC_WARN_UNUSED_RESULT;
gboolean tl_held_chart_tell (TlHeldChart *self, GtkWidget *widget, int x, int y, GtkTooltip *tooltip);

G_END_DECLS
