/* flow-passes.c: the best way for a long edge through the layers that it passes.
 *
 * The cells of one edge are taken out and put back together, where the whole edge crosses the
 * fewest others: the shortest way over all places of all its layers. That finds what moving one
 * cell at a time can't.
 */
#include "layout/flow-crossings.h"

#define MOST_ROUNDS 4
/* Layers so wide that a table of their places would be larger than this are left alone. */
#define MOST_PLACES 60000

typedef struct
{
  TlLayers *layers;
  GArray *cells;  /* of the edge: where it begins, where it passes, where it ends */
  GArray *costs;  /* for each place of each layer, what the way up to there crosses at least */
  GArray *from;   /* and from which place of the layer before */
  GArray *starts; /* where each layer's places begin in those */
  int now;        /* what the edge crosses where it is */
} Pass;

static guint
cell_at (const Pass *self, guint i)
{
  return g_array_index (self->cells, guint, i);
}

static gboolean
passes (const TlLayers *layers, guint cell)
{
  return tl_cell (layers, cell)->node < 0;
}

static guint
width_of (const TlLayers *layers, guint layer)
{
  return layers->start[layer + 1] - layers->start[layer];
}

/* The way of the edge that passes first at @first. Returns: whether it is narrow enough */
static gboolean
follow (Pass *self, guint first)
{
  const TlLayers *layers = self->layers;
  guint cell = layers->before.cell[layers->before.start[first]];

  g_array_set_size (self->cells, 0);
  g_array_append_val (self->cells, cell);
  for (cell = first; passes (layers, cell); cell = layers->after.cell[layers->after.start[cell]])
    g_array_append_val (self->cells, cell);
  g_array_append_val (self->cells, cell);
  for (guint i = 0; i + 1 < self->cells->len; i++)
    {
      guint layer = tl_cell (layers, cell_at (self, i))->layer;

      if ((guint64) (width_of (layers, layer) + 1) * (width_of (layers, layer + 1) + 1) > MOST_PLACES)
        return FALSE;
    }
  return TRUE;
}

/* A cell's place in its layer, as if the edge's own cell were not there. */
static guint
place_without (const Pass *self, guint cell, guint own)
{
  guint place = self->layers->place[cell];

  return passes (self->layers, own) && place > self->layers->place[own] ? place - 1 : place;
}

/* The places that the edge's cell @i may have: the end of an edge one, a passing cell all of its
 * lane. */
static void
places_for (const Pass *self, guint i, guint *low, guint *high)
{
  const TlLayers *layers = self->layers;
  guint own = cell_at (self, i);
  const TlCell *cell = tl_cell (layers, own);

  *low = *high = layers->place[own];
  if (!passes (layers, own))
    return;
  *low = 0;
  *high = width_of (layers, cell->layer) - 1;
  if (!layers->many_lanes)
    return;
  *high = 0;
  for (guint k = layers->start[cell->layer]; k < layers->start[cell->layer + 1]; k++)
    {
      *low += tl_cell (layers, layers->order[k])->lane < cell->lane;
      *high += tl_cell (layers, layers->order[k])->lane <= cell->lane;
    }
  (*high)--;
}

/* counts[i * stride + j]: how many edges between the layers of cells @i and @i + 1 begin before
 * place i and end before place j; those at the edge's own ends are not counted. */
static int *
count_edges (const Pass *self, guint i, guint *stride, guint *rows)
{
  const TlLayers *layers = self->layers;
  guint one = cell_at (self, i), other = cell_at (self, i + 1);
  guint layer = tl_cell (layers, one)->layer;
  int *counts;

  *rows = width_of (layers, layer) + 1;
  *stride = width_of (layers, layer + 1) + 1;
  counts = g_new0 (int, (gsize) (*rows + 1) * *stride + *stride);
  for (guint k = layers->start[layer]; k < layers->start[layer + 1]; k++)
    {
      guint cell = layers->order[k];

      for (guint e = layers->after.start[cell]; e < layers->after.start[cell + 1]; e++)
        if (cell != one && layers->after.cell[e] != other)
          counts[(place_without (self, cell, one) + 1) * *stride + place_without (self, layers->after.cell[e], other)
                 + 1]++;
    }
  for (guint r = 1; r < *rows; r++)
    for (guint c = 1; c < *stride; c++)
      counts[r * *stride + c]
          += counts[(r - 1) * *stride + c] + counts[r * *stride + c - 1] - counts[(r - 1) * *stride + c - 1];
  return counts;
}

/* What a line from place @s to place @t crosses. */
static int
crossed (const int *counts, guint stride, guint rows, guint s, guint t)
{
  return counts[s * stride + stride - 1] + counts[(rows - 1) * stride + t] - 2 * counts[s * stride + t];
}

/* From each place of cell @i to each of the next: the least that is crossed up to there. */
static void
go_on (Pass *self, guint i)
{
  guint stride, rows, low, high, next_low, next_high, at;
  g_autofree int *counts = count_edges (self, i, &stride, &rows);
  guint start = g_array_index (self->starts, guint, i);

  places_for (self, i, &low, &high);
  places_for (self, i + 1, &next_low, &next_high);
  at = self->costs->len;
  g_array_set_size (self->costs, at + next_high - next_low + 1);
  g_array_set_size (self->from, at + next_high - next_low + 1);
  self->now += crossed (counts, stride, rows, self->layers->place[cell_at (self, i)],
                        self->layers->place[cell_at (self, i + 1)]);
  for (guint t = next_low; t <= next_high; t++, at++)
    {
      int best = G_MAXINT;
      guint from = low;

      for (guint s = low; s <= high; s++)
        {
          int cost = g_array_index (self->costs, int, start + s - low) + crossed (counts, stride, rows, s, t);

          if (cost < best)
            {
              best = cost;
              from = s;
            }
        }
      g_array_index (self->costs, int, at) = best;
      g_array_index (self->from, guint, at) = from;
    }
}

/* Returns: whether the edge found a better way */
static gboolean
find_way (Pass *self)
{
  guint last = self->cells->len - 1, none = 0, place;
  int nought = 0;

  self->now = 0;
  g_array_set_size (self->costs, 0);
  g_array_set_size (self->from, 0);
  g_array_set_size (self->starts, 0);
  g_array_append_val (self->costs, nought);
  g_array_append_val (self->from, none);
  g_array_append_val (self->starts, none);
  for (guint i = 0; i < last; i++)
    {
      guint start = self->costs->len;

      go_on (self, i);
      g_array_append_val (self->starts, start);
    }
  if (g_array_index (self->costs, int, self->costs->len - 1) >= self->now)
    return FALSE;
  place = self->layers->place[cell_at (self, last)];
  for (guint i = last; i > 0; i--)
    {
      guint low, high;

      places_for (self, i, &low, &high);
      if (i < last)
        tl_layers_move (self->layers, cell_at (self, i), place);
      place = g_array_index (self->from, guint, g_array_index (self->starts, guint, i) + (i < last ? place - low : 0));
    }
  return TRUE;
}

/**
 * tl_layers_reroute:
 * @layers: ordered layers
 *
 * Gives edges that pass layers a way with fewer crossings, one after the other, where there is one.
 * Nodes stay in their order.
 *
 * Returns: whether any found one
 */
gboolean
tl_layers_reroute (TlLayers *layers)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) costs = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));
  Pass pass = { layers, cells, costs, from, starts, 0 };
  gboolean better = TRUE, any = FALSE;

  for (guint round = 0; round < MOST_ROUNDS && better; round++)
    {
      better = FALSE;
      for (guint c = 0; c < layers->cells->len; c++)
        if (passes (layers, c) && !passes (layers, layers->before.cell[layers->before.start[c]]) && follow (&pass, c))
          better |= find_way (&pass);
      any |= better;
    }
  return any;
}
