/* The housing-repairs sample, whose numbers docs/arithmetic.md works out by hand. */
#include <math.h>

#include "analysis/capacity.h"
#include "analysis/leverage.h"
#include "small-study.h"
#include "study/item-build.h"

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

/* Worked out by hand in docs/arithmetic.md, as fractions. */
static void
test_by_hand (void)
{
  /* Visits of one repair: to check and call 1/0.9, to visit 1/0.8, to close 1. */
  const double call = 1 / 0.9;
  const double visit = 1 / 0.8;
  const double again = 0.12 / (1 - 0.12);
  const double fix = 325;
  const double not_finished = fix * again;
  const double repairs = fix + not_finished;
  const double where = 60 + repairs * visit * 0.35;
  const double minutes = call * 6 + call * 4 + visit * 70 + 5;
  g_auto (SmallStudy) small;
  g_autoptr (TlCapacity) capacity = NULL;
  const TlDemandNumbers *d1, *d2, *d3;

  small_study_init_repairs (&small);
  capacity = compute (&small);
  d1 = &g_array_index (capacity->demands, TlDemandNumbers, 0);
  d2 = &g_array_index (capacity->demands, TlDemandNumbers, 1);
  d3 = &g_array_index (capacity->demands, TlDemandNumbers, 2);

  assert_same (d1->arrivals, fix);
  assert_same (d2->arrivals, where);
  assert_same (d3->arrivals, not_finished);
  assert_same (capacity->contacts, fix + where + not_finished);
  assert_same (capacity->failure_contacts, where + not_finished);

  assert_same (d1->work_minutes, minutes);
  assert_same (d3->work_minutes, minutes);
  assert_same (d2->work_minutes, 6 + 8);
  assert_same (d1->wait_minutes, call * 120 + visit * 20160);
  assert_same (d2->wait_minutes, 0);
  assert_same (d1->value_minutes, 6 + 70);
  assert_same (d2->value_minutes, 0);
  assert_same (tl_demand_flow_efficiency (d1), 76 / (d1->work_minutes + d1->wait_minutes));
  assert_same (d1->used, fix * minutes / 60);

  assert_same (capacity->hours.hours[TL_BUCKET_VALUE], fix * 76 / 60);
  assert_same (capacity->hours.hours[TL_BUCKET_REWORK], fix * ((call - 1) * 6 + (visit - 1) * 70) / 60);
  assert_same (capacity->hours.hours[TL_BUCKET_WASTE], fix * (call * 4 + 5) / 60);
  assert_same (capacity->hours.hours[TL_BUCKET_FAILURE], (where * 14 + not_finished * minutes) / 60);
}

/* Call → check without the 10 % back → visit without raising a chaser (35 %) and without coming
 * again (20 %) → close without having left something undone (12 %).
 */
static void
test_right_first_time (void)
{
  g_auto (SmallStudy) small;
  g_autoptr (TlCapacity) capacity = NULL;

  small_study_init_repairs (&small);
  capacity = compute (&small);
  assert_same (g_array_index (capacity->demands, TlDemandNumbers, 0).right_first_time,
               0.9 * (1 - 0.35) * 0.8 * (1 - 0.12));
  assert_same (g_array_index (capacity->demands, TlDemandNumbers, 1).right_first_time, 1);
}

static void
test_steps_and_roles (void)
{
  g_auto (SmallStudy) small;
  g_autoptr (TlCapacity) capacity = NULL;
  const TlStepNumbers *chaser, *visit;
  const TlRoleNumbers *calls, *trades;
  double where;

  small_study_init_repairs (&small);
  capacity = compute (&small);
  where = g_array_index (capacity->demands, TlDemandNumbers, 1).arrivals;

  chaser = tl_capacity_step (capacity, small.flow->steps->pdata[4]);
  assert_same (chaser->visits, where);
  assert_same (chaser->hours.hours[TL_BUCKET_FAILURE], where * 8 / 60);
  assert_same (tl_buckets_sum (&chaser->hours), where * 8 / 60);
  assert_same (chaser->work_minutes, 0);
  visit = tl_capacity_step (capacity, small.flow->steps->pdata[2]);
  assert_same (visit->hours.hours[TL_BUCKET_VALUE], 379.16666666666667);
  assert_same (visit->work_minutes, 70 / 0.8);
  assert_same (visit->wait_minutes, 20160 / 0.8);

  g_assert_cmpuint (capacity->roles->len, ==, 2);
  calls = &g_array_index (capacity->roles, TlRoleNumbers, 0);
  trades = &g_array_index (capacity->roles, TlRoleNumbers, 1);
  assert_same (calls->available, 180);
  assert_same (trades->available, 640);
  assert_same (tl_buckets_sum (&trades->hours), visit->visits * 70 / 60);
  assert_same (tl_buckets_sum (&calls->hours) + tl_buckets_sum (&trades->hours), capacity->used);
  g_assert_null (tl_capacity_step (capacity, NULL));
}

static void
assert_cause (const TlLeverage *leverage, gpointer item, TlCauseKind kind, double hours, const char *words)
{
  for (guint i = 0; i < leverage->causes->len; i++)
    {
      const TlCause *cause = &g_array_index (leverage->causes, TlCause, i);
      g_autofree char *said = NULL;

      if (cause->item != item || cause->kind != kind)
        continue;
      assert_same (cause->hours, hours);
      said = tl_cause_describe (cause);
      g_assert_cmpstr (said, ==, words);
      return;
    }
  g_assert_not_reached ();
}

static void
test_leverage (void)
{
  const double again = 0.12 / (1 - 0.12);
  const double repairs = 325 * (1 + again);
  const double minutes = 10 / 0.9 + 70 / 0.8 + 5;
  g_auto (SmallStudy) small;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlLeverage) leverage = NULL;

  small_study_init_repairs (&small);
  leverage = tl_leverage_compute (small.study, small.flow, NULL, &error);
  g_assert_no_error (error);
  /* Three waste steps, two rework connectors, two raises, one failure demand from outside. */
  g_assert_cmpuint (leverage->causes->len, ==, 8);
  g_assert_cmpuint (leverage->left_out, ==, 0);

  assert_cause (leverage, small.flow->raises->pdata[0], TL_CAUSE_RAISES, repairs / 0.8 * 0.35 * 14 / 60,
                "“Where is my repair?”, caused at “Visit and fix”");
  assert_cause (leverage, small.flow->raises->pdata[1], TL_CAUSE_RAISES, 325 * again * (minutes + 0.35 / 0.8 * 14) / 60,
                "“You did not finish the job”, caused at “Close the works order”");
  assert_cause (leverage, small.flow->connectors->pdata[3], TL_CAUSE_REWORK, repairs * 10 * (1 / 0.9 - 1) / 60,
                "Rework from “Check the policy” to “Take the call”");
  assert_cause (leverage, small.flow->connectors->pdata[5], TL_CAUSE_REWORK,
                repairs * (1 / 0.8 - 1) * (70 + 0.35 * 14) / 60, "Rework at “Visit and fix”");
  assert_cause (leverage, small.flow->steps->pdata[1], TL_CAUSE_WASTE_STEP, repairs / 0.9 * 4 / 60,
                "Waste at “Check the policy”");
  assert_cause (leverage, small.study->demands->pdata[1], TL_CAUSE_OUTSIDE_DEMAND, 60. * 14 / 60,
                "“Where is my repair?”, from outside");
  /* The largest comes first: a repair visited only once. */
  g_assert_true (g_array_index (leverage->causes, TlCause, 0).item == small.flow->connectors->pdata[5]);
}

/* Numbers outlive the study that they are of. */
static void
test_outlives_study (void)
{
  SmallStudy small;
  g_autoptr (TlCapacity) capacity = NULL;
  const TlStepNumbers *first;

  small_study_init_repairs (&small);
  capacity = compute (&small);
  small_study_clear (&small);
  first = &g_array_index (capacity->steps, TlStepNumbers, 0);
  g_assert_cmpstr (first->step->name, ==, "Take the call");
  g_assert_true (tl_capacity_step (capacity, first->step) == first);
}

static gpointer
compute_elsewhere (gpointer model)
{
  return tl_capacity_compute_model (model, NULL);
}

/* A model keeps what it was taken from, whatever happens to the study meanwhile. */
static void
test_on_another_thread (void)
{
  g_auto (SmallStudy) small;
  g_autoptr (TlFlowModel) model = NULL;
  g_autoptr (TlCapacity) capacity = NULL;
  GThread *thread;

  small_study_init_repairs (&small);
  model = tl_flow_model_new (small.study, small.flow);
  thread = g_thread_new ("capacity", compute_elsewhere, model);
  tl_item_set_number (small.flow->steps->pdata[2], "work-minutes", 1000);
  capacity = g_thread_join (thread);
  assert_stated (capacity->used, 689.459017);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/analysis/worked-example/stated", test_stated);
  g_test_add_func ("/analysis/worked-example/by-hand", test_by_hand);
  g_test_add_func ("/analysis/worked-example/right-first-time", test_right_first_time);
  g_test_add_func ("/analysis/worked-example/steps-and-roles", test_steps_and_roles);
  g_test_add_func ("/analysis/worked-example/leverage", test_leverage);
  g_test_add_func ("/analysis/worked-example/outlives-study", test_outlives_study);
  g_test_add_func ("/analysis/worked-example/on-another-thread", test_on_another_thread);
  return g_test_run ();
}
