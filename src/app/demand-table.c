#include "app/demand-table.h"

#include <adwaita.h>
#include <math.h>

#include "analysis/demand-rate.h"
#include "app/demand-changes.h"
#include "app/demand-row.h"
#include "app/tie-checks.h"
#include "study/demand-edits.h"
#include "study/flow-edits.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlDemandTable
{
  GtkWidget parent_instance;
  GtkWidget *across; /* scrolls sideways, heads and rows alike */
  GtkWidget *scroll;
  GtkListBox *list;
  GtkWidget *nothing; /* in the place of rows */
  GtkWidget *entry;   /* a new type is typed here */
  GtkSizeGroup *columns[TL_N_DEMAND_COLUMNS];
  TlPrompt *prompt;
  GtkWidget *ties; /* what matters to customers, to be ticked for one type */
  TlDocument *document;
  gboolean stale; /* changed while nobody looked */
};

G_DEFINE_FINAL_TYPE (TlDemandTable, tl_demand_table, GTK_TYPE_WIDGET)

static TlDemandRow *
row_at (TlDemandTable *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  return row ? TL_DEMAND_ROW (row) : NULL;
}

static TlDemandRow *
row_of (TlDemandTable *self, gconstpointer demand)
{
  TlDemandRow *row;

  for (int i = 0; (row = row_at (self, i)); i++)
    if (tl_demand_row_get_demand (row) == demand)
      return row;
  return NULL;
}

static GPtrArray *
demands_of (TlDemandTable *self)
{
  return self->document ? tl_document_study (self->document)->demands : NULL;
}

/* ---- rows ---- */

static gboolean
shows_the_same (TlDemandTable *self)
{
  GPtrArray *demands = demands_of (self);
  guint n = demands ? demands->len : 0;

  for (guint i = 0; i < n; i++)
    {
      TlDemandRow *row = row_at (self, (int) i);

      if (!row || tl_demand_row_get_demand (row) != g_ptr_array_index (demands, i))
        return FALSE;
    }
  return row_at (self, (int) n) == NULL;
}

/* The row with the keyboard, or NULL. */
static TlDemandRow *
focus_row (TlDemandTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus ? gtk_widget_get_ancestor (focus, TL_TYPE_DEMAND_ROW) : NULL;

  return row && gtk_widget_is_ancestor (row, GTK_WIDGET (self)) ? TL_DEMAND_ROW (row) : NULL;
}

static void
build_rows (TlDemandTable *self)
{
  GPtrArray *demands = demands_of (self);
  TlDemandRow *focus = focus_row (self), *old;
  TlDemand *was = focus ? tl_demand_row_get_demand (focus) : NULL;
  int at = focus ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;

  while ((old = row_at (self, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (old));
  for (guint i = 0; demands && i < demands->len; i++)
    gtk_list_box_append (self->list, tl_demand_row_new (self->document, g_ptr_array_index (demands, i), self->columns));
  gtk_widget_set_visible (self->across, demands && demands->len > 0);
  gtk_widget_set_visible (self->nothing, !demands || demands->len == 0);
  if (!focus)
    return;
  /* The keyboard stays with its type, or goes to what is now in its place. */
  old = row_of (self, was);
  if (!old)
    old = row_at (self, MIN (at, demands ? (int) demands->len - 1 : -1));
  gtk_widget_grab_focus (old ? GTK_WIDGET (old) : self->entry);
}

static void
refresh (TlDemandTable *self)
{
  g_autofree double *rates = NULL;
  TlDemandRow *row;

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;
  if (!shows_the_same (self))
    build_rows (self);
  if (!self->document)
    return;
  rates = tl_demand_rates (tl_document_study (self->document));
  for (int i = 0; (row = row_at (self, i)); i++)
    tl_demand_row_refresh (row, rates[i]);
}

static void
tl_demand_table_map (GtkWidget *widget)
{
  TlDemandTable *self = TL_DEMAND_TABLE (widget);

  GTK_WIDGET_CLASS (tl_demand_table_parent_class)->map (widget);
  if (self->stale)
    refresh (self);
}

static void
on_edited (TlDemandTable *self, guint scope)
{
  if (scope & ~(guint) TL_SCOPE_PLACES)
    refresh (self);
}

/* ---- what rows ask for ---- */

static TlDemand *
demand_with_id (TlDemandTable *self, const char *id)
{
  TlItem *item = self->document ? tl_study_find (tl_document_study (self->document), id) : NULL;

  return item && item->kind == TL_ITEM_DEMAND ? (TlDemand *) item : NULL;
}

/* Lets a popover point at a cell. */
static void
point_at (TlDemandTable *self, gpointer popover, TlDemand *demand, TlDemandColumn column)
{
  TlDemandRow *row = row_of (self, demand);
  graphene_rect_t box;
  GdkRectangle place;

  if (!row || !gtk_widget_compute_bounds (tl_demand_row_get_cell (row, column), GTK_WIDGET (self), &box))
    return;
  place = (GdkRectangle){ (int) box.origin.x, (int) box.origin.y, (int) box.size.width, (int) box.size.height };
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
}

/* From the other side it is done on the page of the purpose. */
static void
tie_matters (TlDemandTable *self, TlDemand *demand)
{
  gtk_popover_set_child (GTK_POPOVER (self->ties), tl_tie_checks_new (self->document, demand));
  point_at (self, self->ties, demand, TL_DEMAND_MORE);
  gtk_popover_popup (GTK_POPOVER (self->ties));
}

static void
merge (TlDemandTable *self, TlDemand *demand)
{
  point_at (self, self->prompt, demand, TL_DEMAND_MORE);
  tl_demand_ask_merge (self->prompt, self->document, demand);
}

static void
split (TlDemandTable *self, TlDemand *demand)
{
  point_at (self, self->prompt, demand, TL_DEMAND_MORE);
  tl_demand_ask_split (self->prompt, self->document, demand);
}

static void
enter (TlDemandTable *self, TlDemand *demand)
{
  point_at (self, self->prompt, demand, TL_DEMAND_ENTRY);
  tl_demand_ask_entry (self->prompt, self->document, demand);
}

static void delete (TlDemandTable *self, TlDemand *demand)
{
  tl_demand_ask_delete (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->document, demand);
}

static void
move_by (TlDemandTable *self, TlDemand *demand, int by)
{
  TlHistory *history = tl_document_history (self->document);
  int to = (int) tl_item_position (demand) + by;

  if (to < 0 || to >= (int) demands_of (self)->len)
    return;
  tl_history_begin (history, _ ("Change the order of demands"), NULL);
  tl_history_apply (history, tl_edit_new_move (demand, (guint) to));
  tl_history_end (history);
}

static void
up (TlDemandTable *self, TlDemand *demand)
{
  move_by (self, demand, -1);
}

static void
down (TlDemandTable *self, TlDemand *demand)
{
  move_by (self, demand, 1);
}

/* Where it is caused can be seen, and changed, on the flow. */
static void
show (TlDemandTable *self, TlDemand *demand)
{
  TlFlow *flow = tl_document_flow (self->document);
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();

  for (guint i = 0; flow && i < flow->raises->len; i++)
    {
      TlRaises *raises = g_ptr_array_index (flow->raises, i);

      if (raises->demand == demand)
        g_ptr_array_add (steps, raises->step);
    }
  if (steps->len > 0)
    tl_selection_set_items (tl_document_selection (self->document), steps);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "flow");
}

typedef struct
{
  const char *name;
  void (*run) (TlDemandTable *self, TlDemand *demand);
} Change;

static const Change changes[] = {
  { "merge", merge }, { "split", split }, { "enter", enter }, { "delete", delete },
  { "up", up },       { "down", down },   { "show", show },   { "matters", tie_matters },
};

static void
on_change (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TlDemandTable *self = data;
  TlDemand *demand = demand_with_id (self, g_variant_get_string (parameter, NULL));
  const char *name = g_action_get_name (G_ACTION (action));

  for (guint i = 0; demand && i < G_N_ELEMENTS (changes); i++)
    if (g_str_equal (changes[i].name, name))
      changes[i].run (self, demand);
}

static void
on_predictable (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TlDemandTable *self = data;
  const char *id;
  int choice;
  TlDemand *demand;

  g_variant_get (parameter, "(&si)", &id, &choice);
  demand = demand_with_id (self, id);
  if (!demand)
    return;
  tl_item_change (tl_document_history (self->document), demand, "predictable", tl_value_choice (choice),
                  _ ("Change predictable"));
  tl_history_settle (tl_document_history (self->document));
}

static void
add_actions (TlDemandTable *self)
{
  static const GActionEntry predictable[] = { { "predictable", on_predictable, "(si)" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      const GActionEntry entry = { changes[i].name, on_change, "s" };

      g_action_map_add_action_entries (G_ACTION_MAP (group), &entry, 1, self);
    }
  g_action_map_add_action_entries (G_ACTION_MAP (group), predictable, G_N_ELEMENTS (predictable), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "types", G_ACTION_GROUP (group));
}

/* ---- keys ---- */

static gboolean
set_kind (TlDemandTable *self, TlDemandRow *row, TlDemandKind kind)
{
  tl_item_change (tl_document_history (self->document), tl_demand_row_get_demand (row), "kind",
                  tl_value_choice ((int) kind), _ ("Change kind of demand"));
  tl_history_settle (tl_document_history (self->document));
  return GDK_EVENT_STOP;
}

/* Letters reach this only where nobody types. */
static gboolean
take_key (TlDemandTable *self, TlDemandRow *row, guint key)
{
  switch (key)
    {
    case GDK_KEY_v:
      return set_kind (self, row, TL_DEMAND_VALUE);
    case GDK_KEY_f:
      return set_kind (self, row, TL_DEMAND_FAILURE);
    case GDK_KEY_u:
      return set_kind (self, row, TL_DEMAND_UNSURE);
    case GDK_KEY_m:
      merge (self, tl_demand_row_get_demand (row));
      return GDK_EVENT_STOP;
    case GDK_KEY_w:
      tie_matters (self, tl_demand_row_get_demand (row));
      return GDK_EVENT_STOP;
    case GDK_KEY_s:
      split (self, tl_demand_row_get_demand (row));
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      delete (self, tl_demand_row_get_demand (row));
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_F2:
      gtk_widget_grab_focus (tl_demand_row_get_cell (row, TL_DEMAND_NAME));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
on_key (TlDemandTable *self, guint key, guint code, GdkModifierType state)
{
  TlDemandRow *row = focus_row (self);
  GdkModifierType mods = state & gtk_accelerator_get_default_mod_mask ();

  if (!row || !self->document)
    return GDK_EVENT_PROPAGATE;
  if (mods == 0)
    return take_key (self, row, key);
  if (mods != GDK_ALT_MASK || (key != GDK_KEY_Up && key != GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;
  move_by (self, tl_demand_row_get_demand (row), key == GDK_KEY_Up ? -1 : 1);
  return GDK_EVENT_STOP;
}

/* ---- a new type ---- */

static void
on_add (TlDemandTable *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  TlDemand *demand;

  if (!*name || !self->document)
    return;
  demand = tl_demand_named (tl_document_study (self->document), name);
  if (demand)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", _ ("There is a type of that name already"));
  else
    demand = tl_study_add_demand (tl_document_history (self->document), name, TL_DEMAND_UNSURE, (double) NAN);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

/* ---- the class ---- */

static gboolean
tl_demand_table_grab_focus (GtkWidget *widget)
{
  TlDemandTable *self = TL_DEMAND_TABLE (widget);
  TlDemandRow *first = row_at (self, 0);

  return gtk_widget_grab_focus (first ? GTK_WIDGET (first) : self->entry);
}

static void
tl_demand_table_dispose (GObject *object)
{
  TlDemandTable *self = TL_DEMAND_TABLE (object);
  GtkWidget *child;

  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  for (int i = 0; i < TL_N_DEMAND_COLUMNS; i++)
    g_clear_object (&self->columns[i]);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (tl_demand_table_parent_class)->dispose (object);
}

static void
tl_demand_table_class_init (TlDemandTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_demand_table_dispose;
  widget_class->grab_focus = tl_demand_table_grab_focus;
  widget_class->map = tl_demand_table_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "demandtable");
}

static GtkWidget *
build_heads (TlDemandTable *self)
{
  const char *const heads[TL_N_DEMAND_COLUMNS] = {
    [TL_DEMAND_KIND] = _ ("Kind"),
    [TL_DEMAND_NAME] = _ ("What customers ask for"),
    [TL_DEMAND_FREQUENCY] = _ ("From outside"),
    [TL_DEMAND_PREDICTABLE] = _ ("Predictable?"),
    [TL_DEMAND_ENTRY] = _ ("Enters at"),
    [TL_DEMAND_RAISED] = _ ("Caused by"),
    [TL_DEMAND_MORE] = "",
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "demand-heads");
  for (int i = 0; i < TL_N_DEMAND_COLUMNS; i++)
    {
      GtkWidget *head = gtk_label_new (heads[i]);

      self->columns[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
      gtk_size_group_add_widget (self->columns[i], head);
      gtk_label_set_xalign (GTK_LABEL (head), 0);
      gtk_widget_set_hexpand (head, i == TL_DEMAND_NAME);
      gtk_box_append (GTK_BOX (box), head);
    }
  return box;
}

static void
build_rows_place (TlDemandTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (column), build_heads (self));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "demand-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Types of demand"),
                                  -1);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  self->scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (self->scroll, TRUE);
  gtk_box_append (GTK_BOX (column), self->scroll);
  self->across = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->across), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->across), column);
  gtk_widget_set_vexpand (self->across, TRUE);
  gtk_widget_set_parent (self->across, GTK_WIDGET (self));
}

static void
build_nothing (TlDemandTable *self)
{
  self->nothing = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->nothing), "throughline-demand-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->nothing), _ ("What Do Customers Ask For?"));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->nothing),
                                   _ ("Write it down in their words, one type of demand after another. Say of "
                                      "each whether it is what the service is there for, or comes because "
                                      "something was not done, or not done right."));
  gtk_widget_set_vexpand (self->nothing, TRUE);
  gtk_widget_set_parent (self->nothing, GTK_WIDGET (self));
}

static void
build_entry (TlDemandTable *self)
{
  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("Add a type of demand, in the customers’ words"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add a type of demand, in the customers’ words"), -1);
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, "list-add-symbolic");
  gtk_widget_add_css_class (self->entry, "add-demand");
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_add), self);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
}

static void
tl_demand_table_init (TlDemandTable *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  build_rows_place (self);
  build_nothing (self);
  build_entry (self);
  self->prompt = tl_prompt_new ();
  gtk_widget_set_parent (GTK_WIDGET (self->prompt), GTK_WIDGET (self));
  self->ties = gtk_popover_new ();
  gtk_widget_set_parent (self->ties, GTK_WIDGET (self));
  add_actions (self);
  self->stale = TRUE;
}

/**
 * tl_demand_table_new:
 *
 * Returns: (transfer floating): a table without a document
 */
GtkWidget *
tl_demand_table_new (void)
{
  return g_object_new (TL_TYPE_DEMAND_TABLE, NULL);
}

/**
 * tl_demand_table_set_document:
 * @self: a table
 * @document: (nullable): whose demands it shows
 */
void
tl_demand_table_set_document (TlDemandTable *self, TlDocument *document)
{
  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (document)
    {
      g_signal_connect_swapped (document, "edited", G_CALLBACK (on_edited), self);
      g_signal_connect_swapped (document, "state", G_CALLBACK (refresh), self);
    }
  /* Rows belong to one document. */
  build_rows (self);
  refresh (self);
}
