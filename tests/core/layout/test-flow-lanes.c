/* Which band of a flow belongs to which role, in tidy flows and in those that people placed. */
#include <math.h>

#include "drawn-flow.h"
#include "layout/flow-lanes.h"
#include "layout/lane-hold.h"
#include "study/history.h"
#include "study/item-build.h"
#include "study/role.h"

typedef struct
{
  TlStudy *study;
  TlRole *office;
  TlRole *trades;
  TlRole *stores; /* does nothing in this flow */
} Fixture;

static TlRole *
add_role (TlStudy *study, const char *name)
{
  TlRole *role = tl_item_new (TL_ITEM_ROLE);

  tl_item_set_text (role, "name", name);
  tl_item_append (study, role);
  return role;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->study = drawn_study_new ();
  tl_item_set_choice (drawn_flow (fixture->study), "lanes", TL_YES);
  fixture->office = add_role (fixture->study, "Office");
  fixture->trades = add_role (fixture->study, "Trades");
  fixture->stores = add_role (fixture->study, "Stores");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tl_study_unref (fixture->study);
}

static TlStep *
stand (Fixture *fixture, TlRole *role, double x, double y)
{
  TlStep *step = drawn_step_at (fixture->study, "Step", x, y);

  tl_item_set_item (step, "role", role);
  return step;
}

static TlFlowGeometry *
lay_out (Fixture *fixture)
{
  return tl_flow_geometry_new (fixture->study, drawn_flow (fixture->study));
}

static const TlLane *
lane (const TlFlowGeometry *geometry, guint i)
{
  g_assert_cmpuint (i, <, geometry->lanes->len);
  return &g_array_index (geometry->lanes, TlLane, i);
}

/* What everybody relies on: one under the other, all of one width, none without height. */
static void
assert_stacked (const TlFlowGeometry *geometry)
{
  for (guint i = 0; i < geometry->lanes->len; i++)
    {
      const TlBox *box = &lane (geometry, i)->box;

      g_assert_cmpfloat (box->height, >=, TL_LANE_LEAST);
      g_assert_cmpfloat (box->y, >=, geometry->bounds.y);
      g_assert_cmpfloat (box->y + box->height, <=, geometry->bounds.y + geometry->bounds.height + 1e-6);
      if (i > 0)
        {
          g_assert_cmpfloat_with_epsilon (box->y, lane (geometry, i - 1)->box.y + lane (geometry, i - 1)->box.height,
                                          1e-6);
          g_assert_cmpfloat (box->width, ==, lane (geometry, 0)->box.width);
        }
    }
}

static void
assert_within (const TlFlowGeometry *geometry, const TlStep *step)
{
  const TlBox *box = &tl_flow_geometry_step (geometry, step)->box;
  const TlBox *band = &tl_flow_lanes_of (geometry->lanes, step->role)->box;

  g_assert_cmpfloat (box->y, >=, band->y);
  g_assert_cmpfloat (box->y + box->height, <=, band->y + band->height);
  g_assert_cmpfloat (box->x, >=, band->x);
  g_assert_cmpfloat (box->x + box->width, <=, band->x + band->width);
}

static void
test_off (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlFlowGeometry) geometry = NULL;

  tl_item_set_choice (drawn_flow (fixture->study), "lanes", TL_NO);
  stand (fixture, fixture->office, 0, 0);
  geometry = lay_out (fixture);
  g_assert_cmpuint (geometry->lanes->len, ==, 0);
  g_assert_null (tl_flow_lanes_at (geometry->lanes, 0));
}

static void
test_empty_flow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlFlowGeometry) geometry = lay_out (fixture);

  g_assert_cmpuint (geometry->lanes->len, ==, 0);
}

/* The study's order; those without a step come last, to be dropped on. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  TlStep *trade = stand (fixture, fixture->trades, 200, 300);
  TlStep *call = stand (fixture, fixture->office, 0, 0);
  TlStep *nobody = stand (fixture, NULL, 400, 600);
  g_autoptr (TlFlowGeometry) geometry = lay_out (fixture);

  g_assert_cmpuint (geometry->lanes->len, ==, 4);
  g_assert_true (lane (geometry, 0)->role == fixture->office);
  g_assert_true (lane (geometry, 1)->role == fixture->trades);
  g_assert_null (lane (geometry, 2)->role);
  g_assert_true (lane (geometry, 3)->role == fixture->stores);
  assert_stacked (geometry);
  assert_within (geometry, trade);
  assert_within (geometry, call);
  assert_within (geometry, nobody);
  g_assert_cmpfloat (tl_flow_geometry_step (geometry, call)->box.y - lane (geometry, 0)->box.y, ==, TL_LANE_TOP);
}

/* Who moves a role's steps below another's has put its lane there. */
static void
test_moved_lane (Fixture *fixture, gconstpointer data)
{
  TlFlow *flow = drawn_flow (fixture->study);
  g_autoptr (TlFlowGeometry) geometry = NULL;
  g_autoptr (GPtrArray) order = NULL;

  stand (fixture, fixture->office, 0, 400);
  stand (fixture, fixture->trades, 0, 0);
  geometry = lay_out (fixture);
  g_assert_true (lane (geometry, 0)->role == fixture->trades);
  g_assert_true (lane (geometry, 1)->role == fixture->office);
  assert_stacked (geometry);
  order = tl_flow_lanes_order (fixture->study, flow);
  g_assert_cmpuint (order->len, ==, 2);
  g_assert_true (g_ptr_array_index (order, 0) == fixture->trades);
}

/* Side by side is no order: the study's counts. */
static void
test_one_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) order = NULL;
  g_autoptr (TlFlowGeometry) geometry = NULL;

  stand (fixture, fixture->trades, 0, 0);
  stand (fixture, fixture->office, 250, 10);
  stand (fixture, NULL, 500, -10);
  order = tl_flow_lanes_order (fixture->study, drawn_flow (fixture->study));
  g_assert_cmpuint (order->len, ==, 3);
  g_assert_true (g_ptr_array_index (order, 0) == fixture->office);
  g_assert_true (g_ptr_array_index (order, 1) == fixture->trades);
  g_assert_null (g_ptr_array_index (order, 2));
  geometry = lay_out (fixture);
  assert_stacked (geometry);
}

/* One step that stands elsewhere does not drag its role's lane along. */
static void
test_outlier (Fixture *fixture, gconstpointer data)
{
  TlStep *here = stand (fixture, fixture->office, 0, 0);
  TlStep *stray = stand (fixture, fixture->office, 400, 320);
  TlStep *trade = stand (fixture, fixture->trades, 200, 300);
  TlStep *other = stand (fixture, fixture->trades, 600, 340);
  g_autoptr (TlFlowGeometry) geometry = NULL;

  stand (fixture, fixture->office, 200, 0);
  geometry = lay_out (fixture);
  assert_stacked (geometry);
  assert_within (geometry, here);
  assert_within (geometry, trade);
  assert_within (geometry, other);
  g_assert_true (tl_flow_lanes_at (geometry->lanes, stray->y)->role == fixture->trades);
}

static void
test_at (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlFlowGeometry) geometry = NULL;

  stand (fixture, fixture->office, 0, 0);
  stand (fixture, fixture->trades, 0, 300);
  geometry = lay_out (fixture);
  g_assert_true (tl_flow_lanes_at (geometry->lanes, -5000)->role == fixture->office);
  g_assert_true (tl_flow_lanes_at (geometry->lanes, 20)->role == fixture->office);
  g_assert_true (tl_flow_lanes_at (geometry->lanes, 290)->role == fixture->trades);
  g_assert_true (tl_flow_lanes_at (geometry->lanes, 5000)->role == fixture->stores);
  g_assert_null (tl_flow_lanes_of (geometry->lanes, NULL));
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  TlStep *step = stand (fixture, fixture->office, 0, 0);
  g_autoptr (TlFlowGeometry) before = NULL;
  g_autoptr (TlFlowGeometry) after = NULL;

  stand (fixture, fixture->trades, 0, 300);
  before = lay_out (fixture);
  tl_item_set_number (step, "y", 700);
  after = lay_out (fixture);
  g_assert_true (lane (after, 0)->role == fixture->trades);
  tl_flow_geometry_keep_lanes (after, before);
  g_assert_true (lane (after, 0)->role == fixture->office);
}

static void
assert_same_lanes (const TlFlowGeometry *geometry, const TlFlowGeometry *before)
{
  g_assert_cmpuint (geometry->lanes->len, ==, before->lanes->len);
  for (guint i = 0; i < before->lanes->len; i++)
    {
      g_assert_true (lane (geometry, i)->role == lane (before, i)->role);
      g_assert_cmpfloat (lane (geometry, i)->box.y, ==, lane (before, i)->box.y);
      g_assert_cmpfloat (lane (geometry, i)->box.height, ==, lane (before, i)->box.height);
    }
}

/* A step in the hand, moved, at rest and moved again: lanes keep their places and heights, and have others once
 * it is let go. */
static void
test_kept_at_rest (Fixture *fixture, gconstpointer data)
{
  TlStep *step = stand (fixture, fixture->office, 0, 0);
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autoptr (TlFlowGeometry) before = NULL;
  g_autoptr (TlFlowGeometry) moved = NULL;
  g_autoptr (TlFlowGeometry) rest = NULL;
  g_autoptr (TlFlowGeometry) again = NULL;
  g_autoptr (TlFlowGeometry) let_go = NULL;

  stand (fixture, fixture->office, 300, 20);
  stand (fixture, fixture->trades, 0, 300);
  g_ptr_array_add (steps, step);
  before = lay_out (fixture);
  tl_item_set_number (step, "y", -180);
  moved = tl_flow_geometry_new_dragged (before, steps);
  assert_same_lanes (moved, before);
  rest = tl_flow_geometry_new_moved (before, fixture->study, drawn_flow (fixture->study), NULL);
  g_assert_cmpfloat (lane (rest, 0)->box.height, >, lane (before, 0)->box.height);
  tl_flow_geometry_keep_lanes (rest, before);
  assert_same_lanes (rest, before);
  tl_item_set_number (step, "y", -260);
  again = tl_flow_geometry_new_dragged (rest, steps);
  assert_same_lanes (again, before);
  let_go = lay_out (fixture);
  g_assert_cmpfloat (lane (let_go, 0)->box.height, >, lane (before, 0)->box.height);
}

/* Whatever the places and roles, lanes are disjoint and lie between fewest wrong steps. */
static void
test_random (Fixture *fixture, gconstpointer data)
{
  TlRole *roles[] = { fixture->office, fixture->trades, fixture->stores, NULL };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (TlFlowGeometry) geometry = NULL;

      stand (fixture, roles[g_rand_int_range (random, 0, 4)], g_rand_double_range (random, 0, 3000),
             g_rand_double_range (random, 0, 900));
      geometry = lay_out (fixture);
      assert_stacked (geometry);
    }
}

/* ---- held to lanes ---- */

static void
change_role (Fixture *fixture, TlHistory *history, TlStep *step, TlRole *role)
{
  tl_history_begin (history, "Change role", NULL);
  tl_history_apply (history, tl_edit_new_set_item (step, "role", role));
  tl_flow_hold_lanes (history, fixture->study, drawn_flow (fixture->study), "Change role");
  tl_history_end (history);
}

static TlStep *
stand_rows (Fixture *fixture)
{
  TlStep *moved = NULL;

  for (int i = 0; i < 6; i++)
    {
      TlStep *step = stand (fixture, fixture->office, i * 256, 0);

      stand (fixture, fixture->trades, i * 256, 300);
      moved = i == 2 ? step : moved;
    }
  return moved;
}

/* A step whose role changes goes to its new lane, to a free place there; no other moves. */
static void
test_hold_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlHistory) history = tl_history_new (fixture->study);
  TlStep *moved = stand_rows (fixture);
  const GPtrArray *steps = drawn_flow (fixture->study)->steps;
  g_autoptr (TlFlowGeometry) geometry = NULL;

  change_role (fixture, history, moved, fixture->trades);
  geometry = lay_out (fixture);
  assert_within (geometry, moved);
  for (guint i = 0; i < steps->len; i++)
    {
      const TlStep *other = g_ptr_array_index (steps, i);

      if (other != moved)
        g_assert_true (other->y == (other->role == fixture->office ? 0 : 300));
      g_assert_true (other == moved || fabs (other->x - moved->x) >= TL_STEP_WIDTH
                     || fabs (other->y - moved->y) >= TL_STEP_HEIGHT);
    }
  tl_history_undo (history);
  g_assert_cmpfloat (moved->y, ==, 0);
  g_assert_true (moved->role == fixture->office);
}

/* Where all stand well, and where lanes are not shown, nothing is done. */
static void
test_hold_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlHistory) history = tl_history_new (fixture->study);
  TlStep *moved = stand_rows (fixture);

  tl_flow_hold_lanes (history, fixture->study, drawn_flow (fixture->study), "Hold");
  g_assert_false (tl_history_can_undo (history));
  tl_item_set_choice (drawn_flow (fixture->study), "lanes", TL_NO);
  change_role (fixture, history, moved, fixture->trades);
  g_assert_cmpfloat (moved->y, ==, 0);
}

/* A flow in one row is tidied into its lanes. */
static void
test_hold_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlHistory) history = tl_history_new (fixture->study);
  g_autoptr (TlFlowGeometry) geometry = NULL;
  TlStep *before = NULL;

  for (int i = 0; i < 8; i++)
    {
      TlStep *step = stand (fixture, i % 2 == 0 ? fixture->office : fixture->trades, i * 256, 0);

      if (before != NULL)
        drawn_connector (fixture->study, before, step, TL_CONNECTOR_FLOW);
      before = step;
    }
  tl_flow_hold_lanes (history, fixture->study, drawn_flow (fixture->study), "Hold");
  geometry = lay_out (fixture);
  assert_stacked (geometry);
  for (guint i = 0; i < geometry->steps->len; i++)
    assert_within (geometry, g_array_index (geometry->steps, TlStepBox, i).step);
  tl_history_undo (history);
  g_assert_false (tl_history_can_undo (history));
  g_assert_cmpfloat (before->y, ==, 0);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("/layout/lanes/off", test_off);
  ADD ("/layout/lanes/empty-flow", test_empty_flow);
  ADD ("/layout/lanes/order", test_order);
  ADD ("/layout/lanes/moved-lane", test_moved_lane);
  ADD ("/layout/lanes/one-row", test_one_row);
  ADD ("/layout/lanes/outlier", test_outlier);
  ADD ("/layout/lanes/at", test_at);
  ADD ("/layout/lanes/kept", test_kept);
  ADD ("/layout/lanes/kept-at-rest", test_kept_at_rest);
  ADD ("/layout/lanes/random", test_random);
  ADD ("/layout/lanes/hold/one", test_hold_one);
  ADD ("/layout/lanes/hold/nothing", test_hold_nothing);
  ADD ("/layout/lanes/hold/many", test_hold_many);
  return g_test_run ();
}
