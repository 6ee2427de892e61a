#include "app/point-table.h"

#include "app/point-cells.h"
#include "app/point-filler.h"
#include "app/point-list.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlPointTable
{
  GtkWidget parent_instance;
  GtkWidget *column;
  GtkWidget *scroll;
  GtkWidget *view;
  GtkWidget *wrong; /* what can't be read, in words */
  TlPointList *points;
  TlDocument *document;
  GPtrArray *cells; /* rows that are bound now; not owned */
  guint next_row;   /* which gets the keyboard when it is there */
  TlPointCell next_cell;
  guint next_source;
};

G_DEFINE_FINAL_TYPE (TlPointTable, tl_point_table, GTK_TYPE_WIDGET)

static GtkWindow *
window_of (TlPointTable *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* ---- which row has the keyboard ---- */

static gboolean
type_next (gpointer data)
{
  TlPointTable *self = data;
  g_autoptr (TlPointRow) row = g_list_model_get_item (G_LIST_MODEL (self->points), self->next_row);

  self->next_source = 0;
  for (guint i = 0; row && i < self->cells->len; i++)
    {
      TlPointCells *cells = g_ptr_array_index (self->cells, i);

      if (tl_point_cells_get_point (cells) == tl_point_row_get_point (row))
        tl_point_cells_type (cells, self->next_cell);
    }
  return G_SOURCE_REMOVE;
}

/* Rows are made while the list is laid out: the keyboard follows afterwards. */
static void
go_to (TlPointTable *self, guint row, TlPointCell cell)
{
  self->next_row = row;
  self->next_cell = cell;
  gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", row);
  if (!self->next_source)
    self->next_source = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, type_next, self, NULL);
}

static guint
count_points (TlPointTable *self)
{
  TlMeasure *measure = self->document ? tl_document_measure (self->document) : NULL;

  return measure ? measure->points->len : 0;
}

/* Down the column, as in a spreadsheet; in the empty row the next date is typed first. */
static void
on_entered (TlPointCells *cells, guint cell, TlPointTable *self)
{
  TlPoint *point = tl_point_cells_get_point (cells);
  TlMeasure *measure = tl_document_measure (self->document);
  guint at;

  if (!point)
    go_to (self, count_points (self), TL_CELL_WHEN);
  else if (g_ptr_array_find (measure->points, point, &at))
    go_to (self, at + 1, (TlPointCell) cell);
}

static void
on_wrong (TlPointCells *cells, const char *words, TlPointTable *self)
{
  gtk_label_set_label (GTK_LABEL (self->wrong), words);
  gtk_widget_set_visible (self->wrong, *words != '\0');
}

/* ---- rows ---- */

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, TlPointTable *self)
{
  GtkWidget *cells = tl_point_cells_new ();

  g_signal_connect (cells, "entered", G_CALLBACK (on_entered), self);
  g_signal_connect (cells, "wrong", G_CALLBACK (on_wrong), self);
  gtk_list_item_set_child (item, cells);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, TlPointTable *self)
{
  GtkWidget *cells = gtk_list_item_get_child (item);

  tl_point_cells_show (TL_POINT_CELLS (cells), self->document, tl_point_row_get_point (gtk_list_item_get_item (item)));
  g_ptr_array_add (self->cells, cells);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *item, TlPointTable *self)
{
  GtkWidget *cells = gtk_list_item_get_child (item);

  g_ptr_array_remove_fast (self->cells, cells);
  tl_point_cells_show (TL_POINT_CELLS (cells), NULL, NULL);
}

/* ---- from elsewhere ---- */

static void
on_paste (TlPointTable *self)
{
  tl_point_filler_paste (window_of (self), self->document);
}

static void
on_open (TlPointTable *self)
{
  tl_point_filler_open (window_of (self), self->document);
}

/* Several cells on the clipboard are values; a word is pasted into the cell that is being typed. */
static void
on_looked_at_clipboard (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TlPointTable) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  GtkWidget *focus = self->view ? gtk_window_get_focus (window_of (self)) : NULL;

  if (!text || !self->document || !self->view)
    return;
  g_strchomp (text);
  if (strpbrk (text, "\n\r\t"))
    on_paste (self);
  else if (focus)
    gtk_widget_activate_action (focus, "clipboard.paste", NULL);
}

static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, TlPointTable *self)
{
  if ((key != GDK_KEY_v && key != GDK_KEY_V) || !(state & GDK_CONTROL_MASK) || !self->document)
    return GDK_EVENT_PROPAGATE;
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, on_looked_at_clipboard,
                                 g_object_ref (self));
  return GDK_EVENT_STOP;
}

/* ---- the class ---- */

static void
tl_point_table_dispose (GObject *object)
{
  TlPointTable *self = TL_POINT_TABLE (object);

  g_clear_handle_id (&self->next_source, g_source_remove);
  if (self->points)
    tl_point_list_show (self->points, NULL);
  g_clear_object (&self->document);
  self->view = NULL;
  g_clear_pointer (&self->column, gtk_widget_unparent);
  g_clear_object (&self->points);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  G_OBJECT_CLASS (tl_point_table_parent_class)->dispose (object);
}

static gboolean
tl_point_table_grab_focus (GtkWidget *widget)
{
  tl_point_table_type (TL_POINT_TABLE (widget));
  return TRUE;
}

static void
tl_point_table_class_init (TlPointTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_point_table_dispose;
  widget_class->grab_focus = tl_point_table_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
new_button (const char *label, const char *tip, GCallback clicked, TlPointTable *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_set_hexpand (button, TRUE);
  if (clicked)
    g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

static GtkWidget *
new_buttons (TlPointTable *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *save = new_button (_ ("Sa_ve…"), _ ("Save the values with their limits as CSV"), NULL, self);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (save), "win.save-picture");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (save), "(ss)", tl_view_nick (TL_VIEW_CAPABILITY), "csv");
  gtk_widget_add_css_class (box, "point-buttons");
  gtk_box_append (GTK_BOX (box), new_button (_ ("Pas_te"), _ ("Paste values from a spreadsheet (Ctrl+V)"),
                                             G_CALLBACK (on_paste), self));
  gtk_box_append (GTK_BOX (box),
                  new_button (_ ("From F_ile…"), _ ("Read values from a CSV file"), G_CALLBACK (on_open), self));
  gtk_box_append (GTK_BOX (box), save);
  return box;
}

static GtkWidget *
new_view (TlPointTable *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->points)));

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  return gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);
}

static void
tl_point_table_init (TlPointTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cells = g_ptr_array_new ();
  self->points = tl_point_list_new ();
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->view = new_view (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Values"), -1);
  gtk_widget_add_css_class (self->view, "points");
  self->scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), self->view);
  gtk_widget_set_vexpand (self->scroll, TRUE);
  self->wrong = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->wrong), TRUE);
  gtk_widget_set_visible (self->wrong, FALSE);
  gtk_widget_add_css_class (self->wrong, "point-wrong");
  gtk_box_append (GTK_BOX (self->column), self->scroll);
  gtk_box_append (GTK_BOX (self->column), self->wrong);
  gtk_box_append (GTK_BOX (self->column), new_buttons (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->scroll, keys);
  gtk_widget_set_parent (self->column, GTK_WIDGET (self));
}

/**
 * tl_point_table_new:
 *
 * Returns: (transfer floating): a table without a document
 */
GtkWidget *
tl_point_table_new (void)
{
  return g_object_new (TL_TYPE_POINT_TABLE, NULL);
}

/**
 * tl_point_table_set_document:
 * @self: a table
 * @document: (nullable): whose measure it shows
 */
void
tl_point_table_set_document (TlPointTable *self, TlDocument *document)
{
  tl_point_list_show (self->points, NULL);
  g_set_object (&self->document, document);
  tl_point_table_refresh (self);
}

/**
 * tl_point_table_refresh:
 * @self: a table
 *
 * Shows the measure as it is now, or another; what is being typed stays.
 */
void
tl_point_table_refresh (TlPointTable *self)
{
  tl_point_list_show (self->points, self->document ? tl_document_measure (self->document) : NULL);
  for (guint i = 0; i < self->cells->len; i++)
    tl_point_cells_refresh (g_ptr_array_index (self->cells, i));
}

/**
 * tl_point_table_type:
 * @self: a table
 *
 * Gives the keyboard to the empty row behind all values.
 */
void
tl_point_table_type (TlPointTable *self)
{
  go_to (self, count_points (self), TL_CELL_WHEN);
}
