#include "app/field-entry.h"

struct _TlFieldEntry
{
  GtkEntry parent_instance;
  TlFieldTyping *typing;
};

G_DEFINE_FINAL_TYPE (TlFieldEntry, tl_field_entry, GTK_TYPE_ENTRY)

static void
tl_field_entry_dispose (GObject *object)
{
  g_clear_pointer (&TL_FIELD_ENTRY (object)->typing, tl_field_typing_free);
  G_OBJECT_CLASS (tl_field_entry_parent_class)->dispose (object);
}

static void
tl_field_entry_class_init (TlFieldEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_field_entry_dispose;
}

static void
tl_field_entry_init (TlFieldEntry *self)
{
  gtk_entry_set_has_frame (GTK_ENTRY (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "cell");
}

/**
 * tl_field_entry_new:
 * @title: what is typed here, for who hears the screen
 * @format: how it is said
 * @edit: (transfer full): what it changes
 *
 * Returns: (transfer floating): an entry
 */
GtkWidget *
tl_field_entry_new (const char *title, TlEntryFormat format, TlLiveEdit *edit)
{
  TlFieldEntry *self = g_object_new (TL_TYPE_FIELD_ENTRY, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  self->typing = tl_field_typing_new (GTK_WIDGET (self), "activate", format, edit, NULL);
  return GTK_WIDGET (self);
}

/**
 * tl_field_entry_refresh:
 * @self: an entry
 *
 * Shows what the study holds now; see tl_field_typing_refresh().
 */
void
tl_field_entry_refresh (TlFieldEntry *self)
{
  tl_field_typing_refresh (self->typing);
}
