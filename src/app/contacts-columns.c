#include "app/contacts-columns.h"

#include <math.h>

#include "app/class-badge.h"
#include "paint/words.h"
#include "study/quantity.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

typedef struct
{
  const char *field;
  const char *title;
  int chars;       /* as wide as so many letters */
  gboolean number; /* stands at the right */
  gboolean wide;   /* takes what is left */
} Column;

static const Column columns[] = {
  { "when", N_ ("When"), 15, FALSE },
  { "words", N_ ("What was said"), 28, FALSE, TRUE },
  { "kind", N_ ("Value or failure"), 9, FALSE },
  { "demand", N_ ("Type"), 20, FALSE },
  { "minutes", N_ ("Time"), 6, TRUE },
  { "channel", N_ ("Channel"), 9, FALSE },
  { "place", N_ ("Place"), 9, FALSE },
  { "thread", N_ ("Need"), 10, FALSE },
  { "listener", N_ ("Listener"), 6, FALSE },
};

struct _TlContactsColumns
{
  GObject parent_instance;
  TlContactList *list;
  GtkSorter *sorter;    /* the view's */
  GHashTable *shown;    /* list items that show something, each with its field */
  const TlField *asked; /* the first field that the view's sorter looks at */
  TlContactEntry *probes[2];
};

G_DEFINE_FINAL_TYPE (TlContactsColumns, tl_contacts_columns, G_TYPE_OBJECT)

/**
 * tl_contact_judged_word:
 * @kind: what a contact is judged to be
 *
 * Returns: (transfer none): that in a word, translated; the empty text where nobody has judged it
 */
const char *
tl_contact_judged_word (TlContactKind kind)
{
  switch (kind)
    {
    case TL_CONTACT_VALUE:
      return _ ("Value");
    case TL_CONTACT_FAILURE:
      return _ ("Failure");
    case TL_CONTACT_UNSURE:
      return _ ("Not sure");
    case TL_CONTACT_AS_DEMAND:
    default:
      return "";
    }
}

/* ---- what a cell says ---- */

static char *
say_when (const char *when)
{
  char *said = g_strdup (when ? when : "");

  return g_strdelimit (said, "T", ' ');
}

/* In one line: a line of the table is one line high. */
static char *
say_words (const char *words)
{
  char *said = g_strdup (words ? words : "");

  return g_strstrip (g_strdelimit (said, "\r\n\t", ' '));
}

static char *
say (const TlContact *contact, const TlField *field)
{
  switch (field->type)
    {
    case TL_FIELD_NUMBER:
      return isnan (contact->minutes) ? g_strdup ("") : tl_minutes_format_short (contact->minutes);
    case TL_FIELD_CHOICE:
      return g_strdup (tl_contact_judged_word (tl_contact_judged (contact)));
    case TL_FIELD_ITEM:
      return contact->demand ? tl_words_name (tl_item_name (contact->demand)) : g_strdup ("");
    case TL_FIELD_TEXT:
    default:
      if (field->offset == G_STRUCT_OFFSET (TlContact, when))
        return say_when (contact->when);
      return say_words (G_STRUCT_MEMBER (char *, contact, field->offset));
    }
}

static void
show_badge (GtkWidget *badge, TlContactKind kind)
{
  static const TlBucket buckets[] = { [TL_CONTACT_AS_DEMAND] = TL_BUCKET_UNCLASSIFIED,
                                      [TL_CONTACT_VALUE] = TL_BUCKET_VALUE,
                                      [TL_CONTACT_FAILURE] = TL_BUCKET_FAILURE,
                                      [TL_CONTACT_UNSURE] = TL_BUCKET_UNCLASSIFIED };

  gtk_widget_set_opacity (badge, kind == TL_CONTACT_AS_DEMAND ? 0 : 1);
  tl_class_badge_set_bucket (TL_CLASS_BADGE (badge), buckets[kind]);
}

static void
show (TlContactsColumns *self, GtkListItem *item, const TlField *field)
{
  TlContact *contact = tl_contact_list_get (self->list, gtk_list_item_get_position (item));
  GtkWidget *child = gtk_list_item_get_child (item);
  g_autofree char *said = NULL;

  if (!contact || !child)
    return;
  said = say (contact, field);
  if (GTK_IS_BOX (child))
    {
      show_badge (gtk_widget_get_first_child (child), tl_contact_judged (contact));
      child = gtk_widget_get_last_child (child);
    }
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (child)), said) != 0)
    gtk_label_set_label (GTK_LABEL (child), said);
}

/* ---- cells ---- */

static const Column *
column_of (GtkSignalListItemFactory *factory)
{
  return g_object_get_data (G_OBJECT (factory), "column");
}

static GtkWidget *
new_label (const Column *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column->number ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), column->chars);
  if (column->number)
    gtk_widget_add_css_class (label, "numeric");
  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, TlContactsColumns *self)
{
  const Column *column = column_of (factory);
  GtkWidget *label = new_label (column), *box;

  if (!g_str_equal (column->field, "kind"))
    {
      gtk_list_item_set_child (item, label);
      return;
    }
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (box, "badge-cell");
  gtk_box_append (GTK_BOX (box), tl_class_badge_new ());
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, TlContactsColumns *self)
{
  const TlField *field = tl_item_field (TL_ITEM_CONTACT, column_of (factory)->field);

  g_hash_table_insert (self->shown, item, (gpointer) field);
  show (self, item, field);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, TlContactsColumns *self)
{
  g_hash_table_remove (self->shown, item);
}

/**
 * tl_contacts_columns_refresh:
 * @self: columns
 *
 * Says anew what is seen, as the study may be another.
 */
void
tl_contacts_columns_refresh (TlContactsColumns *self)
{
  GHashTableIter iter;
  gpointer item, field;

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, &item, &field))
    show (self, item, field);
}

/* ---- the order ---- */

/* Nothing is compared here: the list puts itself into order. But GTK 4.8 tells nobody which heading was clicked;
 * what it asks first, when it is made to compare two things, is that one. */
static int
note_asked (gconstpointer a, gconstpointer b, gpointer data)
{
  GtkSorter *sorter = data;
  TlContactsColumns *self = g_object_get_data (G_OBJECT (sorter), "columns");

  if (!self->asked)
    self->asked = g_object_get_data (G_OBJECT (sorter), "field");
  return GTK_ORDERING_LARGER;
}

static void
on_order (TlContactsColumns *self)
{
  GtkOrdering ordering;

  self->asked = NULL;
  ordering = gtk_sorter_compare (self->sorter, self->probes[0], self->probes[1]);
  tl_contact_list_set_order (self->list, self->asked, self->asked && ordering == GTK_ORDERING_SMALLER);
}

static GtkSorter *
new_sorter (TlContactsColumns *self, const TlField *field)
{
  GtkCustomSorter *sorter = gtk_custom_sorter_new (NULL, NULL, NULL);

  g_object_set_data (G_OBJECT (sorter), "columns", self);
  g_object_set_data (G_OBJECT (sorter), "field", (gpointer) field);
  gtk_custom_sorter_set_sort_func (sorter, note_asked, sorter, NULL);
  return GTK_SORTER (sorter);
}

static void
add_column (TlContactsColumns *self, GtkColumnView *view, const Column *about)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (_ (about->title), factory);
  GtkSorter *sorter = new_sorter (self, tl_item_field (TL_ITEM_CONTACT, about->field));

  g_object_set_data (G_OBJECT (factory), "column", (gpointer) about);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, 0);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, about->wide);
  gtk_column_view_append_column (view, column);
  g_object_unref (sorter);
  g_object_unref (column);
}

static void
tl_contacts_columns_finalize (GObject *object)
{
  TlContactsColumns *self = TL_CONTACTS_COLUMNS (object);

  g_clear_object (&self->sorter);
  g_clear_object (&self->list);
  g_clear_object (&self->probes[0]);
  g_clear_object (&self->probes[1]);
  g_hash_table_unref (self->shown);
  G_OBJECT_CLASS (tl_contacts_columns_parent_class)->finalize (object);
}

static void
tl_contacts_columns_class_init (TlContactsColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_contacts_columns_finalize;
}

static void
tl_contacts_columns_init (TlContactsColumns *self)
{
  self->shown = g_hash_table_new (NULL, NULL);
}

/**
 * tl_contacts_columns_new:
 * @view: a table without columns
 * @list: what it shows, and what is put into order when a heading is clicked
 *
 * Returns: (transfer full): its columns; to be kept as long as @view
 */
TlContactsColumns *
tl_contacts_columns_new (GtkColumnView *view, TlContactList *list)
{
  TlContactsColumns *self = g_object_new (TL_TYPE_CONTACTS_COLUMNS, NULL);

  self->list = g_object_ref (list);
  for (guint i = 0; i < G_N_ELEMENTS (self->probes); i++)
    self->probes[i] = g_object_new (TL_TYPE_CONTACT_ENTRY, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (self, view, &columns[i]);
  self->sorter = g_object_ref (gtk_column_view_get_sorter (view));
  g_signal_connect_object (self->sorter, "changed", G_CALLBACK (on_order), self, G_CONNECT_SWAPPED);
  return self;
}
