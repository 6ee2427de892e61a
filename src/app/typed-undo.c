/* typed-undo.c: undo and redo of what is being typed, before those of the study.
 *
 * The window's keys come before those of the field that has the keyboard; without this, undo would reach past the words
 * that are being typed, and they would be lost.
 */
#include "app/typed-undo.h"

#define BEGUN "tl-typed-begun"

/* GTK takes a text that the program sets for a typed one: a field that shows now this, now that is not asked. It does
 * not say either whether there is anything to undo: that is seen by what it does. */
static gboolean
changes (GtkWindow *window, const char *action)
{
  GtkWidget *field = gtk_window_get_focus (window);
  g_autofree char *before = NULL;

  if (!GTK_IS_TEXT (field) || !g_object_get_data (G_OBJECT (field), BEGUN))
    return FALSE;
  before = gtk_editable_get_chars (GTK_EDITABLE (field), 0, -1);
  return gtk_widget_activate_action (field, action, NULL)
         && g_strcmp0 (before, gtk_editable_get_text (GTK_EDITABLE (field))) != 0;
}

/**
 * tl_typed_begin:
 * @field: an entry in which something is about to be typed
 * @text: what stands in it first, and is not to be undone
 */
void
tl_typed_begin (GtkEditable *field, const char *text)
{
  GtkEditable *delegate = gtk_editable_get_delegate (field);

  gtk_editable_set_enable_undo (field, FALSE);
  gtk_editable_set_text (field, text);
  gtk_editable_set_enable_undo (field, TRUE);
  g_object_set_data (G_OBJECT (delegate ? delegate : field), BEGUN, GINT_TO_POINTER (TRUE));
}

/**
 * tl_typed_undo:
 * @window: a window
 *
 * Takes back what was typed last in the field of @window that has the keyboard.
 *
 * Returns: whether there was anything
 */
gboolean
tl_typed_undo (GtkWindow *window)
{
  return changes (window, "text.undo");
}

/**
 * tl_typed_redo:
 * @window: a window
 *
 * Brings back what tl_typed_undo() took back last.
 *
 * Returns: whether there was anything
 */
gboolean
tl_typed_redo (GtkWindow *window)
{
  return changes (window, "text.redo");
}
