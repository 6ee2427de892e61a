/* Where handles are, where they may lead, and what letting go of a dragged step would do. */
#include "drawn-flow.h"
#include "layout/flow-drop.h"
#include "layout/flow-handles.h"
#include "study/item-build.h"
#include "study/role.h"

typedef struct
{
  TlStudy *study;
  TlStep *first;
  TlStep *second;
  TlStep *loose;
  TlConnector *connector;
  TlDemand *demand;
  TlDemand *failure;
  TlEntry *entry;
  TlRaises *raises;
  TlFlowGeometry *geometry;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->study = drawn_study_new ();
  fixture->first = drawn_step_at (fixture->study, "First", 0, 0);
  fixture->second = drawn_step_at (fixture->study, "Second", 600, 0);
  fixture->loose = drawn_step_at (fixture->study, "Loose", 300, 400);
  fixture->connector = drawn_connector (fixture->study, fixture->first, fixture->second, TL_CONNECTOR_FLOW);
  fixture->demand = drawn_demand (fixture->study, "Please", TL_DEMAND_VALUE);
  fixture->failure = drawn_demand (fixture->study, "Where is it?", TL_DEMAND_FAILURE);
  fixture->entry = drawn_entry (fixture->study, fixture->demand, fixture->first);
  fixture->raises = drawn_raises (fixture->study, fixture->second, fixture->failure, 0.1);
  fixture->geometry = tl_flow_geometry_new (fixture->study, drawn_flow (fixture->study));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tl_flow_geometry_unref (fixture->geometry);
  tl_study_unref (fixture->study);
}

static gboolean
has (Fixture *fixture, TlHandle handle, gpointer item, TlPlace *place)
{
  return tl_flow_handle_place (fixture->geometry, handle, item, place);
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  TlPlace place;

  g_assert_true (has (fixture, TL_HANDLE_CONNECT, fixture->first, &place));
  g_assert_cmpfloat (place.x, ==, TL_STEP_WIDTH / 2);
  g_assert_cmpfloat (place.y, ==, 0);
  g_assert_true (has (fixture, TL_HANDLE_RAISE, fixture->first, &place));
  g_assert_cmpfloat (place.x, ==, 0);
  g_assert_cmpfloat (place.y, ==, TL_STEP_HEIGHT / 2);
  g_assert_true (has (fixture, TL_HANDLE_TAIL, fixture->connector, &place));
  g_assert_cmpfloat (place.x, ==, TL_STEP_WIDTH / 2);
  g_assert_true (has (fixture, TL_HANDLE_HEAD, fixture->connector, &place));
  g_assert_cmpfloat (place.x, >, 600 - TL_STEP_WIDTH / 2 - 20);
  g_assert_true (has (fixture, TL_HANDLE_ENTER, fixture->demand, &place));
  g_assert_true (has (fixture, TL_HANDLE_HEAD, fixture->entry, &place));
  g_assert_true (has (fixture, TL_HANDLE_TAIL, fixture->raises, &place));

  g_assert_false (has (fixture, TL_HANDLE_TAIL, fixture->entry, &place));
  g_assert_false (has (fixture, TL_HANDLE_CONNECT, fixture->demand, &place));
  g_assert_false (has (fixture, TL_HANDLE_ENTER, fixture->first, &place));
  g_assert_false (has (fixture, TL_HANDLE_HEAD, fixture->first, &place));
}

#define accepts(handle, item, target) tl_flow_handle_accepts (handle, (TlItem *) (item), (TlItem *) (target))

static void
test_accepts (Fixture *fixture, gconstpointer data)
{
  g_assert_true (accepts (TL_HANDLE_CONNECT, fixture->first, fixture->loose));
  g_assert_true (accepts (TL_HANDLE_CONNECT, fixture->first, fixture->first));
  g_assert_false (accepts (TL_HANDLE_CONNECT, fixture->first, fixture->demand));
  g_assert_false (accepts (TL_HANDLE_CONNECT, fixture->first, NULL));
  g_assert_true (accepts (TL_HANDLE_RAISE, fixture->first, fixture->failure));
  g_assert_false (accepts (TL_HANDLE_RAISE, fixture->first, fixture->demand));
  g_assert_false (accepts (TL_HANDLE_RAISE, fixture->first, fixture->second));
  g_assert_true (accepts (TL_HANDLE_ENTER, fixture->demand, fixture->second));
  g_assert_false (accepts (TL_HANDLE_ENTER, fixture->demand, fixture->failure));
  g_assert_true (accepts (TL_HANDLE_TAIL, fixture->raises, fixture->first));
  g_assert_false (accepts (TL_HANDLE_HEAD, fixture->raises, fixture->demand));
  g_assert_false (accepts (TL_HANDLE_HEAD, fixture->raises, fixture->first));
}

/* Two steps are connected once. */
static void
test_no_twins (Fixture *fixture, gconstpointer data)
{
  TlConnector *other = drawn_connector (fixture->study, fixture->first, fixture->loose, TL_CONNECTOR_FLOW);

  g_assert_false (accepts (TL_HANDLE_HEAD, other, fixture->second));
  g_assert_true (accepts (TL_HANDLE_HEAD, other, fixture->loose));
  g_assert_true (accepts (TL_HANDLE_TAIL, other, fixture->second));
  drawn_raises (fixture->study, fixture->first, fixture->failure, 0.2);
  g_assert_false (accepts (TL_HANDLE_TAIL, fixture->raises, fixture->first));
}

static TlFlowDrop
drop_of (Fixture *fixture, TlStep *step, double x, double y)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();

  g_ptr_array_add (steps, step);
  return tl_flow_drop_find (fixture->geometry, steps, (TlPlace){ x, y });
}

static void
test_onto_connector (Fixture *fixture, gconstpointer data)
{
  g_assert_true (drop_of (fixture, fixture->loose, 300, 10).connector == fixture->connector);
  g_assert_null (drop_of (fixture, fixture->loose, 300, 60).connector);
  /* What is connected already is only moved. */
  g_assert_null (drop_of (fixture, fixture->second, 300, 0).connector);
}

static void
test_into_lane (Fixture *fixture, gconstpointer data)
{
  TlStudy *study = fixture->study;
  TlRole *role = tl_item_new (TL_ITEM_ROLE);
  g_autoptr (GPtrArray) both = g_ptr_array_new ();
  const TlLane *lane, *nobody;
  TlFlowDrop drop;

  g_assert_null (drop_of (fixture, fixture->loose, 300, 0).lane);
  tl_item_set_text (role, "name", "Trades");
  tl_item_append (study, role);
  tl_item_set_item (fixture->first, "role", role);
  tl_item_set_item (fixture->second, "role", role);
  drawn_flow (study)->lanes = TL_YES;
  tl_flow_geometry_unref (fixture->geometry);
  fixture->geometry = tl_flow_geometry_new (study, drawn_flow (study));
  lane = tl_flow_lanes_of (fixture->geometry->lanes, role);
  nobody = tl_flow_lanes_of (fixture->geometry->lanes, NULL);
  g_assert_nonnull (lane);

  drop = drop_of (fixture, fixture->loose, 900, lane->box.y + lane->box.height / 2);
  g_assert_true (drop.lane == lane);
  drop = drop_of (fixture, fixture->first, 900, lane->box.y + lane->box.height / 2);
  g_assert_null (drop.lane);
  drop = drop_of (fixture, fixture->first, 900, nobody->box.y + nobody->box.height / 2);
  g_assert_true (drop.lane == nobody);
  /* Of several roles: nobody could say which was meant. */
  g_ptr_array_add (both, fixture->first);
  g_ptr_array_add (both, fixture->loose);
  drop = tl_flow_drop_find (fixture->geometry, both, (TlPlace){ 900, nobody->box.y + nobody->box.height / 2 });
  g_assert_null (drop.lane);
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add ("/layout/handles/places", test_places);
  add ("/layout/handles/accepts", test_accepts);
  add ("/layout/handles/no-twins", test_no_twins);
  add ("/layout/drop/onto-connector", test_onto_connector);
  add ("/layout/drop/into-lane", test_into_lane);
  return g_test_run ();
}
