/* routing.h: which share of the work takes each connector.
 *
 * Shares are resolved as the design says: given shares stand, blank ones take what is left in equal
 * parts, and what nobody takes leaves the flow. Where a step gives away more than all, the given
 * shares are scaled down to 1 and the results are provisional.
 */
#pragma once

#include "analysis/chain.h"
#include "analysis/flow-model.h"

G_BEGIN_DECLS

/* Sums of shares this near to 1 are meant to be 1. */
#define TL_SHARES_ROUNDING 1e-9

/**
 * TlRouting:
 * @shares: (array): of each edge
 * @leaves: (array): of each step, the share that leaves the flow there
 * @demands: (element-type int): the demand types that enter and are routed so
 * @chain: how their work walks
 *
 * Demand types whose shares are the same have one routing together, which is factorised once.
 */
typedef struct
{
  double *shares;
  double *leaves;
  GArray *demands;
  TlChain *chain;
} TlRouting;

/**
 * tl_routings_new:
 * @model: a flow
 * @problems: (element-type TlFlowProblem): takes what is wrong with the shares
 * @provisional: (out): whether some shares are over 100 %
 *
 * Returns: (transfer full) (element-type TlRouting): the distinct routings of all demand types that
 *   enter the flow; refers to @model
 */
GPtrArray *
tl_routings_new (const TlFlowModel *model, GPtrArray *problems, gboolean *provisional) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_routing_free:
 * @routing: (transfer full) (nullable): a routing
 */
void tl_routing_free (TlRouting *routing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRouting, tl_routing_free)

G_END_DECLS
