/* flow-columns.c: coordinates for ordered layers.
 *
 * A layer is a column. Up and down, each cell goes as near to its neighbours as order and gaps
 * allow, to and fro, with the main way through the flow insisting most on being straight.
 */
#include "layout/flow-layers.h"
#include "layout/spread.h"

#include <math.h>

#define N_SWEEPS 10
#define GAP_PASSING 26.0
#define GAP_CHIPS 22.0
/* A gap between columns widens by this for each edge that bends in it. */
#define GAP_BEND 9.0
#define GAP_MOST 220.0
/* A main way out of line by less than this is pulled straight by where it docks, not by moving
 * boxes. */
#define STRAIGHT 1.0

static gboolean
is_chip (const TlLayers *layers, const TlCell *cell)
{
  return cell->node >= 0 && layers->graph->nodes[cell->node].demand != NULL;
}

/* Between the centres of neighbours in a layer. */
static double
least_distance (const TlLayers *layers, const TlCell *above, const TlCell *below)
{
  double gap = TL_STEP_GAP_Y;

  if (above->node < 0 || below->node < 0)
    gap = GAP_PASSING;
  else if (is_chip (layers, above) && is_chip (layers, below))
    gap = GAP_CHIPS;
  return (above->height + below->height) / 2 + gap;
}

static void
pull_cell (const TlLayers *layers, guint cell, gboolean by_left, double *wanted, double *weight)
{
  const guint *start = by_left ? layers->left_start : layers->right_start;
  const guint *list = by_left ? layers->left : layers->right;

  *wanted = 0;
  *weight = 0;
  for (guint i = start[cell]; i < start[cell + 1]; i++)
    {
      const TlSpan *span = tl_span (layers, list[i]);

      *wanted += span->weight * tl_cell (layers, by_left ? span->from : span->to)->y;
      *weight += span->weight;
    }
  if (*weight > 0)
    *wanted /= *weight;
  else
    *wanted = tl_cell (layers, cell)->y;
  *weight = MAX (*weight, 0.01);
}

static void
spread_layer (TlLayers *layers, guint layer, gboolean by_left)
{
  const GArray *list = layers->layers[layer];
  guint count = list->len;
  g_autofree double *numbers = g_new (double, 4 * count + 1);
  double *wanted = numbers, *weights = numbers + count;
  double *gaps = numbers + 2 * count, *places = numbers + 3 * count;

  for (guint i = 0; i < count; i++)
    {
      guint cell = g_array_index (list, guint, i);

      pull_cell (layers, cell, by_left, &wanted[i], &weights[i]);
      gaps[i] = i == 0
                    ? 0
                    : least_distance (layers, tl_cell (layers, g_array_index (list, guint, i - 1)),
                                      tl_cell (layers, cell));
    }
  tl_spread (places, wanted, weights, gaps, count);
  for (guint i = 0; i < count; i++)
    tl_cell (layers, g_array_index (list, guint, i))->y = places[i];
}

/* Each layer packed about the middle, to begin with. */
static void
pack_layer (TlLayers *layers, guint layer)
{
  const GArray *list = layers->layers[layer];
  double y = 0;

  for (guint i = 1; i < list->len; i++)
    {
      TlCell *cell = tl_cell (layers, g_array_index (list, guint, i));

      y += least_distance (layers, tl_cell (layers, g_array_index (list, guint, i - 1)), cell);
      cell->y = y;
    }
  for (guint i = 0; i < list->len; i++)
    tl_cell (layers, g_array_index (list, guint, i))->y -= y / 2;
}

static void
place_down (TlLayers *layers)
{
  for (guint l = 0; l < layers->n_layers; l++)
    pack_layer (layers, l);
  for (guint i = 0; i < N_SWEEPS; i++)
    {
      for (guint l = 1; l < layers->n_layers; l++)
        spread_layer (layers, l, TRUE);
      for (guint l = layers->n_layers; l-- > 1;)
        spread_layer (layers, l - 1, FALSE);
    }
}

/* How many edges bend in the gap after each layer: they need room beside one another. */
static guint *
count_bends (const TlLayers *layers)
{
  guint *bends = g_new0 (guint, layers->n_layers + 1);

  for (guint s = 0; s < layers->spans->len; s++)
    {
      const TlSpan *span = tl_span (layers, s);
      const TlCell *from = tl_cell (layers, span->from);

      if (fabs (from->y - tl_cell (layers, span->to)->y) > STRAIGHT)
        bends[from->layer]++;
    }
  return bends;
}

static void
place_across (TlLayers *layers, double *columns)
{
  g_autofree guint *bends = count_bends (layers);
  double x = TL_STEP_WIDTH / 2;

  for (guint l = 0; l < layers->n_layers; l++)
    {
      double room = TL_STEP_GAP_X + GAP_BEND * (bends[l] > 2 ? bends[l] - 2 : 0);

      columns[l] = x;
      x += TL_STEP_WIDTH + MIN (room, GAP_MOST);
    }
}

/**
 * tl_layers_place:
 * @layers: ordered layers
 *
 * Gives each node of the graph that is not loose its place; the flow's left top corner is the
 * origin.
 */
void
tl_layers_place (TlLayers *layers)
{
  g_autofree double *columns = g_new (double, layers->n_layers + 1);
  double top = G_MAXDOUBLE;

  place_down (layers);
  place_across (layers, columns);
  for (guint c = 0; c < layers->cells->len; c++)
    top = MIN (top, tl_cell (layers, c)->y - tl_cell (layers, c)->height / 2);
  for (guint c = 0; c < layers->cells->len; c++)
    {
      const TlCell *cell = tl_cell (layers, c);
      TlGraphNode *node;

      if (cell->node < 0)
        continue;
      node = &layers->graph->nodes[cell->node];
      node->x = columns[cell->layer];
      node->y = round (cell->y - top);
      node->placed = TRUE;
    }
}
