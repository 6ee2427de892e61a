#include "analysis/capacity.h"

#include <math.h>
#include <string.h>

#include "analysis/flow-solution.h"
#include "analysis/right-first-time.h"

/* The name becomes a string as it stands. */
/* clang-format off */
G_DEFINE_QUARK (tl-analysis-error-quark, tl_analysis_error)
/* clang-format on */

static TlCapacity *
capacity_new (TlFlowModel *model)
{
  TlCapacity *self = g_new0 (TlCapacity, 1);

  self->ref_count = 1;
  self->model = tl_flow_model_ref (model);
  self->flow = model->flow;
  self->period = model->period;
  self->demands = g_array_new (FALSE, TRUE, sizeof (TlDemandNumbers));
  self->steps = g_array_new (FALSE, TRUE, sizeof (TlStepNumbers));
  self->roles = g_array_new (FALSE, TRUE, sizeof (TlRoleNumbers));
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_flow_problem_free);
  self->volumes = tl_volumes_new (model);
  return self;
}

static void
set_minutes (TlDemandNumbers *numbers, const TlArrival *arrival)
{
  numbers->work_minutes = arrival->computed ? arrival->work : (double) NAN;
  numbers->wait_minutes = arrival->computed ? arrival->wait : (double) NAN;
  numbers->value_minutes = arrival->computed ? arrival->value : (double) NAN;
  numbers->used = arrival->computed ? numbers->arrivals * arrival->work / 60 : (double) NAN;
}

static void
add_demands (TlCapacity *self, const TlFlowSolution *solution)
{
  const TlFlowModel *model = self->model;

  g_array_set_size (self->demands, model->n_demands);
  for (guint d = 0; d < model->n_demands; d++)
    {
      TlDemandNumbers *numbers = &g_array_index (self->demands, TlDemandNumbers, d);

      numbers->demand = model->demands[d].demand;
      numbers->frequency = model->demands[d].frequency;
      numbers->arrivals = solution->arrivals[d];
      numbers->enters = solution->each[d].routing != NULL;
      numbers->computed = !numbers->enters || solution->each[d].computed;
      numbers->right_first_time = NAN;
      if (numbers->enters)
        set_minutes (numbers, &solution->each[d]);

      self->contacts += numbers->arrivals;
      if (model->demands[d].kind == TL_DEMAND_FAILURE)
        self->failure_contacts += numbers->arrivals;
    }
}

static void
add_right_first_time (TlCapacity *self, const TlFlowSolution *solution)
{
  for (guint i = 0; i < solution->routings->len; i++)
    {
      const TlRouting *routing = solution->routings->pdata[i];
      g_autofree double *chance = tl_right_first_time (self->model, routing);

      for (guint k = 0; k < routing->demands->len; k++)
        {
          int d = g_array_index (routing->demands, int, k);
          double u = chance[self->model->demands[d].entry];

          if (solution->each[d].computed)
            g_array_index (self->demands, TlDemandNumbers, d).right_first_time = CLAMP (u, 0, 1);
        }
    }
}

/* Visits per period of all demand of one kind that is routed alike, FALSE if there is none. */
static gboolean
visits_by_kind (const TlFlowSolution *solution, const TlRouting *routing, TlDemandKind kind, double *visits)
{
  const TlFlowModel *model = solution->model;
  gboolean any = FALSE;

  memset (visits, 0, sizeof (double) * model->n_steps);
  for (guint i = 0; i < routing->demands->len; i++)
    {
      int d = g_array_index (routing->demands, int, i);

      if (model->demands[d].kind != kind || !solution->each[d].computed || solution->arrivals[d] == 0)
        continue;
      visits[model->demands[d].entry] += solution->arrivals[d];
      any = TRUE;
    }
  if (any)
    tl_chain_visits (routing->chain, visits);
  return any;
}

/* The five buckets of the design: see docs/arithmetic.md. @returns is for value demand. */
static void
add_hours (TlStepNumbers *numbers, const TlModelStep *step, TlDemandKind kind, double visits, const double *returns)
{
  double hours = visits * step->work / 60;
  double first;

  if (kind == TL_DEMAND_FAILURE)
    numbers->hours.hours[TL_BUCKET_FAILURE] += hours;
  else if (kind == TL_DEMAND_UNSURE || step->class == TL_CLASS_NONE)
    numbers->hours.hours[TL_BUCKET_UNCLASSIFIED] += hours;
  else if (step->class == TL_CLASS_WASTE)
    numbers->hours.hours[TL_BUCKET_WASTE] += hours;
  else
    {
      first = step->repeats_are_value ? hours : hours / *returns;
      numbers->hours.hours[TL_BUCKET_VALUE] += first;
      numbers->hours.hours[TL_BUCKET_REWORK] += hours - first;
    }
}

static void
add_visits (TlCapacity *self, const TlRouting *routing, TlDemandKind kind, const double *visits)
{
  const TlFlowModel *model = self->model;
  g_autofree double *returns = NULL;

  if (kind == TL_DEMAND_VALUE)
    returns = tl_routing_returns (model, routing);
  tl_volumes_add (self->volumes, model, routing, kind, visits);
  for (guint s = 0; s < model->n_steps; s++)
    {
      TlStepNumbers *numbers = &g_array_index (self->steps, TlStepNumbers, s);

      if (visits[s] == 0)
        continue;
      numbers->visits += visits[s];
      add_hours (numbers, &model->steps[s], kind, visits[s], returns != NULL ? &returns[s] : NULL);
      if (kind == TL_DEMAND_VALUE)
        {
          numbers->work_minutes += visits[s] * model->steps[s].work;
          numbers->wait_minutes += visits[s] * model->steps[s].wait;
        }
    }
}

/* So far the clock holds minutes a period; what is wanted is minutes an arrival. */
static void
average_clock (TlCapacity *self, const TlFlowSolution *solution)
{
  const TlFlowModel *model = self->model;
  double arrivals = 0;

  for (guint d = 0; d < model->n_demands; d++)
    if (model->demands[d].kind == TL_DEMAND_VALUE && solution->each[d].computed)
      arrivals += solution->arrivals[d];
  for (guint s = 0; s < model->n_steps && arrivals > 0; s++)
    {
      TlStepNumbers *numbers = &g_array_index (self->steps, TlStepNumbers, s);

      numbers->work_minutes /= arrivals;
      numbers->wait_minutes /= arrivals;
    }
}

static void
add_steps (TlCapacity *self, const TlFlowSolution *solution)
{
  static const TlDemandKind kinds[] = { TL_DEMAND_VALUE, TL_DEMAND_FAILURE, TL_DEMAND_UNSURE };
  const TlFlowModel *model = self->model;
  g_autofree double *visits = g_new (double, model->n_steps);

  g_array_set_size (self->steps, model->n_steps);
  for (guint s = 0; s < model->n_steps; s++)
    g_array_index (self->steps, TlStepNumbers, s).step = model->steps[s].step;
  for (guint i = 0; i < solution->routings->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
      if (visits_by_kind (solution, solution->routings->pdata[i], kinds[k], visits))
        add_visits (self, solution->routings->pdata[i], kinds[k], visits);
  average_clock (self, solution);
}

static void
buckets_add (TlBuckets *sum, const TlBuckets *buckets)
{
  for (int b = 0; b < TL_N_BUCKETS; b++)
    sum->hours[b] += buckets->hours[b];
}

static void
add_roles (TlCapacity *self)
{
  const TlFlowModel *model = self->model;
  TlRoleNumbers nobody = { NULL };

  g_array_set_size (self->roles, model->n_roles);
  for (guint r = 0; r < model->n_roles; r++)
    {
      TlRoleNumbers *numbers = &g_array_index (self->roles, TlRoleNumbers, r);

      numbers->role = model->roles[r].role;
      numbers->available = model->roles[r].available;
      self->available += numbers->available;
    }
  for (guint s = 0; s < model->n_steps; s++)
    {
      int r = model->steps[s].role;

      buckets_add (r < 0 ? &nobody.hours : &g_array_index (self->roles, TlRoleNumbers, r).hours,
                   &g_array_index (self->steps, TlStepNumbers, s).hours);
    }
  if (tl_buckets_sum (&nobody.hours) > 0)
    g_array_append_val (self->roles, nobody);
}

static void
add_up (TlCapacity *self)
{
  for (guint s = 0; s < self->steps->len; s++)
    buckets_add (&self->hours, &g_array_index (self->steps, TlStepNumbers, s).hours);
  self->used = tl_buckets_sum (&self->hours);
  self->spare = self->available - self->used;
}

TlCapacity *
tl_capacity_compute_model (TlFlowModel *model, GError **error)
{
  g_autoptr (TlCapacity) self = NULL;
  g_autoptr (TlFlowSolution) solution = NULL;

  g_return_val_if_fail (model != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = capacity_new (model);
  solution = tl_flow_solution_new (model, self->problems, error);
  if (solution == NULL)
    return NULL;

  self->provisional = solution->provisional;
  add_demands (self, solution);
  add_right_first_time (self, solution);
  add_steps (self, solution);
  add_roles (self);
  add_up (self);

  return g_steal_pointer (&self);
}

TlCapacity *
tl_capacity_compute (TlStudy *study, TlFlow *flow, GError **error)
{
  g_autoptr (TlFlowModel) model = NULL;

  g_return_val_if_fail (study != NULL, NULL);

  model = tl_flow_model_new (study, flow);
  return tl_capacity_compute_model (model, error);
}

TlCapacity *
tl_capacity_ref (TlCapacity *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
tl_capacity_unref (TlCapacity *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_array_unref (self->demands);
  g_array_unref (self->steps);
  g_array_unref (self->roles);
  g_ptr_array_unref (self->problems);
  tl_volumes_free (self->volumes);
  tl_flow_model_unref (self->model);
  g_free (self);
}

double
tl_capacity_share (const TlCapacity *self, TlBucket bucket)
{
  g_return_val_if_fail (self != NULL && bucket < TL_N_BUCKETS, 0);
  return self->used > 0 ? self->hours.hours[bucket] / self->used : 0;
}

double
tl_capacity_failure_share_of_contacts (const TlCapacity *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->contacts > 0 ? self->failure_contacts / self->contacts : 0;
}

const TlStepNumbers *
tl_capacity_step (const TlCapacity *self, const TlStep *step)
{
  int place;

  g_return_val_if_fail (self != NULL, NULL);

  place = tl_flow_model_place (self->model, step);
  return place >= 0 ? &g_array_index (self->steps, TlStepNumbers, place) : NULL;
}

double *
tl_capacity_by_demand (const TlCapacity *self, const TlConnector *connector)
{
  g_autofree double *arrivals = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  arrivals = g_new (double, self->demands->len + 1);
  for (guint d = 0; d < self->demands->len; d++)
    arrivals[d] = g_array_index (self->demands, TlDemandNumbers, d).arrivals;
  return tl_volumes_by_demand (self->model, arrivals, connector);
}

double
tl_demand_flow_efficiency (const TlDemandNumbers *numbers)
{
  double time;

  g_return_val_if_fail (numbers != NULL, NAN);

  time = numbers->work_minutes + numbers->wait_minutes;
  return time > 0 ? numbers->value_minutes / time : (double) NAN;
}
