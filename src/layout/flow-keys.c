/* flow-keys.c: what people said of a flow that placing keeps to: its lanes, and where its steps
 * stand. */
#include "layout/flow-keys.h"
#include "layout/flow-lanes.h"

#include <math.h>

/**
 * tl_flow_graph_find_lanes:
 * @graph: a graph of steps of @flow
 * @study: for its roles
 * @flow: whether it shows lanes is read off it
 * @placing: (inout): told whether there are lanes
 *
 * Gives each step the number of its role's lane.
 */
void
tl_flow_graph_find_lanes (TlFlowGraph *graph, TlStudy *study, TlFlow *flow, TlPlacing *placing)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) roles = NULL;

  placing->lanes = flow->lanes == TL_YES;
  if (!placing->lanes)
    return;
  roles = tl_flow_lanes_order (study, flow);
  for (guint r = 0; r < roles->len; r++)
    g_hash_table_insert (numbers, g_ptr_array_index (roles, r), GUINT_TO_POINTER (r));
  for (guint n = 0; n < graph->n_steps; n++)
    graph->nodes[n].lane = GPOINTER_TO_INT (g_hash_table_lookup (numbers, graph->nodes[n].step->role));
}

/* New steps would like to stand where their neighbours do, on average; a chain of them is followed
 * from both ends. */
static void
find_keys_of_new (TlFlowGraph *graph)
{
  g_autofree double *sums = g_new0 (double, graph->n_nodes + 1);
  g_autofree guint *counts = g_new0 (guint, graph->n_nodes + 1);
  g_autofree gboolean *known = g_new0 (gboolean, graph->n_nodes + 1);

  for (guint n = 0; n < graph->n_steps; n++)
    known[n] = graph->nodes[n].placed;
  for (guint round = 0; round < 8; round++)
    {
      for (guint n = 0; n < graph->n_steps; n++)
        sums[n] = counts[n] = 0;
      for (guint e = 0; e < graph->n_edges; e++)
        {
          const TlGraphEdge *edge = &graph->edges[e];

          if (known[edge->from] && ++counts[edge->to])
            sums[edge->to] += graph->nodes[edge->from].key;
          if (known[edge->to] && ++counts[edge->from])
            sums[edge->from] += graph->nodes[edge->to].key;
        }
      for (guint n = 0; n < graph->n_steps; n++)
        if (!graph->nodes[n].placed && counts[n] > 0)
          {
            graph->nodes[n].key = sums[n] / counts[n];
            known[n] = TRUE;
          }
    }
}

/**
 * tl_flow_graph_find_keys:
 * @graph: a graph
 * @placing: (inout): told whether the keys are places
 *
 * Says of each step where it would like to stand across: where it stands, where most do; else in
 * the flow's order.
 */
void
tl_flow_graph_find_keys (TlFlowGraph *graph, TlPlacing *placing)
{
  guint n_placed = 0;
  double last = -G_MAXDOUBLE;

  for (guint n = 0; n < graph->n_steps; n++)
    n_placed += graph->nodes[n].placed ? 1 : 0;
  placing->keep = n_placed > 0 && 2 * n_placed >= graph->n_steps;
  for (guint n = 0; n < graph->n_steps; n++)
    {
      TlGraphNode *node = &graph->nodes[n];

      node->key = !placing->keep ? n : placing->down ? node->x : node->y;
      if (placing->keep && node->placed)
        last = MAX (last, node->key);
    }
  for (guint n = 0; n < graph->n_steps && placing->keep; n++)
    if (!graph->nodes[n].placed)
      graph->nodes[n].key = last + TL_STEP_HEIGHT + TL_STEP_GAP_Y;
  if (placing->keep)
    find_keys_of_new (graph);
}
