#include "app/adder-row.h"

struct _TlAdderRow
{
  AdwEntryRow parent_instance;
  TlAdderTyped typed;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (TlAdderRow, tl_adder_row, ADW_TYPE_ENTRY_ROW)

static void
add (TlAdderRow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));

  if (!*text)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self), "");
  self->typed (text, self->data);
}

static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, TlAdderRow *self)
{
  if (key != GDK_KEY_Escape || !*gtk_editable_get_text (GTK_EDITABLE (self)))
    return GDK_EVENT_PROPAGATE;
  gtk_editable_set_text (GTK_EDITABLE (self), "");
  return GDK_EVENT_STOP;
}

/* Who clicks elsewhere has said what they wanted to say, as everywhere. */
static void
on_focus_leave (TlAdderRow *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    add (self);
}

static void
tl_adder_row_class_init (TlAdderRowClass *klass)
{
}

static void
tl_adder_row_init (TlAdderRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  /* Where others have their handle; it is no text to be edited, so it has no pencil. */
  adw_entry_row_add_prefix (ADW_ENTRY_ROW (self), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_widget_add_css_class (GTK_WIDGET (self), "adder");
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (self, "entry-activated", G_CALLBACK (add), NULL);
}

/**
 * tl_adder_row_new:
 * @title: what may be added here
 * @typed: called with what was typed
 * @data: for @typed; outlives the row
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
tl_adder_row_new (const char *title, TlAdderTyped typed, gpointer data)
{
  TlAdderRow *self = g_object_new (TL_TYPE_ADDER_ROW, "title", title, NULL);

  self->typed = typed;
  self->data = data;
  return GTK_WIDGET (self);
}
