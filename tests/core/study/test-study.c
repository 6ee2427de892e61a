/* The study: finding items, and ids that are never used twice. */
#include "small-study.h"
#include "study/flow-edits.h"
#include "study/item-build.h"
#include "study/study.h"

static void
assert_new_id (TlStudy *study, TlItemKind kind, const char *expected)
{
  g_autofree char *id = tl_study_new_id (study, kind);

  g_assert_cmpstr (id, ==, expected);
}

static void
test_find (void)
{
  g_autoptr (TlStudy) study = small_study_new ();

  g_assert_cmpstr (tl_item_name (tl_study_find (study, "s3")), ==, "Fix");
  g_assert_null (tl_study_find (study, "s99"));
  g_assert_null (tl_study_find (study, ""));
  g_assert_true (tl_study_of (tl_study_find (study, "c1")) == study);
  g_assert_true (tl_study_of (study) == study);
}

static void
test_new_ids (void)
{
  g_autoptr (TlStudy) study = small_study_new ();

  assert_new_id (study, TL_ITEM_STEP, "s6");
  assert_new_id (study, TL_ITEM_STEP, "s7");
  assert_new_id (study, TL_ITEM_CONNECTOR, "c6");
  assert_new_id (study, TL_ITEM_CONDITION, "n2");
  tl_item_set_id (tl_study_find (study, "s1"), "s41");
  assert_new_id (study, TL_ITEM_STEP, "s42");
  /* People who write files by other means need not keep to the letters. */
  tl_item_set_id (tl_study_find (study, "d1"), "s43");
  assert_new_id (study, TL_ITEM_STEP, "s44");
  assert_new_id (study, TL_ITEM_DEMAND, "d3");
}

static void
test_never_again_in_session (void)
{
  g_autoptr (TlHistory) history = small_history_new ();
  TlStudy *study = tl_history_get_study (history);
  TlFlow *flow = tl_study_find (study, "f1");
  TlStep *step = tl_flow_add_step (history, flow, NULL, 0, 0);

  g_assert_cmpstr (step->item.id, ==, "s6");
  tl_history_undo (history);
  step = tl_flow_add_step (history, flow, NULL, 0, 0);
  g_assert_cmpstr (step->item.id, ==, "s7");
  tl_item_delete (history, step);
  step = tl_flow_add_step (history, flow, NULL, 0, 0);
  g_assert_cmpstr (step->item.id, ==, "s8");
}

/* A later session knows of deleted items only by what the file says. */
static void
test_never_again_after_reload (void)
{
  g_autoptr (TlHistory) history = small_history_new ();
  TlStudy *study = tl_history_get_study (history);
  g_autoptr (TlStudy) later = small_study_new ();

  tl_item_delete (history, tl_study_find (study, "s5"));
  g_assert_cmpstr (study->spent_ids, ==, "s5 c2");
  tl_item_delete (history, tl_study_find (study, "s3"));
  g_assert_cmpstr (study->spent_ids, ==, "s5 c5");
  tl_item_delete (history, tl_study_find (study, "f1"));
  g_assert_cmpstr (study->spent_ids, ==, "f1 s5 c5");

  tl_item_set_text (later, "spent-ids", "s12 q7  c9");
  assert_new_id (later, TL_ITEM_STEP, "s13");
  assert_new_id (later, TL_ITEM_CONNECTOR, "c10");
  assert_new_id (later, TL_ITEM_FLOW, "f3");
}

static void
test_spent_ids_undone (void)
{
  g_autoptr (TlHistory) history = small_history_new ();
  TlStudy *study = tl_history_get_study (history);

  tl_item_set_text (study, "spent-ids", "k4 z3");
  tl_item_delete (history, tl_study_find (study, "s5"));
  g_assert_cmpstr (study->spent_ids, ==, "z3 k4 s5 c2");
  tl_history_undo (history);
  g_assert_cmpstr (study->spent_ids, ==, "k4 z3");
  tl_history_redo (history);
  g_assert_cmpstr (study->spent_ids, ==, "z3 k4 s5 c2");
}

/* Edits of that very field, around a deletion that changes it as well, are all kept. */
static void
test_spent_ids_edited (void)
{
  g_autoptr (TlHistory) history = small_history_new ();
  TlStudy *study = tl_history_get_study (history);
  g_autofree char *before = study_text (study);

  tl_history_begin (history, "All", NULL);
  tl_history_apply (history, tl_edit_new_set_text (study, "spent-ids", "s70"));
  tl_item_delete (history, tl_study_find (study, "k1"));
  tl_history_apply (history, tl_edit_new_set_text (study, "spent-ids", "s80"));
  tl_history_end (history);
  g_assert_cmpstr (study->spent_ids, ==, "s80");
  assert_undone_and_redone (history, before);
}

/* Numbers so high that one more would begin at 0 again. */
static void
test_highest_numbers (void)
{
  g_autoptr (TlStudy) study = small_study_new ();

  tl_item_set_text (study, "spent-ids", "s18446744073709551615");
  assert_new_id (study, TL_ITEM_STEP, "s6");
  tl_item_set_id (tl_study_find (study, "s1"), "s9223372036854775807");
  assert_new_id (study, TL_ITEM_STEP, "s9223372036854775808");
  assert_new_id (study, TL_ITEM_STEP, "s9223372036854775809");
}

static void
test_periods (void)
{
  g_assert_cmpfloat (tl_period_days (TL_PERIOD_DAY), ==, 1);
  g_assert_cmpfloat (tl_period_days (TL_PERIOD_WEEK), ==, 7);
  g_assert_cmpfloat (12 * tl_period_days (TL_PERIOD_MONTH), ==, tl_period_days (TL_PERIOD_YEAR));
  g_assert_cmpfloat (tl_period_days (TL_PERIOD_YEAR), ==, 365.25);
  g_assert_cmpstr (tl_choice_by_value (tl_period_choices (), TL_PERIOD_MONTH)->nick, ==, "month");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/study/study/find", test_find);
  g_test_add_func ("/study/study/new-ids", test_new_ids);
  g_test_add_func ("/study/study/never-again-in-session", test_never_again_in_session);
  g_test_add_func ("/study/study/never-again-after-reload", test_never_again_after_reload);
  g_test_add_func ("/study/study/spent-ids-undone", test_spent_ids_undone);
  g_test_add_func ("/study/study/spent-ids-edited", test_spent_ids_edited);
  g_test_add_func ("/study/study/highest-numbers", test_highest_numbers);
  g_test_add_func ("/study/study/periods", test_periods);
  return g_test_run ();
}
