#include "app/matter-ties.h"

#include "app/tie-checks.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlMatterTies
{
  GtkWidget parent_instance;
  GtkWidget *button;
  GtkWidget *popover;
  TlDocument *document;
  TlMatter *matter;
};

G_DEFINE_FINAL_TYPE (TlMatterTies, tl_matter_ties, GTK_TYPE_WIDGET)

static void
refresh (TlMatterTies *self)
{
  guint tied = tl_tie_checks_count (self->document, self->matter);
  g_autofree char *words
      = tied > 0 ? g_strdup_printf (ngettext ("%u demand", "%u demands", tied), tied) : g_strdup (_ ("Which demand?"));

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), words);
}

/* Built when it is opened, so that it holds what the study holds then. */
static void
fill (TlMatterTies *self)
{
  gtk_popover_set_child (GTK_POPOVER (self->popover), tl_tie_checks_new (self->document, self->matter));
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
