/* Random studies of all shapes, each number against an independent calculation to 1e-9. */
#include <math.h>

#include "analysis/capacity.h"
#include "analysis/leverage.h"
#include "dense-check.h"
#include "random-study.h"

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
    g_assert_cmpfloat_with_epsilon (actual->hours[b], expected->hours[b],
                                    1e-9 * MAX (tl_buckets_sum (expected), 1e-3));
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

      small_study_init_random (&small, rand,
                               &(RandomShape){ .most_steps = 7, .most_demands = 4, .tidy = i % 2 });
      check_leverage (&small, n_tried);
    }
  for (int kind = 0; kind < 4; kind++)
    g_assert_cmpuint (n_tried[kind], >, 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/analysis/dense/wild", test_wild);
  g_test_add_func ("/analysis/dense/tidy", test_tidy);
  g_test_add_func ("/analysis/dense/loops", test_loops);
  g_test_add_func ("/analysis/dense/leverage", test_leverage);
  return g_test_run ();
}
