#include "app/canvas-private.h"

/* A name or a question takes the keyboard for a while. It comes back to where it was: to the canvas, or to the list
 * of steps beside it, where who works there goes on. */

static gboolean
has_keyboard (GtkWidget *widget)
{
  GtkRoot *root = widget ? gtk_widget_get_root (widget) : NULL;
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/**
 * tl_canvas_set_list:
 * @self: a canvas
 * @list: (nullable): a list of its steps, in the same window
 *
 * The list may have keys act on the canvas, by tl_canvas_take_key(), and gets the keyboard back after
 * each question.
 */
void
tl_canvas_set_list (TlCanvas *self, GtkWidget *list)
{
  g_set_weak_pointer (&self->list, list);
}

/* Remembers who has the keyboard, before it goes elsewhere for a while. */
void
tl_canvas_leave_home (TlCanvas *self)
{
  self->list_home = has_keyboard (self->list);
}

/* Gives the keyboard back. */
void
tl_canvas_go_home (TlCanvas *self)
{
  if (self->list_home && self->list && gtk_widget_get_mapped (self->list) && gtk_widget_grab_focus (self->list))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}
