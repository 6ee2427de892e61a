#include "analysis/flow-differences.h"

#include <math.h>

#include "analysis/step-match.h"

static void
difference_clear (TlDifference *difference)
{
  g_clear_pointer (&difference->before, tl_item_unref);
  g_clear_pointer (&difference->after, tl_item_unref);
}

static void
note (TlFlowDifferences *self, gpointer before, gpointer after, guint aspects)
{
  TlDifference difference = { .aspects = aspects };

  if (before && after && !aspects)
    return;
  difference.before = before ? tl_item_ref (before) : NULL;
  difference.after = after ? tl_item_ref (after) : NULL;
  g_array_append_val (self->list, difference);
  if (after)
    g_hash_table_insert (self->places, after, GUINT_TO_POINTER (self->list->len));
}

/* Absent is as good as absent. */
static gboolean
same_number (double a, double b)
{
  return (isnan (a) && isnan (b)) || a == b;
}

/* ---- steps ---- */

static guint
step_aspects (const TlStep *before, const TlStep *after)
{
  gboolean waste = before->class == TL_CLASS_WASTE && before->waste != after->waste;
  guint aspects = 0;

  if (g_strcmp0 (before->name, after->name) != 0)
    aspects |= TL_ASPECT_NAME;
  if (before->kind != after->kind)
    aspects |= TL_ASPECT_KIND;
  if (before->class != after->class || waste || before->repeats != after->repeats)
    aspects |= TL_ASPECT_CLASS;
  if (before->role != after->role)
    aspects |= TL_ASPECT_ROLE;
  if (!same_number (before->work_minutes, after->work_minutes))
    aspects |= TL_ASPECT_WORK;
  if (!same_number (before->wait_minutes, after->wait_minutes))
    aspects |= TL_ASPECT_WAIT;
  return aspects;
}

static void
compare_steps (TlFlowDifferences *self)
{
  for (guint i = 0; i < self->after->steps->len; i++)
    {
      TlStep *after = g_ptr_array_index (self->after->steps, i);
      TlStep *before = g_hash_table_lookup (self->partners, after);

      note (self, before, after, before ? step_aspects (before, after) : 0);
    }
  for (guint i = 0; i < self->before->steps->len; i++)
    {
      TlStep *before = g_ptr_array_index (self->before->steps, i);

      if (!g_hash_table_contains (self->partners, before))
        note (self, before, NULL, 0);
    }
}

/* ---- what refers to steps ---- */

/* What an item is known by in the flow that is looked at: two things. */
typedef struct
{
  gconstpointer one;
  gconstpointer other;
} Key;

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_direct_hash (key->one) * 31 + g_direct_hash (key->other);
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *one = a, *two = b;

  return one->one == two->one && one->other == two->other;
}

static Key
key_of (const TlItem *item)
{
  switch ((int) item->kind)
    {
    case TL_ITEM_CONNECTOR:
      return (Key){ ((const TlConnector *) item)->from, ((const TlConnector *) item)->to };
    case TL_ITEM_RAISES:
      return (Key){ ((const TlRaises *) item)->step, ((const TlRaises *) item)->demand };
    default:
      return (Key){ ((const TlEntry *) item)->demand, NULL };
    }
}

/* Steps of the one flow stand for their partners in the other; what has none is known by nothing there. */
static gboolean
translate (const TlFlowDifferences *self, const TlItem *item, Key *key)
{
  if (item->kind == TL_ITEM_ENTRY)
    return TRUE;
  key->one = g_hash_table_lookup (self->partners, key->one);
  if (item->kind == TL_ITEM_CONNECTOR)
    key->other = g_hash_table_lookup (self->partners, key->other);
  return key->one && key->other;
}

static gboolean
same_shares (const TlConnector *before, const TlConnector *after)
{
  if (!same_number (before->share, after->share) || before->shares->len != after->shares->len)
    return FALSE;
  for (guint i = 0; i < before->shares->len; i++)
    {
      const TlShare *share = g_ptr_array_index (before->shares, i);
      const TlShare *other = tl_connector_own_share (after, share->demand);

      if (!other || other->value != share->value)
        return FALSE;
    }
  return TRUE;
}

static guint
connector_aspects (const TlConnector *before, const TlConnector *after)
{
  guint aspects = 0;

  if (g_strcmp0 (before->label, after->label) != 0)
    aspects |= TL_ASPECT_NAME;
  if (before->kind != after->kind)
    aspects |= TL_ASPECT_KIND;
  if (!same_shares (before, after))
    aspects |= TL_ASPECT_SHARE;
  return aspects;
}

static guint
aspects_of (const TlFlowDifferences *self, gconstpointer before, gconstpointer after)
{
  const TlItem *item = after;

  switch ((int) item->kind)
    {
    case TL_ITEM_CONNECTOR:
      return connector_aspects (before, after);
    case TL_ITEM_RAISES:
      return ((const TlRaises *) before)->rate == ((const TlRaises *) after)->rate ? 0 : TL_ASPECT_RATE;
    default:
      return g_hash_table_lookup (self->partners, ((const TlEntry *) before)->step) == ((const TlEntry *) after)->step
                 ? 0
                 : TL_ASPECT_STEP;
    }
}

/* From what an item of the flow compared with would be known by here, to a queue of such items: there may be
 * several connectors between two steps, which then are taken in turn. */
static GHashTable *
index_items (const TlFlowDifferences *self, GPtrArray *items)
{
  GHashTable *index = g_hash_table_new_full (key_hash, key_equal, g_free, (GDestroyNotify) g_queue_free);

  for (guint i = 0; i < items->len; i++)
    {
      TlItem *item = g_ptr_array_index (items, i);
      Key key = key_of (item);
      GQueue *queue;

      if (!translate (self, item, &key))
        continue;
      queue = g_hash_table_lookup (index, &key);
      if (!queue)
        {
          queue = g_queue_new ();
          g_hash_table_insert (index, g_memdup2 (&key, sizeof key), queue);
        }
      g_queue_push_tail (queue, item);
    }
  return index;
}

static void
compare_items (TlFlowDifferences *self, TlItemKind kind)
{
  GPtrArray *befores = tl_item_list (self->before, kind);
  GPtrArray *afters = tl_item_list (self->after, kind);
  g_autoptr (GHashTable) index = index_items (self, befores);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < afters->len; i++)
    {
      TlItem *after = g_ptr_array_index (afters, i);
      Key key = key_of (after);
      GQueue *queue = g_hash_table_lookup (index, &key);
      TlItem *before = queue ? g_queue_pop_head (queue) : NULL;

      if (before)
        g_hash_table_add (taken, before);
      note (self, before, after, before ? aspects_of (self, before, after) : 0);
    }
  for (guint i = 0; i < befores->len; i++)
    if (!g_hash_table_contains (taken, g_ptr_array_index (befores, i)))
      note (self, g_ptr_array_index (befores, i), NULL, 0);
}

/**
 * tl_flow_differences_new:
 * @before: a flow
 * @after: another flow of the same study
 *
 * Takes time in proportion to the two flows.
 *
 * Returns: (transfer full): what is another in @after
 */
TlFlowDifferences *
tl_flow_differences_new (TlFlow *before, TlFlow *after)
{
  TlFlowDifferences *self = g_new0 (TlFlowDifferences, 1);

  self->before = (TlFlow *) tl_item_ref (before);
  self->after = (TlFlow *) tl_item_ref (after);
  self->list = g_array_new (FALSE, FALSE, sizeof (TlDifference));
  g_array_set_clear_func (self->list, (GDestroyNotify) difference_clear);
  self->places = g_hash_table_new (NULL, NULL);
  self->partners = tl_steps_match (before, after);
  compare_steps (self);
  compare_items (self, TL_ITEM_CONNECTOR);
  compare_items (self, TL_ITEM_ENTRY);
  compare_items (self, TL_ITEM_RAISES);
  return self;
}

/**
 * tl_flow_differences_free:
 * @differences: (transfer full) (nullable): differences; on the thread that owns the study
 */
void
tl_flow_differences_free (TlFlowDifferences *differences)
{
  if (!differences)
    return;
  g_hash_table_unref (differences->partners);
  g_hash_table_unref (differences->places);
  g_array_unref (differences->list);
  tl_item_unref (differences->before);
  tl_item_unref (differences->after);
  g_free (differences);
}

/**
 * tl_flow_differences_of:
 * @differences: differences
 * @item: an item of the flow that is looked at
 *
 * Takes constant time.
 *
 * Returns: (transfer none) (nullable): what is another about it; %NULL where nothing is
 */
const TlDifference *
tl_flow_differences_of (const TlFlowDifferences *differences, gconstpointer item)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (differences->places, item));

  return place ? &g_array_index (differences->list, TlDifference, place - 1) : NULL;
}

/**
 * tl_flow_differences_partner:
 * @differences: differences
 * @step: a step of either flow
 *
 * Returns: (transfer none) (nullable): the same step in the other flow; %NULL where it has none there
 */
TlStep *
tl_flow_differences_partner (const TlFlowDifferences *differences, const TlStep *step)
{
  return g_hash_table_lookup (differences->partners, step);
}

/**
 * tl_flow_differences_follows:
 * @differences: differences
 * @difference: one of them
 *
 * Returns: whether it goes without saying: a connector that came or went together with a step,
 *   or what a step raised that went
 */
gboolean
tl_flow_differences_follows (const TlFlowDifferences *differences, const TlDifference *difference)
{
  const TlItem *item = difference->after ? difference->after : difference->before;
  const TlConnector *connector = (const TlConnector *) item;

  if (difference->before && difference->after)
    return FALSE;
  switch ((int) item->kind)
    {
    case TL_ITEM_CONNECTOR:
      return !tl_flow_differences_partner (differences, connector->from)
             || !tl_flow_differences_partner (differences, connector->to);
    case TL_ITEM_RAISES:
      return !difference->after && !tl_flow_differences_partner (differences, ((const TlRaises *) item)->step);
    default:
      return FALSE;
    }
}
