/* right-first-time.h: the chance that all goes well. */
#pragma once

#include "analysis/routing.h"

G_BEGIN_DECLS

/**
 * tl_right_first_time:
 * @model: a flow
 * @routing: one of its routings
 *
 * The chance that a case which stands in a step finishes without taking a rework connector and
 * without raising failure demand, u = (1 − ρ)(leaves + Σ p u) over flow connectors: an absorbing
 * chain in which rework and failure are ways out that do not count.
 *
 * Returns: (transfer full) (array): the chance at each step, 0..1; %NAN at steps that no demand of
 *   @routing reaches or that lead to a loop without end
 */
double *tl_right_first_time (const TlFlowModel *model, const TlRouting *routing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
