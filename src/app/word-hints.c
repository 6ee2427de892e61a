#include "app/word-hints.h"

#include "analysis/organisation-words.h"
#include "app/dismissed.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlWordHints
{
  GtkWidget parent_instance;
  GtkWidget *row;
  GtkWidget *label;
  char *text;
  gboolean all; /* every word has its sentence, not just the first */
};

G_DEFINE_FINAL_TYPE (TlWordHints, tl_word_hints, GTK_TYPE_WIDGET)

static void
append_hint (GString *words, const TlWordHint *hint)
{
  if (words->len > 0)
    g_string_append_c (words, '\n');
  /* Translators: words of the purpose, and a sentence that says why no customer would say that */
  g_string_append_printf (words, _ ("Would a customer say “%s”? %s"), hint->words, hint->reason);
}

static char *
words_of (TlWordHints *self, const GPtrArray *hints)
{
  GString *words = g_string_new (NULL);
  guint shown = self->all ? hints->len : MIN (hints->len, 1);

  for (guint i = 0; i < shown; i++)
    append_hint (words, g_ptr_array_index (hints, i));
  return g_string_free (words, FALSE);
}

static void
show (TlWordHints *self)
{
  g_autoptr (GPtrArray) hints = NULL;
  g_autofree char *words = NULL;
  gboolean silent = !self->text || tl_dismissed_has (self->text);

  if (!silent)
    hints = tl_organisation_words_find (tl_organisation_words_get_default (), self->text);
  silent = silent || hints->len == 0;
  gtk_widget_set_visible (GTK_WIDGET (self), !silent);
  if (silent)
    return;
  words = words_of (self, hints);
  gtk_label_set_text (GTK_LABEL (self->label), words);
}

static void
on_dismiss (TlWordHints *self)
{
  GtkWidget *next = gtk_widget_get_parent (GTK_WIDGET (self));

  if (self->text)
    tl_dismissed_add (self->text);
  show (self);
  /* The keyboard is not lost with the button. */
  if (next)
    gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD);
}

static void
tl_word_hints_dispose (GObject *object)
{
  TlWordHints *self = TL_WORD_HINTS (object);

  g_clear_pointer (&self->row, gtk_widget_unparent);
  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (tl_word_hints_parent_class)->dispose (object);
}

static void
tl_word_hints_class_init (TlWordHintsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_word_hints_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "wordhints");
}

static void
tl_word_hints_init (TlWordHints *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  const char *tip = _ ("It is meant so: do not say this again");

  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_dismiss), self);
  gtk_box_append (GTK_BOX (self->row), self->label);
  gtk_box_append (GTK_BOX (self->row), button);
  gtk_widget_set_parent (self->row, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * tl_word_hints_set_all:
 * @self: hints
 * @all: whether each word has its sentence; else only the first
 */
void
tl_word_hints_set_all (TlWordHints *self, gboolean all)
{
  self->all = all;
  show (self);
}

/**
 * tl_word_hints_set_text:
 * @self: hints
 * @text: (nullable): what a team wrote
 *
 * Shows nothing where there is nothing to say, or the person has put it away for this text.
 */
void
tl_word_hints_set_text (TlWordHints *self, const char *text)
{
  g_autofree char *copy = g_strdup (text);

  g_free (self->text);
  self->text = g_steal_pointer (&copy);
  show (self);
}
