#include "app/outline.h"
#include "app/window-private.h"

/* F6 goes round the parts of the window, as everywhere on this desktop: header, purpose, list of steps, canvas,
 * inspector. Tab goes through what is in each; on the canvas it draws. */

static void
add (GPtrArray *parts, gpointer widget)
{
  if (gtk_widget_get_mapped (widget))
    g_ptr_array_add (parts, widget);
}

/* What there is now, from top to bottom and in reading order. */
static GPtrArray *
parts_of (TlWindow *self)
{
  GPtrArray *parts = g_ptr_array_new ();
  GtkWidget *page = adw_view_stack_get_visible_child (self->pages);

  add (parts, self->header);
  add (parts, self->newer_bar);
  add (parts, self->purpose);
  if (!self->document)
    add (parts, self->welcome);
  else if (page == GTK_WIDGET (self->flow_page))
    {
      g_autoptr (GPtrArray) panes = tl_flow_page_panes (self->flow_page);

      for (guint i = 0; i < panes->len; i++)
        add (parts, g_ptr_array_index (panes, i));
    }
  else
    add (parts, page);
  return parts;
}

static guint
part_with_keyboard (TlWindow *self, GPtrArray *parts)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  for (guint i = 0; focus && i < parts->len; i++)
    {
      GtkWidget *part = g_ptr_array_index (parts, i);

      if (focus == part || gtk_widget_is_ancestor (focus, part))
        return i;
    }
  return parts->len;
}

/* The canvas and the list of steps know where in them one was; the others begin with their first. */
static gboolean
enter (GtkWidget *part)
{
  if (TL_IS_CANVAS (part) || TL_IS_OUTLINE (part))
    return gtk_widget_grab_focus (part);
  return gtk_widget_child_focus (part, GTK_DIR_TAB_FORWARD);
}

/* tl_window_go_round: gives the keyboard to the next part of the window, or to the one before. */
void
tl_window_go_round (TlWindow *self, gboolean forward)
{
  g_autoptr (GPtrArray) parts = parts_of (self);
  guint at = part_with_keyboard (self, parts), n = parts->len;

  if (at == n)
    at = forward ? n - 1 : 0;
  for (guint i = 1; i <= n; i++)
    if (enter (g_ptr_array_index (parts, (at + (forward ? i : n - i)) % n)))
      return;
}
