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
  { "place", N_ ("Place"), 11, FALSE },
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
  GtkWidget *guest; /* NULL for none */
  TlContact *guest_contact;
  const TlField *guest_field;
  GtkListItem *seat; /* where the guest sits; NULL while its cell is not shown */
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

/* ---- the guest ---- */

static GtkWidget *
label_of (GtkListItem *item)
{
  return g_object_get_data (G_OBJECT (item), "tl-label");
}

static void
leave_seat (TlContactsColumns *self)
{
  GtkListItem *seat = g_steal_pointer (&self->seat);

  if (seat)
    gtk_list_item_set_child (seat, label_of (seat));
}

/* The cell of the guest's contact has it, wherever the table shows that now. */
static void
seat_guest (TlContactsColumns *self, GtkListItem *item, TlContact *contact, const TlField *field)
{
  gboolean its = self->guest && contact == self->guest_contact && field == self->guest_field;

  if (its == (item == self->seat))
    return;
  leave_seat (self);
  if (!its)
    return;
  self->seat = item;
  gtk_list_item_set_child (item, self->guest);
}

static void
show (TlContactsColumns *self, GtkListItem *item, const TlField *field)
{
  TlContact *contact = tl_contact_list_get (self->list, gtk_list_item_get_position (item));
  GtkWidget *label = label_of (item);
  g_autofree char *said = NULL;

  if (!contact)
    return;
  if (self->guest || self->seat)
    seat_guest (self, item, contact, field);
  said = say (contact, field);
  if (GTK_IS_BOX (label))
    {
      show_badge (gtk_widget_get_first_child (label), tl_contact_judged (contact));
      label = gtk_widget_get_last_child (label);
    }
  gtk_inscription_set_text (GTK_INSCRIPTION (label), said);
}

/**
 * tl_contacts_columns_seat:
 * @self: columns
 * @guest: (nullable): a widget that takes the place of what a cell says; %NULL for none
 * @contact: whose cell
 * @field: which of its cells
 *
 * The guest goes with its contact while rows come and go.
 */
void
tl_contacts_columns_seat (TlContactsColumns *self, GtkWidget *guest, TlContact *contact, const TlField *field)
{
  leave_seat (self);
  g_set_object (&self->guest, guest);
  self->guest_contact = guest ? contact : NULL;
  self->guest_field = guest ? field : NULL;
  if (guest)
    tl_contacts_columns_refresh (self);
}

/**
 * tl_contacts_columns_beside:
 * @field: (nullable): the field of a column; %NULL for none, which is before the first and after the last
 * @by: 1 for the next column, -1 for the one before
 *
 * Returns: (transfer none) (nullable): the field of the column there; %NULL past the ends
 */
const TlField *
tl_contacts_columns_beside (const TlField *field, int by)
{
  int at = by > 0 ? -1 : (int) G_N_ELEMENTS (columns);

  for (int i = 0; field && i < (int) G_N_ELEMENTS (columns); i++)
    if (g_str_equal (columns[i].field, field->name))
      at = i;
  at += by;
  return at >= 0 && at < (int) G_N_ELEMENTS (columns) ? tl_item_field (TL_ITEM_CONTACT, columns[at].field) : NULL;
}

/* What is under the pointer is a cell, or lies in one, or around it. */
static GtkListItem *
item_under (GtkWidget *widget, GtkWidget *over)
{
  for (; widget && widget != over; widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *child = gtk_widget_get_first_child (widget);
      GtkListItem *item = g_object_get_data (G_OBJECT (widget), "tl-item");

      if (!item && child)
        item = g_object_get_data (G_OBJECT (child), "tl-item");
      if (item)
        return item;
    }
  return NULL;
}

/**
 * tl_contacts_columns_pick:
 * @self: columns
 * @over: a widget that the table's rows lie in
 * @x: in @over
 * @y: in @over
 * @row: (out): which row is there
 * @field: (out): of which column
 *
 * Returns: (transfer none) (nullable): the contact of the cell there; %NULL where there is none
 */
TlContact *
tl_contacts_columns_pick (TlContactsColumns *self,
                          GtkWidget *over,
                          double x,
                          double y,
                          guint *row,
                          const TlField **field)
{
  GtkListItem *item = item_under (gtk_widget_pick (over, x, y, GTK_PICK_DEFAULT), over);

  if (!item || !g_hash_table_lookup_extended (self->shown, item, NULL, (gpointer *) field))
    return NULL;
  *row = gtk_list_item_get_position (item);
  return tl_contact_list_get (self->list, *row);
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
  /* Not a label: that would be measured anew for each row that comes by, and a million rows would not scroll. */
  GtkWidget *label = gtk_inscription_new (NULL);

  gtk_inscription_set_xalign (GTK_INSCRIPTION (label), column->number ? 1 : 0);
  /* What is shortened is higher by its dots: from the top, all stand on one line. */
  gtk_inscription_set_yalign (GTK_INSCRIPTION (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (label), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (label), (guint) column->chars);
  if (column->number)
    gtk_widget_add_css_class (label, "numeric");
  return label;
}

static void
keep_label (GtkListItem *item, GtkWidget *label)
{
  g_object_set_data (G_OBJECT (label), "tl-item", item);
  g_object_set_data_full (G_OBJECT (item), "tl-label", g_object_ref (label), g_object_unref);
  gtk_list_item_set_child (item, label);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, TlContactsColumns *self)
{
  const Column *column = column_of (factory);
  GtkWidget *label = new_label (column), *box;

  if (!g_str_equal (column->field, "kind"))
    {
      keep_label (item, label);
      return;
    }
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (box, "badge-cell");
  gtk_box_append (GTK_BOX (box), tl_class_badge_new ());
  gtk_box_append (GTK_BOX (box), label);
  keep_label (item, box);
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
  if (item == self->seat)
    leave_seat (self);
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
  g_clear_object (&self->guest);
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
