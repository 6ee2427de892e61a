/* flow-order.c: the order of each layer, with few crossings.
 *
 * Barycentre sweeps (Sugiyama, Tagawa, Toda 1981): each cell goes to the mean place of its
 * neighbours, to and fro; the order with the fewest crossings is kept. Ties keep the order that
 * people gave.
 */
#include "layout/flow-layers.h"

#define N_SWEEPS 8

typedef struct
{
  guint cell;
  guint part;
  guint place;
  double key;
} Wish;

static int
compare_wishes (gconstpointer a, gconstpointer b)
{
  const Wish *first = a;
  const Wish *second = b;

  if (first->part != second->part)
    return first->part < second->part ? -1 : 1;
  if (first->key < second->key || first->key > second->key)
    return first->key < second->key ? -1 : 1;
  return first->place < second->place ? -1 : first->place > second->place;
}

static double
mean_place (const TlLayers *layers, guint cell, gboolean by_left)
{
  const guint *start = by_left ? layers->left_start : layers->right_start;
  const guint *list = by_left ? layers->left : layers->right;
  double sum = 0;

  if (start[cell] == start[cell + 1])
    return tl_cell (layers, cell)->place;
  for (guint i = start[cell]; i < start[cell + 1]; i++)
    {
      const TlSpan *span = tl_span (layers, list[i]);
      sum += tl_cell (layers, by_left ? span->from : span->to)->place;
    }
  return sum / (start[cell + 1] - start[cell]);
}

static void
sort_layer (TlLayers *layers, guint layer, gboolean by_left)
{
  GArray *list = layers->layers[layer];
  g_autofree Wish *wishes = g_new (Wish, list->len + 1);

  for (guint i = 0; i < list->len; i++)
    {
      guint cell = g_array_index (list, guint, i);

      wishes[i]
          = (Wish){ cell, tl_cell (layers, cell)->part, i, mean_place (layers, cell, by_left) };
    }
  qsort (wishes, list->len, sizeof (Wish), compare_wishes);
  for (guint i = 0; i < list->len; i++)
    g_array_index (list, guint, i) = wishes[i].cell;
  tl_layers_renumber (layers, layer);
}

static void
sweep (TlLayers *layers, gboolean by_left)
{
  for (guint i = 1; i < layers->n_layers; i++)
    sort_layer (layers, by_left ? i : layers->n_layers - 1 - i, by_left);
}

typedef struct
{
  guint from;
  guint to;
} Pair;

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *first = a;
  const Pair *second = b;

  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;
  return first->to < second->to ? -1 : first->to > second->to;
}

/* Inversions, counted with a binary indexed tree (Barth, Jünger, Mutzel 2002). */
static guint64
count_inversions (const Pair *pairs, guint n_pairs, guint n_places)
{
  g_autofree guint *tree = g_new0 (guint, n_places + 1);
  guint64 inversions = 0;

  for (guint i = 0; i < n_pairs; i++)
    {
      guint not_after = 0;

      for (guint at = pairs[i].to + 1; at > 0; at -= at & -at)
        not_after += tree[at];
      inversions += i - not_after;
      for (guint at = pairs[i].to + 1; at <= n_places; at += at & -at)
        tree[at]++;
    }
  return inversions;
}

static guint64
count_crossings_after (const TlLayers *layers, guint layer)
{
  const GArray *list = layers->layers[layer];
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint i = 0; i < list->len; i++)
    {
      guint cell = g_array_index (list, guint, i);

      for (guint s = layers->right_start[cell]; s < layers->right_start[cell + 1]; s++)
        {
          const TlSpan *span = tl_span (layers, layers->right[s]);
          Pair pair = { i, tl_cell (layers, span->to)->place };

          g_array_append_val (pairs, pair);
        }
    }
  if (pairs->len < 2)
    return 0;
  qsort (pairs->data, pairs->len, sizeof (Pair), compare_pairs);
  return count_inversions ((const Pair *) (gconstpointer) pairs->data, pairs->len,
                           layers->layers[layer + 1]->len);
}

static guint64
count_crossings (const TlLayers *layers)
{
  guint64 sum = 0;

  for (guint l = 0; l + 1 < layers->n_layers; l++)
    sum += count_crossings_after (layers, l);
  return sum;
}

static guint *
save_places (const TlLayers *layers)
{
  guint *places = g_new (guint, layers->cells->len + 1);

  for (guint c = 0; c < layers->cells->len; c++)
    places[c] = tl_cell (layers, c)->place;
  return places;
}

static void
restore_places (TlLayers *layers, const guint *places)
{
  for (guint c = 0; c < layers->cells->len; c++)
    {
      TlCell *cell = tl_cell (layers, c);

      cell->place = places[c];
      g_array_index (layers->layers[cell->layer], guint, cell->place) = c;
    }
}

/**
 * tl_layers_order:
 * @layers: layers, in any order
 *
 * Orders each layer so that few edges cross. The same flow always gets the same order.
 */
void
tl_layers_order (TlLayers *layers)
{
  g_autofree guint *best = NULL;
  guint64 fewest = G_MAXUINT64;

  for (guint i = 0; i < N_SWEEPS && fewest > 0; i++)
    {
      guint64 crossings;

      sweep (layers, i % 2 == 0);
      crossings = count_crossings (layers);
      if (crossings < fewest)
        {
          fewest = crossings;
          g_free (best);
          best = save_places (layers);
        }
    }
  if (best != NULL)
    restore_places (layers, best);
}
