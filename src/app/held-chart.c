#include "app/held-chart.h"

#include "app/appearance.h"
#include "paint/export.h"

/**
 * tl_held_chart_theme:
 * @width: of a chart, in pixels
 *
 * A wide chart has large letters as it is: the room scale counts as far as it goes beyond that.
 *
 * Returns: how it looks
 */
TlTheme
tl_held_chart_theme (int width)
{
  TlTheme theme = tl_appearance_theme (tl_appearance_get_default ());
  double by_width = MAX (1, (double) width / TL_EXPORT_WIDTH);

  theme.scale = MAX (1, theme.scale / by_width);
  return theme;
}

/**
 * tl_held_chart_get:
 * @self: a chart
 * @widget: that shows it
 *
 * Returns: (transfer none) (nullable): it, laid out for the size of @widget; %NULL where there is no document or no
 *   size yet
 */
TlChart *
tl_held_chart_get (TlHeldChart *self, GtkWidget *widget)
{
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  TlTheme theme = tl_held_chart_theme (width);
  TlSubject subject;

  if (self->chart || !self->document || width <= 0 || height <= 0)
    return self->chart;
  tl_document_fill_subject (self->document, self->view, &subject);
  self->chart = tl_chart_new (self->view, &subject, &theme, width, height);
  return self->chart;
}

/**
 * tl_held_chart_forget:
 * @self: a chart, whose numbers or size are others now
 */
void
tl_held_chart_forget (TlHeldChart *self)
{
  g_clear_pointer (&self->chart, tl_chart_free);
}

/**
 * tl_held_chart_set_document:
 * @self: a chart
 * @document: (nullable): whose numbers it shows
 * @on_numbers: called with @widget where numbers have changed
 * @widget: that shows it
 */
void
tl_held_chart_set_document (TlHeldChart *self, TlDocument *document, GCallback on_numbers, gpointer widget)
{
  tl_held_chart_forget (self);
  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, widget);
  g_set_object (&self->document, document);
  if (document)
    g_signal_connect_swapped (document, "numbers", on_numbers, widget);
}

/**
 * tl_held_chart_paint:
 * @self: a chart
 * @widget: that shows it
 * @snapshot: where
 *
 * Returns: (transfer full) (nullable): for what is to be drawn over it; %NULL where there is nothing
 */
cairo_t *
tl_held_chart_paint (TlHeldChart *self, GtkWidget *widget, GtkSnapshot *snapshot)
{
  graphene_rect_t bounds
      = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  TlChart *chart = tl_held_chart_get (self, widget);
  cairo_t *cr = chart ? gtk_snapshot_append_cairo (snapshot, &bounds) : NULL;

  if (cr)
    tl_chart_paint (chart, cr);
  return cr;
}

/**
 * tl_held_chart_tell:
 * @self: a chart
 * @widget: that shows it
 * @x: where one points
 * @y: where one points
 * @tooltip: what is told there
 *
 * Returns: whether there is something to tell
 */
gboolean
tl_held_chart_tell (TlHeldChart *self, GtkWidget *widget, int x, int y, GtkTooltip *tooltip)
{
  TlChart *chart = tl_held_chart_get (self, widget);
  const TlTextBox *text = chart ? tl_chart_pick (chart, x, y) : NULL;

  if (!text || !text->whole)
    return FALSE;
  gtk_tooltip_set_text (tooltip, text->whole);
  return TRUE;
}
