#include "analysis/flow-solution.h"

#include <math.h>
#include <string.h>

#include "analysis/capacity.h"
#include "analysis/flow-problem.h"
#include "analysis/names.h"

#include "throughline-config.h"
#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static void
add_problem (TlFlowSolution *self, TlFlowProblemKind kind, char *message, GPtrArray *ids)
{
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (self->problems, tl_flow_problem_new (kind, message, g_strdupv ((char **) ids->pdata)));
}

/* Which demand types come at all: from outside, or because some step raises them. */
static gboolean *
find_arriving (const TlFlowModel *model)
{
  gboolean *arriving = g_new0 (gboolean, model->n_demands);

  for (guint d = 0; d < model->n_demands; d++)
    arriving[d] = model->demands[d].frequency > 0;
  for (guint i = 0; i < model->n_raises; i++)
    if (model->raises[i].rate > 0)
      arriving[model->raises[i].demand] = TRUE;
  return arriving;
}

static void
check_entries (TlFlowSolution *self)
{
  const TlFlowModel *model = self->model;
  g_autofree gboolean *arriving = find_arriving (model);

  for (guint d = 0; d < model->n_demands && model->n_steps > 0; d++)
    {
      const TlModelDemand *demand = &model->demands[d];
      g_autoptr (GPtrArray) ids = g_ptr_array_new ();

      g_ptr_array_add (ids, demand->demand->item.id);
      if (demand->entries > 1)
        add_problem (self, TL_PROBLEM_TWO_ENTRIES,
                     g_strdup_printf (_ ("“%s” enters the flow at more than one step. Only the first, "
                                         "“%s”, is counted."),
                                      demand->name, model->steps[demand->entry].name),
                     ids);
      else if (demand->entries == 0 && arriving[d])
        add_problem (self, TL_PROBLEM_NO_ENTRY,
                     g_strdup_printf (_ ("“%s” does not enter the flow at any step, so no work is "
                                         "counted for it."),
                                      demand->name),
                     ids);
    }
}

static void
report_loop (TlFlowSolution *self, const TlRouting *routing, int component)
{
  const TlComponents *components = routing->chain->components;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (int i = components->first[component + 1]; i-- > components->first[component];)
    {
      const TlModelStep *step = &self->model->steps[components->order[i]];

      g_ptr_array_add (names, (gpointer) step->name);
      g_ptr_array_add (ids, step->step->item.id);
    }
  list = tl_names_join (names);
  add_problem (self, TL_PROBLEM_ENDLESS_LOOP,
               g_strdup_printf (_ ("Work that comes to %s never leaves: there is no way out of this "
                                   "loop. Nothing is computed for the demand that can reach it."),
                                list),
               ids);
}

/* Routings differ in few steps, so most loops would be reported once for each. */
static gboolean
is_new_loop (const TlRouting *routing, int component, GHashTable *reported)
{
  const TlComponents *components = routing->chain->components;
  gboolean any = FALSE;

  for (int i = components->first[component]; i < components->first[component + 1]; i++)
    any |= g_hash_table_add (reported, GINT_TO_POINTER (components->order[i]));
  return any;
}

static void
check_loops (TlFlowSolution *self)
{
  g_autoptr (GHashTable) reported = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->routings->len; i++)
    {
      const TlRouting *routing = self->routings->pdata[i];

      for (int c = (int) routing->chain->components->n_components - 1; c >= 0; c--)
        if (routing->chain->closed[c] && is_new_loop (routing, c, reported))
          report_loop (self, routing, c);
    }
}

double *
tl_routing_returns (const TlFlowModel *model, const TlRouting *routing)
{
  g_autofree gboolean *wanted = g_new (gboolean, model->n_steps);
  double *returns = g_new (double, model->n_steps);

  for (guint s = 0; s < model->n_steps; s++)
    {
      const TlModelStep *step = &model->steps[s];

      returns[s] = 1;
      wanted[s] = step->class == TL_CLASS_VALUE && !step->repeats_are_value && step->work > 0;
    }
  tl_chain_returns (routing->chain, wanted, returns);

  return returns;
}

void
tl_flow_solution_visits (const TlFlowSolution *self, int demand, double *visits)
{
  memset (visits, 0, sizeof (double) * self->model->n_steps);
  visits[self->model->demands[demand].entry] = 1;
  tl_chain_visits (self->each[demand].routing->chain, visits);
}

/* What one arrival does: its minutes, and the failure demand that it raises. */
static void
follow (TlFlowSolution *self, int demand, const double *returns, double *visits)
{
  const TlFlowModel *model = self->model;
  TlArrival *arrival = &self->each[demand];

  tl_flow_solution_visits (self, demand, visits);
  for (guint s = 0; s < model->n_steps; s++)
    {
      const TlModelStep *step = &model->steps[s];

      if (visits[s] == 0)
        continue;
      arrival->work += visits[s] * step->work;
      arrival->wait += visits[s] * step->wait;
      if (step->class == TL_CLASS_VALUE && returns != NULL)
        arrival->value += visits[s] * step->work / (step->repeats_are_value ? 1 : returns[s]);
    }
  for (guint i = 0; i < model->n_raises; i++)
    tl_raised_add (self->raised, model->raises[i].demand, demand,
                   model->raises[i].rate * visits[model->raises[i].step]);
}

static gboolean
has_value_demand (const TlFlowModel *model, const TlRouting *routing)
{
  for (guint i = 0; i < routing->demands->len; i++)
    if (model->demands[g_array_index (routing->demands, int, i)].kind == TL_DEMAND_VALUE)
      return TRUE;
  return FALSE;
}

static void
follow_all (TlFlowSolution *self, TlRouting *routing)
{
  const TlFlowModel *model = self->model;
  g_autofree double *visits = g_new (double, model->n_steps);
  g_autofree double *returns = NULL;

  if (has_value_demand (model, routing))
    returns = tl_routing_returns (model, routing);
  for (guint i = 0; i < routing->demands->len; i++)
    {
      int d = g_array_index (routing->demands, int, i);

      self->each[d].routing = routing;
      self->each[d].computed = tl_chain_ends (routing->chain, model->demands[d].entry);
      if (self->each[d].computed)
        follow (self, d, model->demands[d].kind == TL_DEMAND_VALUE ? returns : NULL, visits);
    }
}

static gboolean
is_among (GArray *demands, int demand)
{
  for (guint i = 0; i < demands->len; i++)
    if (g_array_index (demands, int, i) == demand)
      return TRUE;
  return FALSE;
}

/* The steps that raise one demand of the circle when another of them visits. */
static void
collect_raising_steps (const TlFlowSolution *self, GArray *circle, GPtrArray *names, GPtrArray *ids)
{
  const TlFlowModel *model = self->model;
  g_autofree double *visits = g_new (double, model->n_steps);
  g_autofree double *sum = g_new0 (double, model->n_steps);

  for (guint i = 0; i < circle->len; i++)
    {
      int d = g_array_index (circle, int, i);

      if (self->each[d].routing == NULL || !self->each[d].computed)
        continue;
      tl_flow_solution_visits (self, d, visits);
      for (guint s = 0; s < model->n_steps; s++)
        sum[s] += visits[s];
    }
  for (guint i = 0; i < model->n_raises; i++)
    {
      const TlModelRaises *raises = &model->raises[i];
      const TlModelStep *step = &model->steps[raises->step];

      if (!(raises->rate * sum[raises->step] > 0) || !is_among (circle, raises->demand))
        continue;
      if (g_ptr_array_find (ids, step->step->item.id, NULL))
        continue;
      g_ptr_array_add (names, (gpointer) step->name);
      g_ptr_array_add (ids, step->step->item.id);
    }
}

static void
report_circle (TlFlowSolution *self, GArray *circle, GError **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autoptr (GPtrArray) demands = g_ptr_array_new ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *demand_list = NULL;
  g_autofree char *step_list = NULL;
  char *message;

  collect_raising_steps (self, circle, steps, ids);
  for (guint i = 0; i < circle->len; i++)
    {
      const TlModelDemand *demand = &self->model->demands[g_array_index (circle, int, i)];

      g_ptr_array_add (demands, (gpointer) demand->name);
      g_ptr_array_add (ids, demand->demand->item.id);
    }
  demand_list = tl_names_join (demands);
  step_list = tl_names_join (steps);
  /* Translators: %s are names of demand types, and names of steps */
  message = g_strdup_printf (_ ("Failure breeds failure without end: every %s leads to at least one "
                                "more, raised at %s. There are no numbers until less is raised there."),
                             demand_list, step_list);
  g_set_error_literal (error, TL_ANALYSIS_ERROR, TL_ANALYSIS_ERROR_ENDLESS_FAILURE, message);
  add_problem (self, TL_PROBLEM_ENDLESS_FAILURE, message, ids);
}

/* So far from where doubles end that sums and products made of what is smaller stay finite. */
#define LARGEST 1e200

/* Also of what is not a number: it comes of numbers that were too large on the way. */
static gboolean
is_too_large (const TlFlowSolution *self, guint demand)
{
  const TlArrival *each = &self->each[demand];
  double arrivals = self->arrivals[demand];

  return !(arrivals < LARGEST && arrivals * each->work < LARGEST && arrivals * each->wait < LARGEST);
}

static gboolean
check_size (TlFlowSolution *self, GError **error)
{
  const TlFlowModel *model = self->model;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *list = NULL;
  char *message;

  for (guint d = 0; d < model->n_demands; d++)
    if (is_too_large (self, d))
      {
        g_ptr_array_add (names, (gpointer) model->demands[d].name);
        g_ptr_array_add (ids, model->demands[d].demand->item.id);
      }
  if (names->len == 0)
    return TRUE;
  list = tl_names_join (names);
  /* Translators: %s are names of demand types */
  message = g_strdup_printf (_ ("The numbers of %s are too large to compute with."), list);
  g_set_error_literal (error, TL_ANALYSIS_ERROR, TL_ANALYSIS_ERROR_TOO_LARGE, message);
  add_problem (self, TL_PROBLEM_TOO_LARGE, message, ids);
  return FALSE;
}

static gboolean
solve_arrivals (TlFlowSolution *self, GError **error)
{
  const TlFlowModel *model = self->model;
  g_autoptr (GArray) circle = tl_raised_circle (self->raised);
  g_autofree double *frequencies = g_new (double, model->n_demands);

  for (guint d = 0; d < model->n_demands; d++)
    frequencies[d] = model->demands[d].frequency;
  self->arrivals = g_new0 (double, model->n_demands);
  if (circle == NULL && tl_raised_solve (self->raised, frequencies, self->arrivals))
    return check_size (self, error);
  if (circle == NULL && !tl_raised_is_moderate (self->raised))
    {
      for (guint i = 0; i < self->raised->n_raised; i++)
        self->arrivals[self->raised->raised[i]] = INFINITY;
      return check_size (self, error);
    }

  /* All together can fail by rounding where each circle alone is just short of it. */
  if (circle == NULL)
    {
      circle = g_array_new (FALSE, FALSE, sizeof (int));
      g_array_append_vals (circle, self->raised->raised, self->raised->n_raised);
    }
  report_circle (self, circle, error);
  return FALSE;
}

static gboolean
refuse_too_large (TlFlowSolution *self, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  char *message = g_strdup_printf (_ ("More than %d types of demand are raised by this flow. That is "
                                      "too many to compute."),
                                   TL_RAISED_MOST);

  g_set_error_literal (error, TL_ANALYSIS_ERROR, TL_ANALYSIS_ERROR_TOO_LARGE, message);
  add_problem (self, TL_PROBLEM_TOO_LARGE, message, ids);
  return FALSE;
}

static gboolean
solve (TlFlowSolution *self, GError **error)
{
  check_entries (self);
  self->raised = tl_raised_new (self->model);
  if (self->raised == NULL)
    return refuse_too_large (self, error);

  self->routings = tl_routings_new (self->model, self->problems, &self->provisional);
  check_loops (self);
  for (guint i = 0; i < self->routings->len; i++)
    follow_all (self, self->routings->pdata[i]);

  return solve_arrivals (self, error);
}

TlFlowSolution *
tl_flow_solution_new (TlFlowModel *model, GPtrArray *problems, GError **error)
{
  g_autoptr (TlFlowSolution) self = g_new0 (TlFlowSolution, 1);

  self->model = tl_flow_model_ref (model);
  self->problems = problems != NULL ? g_ptr_array_ref (problems)
                                    : g_ptr_array_new_with_free_func ((GDestroyNotify) tl_flow_problem_free);
  self->each = g_new0 (TlArrival, model->n_demands);
  if (!solve (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
tl_flow_solution_free (TlFlowSolution *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->routings, g_ptr_array_unref);
  g_ptr_array_unref (self->problems);
  tl_raised_free (self->raised);
  g_free (self->each);
  g_free (self->arrivals);
  tl_flow_model_unref (self->model);
  g_free (self);
}

GPtrArray *
tl_flow_problems (TlStudy *study, TlFlow *flow)
{
  g_autoptr (TlFlowModel) model = tl_flow_model_new (study, flow);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_flow_problem_free);
  g_autoptr (TlFlowSolution) solution = tl_flow_solution_new (model, problems, NULL);

  return g_steal_pointer (&problems);
}
