#include "app/keys-window.h"

/**
 * tl_keys_window_fit:
 * @keys: a #GtkShortcutsWindow that was not shown yet
 *
 * Lets it be smaller than all its keys and scroll. By itself it is as large as they are, and on a small screen, or
 * at a large room scale, its last rows and the button that closes it would be beyond the edge.
 */
void
tl_keys_window_fit (GtkWindow *keys)
{
  g_autoptr (GtkWidget) content = g_object_ref (gtk_window_get_child (keys));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_window_set_child (keys, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_window_set_child (keys, scrolled);
  gtk_window_set_resizable (keys, TRUE);
}
