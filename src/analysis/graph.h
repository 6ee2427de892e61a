/* graph.h: the connectors of a flow as plain arrays, for arithmetic. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlGraph:
 * @n_nodes: nodes are the numbers from 0
 * @n_edges: edges are the numbers from 0, those of one node side by side
 * @first: the edges of node s are first[s] … first[s + 1] − 1
 * @to: the node that an edge leads to
 *
 * A directed graph in compressed rows. Parallel edges and edges from a node to itself are allowed.
 */
typedef struct
{
  guint n_nodes;
  guint n_edges;
  int *first;
  int *to;
} TlGraph;

/**
 * tl_graph_new:
 * @n_nodes: how many nodes
 * @n_edges: how many edges
 * @from: (array length=n_edges): where each edge begins
 * @to: (array length=n_edges): where each edge ends
 * @place: (out caller-allocates) (array length=n_edges) (nullable): the number that each edge got
 *
 * Sorts edges by the node where they begin; edges of one node keep their order.
 *
 * Returns: (transfer full): the graph
 */
TlGraph *
tl_graph_new (guint n_nodes, guint n_edges, const int *from, const int *to, int *place) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_graph_free:
 * @graph: (transfer full) (nullable): a graph
 */
void tl_graph_free (TlGraph *graph);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlGraph, tl_graph_free)

G_END_DECLS
