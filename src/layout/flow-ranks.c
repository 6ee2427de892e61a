/* flow-ranks.c: which layer each node belongs to, so that work is read from left to right.
 *
 * Layers in which connectors are short in sum, found by the network simplex; then starts go first
 * and ends last. Demands have no layer: they stand at the flow's front.
 */
#include "layout/flow-graph.h"
#include "layout/rank-simplex.h"

/* In both directions: what leads back is turned round, so that it keeps its distance. */
static GArray *
arcs_of (const TlFlowGraph *graph)
{
  GArray *arcs = g_array_sized_new (FALSE, FALSE, sizeof (TlRankArc), graph->n_edges + 1);

  for (guint e = 0; e < graph->n_edges; e++)
    {
      const TlGraphEdge *edge = &graph->edges[e];
      TlRankArc arc = { edge->back ? edge->to : edge->from, edge->back ? edge->from : edge->to, 1, 1 };

      if (edge->item->kind == TL_ITEM_CONNECTOR && edge->from != edge->to)
        g_array_append_val (arcs, arc);
    }
  return arcs;
}

static guint
part_of (guint *above, guint node)
{
  while (above[node] != node)
    node = above[node] = above[above[node]];
  return node;
}

/**
 * tl_flow_graph_find_parts:
 * @graph: a graph
 *
 * Finds the parts that connectors hold together, each numbered by its first node. A step that no
 * edge leads to or from is loose.
 */
void
tl_flow_graph_find_parts (TlFlowGraph *graph)
{
  g_autofree guint *above = g_new (guint, graph->n_nodes + 1);
  g_autofree gboolean *joined = g_new0 (gboolean, graph->n_nodes + 1);

  for (guint n = 0; n < graph->n_nodes; n++)
    above[n] = n;
  for (guint e = 0; e < graph->n_edges; e++)
    {
      const TlGraphEdge *edge = &graph->edges[e];
      guint from = part_of (above, edge->from);
      guint to = part_of (above, edge->to);

      if (edge->from == edge->to)
        continue;
      joined[edge->from] = joined[edge->to] = TRUE;
      if (edge->item->kind == TL_ITEM_CONNECTOR)
        above[MAX (from, to)] = MIN (from, to);
    }
  for (guint n = 0; n < graph->n_nodes; n++)
    {
      graph->nodes[n].part = part_of (above, n);
      graph->nodes[n].loose = n < graph->n_steps && !joined[n];
    }
}

/* Each part's ranks begin at 0. Returns: the last rank of each part, at its number */
static int *
begin_at_nought (TlFlowGraph *graph, const int *ranks)
{
  g_autofree int *first = g_new (int, graph->n_nodes + 1);
  int *last = g_new0 (int, graph->n_nodes + 1);

  for (guint n = 0; n < graph->n_nodes; n++)
    first[n] = G_MAXINT;
  for (guint n = 0; n < graph->n_nodes; n++)
    first[graph->nodes[n].part] = MIN (first[graph->nodes[n].part], ranks[n]);
  for (guint n = 0; n < graph->n_nodes; n++)
    {
      guint part = graph->nodes[n].part;

      graph->nodes[n].rank = ranks[n] - first[part];
      last[part] = MAX (last[part], graph->nodes[n].rank);
    }
  return last;
}

/* A start to which nothing leads stands in the first layer, an end that leads nowhere in the last.
 */
static void
put_starts_first_and_ends_last (TlFlowGraph *graph, const GArray *arcs, const int *last)
{
  g_autofree gboolean *led_to = g_new0 (gboolean, graph->n_nodes + 1);
  g_autofree gboolean *leads = g_new0 (gboolean, graph->n_nodes + 1);

  for (guint a = 0; a < arcs->len; a++)
    {
      leads[g_array_index (arcs, TlRankArc, a).tail] = TRUE;
      led_to[g_array_index (arcs, TlRankArc, a).head] = TRUE;
    }
  for (guint n = 0; n < graph->n_steps; n++)
    {
      TlGraphNode *node = &graph->nodes[n];

      if (node->step->kind == TL_STEP_START && !led_to[n])
        node->rank = 0;
      else if (node->step->kind == TL_STEP_END && !leads[n] && led_to[n])
        node->rank = last[node->part];
    }
}

/**
 * tl_flow_graph_rank:
 * @graph: a graph
 *
 * Gives each step its layer, from 0 in each part, and its part, and says of each edge whether it
 * leads back. The same flow always gets the same layers.
 */
void
tl_flow_graph_rank (TlFlowGraph *graph)
{
  g_autofree int *ranks = g_new0 (int, graph->n_nodes + 1);
  g_autofree int *last = NULL;
  g_autoptr (GArray) arcs = NULL;

  tl_flow_graph_break_cycles (graph);
  tl_flow_graph_find_parts (graph);
  arcs = arcs_of (graph);
  tl_rank_simplex (ranks, graph->n_nodes, (const TlRankArc *) (gconstpointer) arcs->data, arcs->len);
  last = begin_at_nought (graph, ranks);
  put_starts_first_and_ends_last (graph, arcs, last);
}
