/* loop.h: steps that lie in one loop, and what goes round in it.
 *
 * For the shares P among the steps of the loop, A = I − Pᵀ is kept factorised by KLU: T. A. Davis,
 * E. Palamadai Natarajan, "Algorithm 907: KLU", ACM Trans. Math. Softw. 37 (2010). Every column of
 * A is diagonally dominant, so the diagonal is the best pivot and no other is looked for.
 */
#pragma once

#include "analysis/components.h"

G_BEGIN_DECLS

typedef struct _TlLoop TlLoop;

/**
 * tl_loop_new:
 * @graph: the flow
 * @shares: (array): of each edge
 * @components: its components
 * @component: the one that is the loop
 *
 * Returns: (transfer full) (nullable): the loop, ready to solve; %NULL if there is no way out of it
 *   that a double can tell from none
 */
TlLoop *tl_loop_new (const TlGraph *graph, const double *shares, const TlComponents *components, int component)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_loop_visits:
 * @loop: a loop
 * @x: (inout) (array): what comes into each step from outside; becomes the visits to each step
 *
 * Solves (I − Pᵀ) x = b.
 */
void tl_loop_visits (TlLoop *loop, double *x);

/**
 * tl_loop_expect:
 * @loop: a loop
 * @x: (inout) (array): what one visit to each step counts; becomes what all visits count from there
 *
 * Solves (I − P) x = b.
 */
void tl_loop_expect (TlLoop *loop, double *x);

/**
 * tl_loop_diagonal:
 * @loop: a loop
 *
 * How often work that stands in a step is there in all: the diagonal of (I − Pᵀ)⁻¹. It is made when
 * first asked for.
 *
 * Returns: (transfer none) (array): 1 or more for each step
 */
const double *tl_loop_diagonal (TlLoop *loop);

/**
 * tl_loop_free:
 * @loop: (transfer full) (nullable): a loop
 */
void tl_loop_free (TlLoop *loop);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLoop, tl_loop_free)

G_END_DECLS
