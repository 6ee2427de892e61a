/* chain.h: work that walks through the steps of a flow until it leaves.
 *
 * An absorbing Markov chain: J. G. Kemeny, J. L. Snell, "Finite Markov Chains" (1960), chapter III.
 * Only the nodes that can be reached from the starts take part, component by component; within a
 * loop KLU solves, everything else is one pass over the edges.
 */
#pragma once

#include "analysis/components.h"

G_BEGIN_DECLS

/**
 * TlChain:
 * @graph: the flow
 * @shares: of each edge
 * @components: of what can be reached
 * @closed: of each component: it is a loop without a way out
 * @endless: of each component: it is or leads to such a loop
 */
typedef struct
{
  const TlGraph *graph;
  const double *shares;
  TlComponents *components;
  gboolean *closed;
  gboolean *endless;
  /*< private >*/
  GPtrArray *loops;
} TlChain;

/**
 * tl_chain_new:
 * @graph: the flow; must outlive the chain
 * @shares: (array): of each edge, 0..1; must outlive the chain
 * @leaves: (array): of each node, the share of work that leaves the flow there
 * @starts: (array length=n_starts): nodes where work enters
 * @n_starts: how many
 *
 * Returns: (transfer full): the chain
 */
TlChain *tl_chain_new (const TlGraph *graph,
                       const double *shares,
                       const double *leaves,
                       const int *starts,
                       guint n_starts) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_chain_ends:
 * @chain: a chain
 * @start: one of its starts
 *
 * Returns: whether all work that enters at @start leaves the flow at some time
 */
gboolean tl_chain_ends (const TlChain *chain, int start);

/**
 * tl_chain_visits:
 * @chain: a chain
 * @x: (inout) (array): what enters at each node; becomes the visits to each node
 *
 * Solves the traffic equations x = b + Pᵀ x. Nodes that lead to a loop without end, and those that
 * are not reached, get 0; nothing may enter at them.
 */
void tl_chain_visits (const TlChain *chain, double *x);

/**
 * tl_chain_expect:
 * @chain: a chain
 * @x: (inout) (array): what one visit to each node counts; becomes what is counted in all from
 * there on
 *
 * Solves x = c + P x. Nodes that lead to a loop without end, and those that are not reached, get
 * %NAN.
 */
void tl_chain_expect (const TlChain *chain, double *x);

/**
 * tl_chain_returns:
 * @chain: a chain
 * @wanted: (array): of each node, whether its number is wanted
 * @returns: (out caller-allocates) (array): of each node, how often work that is there is there in
 * all, N[s,s] of the fundamental matrix; 1 outside of loops. Set where it is wanted and work can
 * leave again.
 */
void tl_chain_returns (const TlChain *chain, const gboolean *wanted, double *returns);

/**
 * tl_chain_free:
 * @chain: (transfer full) (nullable): a chain
 */
void tl_chain_free (TlChain *chain);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlChain, tl_chain_free)

G_END_DECLS
