/* A step put into a connector: what stays with which half. */
#include <math.h>

#include "small-study.h"
#include "study/flow-edits.h"
#include "study/insertion.h"
#include "study/study.h"

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

static gpointer
item (Fixture *fixture, const char *id)
{
  return tl_study_find (fixture->study, id);
}

static TlConnector *
newest (Fixture *fixture)
{
  TlFlow *flow = item (fixture, "f1");

  return g_ptr_array_index (flow->connectors, flow->connectors->len - 1);
}

static void
test_new_step (Fixture *fixture, gconstpointer data)
{
  TlConnector *first = item (fixture, "c1");
  TlStep *step = tl_flow_insert_step (fixture->history, first, NULL, 100, 50);

  g_assert_cmpfloat (step->x, ==, 100);
  g_assert_cmpfloat (step->y, ==, 50);
  /* Shares, also those of single demands, stay where the work parts. */
  g_assert_true (first->from == item (fixture, "s1"));
  g_assert_true (first->to == step);
  g_assert_cmpfloat (first->share, ==, 0.9);
  g_assert_cmpuint (first->shares->len, ==, 1);
  g_assert_true (newest (fixture)->from == step);
  g_assert_true (newest (fixture)->to == item (fixture, "s2"));
  g_assert_true (isnan (newest (fixture)->share));
  g_assert_cmpstr (tl_history_undo_name (fixture->history), ==, "Insert step");
  assert_undone_and_redone (fixture->history, fixture->before);
  g_assert_cmpuint (tl_history_length (fixture->history), ==, 1);
}

/* Work that is done again is sent back at one place: the second half only goes on. */
static void
test_rework (Fixture *fixture, gconstpointer data)
{
  TlConnector *loop = item (fixture, "c5");
  g_autoptr (GPtrArray) connectors = g_ptr_array_new ();

  g_ptr_array_add (connectors, loop);
  tl_history_begin (fixture->history, "Two edits", NULL);
  tl_connectors_toggle_rework (fixture->history, connectors);
  tl_flow_insert_step (fixture->history, loop, NULL, NAN, NAN);
  tl_history_end (fixture->history);
  g_assert_cmpint (loop->kind, ==, TL_CONNECTOR_REWORK);
  g_assert_cmpint (newest (fixture)->kind, ==, TL_CONNECTOR_FLOW);
  g_assert_true (newest (fixture)->to == item (fixture, "s3"));
  assert_undone_and_redone (fixture->history, fixture->before);
}

static void
test_step_that_is_there (Fixture *fixture, gconstpointer data)
{
  TlStep *loose;
  guint connectors = ((TlFlow *) item (fixture, "f1"))->connectors->len;

  tl_history_begin (fixture->history, "Some edits", NULL);
  loose = tl_flow_add_step (fixture->history, item (fixture, "f1"), "Note", 1, 2);
  tl_flow_insert_step (fixture->history, item (fixture, "c3"), loose, NAN, NAN);
  g_assert_cmpfloat (loose->x, ==, 1);
  g_assert_true (newest (fixture)->from == loose);
  /* It leads there already: no second way. */
  tl_flow_insert_step (fixture->history, item (fixture, "c1"), loose, 7, 8);
  g_assert_cmpfloat (loose->x, ==, 7);
  g_assert_cmpuint (((TlFlow *) item (fixture, "f1"))->connectors->len, ==, connectors + 2);
  tl_history_end (fixture->history);
  assert_undone_and_redone (fixture->history, fixture->before);
}

static void
test_cannot (Fixture *fixture, gconstpointer data)
{
  TlStep *elsewhere = tl_flow_add_step (fixture->history, item (fixture, "f2"), "Other", 0, 0);

  g_assert_true (tl_connector_can_take (item (fixture, "c1"), NULL));
  g_assert_true (tl_connector_can_take (item (fixture, "c1"), item (fixture, "s4")));
  g_assert_false (tl_connector_can_take (item (fixture, "c1"), item (fixture, "s1")));
  g_assert_false (tl_connector_can_take (item (fixture, "c1"), item (fixture, "s2")));
  /* c2 leads from s1 to s5. */
  g_assert_false (tl_connector_can_take (item (fixture, "c1"), item (fixture, "s5")));
  g_assert_false (tl_connector_can_take (item (fixture, "c1"), elsewhere));
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add ("/study/insertion/new-step", test_new_step);
  add ("/study/insertion/rework", test_rework);
  add ("/study/insertion/step-that-is-there", test_step_that_is_there);
  add ("/study/insertion/cannot", test_cannot);
  return g_test_run ();
}
