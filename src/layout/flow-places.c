/* flow-places.c: where the steps of a flow without any places stand: in layers, loose ones below.
 */
#include "layout/flow-layers.h"

#include <math.h>

/* Loose notes are laid out about so much wider than high. */
#define LOOSE_ASPECT 1.6

static guint
count_loose (const TlFlowGraph *graph)
{
  guint count = 0;

  for (guint n = 0; n < graph->n_nodes; n++)
    count += graph->nodes[n].loose ? 1 : 0;
  return count;
}

static double
lowest_edge (const TlFlowGraph *graph)
{
  double lowest = -G_MAXDOUBLE;

  for (guint n = 0; n < graph->n_nodes; n++)
    if (graph->nodes[n].placed)
      lowest = MAX (lowest, graph->nodes[n].y + graph->nodes[n].height / 2);
  return lowest;
}

/* Notes that nobody connected yet: rows, like notes on a wall. */
static void
place_loose (TlFlowGraph *graph)
{
  guint count = count_loose (graph);
  guint columns = MAX (4, (guint) ceil (sqrt (count * LOOSE_ASPECT / 2)));
  double lowest = lowest_edge (graph);
  double top = lowest > -G_MAXDOUBLE ? lowest + 2 * TL_STEP_GAP_Y : 0;
  guint i = 0;

  for (guint n = 0; n < graph->n_nodes; n++)
    {
      TlGraphNode *node = &graph->nodes[n];

      if (!node->loose)
        continue;
      node->x = TL_STEP_WIDTH / 2 + i % columns * (TL_STEP_WIDTH + TL_STEP_GAP_X / 2);
      node->y = top + TL_STEP_HEIGHT / 2 + i / columns * (TL_STEP_HEIGHT + TL_STEP_GAP_Y / 2);
      node->placed = TRUE;
      i++;
    }
}

/**
 * tl_flow_graph_place_layers:
 * @graph: a ranked graph
 *
 * Gives every node a place: in layers, left to right.
 */
void
tl_flow_graph_place_layers (TlFlowGraph *graph)
{
  g_autoptr (TlLayers) layers = tl_layers_new (graph);

  tl_layers_order (layers);
  tl_layers_place (layers);
  place_loose (graph);
}
