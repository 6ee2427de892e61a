#include "app/field-entry.h"

struct _TlFieldEntry
{
  GtkEntry parent_instance;
  TlFieldTyping *typing;
  GtkWidget *words; /* says what is wrong; NULL until something is */
};

G_DEFINE_FINAL_TYPE (TlFieldEntry, tl_field_entry, GTK_TYPE_ENTRY)

static void
tl_field_entry_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TlFieldEntry *self = TL_FIELD_ENTRY (widget);

  GTK_WIDGET_CLASS (tl_field_entry_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->words)
    gtk_popover_present (GTK_POPOVER (self->words));
}

static void
tl_field_entry_dispose (GObject *object)
{
  TlFieldEntry *self = TL_FIELD_ENTRY (object);

  g_clear_pointer (&self->typing, tl_field_typing_free);
  g_clear_pointer (&self->words, gtk_widget_unparent);
  G_OBJECT_CLASS (tl_field_entry_parent_class)->dispose (object);
}

static void
tl_field_entry_class_init (TlFieldEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_field_entry_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = tl_field_entry_size_allocate;
}

static void
tl_field_entry_init (TlFieldEntry *self)
{
  gtk_entry_set_has_frame (GTK_ENTRY (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "cell");
}

/* It lies beside the entry and takes no keyboard: what is wrong is mended where it was typed. */
static GtkWidget *
new_words (TlFieldEntry *self)
{
  GtkWidget *popover = gtk_popover_new (), *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_popover_set_child (GTK_POPOVER (popover), label);
  gtk_popover_set_autohide (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_can_focus (popover, FALSE);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  return popover;
}

static void
say (TlFieldEntry *self, const char *words)
{
  if (!self->words)
    self->words = new_words (self);
  gtk_label_set_text (GTK_LABEL (gtk_popover_get_child (GTK_POPOVER (self->words))), words);
  gtk_popover_popup (GTK_POPOVER (self->words));
}

/* Half of a date is none yet, and needs no words; once it is understood, what was said is no more so. */
static void
on_wrong (GtkWidget *entry, const GError *error)
{
  TlFieldEntry *self = TL_FIELD_ENTRY (entry);

  if (!error && self->words)
    gtk_popover_popdown (GTK_POPOVER (self->words));
}

static void
on_activate (TlFieldEntry *self)
{
  tl_field_entry_is_understood (self);
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
  self->typing = tl_field_typing_new (GTK_WIDGET (self), "activate", format, edit, on_wrong);
  g_signal_connect (self, "activate", G_CALLBACK (on_activate), NULL);
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

/**
 * tl_field_entry_set_lasting:
 * @self: an entry
 * @lasting: see tl_field_typing_set_lasting()
 */
void
tl_field_entry_set_lasting (TlFieldEntry *self, gboolean lasting)
{
  tl_field_typing_set_lasting (self->typing, lasting);
}

/**
 * tl_field_entry_is_understood:
 * @self: an entry
 *
 * Says beside the entry what is wrong with it, where something is.
 *
 * Returns: whether nothing is
 */
gboolean
tl_field_entry_is_understood (TlFieldEntry *self)
{
  const char *wrong = tl_field_typing_wrong (self->typing);

  if (wrong)
    say (self, wrong);
  return !wrong;
}

/**
 * tl_field_entry_restore:
 * @self: an entry
 *
 * Takes back what was typed, as Escape does.
 */
void
tl_field_entry_restore (TlFieldEntry *self)
{
  tl_field_typing_restore (self->typing);
}
