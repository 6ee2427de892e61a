#include "layout/flow-reading.h"

#include "layout/flow-graph.h"

/* Part after part, along the work; what nothing is connected to comes last. Nodes lie in one array,
 * in the flow's order: that decides between equals. */
static int
compare_nodes (gconstpointer a, gconstpointer b)
{
  const TlGraphNode *first = *(const TlGraphNode *const *) a;
  const TlGraphNode *second = *(const TlGraphNode *const *) b;

  if (first->loose != second->loose)
    return first->loose ? 1 : -1;
  if (first->part != second->part)
    return first->part < second->part ? -1 : 1;
  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  return first < second ? -1 : first > second;
}

/**
 * tl_flow_reading_order:
 * @study: to which the flow belongs
 * @flow: a flow
 *
 * Follows the work, not the places: from where it comes in to where it ends, rework not counted.
 * Takes little more than linear time.
 *
 * Returns: (transfer container) (element-type TlStep): all steps of @flow
 */
GPtrArray *
tl_flow_reading_order (TlStudy *study, TlFlow *flow)
{
  g_autoptr (TlFlowGraph) graph = tl_flow_graph_new (study, flow);
  GPtrArray *order = g_ptr_array_sized_new (graph->n_steps);

  tl_flow_graph_rank (graph);
  for (guint n = 0; n < graph->n_steps; n++)
    g_ptr_array_add (order, &graph->nodes[n]);
  g_ptr_array_sort (order, compare_nodes);
  for (guint i = 0; i < order->len; i++)
    order->pdata[i] = ((const TlGraphNode *) order->pdata[i])->step;
  return order;
}
