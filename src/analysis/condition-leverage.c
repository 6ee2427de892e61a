#include "analysis/condition-leverage.h"

#include <math.h>

#include "analysis/cause.h"

/* Less of the hours used than this is rounding, not release. */
#define ROUNDING 1e-13

double
tl_leverage_hours (double before, double after)
{
  double hours = before - after;

  return fabs (hours) <= ROUNDING * before ? 0 : hours;
}

/* @tie is the first tie of the condition; moved on to the first of the next. */
static GArray *
tied_causes (const TlFlowModel *model, int condition, guint *tie, const GArray *found)
{
  GArray *tied = g_array_new (FALSE, FALSE, sizeof (guint));
  guint end = *tie;

  while (end < model->n_ties && model->ties[end].condition == condition)
    end++;
  for (guint i = 0; i < found->len; i++)
    for (guint t = *tie; t < end; t++)
      if (tl_cause_is_tied (model, &g_array_index (found, TlFoundCause, i), &model->ties[t]))
        {
          g_array_append_val (tied, i);
          break;
        }
  *tie = end;
  return tied;
}

static double
used_hours (const TlFlowSolution *solution)
{
  double used = 0;

  for (guint d = 0; d < solution->model->n_demands; d++)
    if (solution->each[d].computed)
      used += solution->arrivals[d] * solution->each[d].work / 60;
  return used;
}

/* Where a demand type can be computed in one and not in the other, the hours are not of the same. */
static gboolean
are_comparable (const TlFlowSolution *a, const TlFlowSolution *b)
{
  for (guint d = 0; d < a->model->n_demands; d++)
    if (a->each[d].computed != b->each[d].computed)
      return FALSE;
  return TRUE;
}

static double
released_together (const TlFlowSolution *base, const GArray *found, const GArray *tied)
{
  g_autoptr (TlFlowModel) changed = tl_flow_model_copy (base->model);
  g_autoptr (TlFlowSolution) solution = NULL;

  for (guint i = 0; i < tied->len; i++)
    tl_cause_remove (changed, &g_array_index (found, TlFoundCause, g_array_index (tied, guint, i)));
  solution = tl_flow_solution_new (changed, NULL, NULL);
  if (solution == NULL || !are_comparable (base, solution))
    return (double) NAN;
  return tl_leverage_hours (used_hours (base), used_hours (solution));
}

static double
sum_of (const double *single, const GArray *tied)
{
  double sum = 0;

  for (guint i = 0; i < tied->len; i++)
    sum += single != NULL ? single[g_array_index (tied, guint, i)] : (double) NAN;
  return sum;
}

static int
rank (const TlConditionLeverage *one)
{
  if (one->n_causes == 0)
    return 2;
  return isnan (one->hours) ? 1 : 0;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const TlConditionLeverage *first = a;
  const TlConditionLeverage *second = b;

  if (rank (first) != rank (second))
    return rank (first) - rank (second);
  return (first->hours < second->hours) - (first->hours > second->hours);
}

gboolean
tl_condition_leverages_compute (TlLeverage *self,
                                const TlFlowSolution *base,
                                const GArray *found,
                                const double *single,
                                GCancellable *cancellable,
                                GError **error)
{
  const TlFlowModel *model = base->model;
  guint tie = 0;

  for (guint i = 0; i < model->n_conditions; i++)
    {
      g_autoptr (GArray) tied = tied_causes (model, (int) i, &tie, found);
      TlConditionLeverage one = { model->conditions[i], tied->len, 0, sum_of (single, tied) };

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (tied->len > 0)
        one.hours = released_together (base, found, tied);
      g_array_append_val (self->conditions, one);
    }
  g_array_sort (self->conditions, compare);
  return TRUE;
}

const TlConditionLeverage *
tl_leverage_condition (const TlLeverage *self, const TlCondition *condition)
{
  g_return_val_if_fail (self != NULL, NULL);
  for (guint i = 0; i < self->conditions->len; i++)
    {
      const TlConditionLeverage *one = &g_array_index (self->conditions, TlConditionLeverage, i);

      if (one->condition == condition)
        return one;
    }
  return NULL;
}
