/* A flow is copied to a redesign: whole, with ids of its own, tied to what it was made from, as one undo. */
#include "small-study.h"
#include "study/condition.h"
#include "study/connector.h"
#include "study/flow-edits.h"
#include "study/redesign.h"
#include "study/step.h"

typedef struct
{
  TlHistory *history;
  TlStudy *study;
  TlFlow *flow;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlStudy) study = small_study_new ();

  fixture->history = tl_history_new (study);
  fixture->study = study;
  fixture->flow = tl_study_find (study, "f1");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->history);
}

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  TlFlow *copy = tl_flow_redesign (fixture->history, fixture->flow, "Trades decide", "It is mended at once");

  g_assert_cmpstr (copy->name, ==, "Trades decide");
  g_assert_cmpstr (copy->serves, ==, "It is mended at once");
  g_assert_true (copy->based_on == fixture->flow);
  g_assert_cmpuint (tl_item_position (copy), ==, 1);
  g_assert_cmpuint (copy->steps->len, ==, fixture->flow->steps->len);
  for (guint i = 0; i < copy->steps->len; i++)
    {
      TlStep *step = g_ptr_array_index (copy->steps, i);
      TlStep *original = g_ptr_array_index (fixture->flow->steps, i);

      g_assert_true (step->copied_from == original);
      g_assert_cmpstr (step->name, ==, original->name);
      g_assert_true (step->role == original->role);
      g_assert_cmpstr (step->item.id, !=, original->item.id);
      g_assert_true (tl_study_find (fixture->study, step->item.id) == step);
    }
}

/* What refers to steps refers to those of the copy, and to the same demands. */
static void
test_references (Fixture *fixture, gconstpointer data)
{
  TlFlow *copy = tl_flow_redesign (fixture->history, fixture->flow, NULL, NULL);
  TlConnector *connector = g_ptr_array_index (copy->connectors, 0);
  TlShare *share = g_ptr_array_index (connector->shares, 0);
  TlEntry *entry = g_ptr_array_index (copy->entries, 1);
  TlRaises *raises = g_ptr_array_index (copy->raises, 0);

  g_assert_true (connector->from == g_ptr_array_index (copy->steps, 0));
  g_assert_cmpfloat (connector->share, ==, 0.9);
  g_assert_true (share->demand == tl_study_find (fixture->study, "d2"));
  g_assert_cmpfloat (share->value, ==, 0);
  g_assert_true (entry->step == g_ptr_array_index (copy->steps, 4));
  g_assert_true (entry->demand == tl_study_find (fixture->study, "d2"));
  g_assert_true (raises->step == g_ptr_array_index (copy->steps, 2));
  g_assert_cmpfloat (raises->rate, ==, 0.35);
}

/* The condition bears on s2, and then on its copy; the demand that it causes is the same. */
static void
test_conditions (Fixture *fixture, gconstpointer data)
{
  TlCondition *condition = tl_study_find (fixture->study, "n1");
  TlFlow *copy = tl_flow_redesign (fixture->history, fixture->flow, NULL, NULL);

  g_assert_cmpuint (condition->links->len, ==, 3);
  g_assert_true (((TlLink *) g_ptr_array_index (condition->links, 2))->step == g_ptr_array_index (copy->steps, 1));
  tl_item_delete (fixture->history, g_ptr_array_index (copy->steps, 1));
  g_assert_cmpuint (condition->links->len, ==, 2);
}

static void
test_one_undo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = study_text (fixture->study);

  tl_flow_redesign (fixture->history, fixture->flow, "Redesign 2", NULL);
  g_assert_cmpuint (tl_history_length (fixture->history), ==, 1);
  assert_undone_and_redone (fixture->history, before);
}

/* With the flow that it was made from gone, a redesign stands on its own. */
static void
test_original_deleted (Fixture *fixture, gconstpointer data)
{
  TlFlow *copy = tl_flow_redesign (fixture->history, fixture->flow, NULL, NULL);
  g_autofree char *before = study_text (fixture->study);

  tl_item_delete (fixture->history, fixture->flow);
  g_assert_null (copy->based_on);
  g_assert_null (((TlStep *) g_ptr_array_index (copy->steps, 0))->copied_from);
  assert_undone_and_redone (fixture->history, before);
}

static void
test_next (Fixture *fixture, gconstpointer data)
{
  TlFlow *second = tl_study_find (fixture->study, "f2");

  g_assert_true (tl_study_flow_after (fixture->study, fixture->flow, 1) == second);
  g_assert_true (tl_study_flow_after (fixture->study, second, 1) == fixture->flow);
  g_assert_true (tl_study_flow_after (fixture->study, fixture->flow, -1) == second);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, call) g_test_add ("/redesign/" name, Fixture, NULL, set_up, call, tear_down)
  ADD ("steps", test_steps);
  ADD ("references", test_references);
  ADD ("conditions", test_conditions);
  ADD ("one-undo", test_one_undo);
  ADD ("original-deleted", test_original_deleted);
  ADD ("next", test_next);
#undef ADD
  return g_test_run ();
}
