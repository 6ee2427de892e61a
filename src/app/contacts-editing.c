/* contacts-editing.c: how a person comes to type in a cell of the log of contacts, and out of it again. */
#include "app/contacts-table-private.h"

static guint
n_selected (TlContactsTable *self)
{
  g_autoptr (GtkBitset) rows = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return (guint) gtk_bitset_get_size (rows);
}

/* The row is the one that is selected: what judges it in its cell judges what is selected. */
static void
begin (TlContactsTable *self, guint row, const TlField *field)
{
  TlContact *contact = tl_contact_list_get (self->list, row);

  if (!contact || !tl_contacts_table_may_change (self)
      || !tl_contact_editor_begin (self->editor, self->document, contact, field))
    return;
  if (n_selected (self) != 1 || !gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), row))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), row, TRUE);
  gtk_widget_activate_action (tl_contacts_table_inner_list (self), "list.scroll-to-item", "u", row);
}

/* tl_contacts_table_edit: edits the one contact that is selected, in the column that was edited last. */
void
tl_contacts_table_edit (TlContactsTable *self)
{
  g_autoptr (GtkBitset) rows = NULL;

  tl_contact_list_finish (self->list);
  rows = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (gtk_bitset_get_size (rows) == 1)
    begin (self, gtk_bitset_get_minimum (rows), tl_contact_editor_get_field (self->editor));
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* tl_contacts_table_stop_editing: nobody waits for what can't be understood: the study goes. */
void
tl_contacts_table_stop_editing (TlContactsTable *self)
{
  if (self->editor && !tl_contact_editor_end (self->editor))
    tl_contact_editor_press (self->editor, GDK_KEY_Escape, 0);
}

static void
on_moved (TlContactsTable *self, int by)
{
  guint row = tl_contact_list_find (self->list, tl_contact_editor_get_contact (self->editor));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  if (row >= n || (by < 0 && row == 0) || (by > 0 && row == n - 1))
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    begin (self, by > 0 ? row + 1 : row - 1, tl_contacts_columns_beside (NULL, by));
}

static void
on_ended (TlContactsTable *self, gboolean by_key)
{
  g_autoptr (GtkBitset) rows = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  if (by_key && !gtk_bitset_is_empty (rows))
    tl_contacts_table_go_to (self, gtk_bitset_get_minimum (rows));
}

/* ---- keys ---- */

static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, TlContactsTable *self)
{
  if (tl_contact_editor_has_keyboard (self->editor))
    return tl_contact_editor_press (self->editor, key, state);
  return tl_contacts_table_press (self, key, state);
}

/* ---- the mouse ---- */

static gboolean
is_only_one (TlContactsTable *self, guint row)
{
  return n_selected (self) == 1 && gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), row);
}

static gboolean
begin_pressed (gpointer data)
{
  TlContactsTable *self = data;

  self->begin_source = 0;
  begin (self, self->pressed_row, self->pressed_field);
  return G_SOURCE_REMOVE;
}

/* Once the list has done with the click: it takes the keyboard for the row. */
static void
begin_soon (TlContactsTable *self)
{
  if (self->pressed_field && !self->begin_source)
    self->begin_source = g_idle_add (begin_pressed, self);
}

static void
on_press (TlContactsTable *self, GtkWidget *list, GdkEvent *event, double x, double y)
{
  const GdkModifierType held = GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK;
  TlContact *contact = tl_contacts_columns_pick (self->columns, list, x, y, &self->pressed_row, &self->pressed_field);

  if (!contact)
    self->pressed_field = NULL;
  self->pressed_again = contact && contact != tl_contact_editor_get_contact (self->editor)
                        && gdk_button_event_get_button (event) == GDK_BUTTON_PRIMARY
                        && !(gdk_event_get_modifier_state (event) & held) && is_only_one (self, self->pressed_row);
}

static void
on_release (TlContactsTable *self, GtkWidget *list, double x, double y)
{
  const TlField *field;
  guint row;

  if (self->pressed_again && tl_contacts_columns_pick (self->columns, list, x, y, &row, &field)
      && row == self->pressed_row && field == self->pressed_field)
    begin_soon (self);
  self->pressed_again = FALSE;
}

/* Raw events: rows claim their clicks, so that a gesture around them would not hear of the release. */
static gboolean
on_event (GtkEventController *controller, GdkEvent *event, TlContactsTable *self)
{
  GdkEventType type = gdk_event_get_event_type (event);
  GtkWidget *list = gtk_event_controller_get_widget (controller);
  GtkNative *native = gtk_widget_get_native (list);
  double x, y, left, top;
  if ((type != GDK_BUTTON_PRESS && type != GDK_BUTTON_RELEASE)
      || gdk_event_get_surface (event) != gtk_native_get_surface (native))
    return GDK_EVENT_PROPAGATE;
  gdk_event_get_position (event, &x, &y);
  gtk_native_get_surface_transform (native, &left, &top);
  gtk_widget_translate_coordinates (GTK_WIDGET (native), list, x - left, y - top, &x, &y);
  if (type == GDK_BUTTON_PRESS)
    on_press (self, list, event, x, y);
  else
    on_release (self, list, x, y);
  return GDK_EVENT_PROPAGATE;
}

/* tl_contacts_table_init_editing: listens to keys and mouse. */
void
tl_contacts_table_init_editing (TlContactsTable *self)
{
  GtkWidget *list = tl_contacts_table_inner_list (self);
  GtkEventController *keys = gtk_event_controller_key_new (), *mouse = gtk_event_controller_legacy_new ();

  self->editor = tl_contact_editor_new (self->columns, self->list);
  g_signal_connect_swapped (self->editor, "moved", G_CALLBACK (on_moved), self);
  g_signal_connect_swapped (self->editor, "ended", G_CALLBACK (on_ended), self);
  /* Before the list, which would take Enter for itself. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (list, keys);
  gtk_event_controller_set_propagation_phase (mouse, GTK_PHASE_CAPTURE);
  g_signal_connect (mouse, "event", G_CALLBACK (on_event), self);
  gtk_widget_add_controller (list, mouse);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (begin_soon), self);
}
