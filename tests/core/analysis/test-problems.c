/* What can be wrong with a flow: it is said by name, and the rest still has its numbers. */
#include <math.h>
#include <string.h>

#include "analysis/capacity.h"
#include "analysis/leverage.h"
#include "small-study.h"
#include "study/item-build.h"

static TlCapacity *
compute (const SmallStudy *small)
{
  g_autoptr (GError) error = NULL;
  TlCapacity *capacity = tl_capacity_compute (small->study, small->flow, &error);

  g_assert_no_error (error);
  return capacity;
}

static const TlFlowProblem *
only_problem (GPtrArray *problems, TlFlowProblemKind kind)
{
  const TlFlowProblem *problem;

  g_assert_cmpuint (problems->len, ==, 1);
  problem = problems->pdata[0];
  g_assert_cmpint (problem->kind, ==, kind);
  return problem;
}

static void
assert_says (const TlFlowProblem *problem, const char *first, const char *second)
{
  g_assert_nonnull (strstr (problem->message, first));
  if (second != NULL)
    g_assert_nonnull (strstr (problem->message, second));
}

static void
assert_names (const TlFlowProblem *problem, gconstpointer item)
{
  g_assert_true (g_strv_contains ((const char *const *) problem->ids, ((const TlItem *) item)->id));
}

/* One value demand through one step, 10 a period, an hour each. */
typedef struct
{
  SmallStudy small;
  TlDemand *demand;
  TlStep *step;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  small_study_init (&self->small);
  self->demand = small_study_demand (&self->small, "ask", TL_DEMAND_VALUE, 10);
  self->step = small_study_step (&self->small, "do it", TL_CLASS_VALUE, 60);
  small_study_enter (&self->small, self->demand, self->step);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  small_study_clear (&self->small);
}

static void
test_none (Fixture *self, gconstpointer data)
{
  g_autoptr (TlCapacity) capacity = compute (&self->small);
  g_autoptr (GPtrArray) problems = tl_flow_problems (self->small.study, self->small.flow);

  g_assert_cmpuint (capacity->problems->len, ==, 0);
  g_assert_cmpuint (problems->len, ==, 0);
  assert_same (capacity->used, 10);
}

static void
test_empty_study (void)
{
  g_autoptr (TlStudy) study = tl_study_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TlCapacity) capacity = tl_capacity_compute (study, NULL, &error);
  g_autoptr (TlLeverage) leverage = NULL;
  g_autoptr (GPtrArray) problems = tl_flow_problems (study, NULL);

  g_assert_no_error (error);
  g_assert_cmpfloat (capacity->used, ==, 0);
  g_assert_cmpfloat (capacity->contacts, ==, 0);
  g_assert_cmpfloat (tl_capacity_share (capacity, TL_BUCKET_FAILURE), ==, 0);
  g_assert_cmpfloat (tl_capacity_failure_share_of_contacts (capacity), ==, 0);
  g_assert_cmpuint (capacity->steps->len, ==, 0);
  leverage = tl_leverage_compute (study, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (leverage->causes->len, ==, 0);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* A flow that nobody has drawn yet is no problem, and demand counts among contacts already. */
static void
test_empty_flow (void)
{
  g_auto (SmallStudy) small;
  g_autoptr (TlCapacity) capacity = NULL;

  small_study_init (&small);
  small_study_demand (&small, "ask", TL_DEMAND_VALUE, 30);
  small_study_demand (&small, "ask again", TL_DEMAND_FAILURE, 10);
  capacity = compute (&small);
  g_assert_cmpuint (capacity->problems->len, ==, 0);
  assert_same (capacity->contacts, 40);
  assert_same (tl_capacity_failure_share_of_contacts (capacity), 0.25);
  g_assert_cmpfloat (capacity->used, ==, 0);
}

static void
test_shares_over (Fixture *self, gconstpointer data)
{
  TlStep *next = small_study_step (&self->small, "next", TL_CLASS_VALUE, 60);
  TlStep *other = small_study_step (&self->small, "other", TL_CLASS_VALUE, 60);
  g_autoptr (TlCapacity) capacity = NULL;
  const TlFlowProblem *problem;

  small_study_connect (&self->small, self->step, next, 0.9);
  small_study_connect (&self->small, self->step, other, 0.3);
  small_study_connect (&self->small, self->step, self->step, NAN);
  capacity = compute (&self->small);
  problem = only_problem (capacity->problems, TL_PROBLEM_SHARES_OVER_100);
  assert_says (problem, "“do it”", "120");
  assert_names (problem, self->step);
  g_assert_true (capacity->provisional);
  assert_same (tl_capacity_step (capacity, next)->visits, 7.5);
  assert_same (tl_capacity_step (capacity, other)->visits, 2.5);
  assert_same (tl_capacity_step (capacity, self->step)->visits, 10);
}

static void
test_shares_over_for_one (Fixture *self, gconstpointer data)
{
  TlStep *next = small_study_step (&self->small, "next", TL_CLASS_VALUE, 60);
  TlStep *other = small_study_step (&self->small, "other", TL_CLASS_VALUE, 60);
  TlDemand *odd = small_study_demand (&self->small, "odd", TL_DEMAND_VALUE, 1);
  TlConnector *connector = small_study_connect (&self->small, self->step, next, 0.5);
  g_autoptr (TlCapacity) capacity = NULL;
  const TlFlowProblem *problem;

  small_study_connect (&self->small, self->step, other, 0.5);
  small_study_share (connector, odd, 1);
  small_study_enter (&self->small, odd, self->step);
  capacity = compute (&self->small);
  problem = only_problem (capacity->problems, TL_PROBLEM_SHARES_OVER_100);
  assert_says (problem, "“do it”", "“odd”");
  assert_names (problem, self->step);
  assert_names (problem, odd);
  g_assert_true (capacity->provisional);
  assert_same (tl_capacity_step (capacity, next)->visits, 5 + 2. / 3);
}

/* Shares that nobody uses, as each demand has its own there, are no problem. */
static void
test_shares_over_unused (Fixture *self, gconstpointer data)
{
  TlStep *next = small_study_step (&self->small, "next", TL_CLASS_VALUE, 60);
  TlConnector *first = small_study_connect (&self->small, self->step, next, 0.8);
  TlConnector *second = small_study_connect (&self->small, self->step, next, 0.8);
  g_autoptr (TlCapacity) capacity = NULL;

  small_study_share (first, self->demand, 0.5);
  small_study_share (second, self->demand, 0.5);
  capacity = compute (&self->small);
  g_assert_cmpuint (capacity->problems->len, ==, 0);
  g_assert_false (capacity->provisional);
}

/* Sums that doubles do not hit are 100 %: what they miss goes nowhere, least of all into a trap. */
static void
test_shares_rounding (Fixture *self, gconstpointer data)
{
  TlStep *next = small_study_step (&self->small, "next", TL_CLASS_VALUE, 60);
  TlStep *trap = small_study_step (&self->small, "trap", TL_CLASS_VALUE, 60);
  g_autoptr (TlCapacity) capacity = NULL;

  for (int i = 0; i < 10; i++)
    small_study_connect (&self->small, self->step, next, 0.1);
  small_study_connect (&self->small, self->step, trap, NAN);
  small_study_connect (&self->small, trap, trap, NAN);
  small_study_connect (&self->small, next, small_study_step (&self->small, "a", TL_CLASS_NONE, 1), 0.5);
  small_study_connect (&self->small, next, small_study_step (&self->small, "b", TL_CLASS_NONE, 1), 0.5 + 5e-10);
  capacity = compute (&self->small);
  g_assert_cmpuint (capacity->problems->len, ==, 0);
  g_assert_false (capacity->provisional);
  assert_same (tl_capacity_step (capacity, next)->visits, 10);
}

/* What given shares leave goes to the blank ones alike; without a blank one it leaves the flow. */
static void
test_blank_shares (Fixture *self, gconstpointer data)
{
  TlStep *a = small_study_step (&self->small, "a", TL_CLASS_VALUE, 60);
  TlStep *b = small_study_step (&self->small, "b", TL_CLASS_VALUE, 60);
  TlStep *c = small_study_step (&self->small, "c", TL_CLASS_VALUE, 60);
  g_autoptr (TlCapacity) capacity = NULL;

  small_study_connect (&self->small, self->step, a, 0.4);
  small_study_connect (&self->small, self->step, b, NAN);
  small_study_connect (&self->small, self->step, c, NAN);
  small_study_connect (&self->small, a, c, 0.25);
  capacity = compute (&self->small);
  assert_same (tl_capacity_step (capacity, a)->visits, 4);
  assert_same (tl_capacity_step (capacity, b)->visits, 3);
  assert_same (tl_capacity_step (capacity, c)->visits, 3 + 1);
}

/* Two demands: one runs into a loop, the other does not. */
static void
test_endless_loop (Fixture *self, gconstpointer data)
{
  TlDemand *lost = small_study_demand (&self->small, "lost", TL_DEMAND_VALUE, 5);
  TlDemand *chaser = small_study_demand (&self->small, "chaser", TL_DEMAND_FAILURE, 0);
  TlStep *door = small_study_step (&self->small, "door", TL_CLASS_VALUE, 60);
  TlStep *here = small_study_step (&self->small, "here", TL_CLASS_WASTE, 60);
  TlStep *there = small_study_step (&self->small, "there", TL_CLASS_WASTE, 60);
  g_autoptr (TlCapacity) capacity = NULL;
  const TlDemandNumbers *numbers;
  const TlFlowProblem *problem;

  small_study_connect (&self->small, door, here, 0.01);
  small_study_connect (&self->small, here, there, NAN);
  small_study_connect (&self->small, there, here, NAN);
  small_study_enter (&self->small, lost, door);
  small_study_enter (&self->small, chaser, self->step);
  small_study_raise (&self->small, door, chaser, 1);
  capacity = compute (&self->small);

  problem = only_problem (capacity->problems, TL_PROBLEM_ENDLESS_LOOP);
  assert_says (problem, "“here”", "“there”");
  g_assert_null (strstr (problem->message, "“door”"));
  assert_names (problem, here);
  assert_names (problem, there);
  g_assert_cmpuint (g_strv_length (problem->ids), ==, 2);

  numbers = &g_array_index (capacity->demands, TlDemandNumbers, 1);
  g_assert_true (numbers->enters);
  g_assert_false (numbers->computed);
  assert_same (numbers->arrivals, 5);
  g_assert_true (isnan (numbers->work_minutes) && isnan (numbers->wait_minutes) && isnan (numbers->value_minutes)
                 && isnan (numbers->right_first_time) && isnan (numbers->used));
  /* It counts among the contacts, but neither its work nor what it would raise is known. */
  assert_same (capacity->contacts, 15);
  assert_same (capacity->used, 10);
  g_assert_cmpfloat (tl_capacity_step (capacity, door)->visits, ==, 0);
}

static void
test_endless_alone (Fixture *self, gconstpointer data)
{
  g_autoptr (TlCapacity) capacity = NULL;

  small_study_connect (&self->small, self->step, self->step, NAN);
  capacity = compute (&self->small);
  assert_says (only_problem (capacity->problems, TL_PROBLEM_ENDLESS_LOOP), "“do it”", NULL);
  g_assert_cmpfloat (capacity->used, ==, 0);
}

/* A way that nobody takes is no way: neither into a loop nor out of one. */
static void
test_zero_shares (Fixture *self, gconstpointer data)
{
  TlStep *trap = small_study_step (&self->small, "trap", TL_CLASS_VALUE, 60);
  TlConnector *into;
  TlStep *aside;

  small_study_connect (&self->small, trap, trap, 1);
  small_study_connect (&self->small, trap, self->step, 0);
  into = small_study_connect (&self->small, self->step, trap, 0);
  {
    g_autoptr (TlCapacity) capacity = compute (&self->small);

    g_assert_cmpuint (capacity->problems->len, ==, 0);
    assert_same (capacity->used, 10);
  }
  /* Somebody else in the trap is nothing to who does not come there. */
  aside = small_study_step (&self->small, "aside", TL_CLASS_VALUE, 60);
  small_study_connect (&self->small, aside, trap, 0);
  small_study_enter (&self->small, small_study_demand (&self->small, "lost", TL_DEMAND_VALUE, 1), trap);
  small_study_enter (&self->small, small_study_demand (&self->small, "late", TL_DEMAND_VALUE, 7), aside);
  {
    g_autoptr (TlCapacity) capacity = compute (&self->small);

    assert_says (only_problem (capacity->problems, TL_PROBLEM_ENDLESS_LOOP), "“trap”", NULL);
    assert_same (capacity->used, 10 + 7);
  }
  small_study_share (into, self->demand, 0.5);
  {
    g_autoptr (TlCapacity) capacity = compute (&self->small);

    assert_says (only_problem (capacity->problems, TL_PROBLEM_ENDLESS_LOOP), "“trap”", NULL);
    assert_same (capacity->used, 7);
  }
}

/* Nothing but words: no number that is not one. */
static void
test_too_large (Fixture *self, gconstpointer data)
{
  TlStep *step = small_study_step (&self->small, "desk", TL_CLASS_VALUE, 1e12);
  TlDemand *before = small_study_demand (&self->small, "first", TL_DEMAND_VALUE, 1e12);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  const TlFlowProblem *problem;

  small_study_enter (&self->small, before, step);
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("chaser %u", i);
      TlDemand *next = small_study_demand (&self->small, name, TL_DEMAND_FAILURE, 0);
      TlStep *own = small_study_step (&self->small, name, TL_CLASS_VALUE, 1);

      small_study_raise (&self->small, step, next, 1e12);
      small_study_enter (&self->small, next, own);
      step = own;
    }
  g_assert_null (tl_capacity_compute (self->small.study, self->small.flow, &error));
  g_assert_error (error, TL_ANALYSIS_ERROR, TL_ANALYSIS_ERROR_TOO_LARGE);
  problems = tl_flow_problems (self->small.study, self->small.flow);
  problem = only_problem (problems, TL_PROBLEM_TOO_LARGE);
  g_assert_cmpstr (problem->message, ==, error->message);
  assert_says (problem, "“chaser 15”", "too large");
  g_assert_null (strstr (problem->message, "“first”"));
}

static void
test_endless_failure (Fixture *self, gconstpointer data)
{
  TlDemand *chaser = small_study_demand (&self->small, "chaser", TL_DEMAND_FAILURE, 0);
  TlDemand *anger = small_study_demand (&self->small, "anger", TL_DEMAND_FAILURE, 0);
  TlDemand *calm = small_study_demand (&self->small, "calm", TL_DEMAND_FAILURE, 0);
  TlStep *desk = small_study_step (&self->small, "desk", TL_CLASS_WASTE, 5);
  TlStep *boss = small_study_step (&self->small, "boss", TL_CLASS_WASTE, 5);
  TlRaises *raises;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  const TlFlowProblem *problem;

  small_study_enter (&self->small, chaser, desk);
  small_study_enter (&self->small, anger, boss);
  small_study_enter (&self->small, calm, self->step);
  small_study_raise (&self->small, desk, anger, 2);
  small_study_raise (&self->small, self->step, calm, 0.5);
  raises = small_study_raise (&self->small, boss, chaser, 0.5);

  /* Nobody ever comes to the circle; it is one all the same. */
  g_assert_null (tl_capacity_compute (self->small.study, self->small.flow, &error));
  g_assert_error (error, TL_ANALYSIS_ERROR, TL_ANALYSIS_ERROR_ENDLESS_FAILURE);
  problems = tl_flow_problems (self->small.study, self->small.flow);
  problem = only_problem (problems, TL_PROBLEM_ENDLESS_FAILURE);
  g_assert_cmpstr (problem->message, ==, error->message);
  assert_says (problem, "“chaser”", "“anger”");
  assert_says (problem, "“desk”", "“boss”");
  g_assert_null (strstr (problem->message, "calm"));
  g_assert_cmpuint (g_strv_length (problem->ids), ==, 4);
  g_assert_cmpstr (problem->ids[0], ==, desk->item.id);
  g_clear_error (&error);
  g_assert_null (tl_leverage_compute (self->small.study, self->small.flow, NULL, &error));
  g_assert_error (error, TL_ANALYSIS_ERROR, TL_ANALYSIS_ERROR_ENDLESS_FAILURE);

  /* A little less, and it comes to an end. */
  tl_item_set_number (raises, "rate", 0.49);
  {
    g_autoptr (TlCapacity) capacity = compute (&self->small);

    g_assert_cmpuint (capacity->problems->len, ==, 0);
  }
}

/* A step cannot raise failure more surely than always. */
static void
test_raises_more_than_one (Fixture *self, gconstpointer data)
{
  TlStep *good = small_study_step (&self->small, "good", TL_CLASS_VALUE, 60);
  TlStep *bad = small_study_step (&self->small, "bad", TL_CLASS_VALUE, 60);
  TlDemand *chaser = small_study_demand (&self->small, "chaser", TL_DEMAND_FAILURE, 0);
  g_autoptr (TlCapacity) capacity = NULL;

  small_study_connect (&self->small, self->step, good, 0.5);
  small_study_connect (&self->small, self->step, bad, 0.5);
  small_study_enter (&self->small, chaser, good);
  small_study_raise (&self->small, bad, chaser, 2);
  small_study_raise (&self->small, bad, chaser, 1);
  capacity = compute (&self->small);
  assert_same (capacity->failure_contacts, 15);
  assert_same (g_array_index (capacity->demands, TlDemandNumbers, 0).right_first_time, 0.5);
}

static void
test_no_entry (Fixture *self, gconstpointer data)
{
  TlDemand *typed = small_study_demand (&self->small, "typed", TL_DEMAND_FAILURE, 4);
  TlDemand *never = small_study_demand (&self->small, "never", TL_DEMAND_FAILURE, 0);
  TlDemand *raised = small_study_demand (&self->small, "raised", TL_DEMAND_FAILURE, 0);
  g_autoptr (TlCapacity) capacity = NULL;

  small_study_raise (&self->small, self->step, raised, 0.6);
  capacity = compute (&self->small);
  g_assert_cmpuint (capacity->problems->len, ==, 2);
  assert_says (capacity->problems->pdata[0], "“typed”", NULL);
  assert_names (capacity->problems->pdata[0], typed);
  assert_says (capacity->problems->pdata[1], "“raised”", NULL);
  assert_same (capacity->contacts, 10 + 4 + 6);
  assert_same (capacity->used, 10);
  g_assert_false (g_array_index (capacity->demands, TlDemandNumbers, 1).enters);
  g_assert_true (g_array_index (capacity->demands, TlDemandNumbers, 2).demand == never);
}

static void
test_two_entries (Fixture *self, gconstpointer data)
{
  TlStep *other = small_study_step (&self->small, "other", TL_CLASS_VALUE, 600);
  g_autoptr (TlCapacity) capacity = NULL;

  small_study_enter (&self->small, self->demand, other);
  capacity = compute (&self->small);
  assert_says (only_problem (capacity->problems, TL_PROBLEM_TWO_ENTRIES), "“ask”", "“do it”");
  assert_same (capacity->used, 10);
}

/* Without its rework connector the loop would have no way out: there is nothing to compare with. */
static void
test_leverage_of_only_way_out (Fixture *self, gconstpointer data)
{
  TlStep *next = small_study_step (&self->small, "next", TL_CLASS_VALUE, 60);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlLeverage) leverage = NULL;

  small_study_connect (&self->small, self->step, self->step, 0.5);
  small_study_rework (&self->small, self->step, next, 0.5);
  leverage = tl_leverage_compute (self->small.study, self->small.flow, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (leverage->causes->len, ==, 0);
}

static void
test_leverage_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  small_study_rework (&self->small, self->step, self->step, 0.5);
  g_cancellable_cancel (cancellable);
  g_assert_null (tl_leverage_compute (self->small.study, self->small.flow, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_leverage_left_out (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlLeverage) leverage = NULL;

  for (int i = 0; i <= TL_LEVERAGE_MOST_CAUSES; i++)
    small_study_step (&self->small, "waste", TL_CLASS_WASTE, 1);
  leverage = tl_leverage_compute (self->small.study, self->small.flow, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (leverage->causes->len, ==, 0);
  g_assert_cmpuint (leverage->left_out, ==, TL_LEVERAGE_MOST_CAUSES + 1);
}

#define ADD(path, test) g_test_add ("/analysis/problems/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/analysis/problems/empty-study", test_empty_study);
  g_test_add_func ("/analysis/problems/empty-flow", test_empty_flow);
  ADD ("none", test_none);
  ADD ("shares-over", test_shares_over);
  ADD ("shares-over-for-one", test_shares_over_for_one);
  ADD ("shares-over-unused", test_shares_over_unused);
  ADD ("shares-rounding", test_shares_rounding);
  ADD ("blank-shares", test_blank_shares);
  ADD ("endless-loop", test_endless_loop);
  ADD ("endless-alone", test_endless_alone);
  ADD ("zero-shares", test_zero_shares);
  ADD ("too-large", test_too_large);
  ADD ("endless-failure", test_endless_failure);
  ADD ("raises-more-than-one", test_raises_more_than_one);
  ADD ("no-entry", test_no_entry);
  ADD ("two-entries", test_two_entries);
  ADD ("leverage-of-only-way-out", test_leverage_of_only_way_out);
  ADD ("leverage-cancelled", test_leverage_cancelled);
  ADD ("leverage-left-out", test_leverage_left_out);
  return g_test_run ();
}
