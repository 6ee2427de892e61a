/* What stands where one points, and what a band touches. */
#include "drawn-flow.h"
#include "layout/flow-geometry.h"
#include "study/item-build.h"

typedef struct
{
  TlStudy *study;
  TlStep *first;
  TlStep *second;
  TlConnector *connector;
  TlDemand *demand;
  TlFlowGeometry *geometry;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->study = drawn_study_new ();
  fixture->first = drawn_step_at (fixture->study, "First", 0, 0);
  fixture->second = drawn_step_at (fixture->study, "Second", 400, 0);
  fixture->connector = drawn_connector (fixture->study, fixture->first, fixture->second, TL_CONNECTOR_FLOW);
  fixture->demand = drawn_demand (fixture->study, "Please", TL_DEMAND_VALUE);
  drawn_entry (fixture->study, fixture->demand, fixture->first);
  fixture->geometry = tl_flow_geometry_new (fixture->study, drawn_flow (fixture->study));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tl_flow_geometry_unref (fixture->geometry);
  tl_study_unref (fixture->study);
}

static TlItem *
pick (Fixture *fixture, double x, double y, double tolerance)
{
  return tl_flow_geometry_pick (fixture->geometry, (TlPlace){ x, y }, tolerance);
}

static void
test_pick (Fixture *fixture, gconstpointer data)
{
  const TlBox *chip = &g_array_index (fixture->geometry->chips, TlChipBox, 0).box;

  g_assert_true (pick (fixture, 10, 10, 5) == TL_ITEM (fixture->first));
  g_assert_true (pick (fixture, 400, -20, 5) == TL_ITEM (fixture->second));
  g_assert_true (pick (fixture, chip->x + 5, chip->y + 5, 5) == TL_ITEM (fixture->demand));
  g_assert_true (pick (fixture, 200, 4, 5) == TL_ITEM (fixture->connector));
  g_assert_null (pick (fixture, 200, 4, 3));
  g_assert_null (pick (fixture, 200, 300, 5));
}

/* Words belong to their line, wherever they stand. */
static void
test_label (Fixture *fixture, gconstpointer data)
{
  const TlPath *path;

  tl_item_set_text (fixture->connector, "label", "in writing");
  tl_flow_geometry_unref (fixture->geometry);
  fixture->geometry = tl_flow_geometry_new (fixture->study, drawn_flow (fixture->study));
  path = &g_array_index (fixture->geometry->paths, TlPath, 0);
  g_assert_true (path->item == TL_ITEM (fixture->connector));
  g_assert_true (pick (fixture, path->label.x, path->label.y + path->label_height / 2 - 1, 1) == path->item);
  g_assert_null (pick (fixture, path->label.x, path->label.y + path->label_height / 2 + 2, 1));
}

/* A step lies over a line that ends at it, and a later step over an earlier one. */
static void
test_topmost (Fixture *fixture, gconstpointer data)
{
  TlStep *third = drawn_step_at (fixture->study, "Third", 450, 20);

  tl_flow_geometry_unref (fixture->geometry);
  fixture->geometry = tl_flow_geometry_new (fixture->study, drawn_flow (fixture->study));
  g_assert_true (pick (fixture, 470, 20, 5) == TL_ITEM (third));
  g_assert_true (pick (fixture, 400 - TL_STEP_WIDTH / 2, 0, 5) == TL_ITEM (fixture->second));
}

static void
test_steps_in (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) both = tl_flow_geometry_steps_in (fixture->geometry, (TlBox){ 0, -5, 400, 5 });
  g_autoptr (GPtrArray) one = tl_flow_geometry_steps_in (fixture->geometry, (TlBox){ 150, 0, 180, 1 });
  g_autoptr (GPtrArray) none = tl_flow_geometry_steps_in (fixture->geometry, (TlBox){ 150, 0, 50, 50 });
  g_autoptr (GPtrArray) backwards = tl_flow_geometry_steps_in (fixture->geometry, (TlBox){ 400, 5, -400, -5 });

  g_assert_cmpuint (both->len, ==, 2);
  g_assert_true (g_ptr_array_index (both, 0) == fixture->first);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_true (g_ptr_array_index (one, 0) == fixture->second);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (backwards->len, ==, 2);
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add ("/layout/pick/item", test_pick);
  add ("/layout/pick/topmost", test_topmost);
  add ("/layout/pick/label", test_label);
  add ("/layout/pick/steps-in", test_steps_in);
  return g_test_run ();
}
