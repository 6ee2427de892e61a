/* rank-tree.h: the spanning forest of tight arcs that the network simplex exchanges arcs in.
 *
 * Private to rank-simplex.c and rank-tree.c.
 */
#pragma once

#include "layout/rank-simplex.h"

G_BEGIN_DECLS

#define TL_NO_NODE G_MAXUINT

/**
 * TlRankTree:
 * @ranks: (array length=n_nodes): feasible at all times: no arc is shorter than its least
 * @arc_start: (array length=n_nodes + 1): arcs at a node, both ways: at[arc_start[n]] is the first
 * @parent: (array length=n_nodes): the node above in the forest, or TL_NO_NODE for a root
 * @arc: (array length=n_nodes): the arc between a node and its parent
 * @child: (array length=n_nodes): a node's first child, or TL_NO_NODE
 * @sum: (array length=n_nodes): weight of the arcs that leave a node's subtree, less that of those
 *   that come in
 */
typedef struct
{
  guint n_nodes;
  guint n_arcs;
  const TlRankArc *arcs;
  int *ranks;
  guint *arc_start;
  guint *at;
  guint *parent;
  guint *arc;
  guint *child;
  guint *next;
  guint *previous;
  gint64 *sum;
} TlRankTree;

void tl_rank_tree_init (TlRankTree *tree, int *ranks, guint n_nodes, const TlRankArc *arcs, guint n_arcs);
void tl_rank_tree_clear (TlRankTree *tree);
void tl_rank_tree_adopt (TlRankTree *tree, guint parent, guint child, guint arc);
void tl_rank_tree_orphan (TlRankTree *tree, guint child);
void tl_rank_tree_sum (TlRankTree *tree);

static inline int
tl_rank_slack (const TlRankTree *tree, guint arc)
{
  const TlRankArc *a = &tree->arcs[arc];

  return tree->ranks[a->head] - tree->ranks[a->tail] - a->least;
}

G_END_DECLS
