#include "analysis/leverage.h"

#include <math.h>
#include <string.h>

#include "analysis/cause.h"
#include "analysis/condition-leverage.h"
#include "analysis/flow-solution.h"

/* Without the connector, work would go round more often than a double can tell from for ever. */
#define SMALLEST_WAY_OUT 1e-11

/* What the numbers without one cause are computed from. */
typedef struct
{
  const TlFlowModel *model;
  TlFlowSolution *solution;
  double *frequencies;
  double *hours;  /* of one arrival of each demand type */
  double *visits; /* a period, to each step */
  double used;
  int *watched;    /* of each step, its row in @each_visits, −1 where its visits are not needed */
  double *visited; /* rows of visits of one arrival of each demand type */
  double *work;    /* room for one number a step */
} Base;

static void
base_clear (Base *self)
{
  tl_flow_solution_free (self->solution);
  g_free (self->frequencies);
  g_free (self->hours);
  g_free (self->visits);
  g_free (self->watched);
  g_free (self->visited);
  g_free (self->work);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Base, base_clear)

/* Steps that raise demand or send work back: how often each demand type is there decides what
 * changes without that. The other steps' visits need not be kept.
 */
static guint
watch_steps (Base *self)
{
  const TlFlowModel *model = self->model;
  guint n = 0;

  self->watched = g_new (int, model->n_steps);
  for (guint s = 0; s < model->n_steps; s++)
    self->watched[s] = -1;
  for (guint i = 0; i < model->n_raises; i++)
    if (self->watched[model->raises[i].step] < 0)
      self->watched[model->raises[i].step] = (int) n++;
  for (guint e = 0; e < model->n_edges; e++)
    if (model->edges[e].rework && self->watched[model->edges[e].from] < 0)
      self->watched[model->edges[e].from] = (int) n++;

  return n;
}

static double *
visited_cell (const Base *self, int step, int demand)
{
  return self->visited + (gsize) self->watched[step] * self->model->n_demands + demand;
}

static gboolean
takes_part (const Base *self, int demand)
{
  const TlArrival *arrival = &self->solution->each[demand];

  return arrival->routing != NULL && arrival->computed;
}

static void
add_demand (Base *self, int demand)
{
  const TlFlowModel *model = self->model;
  double arrivals = self->solution->arrivals[demand];

  self->hours[demand] = self->solution->each[demand].work / 60;
  self->used += arrivals * self->hours[demand];
  tl_flow_solution_visits (self->solution, demand, self->work);
  for (int s = 0; s < (int) model->n_steps; s++)
    {
      self->visits[s] += arrivals * self->work[s];
      if (self->watched[s] >= 0)
        *visited_cell (self, s, demand) = self->work[s];
    }
}

static gboolean
base_init (Base *self, TlFlowModel *model, GError **error)
{
  self->model = model;
  self->solution = tl_flow_solution_new (model, NULL, error);
  if (self->solution == NULL)
    return FALSE;

  self->frequencies = g_new (double, model->n_demands);
  self->hours = g_new0 (double, model->n_demands);
  self->visits = g_new0 (double, model->n_steps);
  self->work = g_new (double, model->n_steps);
  self->visited = g_new0 (double, (gsize) watch_steps (self) * model->n_demands);
  for (int d = 0; d < (int) model->n_demands; d++)
    {
      self->frequencies[d] = model->demands[d].frequency;
      if (takes_part (self, d))
        add_demand (self, d);
    }

  return TRUE;
}

/* FALSE where there are no numbers with that. */
static gboolean
used_with (const Base *self, const TlRaised *raised, const double *frequencies, const double *hours, double *used)
{
  g_autofree double *arrivals = g_new (double, self->model->n_demands);

  if (!tl_raised_solve (raised, frequencies, arrivals))
    return FALSE;
  *used = 0;
  for (guint d = 0; d < self->model->n_demands; d++)
    *used += arrivals[d] * hours[d];
  return isfinite (*used);
}

static gboolean
without_outside_demand (const Base *self, int demand, double *used)
{
  g_autofree double *frequencies = g_memdup2 (self->frequencies, sizeof (double) * self->model->n_demands);

  frequencies[demand] = 0;
  return used_with (self, self->solution->raised, frequencies, self->hours, used);
}

static gboolean
without_work (const Base *self, int step, double *used)
{
  *used = self->used - self->visits[step] * self->model->steps[step].work / 60;
  return TRUE;
}

static gboolean
without_raises (const Base *self, int place, double *used)
{
  const TlModelRaises *raises = &self->model->raises[place];
  g_autoptr (TlRaised) raised = tl_raised_copy (self->solution->raised);

  for (int d = 0; d < (int) self->model->n_demands; d++)
    tl_raised_add (raised, raises->demand, d, -raises->rate * *visited_cell (self, raises->step, d));
  return used_with (self, raised, self->frequencies, self->hours, used);
}

/* What changes at the step where a rework connector begins: it loses its share, and the others grow
 * to the same sum. Where there are no others, the work leaves the flow there instead.
 *
 * Returns: FALSE where nobody takes the connector
 */
static gboolean
set_change (const TlFlowModel *model, const TlRouting *routing, int edge, double *change)
{
  int from = model->edges[edge].from;
  double sum = 0;
  double others = 0;

  if (!(routing->shares[edge] > 0))
    return FALSE;
  for (int e = model->graph->first[from]; e < model->graph->first[from + 1]; e++)
    {
      sum += routing->shares[e];
      others += e == edge ? 0 : routing->shares[e];
    }

  memset (change, 0, sizeof (double) * model->n_steps);
  change[model->graph->to[edge]] -= routing->shares[edge];
  for (int e = model->graph->first[from]; e < model->graph->first[from + 1]; e++)
    if (e != edge && routing->shares[e] > 0)
      change[model->graph->to[e]] += routing->shares[e] * (sum / others - 1);
  return TRUE;
}

static gboolean
is_visited (const Base *self, const TlRouting *routing, int step)
{
  for (guint i = 0; i < routing->demands->len; i++)
    if (*visited_cell (self, step, g_array_index (routing->demands, int, i)) > 0)
      return TRUE;
  return FALSE;
}

/* One row of P changes by δ, so by Sherman and Morrison (Ann. Math. Stat. 21, 1950) the visits of
 * every demand type change by the same numbers N δ, in proportion to its visits v to that step:
 * v′ = v + N δ · v[step] / (1 − (N δ)[step]). It is exact, and nothing is factorised again.
 */
static gboolean
reroute (const Base *self, const TlRouting *routing, int edge, TlRaised *raised, double *hours)
{
  const TlFlowModel *model = self->model;
  int from = model->edges[edge].from;
  double way_out;
  double more_hours = 0;

  if (!is_visited (self, routing, from) || !set_change (model, routing, edge, self->work))
    return TRUE;
  tl_chain_visits (routing->chain, self->work);
  way_out = 1 - self->work[from];
  if (!(way_out > SMALLEST_WAY_OUT))
    return FALSE;

  for (guint s = 0; s < model->n_steps; s++)
    more_hours += self->work[s] * model->steps[s].work / 60;
  for (guint i = 0; i < routing->demands->len; i++)
    {
      int d = g_array_index (routing->demands, int, i);
      double times = *visited_cell (self, from, d) / way_out;

      hours[d] += times * more_hours;
      for (guint k = 0; k < model->n_raises; k++)
        tl_raised_add (raised, model->raises[k].demand, d,
                       times * model->raises[k].rate * self->work[model->raises[k].step]);
    }

  return TRUE;
}

static gboolean
without_rework (const Base *self, int edge, double *used)
{
  g_autofree double *hours = g_memdup2 (self->hours, sizeof (double) * self->model->n_demands);
  g_autoptr (TlRaised) raised = tl_raised_copy (self->solution->raised);

  for (guint i = 0; i < self->solution->routings->len; i++)
    if (!reroute (self, self->solution->routings->pdata[i], edge, raised, hours))
      return FALSE;
  return used_with (self, raised, self->frequencies, hours, used);
}

static gboolean
without (const Base *self, const TlFoundCause *found, double *used)
{
  switch (found->kind)
    {
    case TL_CAUSE_RAISES:
      return without_raises (self, found->place, used);
    case TL_CAUSE_REWORK:
      return without_rework (self, found->place, used);
    case TL_CAUSE_WASTE_STEP:
      return without_work (self, found->place, used);
    case TL_CAUSE_OUTSIDE_DEMAND:
      return without_outside_demand (self, found->place, used);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static int
compare_hours (gconstpointer a, gconstpointer b)
{
  double first = ((const TlCause *) a)->hours;
  double second = ((const TlCause *) b)->hours;

  return (first < second) - (first > second);
}

static void
cause_clear (gpointer cause)
{
  g_free (((TlCause *) cause)->words);
}

static TlLeverage *
leverage_new (TlFlowModel *model)
{
  TlLeverage *self = g_new0 (TlLeverage, 1);

  self->ref_count = 1;
  self->period = model->period;
  self->model = tl_flow_model_ref (model);
  self->causes = g_array_new (FALSE, TRUE, sizeof (TlCause));
  g_array_set_clear_func (self->causes, cause_clear);
  self->conditions = g_array_new (FALSE, FALSE, sizeof (TlConditionLeverage));
  return self;
}

/* Returns: the hours released, %NAN where there are no numbers without it */
static double
try_cause (TlLeverage *self, const Base *base, const TlFoundCause *found)
{
  TlCause cause = { 0 };
  double used;
  double hours;

  if (!without (base, found, &used))
    return (double) NAN;
  hours = tl_leverage_hours (base->used, used);
  tl_cause_init (&cause, self->model, found, hours);
  g_array_append_val (self->causes, cause);
  return hours;
}

/* One by one, and then by condition. */
static gboolean
try_all (TlLeverage *self, const GArray *found, GCancellable *cancellable, GError **error)
{
  g_autofree double *single = g_new (double, found->len);
  g_auto (Base) base = { NULL };

  if (!base_init (&base, self->model, error))
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      single[i] = try_cause (self, &base, &g_array_index (found, TlFoundCause, i));
    }
  g_array_sort (self->causes, compare_hours);
  return tl_condition_leverages_compute (self, base.solution, found, single, cancellable, error);
}

/* Conditions are few, whatever the size of the flow. */
static gboolean
try_conditions (TlLeverage *self, const GArray *found, GCancellable *cancellable, GError **error)
{
  g_autoptr (TlFlowSolution) solution = NULL;

  self->left_out = found->len;
  if (self->model->n_conditions == 0)
    return TRUE;
  solution = tl_flow_solution_new (self->model, NULL, error);
  return solution != NULL && tl_condition_leverages_compute (self, solution, found, NULL, cancellable, error);
}

TlLeverage *
tl_leverage_compute_model (TlFlowModel *model, GCancellable *cancellable, GError **error)
{
  g_autoptr (TlLeverage) self = NULL;
  g_autoptr (GArray) found = NULL;
  gboolean done;

  g_return_val_if_fail (model != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = leverage_new (model);
  found = tl_causes_find (model);
  if (found->len > TL_LEVERAGE_MOST_CAUSES)
    done = try_conditions (self, found, cancellable, error);
  else
    done = try_all (self, found, cancellable, error);
  return done ? g_steal_pointer (&self) : NULL;
}

TlLeverage *
tl_leverage_compute (TlStudy *study, TlFlow *flow, GCancellable *cancellable, GError **error)
{
  g_autoptr (TlFlowModel) model = NULL;

  g_return_val_if_fail (study != NULL, NULL);

  model = tl_flow_model_new (study, flow);
  return tl_leverage_compute_model (model, cancellable, error);
}

TlLeverage *
tl_leverage_ref (TlLeverage *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
tl_leverage_unref (TlLeverage *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_array_unref (self->causes);
  g_array_unref (self->conditions);
  tl_flow_model_unref (self->model);
  g_free (self);
}
