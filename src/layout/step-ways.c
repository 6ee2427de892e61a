#include "layout/step-ways.h"

#include "study/connector.h"
#include "study/entry.h"
#include "study/raises.h"

#define NOTHING G_MAXUINT

struct _TlStepWays
{
  GPtrArray *items[TL_N_WAYS]; /* the flow's own lists */
  GHashTable *numbers;         /* of steps, from 1 */
  guint *first[TL_N_WAYS];     /* by step: the first item there */
  guint *next[TL_N_WAYS];      /* by item: the next one at the same step */
};

static TlStep *
step_of (TlWay way, gpointer item)
{
  switch (way)
    {
    case TL_WAY_OUT:
      return ((TlConnector *) item)->from;
    case TL_WAY_IN:
      return ((TlConnector *) item)->to;
    case TL_WAY_ENTRIES:
      return ((TlEntry *) item)->step;
    case TL_WAY_RAISES:
      return ((TlRaises *) item)->step;
    case TL_N_WAYS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* From the end, so that each step's thread begins with the first. */
static void
thread (TlStepWays *self, TlWay way, guint n_steps)
{
  GPtrArray *items = self->items[way];

  self->first[way] = g_new (guint, n_steps + 1);
  self->next[way] = g_new (guint, items->len + 1);
  for (guint i = 0; i <= n_steps; i++)
    self->first[way][i] = NOTHING;
  for (guint i = items->len; i-- > 0;)
    {
      TlStep *step = step_of (way, g_ptr_array_index (items, i));
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, step));

      self->next[way][i] = self->first[way][number];
      self->first[way][number] = i;
    }
}

/**
 * tl_step_ways_new:
 * @flow: a flow
 *
 * Takes time in proportion to the flow.
 *
 * Returns: (transfer full): what meets at each of its steps; good until the flow's structure changes
 */
TlStepWays *
tl_step_ways_new (TlFlow *flow)
{
  TlStepWays *self = g_new0 (TlStepWays, 1);

  self->items[TL_WAY_OUT] = self->items[TL_WAY_IN] = flow->connectors;
  self->items[TL_WAY_ENTRIES] = flow->entries;
  self->items[TL_WAY_RAISES] = flow->raises;
  self->numbers = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < flow->steps->len; i++)
    g_hash_table_insert (self->numbers, g_ptr_array_index (flow->steps, i), GUINT_TO_POINTER (i + 1));
  for (int way = 0; way < TL_N_WAYS; way++)
    {
      g_ptr_array_ref (self->items[way]);
      thread (self, (TlWay) way, flow->steps->len);
    }
  return self;
}

/**
 * tl_step_ways_free:
 * @ways: (transfer full) (nullable): what meets at each step
 */
void
tl_step_ways_free (TlStepWays *self)
{
  if (!self)
    return;
  for (int way = 0; way < TL_N_WAYS; way++)
    {
      g_ptr_array_unref (self->items[way]);
      g_free (self->first[way]);
      g_free (self->next[way]);
    }
  g_hash_table_unref (self->numbers);
  g_free (self);
}

/**
 * tl_step_ways_iter:
 * @ways: what meets at each step
 * @step: a step of the flow
 * @way: what of it
 * @iter: (out): stands before the first
 */
void
tl_step_ways_iter (const TlStepWays *self, const TlStep *step, TlWay way, TlStepWaysIter *iter)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, step));

  iter->items = self->items[way];
  iter->next = self->next[way];
  iter->at = number ? self->first[way][number] : NOTHING;
}

/**
 * tl_step_ways_next:
 * @iter: an iterator
 *
 * Returns: (transfer none) (nullable): the next #TlConnector, #TlEntry or #TlRaises
 */
gpointer
tl_step_ways_next (TlStepWaysIter *iter)
{
  gpointer item;

  if (iter->at == NOTHING)
    return NULL;
  item = g_ptr_array_index (iter->items, iter->at);
  iter->at = iter->next[iter->at];
  return item;
}

/**
 * tl_step_ways_is_loose:
 * @ways: what meets at each step
 * @step: a step of the flow
 *
 * Returns: whether no connector joins it to another step
 */
gboolean
tl_step_ways_is_loose (const TlStepWays *self, const TlStep *step)
{
  for (int way = TL_WAY_OUT; way <= TL_WAY_IN; way++)
    {
      TlStepWaysIter iter;
      const TlConnector *connector;

      tl_step_ways_iter (self, step, (TlWay) way, &iter);
      while ((connector = tl_step_ways_next (&iter)))
        if (connector->from != connector->to)
          return FALSE;
    }
  return TRUE;
}
