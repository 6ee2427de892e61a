#include "app/tie-checks.h"

#include "paint/words.h"
#include "study/tying.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* At 100 %; more scrolls. */
#define LIST_HEIGHT 320
/* Longer names wrap. */
#define LIST_CHARS 40

/* One of the two ends; each line of the list has the other. */
typedef struct
{
  TlDocument *document;
  TlItem *item;
} Ties;

static void
ties_free (gpointer data)
{
  Ties *self = data;

  g_object_unref (self->document);
  tl_item_unref (self->item);
  g_free (self);
}

static gboolean
is_matter (gconstpointer item)
{
  return ((const TlItem *) item)->kind == TL_ITEM_MATTER;
}

static const GPtrArray *
others_of (TlDocument *document, gconstpointer item)
{
  TlStudy *study = tl_document_study (document);

  return is_matter (item) ? study->demands : study->matters;
}

/* The tie is the demand's. */
static gboolean
are_tied (gconstpointer item, gconstpointer other)
{
  return (is_matter (item) ? tl_item_tie_to (other, item) : tl_item_tie_to (item, other)) != NULL;
}

static void
on_toggled (GtkCheckButton *check, Ties *self)
{
  TlItem *other = g_object_get_data (G_OBJECT (check), "tl-other");
  TlItem *demand = is_matter (self->item) ? other : self->item;
  TlItem *matter = is_matter (self->item) ? self->item : other;
  TlHistory *history = tl_document_history (self->document);

  if (gtk_check_button_get_active (check))
    tl_item_tie (history, demand, matter);
  else
    tl_item_untie (history, demand, matter);
}

static GtkWidget *
new_check (Ties *self, TlItem *other)
{
  g_autofree char *name = tl_words_name (tl_item_name (other));
  GtkWidget *check = gtk_check_button_new (), *label = gtk_label_new (name);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LIST_CHARS);
  gtk_label_set_width_chars (GTK_LABEL (label), (int) MIN (LIST_CHARS, g_utf8_strlen (name, -1)));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), are_tied (self->item, other));
  g_object_set_data_full (G_OBJECT (check), "tl-other", tl_item_ref (other), tl_item_unref);
  gtk_widget_set_sensitive (check, !tl_document_is_read_only (self->document));
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), self);
  return check;
}

/**
 * tl_tie_checks_new:
 * @document: the document
 * @item: a matter or a demand
 *
 * Returns: (transfer floating): all of the other kind, ticked where they are tied to @item; as the study is now
 */
GtkWidget *
tl_tie_checks_new (TlDocument *document, gpointer item)
{
  const GPtrArray *others = others_of (document, item);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *scroll = gtk_scrolled_window_new ();
  Ties *ties = g_new0 (Ties, 1);

  *ties = (Ties){ g_object_ref (document), tl_item_ref (item) };
  g_object_set_data_full (G_OBJECT (scroll), "tl-ties", ties, ties_free);
  for (guint i = 0; i < others->len; i++)
    gtk_box_append (GTK_BOX (column), new_check (ties, g_ptr_array_index (others, i)));
  if (others->len == 0)
    gtk_box_append (GTK_BOX (column),
                    gtk_label_new (is_matter (item) ? _ ("No demand is written down yet.")
                                                    : _ ("Nobody has written down yet what matters to customers.")));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroll), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), column);
  return scroll;
}

/**
 * tl_tie_checks_count:
 * @document: the document
 * @item: a matter or a demand
 *
 * Returns: how many of the other kind it is tied to
 */
guint
tl_tie_checks_count (TlDocument *document, gconstpointer item)
{
  const GPtrArray *others = others_of (document, item);
  guint tied = 0;

  for (guint i = 0; i < others->len; i++)
    tied += are_tied (item, g_ptr_array_index (others, i)) ? 1 : 0;
  return tied;
}
