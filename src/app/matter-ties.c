#include "app/matter-ties.h"

#include "paint/words.h"
#include "study/tying.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* At 100 %; more scrolls. */
#define LIST_HEIGHT 320

struct _TlMatterTies
{
  GtkWidget parent_instance;
  GtkWidget *button;
  GtkWidget *popover;
  TlDocument *document;
  TlMatter *matter;
};

G_DEFINE_FINAL_TYPE (TlMatterTies, tl_matter_ties, GTK_TYPE_WIDGET)

static const GPtrArray *
demands_of (TlMatterTies *self)
{
  return tl_document_study (self->document)->demands;
}

static void
refresh (TlMatterTies *self)
{
  const GPtrArray *demands = demands_of (self);
  g_autofree char *words = NULL;
  guint tied = 0;

  for (guint i = 0; i < demands->len; i++)
    tied += tl_item_tie_to (g_ptr_array_index (demands, i), self->matter) != NULL;
  words
      = tied > 0 ? g_strdup_printf (ngettext ("%u demand", "%u demands", tied), tied) : g_strdup (_ ("Which demand?"));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), words);
}

static void
on_toggled (GtkCheckButton *check, TlMatterTies *self)
{
  TlDemand *demand = g_object_get_data (G_OBJECT (check), "tl-demand");
  TlHistory *history = tl_document_history (self->document);

  if (gtk_check_button_get_active (check))
    tl_item_tie (history, demand, self->matter);
  else
    tl_item_untie (history, demand, self->matter);
}

static GtkWidget *
new_check (TlMatterTies *self, TlDemand *demand)
{
  g_autofree char *name = tl_words_name (tl_item_name (demand));
  GtkWidget *check = gtk_check_button_new_with_label (name);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), tl_item_tie_to (demand, self->matter) != NULL);
  g_object_set_data_full (G_OBJECT (check), "tl-demand", tl_item_ref (demand), tl_item_unref);
  gtk_widget_set_sensitive (check, !tl_document_is_read_only (self->document));
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), self);
  return check;
}

/* Built when it is opened, so that it holds what the study holds then. */
static void
fill (TlMatterTies *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *scroll = gtk_scrolled_window_new ();
  const GPtrArray *demands = demands_of (self);

  for (guint i = 0; i < demands->len; i++)
    gtk_box_append (GTK_BOX (column), new_check (self, g_ptr_array_index (demands, i)));
  if (demands->len == 0)
    gtk_box_append (GTK_BOX (column), gtk_label_new (_ ("No demand is written down yet.")));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroll), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), column);
  gtk_popover_set_child (GTK_POPOVER (self->popover), scroll);
}

static void
tl_matter_ties_dispose (GObject *object)
{
  TlMatterTies *self = TL_MATTER_TIES (object);

  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->matter, tl_item_unref);
  G_OBJECT_CLASS (tl_matter_ties_parent_class)->dispose (object);
}

static void
tl_matter_ties_class_init (TlMatterTiesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_matter_ties_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
tl_matter_ties_init (TlMatterTies *self)
{
  self->button = gtk_menu_button_new ();
  self->popover = gtk_popover_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_widget_set_tooltip_text (self->button, _ ("Which demands are about it"));
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (fill), self);
}

/**
 * tl_matter_ties_new:
 * @document: the document
 * @matter: something that matters to customers
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
tl_matter_ties_new (TlDocument *document, TlMatter *matter)
{
  TlMatterTies *self = g_object_new (TL_TYPE_MATTER_TIES, NULL);

  self->document = g_object_ref (document);
  self->matter = (TlMatter *) tl_item_ref (matter);
  g_signal_connect_swapped (document, "edited", G_CALLBACK (refresh), self);
  refresh (self);
  return GTK_WIDGET (self);
}
