/* flow-order.c: the order of each layer, with few crossings.
 *
 * Sweeps to and fro (Sugiyama, Tagawa, Toda 1981), each cell going to the mean or to the median
 * place of its neighbours, with exchanges between; then sifting and shaking. Small flows are tried from several
 * beginnings. Ties keep the order that people gave.
 */
#include "layout/flow-crossings.h"

#include <string.h>

/* A sweep that saves nothing is followed by so many more. */
#define MOST_IDLE 2
#define MOST_SWEEPS 24
/* Work of the search that goes on once sifting finds nothing more, in places looked at: for each cell, at least, and
 * at most. */
#define WORK_A_CELL 250
#define LEAST_WORK 50000
#define MOST_WORK 20000000
/* Cells of a flow that is searched again from other beginnings, as it has time to spare. */
#define FEW 160
/* Work to let edges pass better, for each cell. */
#define WORK_A_PASSING 50
/* Cells of a flow that is tried from several beginnings. */
#define SMALL 3000
/* An order that a person gave may cost so many crossings more, and such a part of the fewest. */
#define WORTH 2
#define WORTH_PART 0.1

typedef struct
{
  guint cell;
  int tie;
  double key;
} Wish;

typedef struct
{
  TlLayers *layers;
  guint *best; /* the order with the fewest crossings so far */
  guint64 fewest;
} Search;

static void
take_order (TlLayers *layers, const guint *order)
{
  memcpy (layers->order, order, layers->cells->len * sizeof (guint));
  for (guint l = 0; l < layers->n_layers; l++)
    for (guint i = layers->start[l]; i < layers->start[l + 1]; i++)
      layers->place[layers->order[i]] = i - layers->start[l];
}

/* Returns: whether the order is better than the best so far */
static gboolean
keep_best (Search *self)
{
  guint64 crossings = tl_layers_crossings (self->layers);

  if (crossings >= self->fewest)
    return FALSE;
  self->fewest = crossings;
  memcpy (self->best, self->layers->order, self->layers->cells->len * sizeof (guint));
  return TRUE;
}

static double
mean_place (const TlLayers *layers, const TlSide *side, guint cell)
{
  guint first = side->start[cell], count = side->start[cell + 1] - first;
  double sum = 0;

  for (guint i = 0; i < count; i++)
    sum += layers->place[side->cell[first + i]];
  return sum / count;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

/* The middle neighbour's place; of two, nearer the one where they stand closer (Gansner et al.
 * 1993). */
static double
median_place (const TlLayers *layers, const TlSide *side, guint cell)
{
  guint first = side->start[cell], count = side->start[cell + 1] - first;
  g_autofree guint *places = NULL;
  double left, right;

  if (count <= 2)
    return mean_place (layers, side, cell);
  places = g_new (guint, count);
  for (guint i = 0; i < count; i++)
    places[i] = layers->place[side->cell[first + i]];
  qsort (places, count, sizeof (guint), compare_numbers);
  if (count % 2 == 1)
    return places[count / 2];
  left = places[count / 2 - 1] - places[0];
  right = places[count - 1] - places[count / 2];
  if (left + right <= 0)
    return (places[count / 2 - 1] + places[count / 2]) / 2.0;
  return (places[count / 2 - 1] * right + places[count / 2] * left) / (left + right);
}

static int
compare_wishes (gconstpointer a, gconstpointer b)
{
  const Wish *first = a, *second = b;

  if (first->key < second->key || first->key > second->key)
    return first->key < second->key ? -1 : 1;
  return first->tie < second->tie ? -1 : first->tie > second->tie;
}

/* Those joined to nothing on that side stay where they are; the others are sorted among themselves.
 */
static void
sort_lane (TlLayers *layers, guint *order, guint from, guint to, const TlSide *side, guint way)
{
  g_autofree Wish *wishes = g_new (Wish, to - from + 1);
  guint count = 0, next = 0;

  for (guint i = from; i < to; i++)
    if (side->start[order[i]] < side->start[order[i] + 1])
      wishes[count++] = (Wish){ order[i], way & 4 ? -(int) i : (int) i,
                                way & 2 ? median_place (layers, side, order[i]) : mean_place (layers, side, order[i]) };
  qsort (wishes, count, sizeof (Wish), compare_wishes);
  for (guint i = from; i < to; i++)
    {
      if (side->start[order[i]] < side->start[order[i] + 1])
        order[i] = wishes[next++].cell;
      layers->place[order[i]] = i;
    }
}

static void
sort_layer (TlLayers *layers, guint layer, const TlSide *side, guint way)
{
  guint *order = layers->order + layers->start[layer];
  guint width = layers->start[layer + 1] - layers->start[layer];

  for (guint from = 0, to; from < width; from = to)
    {
      int lane = tl_cell (layers, order[from])->lane;

      for (to = from + 1; to < width && tl_cell (layers, order[to])->lane == lane;)
        to++;
      sort_lane (layers, order, from, to, side, way);
    }
}

/* @way: 1 backwards, 2 by medians, 4 turning ties */
static void
sweep (TlLayers *layers, guint way)
{
  for (guint i = 1; i < layers->n_layers; i++)
    if (way & 1)
      sort_layer (layers, layers->n_layers - 1 - i, &layers->after, way);
    else
      sort_layer (layers, i, &layers->before, way);
}

static void
sweep_from_here (Search *self, guint ways)
{
  guint idle = 0;

  for (guint i = 0; i < MOST_SWEEPS && idle < MOST_IDLE && self->fewest > 0; i++)
    {
      sweep (self->layers, (i & 1) | ways | ((i >> 1 & 1) << 2));
      tl_layers_transpose (self->layers);
      idle = keep_best (self) ? 0 : idle + 1;
    }
}

/* Neighbours in the order in which a walk from the first cells finds them, or from the last. */
static void
order_by_walk (TlLayers *layers, gboolean from_end)
{
  g_autofree double *keys = g_new (double, layers->cells->len + 1);
  g_autofree guint *queue = g_new (guint, layers->cells->len + 1);
  g_autofree gboolean *seen = g_new0 (gboolean, layers->cells->len + 1);
  guint n_queue = 0, running = 0;

  for (guint c = 0; c < layers->cells->len; c++)
    keys[c] = tl_cell (layers, c)->key;
  for (guint i = 0; i < layers->cells->len; i++)
    {
      guint root = layers->order[from_end ? layers->cells->len - 1 - i : i];

      for (queue[n_queue = 0] = root, n_queue = seen[root] ? 0 : 1; n_queue > 0;)
        {
          guint cell = queue[--n_queue];
          const TlSide *side = from_end ? &layers->before : &layers->after;

          if (seen[cell])
            continue;
          seen[cell] = TRUE;
          tl_cell (layers, cell)->key = running++;
          for (guint k = side->start[cell + 1]; k-- > side->start[cell];)
            if (!seen[side->cell[k]] && n_queue < layers->cells->len)
              queue[n_queue++] = side->cell[k];
        }
    }
  tl_layers_sort_by_key (layers);
  for (guint c = 0; c < layers->cells->len; c++)
    tl_cell (layers, c)->key = keys[c];
}

static guint64
work_for (guint n_cells)
{
  return CLAMP ((guint64) n_cells * WORK_A_CELL, LEAST_WORK, MOST_WORK);
}

static void
search_from_here (Search *self, guint64 work)
{
  tl_layers_sift (self->layers, FALSE);
  tl_layers_reroute (self->layers);
  tl_layers_shake (self->layers, work, FALSE);
  tl_layers_reroute (self->layers);
  keep_best (self);
}

static void
search_all (Search *self)
{
  TlLayers *layers = self->layers;
  gboolean small = layers->cells->len <= SMALL;

  sweep_from_here (self, 0);
  if (small && self->fewest > 0)
    {
      take_order (layers, self->best);
      sweep_from_here (self, 2);
    }
  for (guint end = 0; end < 2 && self->fewest > 0; end++)
    {
      order_by_walk (layers, end == 1);
      sweep_from_here (self, end == 0 ? 2 : 0);
    }
  take_order (layers, self->best);
  if (self->fewest == 0)
    return;
  search_from_here (self, work_for (layers->cells->len));
  for (guint end = 0; end < 2 && self->fewest > 0 && layers->cells->len <= FEW; end++)
    {
      order_by_walk (layers, end == 1);
      search_from_here (self, LEAST_WORK);
    }
  take_order (layers, self->best);
}

/**
 * tl_layers_order_passing:
 * @layers: layers in the order of their keys
 *
 * Orders edges that pass so that they cross little; steps keep their order.
 */
void
tl_layers_order_passing (TlLayers *layers)
{
  tl_layers_sift (layers, TRUE);
  tl_layers_reroute (layers);
  tl_layers_shake (layers, (guint64) layers->cells->len * WORK_A_PASSING, TRUE);
  tl_layers_reroute (layers);
}

/**
 * tl_layers_order_near:
 * @layers: layers in the order of their keys
 *
 * Keeps that order but for what saves crossings by moving; edges that pass go first.
 */
void
tl_layers_order_near (TlLayers *layers)
{
  if (layers->n_layers == 0)
    return;
  tl_layers_order_passing (layers);
  tl_layers_sift (layers, FALSE);
}

/**
 * tl_layers_order:
 * @layers: layers in the order that people gave
 * @keep: whether that order is worth something where it costs few crossings
 *
 * Orders each layer so that few edges cross; lanes stay apart. The same layers always get the same
 * order.
 */
void
tl_layers_order (TlLayers *layers, gboolean keep)
{
  g_autofree guint *best = g_memdup2 (layers->order, (layers->cells->len + 1) * sizeof (guint));
  g_autofree guint *near = NULL;
  Search search = { layers, best, G_MAXUINT64 };
  guint64 fewest_near;

  if (layers->n_layers == 0)
    return;
  keep_best (&search);
  if (!keep)
    {
      search_all (&search);
      return;
    }
  tl_layers_order_near (layers);
  keep_best (&search);
  near = g_memdup2 (layers->order, layers->cells->len * sizeof (guint));
  fewest_near = search.fewest;
  search_all (&search);
  if (fewest_near <= search.fewest + WORTH + (guint64) (WORTH_PART * (double) search.fewest))
    take_order (layers, near);
}
