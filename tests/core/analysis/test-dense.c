/* Random studies of all shapes, each number against an independent calculation to 1e-9. */
#include <math.h>

#include "analysis/capacity.h"
#include "analysis/leverage.h"
#include "dense-check.h"
#include "random-study.h"
#include "study/condition.h"
#include "study/item-build.h"

static void
assert_same_or_none (double actual, double expected)
{
  g_assert_true (isnan (actual) == isnan (expected));
  if (!isnan (expected))
    assert_same (actual, expected);
}

static void
assert_same_buckets (const TlBuckets *actual, const TlBuckets *expected)
{
  for (int b = 0; b < TL_N_BUCKETS; b++)
    g_assert_cmpfloat_with_epsilon (actual->hours[b], expected->hours[b], 1e-9 * MAX (tl_buckets_sum (expected), 1e-3));
}

static void
check_demand (const TlDemandNumbers *numbers, const DenseCheck *expected, guint d)
{
  gboolean has_numbers = numbers->enters && numbers->computed;

  assert_same (numbers->arrivals, expected->arrivals[d]);
  g_assert_true (has_numbers == expected->computed[d]);
  if (has_numbers)
    {
      assert_same (numbers->work_minutes, expected->work[d]);
      assert_same (numbers->wait_minutes, expected->wait[d]);
      assert_same (numbers->value_minutes, expected->value[d]);
      assert_same (numbers->used, expected->arrivals[d] * expected->work[d] / 60);
    }
  assert_same_or_none (numbers->right_first_time, expected->right_first_time[d]);
}

static void
check_roles (const TlCapacity *capacity)
{
  TlBuckets sum = { { 0 } };
  double available = 0;

  for (guint r = 0; r < capacity->roles->len; r++)
    {
      const TlRoleNumbers *numbers = &g_array_index (capacity->roles, TlRoleNumbers, r);

      available += numbers->available;
      for (int b = 0; b < TL_N_BUCKETS; b++)
        sum.hours[b] += numbers->hours.hours[b];
    }
  assert_same_buckets (&sum, &capacity->hours);
  assert_same (available, capacity->available);
  assert_same (capacity->spare, capacity->available - capacity->used);
}

static void
check_capacity (const SmallStudy *small, const DenseCheck *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlCapacity) capacity = tl_capacity_compute (small->study, small->flow, &error);

  if (expected->endless_failure)
    {
      g_assert_error (error, TL_ANALYSIS_ERROR, TL_ANALYSIS_ERROR_ENDLESS_FAILURE);
      g_assert_null (capacity);
      return;
    }
  g_assert_no_error (error);
  for (guint d = 0; d < expected->n_demands; d++)
    check_demand (&g_array_index (capacity->demands, TlDemandNumbers, d), expected, d);
  for (guint s = 0; s < expected->n_steps; s++)
    {
      const TlStepNumbers *numbers = tl_capacity_step (capacity, small->flow->steps->pdata[s]);

      g_assert_true (numbers->step == small->flow->steps->pdata[s]);
      assert_same (numbers->visits, expected->visits[s]);
      assert_same_buckets (&numbers->hours, &expected->step_hours[s]);
    }
  assert_same_buckets (&capacity->hours, &expected->hours);
  assert_same (capacity->used, expected->used);
  check_roles (capacity);
}

static void
run (guint32 seed, int count, RandomShape shape)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  int n_computed = 0;

  for (int i = 0; i < count; i++)
    {
      g_auto (SmallStudy) small;
      g_autoptr (DenseCheck) expected = NULL;

      small_study_init_random (&small, rand, &shape);
      expected = dense_check_new (&small, NULL);
      check_capacity (&small, expected);
      n_computed += !expected->endless_failure && expected->used > 0;
    }
  /* A generator that makes nothing but broken studies would test nothing. */
  g_assert_cmpint (n_computed, >, count / 3);
}

static void
test_wild (void)
{
  run (20260101, 150, (RandomShape){ .most_steps = 9, .most_demands = 5 });
}

static void
test_tidy (void)
{
  run (20260102, 60, (RandomShape){ .most_steps = 14, .most_demands = 6, .tidy = TRUE });
}

static void
test_loops (void)
{
  run (20260103, 6, (RandomShape){ .most_steps = 60, .most_demands = 3, .tidy = TRUE });
}

static DenseWithout
leave_out (const TlCause *cause)
{
  DenseWithout without = { NULL };

  switch (cause->kind)
    {
    case TL_CAUSE_RAISES:
      without.raises = (const TlRaises *) cause->item;
      break;
    case TL_CAUSE_REWORK:
      without.rework = (const TlConnector *) cause->item;
      break;
    case TL_CAUSE_WASTE_STEP:
      without.waste = (const TlStep *) cause->item;
      break;
    case TL_CAUSE_OUTSIDE_DEMAND:
      without.outside = (const TlDemand *) cause->item;
      break;
    default:
      g_assert_not_reached ();
    }
  return without;
}

static void
check_leverage (const SmallStudy *small, guint n_tried[4])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DenseCheck) before = dense_check_new (small, NULL);
  g_autoptr (TlLeverage) leverage = NULL;
  double least = INFINITY;

  if (before->endless_failure)
    return;
  leverage = tl_leverage_compute (small->study, small->flow, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (leverage->left_out, ==, 0);
  for (guint i = 0; i < leverage->causes->len; i++)
    {
      const TlCause *cause = &g_array_index (leverage->causes, TlCause, i);
      DenseWithout without = leave_out (cause);
      g_autoptr (DenseCheck) after = dense_check_new (small, &without);

      g_assert_false (after->endless_failure);
      g_assert_cmpfloat_with_epsilon (cause->hours, before->used - after->used,
                                      1e-9 * MAX (MAX (before->used, after->used), 1e-3));
      g_assert_cmpfloat (cause->hours, <=, least);
      least = cause->hours;
      n_tried[cause->kind]++;
    }
}

static void
test_leverage (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260104);
  guint n_tried[4] = { 0 };

  for (int i = 0; i < 40; i++)
    {
      g_auto (SmallStudy) small;

      small_study_init_random (&small, rand, &(RandomShape){ .most_steps = 7, .most_demands = 4, .tidy = i % 2 });
      check_leverage (&small, n_tried);
    }
  for (int kind = 0; kind < 4; kind++)
    g_assert_cmpuint (n_tried[kind], >, 10);
}

/* ---- conditions ---- */

static void
add_condition (const SmallStudy *small, GRand *rand)
{
  TlCondition *condition = tl_item_new (TL_ITEM_CONDITION);
  int n = g_rand_int_range (rand, 0, 4);

  for (int i = 0; i < n; i++)
    {
      TlItem *link = tl_item_new (TL_ITEM_LINK);
      gboolean to_step = g_rand_boolean (rand) || small->study->demands->len == 0;
      GPtrArray *targets = to_step ? small->flow->steps : small->study->demands;

      tl_item_set_item (link, to_step ? "step" : "demand",
                        targets->pdata[g_rand_int_range (rand, 0, (int) targets->len)]);
      tl_item_append (condition, link);
    }
  tl_item_append (small->study, condition);
}

static gboolean
is_tied_to (const TlCondition *condition, gconstpointer item)
{
  for (guint i = 0; i < condition->links->len; i++)
    {
      const TlLink *link = condition->links->pdata[i];

      if (link->step == item || link->demand == item)
        return TRUE;
    }
  return FALSE;
}

/* Read off the study, by the words of docs/arithmetic.md. */
static GPtrArray *
causes_of (const SmallStudy *small, const TlCondition *condition)
{
  GPtrArray *causes = g_ptr_array_new ();

  for (guint i = 0; i < small->flow->steps->len; i++)
    {
      TlStep *step = small->flow->steps->pdata[i];

      if (step->class == TL_CLASS_WASTE && is_tied_to (condition, step))
        g_ptr_array_add (causes, step);
    }
  for (guint i = 0; i < small->flow->connectors->len; i++)
    {
      TlConnector *connector = small->flow->connectors->pdata[i];

      if (connector->kind == TL_CONNECTOR_REWORK && is_tied_to (condition, connector->from))
        g_ptr_array_add (causes, connector);
    }
  for (guint i = 0; i < small->flow->raises->len; i++)
    {
      TlRaises *raises = small->flow->raises->pdata[i];

      if (is_tied_to (condition, raises->step) || is_tied_to (condition, raises->demand))
        g_ptr_array_add (causes, raises);
    }
  for (guint i = 0; i < small->study->demands->len; i++)
    {
      TlDemand *demand = small->study->demands->pdata[i];

      if (demand->kind == TL_DEMAND_FAILURE && demand->frequency > 0 && is_tied_to (condition, demand))
        g_ptr_array_add (causes, demand);
    }
  return causes;
}

static gboolean
can_be_compared (const DenseCheck *before, const DenseCheck *after)
{
  for (guint d = 0; d < before->n_demands; d++)
    if (before->computed[d] != after->computed[d])
      return FALSE;
  return !after->endless_failure;
}

/* The single causes of @leverage that are among @causes, added up; NAN where one is not listed. */
static double
sum_of_singles (const TlLeverage *leverage, GPtrArray *causes)
{
  double sum = 0;
  guint found = 0;

  for (guint i = 0; i < leverage->causes->len; i++)
    {
      const TlCause *cause = &g_array_index (leverage->causes, TlCause, i);

      if (!g_ptr_array_find (causes, cause->item, NULL))
        continue;
      sum += cause->hours;
      found++;
    }
  return found == causes->len ? sum : (double) NAN;
}

static void
check_condition (const SmallStudy *small,
                 const DenseCheck *before,
                 const TlLeverage *leverage,
                 const TlConditionLeverage *one)
{
  g_autoptr (GPtrArray) causes = causes_of (small, one->condition);
  DenseWithout without = { .all = causes };
  g_autoptr (DenseCheck) after = dense_check_new (small, &without);
  double sum = sum_of_singles (leverage, causes);

  g_assert_cmpuint (one->n_causes, ==, causes->len);
  g_assert_true (isnan (one->sum) == isnan (sum));
  if (!isnan (sum))
    g_assert_cmpfloat_with_epsilon (one->sum, sum, 1e-9 * MAX (MAX (fabs (sum), before->used), 1e-3));
  if (can_be_compared (before, after))
    g_assert_cmpfloat_with_epsilon (one->hours, before->used - after->used,
                                    1e-9 * MAX (MAX (before->used, after->used), 1e-3));
  else
    g_assert_true (isnan (one->hours));
}

/* Most hours first; then what can't be computed; then what has no causes. */
static void
check_order (const GArray *conditions)
{
  for (guint i = 1; i < conditions->len; i++)
    {
      const TlConditionLeverage *before = &g_array_index (conditions, TlConditionLeverage, i - 1);
      const TlConditionLeverage *one = &g_array_index (conditions, TlConditionLeverage, i);

      if (before->n_causes == 0)
        g_assert_cmpuint (one->n_causes, ==, 0);
      else if (isnan (before->hours))
        g_assert_true (isnan (one->hours) || one->n_causes == 0);
      else if (one->n_causes > 0 && !isnan (one->hours))
        g_assert_cmpfloat (one->hours, <=, before->hours);
    }
}

static void
check_conditions (const SmallStudy *small, guint *n_joint)
{
  g_autoptr (DenseCheck) before = dense_check_new (small, NULL);
  g_autoptr (TlLeverage) leverage = NULL;

  if (before->endless_failure)
    return;
  leverage = tl_leverage_compute (small->study, small->flow, NULL, NULL);
  g_assert_cmpuint (leverage->conditions->len, ==, small->study->conditions->len);
  check_order (leverage->conditions);
  for (guint i = 0; i < leverage->conditions->len; i++)
    {
      const TlConditionLeverage *one = &g_array_index (leverage->conditions, TlConditionLeverage, i);

      g_assert_true (tl_leverage_condition (leverage, one->condition) == one);
      check_condition (small, before, leverage, one);
      *n_joint += one->n_causes > 1 && one->hours > 0 && fabs (one->hours - one->sum) > 1e-6;
    }
}

static void
test_conditions (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260105);
  guint n_joint = 0;

  for (int i = 0; i < 60; i++)
    {
      g_auto (SmallStudy) small;

      small_study_init_random (&small, rand, &(RandomShape){ .most_steps = 7, .most_demands = 4, .tidy = i % 3 > 0 });
      for (int k = 0; k < 3; k++)
        add_condition (&small, rand);
      check_conditions (&small, &n_joint);
    }
  /* Adding up would have been wrong for these. */
  g_assert_cmpuint (n_joint, >, 20);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/analysis/dense/wild", test_wild);
  g_test_add_func ("/analysis/dense/tidy", test_tidy);
  g_test_add_func ("/analysis/dense/loops", test_loops);
  g_test_add_func ("/analysis/dense/leverage", test_leverage);
  g_test_add_func ("/analysis/dense/conditions", test_conditions);
  return g_test_run ();
}
