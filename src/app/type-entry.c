#include "app/type-entry.h"
#include "app/whole-text.h"

#include "paint/words.h"
#include "study/contact-edits.h"
#include "study/demand-search.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlTypeEntry
{
  GtkEntry parent_instance;
  TlDocument *document;
  TlContact *contact;
  GtkWidget *popover;
  GtkWidget *scroll;
  GtkListBox *list;
  gboolean filling;
  gboolean typed;            /* since it was last taken */
  GtkEventController *mouse; /* of the window */
  guint take_source;
};

enum
{
  SIGNAL_TAKEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlTypeEntry, tl_type_entry, GTK_TYPE_ENTRY)

static char *
typed_text (TlTypeEntry *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
}

/* ---- the list ---- */

/* @demand: NULL for a new one */
static void
add_row (TlTypeEntry *self, const char *words, TlDemand *demand)
{
  GtkWidget *label = gtk_label_new (words), *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  tl_whole_text_of_label (GTK_LABEL (label));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_focusable (row, FALSE);
  if (demand)
    g_object_set_data_full (G_OBJECT (row), "tl-demand", tl_item_ref (demand), tl_item_unref);
  gtk_list_box_append (self->list, row);
}

static void
clear_list (TlTypeEntry *self)
{
  GtkListBoxRow *old;

  while ((old = gtk_list_box_get_row_at_index (self->list, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (old));
}

static void
fill_list (TlTypeEntry *self)
{
  g_autofree char *text = typed_text (self);
  const char *typed = self->typed ? text : "";
  g_autoptr (GArray) found = tl_demands_find (tl_document_study (self->document), typed, FALSE);

  clear_list (self);
  for (guint i = 0; i < found->len; i++)
    {
      TlDemand *demand = g_array_index (found, TlDemandMatch, i).demand;
      g_autofree char *name = tl_words_name (demand->name);

      add_row (self, name, demand);
    }
  if (*typed && !tl_demands_have (found))
    {
      g_autofree char *words = g_strdup_printf (_ ("New type: “%s”"), typed);

      add_row (self, words, NULL);
    }
  if (*typed)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
show_list (TlTypeEntry *self)
{
  fill_list (self);
  gtk_widget_set_size_request (self->scroll, MAX (gtk_widget_get_width (GTK_WIDGET (self)), 220), -1);
  if (gtk_list_box_get_row_at_index (self->list, 0))
    gtk_popover_popup (GTK_POPOVER (self->popover));
  else
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
scroll_to (TlTypeEntry *self, GtkWidget *row)
{
  GtkAdjustment *across = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroll));
  graphene_rect_t box;

  if (gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &box))
    gtk_adjustment_clamp_page (across, box.origin.y, box.origin.y + box.size.height);
}

static void
move_mark (TlTypeEntry *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int at = row ? gtk_list_box_row_get_index (row) + by : by > 0 ? 0 : -1;

  row = at >= 0 ? gtk_list_box_get_row_at_index (self->list, at) : NULL;
  if (!row)
    return;
  gtk_list_box_select_row (self->list, row);
  scroll_to (self, GTK_WIDGET (row));
}

/* ---- taking ---- */

static void
set_type (TlTypeEntry *self, TlDemand *demand, const char *name)
{
  TlHistory *history = tl_document_history (self->document);
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_ptr_array_add (one, self->contact);
  if (!demand && name)
    tl_contacts_retype_new (history, one, name);
  else if (demand != self->contact->demand)
    tl_contacts_retype (history, one, demand);
}

static void
show_study (TlTypeEntry *self)
{
  TlDemand *demand = self->contact->demand;
  g_autofree char *name = demand ? tl_words_name (demand->name) : g_strdup ("");

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), name);
  self->filling = FALSE;
  self->typed = FALSE;
}

/**
 * tl_type_entry_take:
 * @self: an entry
 *
 * Gives the contact the type that is marked in the list, where something was typed or marked.
 */
void
tl_type_entry_take (TlTypeEntry *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  g_autofree char *typed = typed_text (self);
  TlItem *marked = row ? g_object_get_data (G_OBJECT (row), "tl-demand") : NULL;
  g_autoptr (TlItem) demand = marked ? tl_item_ref (marked) : NULL;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (row)
    set_type (self, (TlDemand *) demand, demand ? NULL : typed);
  else if (self->typed && !*typed)
    set_type (self, NULL, NULL);
  show_study (self);
  clear_list (self);
}

/* ---- the mouse ---- */

static gboolean
take_chosen (gpointer data)
{
  TlTypeEntry *self = data;

  self->take_source = 0;
  tl_type_entry_take (self);
  g_signal_emit (self, signals[SIGNAL_TAKEN], 0);
  return G_SOURCE_REMOVE;
}

static GtkListBoxRow *
row_under (TlTypeEntry *self, GdkEvent *event)
{
  double x, y, left, top;

  gdk_event_get_position (event, &x, &y);
  gtk_native_get_surface_transform (GTK_NATIVE (self->popover), &left, &top);
  gtk_widget_translate_coordinates (self->popover, GTK_WIDGET (self->list), x - left, y - top, &x, &y);
  return gtk_list_box_get_row_at_y (self->list, (int) y);
}

static void
scroll_by (TlTypeEntry *self, GdkEvent *event)
{
  GtkAdjustment *along = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroll));
  GdkScrollDirection direction = gdk_scroll_event_get_direction (event);
  double by = direction == GDK_SCROLL_UP ? -1 : direction == GDK_SCROLL_DOWN ? 1 : 0;

  if (direction == GDK_SCROLL_SMOOTH)
    gdk_scroll_event_get_deltas (event, NULL, &by);
  gtk_adjustment_set_value (along, gtk_adjustment_get_value (along) + by * gtk_adjustment_get_page_size (along) / 3);
}

/* GTK 4.8 looks again for what is under the pointer after every layout of the window, and finds what lies under a
 * popover that does not grab. So its clicks are caught at the window. When the button is let go, and not within
 * that: the entry may go when its type is taken, and with it what the event is still on its way through. */
static gboolean
on_event (GtkEventController *controller, GdkEvent *event, TlTypeEntry *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->popover));
  GdkEventType type = gdk_event_get_event_type (event);
  GtkListBoxRow *row;

  if (!surface || gdk_event_get_surface (event) != surface
      || (type != GDK_BUTTON_PRESS && type != GDK_BUTTON_RELEASE && type != GDK_SCROLL))
    return GDK_EVENT_PROPAGATE;
  row = type == GDK_SCROLL ? NULL : row_under (self, event);
  if (type == GDK_SCROLL)
    scroll_by (self, event);
  else if (row)
    gtk_list_box_select_row (self->list, row);
  if (row && type == GDK_BUTTON_RELEASE && !self->take_source)
    self->take_source = g_idle_add (take_chosen, self);
  return GDK_EVENT_STOP;
}

static void
listen_at_window (TlTypeEntry *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  self->mouse = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (self->mouse, GTK_PHASE_CAPTURE);
  g_signal_connect (self->mouse, "event", G_CALLBACK (on_event), self);
  gtk_widget_add_controller (GTK_WIDGET (root), self->mouse);
}

static void
tl_type_entry_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_type_entry_parent_class)->root (widget);
  listen_at_window (TL_TYPE_ENTRY (widget));
}

static void
tl_type_entry_unroot (GtkWidget *widget)
{
  TlTypeEntry *self = TL_TYPE_ENTRY (widget);

  gtk_widget_remove_controller (GTK_WIDGET (gtk_widget_get_root (widget)), g_steal_pointer (&self->mouse));
  GTK_WIDGET_CLASS (tl_type_entry_parent_class)->unroot (widget);
}

/* ---- what is typed ---- */

static void
on_changed (TlTypeEntry *self)
{
  if (self->filling)
    return;
  self->typed = TRUE;
  show_list (self);
}

static gboolean
on_key (TlTypeEntry *self, guint key)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;
  if (!gtk_widget_get_visible (self->popover))
    show_list (self);
  move_mark (self, key == GDK_KEY_Down ? 1 : -1);
  return GDK_EVENT_STOP;
}

static void
on_focus_enter (TlTypeEntry *self)
{
  show_list (self);
}

static void
on_focus_leave (TlTypeEntry *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* ---- the class ---- */

static void
tl_type_entry_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (tl_type_entry_parent_class)->size_allocate (widget, width, height, baseline);
  gtk_popover_present (GTK_POPOVER (TL_TYPE_ENTRY (widget)->popover));
}

static void
tl_type_entry_dispose (GObject *object)
{
  TlTypeEntry *self = TL_TYPE_ENTRY (object);

  self->filling = TRUE;
  g_clear_handle_id (&self->take_source, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->document);
  g_clear_pointer (&self->contact, tl_item_unref);
  G_OBJECT_CLASS (tl_type_entry_parent_class)->dispose (object);
}

static void
tl_type_entry_class_init (TlTypeEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_type_entry_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = tl_type_entry_size_allocate;
  GTK_WIDGET_CLASS (klass)->root = tl_type_entry_root;
  GTK_WIDGET_CLASS (klass)->unroot = tl_type_entry_unroot;

  /**
   * TlTypeEntry::taken:
   * @self: an entry
   */
  signals[SIGNAL_TAKEN]
      = g_signal_new ("taken", TL_TYPE_TYPE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* It lies below the entry and takes no keyboard. */
static void
add_popover (TlTypeEntry *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->scroll = gtk_scrolled_window_new ();
  self->popover = gtk_popover_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroll), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroll), 260);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), GTK_WIDGET (self->list));
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->scroll);
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "type-list");
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
tl_type_entry_init (TlTypeEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();

  gtk_entry_set_has_frame (GTK_ENTRY (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "cell");
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
  add_popover (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_focus_enter), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (self, "changed", G_CALLBACK (on_changed), NULL);
}

/**
 * tl_type_entry_new:
 * @document: the document
 * @contact: a contact of its study
 *
 * Returns: (transfer floating): an entry for the type of @contact
 */
GtkWidget *
tl_type_entry_new (TlDocument *document, TlContact *contact)
{
  TlTypeEntry *self = g_object_new (TL_TYPE_TYPE_ENTRY, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Type of demand"), -1);
  self->document = g_object_ref (document);
  self->contact = (TlContact *) tl_item_ref (contact);
  show_study (self);
  return GTK_WIDGET (self);
}
