/* flow-weights.c: how much edges insist on being straight: most where the main way through is. */
#include "layout/flow-graph.h"

#include <math.h>

#define WEIGHT_MAIN 100.0
#define WEIGHT_SECOND 10.0

static double
share_or_rest (const TlConnector *connector, double given)
{
  return isnan (connector->share) ? MAX (0, 1 - given) : connector->share;
}

/* The sum of the shares that are given, of the connectors that leave @n. */
static double
shares_given (const TlFlowGraph *graph, guint n)
{
  double sum = 0;

  for (guint o = graph->out_start[n]; o < graph->out_start[n + 1]; o++)
    {
      const TlItem *item = graph->edges[graph->out[o]].item;

      if (item->kind == TL_ITEM_CONNECTOR && !isnan (((const TlConnector *) item)->share))
        sum += ((const TlConnector *) item)->share;
    }
  return sum;
}

/* The connector that most of the work takes ahead, or -1. */
static int
main_way (const TlFlowGraph *graph, guint n)
{
  double given = shares_given (graph, n);
  double most = -1;
  int best = -1;

  for (guint o = graph->out_start[n]; o < graph->out_start[n + 1]; o++)
    {
      const TlGraphEdge *edge = &graph->edges[graph->out[o]];
      double share;

      if (edge->back || edge->item->kind != TL_ITEM_CONNECTOR)
        continue;
      share = share_or_rest ((const TlConnector *) edge->item, given);
      if (share > most)
        {
          most = share;
          best = (int) graph->out[o];
        }
    }
  return best;
}

/**
 * tl_flow_graph_weigh:
 * @graph: a graph whose edges back are known
 *
 * Weighs the edges: a step has one straight way out and one straight way in.
 */
void
tl_flow_graph_weigh (TlFlowGraph *graph)
{
  g_autofree gboolean *taken = g_new0 (gboolean, graph->n_nodes + 1);

  for (guint e = 0; e < graph->n_edges; e++)
    graph->edges[e].weight = 1;
  for (guint n = 0; n < graph->n_steps; n++)
    {
      int best = main_way (graph, n);

      if (best < 0)
        continue;
      graph->edges[best].weight = taken[graph->edges[best].to] ? WEIGHT_SECOND : WEIGHT_MAIN;
      taken[graph->edges[best].to] = TRUE;
    }
}
