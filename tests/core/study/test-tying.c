/* Conditions and matters: made, tied, untied, put in order; and all of it undone. */
#include "small-study.h"
#include "study/deletion.h"
#include "study/study.h"
#include "study/tying.h"

typedef struct
{
  TlHistory *history;
  TlStudy *study;
  char *before;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->history = small_history_new ();
  fixture->study = tl_history_get_study (fixture->history);
  fixture->before = study_text (fixture->study);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->history);
  g_free (fixture->before);
}

static void
assert_undone (Fixture *fixture)
{
  g_autofree char *after = NULL;

  while (tl_history_undo (fixture->history))
    ;
  after = study_text (fixture->study);
  g_assert_cmpstr (after, ==, fixture->before);
}

static void
test_tie (Fixture *fixture, gconstpointer data)
{
  TlCondition *condition = tl_study_add_condition (fixture->history, "Every job is approved");
  TlStep *step = tl_study_find (fixture->study, "s1");
  TlDemand *demand = g_ptr_array_index (fixture->study->demands, 0);
  g_autoptr (GPtrArray) found = NULL;
  guint length;

  tl_item_tie (fixture->history, condition, step);
  tl_item_tie (fixture->history, condition, demand);
  length = tl_history_length (fixture->history);
  tl_item_tie (fixture->history, condition, step);
  g_assert_cmpuint (tl_history_length (fixture->history), ==, length);
  g_assert_cmpuint (condition->links->len, ==, 2);
  found = tl_study_conditions_of (fixture->study, step);
  g_assert_cmpuint (found->len, >=, 1);
  g_assert_true (g_ptr_array_find (found, condition, NULL));

  tl_item_untie (fixture->history, condition, step);
  g_assert_null (tl_item_tie_to (condition, step));
  g_assert_true (tl_link_target (tl_item_tie_to (condition, demand)) == demand);
  tl_item_untie (fixture->history, condition, step);
  g_assert_true (tl_history_undo (fixture->history));
  g_assert_nonnull (tl_item_tie_to (condition, step));
  assert_undone (fixture);
}

/* What is deleted takes its ties along, and brings them back. */
static void
test_delete (Fixture *fixture, gconstpointer data)
{
  TlCondition *condition = tl_study_add_condition (fixture->history, "Targets");
  TlMatter *matter = tl_study_add_matter (fixture->history, "Come when you said");
  TlDemand *demand = g_ptr_array_index (fixture->study->demands, 0);

  tl_item_tie (fixture->history, demand, matter);
  tl_item_tie (fixture->history, condition, demand);
  tl_item_delete (fixture->history, matter);
  g_assert_null (tl_item_tie_to (demand, matter));
  tl_item_delete (fixture->history, demand);
  g_assert_cmpuint (condition->links->len, ==, 0);
  tl_history_undo (fixture->history);
  tl_history_undo (fixture->history);
  g_assert_nonnull (tl_item_tie_to (demand, matter));
  g_assert_nonnull (tl_item_tie_to (condition, demand));
  assert_undone (fixture);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  TlMatter *first = tl_study_add_matter (fixture->history, "First");
  TlMatter *second = tl_study_add_matter (fixture->history, "Second");
  guint at = tl_item_position (second);
  guint length;

  g_assert_true (tl_item_shift (fixture->history, second, -1));
  g_assert_cmpuint (tl_item_position (second), ==, at - 1);
  g_assert_cmpuint (tl_item_position (first), ==, at);
  g_assert_false (tl_item_shift (fixture->history, first, 1));
  length = tl_history_length (fixture->history);
  tl_item_put_at (fixture->history, first, 99);
  g_assert_cmpuint (tl_history_length (fixture->history), ==, length);
  tl_item_put_at (fixture->history, first, 0);
  g_assert_cmpuint (tl_item_position (first), ==, 0);
  g_assert_false (tl_item_shift (fixture->history, first, -1));
  assert_undone (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/tying/tie", Fixture, NULL, set_up, test_tie, tear_down);
  g_test_add ("/tying/delete", Fixture, NULL, set_up, test_delete, tear_down);
  g_test_add ("/tying/order", Fixture, NULL, set_up, test_order, tear_down);
  return g_test_run ();
}
