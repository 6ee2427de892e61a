/* components.h: which nodes of a graph lie in loops together.
 *
 * Source: R. E. Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1 (1972).
 */
#pragma once

#include "analysis/graph.h"

G_BEGIN_DECLS

/**
 * TlComponents:
 * @n_components: how many there are
 * @component: of each node; −1 where the node was not reached
 * @order: the reached nodes, component after component; no edge leads from a component to a later
 * one
 * @first: component c is order[first[c]] … order[first[c + 1] − 1]
 * @place: of each node, within its component
 *
 * The strongly connected components among the nodes that can be reached from some starts.
 */
typedef struct
{
  guint n_components;
  int *component;
  int *order;
  int *first;
  int *place;
} TlComponents;

/**
 * tl_components_new:
 * @graph: a graph
 * @weights: (array): of each edge; an edge without a positive weight counts as not there
 * @starts: (array length=n_starts): nodes to start from
 * @n_starts: how many
 *
 * Takes time in proportion to the nodes and edges reached, and no stack however long a path is.
 *
 * Returns: (transfer full): the components
 */
TlComponents *tl_components_new (const TlGraph *graph, const double *weights, const int *starts, guint n_starts)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_components_size:
 * @components: components
 * @component: one of them
 *
 * Returns: how many nodes it has
 */
static inline int
tl_components_size (const TlComponents *components, int component)
{
  return components->first[component + 1] - components->first[component];
}

/**
 * tl_components_free:
 * @components: (transfer full) (nullable): components
 */
void tl_components_free (TlComponents *components);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlComponents, tl_components_free)

G_END_DECLS
