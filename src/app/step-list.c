#include "app/step-list.h"

#include "app/before-frame.h"
#include "app/step-entry.h"
#include "layout/reading-order.h"

struct _TlStepList
{
  GObject parent_instance;
  TlDocument *document;
  GPtrArray *entries;    /* (element-type TlStepEntry) */
  GHashTable *positions; /* of steps, from 1 */
  guint n_connected;
  TlStepWays *ways;    /* NULL where there is no flow */
  GtkBitset *selected; /* as was last told */
  guint refresh_source;
};

enum
{
  SIGNAL_REFRESHING,
  SIGNAL_REFRESHED,
  SIGNAL_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *interface);
static void selection_model_init (GtkSelectionModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlStepList,
                               tl_step_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

/* ---- as a list ---- */

static GType
get_item_type (GListModel *model)
{
  return TL_TYPE_STEP_ENTRY;
}

static guint
get_n_items (GListModel *model)
{
  return TL_STEP_LIST (model)->entries->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  TlStepList *self = TL_STEP_LIST (model);

  return position < self->entries->len ? g_object_ref (g_ptr_array_index (self->entries, position)) : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

/* ---- the selection ---- */

static TlSelection *
selection (TlStepList *self)
{
  return self->document ? tl_document_selection (self->document) : NULL;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  TlStepList *self = TL_STEP_LIST (model);
  TlStep *step = tl_step_list_get (self, position);

  return step && selection (self) && tl_selection_has (selection (self), step);
}

static GtkBitset *
selected_positions (TlStepList *self)
{
  GtkBitset *set = gtk_bitset_new_empty ();
  g_autoptr (GPtrArray) steps = NULL;

  if (!selection (self))
    return set;
  steps = tl_selection_of_kind (selection (self), TL_ITEM_STEP);
  for (guint i = 0; i < steps->len; i++)
    {
      guint position = tl_step_list_position (self, g_ptr_array_index (steps, i));

      if (position != GTK_INVALID_LIST_POSITION)
        gtk_bitset_add (set, position);
    }
  return set;
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  GtkBitset *set = selected_positions (TL_STEP_LIST (model));
  g_autoptr (GtkBitset) range = gtk_bitset_new_range (position, n_items);

  gtk_bitset_intersect (set, range);
  return set;
}

/* What stays selected: what @mask does not speak of, and what @wanted keeps. Other things than steps go where the
 * whole list is spoken of. */
static GPtrArray *
kept_items (TlStepList *self, GtkBitset *wanted, GtkBitset *mask)
{
  GPtrArray *items = tl_selection_items (selection (self));
  gboolean of_all = gtk_bitset_get_size (mask) >= self->entries->len;

  for (guint i = items->len; i-- > 0;)
    {
      guint position = tl_step_list_position (self, g_ptr_array_index (items, i));
      gboolean listed = position != GTK_INVALID_LIST_POSITION;

      if (listed ? gtk_bitset_contains (mask, position) && !gtk_bitset_contains (wanted, position) : of_all)
        g_ptr_array_remove_index (items, i);
    }
  return items;
}

/* The end of a range that lies away from what was selected comes last: it has the focus. */
static void
add_items (TlStepList *self, GPtrArray *items, GtkBitset *added, guint first_kept)
{
  gboolean upwards = gtk_bitset_get_maximum (added) < first_kept && first_kept != GTK_INVALID_LIST_POSITION;
  guint n = (guint) gtk_bitset_get_size (added);

  for (guint i = 0; i < n; i++)
    {
      guint position = gtk_bitset_get_nth (added, upwards ? n - 1 - i : i);

      g_ptr_array_add (items, tl_item_ref (tl_step_list_get (self, position)));
    }
}

static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *wanted, GtkBitset *mask)
{
  TlStepList *self = TL_STEP_LIST (model);
  g_autoptr (GtkBitset) added = NULL;
  g_autoptr (GtkBitset) before = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GtkBitset) kept = NULL;

  if (!self->document)
    return FALSE;
  before = selected_positions (self);
  added = gtk_bitset_copy (wanted);
  gtk_bitset_intersect (added, mask);
  kept = gtk_bitset_copy (added);
  gtk_bitset_intersect (kept, before);
  gtk_bitset_subtract (added, before);
  items = kept_items (self, wanted, mask);
  add_items (self, items, added, gtk_bitset_get_minimum (kept));
  tl_selection_set_items (selection (self), items);
  g_signal_emit (self, signals[SIGNAL_PICKED], 0);
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *interface)
{
  interface->is_selected = is_selected;
  interface->get_selection_in_range = get_selection_in_range;
  interface->set_selection = set_selection;
}

static void
on_selection (TlStepList *self)
{
  g_autoptr (GtkBitset) old = g_steal_pointer (&self->selected);
  guint first, last;

  self->selected = selected_positions (self);
  gtk_bitset_difference (old, self->selected);
  if (gtk_bitset_is_empty (old))
    return;
  first = gtk_bitset_get_minimum (old);
  last = gtk_bitset_get_maximum (old);
  if (first < self->entries->len)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), first,
                                           MIN (last, self->entries->len - 1) - first + 1);
}

/* ---- following the flow ---- */

static TlStep *
step_at (GPtrArray *entries, guint position)
{
  return tl_step_entry_step (g_ptr_array_index (entries, position));
}

/* Entries of the steps in their new order; those that were there already are the same ones. */
static GPtrArray *
new_entries (TlStepList *self, const TlReadingOrder *order)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; order && i < order->steps->len; i++)
    {
      TlStep *step = g_ptr_array_index (order->steps, i);
      guint old = tl_step_list_position (self, step);

      g_ptr_array_add (entries, old == GTK_INVALID_LIST_POSITION
                                    ? (gpointer) tl_step_entry_new (step)
                                    : g_object_ref (g_ptr_array_index (self->entries, old)));
    }
  return entries;
}

static void
number_entries (TlStepList *self)
{
  g_hash_table_remove_all (self->positions);
  for (guint i = 0; i < self->entries->len; i++)
    g_hash_table_insert (self->positions, step_at (self->entries, i), GUINT_TO_POINTER (i + 1));
}

/* Tells GTK the least that has changed: what lies between the same beginning and the same end. */
static void
take_entries (TlStepList *self, GPtrArray *entries)
{
  g_autoptr (GPtrArray) old = self->entries;
  guint least = MIN (old->len, entries->len), same = 0, end = 0;

  while (same < least && g_ptr_array_index (old, same) == g_ptr_array_index (entries, same))
    same++;
  while (end < least - same
         && g_ptr_array_index (old, old->len - 1 - end) == g_ptr_array_index (entries, entries->len - 1 - end))
    end++;
  self->entries = entries;
  if (same == old->len && same == entries->len)
    return;
  number_entries (self);
  g_clear_pointer (&self->selected, gtk_bitset_unref);
  self->selected = selected_positions (self);
  g_list_model_items_changed (G_LIST_MODEL (self), same, old->len - same - end, entries->len - same - end);
}

static void
follow (TlStepList *self)
{
  TlFlow *flow = self->document ? tl_document_flow (self->document) : NULL;
  g_autoptr (TlReadingOrder) order = flow ? tl_reading_order_new (flow) : NULL;

  g_signal_emit (self, signals[SIGNAL_REFRESHING], 0);
  g_clear_pointer (&self->ways, tl_step_ways_free);
  if (flow)
    self->ways = tl_step_ways_new (flow);
  self->n_connected = order ? order->n_connected : 0;
  take_entries (self, new_entries (self, order));
  on_selection (self);
  g_signal_emit (self, signals[SIGNAL_REFRESHED], 0);
}

static gboolean
on_refresh (gpointer data)
{
  TlStepList *self = data;

  self->refresh_source = 0;
  follow (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: a gesture may be many edits. Still in this frame. */
static void
queue_refresh (TlStepList *self)
{
  if (!self->refresh_source)
    self->refresh_source = tl_before_frame_add (TL_BEFORE_FRAME_LISTS, on_refresh, self);
}

/* Moving a step changes nothing that a list tells. */
static void
on_edited (TlStepList *self, guint scope)
{
  if (scope & ~(guint) TL_SCOPE_PLACES)
    queue_refresh (self);
}

static void
on_state (TlStepList *self)
{
  TlFlow *flow = tl_document_flow (self->document);
  TlStep *first = tl_step_list_get (self, 0);

  if (first ? first->item.parent != TL_ITEM (flow) : flow && flow->steps->len)
    queue_refresh (self);
}

static void
disconnect_document (TlStepList *self)
{
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  if (!self->document)
    return;
  g_signal_handlers_disconnect_by_data (self->document, self);
  g_signal_handlers_disconnect_by_data (selection (self), self);
  g_clear_object (&self->document);
}

static void
tl_step_list_dispose (GObject *object)
{
  disconnect_document (TL_STEP_LIST (object));
  G_OBJECT_CLASS (tl_step_list_parent_class)->dispose (object);
}

static void
tl_step_list_finalize (GObject *object)
{
  TlStepList *self = TL_STEP_LIST (object);

  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->positions);
  gtk_bitset_unref (self->selected);
  tl_step_ways_free (self->ways);
  G_OBJECT_CLASS (tl_step_list_parent_class)->finalize (object);
}

static void
tl_step_list_class_init (TlStepListClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_step_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_step_list_finalize;

  /**
   * TlStepList::refreshing:
   * @self: the list
   *
   * It is about to follow the flow.
   */
  signals[SIGNAL_REFRESHING]
      = g_signal_new ("refreshing", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TlStepList::refreshed:
   * @self: the list
   *
   * It has followed the flow; what is said of any step may be other, too.
   */
  signals[SIGNAL_REFRESHED] = g_signal_new ("refreshed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TlStepList::picked:
   * @self: the list
   *
   * Somebody has selected something in the list.
   */
  signals[SIGNAL_PICKED] = g_signal_new ("picked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_step_list_init (TlStepList *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->positions = g_hash_table_new (NULL, NULL);
  self->selected = gtk_bitset_new_empty ();
}

/**
 * tl_step_list_new:
 *
 * Returns: (transfer full): an empty list
 */
TlStepList *
tl_step_list_new (void)
{
  return g_object_new (TL_TYPE_STEP_LIST, NULL);
}

/**
 * tl_step_list_set_document:
 * @self: a list
 * @document: (nullable): whose flow and selection it shows
 */
void
tl_step_list_set_document (TlStepList *self, TlDocument *document)
{
  disconnect_document (self);
  if (document)
    {
      self->document = g_object_ref (document);
      g_signal_connect_swapped (document, "edited", G_CALLBACK (on_edited), self);
      g_signal_connect_swapped (document, "state", G_CALLBACK (on_state), self);
      g_signal_connect_swapped (selection (self), "changed", G_CALLBACK (on_selection), self);
    }
  follow (self);
}

/**
 * tl_step_list_get:
 * @self: a list
 * @position: from 0
 *
 * Returns: (transfer none) (nullable): the step there
 */
TlStep *
tl_step_list_get (TlStepList *self, guint position)
{
  return position < self->entries->len ? step_at (self->entries, position) : NULL;
}

/**
 * tl_step_list_position:
 * @self: a list
 * @item: (nullable): an item of a study
 *
 * Returns: where it stands; %GTK_INVALID_LIST_POSITION for what is not in the list
 */
guint
tl_step_list_position (TlStepList *self, gconstpointer item)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, item));

  return number ? number - 1 : GTK_INVALID_LIST_POSITION;
}

/**
 * tl_step_list_n_connected:
 * @self: a list
 *
 * Returns: how many steps hang together with others; those that stand alone come after them
 */
guint
tl_step_list_n_connected (TlStepList *self)
{
  return self->n_connected;
}

/**
 * tl_step_list_ways:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): what meets at each step, until the next "refreshing"
 */
const TlStepWays *
tl_step_list_ways (TlStepList *self)
{
  return self->ways;
}
