/* flow-columns.c: coordinates for ordered layers.
 *
 * A layer is a column. Across, each cell goes as near to its neighbours as order and gaps allow, to
 * and fro, with the main way through the flow insisting most on being straight. Where all stands
 * well already it stays.
 */
#include "layout/flow-columns.h"
#include "layout/spread.h"

#include <math.h>
#include <string.h>

#define N_SWEEPS 12
#define N_PULLS 8
/* Where nothing at all stands between what is above and what is below, no more room is left. */
#define GAP_STRIP (2 * TL_STEP_GAP_Y)
#define GAP_PASSING 28.0
#define GAP_BOTH_PASSING 16.0
/* Main ways and long edges out of line by so much are put in line. */
#define NEARLY 12.0
#define WEIGHT_IN_LINE 100.0
/* A main way out of line by less than this is pulled straight by where it docks, not by moving
 * boxes. */
#define STRAIGHT 1.0
/* What stands insists on its place so much more than what is new. */
#define WEIGHT_STANDS 1e5
#define WEIGHT_YIELDS 1e-3
/* What stands may be so much less straight than what would be best, and so much larger. */
#define WORSE 1.4
#define WORSE_MAIN 800.0
/* But hardly more main ways may be a little out of line: that is what a hand leaves, not a tidy
 * flow. */
#define LITTLE 40.0
#define MORE_A_LITTLE 0.1
/* Unless it stands in columns, as only a tidy flow does. */
#define MORE_IN_COLUMNS 0.3
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

/* Where steps stay, edges pass between them as they can; places are rounded. */
static double
distance (const Placer *self, guint above, guint below)
{
  const TlCell *one = tl_cell (self->layers, above), *other = tl_cell (self->layers, below);

  if (!self->stay)
    return tl_layers_distance (self->layers, above, below);
  return MAX (0, (one->node < 0 ? 0 : (one->size + TL_STEP_GAP_Y) / 2)
                     + (other->node < 0 ? 0 : (other->size + TL_STEP_GAP_Y) / 2) - STRAIGHT);
}

/* Spreads neighbours of one lane, within its band. */
static void
spread_cells (Placer *self, const guint *cells, guint count, const double *wanted, const double *weights)
{
  double *gaps = self->numbers, *places = self->numbers + count;
  double offset = 0, low = -G_MAXDOUBLE, high = G_MAXDOUBLE;

  for (guint i = 1; i < count; i++)
    offset += gaps[i] = distance (self, cells[i - 1], cells[i]);
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
      if (self->stay && cell->node < 0)
        weights[i] = WEIGHT_YIELDS;
      else if (self->stay && stands (layers, cell))
        {
          wanted[i] = cell->key;
          weights[i] = WEIGHT_STANDS;
        }
    }
  for (guint from = 0, to; from < count; from = to)
    {
      to = count;
      if (self->bands != NULL)
        for (to = from + 1; to < count && tl_cell (layers, cells[to])->lane == tl_cell (layers, cells[from])->lane;)
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

static gboolean
fits_in_lane (const Placer *self, const TlCell *cell, double at)
{
  const TlBand *band = self->bands ? tl_bands_find (self->bands, cell->lane) : NULL;

  return !band || (at - cell->size / 2 >= band->low && at + cell->size / 2 <= band->high);
}

/* Whether the cell @i of a layer may stand at @at, with its neighbours where they are. */
static gboolean
fits (const Placer *self, guint cell, double at)
{
  const TlLayers *layers = self->layers;
  guint i = layers->start[tl_cell (layers, cell)->layer] + layers->place[cell];
  guint other;

  if (!fits_in_lane (self, tl_cell (layers, cell), at))
    return FALSE;
  if (layers->place[cell] > 0)
    {
      other = layers->order[i - 1];
      if (at - tl_cell (layers, other)->at < tl_layers_distance (layers, other, cell) - STRAIGHT)
        return FALSE;
    }
  if (i + 1 < layers->start[tl_cell (layers, cell)->layer + 1])
    {
      other = layers->order[i + 1];
      if (tl_cell (layers, other)->at - at < tl_layers_distance (layers, cell, other) - STRAIGHT)
        return FALSE;
    }
  return TRUE;
}

/* The cell that follows on the main way through, nearly level; or G_MAXUINT. */
static guint
next_in_line (const TlLayers *layers, guint cell)
{
  for (guint k = layers->after.start[cell]; k < layers->after.start[cell + 1]; k++)
    if (layers->after.weight[k] >= WEIGHT_IN_LINE
        && fabs (tl_cell (layers, layers->after.cell[k])->at - tl_cell (layers, cell)->at) <= NEARLY)
      return layers->after.cell[k];
  return G_MAXUINT;
}

/* What is nearly in line is put in line, where neighbours leave the room: boxes that are out by a
 * point look wrong. */
static void
put_in_line (Placer *self)
{
  const TlLayers *layers = self->layers;
  g_autofree gboolean *done = g_new0 (gboolean, layers->cells->len + 1);

  for (guint i = 0; i < layers->cells->len; i++)
    {
      guint first = layers->order[i], count = 0;
      gboolean free = TRUE;
      double sum = 0, at;

      for (guint c = first; c != G_MAXUINT && !done[c]; c = next_in_line (layers, c))
        {
          sum += tl_cell (layers, c)->at;
          count++;
          done[c] = TRUE;
        }
      if (count < 2)
        continue;
      at = round (sum / count);
      for (guint c = first, k = 0; k < count; c = next_in_line (layers, c), k++)
        free &= fits (self, c, at);
      for (guint c = first, k = 0; free && k < count; k++)
        {
          guint next = next_in_line (layers, c);
          tl_cell (layers, c)->at = at;
          c = next;
        }
    }
}

/* The cells in line with @first, itself the first. */
static void
collect_line (const TlLayers *layers, guint first, guint *line, GArray *cells)
{
  g_array_set_size (cells, 0);
  for (guint c = first; c != G_MAXUINT && line[c] == 0; c = next_in_line (layers, c))
    {
      line[c] = first + 1;
      g_array_append_val (cells, c);
    }
}

static void
add_pull (const TlLayers *layers, const TlSide *side, guint cell, const guint *line, double *sum, double *weight)
{
  for (guint i = side->start[cell]; i < side->start[cell + 1]; i++)
    if (line[side->cell[i]] != line[cell])
      {
        *sum += side->weight[i] * (tl_cell (layers, side->cell[i])->at - tl_cell (layers, cell)->at);
        *weight += side->weight[i];
      }
}

/* How far @cell can move between its neighbours. */
static void
limit_to_room (const TlLayers *layers, guint cell, double *low, double *high)
{
  guint layer = tl_cell (layers, cell)->layer, i = layers->start[layer] + layers->place[cell];
  double at = tl_cell (layers, cell)->at;

  if (i > layers->start[layer])
    {
      guint above = layers->order[i - 1];
      *low = MAX (*low, tl_cell (layers, above)->at + tl_layers_distance (layers, above, cell) - at);
    }
  if (i + 1 < layers->start[layer + 1])
    {
      guint below = layers->order[i + 1];
      *high = MIN (*high, tl_cell (layers, below)->at - tl_layers_distance (layers, cell, below) - at);
    }
}

static void
pull_line (const TlLayers *layers, const GArray *cells, const guint *line)
{
  double sum = 0, weight = 0, low = -G_MAXDOUBLE, high = G_MAXDOUBLE, by;

  for (guint i = 0; i < cells->len; i++)
    {
      guint cell = g_array_index (cells, guint, i);

      add_pull (layers, &layers->before, cell, line, &sum, &weight);
      add_pull (layers, &layers->after, cell, line, &sum, &weight);
      limit_to_room (layers, cell, &low, &high);
    }
  if (weight <= 0)
    return;
  by = MAX (MIN (sum / weight, MAX (high, 0)), MIN (low, 0));
  for (guint i = 0; i < cells->len && fabs (by) > STRAIGHT; i++)
    tl_cell (layers, g_array_index (cells, guint, i))->at += by;
}

/* Cells in line hold one another where they are, however far the rest is: such a line is pulled as a
 * whole to what else it is joined to. */
static void
pull_lines (Placer *self)
{
  const TlLayers *layers = self->layers;
  g_autofree guint *line = g_new (guint, layers->cells->len + 1);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint round = 0; round < N_PULLS && self->bands == NULL; round++)
    {
      memset (line, 0, layers->cells->len * sizeof *line);
      for (guint i = 0; i < layers->cells->len; i++)
        if (line[layers->order[i]] == 0)
          {
            collect_line (layers, layers->order[i], line, cells);
            pull_line (layers, cells, line);
          }
    }
}

static double
top_of (const TlCell *cell)
{
  return cell->at - (cell->node < 0 ? GAP_BOTH_PASSING : cell->size) / 2;
}

static int
compare_tops (gconstpointer a, gconstpointer b, gpointer data)
{
  const TlLayers *layers = data;
  double one = top_of (tl_cell (layers, *(const guint *) a)), other = top_of (tl_cell (layers, *(const guint *) b));

  return (one > other) - (one < other);
}

/* Lines that hold one another apart can leave an empty strip through all layers: what is below moves up. */
static void
close_strips (Placer *self)
{
  TlLayers *layers = self->layers;
  guint n_cells = layers->cells->len;
  g_autofree guint *cells = g_memdup2 (layers->order, (n_cells + 1) * sizeof (guint));
  double bottom = G_MAXDOUBLE, up = 0;

  if (self->bands != NULL)
    return;
  g_qsort_with_data (cells, (int) n_cells, sizeof (guint), compare_tops, layers);
  for (guint i = 0; i < n_cells; i++)
    {
      TlCell *cell = tl_cell (layers, cells[i]);
      double top = top_of (cell), low = 2 * cell->at - top;

      if (i > 0 && top - bottom > GAP_STRIP)
        up += top - bottom - GAP_STRIP;
      bottom = i > 0 ? MAX (bottom, low) : low;
      cell->at -= round (up);
    }
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
  pull_lines (self);
  put_in_line (self);
  close_strips (self);
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
  close_strips (self);
}

/* How well layers are placed. */
typedef struct
{
  double cost;    /* how far edges are from being straight, by their weights */
  double size;    /* across */
  guint n_main;   /* main ways */
  guint n_little; /* of those, a little out of line */
} Merit;

static Merit
merit_of (const TlLayers *layers)
{
  double low = G_MAXDOUBLE, high = -G_MAXDOUBLE;
  Merit merit = { 0 };

  for (guint s = 0; s < layers->spans->len; s++)
    {
      const TlSpan *span = tl_span (layers, s);
      double off;

      if (tl_cell (layers, span->from)->node < 0 || tl_cell (layers, span->to)->node < 0)
        continue;
      off = fabs (tl_cell (layers, span->from)->at - tl_cell (layers, span->to)->at);
      merit.cost += span->weight * off;
      merit.n_little += span->weight >= WEIGHT_IN_LINE && off > STRAIGHT && off < LITTLE ? 1 : 0;
      merit.n_main += span->weight >= 100;
    }
  for (guint c = 0; c < layers->cells->len; c++)
    {
      low = MIN (low, tl_cell (layers, c)->at);
      high = MAX (high, tl_cell (layers, c)->at);
    }
  merit.size = high - low;
  return merit;
}

/**
 * tl_layers_cost:
 * @layers: layers whose cells have their place across
 *
 * Returns: how far edges are from being straight, by their weights
 */
double
tl_layers_cost (const TlLayers *layers)
{
  return merit_of (layers).cost;
}

static gboolean
is_about_as_good (const Merit *merit, const Merit *best, double more_a_little)
{
  return merit->cost <= WORSE * best->cost + WORSE_MAIN * best->n_main
         && merit->n_little <= best->n_little + 1 + more_a_little * best->n_main
         && merit->size <= LARGER * best->size + TL_STEP_HEIGHT + TL_STEP_GAP_Y;
}

/**
 * tl_layers_are_as_well:
 * @layers: layers that stand in columns, whose cells have their place across
 * @best: the same, placed as well as can be
 *
 * Returns: whether they are about as straight, and as small
 */
gboolean
tl_layers_are_as_well (const TlLayers *layers, const TlLayers *best)
{
  Merit merit = merit_of (layers), best_merit = merit_of (best);

  return is_about_as_good (&merit, &best_merit, MORE_IN_COLUMNS);
}

/* What stands stays, unless all would be clearly better from the beginning.
 * Returns: whether it stays */
static gboolean
place_as_it_stands_or_well (Placer *self)
{
  TlLayers *layers = self->layers;
  g_autofree double *stood = g_new (double, layers->cells->len + 1);
  Merit merit, best;

  place_as_it_stands (self);
  for (guint c = 0; c < layers->cells->len; c++)
    stood[c] = tl_cell (layers, c)->at;
  merit = merit_of (layers);
  place_well (self);
  best = merit_of (layers);
  if (!is_about_as_good (&merit, &best, MORE_A_LITTLE))
    return FALSE;
  for (guint c = 0; c < layers->cells->len; c++)
    tl_cell (layers, c)->at = stood[c];
  return TRUE;
}

/**
 * tl_layers_place_across:
 * @layers: ordered layers
 * @placing: how
 *
 * Gives each cell its place across.
 *
 * Returns: whether what stood has stayed
 */
gboolean
tl_layers_place_across (TlLayers *layers, const TlPlacing *placing)
{
  g_autoptr (GArray) bands = placing->lanes ? tl_layers_bands (layers) : NULL;
  g_autofree double *numbers = g_new (double, 4 * (gsize) layers->cells->len + 4);
  Placer placer = { layers, bands, numbers, FALSE };

  if (placing->keep)
    return place_as_it_stands_or_well (&placer);
  place_well (&placer);
  return FALSE;
}
