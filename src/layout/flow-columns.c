/* flow-columns.c: coordinates for ordered layers.
 *
 * A layer is a column. Across, each cell goes as near to its neighbours as order and gaps allow, to
 * and fro, with the main way through the flow insisting most on being straight. Where all stands
 * well already it stays.
 */
#include "layout/flow-columns.h"
#include "layout/spread.h"

#include <math.h>

#define N_SWEEPS 12
#define GAP_PASSING 26.0
#define GAP_BOTH_PASSING 16.0
/* A gap between columns widens by this for each line that runs in it beside the others. */
#define GAP_LINE 10.0
#define GAP_MOST 2000.0
/* A main way out of line by less than this is pulled straight by where it docks, not by moving
 * boxes. */
#define STRAIGHT 1.0
/* What stands insists on its place so much more than what is new. */
#define WEIGHT_STANDS 1e5
/* What stands may be so much less straight than what would be best, and so much larger. */
#define WORSE 1.15
#define WORSE_MAIN 400.0
#define LARGER 1.2

/**
 * tl_layers_distance:
 * @layers: layers
 * @above: a cell
 * @below: the next of its layer
 *
 * Returns: the least distance between their middles, in points
 */
double
tl_layers_distance (const TlLayers *layers, guint above, guint below)
{
  const TlCell *one = tl_cell (layers, above), *other = tl_cell (layers, below);
  double gap = TL_STEP_GAP_Y;

  if (one->node < 0 && other->node < 0)
    gap = GAP_BOTH_PASSING;
  else if (one->node < 0 || other->node < 0)
    gap = GAP_PASSING;
  return (one->size + other->size) / 2 + gap;
}

typedef struct
{
  TlLayers *layers;
  GArray *bands; /* (nullable) */
  double *numbers;
  gboolean stay; /* what has a place keeps it where it can */
} Placer;

static gboolean
stands (const TlLayers *layers, const TlCell *cell)
{
  return cell->node >= 0 && layers->graph->nodes[cell->node].placed;
}

static void
pull_cell (const TlLayers *layers, guint cell, const TlSide *side, double *wanted, double *weight)
{
  *wanted = 0;
  *weight = 0;
  for (guint i = side->start[cell]; i < side->start[cell + 1]; i++)
    {
      *wanted += side->weight[i] * tl_cell (layers, side->cell[i])->at;
      *weight += side->weight[i];
    }
  if (*weight > 0)
    *wanted /= *weight;
  else
    *wanted = tl_cell (layers, cell)->at;
  *weight = MAX (*weight, 0.01);
}

/* Spreads neighbours of one lane, within its band. */
static void
spread_cells (Placer *self,
              const guint *cells,
              guint count,
              const double *wanted,
              const double *weights)
{
  double *gaps = self->numbers, *places = self->numbers + count;
  double offset = 0, low = -G_MAXDOUBLE, high = G_MAXDOUBLE;

  for (guint i = 1; i < count; i++)
    offset += gaps[i] = tl_layers_distance (self->layers, cells[i - 1], cells[i]);
  tl_spread (places, wanted, weights, gaps, count);
  if (self->bands != NULL)
    {
      const TlBand *band = tl_bands_find (self->bands, tl_cell (self->layers, cells[0])->lane);

      low = band->low + tl_cell (self->layers, cells[0])->size / 2;
      high = band->high - tl_cell (self->layers, cells[count - 1])->size / 2 - offset;
    }
  offset = 0;
  for (guint i = 0; i < count; i++)
    {
      offset += i > 0 ? gaps[i] : 0;
      tl_cell (self->layers, cells[i])->at = MAX (low, MIN (places[i] - offset, high)) + offset;
    }
}

static void
spread_layer (Placer *self, guint layer, const TlSide *side)
{
  const TlLayers *layers = self->layers;
  const guint *cells = layers->order + layers->start[layer];
  guint count = layers->start[layer + 1] - layers->start[layer];
  double *wanted = self->numbers + 2 * count, *weights = self->numbers + 3 * count;

  for (guint i = 0; i < count; i++)
    {
      const TlCell *cell = tl_cell (layers, cells[i]);

      pull_cell (layers, cells[i], side, &wanted[i], &weights[i]);
      if (self->stay && stands (layers, cell))
        {
          wanted[i] = cell->key;
          weights[i] = WEIGHT_STANDS;
        }
    }
  for (guint from = 0, to; from < count; from = to)
    {
      to = count;
      if (self->bands != NULL)
        for (to = from + 1;
             to < count
             && tl_cell (layers, cells[to])->lane == tl_cell (layers, cells[from])->lane;)
          to++;
      spread_cells (self, cells + from, to - from, wanted + from, weights + from);
    }
}

/* Each layer packed about the middle, to begin with. */
static void
pack_layer (TlLayers *layers, guint layer)
{
  guint first = layers->start[layer], end = layers->start[layer + 1];
  double at = 0;

  for (guint i = first; i < end; i++)
    {
      if (i > first)
        at += tl_layers_distance (layers, layers->order[i - 1], layers->order[i]);
      tl_cell (layers, layers->order[i])->at = at;
    }
  for (guint i = first; i < end; i++)
    tl_cell (layers, layers->order[i])->at -= at / 2;
}

static void
place_well (Placer *self)
{
  TlLayers *layers = self->layers;

  self->stay = FALSE;
  for (guint l = 0; l < layers->n_layers; l++)
    pack_layer (layers, l);
  for (guint i = 0; i < N_SWEEPS; i++)
    {
      for (guint l = 1; l < layers->n_layers; l++)
        spread_layer (self, l, &layers->before);
      for (guint l = layers->n_layers; l-- > 1;)
        spread_layer (self, l - 1, &layers->after);
    }
}

static void
place_as_it_stands (Placer *self)
{
  TlLayers *layers = self->layers;

  self->stay = TRUE;
  for (guint c = 0; c < layers->cells->len; c++)
    tl_cell (layers, c)->at = tl_cell (layers, c)->key;
  for (guint i = 0; i < N_SWEEPS / 3; i++)
    {
      for (guint l = 0; l < layers->n_layers; l++)
        spread_layer (self, l, &layers->before);
      for (guint l = layers->n_layers; l-- > 0;)
        spread_layer (self, l, &layers->after);
    }
}

/* How far all is from being straight, and how much room it takes across. */
static double
cost_of (const TlLayers *layers, double *size, guint *n_main)
{
  double cost = 0, low = G_MAXDOUBLE, high = -G_MAXDOUBLE;

  *n_main = 0;
  for (guint s = 0; s < layers->spans->len; s++)
    {
      const TlSpan *span = tl_span (layers, s);

      cost += MIN (span->weight, 100)
              * fabs (tl_cell (layers, span->from)->at - tl_cell (layers, span->to)->at);
      *n_main += span->weight >= 100;
    }
  for (guint c = 0; c < layers->cells->len; c++)
    {
      low = MIN (low, tl_cell (layers, c)->at);
      high = MAX (high, tl_cell (layers, c)->at);
    }
  *size = high - low;
  return cost;
}

/* What stands stays, unless all would be clearly better from the beginning. */
static void
place_as_it_stands_or_well (Placer *self)
{
  TlLayers *layers = self->layers;
  g_autofree double *stood = g_new (double, layers->cells->len + 1);
  double cost, best, size, best_size;
  guint n_main;

  place_as_it_stands (self);
  for (guint c = 0; c < layers->cells->len; c++)
    stood[c] = tl_cell (layers, c)->at;
  cost = cost_of (layers, &size, &n_main);
  place_well (self);
  best = cost_of (layers, &best_size, &n_main);
  if (cost > WORSE * best + WORSE_MAIN * n_main
      || size > LARGER * best_size + TL_STEP_HEIGHT + TL_STEP_GAP_Y)
    return;
  for (guint c = 0; c < layers->cells->len; c++)
    tl_cell (layers, c)->at = stood[c];
}

/**
 * tl_layers_place_across:
 * @layers: ordered layers
 * @placing: how
 *
 * Gives each cell its place across.
 */
void
tl_layers_place_across (TlLayers *layers, const TlPlacing *placing)
{
  g_autoptr (GArray) bands = placing->lanes ? tl_layers_bands (layers) : NULL;
  g_autofree double *numbers = g_new (double, 4 * (gsize) layers->cells->len + 4);
  Placer placer = { layers, bands, numbers, FALSE };

  if (placing->keep)
    place_as_it_stands_or_well (&placer);
  else
    place_well (&placer);
}

typedef struct
{
  double at;
  int change;
} Event;

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const Event *first = a, *second = b;

  if (first->at < second->at || first->at > second->at)
    return first->at < second->at ? -1 : 1;
  return first->change - second->change;
}

/* How many lines run across side by side, at most, in the gap before the cells of @layer. */
static int
count_lines (const TlLayers *layers, guint layer)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (Event));
  int lines = 0, most = 0;

  for (guint i = layers->start[layer]; i < layers->start[layer + 1]; i++)
    for (guint k = layers->before.start[layers->order[i]];
         k < layers->before.start[layers->order[i] + 1]; k++)
      {
        double from = tl_cell (layers, layers->before.cell[k])->at;
        double to = tl_cell (layers, layers->order[i])->at;
        Event begin = { MIN (from, to), 1 }, end = { MAX (from, to), -1 };

        if (end.at - begin.at <= STRAIGHT)
          continue;
        g_array_append_val (events, begin);
        g_array_append_val (events, end);
      }
  g_array_sort (events, compare_events);
  for (guint i = 0; i < events->len; i++)
    {
      lines += g_array_index (events, Event, i).change;
      most = MAX (most, lines);
    }
  return most;
}

/**
 * tl_layers_place_along:
 * @layers: layers whose cells have their place across
 *
 * Returns: (transfer full) (array length=n_layers): where the middle of each layer is, in the
 *   direction of work; the first begins at 0
 */
double *
tl_layers_place_along (const TlLayers *layers)
{
  double *along = g_new (double, layers->n_layers + 1);
  double at = 0;

  for (guint l = 0; l < layers->n_layers; l++)
    {
      double size = 0;
      int lines = l > 0 ? count_lines (layers, l) : 0;

      for (guint i = layers->start[l]; i < layers->start[l + 1]; i++)
        {
          const TlCell *cell = tl_cell (layers, layers->order[i]);

          if (cell->node >= 0)
            size = MAX (size, layers->graph->nodes[cell->node].width);
        }
      if (l > 0)
        at += TL_STEP_GAP_X + MIN (GAP_LINE * MAX (lines - 3, 0), GAP_MOST);
      along[l] = at + size / 2;
      at += size;
    }
  return along;
}
