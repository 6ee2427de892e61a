/* Room for steps in lanes: who comes stands clear in its lane, and what is below or behind makes room. */
#include <math.h>

#include "drawn-flow.h"
#include "layout/lane-room.h"
#include "layout/room.h"
#include "study/item-build.h"
#include "study/role.h"

#define PITCH (TL_STEP_WIDTH + TL_STEP_GAP_X)
#define ROW (TL_STEP_HEIGHT + TL_STEP_GAP_Y)

/* Two lanes with three steps each, as a tidy flow has them. */
typedef struct
{
  TlStudy *study;
  TlRole *roles[2];
  TlStep *steps[2][3];
  TlFlowGeometry *geometry;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->study = drawn_study_new ();
  tl_item_set_choice (drawn_flow (fixture->study), "lanes", TL_YES);
  for (guint i = 0; i < 2; i++)
    {
      fixture->roles[i] = tl_item_new (TL_ITEM_ROLE);
      tl_item_append (fixture->study, fixture->roles[i]);
      for (guint j = 0; j < 3; j++)
        {
          fixture->steps[i][j]
              = drawn_step_at (fixture->study, "Step", j * PITCH, i * (TL_STEP_HEIGHT + TL_LANE_TOP + TL_LANE_BOTTOM));
          tl_item_set_item (fixture->steps[i][j], "role", fixture->roles[i]);
        }
      drawn_connector (fixture->study, fixture->steps[i][0], fixture->steps[i][1], TL_CONNECTOR_FLOW);
      drawn_connector (fixture->study, fixture->steps[i][1], fixture->steps[i][2], TL_CONNECTOR_FLOW);
    }
  fixture->geometry = tl_flow_geometry_new (fixture->study, drawn_flow (fixture->study));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tl_flow_geometry_unref (fixture->geometry);
  tl_study_unref (fixture->study);
}

/* In its lane, where that is free, whatever the height that was wanted. */
static void
test_free (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlLaneRoom) room = tl_lane_room_new (fixture->geometry, NULL, NULL);
  guint number = tl_lane_room_take (room, fixture->roles[1], (TlPlace){ 3 * PITCH, -500 });
  TlPlace place = tl_lane_room_place (room, number);
  g_autoptr (GArray) shifts = tl_lane_room_shifts (room);

  g_assert_cmpfloat (place.x, ==, 3 * PITCH);
  g_assert_cmpfloat_with_epsilon (place.y, fixture->steps[1][0]->y, 0.01);
  g_assert_cmpuint (shifts->len, ==, 0);
}

/* Where the lane is full it gets one more row; the lane below goes down by that, with who has come into it. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlLaneRoom) room = tl_lane_room_new (fixture->geometry, NULL, NULL);
  guint below = tl_lane_room_take (room, fixture->roles[1], (TlPlace){ 3 * PITCH, fixture->steps[1][0]->y });
  guint copy = tl_lane_room_take (room, fixture->roles[0], (TlPlace){ PITCH, ROW });
  guint beside = tl_lane_room_take (room, fixture->roles[0], (TlPlace){ 0, ROW });
  g_autoptr (GArray) shifts = tl_lane_room_shifts (room);

  g_assert_cmpfloat_with_epsilon (tl_lane_room_place (room, copy).y, ROW, 0.01);
  g_assert_cmpfloat_with_epsilon (tl_lane_room_place (room, beside).y, ROW, 0.01);
  g_assert_cmpfloat_with_epsilon (tl_lane_room_place (room, below).y, fixture->steps[1][0]->y + ROW, 0.01);
  g_assert_cmpuint (shifts->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const TlShift *shift = &g_array_index (shifts, TlShift, i);

      g_assert_true (shift->step->role == fixture->roles[1]);
      g_assert_cmpfloat (shift->dx, ==, 0);
      g_assert_cmpfloat_with_epsilon (shift->dy, ROW, 0.01);
    }
}

/* A role that nobody had gets a lane under all others. */
static void
test_new_lane (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlLaneRoom) room = tl_lane_room_new (fixture->geometry, NULL, NULL);
  guint number = tl_lane_room_take (room, NULL, (TlPlace){ 0, 0 });

  g_assert_cmpfloat (tl_lane_room_place (room, number).y, >, fixture->steps[1][0]->y + TL_STEP_HEIGHT);
}

/* Lets the last step of the first lane go over the second one, with its middle at @x.
 * Returns: how far the steps of that lane go, in @shifted, and the step that was let go, in @dx and @dy */
static void
let_go (Fixture *fixture, double x, double shifted[3], double *dx, double *dy)
{
  const TlBox *lane = &tl_flow_lanes_of (fixture->geometry->lanes, fixture->roles[1])->box;
  g_autoptr (TlFlowGeometry) now = NULL;
  g_autoptr (GPtrArray) guests = g_ptr_array_new ();
  g_autoptr (GArray) shifts = NULL;

  tl_item_set_number (fixture->steps[0][2], "x", x);
  tl_item_set_number (fixture->steps[0][2], "y", fixture->steps[1][0]->y + 9);
  g_ptr_array_add (guests, fixture->steps[0][2]);
  now = tl_flow_geometry_new (fixture->study, drawn_flow (fixture->study));
  shifts = tl_room_in_lane (now, lane, guests, dx, dy);
  for (guint i = 0; i < 3; i++)
    shifted[i] = 0;
  for (guint i = 0; i < shifts->len; i++)
    for (guint j = 0; j < 3; j++)
      if (g_array_index (shifts, TlShift, i).step == fixture->steps[1][j])
        shifted[j] = g_array_index (shifts, TlShift, i).dx;
}

/* Left of the middle of a step it takes that one's place, right of it the place behind; the rest goes on. */
static void
test_covering (Fixture *fixture, gconstpointer data)
{
  double shifted[3], dx, dy;

  let_go (fixture, PITCH - 30, shifted, &dx, &dy);
  g_assert_cmpfloat_with_epsilon (dx, 30, 0.01);
  g_assert_cmpfloat_with_epsilon (dy, -9, 0.01);
  g_assert_cmpfloat (shifted[0], ==, 0);
  g_assert_cmpfloat_with_epsilon (shifted[1], PITCH, 0.01);
  g_assert_cmpfloat (shifted[2], >=, PITCH - TL_STEP_GAP_X);
  let_go (fixture, PITCH + 30, shifted, &dx, &dy);
  g_assert_cmpfloat_with_epsilon (dx, PITCH - 30, 0.01);
  g_assert_cmpfloat (shifted[1], ==, 0);
  g_assert_cmpfloat_with_epsilon (shifted[2], PITCH, 0.01);
}

/* Who covers nothing stays, but inside the lane. */
static void
test_beside (Fixture *fixture, gconstpointer data)
{
  double shifted[3], dx, dy;

  let_go (fixture, 3 * PITCH + 5, shifted, &dx, &dy);
  g_assert_cmpfloat (dx, ==, 0);
  g_assert_cmpfloat_with_epsilon (dy, -9, 0.01);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat (shifted[i], ==, 0);
}

/* Without lanes: under a step there is room for a copy of it, and for nothing more. */
static void
test_under (Fixture *fixture, gconstpointer data)
{
  const TlBox *box = &tl_flow_geometry_step (fixture->geometry, fixture->steps[0][1])->box;
  double down;
  g_autoptr (GArray) shifts = tl_room_under (fixture->geometry, box, &down);

  g_assert_cmpfloat_with_epsilon (down, ROW, 0.01);
  g_assert_cmpuint (shifts->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const TlShift *shift = &g_array_index (shifts, TlShift, i);

      g_assert_cmpfloat_with_epsilon (shift->step->y + shift->dy, 2 * ROW, 0.01);
    }
}

/* From one lane into another work goes on to the right: who is put between pushes nobody out of a lane. */
static void
test_between_lanes (Fixture *fixture, gconstpointer data)
{
  TlConnector *connector
      = drawn_connector (fixture->study, fixture->steps[0][2], fixture->steps[1][2], TL_CONNECTOR_FLOW);
  g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (fixture->study, drawn_flow (fixture->study));
  TlPlace place;
  g_autoptr (GArray) shifts = tl_room_between (geometry, connector, NULL, &place);

  g_assert_cmpfloat (place.x, ==, 3 * PITCH);
  g_assert_cmpfloat (place.y, ==, 0);
  g_assert_cmpuint (shifts->len, ==, 0);
}

/* While a step is dragged its lane is drawn from end to end, though it holds nothing now. */
static void
test_kept_in_bounds (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlFlowGeometry) now = NULL;
  const TlBox *lane;

  for (guint j = 0; j < 3; j++)
    tl_item_set_number (fixture->steps[0][j], "y", fixture->steps[1][0]->y + 2 * ROW);
  now = tl_flow_geometry_new (fixture->study, drawn_flow (fixture->study));
  tl_flow_geometry_keep_lanes (now, fixture->geometry);
  lane = &tl_flow_lanes_of (now->lanes, fixture->roles[0])->box;
  g_assert_cmpfloat (now->bounds.y, <=, lane->y);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("/layout/lane-room/free", test_free);
  ADD ("/layout/lane-room/full", test_full);
  ADD ("/layout/lane-room/new-lane", test_new_lane);
  ADD ("/layout/lane-room/covering", test_covering);
  ADD ("/layout/lane-room/beside", test_beside);
  ADD ("/layout/lane-room/under", test_under);
  ADD ("/layout/lane-room/between-lanes", test_between_lanes);
  ADD ("/layout/lane-room/kept-in-bounds", test_kept_in_bounds);
  return g_test_run ();
}
