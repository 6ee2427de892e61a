/* flow-along.c: where the layers of a flow stand in the direction of work: as far apart as what runs between them
 * needs.
 */
#include "layout/flow-columns.h"

#include <math.h>

/* A gap between columns widens by this for each line that runs in it beside the others. */
#define GAP_LINE 10.0
#define GAP_MOST 2000.0
/* So many lines side by side leave a label no room between them. */
#define CROWD 2
#define GAP_LABEL 28.0
/* Columns that stand keep their distance if it is as much too wide or too narrow. */
#define ABOUT_RIGHT 30.0
/* Lines less out of line are straight. */
#define STRAIGHT 1.0

static gboolean
stands (const TlLayers *layers, const TlCell *cell)
{
  return cell->node >= 0 && layers->graph->nodes[cell->node].placed;
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
    for (guint k = layers->before.start[layers->order[i]]; k < layers->before.start[layers->order[i] + 1]; k++)
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

/* How many lines with a label run across in the gap before each layer. */
static guint *
count_labelled (const TlLayers *layers)
{
  guint *counts = g_new0 (guint, layers->n_layers + 1);

  for (guint s = 0; s < layers->spans->len; s++)
    {
      const TlSpan *span = tl_span (layers, s);
      const TlCell *from = tl_cell (layers, span->from), *to = tl_cell (layers, span->to);

      if (span->labelled && fabs (from->at - to->at) > STRAIGHT)
        counts[MAX (from->layer, to->layer)]++;
    }
  return counts;
}

/* Between the boxes of a layer and those before it: more where many lines run side by side, and more
 * still where their labels have to stand among them. */
static double
gap_before (const TlLayers *layers, guint layer, const guint *labelled)
{
  int lines = count_lines (layers, layer);
  double labels = labelled[layer] >= 2 && lines >= CROWD ? GAP_LABEL : 0;

  return TL_STEP_GAP_X + labels + MIN (GAP_LINE * MAX (lines - 3, 0), GAP_MOST);
}

/* Where the steps of @layer stand already, if they stand in one column; else NAN. */
static double
column_of (const TlLayers *layers, guint layer)
{
  double at = NAN;

  for (guint i = layers->start[layer]; i < layers->start[layer + 1]; i++)
    {
      const TlCell *cell = tl_cell (layers, layers->order[i]);
      double stood;

      if (!stands (layers, cell))
        continue;
      stood = layers->graph->nodes[cell->node].stood_x;
      if (isnan (at))
        at = stood;
      else if (fabs (at - stood) > STRAIGHT)
        return NAN;
    }
  return at;
}

static double
width_of_layer (const TlLayers *layers, guint layer)
{
  double width = 0;

  for (guint i = layers->start[layer]; i < layers->start[layer + 1]; i++)
    {
      const TlCell *cell = tl_cell (layers, layers->order[i]);

      if (cell->node >= 0)
        width = MAX (width, layers->graph->nodes[cell->node].width);
    }
  return width;
}

static double
distance_there (const TlLayers *layers, guint layer)
{
  return column_of (layers, layer) - column_of (layers, layer - 1);
}

/* Most columns that stand about as far apart as they need stand just so: then they were placed, not drawn by hand. */
static gboolean
was_placed (const TlLayers *layers, const double *needed)
{
  guint n_about = 0, n_exact = 0;

  for (guint l = 1; l < layers->n_layers; l++)
    {
      double off = fabs (distance_there (layers, l) - needed[l]);

      n_about += off <= ABOUT_RIGHT;
      n_exact += off <= STRAIGHT;
    }
  return 2 * n_exact >= n_about;
}

/* Between the middles of each layer and the one before. */
static double *
distances_needed (const TlLayers *layers)
{
  double *needed = g_new0 (double, layers->n_layers + 1);
  g_autofree guint *labelled = count_labelled (layers);

  for (guint l = 1; l < layers->n_layers; l++)
    needed[l] = width_of_layer (layers, l - 1) / 2 + gap_before (layers, l, labelled) + width_of_layer (layers, l) / 2;
  return needed;
}

/**
 * tl_layers_place_along:
 * @layers: layers whose cells have their place across
 * @placing: how
 *
 * What was placed before and stands about right stays as far apart as it is.
 *
 * Returns: (transfer full) (array length=n_layers): where the middle of each layer is, in the
 *   direction of work; the first begins at 0
 */
double *
tl_layers_place_along (const TlLayers *layers, const TlPlacing *placing)
{
  double *along = g_new (double, layers->n_layers + 1);
  g_autofree double *needed = distances_needed (layers);
  gboolean keep = placing->keep && was_placed (layers, needed);

  along[0] = layers->n_layers > 0 ? width_of_layer (layers, 0) / 2 : 0;
  for (guint l = 1; l < layers->n_layers; l++)
    {
      double there = distance_there (layers, l);

      along[l] = along[l - 1] + (keep && fabs (there - needed[l]) <= ABOUT_RIGHT ? there : needed[l]);
    }
  return along;
}
