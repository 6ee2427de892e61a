/* rank-simplex.h: ranks for the nodes of an acyclic graph that keep its arcs short in sum. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlRankArc:
 * @tail: number of a node
 * @head: number of another, which gets a greater rank
 * @least: by how much at least
 * @weight: what each rank between the two costs
 */
typedef struct
{
  guint tail;
  guint head;
  int least;
  int weight;
} TlRankArc;

void tl_rank_simplex (int *ranks, guint n_nodes, const TlRankArc *arcs, guint n_arcs);

G_END_DECLS
