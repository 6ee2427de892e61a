/* An end of a connector, an entry or raises is taken elsewhere: all else stays, and it can be
 * undone. */
#include "small-study.h"
#include "study/flow-edits.h"
#include "study/reconnection.h"
#include "study/step.h"

typedef struct
{
  TlHistory *history;
  TlStep *one;
  TlStep *two;
  TlStep *three;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  TlFlow *flow;

  fixture->history = empty_history_new ();
  flow = g_ptr_array_index (tl_history_get_study (fixture->history)->flows, 0);
  fixture->one = tl_flow_add_step (fixture->history, flow, "one", 0, 0);
  fixture->two = tl_flow_add_step (fixture->history, flow, "two", 0, 0);
  fixture->three = tl_flow_add_step (fixture->history, flow, "three", 0, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->history);
}

static void
test_connector (Fixture *fixture, gconstpointer data)
{
  TlConnector *connector = tl_flow_connect (fixture->history, fixture->one, fixture->two, TL_CONNECTOR_FLOW);
  g_autofree char *before = NULL;

  tl_connector_set_share (fixture->history, connector, NULL, 0.4);
  before = study_text (tl_history_get_study (fixture->history));
  tl_item_lead (fixture->history, connector, FALSE, fixture->three);
  g_assert_true (connector->from == fixture->one);
  g_assert_true (connector->to == fixture->three);
  g_assert_cmpfloat (connector->share, ==, 0.4);
  assert_undone_and_redone (fixture->history, before);
  tl_item_lead (fixture->history, connector, TRUE, fixture->two);
  g_assert_true (connector->from == fixture->two);
  g_assert_cmpint (connector->kind, ==, TL_CONNECTOR_FLOW);
  /* Back to its own step: nothing else than rework. */
  tl_item_lead (fixture->history, connector, TRUE, fixture->three);
  g_assert_cmpint (connector->kind, ==, TL_CONNECTOR_REWORK);
}

static void
test_demands (Fixture *fixture, gconstpointer data)
{
  TlDemand *value = tl_study_add_demand (fixture->history, "Please", TL_DEMAND_VALUE, 10);
  TlDemand *failure = tl_study_add_demand (fixture->history, "Where?", TL_DEMAND_FAILURE, 0);
  TlDemand *other = tl_study_add_demand (fixture->history, "Again", TL_DEMAND_FAILURE, 0);
  TlEntry *entry = tl_flow_add_entry (fixture->history, value, fixture->one);
  TlRaises *raises = tl_flow_add_raises (fixture->history, fixture->two, failure, 0.3);
  g_autofree char *before = study_text (tl_history_get_study (fixture->history));

  tl_item_lead (fixture->history, entry, FALSE, fixture->two);
  g_assert_true (entry->step == fixture->two);
  assert_undone_and_redone (fixture->history, before);
  tl_item_lead (fixture->history, raises, TRUE, fixture->three);
  tl_item_lead (fixture->history, raises, FALSE, other);
  g_assert_true (raises->step == fixture->three);
  g_assert_true (raises->demand == other);
  g_assert_cmpfloat (raises->rate, ==, 0.3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/study/reconnection/connector", Fixture, NULL, set_up, test_connector, tear_down);
  g_test_add ("/study/reconnection/demands", Fixture, NULL, set_up, test_demands, tear_down);
  return g_test_run ();
}
