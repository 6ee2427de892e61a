/* test-flow-front.c: where one more demand can be added to a flow. */
#include "layout/flow-front.h"

#include "drawn-flow.h"
#include "layout/box-grid.h"
#include "study/item-build.h"

static TlFlowFront
front_of (TlStudy *study)
{
  g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (study, drawn_flow (study));
  TlFlowFront front;

  g_assert_true (tl_flow_front (geometry, drawn_flow (study), &front));
  for (guint i = 0; i < geometry->chips->len; i++)
    {
      const TlBox *box = &g_array_index (geometry->chips, TlChipBox, i).box;

      if (front.side == TL_FRONT_BELOW)
        g_assert_cmpfloat (box->y, <=, front.box.y);
      else
        g_assert_cmpfloat (box->x, <=, front.box.x);
    }
  return front;
}

static void
test_nothing_drawn (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (study, drawn_flow (study));
  TlFlowFront front;

  g_assert_false (tl_flow_front (geometry, drawn_flow (study), &front));
}

/* Without a demand: before the step that is called a start, else before the first. */
static void
test_no_demand_yet (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *first = drawn_step_at (study, "Visit", 500, 0);
  TlStep *start = drawn_step_at (study, "Call", 0, 0);

  g_assert_true (front_of (study).step == first);
  tl_item_set_choice (start, "kind", TL_STEP_START);
  g_assert_true (front_of (study).step == start);
  g_assert_cmpint (front_of (study).side, ==, TL_FRONT_BEFORE);
  g_assert_cmpfloat (front_of (study).box.x + front_of (study).box.width / 2, ==, 0);
}

static void
let_three_enter (TlStudy *study, TlStep *step)
{
  for (guint i = 0; i < 3; i++)
    drawn_entry (study, drawn_demand (study, "Please fix it", TL_DEMAND_VALUE), step);
}

/* Demands stand in a column before a flow that goes right, the highest of them over all steps. */
static void
test_under_the_column (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *call = drawn_step_at (study, "Call", 0, 0);
  TlStep *visit = drawn_step_at (study, "Visit", 300, 0);

  drawn_connector (study, call, visit, TL_CONNECTOR_FLOW);
  let_three_enter (study, visit);
  g_assert_cmpint (front_of (study).side, ==, TL_FRONT_BELOW);
  g_assert_true (front_of (study).step == visit);
}

static void
test_beside_the_row (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *call = drawn_step_at (study, "Call", 0, 0);
  TlStep *visit = drawn_step_at (study, "Visit", 0, 300);

  drawn_connector (study, call, visit, TL_CONNECTOR_FLOW);
  let_three_enter (study, call);
  g_assert_cmpint (front_of (study).side, ==, TL_FRONT_BESIDE);
}

static void
assert_lies_on_nothing (const TlFlowGeometry *geometry, const TlBox *box)
{
  for (guint i = 0; i < geometry->steps->len; i++)
    g_assert_false (tl_boxes_meet (&g_array_index (geometry->steps, TlStepBox, i).box, box));
  for (guint i = 0; i < geometry->chips->len; i++)
    g_assert_false (tl_boxes_meet (&g_array_index (geometry->chips, TlChipBox, i).box, box));
  for (guint i = 0; i < geometry->paths->len; i++)
    for (double x = box->x; x <= box->x + box->width; x += 4)
      for (double y = box->y; y <= box->y + box->height; y += 4)
        g_assert_cmpfloat (tl_path_distance (&g_array_index (geometry->paths, TlPath, i), (TlPlace){ x, y }), >, 2);
}

/* A loop of failure demand comes back under the demands, where the control would lie. */
static void
test_lies_on_nothing (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *call = drawn_step_at (study, "Call", 0, 0);
  TlStep *visit = drawn_step_at (study, "Visit", 300, 0);
  TlDemand *chase = drawn_demand (study, "Where is it?", TL_DEMAND_FAILURE);
  g_autoptr (TlFlowGeometry) geometry = NULL;
  TlFlowFront front;
  TlBox place;

  drawn_connector (study, call, visit, TL_CONNECTOR_FLOW);
  drawn_entry (study, drawn_demand (study, "Please fix it", TL_DEMAND_VALUE), call);
  drawn_entry (study, chase, call);
  drawn_raises (study, visit, chase, 0.1);
  geometry = tl_flow_geometry_new (study, drawn_flow (study));
  g_assert_true (tl_flow_front (geometry, drawn_flow (study), &front));
  for (int side = TL_FRONT_BEFORE; side <= TL_FRONT_ABOVE; side++)
    {
      front.side = (TlFrontSide) side;
      place = tl_flow_front_place (geometry, &front, 110, 36, 12);
      assert_lies_on_nothing (geometry, &place);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/layout/front/nothing-drawn", test_nothing_drawn);
  g_test_add_func ("/layout/front/no-demand-yet", test_no_demand_yet);
  g_test_add_func ("/layout/front/under-the-column", test_under_the_column);
  g_test_add_func ("/layout/front/beside-the-row", test_beside_the_row);
  g_test_add_func ("/layout/front/lies-on-nothing", test_lies_on_nothing);
  return g_test_run ();
}
