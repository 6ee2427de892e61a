#include "app/selection.h"

#include "study/study.h"

struct _TlSelection
{
  GObject parent_instance;
  GPtrArray *items;  /* in order of selection, the newest last */
  GHashTable *table; /* the same, as a set */
};

G_DEFINE_FINAL_TYPE (TlSelection, tl_selection, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tl_selection_finalize (GObject *object)
{
  TlSelection *self = TL_SELECTION (object);

  g_hash_table_unref (self->table);
  g_ptr_array_unref (self->items);
  G_OBJECT_CLASS (tl_selection_parent_class)->finalize (object);
}

static void
tl_selection_class_init (TlSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_selection_finalize;

  /**
   * TlSelection::changed:
   * @self: the selection
   *
   * The set, or the item that has the focus, is another.
   */
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", TL_TYPE_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_selection_init (TlSelection *self)
{
  self->items = g_ptr_array_new_with_free_func (tl_item_unref);
  self->table = g_hash_table_new (NULL, NULL);
}

static void
changed (TlSelection *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Puts @item last, once. */
static void
put_last (TlSelection *self, gpointer item)
{
  g_autoptr (TlItem) kept = tl_item_ref (item);

  if (g_hash_table_contains (self->table, item))
    g_ptr_array_remove (self->items, item);
  g_hash_table_add (self->table, item);
  g_ptr_array_add (self->items, g_steal_pointer (&kept));
}

/**
 * tl_selection_new:
 *
 * Returns: (transfer full): an empty selection
 */
TlSelection *
tl_selection_new (void)
{
  return g_object_new (TL_TYPE_SELECTION, NULL);
}

/**
 * tl_selection_clear:
 * @self: a selection
 */
void
tl_selection_clear (TlSelection *self)
{
  tl_selection_set (self, NULL);
}

/**
 * tl_selection_set:
 * @self: a selection
 * @item: (nullable): the one item to be selected, or %NULL for none
 */
void
tl_selection_set (TlSelection *self, gpointer item)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  if (item)
    g_ptr_array_add (items, item);
  tl_selection_set_items (self, items);
}

static gboolean
is_same (TlSelection *self, GPtrArray *items)
{
  if (items->len != self->items->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (g_ptr_array_index (items, i) != g_ptr_array_index (self->items, i))
      return FALSE;
  return TRUE;
}

/**
 * tl_selection_set_items:
 * @self: a selection
 * @items: (element-type TlItem): what is to be selected; the last has the focus
 */
void
tl_selection_set_items (TlSelection *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) old = NULL;

  if (is_same (self, items))
    return;
  /* The old ones go last: @items may be kept alive by nothing else. */
  old = g_steal_pointer (&self->items);
  self->items = g_ptr_array_new_with_free_func (tl_item_unref);
  g_hash_table_remove_all (self->table);
  for (guint i = 0; i < items->len; i++)
    put_last (self, g_ptr_array_index (items, i));
  changed (self);
}

/**
 * tl_selection_add:
 * @self: a selection
 * @item: an item; gets the focus
 */
void
tl_selection_add (TlSelection *self, gpointer item)
{
  if (tl_selection_focus (self) == item)
    return;
  put_last (self, item);
  changed (self);
}

/**
 * tl_selection_toggle:
 * @self: a selection
 * @item: an item; taken out if it is selected, else added
 */
void
tl_selection_toggle (TlSelection *self, gpointer item)
{
  if (g_hash_table_remove (self->table, item))
    g_ptr_array_remove (self->items, item);
  else
    put_last (self, item);
  changed (self);
}

/**
 * tl_selection_has:
 * @self: a selection
 * @item: an item
 *
 * Returns: whether @item is selected; takes constant time
 */
gboolean
tl_selection_has (TlSelection *self, gconstpointer item)
{
  return g_hash_table_contains (self->table, item);
}

/**
 * tl_selection_size:
 * @self: a selection
 *
 * Returns: how many items are selected
 */
guint
tl_selection_size (TlSelection *self)
{
  return self->items->len;
}

/**
 * tl_selection_focus:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): the item that was selected last
 */
TlItem *
tl_selection_focus (TlSelection *self)
{
  if (self->items->len == 0)
    return NULL;
  return g_ptr_array_index (self->items, self->items->len - 1);
}

/**
 * tl_selection_of_kind:
 * @self: a selection
 * @kind: a kind of items
 *
 * Returns: (transfer full) (element-type TlItem): the selected items of that kind, in order of
 *   selection
 */
GPtrArray *
tl_selection_of_kind (TlSelection *self, TlItemKind kind)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (tl_item_unref);

  for (guint i = 0; i < self->items->len; i++)
    {
      TlItem *item = g_ptr_array_index (self->items, i);

      if (item->kind == kind)
        g_ptr_array_add (items, tl_item_ref (item));
    }
  return items;
}

/**
 * tl_selection_items:
 * @self: a selection
 *
 * Returns: (transfer full) (element-type TlItem): all selected items, in order of selection
 */
GPtrArray *
tl_selection_items (TlSelection *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (tl_item_unref);

  for (guint i = 0; i < self->items->len; i++)
    g_ptr_array_add (items, tl_item_ref (g_ptr_array_index (self->items, i)));
  return items;
}

/**
 * tl_selection_table:
 * @self: a selection
 *
 * Returns: (transfer none) (element-type TlItem): the selected items as a set
 */
GHashTable *
tl_selection_table (TlSelection *self)
{
  return self->table;
}

/**
 * tl_selection_prune:
 * @self: a selection
 * @study: the #TlStudy
 *
 * Drops items that are no longer part of @study, after an undo or a deletion.
 */
void
tl_selection_prune (TlSelection *self, gpointer study)
{
  gboolean dropped = FALSE;

  for (guint i = self->items->len; i-- > 0;)
    {
      TlItem *item = g_ptr_array_index (self->items, i);

      if (tl_study_of (item) == study)
        continue;
      g_hash_table_remove (self->table, item);
      g_ptr_array_remove_index (self->items, i);
      dropped = TRUE;
    }
  if (dropped)
    changed (self);
}
