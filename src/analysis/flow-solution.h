/* flow-solution.h: how often every demand type is where, before hours are counted.
 *
 * What the numbers of a flow and the leverage of its causes have in common.
 */
#pragma once

#include <gio/gio.h>

#include "analysis/flow-model.h"
#include "analysis/raised.h"
#include "analysis/routing.h"

G_BEGIN_DECLS

/**
 * TlArrival:
 * @routing: (nullable): how it is routed; %NULL where it does not enter the flow
 * @computed: %FALSE where it enters but can reach a loop without end
 * @work: expected minutes of work of one arrival
 * @wait: expected minutes of waiting of one arrival
 * @value: expected minutes of value work of one arrival: see #TlDemandNumbers
 *
 * What one arrival of a demand type does.
 */
typedef struct
{
  TlRouting *routing;
  gboolean computed;
  double work;
  double wait;
  double value;
} TlArrival;

/**
 * TlFlowSolution:
 * @model: what was solved
 * @problems: (element-type TlFlowProblem): what was found wrong
 * @provisional: some shares are over 100 %
 * @routings: (element-type TlRouting): the distinct routings
 * @each: of each demand type
 * @raised: what demand raises what
 * @arrivals: (array): of each demand type, a period
 */
typedef struct
{
  TlFlowModel *model;
  GPtrArray *problems;
  gboolean provisional;
  GPtrArray *routings;
  TlArrival *each;
  TlRaised *raised;
  double *arrivals;
} TlFlowSolution;

/**
 * tl_flow_solution_new:
 * @model: a flow
 * @problems: (element-type TlFlowProblem) (nullable): takes a reference and adds what is wrong
 * @error: place for an error
 *
 * Errors: %TL_ANALYSIS_ERROR_ENDLESS_FAILURE, %TL_ANALYSIS_ERROR_TOO_LARGE; the same is in
 * @problems.
 *
 * Returns: (transfer full) (nullable): the solution, %NULL with @error set
 */
TlFlowSolution *
tl_flow_solution_new (TlFlowModel *model, GPtrArray *problems, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_flow_solution_visits:
 * @solution: a solution
 * @demand: a demand type that enters and is computed
 * @visits: (out caller-allocates) (array): visits of one arrival to each step
 */
void tl_flow_solution_visits (const TlFlowSolution *solution, int demand, double *visits);

/**
 * tl_flow_solution_free:
 * @solution: (transfer full) (nullable): a solution
 */
void tl_flow_solution_free (TlFlowSolution *solution);

/**
 * tl_routing_returns:
 * @model: a flow
 * @routing: one of its routings
 *
 * Returns: (transfer full) (array): how often work that is in a step is there in all, at least
 * where later visits are rework: steps of class value whose repeats are not value
 */
double *tl_routing_returns (const TlFlowModel *model, const TlRouting *routing) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFlowSolution, tl_flow_solution_free)

G_END_DECLS
