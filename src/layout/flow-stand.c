/* flow-stand.c: what is tidy already, to be left where it stands.
 *
 * A part that stands in columns and rows as tidying makes them is not tidied again where that would make it only a
 * little better: tidying twice is the same as tidying once. Why there are rounds beside this is said in tidy.c.
 */
#include "layout/flow-columns.h"
#include "layout/flow-crossings.h"
#include "layout/flow-lanes.h"

#include <math.h>

/* Places are rounded, so distances are out by so much. */
#define ROUNDED 2.5
/* Columns may be so much nearer than they would be placed, or farther: lines that pass can run in another way. */
#define NEARER 60.0
#define FARTHER 100.0

/* In each layer boxes stand apart. */
static gboolean
stand_apart (const TlLayers *layers)
{
  for (guint l = 0; l < layers->n_layers; l++)
    {
      const TlCell *above = NULL;

      for (guint i = layers->start[l]; i < layers->start[l + 1]; i++)
        {
          const TlCell *cell = tl_cell (layers, layers->order[i]);

          if (cell->node < 0)
            continue;
          if (above && cell->key - above->key < (cell->size + above->size) / 2 + TL_STEP_GAP_Y - ROUNDED)
            return FALSE;
          above = cell;
        }
    }
  return TRUE;
}

/* Lanes lie one under the other, with room for their names. */
static gboolean
stand_in_lanes (const TlLayers *layers)
{
  g_autoptr (GArray) bands = tl_layers_bands (layers);
  double bottom = -G_MAXDOUBLE;

  for (guint b = 0; b < bands->len; b++)
    {
      const TlBand *band = &g_array_index (bands, TlBand, b);
      double low = G_MAXDOUBLE, high = -G_MAXDOUBLE;

      for (guint c = 0; c < layers->cells->len; c++)
        {
          const TlCell *cell = tl_cell (layers, c);

          if (cell->node < 0 || cell->lane != band->lane)
            continue;
          low = MIN (low, cell->key - cell->size / 2);
          high = MAX (high, cell->key + cell->size / 2);
        }
      if (low - bottom < TL_LANE_TOP + TL_LANE_BOTTOM - ROUNDED)
        return FALSE;
      bottom = high;
    }
  return TRUE;
}

/* Each layer in one column. */
static gboolean
stand_in_columns (const TlLayers *layers)
{
  for (guint l = 0; l < layers->n_layers; l++)
    {
      double low = G_MAXDOUBLE, high = -G_MAXDOUBLE;

      for (guint i = layers->start[l]; i < layers->start[l + 1]; i++)
        {
          const TlCell *cell = tl_cell (layers, layers->order[i]);

          if (cell->node < 0)
            continue;
          low = MIN (low, layers->graph->nodes[cell->node].stood_x);
          high = MAX (high, layers->graph->nodes[cell->node].stood_x);
        }
      if (high - low > ROUNDED)
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_part_standing:
 * @graph: a ranked graph with the keys of its nodes, in one line
 * @part: a part of it
 * @placing: how
 *
 * Returns: (transfer full) (nullable): its layers with all steps where they stand, and what passes between them with
 *   few crossings; %NULL if it does not look as if it had been tidied
 */
TlLayers *
tl_part_standing (TlFlowGraph *graph, const TlPart *part, const TlPlacing *placing)
{
  g_autoptr (TlLayers) layers = NULL;

  for (guint i = 0; i < part->n_nodes; i++)
    if (!graph->nodes[part->nodes[i]].placed)
      return NULL;
  layers = tl_layers_new (graph, part);
  if (!stand_in_columns (layers) || !stand_apart (layers) || (placing->lanes && !stand_in_lanes (layers)))
    return NULL;
  for (guint c = 0; c < layers->cells->len; c++)
    tl_cell (layers, c)->at = tl_cell (layers, c)->key;
  tl_layers_order_passing (layers);
  return g_steal_pointer (&layers);
}

/* Rows of layers as they stand. */
typedef struct
{
  const TlLayers *layers;
  const TlPlacing *placing;
  const double *along; /* where layers would be placed, in one line */
  guint last;          /* the last layer with a step */
  double first_at;     /* where the first one stands */
  double last_at;      /* where that one stands */
  double low;          /* boxes of this row, across */
  double high;
  double bottom; /* of the row before */
  guint n_far;   /* distances in rows */
  guint n_exact; /* of them, those that tidying gives */
} Rows;

static gboolean
ends_row (Rows *self)
{
  gboolean apart = self->low - self->bottom >= TL_GAP_ROWS - ROUNDED;

  self->bottom = self->high;
  self->low = G_MAXDOUBLE;
  self->high = -G_MAXDOUBLE;
  return apart;
}

/* Returns: whether a layer that stands at @at follows the last one as it should */
static gboolean
follows (Rows *self, guint layer, double at)
{
  double far = at - self->last_at, wanted = self->along[layer] - self->along[self->last];

  if (far < 0)
    return self->placing->wrap && !self->placing->lanes && fabs (at - self->first_at) <= ROUNDED && ends_row (self);
  self->n_far++;
  self->n_exact += fabs (far - wanted) <= ROUNDED;
  return far >= wanted - NEARER && far <= wanted + FARTHER;
}

static void
add_box (Rows *self, const TlCell *cell)
{
  double at = self->layers->graph->nodes[cell->node].stood_y;

  self->low = MIN (self->low, at - cell->size / 2);
  self->high = MAX (self->high, at + cell->size / 2);
}

/**
 * tl_layers_stand_along:
 * @standing: layers with all steps where they stand
 * @along: (array length=n_layers): where they would be placed in the direction of work, in one line
 * @placing: how
 *
 * Returns: whether the layers follow one another about so, and most of them just so, in rows if that is how
 */
gboolean
tl_layers_stand_along (const TlLayers *standing, const double *along, const TlPlacing *placing)
{
  Rows rows = { standing, placing, along, 0, NAN, NAN, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE, 0, 0 };

  for (guint l = 0; l < standing->n_layers; l++)
    for (guint i = standing->start[l]; i < standing->start[l + 1]; i++)
      {
        const TlCell *cell = tl_cell (standing, standing->order[i]);
        double at;

        if (cell->node < 0)
          continue;
        at = standing->graph->nodes[cell->node].stood_x;
        if (isnan (rows.first_at))
          rows.first_at = at;
        else if (l != rows.last && !follows (&rows, l, at))
          return FALSE;
        rows.last = l;
        rows.last_at = at;
        add_box (&rows, cell);
      }
  return ends_row (&rows) && 2 * rows.n_exact >= rows.n_far;
}
