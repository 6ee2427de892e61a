#include "app/notes-row.h"

struct _TlNotesRow
{
  AdwPreferencesRow parent_instance;
  GtkWidget *view;
  GtkTextBuffer *buffer;
  TlLiveEdit *edit;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TlNotesRow, tl_notes_row, ADW_TYPE_PREFERENCES_ROW)

static char *
typed_text (TlNotesRow *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
on_changed (TlNotesRow *self)
{
  g_autofree char *text = NULL;

  if (self->filling || !self->edit)
    return;
  text = typed_text (self);
  tl_live_edit_write (self->edit, tl_value_text (*text ? text : NULL));
}

static void
on_focus_leave (TlNotesRow *self)
{
  if (self->edit)
    tl_live_edit_keep (self->edit);
}

static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, TlNotesRow *self)
{
  if (key != GDK_KEY_Escape || !tl_live_edit_restore (self->edit))
    return GDK_EVENT_PROPAGATE;
  tl_notes_row_refresh (self);
  return GDK_EVENT_STOP;
}

static void
tl_notes_row_dispose (GObject *object)
{
  TlNotesRow *self = TL_NOTES_ROW (object);

  g_clear_pointer (&self->edit, tl_live_edit_free);
  G_OBJECT_CLASS (tl_notes_row_parent_class)->dispose (object);
}

static void
tl_notes_row_class_init (TlNotesRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_notes_row_dispose;
}

static void
tl_notes_row_init (TlNotesRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  self->view = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  /* Tab goes on to the next field, as from every other row. */
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_widget_add_css_class (self->view, "notes");
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (on_changed), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->view, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_leave), self);
  gtk_widget_add_controller (self->view, focus);
}

/**
 * tl_notes_row_new:
 * @title: what is typed here
 * @edit: (transfer full): what it changes
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
tl_notes_row_new (const char *title, TlLiveEdit *edit)
{
  TlNotesRow *self = g_object_new (TL_TYPE_NOTES_ROW, "title", title, NULL);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "notes-title");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (column), label);
  gtk_box_append (GTK_BOX (column), self->view);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), column);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  self->edit = edit;
  tl_notes_row_refresh (self);
  return GTK_WIDGET (self);
}

/**
 * tl_notes_row_refresh:
 * @self: a row
 *
 * Shows what the study holds now.
 */
void
tl_notes_row_refresh (TlNotesRow *self)
{
  TlValue value = tl_live_edit_read (self->edit);
  g_autofree char *typed = typed_text (self);
  const char *text = value.text ? value.text : "";

  if (!g_str_equal (typed, text))
    {
      self->filling = TRUE;
      gtk_text_buffer_set_text (self->buffer, text, -1);
      self->filling = FALSE;
    }
  tl_value_clear (&value);
}
