#include "app/panel.h"

#include "app/choice-row.h"
#include "app/notes-row.h"
#include "study/flow-edits.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlPanel
{
  GtkBox parent_instance;
  TlDocument *document;
  GPtrArray *rows;  /* rows that are refreshed; they are children, so not owned */
  GtkWidget *first; /* of @rows: what is typed first; NULL where nothing is */
  TlPanelRefresh refresh;
  gpointer refresh_data;
  GDestroyNotify refresh_destroy;
};

G_DEFINE_FINAL_TYPE (TlPanel, tl_panel, GTK_TYPE_BOX)

static void
tl_panel_dispose (GObject *object)
{
  TlPanel *self = TL_PANEL (object);

  g_ptr_array_set_size (self->rows, 0);
  if (self->refresh_destroy)
    self->refresh_destroy (g_steal_pointer (&self->refresh_data));
  self->refresh = NULL;
  self->refresh_destroy = NULL;
  g_clear_object (&self->document);
  G_OBJECT_CLASS (tl_panel_parent_class)->dispose (object);
}

static void
tl_panel_finalize (GObject *object)
{
  g_ptr_array_unref (TL_PANEL (object)->rows);
  G_OBJECT_CLASS (tl_panel_parent_class)->finalize (object);
}

static void
tl_panel_class_init (TlPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_panel_finalize;
}

static void
tl_panel_init (TlPanel *self)
{
  self->rows = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "panel");
}

/**
 * tl_panel_new:
 * @document: whose items it shows
 *
 * Returns: (transfer floating): an empty panel
 */
TlPanel *
tl_panel_new (TlDocument *document)
{
  TlPanel *self = g_object_new (TL_TYPE_PANEL, NULL);

  self->document = g_object_ref (document);
  return self;
}

/**
 * tl_panel_get_document:
 * @self: a panel
 *
 * Returns: (transfer none): whose items it shows
 */
TlDocument *
tl_panel_get_document (TlPanel *self)
{
  return self->document;
}

/**
 * tl_panel_get_history:
 * @self: a panel
 *
 * Returns: (transfer none): what its edits go through
 */
TlHistory *
tl_panel_get_history (TlPanel *self)
{
  return tl_document_history (self->document);
}

/**
 * tl_panel_on_refresh:
 * @self: a panel
 * @refresh: called whenever the study has changed, and once now
 * @data: (transfer full): for @refresh
 * @destroy: (nullable): frees @data
 */
void
tl_panel_on_refresh (TlPanel *self, TlPanelRefresh refresh, gpointer data, GDestroyNotify destroy)
{
  self->refresh = refresh;
  self->refresh_data = data;
  self->refresh_destroy = destroy;
  refresh (self, data);
}

/**
 * tl_panel_refresh:
 * @self: a panel
 *
 * Shows the study as it is now.
 */
void
tl_panel_refresh (TlPanel *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      gpointer row = g_ptr_array_index (self->rows, i);

      if (TL_IS_FIELD_ROW (row))
        tl_field_row_refresh (row);
      else if (TL_IS_NOTES_ROW (row))
        tl_notes_row_refresh (row);
      else
        tl_choice_row_refresh (row);
    }
  if (self->refresh)
    self->refresh (self, self->refresh_data);
}

/**
 * tl_panel_add_heading:
 * @self: a panel
 * @heading: what is shown, as "Step"
 */
void
tl_panel_add_heading (TlPanel *self, const char *heading)
{
  GtkWidget *label = gtk_label_new (heading);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "title-3");
  gtk_widget_add_css_class (label, "panel-heading");
  gtk_box_append (GTK_BOX (self), label);
}

/**
 * tl_panel_add_group:
 * @self: a panel
 * @title: (nullable): of the group
 * @description: (nullable): under the title
 *
 * Returns: (transfer none): an #AdwPreferencesGroup
 */
GtkWidget *
tl_panel_add_group (TlPanel *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (GTK_BOX (self), group);
  return group;
}

/**
 * tl_panel_add_row:
 * @parent: a group or an expander
 * @row: what to add
 */
void
tl_panel_add_row (GtkWidget *parent, GtkWidget *row)
{
  if (ADW_IS_EXPANDER_ROW (parent))
    adw_expander_row_add_row (ADW_EXPANDER_ROW (parent), row);
  else
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (parent), row);
}

static GtkWidget *
add (TlPanel *self, GtkWidget *parent, GtkWidget *row)
{
  tl_panel_add_row (parent, row);
  g_ptr_array_add (self->rows, row);
  return row;
}

/**
 * tl_panel_set_first:
 * @self: a panel
 * @row: (nullable): a row with an entry that the person is about to fill in
 */
void
tl_panel_set_first (TlPanel *self, GtkWidget *row)
{
  self->first = row;
}

/* Not before it has its place, so that the panel scrolls to it. */
static gboolean
focus_first (gpointer data)
{
  GtkWidget *first = data;

  if (gtk_widget_get_root (first) && gtk_widget_grab_focus (first))
    gtk_editable_select_region (GTK_EDITABLE (first), 0, -1);
  return G_SOURCE_REMOVE;
}

/**
 * tl_panel_focus_first:
 * @self: a panel that is in a window
 *
 * Lets the person type over what is to be filled in first, if there is such a thing.
 */
void
tl_panel_focus_first (TlPanel *self)
{
  if (self->first)
    g_idle_add_full (GDK_PRIORITY_REDRAW + 1, focus_first, g_object_ref (self->first), g_object_unref);
  self->first = NULL;
}

/**
 * tl_panel_add_entry:
 * @self: a panel
 * @parent: a group or an expander
 * @title: what is typed
 * @format: how it is said
 * @edit: (transfer full): what it changes
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
tl_panel_add_entry (TlPanel *self, GtkWidget *parent, const char *title, TlEntryFormat format, TlLiveEdit *edit)
{
  return add (self, parent, tl_field_row_new (title, format, edit));
}

/**
 * tl_panel_add_field:
 * @self: a panel
 * @parent: a group or an expander
 * @title: what is typed
 * @format: how it is said
 * @item: whose field it is
 * @field: the field's name
 * @name: what the edit is called, translated
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
tl_panel_add_field (TlPanel *self,
                    GtkWidget *parent,
                    const char *title,
                    TlEntryFormat format,
                    gpointer item,
                    const char *field,
                    const char *name)
{
  TlLiveEdit *edit = tl_live_edit_new (tl_panel_get_history (self), item, field, name);

  return tl_panel_add_entry (self, parent, title, format, edit);
}

/**
 * tl_panel_add_field_of_all:
 * @self: a panel
 * @parent: a group or an expander
 * @title: what is typed
 * @format: how it is said
 * @items: (element-type TlItem): whose field it is; of one kind, at least one
 * @field: the field's name
 * @name: what the edit is called, translated
 *
 * Where the items differ the row says so, and nothing changes until something is typed.
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
tl_panel_add_field_of_all (TlPanel *self,
                           GtkWidget *parent,
                           const char *title,
                           TlEntryFormat format,
                           GPtrArray *items,
                           const char *field,
                           const char *name)
{
  TlLiveEdit *edit = tl_live_edit_new_for_all (tl_panel_get_history (self), items, field, name);

  return tl_panel_add_entry (self, parent, title, format, edit);
}

/**
 * tl_panel_add_text:
 * @self: a panel
 * @parent: a group or an expander
 * @title: what is typed
 * @edit: (transfer full): what it changes
 *
 * Returns: (transfer none): the row, for several lines
 */
GtkWidget *
tl_panel_add_text (TlPanel *self, GtkWidget *parent, const char *title, TlLiveEdit *edit)
{
  return add (self, parent, tl_notes_row_new (title, edit));
}

/**
 * tl_panel_add_notes:
 * @self: a panel
 * @parent: a group
 * @item: an item with notes
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
tl_panel_add_notes (TlPanel *self, GtkWidget *parent, gpointer item)
{
  TlLiveEdit *edit = tl_live_edit_new (tl_panel_get_history (self), item, "notes", _ ("Change notes"));

  return tl_panel_add_text (self, parent, _ ("Notes"), edit);
}

/* ---- choosing a word ---- */

typedef struct
{
  TlPanel *panel; /* not owned: the row is its child */
  GPtrArray *items;
  const TlField *field;
  char *name;
} Choice;

static void
choice_free (gpointer data)
{
  Choice *self = data;

  g_ptr_array_unref (self->items);
  g_free (self->name);
  g_free (self);
}

static void
choice_words (GtkStringList *words, gpointer data)
{
  Choice *self = data;

  for (const TlChoice *choice = self->field->choices; choice->nick; choice++)
    gtk_string_list_append (words, _ (choice->label));
}

static guint
position_of (const TlField *field, int value)
{
  for (guint i = 0; field->choices[i].nick; i++)
    if (field->choices[i].value == value)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static guint
choice_read (gpointer data)
{
  Choice *self = data;
  guint common = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < self->items->len; i++)
    {
      TlValue value = tl_item_get (g_ptr_array_index (self->items, i), self->field);
      guint position = position_of (self->field, value.choice);

      if (i > 0 && position != common)
        return GTK_INVALID_LIST_POSITION;
      common = position;
    }
  return common;
}

static void
choice_write (guint chosen, gpointer data)
{
  Choice *self = data;
  TlHistory *history = tl_panel_get_history (self->panel);
  int value = self->field->choices[chosen].value;

  tl_history_begin (history, self->name, NULL);
  for (guint i = 0; i < self->items->len; i++)
    tl_history_apply (history, tl_edit_new_set_choice (g_ptr_array_index (self->items, i), self->field->name, value));
  tl_history_end (history);
}

/**
 * tl_panel_add_choice:
 * @self: a panel
 * @parent: a group or an expander
 * @title: what is chosen
 * @items: (element-type TlItem): whose field it is; of one kind
 * @field: the field's name
 * @name: what the edit is called, translated
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
tl_panel_add_choice (TlPanel *self,
                     GtkWidget *parent,
                     const char *title,
                     GPtrArray *items,
                     const char *field,
                     const char *name)
{
  static const TlChoiceSource source = { choice_words, choice_read, choice_write };
  Choice *choice = g_new0 (Choice, 1);

  choice->panel = self;
  choice->items = g_ptr_array_ref (items);
  choice->field = tl_item_field (TL_ITEM (g_ptr_array_index (items, 0))->kind, field);
  choice->name = g_strdup (name);
  return add (self, parent, tl_choice_row_new (title, &source, choice, choice_free));
}

/**
 * tl_panel_add_choice_row:
 * @self: a panel
 * @parent: a group or an expander
 * @row: (transfer floating): a #TlChoiceRow
 *
 * Returns: (transfer none): @row, which is refreshed with the panel from now on
 */
GtkWidget *
tl_panel_add_choice_row (TlPanel *self, GtkWidget *parent, GtkWidget *row)
{
  return add (self, parent, row);
}

/* ---- deleting ---- */

typedef struct
{
  TlDocument *document;
  GPtrArray *items;
} Deletion;

static void
deletion_free (gpointer data, GClosure *closure)
{
  Deletion *self = data;

  g_object_unref (self->document);
  g_ptr_array_unref (self->items);
  g_free (self);
}

static void
on_delete (GtkButton *button, gpointer data)
{
  Deletion *self = data;
  g_autoptr (GPtrArray) items = g_ptr_array_ref (self->items);

  tl_items_delete (tl_document_history (self->document), items);
}

static void
connect_delete (TlPanel *self, GtkWidget *button, GPtrArray *items)
{
  Deletion *deletion = g_new0 (Deletion, 1);

  deletion->document = g_object_ref (self->document);
  deletion->items = g_ptr_array_ref (items);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_delete), deletion, deletion_free, 0);
}

/**
 * tl_panel_add_delete:
 * @self: a panel
 * @label: of the button, as "Delete Step"
 * @items: (element-type TlItem): what it deletes, with all that hangs on it
 */
void
tl_panel_add_delete (TlPanel *self, const char *label, GPtrArray *items)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *words = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "panel-delete");
  connect_delete (self, button, items);
  gtk_box_append (GTK_BOX (self), button);
}

/**
 * tl_panel_delete_button:
 * @self: a panel
 * @tip: what it does
 * @item: what it deletes
 *
 * Returns: (transfer floating): a small button for a row
 */
GtkWidget *
tl_panel_delete_button (TlPanel *self, const char *tip, gpointer item)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autoptr (GPtrArray) items = tl_panel_one (item);

  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  connect_delete (self, button, items);
  return button;
}

/**
 * tl_panel_one:
 * @item: an item
 *
 * Returns: (transfer full) (element-type TlItem): an array of just @item
 */
GPtrArray *
tl_panel_one (gpointer item)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (tl_item_unref);

  g_ptr_array_add (items, tl_item_ref (item));
  return items;
}
