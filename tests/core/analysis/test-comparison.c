/* Two flows side by side: the worked example, and a redesign of it without the check and without what it raises. */
#include <math.h>

#include "analysis/comparison.h"
#include "dense-check.h"
#include "small-study.h"
#include "study/flow-edits.h"
#include "study/redesign.h"

typedef struct
{
  SmallStudy small;
  TlHistory *history;
  TlFlow *redesign;
} Fixture;

static TlStep *
step (const Fixture *fixture, guint index)
{
  return g_ptr_array_index (fixture->redesign->steps, index);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  small_study_init_repairs (&fixture->small);
  fixture->history = tl_history_new (fixture->small.study);
  fixture->redesign = tl_flow_redesign (fixture->history, fixture->small.flow, "Trades decide", "At once");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->history);
  small_study_clear (&fixture->small);
}

/* The call leads to the visit at once, and nothing is raised any more. */
static void
redesign (Fixture *fixture)
{
  TlStep *call = step (fixture, 0), *check = step (fixture, 1), *visit = step (fixture, 2);
  TlConnector *on;

  tl_item_delete (fixture->history, check);
  on = tl_flow_connect (fixture->history, call, visit, TL_CONNECTOR_FLOW);
  tl_connector_set_share (fixture->history, on, g_ptr_array_index (fixture->small.study->demands, 1), 0);
  while (fixture->redesign->raises->len)
    tl_item_delete (fixture->history, g_ptr_array_index (fixture->redesign->raises, 0));
}

static TlComparison *
compare (const Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TlComparison *comparison = tl_comparison_new (fixture->small.study, fixture->small.flow, fixture->redesign, &error);

  g_assert_no_error (error);
  return comparison;
}

/* Nothing but the call once, a visit 1 ÷ 0.8 times and closing; 60 chasers from outside of 6 + 8 minutes. */
static void
test_by_hand (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlComparison) comparison = NULL;
  const TlBuckets *hours;
  const TlDemandNumbers *repair;

  redesign (fixture);
  comparison = compare (fixture);
  hours = &comparison->after->hours;
  assert_same (hours->hours[TL_BUCKET_VALUE], 325 * 76 / 60.);
  assert_same (hours->hours[TL_BUCKET_REWORK], 325 * 70 * 0.25 / 60);
  assert_same (hours->hours[TL_BUCKET_WASTE], 325 * 5 / 60.);
  assert_same (hours->hours[TL_BUCKET_FAILURE], 60 * 14 / 60.);
  assert_same (comparison->after->used, 325 * (6 + 87.5 + 5) / 60 + 14);
  g_assert_cmpfloat_with_epsilon (comparison->freed, 689.459017 - 547.541667, 1e-6);
  assert_same (comparison->after->contacts, 385);
  g_assert_cmpuint (tl_comparison_n_demands (comparison), ==, 3);
  repair = tl_comparison_demand (comparison, 0, TRUE);
  assert_same (repair->wait_minutes, 20160 / 0.8);
  assert_same (repair->right_first_time, 0.8);
  repair = tl_comparison_demand (comparison, 0, FALSE);
  assert_same (repair->wait_minutes, 120 / 0.9 + 20160 / 0.8);
  assert_same (repair->right_first_time, 0.9 * 0.65 * 0.8 * 0.88);
}

/* By a calculation that shares no code. */
static void
test_second_source (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlComparison) comparison = NULL;
  g_autoptr (DenseCheck) before = NULL;
  g_autoptr (DenseCheck) after = NULL;
  SmallStudy other;

  redesign (fixture);
  comparison = compare (fixture);
  other = (SmallStudy){ .study = fixture->small.study, .flow = fixture->redesign };
  before = dense_check_new (&fixture->small, NULL);
  after = dense_check_new (&other, NULL);
  assert_same (comparison->freed, before->used - after->used);
  for (int b = 0; b < TL_N_BUCKETS; b++)
    assert_same (comparison->after->hours.hours[b], after->hours.hours[b]);
  for (guint d = 0; d < 3; d++)
    assert_same (tl_comparison_demand (comparison, d, TRUE)->arrivals, after->arrivals[d]);
}

static void
test_roles (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlComparison) comparison = NULL;
  const TlRoleComparison *calls, *trades;

  redesign (fixture);
  comparison = compare (fixture);
  g_assert_cmpuint (comparison->roles->len, ==, 2);
  calls = &g_array_index (comparison->roles, TlRoleComparison, 0);
  trades = &g_array_index (comparison->roles, TlRoleComparison, 1);
  assert_same (calls->available, 180);
  assert_same (tl_buckets_sum (&calls->after), 325 * 11 / 60. + 14);
  assert_same (tl_buckets_sum (&trades->after), 325 * 87.5 / 60);
  assert_same (tl_buckets_sum (&calls->before) + tl_buckets_sum (&trades->before), comparison->before->used);
}

/* Two flows that do the same are the same. */
static void
test_nothing_differs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlComparison) comparison = compare (fixture);

  g_assert_cmpuint (comparison->differences->list->len, ==, 0);
  g_assert_cmpfloat (comparison->freed, ==, 0);
}

static guint
count (const TlFlowDifferences *differences, TlItemKind kind, gboolean before, gboolean after)
{
  guint n = 0;

  for (guint i = 0; i < differences->list->len; i++)
    {
      const TlDifference *difference = &g_array_index (differences->list, TlDifference, i);
      const TlItem *item = difference->after ? difference->after : difference->before;

      n += item->kind == kind && !difference->before == !before && !difference->after == !after;
    }
  return n;
}

static void
test_what_differs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlFlowDifferences) differences = NULL;
  TlStep *added;

  redesign (fixture);
  added = tl_flow_add_step (fixture->history, fixture->redesign, "Stay until it is done", NAN, NAN);
  tl_item_rename (fixture->history, step (fixture, 1), "Visit, fix and stay");
  differences = tl_flow_differences_new (fixture->small.flow, fixture->redesign);
  /* The check has gone, with the three connectors at it. */
  g_assert_cmpuint (count (differences, TL_ITEM_STEP, TRUE, FALSE), ==, 1);
  g_assert_cmpuint (count (differences, TL_ITEM_CONNECTOR, TRUE, FALSE), ==, 3);
  g_assert_cmpuint (count (differences, TL_ITEM_CONNECTOR, FALSE, TRUE), ==, 1);
  g_assert_cmpuint (count (differences, TL_ITEM_CONNECTOR, TRUE, TRUE), ==, 0);
  g_assert_cmpuint (count (differences, TL_ITEM_RAISES, TRUE, FALSE), ==, 2);
  g_assert_cmpuint (count (differences, TL_ITEM_ENTRY, TRUE, TRUE), ==, 0);
  g_assert_null (tl_flow_differences_of (differences, added)->before);
  g_assert_cmpuint (tl_flow_differences_of (differences, step (fixture, 1))->aspects, ==, TL_ASPECT_NAME);
  g_assert_null (tl_flow_differences_of (differences, step (fixture, 0)));
}

static guint
aspects (const Fixture *fixture, gconstpointer item)
{
  g_autoptr (TlFlowDifferences) differences = tl_flow_differences_new (fixture->small.flow, fixture->redesign);
  const TlDifference *difference = tl_flow_differences_of (differences, item);

  return difference ? difference->aspects : 0;
}

static void
test_aspects (Fixture *fixture, gconstpointer data)
{
  TlConnector *first = g_ptr_array_index (fixture->redesign->connectors, 0);
  TlConnector *third = g_ptr_array_index (fixture->redesign->connectors, 2);
  TlEntry *entry = g_ptr_array_index (fixture->redesign->entries, 0);
  TlHistory *history = fixture->history;
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_ptr_array_add (one, step (fixture, 1));
  tl_steps_set_class (history, one, TL_CLASS_VALUE, TL_WASTE_NONE);
  tl_steps_set_role (history, one, NULL);
  tl_steps_set_times (history, one, 4, 60);
  g_assert_cmpuint (aspects (fixture, step (fixture, 1)), ==, TL_ASPECT_CLASS | TL_ASPECT_ROLE | TL_ASPECT_WAIT);
  tl_connector_set_share (history, first, g_ptr_array_index (fixture->small.study->demands, 1), 0.25);
  g_assert_cmpuint (aspects (fixture, first), ==, TL_ASPECT_SHARE);
  tl_connector_set_share (history, third, NULL, 0.8);
  g_assert_cmpuint (aspects (fixture, third), ==, TL_ASPECT_SHARE);
  tl_history_begin (history, "Enter", NULL);
  tl_history_apply (history, tl_edit_new_set_item (entry, "step", step (fixture, 2)));
  tl_history_apply (history, tl_edit_new_set_number (g_ptr_array_index (fixture->redesign->raises, 0), "rate", 0.1));
  tl_history_end (history);
  g_assert_cmpuint (aspects (fixture, entry), ==, TL_ASPECT_STEP);
  g_assert_cmpuint (aspects (fixture, g_ptr_array_index (fixture->redesign->raises, 0)), ==, TL_ASPECT_RATE);
}

/* Another kind of waste is another; of a step that is value the kind says nothing. */
static void
test_kind_of_waste (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_ptr_array_add (one, step (fixture, 1));
  tl_steps_set_class (fixture->history, one, TL_CLASS_WASTE, TL_WASTE_SORTING);
  g_assert_cmpuint (aspects (fixture, step (fixture, 1)), ==, TL_ASPECT_CLASS);
  tl_history_undo (fixture->history);
  g_assert_cmpuint (aspects (fixture, step (fixture, 1)), ==, 0);
  tl_history_begin (fixture->history, "Value", NULL);
  tl_history_apply (fixture->history, tl_edit_new_set_choice (step (fixture, 0), "waste", TL_WASTE_SORTING));
  tl_history_end (fixture->history);
  g_assert_cmpuint (aspects (fixture, step (fixture, 0)), ==, 0);
}

/* Ways go without saying where a step at one of their ends came or went, and what a step raised where it went. */
static void
test_without_saying (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlFlowDifferences) differences = NULL;
  guint without = 0, said = 0;

  tl_item_delete (fixture->history, step (fixture, 3));
  tl_item_delete (fixture->history, g_ptr_array_index (fixture->redesign->raises, 0));
  tl_flow_connect (fixture->history, step (fixture, 0), step (fixture, 2), TL_CONNECTOR_FLOW);
  differences = tl_flow_differences_new (fixture->small.flow, fixture->redesign);
  for (guint i = 0; i < differences->list->len; i++)
    if (tl_flow_differences_follows (differences, &g_array_index (differences->list, TlDifference, i)))
      without++;
    else
      said++;
  /* The way to the closing and what the closing raised; the closing itself, what the visit raised, the new way. */
  g_assert_cmpuint (without, ==, 2);
  g_assert_cmpuint (said, ==, 3);
}

/* A copy of a copy is the same step still, whatever it is called; and two copies of one flow match each other. */
static void
test_copies_of_copies (Fixture *fixture, gconstpointer data)
{
  TlFlow *second = tl_flow_redesign (fixture->history, fixture->redesign, "Second", NULL);
  TlFlow *sibling = tl_flow_redesign (fixture->history, fixture->small.flow, "Sibling", NULL);
  g_autoptr (TlFlowDifferences) far = NULL;
  g_autoptr (TlFlowDifferences) beside = NULL;

  tl_item_rename (fixture->history, g_ptr_array_index (second->steps, 2), "Mend");
  far = tl_flow_differences_new (fixture->small.flow, second);
  g_assert_cmpuint (far->list->len, ==, 1);
  g_assert_true (tl_flow_differences_partner (far, g_ptr_array_index (second->steps, 2))
                 == g_ptr_array_index (fixture->small.flow->steps, 2));
  beside = tl_flow_differences_new (second, sibling);
  g_assert_cmpuint (beside->list->len, ==, 1);
}

/* Flows that were drawn apart are compared by the names of their steps. */
static void
test_by_name (Fixture *fixture, gconstpointer data)
{
  TlFlow *drawn = tl_study_add_flow (fixture->history, "Drawn apart");
  TlStep *call = tl_flow_add_step (fixture->history, drawn, "take the CALL", NAN, NAN);
  TlStep *other = tl_flow_add_step (fixture->history, drawn, "Take the call", NAN, NAN);
  g_autoptr (TlFlowDifferences) differences = tl_flow_differences_new (fixture->small.flow, drawn);

  g_assert_true (tl_flow_differences_partner (differences, call) == g_ptr_array_index (fixture->small.flow->steps, 0));
  g_assert_null (tl_flow_differences_partner (differences, other));
  g_assert_cmpuint (count (differences, TL_ITEM_STEP, TRUE, FALSE), ==, 4);
}

/* A file may say that steps are copies of each other, in a circle. */
static void
test_circle (Fixture *fixture, gconstpointer data)
{
  TlStep *original = g_ptr_array_index (fixture->small.flow->steps, 0);
  g_autoptr (TlFlowDifferences) differences = NULL;

  tl_history_begin (fixture->history, "Circle", NULL);
  tl_history_apply (fixture->history, tl_edit_new_set_item (original, "copied-from", step (fixture, 0)));
  tl_history_end (fixture->history);
  differences = tl_flow_differences_new (fixture->small.flow, fixture->redesign);
  g_assert_cmpuint (differences->list->len, ==, 0);
}

static void
test_pair (Fixture *fixture, gconstpointer data)
{
  TlStudy *study = fixture->small.study;
  TlFlow *drawn = tl_study_add_flow (fixture->history, "Drawn apart");
  TlFlow *before, *after;

  g_assert_true (tl_comparison_pair (study, NULL, &before, &after));
  g_assert_true (before == fixture->small.flow && after == fixture->redesign);
  g_assert_true (tl_comparison_pair (study, fixture->redesign, &before, &after));
  g_assert_true (before == fixture->small.flow && after == fixture->redesign);
  g_assert_true (tl_comparison_pair (study, drawn, &before, &after));
  g_assert_true (before == fixture->small.flow && after == drawn);
  /* Where nothing is based on anything; also where a file says that a flow is based on itself. */
  tl_item_delete (fixture->history, fixture->redesign);
  g_assert_true (tl_comparison_pair (study, fixture->small.flow, &before, &after));
  g_assert_true (before == fixture->small.flow && after == drawn);
  tl_history_begin (fixture->history, "Base", NULL);
  tl_history_apply (fixture->history, tl_edit_new_set_item (drawn, "based-on", drawn));
  tl_history_end (fixture->history);
  g_assert_true (tl_comparison_pair (study, drawn, &before, &after));
  g_assert_true (before == fixture->small.flow && after == drawn);
  tl_item_delete (fixture->history, drawn);
  g_assert_false (tl_comparison_pair (study, NULL, &before, &after));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, call) g_test_add ("/comparison/" name, Fixture, NULL, set_up, call, tear_down)
  ADD ("by-hand", test_by_hand);
  ADD ("second-source", test_second_source);
  ADD ("roles", test_roles);
  ADD ("nothing-differs", test_nothing_differs);
  ADD ("what-differs", test_what_differs);
  ADD ("aspects", test_aspects);
  ADD ("kind-of-waste", test_kind_of_waste);
  ADD ("without-saying", test_without_saying);
  ADD ("copies-of-copies", test_copies_of_copies);
  ADD ("by-name", test_by_name);
  ADD ("circle", test_circle);
  ADD ("pair", test_pair);
#undef ADD
  return g_test_run ();
}
