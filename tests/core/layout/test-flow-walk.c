#include "layout/flow-walk.h"
#include "study/flow-reach.h"

#include "study/item-build.h"

typedef struct
{
  TlStudy *study;
  TlFlow *flow;
  TlFlowGeometry *geometry;
  TlStep *steps[5];
} Town;

static TlStep *
add_step (Town *town, const char *id, double x, double y)
{
  TlStep *step = tl_item_new (TL_ITEM_STEP);

  tl_item_set_id (step, id);
  tl_item_set_number (step, "x", x);
  tl_item_set_number (step, "y", y);
  tl_item_append (town->flow, step);
  return step;
}

static TlConnector *
add_connector (Town *town, TlStep *from, TlStep *to, TlConnectorKind kind)
{
  TlConnector *connector = tl_item_new (TL_ITEM_CONNECTOR);

  tl_item_set_item (connector, "from", from);
  tl_item_set_item (connector, "to", to);
  tl_item_set_choice (connector, "kind", (int) kind);
  tl_item_append (town->flow, connector);
  return connector;
}

/*   s0 → s1 → s2     s4 stands alone above s3
 *         ↘ s3       s2 goes back to s1 as rework, s1 to itself */
static void
build (Town *town, gconstpointer data)
{
  town->study = tl_study_new ();
  town->flow = tl_item_new (TL_ITEM_FLOW);
  tl_item_append (town->study, town->flow);
  town->steps[0] = add_step (town, "s1", 0, 0);
  town->steps[1] = add_step (town, "s2", 300, 0);
  town->steps[2] = add_step (town, "s3", 600, 0);
  town->steps[3] = add_step (town, "s4", 600, 200);
  town->steps[4] = add_step (town, "s5", 900, -200);
  add_connector (town, town->steps[1], town->steps[1], TL_CONNECTOR_REWORK);
  add_connector (town, town->steps[0], town->steps[1], TL_CONNECTOR_FLOW);
  add_connector (town, town->steps[2], town->steps[1], TL_CONNECTOR_REWORK);
  add_connector (town, town->steps[1], town->steps[2], TL_CONNECTOR_FLOW);
  add_connector (town, town->steps[1], town->steps[3], TL_CONNECTOR_FLOW);
  town->geometry = tl_flow_geometry_new (town->study, town->flow);
}

static void
raze (Town *town, gconstpointer data)
{
  tl_flow_geometry_unref (town->geometry);
  tl_study_unref (town->study);
}

static TlStep *
walk (Town *town, guint from, TlWalk way)
{
  return tl_flow_walk_step (town->flow, town->geometry, town->steps[from], way);
}

static void
test_along_connectors (Town *town, gconstpointer data)
{
  g_assert_true (walk (town, 0, TL_WALK_RIGHT) == town->steps[1]);
  g_assert_true (walk (town, 1, TL_WALK_RIGHT) == town->steps[2]);
  /* Back by the flow, not by the rework that also arrives, nor to itself. */
  g_assert_true (walk (town, 1, TL_WALK_LEFT) == town->steps[0]);
}

static void
test_to_the_nearest (Town *town, gconstpointer data)
{
  g_assert_true (walk (town, 2, TL_WALK_DOWN) == town->steps[3]);
  g_assert_true (walk (town, 3, TL_WALK_UP) == town->steps[2]);
  g_assert_true (walk (town, 3, TL_WALK_RIGHT) == town->steps[4]);
  g_assert_null (walk (town, 3, TL_WALK_DOWN));
}

static void
test_connectors_in_turn (Town *town, gconstpointer data)
{
  TlItem *here = TL_ITEM (town->steps[1]);
  gpointer first = tl_flow_walk_connector (town->flow, here, TRUE);
  gpointer second = tl_flow_walk_connector (town->flow, first, TRUE);
  gpointer third = tl_flow_walk_connector (town->flow, second, TRUE);

  g_assert_true (first == g_ptr_array_index (town->flow->connectors, 0));
  g_assert_true (second == g_ptr_array_index (town->flow->connectors, 3));
  g_assert_true (third == g_ptr_array_index (town->flow->connectors, 4));
  g_assert_true (tl_flow_walk_connector (town->flow, third, TRUE) == first);
  g_assert_null (tl_flow_walk_connector (town->flow, TL_ITEM (town->steps[4]), TRUE));
  g_assert_true (tl_flow_walk (town->flow, town->geometry, third, TL_WALK_RIGHT) == TL_ITEM (town->steps[3]));
  g_assert_true (tl_flow_walk (town->flow, town->geometry, third, TL_WALK_UP) == second);
}

static void
test_from_nowhere (Town *town, gconstpointer data)
{
  g_assert_true (tl_flow_walk (town->flow, town->geometry, NULL, TL_WALK_DOWN) == TL_ITEM (town->steps[0]));
}

/* Along what goes on, not along rework. */
static void
test_leads_to (Town *town, gconstpointer data)
{
  g_assert_true (tl_flow_leads_to (town->flow, town->steps[0], town->steps[2]));
  g_assert_true (tl_flow_leads_to (town->flow, town->steps[0], town->steps[3]));
  g_assert_true (tl_flow_leads_to (town->flow, town->steps[1], town->steps[1]));
  g_assert_false (tl_flow_leads_to (town->flow, town->steps[2], town->steps[1]));
  g_assert_false (tl_flow_leads_to (town->flow, town->steps[0], town->steps[4]));
}

#define ADD(path, test) g_test_add (path, Town, NULL, build, test, raze)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("/flow-walk/along-connectors", test_along_connectors);
  ADD ("/flow-walk/to-the-nearest", test_to_the_nearest);
  ADD ("/flow-walk/connectors-in-turn", test_connectors_in_turn);
  ADD ("/flow-walk/from-nowhere", test_from_nowhere);
  ADD ("/flow-walk/leads-to", test_leads_to);
  return g_test_run ();
}
