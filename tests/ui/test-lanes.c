/* Lanes in a real window: steps that are added come into them with a role, and stand upon nobody. */
#include <math.h>

#include "hands.h"
#include "layout/flow-lanes.h"
#include "sheet.h"
#include "stage.h"

#define PITCH (TL_STEP_WIDTH + TL_STEP_GAP_X)
#define LANE (TL_STEP_HEIGHT + TL_LANE_TOP + TL_LANE_BOTTOM)
/* In each of two lanes, one after the other. */
#define IN_LANE 3

static TlRole *
role (Sheet *sheet, guint i)
{
  return g_ptr_array_index (tl_document_study (sheet->document)->roles, i);
}

static void
set_lanes (Sheet *sheet, int shown)
{
  tl_item_change (sheet->history, sheet_flow (sheet), "lanes", tl_value_choice (shown), "Lanes");
}

/* Two rows of steps, each of a role, connected from the first to the last. */
static void
draw (Sheet *sheet)
{
  TlStep *before = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) steps = g_ptr_array_new ();

      tl_study_add_role (sheet->history, i == 0 ? "Office" : "Trades", 1, 10);
      for (guint j = 0; j < IN_LANE; j++)
        {
          TlStep *step = sheet_add (sheet, "step", j * PITCH, i * LANE);

          g_ptr_array_add (steps, step);
          if (before)
            tl_flow_connect (sheet->history, before, step, TL_CONNECTOR_FLOW);
          before = step;
        }
      tl_steps_set_role (sheet->history, steps, role (sheet, i));
    }
  set_lanes (sheet, TL_YES);
  sheet_show (sheet);
}

static gboolean
cover_one_another (const TlStep *a, const TlStep *b)
{
  return fabs (a->x - b->x) < TL_STEP_WIDTH && fabs (a->y - b->y) < TL_STEP_HEIGHT;
}

/* Each step stands in the lane of its role, and upon nobody. */
static void
assert_clear (Sheet *sheet)
{
  const GPtrArray *steps = sheet_flow (sheet)->steps;
  g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (tl_document_study (sheet->document), sheet_flow (sheet));

  for (guint i = 0; i < steps->len; i++)
    {
      const TlStep *step = g_ptr_array_index (steps, i);
      const TlLane *lane = tl_flow_lanes_of (geometry->lanes, step->role);

      for (guint j = 0; j < i; j++)
        g_assert_false (cover_one_another (step, g_ptr_array_index (steps, j)));
      if (!lane)
        continue;
      g_assert_cmpfloat (step->y - TL_STEP_HEIGHT / 2, >=, lane->box.y);
      g_assert_cmpfloat (step->y + TL_STEP_HEIGHT / 2, <=, lane->box.y + lane->box.height);
    }
}

static TlStep *
last_step (Sheet *sheet)
{
  return sheet_step (sheet, sheet_flow (sheet)->steps->len - 1);
}

static void
click_on (Sheet *sheet, gconstpointer item)
{
  double x, y;

  sheet_place (sheet, item, &x, &y);
  tl_hands_click (sheet->canvas, x, y);
}

static void
assert_undone_at_once (Sheet *sheet, const char *before)
{
  g_autofree char *after = NULL;

  tl_history_undo (sheet->history);
  after = sheet_text (sheet);
  g_assert_cmpstr (after, ==, before);
}

/* Tab: beside the step, in its lane; where that is full there, in one more row of it. */
static void
test_next (Sheet *sheet, gconstpointer data)
{
  g_autofree char *before = NULL;

  draw (sheet);
  before = sheet_text (sheet);
  click_on (sheet, sheet_step (sheet, IN_LANE - 1));
  tl_hands_key ("Tab");
  tl_hands_type ("next");
  tl_hands_key ("Return");
  tl_hands_settle ();
  g_assert_true (last_step (sheet)->role == role (sheet, 0));
  g_assert_cmpfloat (last_step (sheet)->y, ==, 0);
  assert_clear (sheet);
  assert_undone_at_once (sheet, before);

  click_on (sheet, sheet_step (sheet, 0));
  tl_hands_key ("Tab");
  tl_hands_type ("other way");
  tl_hands_key ("Return");
  tl_hands_settle ();
  g_assert_true (last_step (sheet)->role == role (sheet, 0));
  g_assert_cmpfloat (last_step (sheet)->y, >, 0);
  assert_clear (sheet);
  assert_undone_at_once (sheet, before);
}

/* I, on the way from one step to the next in the second lane. */
static void
test_insert (Sheet *sheet, gconstpointer data)
{
  g_autofree char *before = NULL;

  draw (sheet);
  before = sheet_text (sheet);
  click_on (sheet, sheet_step (sheet, IN_LANE));
  tl_hands_key ("i");
  tl_hands_type ("between");
  tl_hands_key ("Return");
  tl_hands_settle ();
  g_assert_true (last_step (sheet)->role == role (sheet, 1));
  assert_clear (sheet);
  assert_undone_at_once (sheet, before);
}

/* A loose step of another role, let go over a connector. */
static void
test_drop_between (Sheet *sheet, gconstpointer data)
{
  TlStep *loose;
  double x, y, to_x, to_y;

  draw (sheet);
  loose = sheet_add (sheet, "loose", 3 * PITCH, 0);
  tl_item_change (sheet->history, loose, "role", tl_value_item (role (sheet, 0)), "Role");
  sheet_show (sheet);
  sheet_place (sheet, loose, &x, &y);
  sheet_place (sheet, sheet_connector (sheet, IN_LANE), &to_x, &to_y);
  tl_hands_drag (sheet->canvas, x, y, to_x, to_y);
  g_assert_true (loose->role == role (sheet, 1));
  assert_clear (sheet);
}

/* Pressed twice in a lane, upon nothing. */
static void
test_double_click (Sheet *sheet, gconstpointer data)
{
  double x, y, next_x, next_y;

  draw (sheet);
  sheet_add (sheet, "far", 4 * PITCH, 0);
  sheet_show (sheet);
  sheet_place (sheet, sheet_step (sheet, 2 * IN_LANE - 1), &x, &y);
  sheet_place (sheet, sheet_step (sheet, 2 * IN_LANE - 2), &next_x, &next_y);
  tl_hands_double_click (sheet->canvas, x + (x - next_x), y);
  tl_hands_type ("here");
  tl_hands_key ("Return");
  tl_hands_settle ();
  g_assert_true (last_step (sheet)->role == role (sheet, 1));
  g_assert_cmpfloat_with_epsilon (last_step (sheet)->x, 3 * PITCH, 3);
}

/* Ctrl+D: in the lane, under what it is a copy of. */
static void
test_duplicate (Sheet *sheet, gconstpointer data)
{
  g_autofree char *before = NULL;

  draw (sheet);
  before = sheet_text (sheet);
  click_on (sheet, sheet_step (sheet, 1));
  tl_hands_key ("Control+d");
  tl_hands_settle ();
  g_assert_cmpuint (sheet_flow (sheet)->steps->len, ==, 2 * IN_LANE + 1);
  g_assert_true (last_step (sheet)->role == role (sheet, 0));
  g_assert_cmpfloat_with_epsilon (last_step (sheet)->x, PITCH, 0.01);
  g_assert_cmpfloat (last_step (sheet)->y, <, LANE);
  assert_clear (sheet);
  assert_undone_at_once (sheet, before);
}

/* The same where lanes are off, and rows leave no room. */
static void
test_duplicate_in_rows (Sheet *sheet, gconstpointer data)
{
  const TlStep *original;

  draw (sheet);
  set_lanes (sheet, TL_NO);
  for (guint j = 0; j < IN_LANE; j++)
    sheet_add (sheet, "step", j * PITCH, 2 * LANE);
  sheet_show (sheet);
  original = sheet_step (sheet, 1);
  click_on (sheet, original);
  tl_hands_key ("Control+d");
  tl_hands_settle ();
  g_assert_cmpfloat (fabs (last_step (sheet)->x - original->x), <, TL_STEP_WIDTH);
  g_assert_cmpfloat (fabs (last_step (sheet)->y - original->y), <, 2 * TL_STEP_HEIGHT);
  assert_clear (sheet);
}

/* Let go over a step of another lane: that one makes room, and one undo brings all back. */
static void
test_drop_upon (Sheet *sheet, gconstpointer data)
{
  g_autofree char *before = NULL;
  double x, y, to_x, to_y;

  draw (sheet);
  before = sheet_text (sheet);
  sheet_place (sheet, sheet_step (sheet, 0), &x, &y);
  sheet_place (sheet, sheet_step (sheet, IN_LANE + 1), &to_x, &to_y);
  tl_hands_drag (sheet->canvas, x, y, to_x - 12, to_y + 5);
  g_assert_true (sheet_step (sheet, 0)->role == role (sheet, 1));
  g_assert_cmpfloat_with_epsilon (sheet_step (sheet, 0)->x, PITCH, 0.01);
  g_assert_cmpfloat_with_epsilon (sheet_step (sheet, IN_LANE + 1)->x, 2 * PITCH, 0.01);
  assert_clear (sheet);
  assert_undone_at_once (sheet, before);
}

/* Five names pasted where one is asked for: a chain in the lane. */
static void
test_pasted_list (Sheet *sheet, gconstpointer data)
{
  draw (sheet);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (sheet->canvas), "a\nb\nc\nd\ne");
  click_on (sheet, sheet_step (sheet, 2 * IN_LANE - 1));
  tl_hands_key ("Control+v");
  tl_hands_settle ();
  g_assert_cmpuint (sheet_flow (sheet)->steps->len, ==, 2 * IN_LANE + 5);
  for (guint i = 2 * IN_LANE; i < 2 * IN_LANE + 5; i++)
    g_assert_true (sheet_step (sheet, i)->role == role (sheet, 1));
  assert_clear (sheet);
}

/* ---- shown and hidden ---- */

#define ROWS 4
#define N_STEPS (5 * ROWS)

/* Many steps in rows, in each of which the roles take turns, so that lanes place all of them anew. */
static void
draw_rows (Sheet *sheet)
{
  TlStep *before = NULL;

  for (guint i = 0; i < 2; i++)
    tl_study_add_role (sheet->history, i == 0 ? "Office" : "Trades", 1, 10);
  for (guint i = 0; i < N_STEPS; i++)
    {
      TlStep *step = sheet_add (sheet, "step", i % 5 * PITCH, i / 5 * 200.0);

      tl_item_change (sheet->history, step, "role", tl_value_item (role (sheet, i % 2)), "Role");
      if (before)
        tl_flow_connect (sheet->history, before, step, TL_CONNECTOR_FLOW);
      before = step;
    }
  sheet_show (sheet);
}

static void
switch_lanes (Sheet *sheet)
{
  tl_hands_key ("6");
  tl_hands_settle ();
}

/* How far the first and the last step of the first row are apart, as they stand. */
static double
width_of (Sheet *sheet)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE;

  for (guint i = 0; i < sheet_flow (sheet)->steps->len; i++)
    {
      left = MIN (left, sheet_step (sheet, i)->x);
      right = MAX (right, sheet_step (sheet, i)->x);
    }
  return right - left;
}

/* On and off: all is as it was, also the view, and each is one undo. */
static void
test_there_and_back (Sheet *sheet, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *shown = NULL;
  guint length;
  double x, y, back_x, back_y;

  draw_rows (sheet);
  click_on (sheet, sheet_step (sheet, 1));
  tl_hands_key ("plus");
  tl_hands_settle ();
  before = sheet_text (sheet);
  length = tl_history_length (sheet->history);
  sheet_place (sheet, sheet_step (sheet, 1), &x, &y);
  switch_lanes (sheet);
  shown = sheet_text (sheet);
  g_assert_cmpfloat (width_of (sheet), ==, (N_STEPS - 1) * PITCH);
  switch_lanes (sheet);
  g_assert_cmpint (sheet_flow (sheet)->lanes, ==, TL_NO);
  for (guint i = 0; i < N_STEPS; i++)
    {
      g_assert_cmpfloat (sheet_step (sheet, i)->x, ==, i % 5 * PITCH);
      g_assert_cmpfloat (sheet_step (sheet, i)->y, ==, i / 5 * 200.0);
    }
  sheet_place (sheet, sheet_step (sheet, 1), &back_x, &back_y);
  g_assert_cmpfloat_with_epsilon (back_x, x, 0.5);
  g_assert_cmpfloat_with_epsilon (back_y, y, 0.5);
  g_assert_cmpuint (tl_history_length (sheet->history), ==, length + 2);
  g_assert_cmpstr (tl_history_undo_name (sheet->history), ==, "Hide lanes");
  assert_undone_at_once (sheet, shown);
  assert_undone_at_once (sheet, before);
}

/* Where a step was moved in the meantime, what lanes had laid out goes into rows again. */
static void
test_changed_meanwhile (Sheet *sheet, gconstpointer data)
{
  g_autofree char *shown = NULL;

  draw_rows (sheet);
  switch_lanes (sheet);
  sheet_drag_by (sheet, sheet_step (sheet, N_STEPS - 1), 40, 0);
  shown = sheet_text (sheet);
  switch_lanes (sheet);
  g_assert_cmpint (sheet_flow (sheet)->lanes, ==, TL_NO);
  g_assert_cmpfloat (width_of (sheet), <, N_STEPS / 2 * PITCH);
  assert_clear (sheet);
  assert_undone_at_once (sheet, shown);
}

/* What a person placed in lanes stays where it is. */
static void
test_placed_by_hand (Sheet *sheet, gconstpointer data)
{
  double x;

  draw (sheet);
  tl_item_change (sheet->history, sheet_step (sheet, 1), "x", tl_value_number (PITCH + 37), "Move");
  sheet_show (sheet);
  x = sheet_step (sheet, IN_LANE + 1)->x;
  switch_lanes (sheet);
  g_assert_cmpint (sheet_flow (sheet)->lanes, ==, TL_NO);
  g_assert_cmpfloat (sheet_step (sheet, 1)->x, ==, PITCH + 37);
  g_assert_cmpfloat (sheet_step (sheet, IN_LANE + 1)->x, ==, x);
}

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  sheet_add_test ("/lanes/next", test_next);
  sheet_add_test ("/lanes/insert", test_insert);
  sheet_add_test ("/lanes/drop-between", test_drop_between);
  sheet_add_test ("/lanes/double-click", test_double_click);
  sheet_add_test ("/lanes/duplicate", test_duplicate);
  sheet_add_test ("/lanes/duplicate-in-rows", test_duplicate_in_rows);
  sheet_add_test ("/lanes/drop-upon", test_drop_upon);
  sheet_add_test ("/lanes/pasted-list", test_pasted_list);
  sheet_add_test ("/lanes/there-and-back", test_there_and_back);
  sheet_add_test ("/lanes/changed-meanwhile", test_changed_meanwhile);
  sheet_add_test ("/lanes/placed-by-hand", test_placed_by_hand);
  return g_test_run ();
}
