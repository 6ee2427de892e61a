/* The sentences beside the numbers. */
#include <math.h>

#include "analysis/capacity.h"
#include "analysis/leverage.h"
#include "small-study.h"
#include "study/flow-edits.h"
#include "study/item-build.h"

#define NBSP "\302\240"

/* Takes the place of numbers that would be hard to bring about. */
static TlCapacity
numbers (double failure, double used, TlPeriod period)
{
  TlCapacity capacity = { .period = period, .used = used };

  capacity.hours.hours[TL_BUCKET_FAILURE] = failure;
  capacity.hours.hours[TL_BUCKET_VALUE] = used - failure;
  return capacity;
}

static void
assert_headline (double failure, double used, TlPeriod period, const char *expected)
{
  TlCapacity capacity = numbers (failure, used, period);
  g_autofree char *headline = tl_capacity_headline (&capacity);

  g_assert_cmpstr (headline, ==, expected);
}

static void
test_repairs (void)
{
  g_auto (SmallStudy) small;
  g_autoptr (TlCapacity) capacity = NULL;
  g_autofree char *headline = NULL;
  g_autofree char *head = NULL;
  g_autofree char *contacts = NULL;

  small_study_init_repairs (&small);
  capacity = tl_capacity_compute (small.study, small.flow, NULL);
  headline = tl_capacity_headline (capacity);
  head = tl_capacity_headline_short (capacity);
  contacts = tl_capacity_contacts_sentence (capacity);
  g_assert_cmpstr (headline, ==, "Failure demand consumes 19" NBSP "% of the hours worked (128 of 689 h a week)");
  g_assert_cmpstr (head, ==, "Failure demand consumes 19" NBSP "% of the hours worked");
  g_assert_cmpstr (contacts, ==, "45" NBSP "% of contacts are failure demand (266 of 591 a week)");
}

static void
test_headline (void)
{
  assert_headline (41, 120, TL_PERIOD_DAY,
                   "Failure demand consumes 34" NBSP "% of the hours worked (41 of 120 h a day)");
  assert_headline (1.25, 5, TL_PERIOD_MONTH,
                   "Failure demand consumes 25" NBSP "% of the hours worked (1.2 of 5 h a month)");
  assert_headline (0.4, 100, TL_PERIOD_YEAR,
                   "Failure demand consumes 0.4" NBSP "% of the hours worked (0.4 of 100 h a year)");
  assert_headline (0.01, 100, TL_PERIOD_WEEK,
                   "Failure demand consumes under 0.1" NBSP "% of the hours worked (under 0.1 of 100 h "
                   "a week)");
  assert_headline (99.7, 100, TL_PERIOD_WEEK,
                   "Failure demand consumes 99.7" NBSP "% of the hours worked (100 of 100 h a week)");
  assert_headline (100, 100, TL_PERIOD_WEEK,
                   "Failure demand consumes 100" NBSP "% of the hours worked (100 of 100 h a week)");
  assert_headline (0, 120, TL_PERIOD_WEEK, "No failure demand in the hours worked (120 h a week)");
  assert_headline (0, 0, TL_PERIOD_WEEK, "No hours yet: draw the steps that the work takes");
}

static void
assert_missing (TlHistory *history, const char *expected)
{
  TlStudy *study = tl_history_get_study (history);
  g_autoptr (TlCapacity) capacity = tl_capacity_compute (study, g_ptr_array_index (study->flows, 0), NULL);
  g_autofree char *headline = tl_capacity_headline (capacity);

  g_assert_cmpstr (headline, ==, expected);
}

/* One thing at a time, until there are hours. */
static void
test_missing (void)
{
  g_autoptr (TlStudy) study = tl_study_new ();
  g_autoptr (TlHistory) history = tl_history_new (study);
  TlFlow *flow = tl_study_add_flow (history, "As it is");
  TlStep *step;
  TlDemand *demand;

  assert_missing (history, "No hours yet: draw the steps that the work takes");
  step = tl_flow_add_step (history, flow, "Mend it", 0, 0);
  assert_missing (history, "No hours yet: say what customers ask for");
  demand = tl_study_add_demand (history, "Repair my tap", TL_DEMAND_VALUE, (double) NAN);
  assert_missing (history, "No hours yet: say how often customers ask");
  tl_item_change (history, demand, "frequency", tl_value_number (30), "Change frequency");
  assert_missing (history, "“Repair my tap” enters the flow nowhere yet: select the step where it begins");
  tl_flow_add_entry (history, demand, step);
  assert_missing (history, "No hours yet: give the steps a time");
  tl_item_change (history, step, "work-minutes", tl_value_number (10), "Change work time");
  assert_missing (history, "No failure demand in the hours worked (5 h a week)");
}

static void
test_nothing (void)
{
  g_autofree char *headline = tl_capacity_headline (NULL);
  g_autofree char *head = tl_capacity_headline_short (NULL);
  g_autofree char *contacts = tl_capacity_contacts_sentence (NULL);

  g_assert_cmpstr (headline, ==, "No numbers yet");
  g_assert_cmpstr (head, ==, "No numbers yet");
  g_assert_cmpstr (contacts, ==, "No contacts yet: give demands a frequency");
}

static void
test_contacts_without_failure (void)
{
  TlCapacity capacity = { .contacts = 325 };
  g_autofree char *contacts = tl_capacity_contacts_sentence (&capacity);

  g_assert_cmpstr (contacts, ==, "No contacts are failure demand (325 a week)");
}

/* A sentence begins with a capital, also where a number that is next to nothing is its first word. */
static void
test_contacts_nearly_without_failure (void)
{
  TlCapacity capacity = { .contacts = 150, .failure_contacts = 1e-12 };
  g_autofree char *contacts = tl_capacity_contacts_sentence (&capacity);

  g_assert_cmpstr (contacts, ==, "Under 0.1" NBSP "% of contacts are failure demand (under 0.1 of 150 a week)");
}

static void
test_bucket_words (void)
{
  g_assert_cmpstr (tl_bucket_nick (TL_BUCKET_UNCLASSIFIED), ==, "unclassified");
  g_assert_cmpstr (tl_bucket_nick (TL_BUCKET_VALUE), ==, "value");
  g_assert_cmpstr (tl_bucket_label (TL_BUCKET_UNCLASSIFIED), ==, "Not yet judged");
  g_assert_cmpstr (tl_cause_kind_nick (TL_CAUSE_WASTE_STEP), ==, "waste");
}

/* A circle of very many steps is said in a sentence that a person can read. */
static void
test_many_names (void)
{
  g_auto (SmallStudy) small;
  g_autoptr (GPtrArray) problems = NULL;
  const TlFlowProblem *problem;
  TlStep *first, *before;

  small_study_init (&small);
  first = before = small_study_step (&small, NULL, TL_CLASS_NONE, 1);
  small_study_enter (&small, small_study_demand (&small, "d", TL_DEMAND_VALUE, 1), first);
  for (int i = 1; i < 40; i++)
    {
      TlStep *step = small_study_step (&small, "a step with a name", TL_CLASS_NONE, 1);

      small_study_connect (&small, before, step, 1);
      before = step;
    }
  small_study_connect (&small, before, first, 1);
  problems = tl_flow_problems (small.study, small.flow);
  g_assert_cmpuint (problems->len, ==, 1);
  problem = problems->pdata[0];
  g_assert_cmpuint (g_strv_length (problem->ids), ==, 40);
  g_assert_true (g_str_has_prefix (problem->message, "Work that comes to “s1”, “a step with a name”"));
  g_assert_nonnull (g_strstr_len (problem->message, -1, " and 28 more"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/analysis/words/repairs", test_repairs);
  g_test_add_func ("/analysis/words/headline", test_headline);
  g_test_add_func ("/analysis/words/missing", test_missing);
  g_test_add_func ("/analysis/words/nothing", test_nothing);
  g_test_add_func ("/analysis/words/contacts-without-failure", test_contacts_without_failure);
  g_test_add_func ("/analysis/words/contacts-nearly-without-failure", test_contacts_nearly_without_failure);
  g_test_add_func ("/analysis/words/buckets", test_bucket_words);
  g_test_add_func ("/analysis/words/many-names", test_many_names);
  return g_test_run ();
}
