/* The housing-repairs sample, whose numbers docs/arithmetic.md works out by hand. */
#include <math.h>

#include "analysis/capacity.h"
#include "small-study.h"

/* Numbers of the design are given to six decimals. */
#define assert_stated(actual, expected) g_assert_cmpfloat_with_epsilon (actual, expected, 5.1e-7)

static TlCapacity *
compute (const SmallStudy *small)
{
  g_autoptr (GError) error = NULL;
  TlCapacity *capacity = tl_capacity_compute (small->study, small->flow, &error);

  g_assert_no_error (error);
  g_assert_nonnull (capacity);
  return capacity;
}

static void
test_stated (void)
{
  g_auto (SmallStudy) small;
  g_autoptr (TlCapacity) capacity = NULL;

  small_study_init_repairs (&small);
  capacity = compute (&small);
  assert_stated (capacity->contacts, 590.894886);
  assert_stated (tl_capacity_failure_share_of_contacts (capacity) * 100, 44.998678);
  assert_stated (capacity->used, 689.459017);
  assert_stated (capacity->hours.hours[TL_BUCKET_VALUE], 411.666667);
  assert_stated (capacity->hours.hours[TL_BUCKET_REWORK], 98.402778);
  assert_stated (capacity->hours.hours[TL_BUCKET_WASTE], 51.157407);
  assert_stated (capacity->hours.hours[TL_BUCKET_FAILURE], 128.232165);
  assert_stated (capacity->hours.hours[TL_BUCKET_UNCLASSIFIED], 0);
  assert_stated (tl_capacity_share (capacity, TL_BUCKET_FAILURE) * 100, 18.598954);
  assert_stated (capacity->available, 820);
  assert_stated (capacity->spare, 130.540983);
  g_assert_false (capacity->provisional);
  g_assert_cmpuint (capacity->problems->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/analysis/worked-example/stated", test_stated);
  return g_test_run ();
}
