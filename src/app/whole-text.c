#include "app/whole-text.h"

static gboolean
on_label (GtkWidget *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (label)));
  return TRUE;
}

/* Who types sees the end that matters, and wants no tip over it. */
static gboolean
on_text (GtkWidget *text, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (text));
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (gtk_widget_has_focus (text))
    return FALSE;
  layout = gtk_widget_create_pango_layout (text, words);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width <= gtk_widget_get_width (text))
    return FALSE;
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

/**
 * tl_whole_text_of_label:
 * @label: a label that may be shortened
 *
 * Its tooltip is its text while it is shortened.
 */
void
tl_whole_text_of_label (GtkLabel *label)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (label), TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (on_label), NULL);
}

/**
 * tl_whole_text_of_editable:
 * @editable: an entry, or a row with one
 *
 * Its tooltip is its text while that has no room in it, and nobody types there.
 */
void
tl_whole_text_of_editable (GtkEditable *editable)
{
  GtkEditable *text = gtk_editable_get_delegate (editable);

  g_return_if_fail (text != NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (text), TRUE);
  g_signal_connect (text, "query-tooltip", G_CALLBACK (on_text), NULL);
}
