/* What mouse and touch do to a flow, gesture by gesture: done, called off and undone. */
#include <math.h>

#include "hands.h"
#include "layout/flow-geometry.h"
#include "sheet.h"
#include "stage.h"

/* Two steps, connected, and one beside them. */
static void
draw (Sheet *sheet)
{
  TlStep *one = sheet_add (sheet, "one", 0, 0);
  TlStep *two = sheet_add (sheet, "two", 400, 0);

  sheet_add (sheet, "three", 200, 330);
  tl_flow_connect (sheet->history, one, two, TL_CONNECTOR_FLOW);
  sheet_show (sheet);
}

static void
test_cancel_move (Sheet *sheet, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *during = NULL;
  g_autofree char *after = NULL;
  guint length;

  draw (sheet);
  before = sheet_text (sheet);
  length = tl_history_length (sheet->history);
  sheet_begin_drag (sheet, sheet_step (sheet, 2), 70, 50);
  during = sheet_text (sheet);
  g_assert_cmpstr (during, !=, before);
  tl_hands_key ("Escape");
  after = sheet_text (sheet);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (tl_history_length (sheet->history), ==, length);
  g_assert_false (tl_history_can_redo (sheet->history));
  /* What the hand still does to the button does nothing more. */
  tl_hands_move (sheet->canvas, 300, 300);
  tl_hands_release (1);
  g_clear_pointer (&after, g_free);
  after = sheet_text (sheet);
  g_assert_cmpstr (after, ==, before);
}

/* What was undone before a drag that is called off can still be redone. */
static void
test_cancel_move_leaves_redo (Sheet *sheet, gconstpointer data)
{
  draw (sheet);
  sheet_drag_by (sheet, sheet_step (sheet, 2), 40, 30);
  tl_history_undo (sheet->history);
  sheet_begin_drag (sheet, sheet_step (sheet, 2), 70, 50);
  g_assert_false (tl_history_can_redo (sheet->history));
  tl_hands_key ("Escape");
  tl_hands_release (1);
  g_assert_true (tl_history_can_redo (sheet->history));
}

/* A copy kept for recovery in the middle of a drag does not make two undos of it. */
static void
test_kept_in_a_drag (Sheet *sheet, gconstpointer data)
{
  guint length;
  double y;

  draw (sheet);
  length = tl_history_length (sheet->history);
  y = sheet_step (sheet, 2)->y;
  sheet_begin_drag (sheet, sheet_step (sheet, 2), 70, 50);
  tl_history_mark_kept (sheet->history);
  tl_hands_nudge (20, 20);
  tl_hands_release (1);
  tl_hands_settle ();
  g_assert_cmpuint (tl_history_length (sheet->history), ==, length + 1);
  tl_history_undo (sheet->history);
  g_assert_cmpfloat (sheet_step (sheet, 2)->y, ==, y);
}

/* Saving in the middle of a drag, and a mark by a key, make no second undo of it. */
static void
test_saved_in_a_drag (Sheet *sheet, gconstpointer data)
{
  guint length;
  double y;

  draw (sheet);
  length = tl_history_length (sheet->history);
  y = sheet_step (sheet, 2)->y;
  sheet_begin_drag (sheet, sheet_step (sheet, 2), 70, 50);
  tl_history_mark_saved (sheet->history);
  tl_hands_nudge (20, 20);
  tl_hands_key ("v");
  g_assert_cmpint (sheet_step (sheet, 2)->class, ==, TL_CLASS_VALUE);
  tl_hands_nudge (20, 20);
  tl_hands_release (1);
  tl_hands_settle ();
  g_assert_cmpuint (tl_history_length (sheet->history), ==, length + 1);
  g_assert_false (tl_history_is_saved (sheet->history));
  tl_history_undo (sheet->history);
  g_assert_cmpfloat (sheet_step (sheet, 2)->y, ==, y);
  g_assert_cmpint (sheet_step (sheet, 2)->class, ==, TL_CLASS_NONE);
}

/* Undo in the middle of a drag takes the step back; what the hand still does moves nothing. */
static void
test_undone_in_a_drag (Sheet *sheet, gconstpointer data)
{
  TlStep *step;
  guint length;
  double x, y;

  draw (sheet);
  step = sheet_step (sheet, 2);
  length = tl_history_length (sheet->history);
  x = step->x;
  y = step->y;
  sheet_begin_drag (sheet, step, 70, 50);
  g_assert_cmpfloat (step->y, !=, y);
  tl_history_undo (sheet->history);
  tl_hands_nudge (20, 20);
  tl_hands_nudge (20, 20);
  g_assert_cmpfloat (step->x, ==, x);
  g_assert_cmpfloat (step->y, ==, y);
  tl_hands_release (1);
  tl_hands_settle ();
  g_assert_cmpfloat (step->y, ==, y);
  g_assert_cmpuint (tl_history_length (sheet->history), ==, length);
  g_assert_true (tl_history_can_redo (sheet->history));
  /* The next drag is a drag again. */
  sheet_drag_by (sheet, step, 40, 30);
  g_assert_cmpfloat (step->y, !=, y);
  g_assert_cmpuint (tl_history_length (sheet->history), ==, length + 1);
}

static void
test_cancel_band (Sheet *sheet, gconstpointer data)
{
  TlSelection *selection = tl_document_selection (sheet->document);
  double x, y;

  draw (sheet);
  tl_selection_set (selection, sheet_step (sheet, 2));
  sheet_place (sheet, sheet_step (sheet, 0), &x, &y);
  tl_hands_hold (sheet->canvas, 8, 8, x, y);
  g_assert_true (tl_selection_has (selection, sheet_step (sheet, 0)));
  tl_hands_key ("Escape");
  tl_hands_release (1);
  g_assert_cmpuint (tl_selection_size (selection), ==, 1);
  g_assert_true (tl_selection_has (selection, sheet_step (sheet, 2)));
}

/* Where steps are drawn small, all of a step is there to be moved, and its handle stands beside it. */
static void
test_small_steps (Sheet *sheet, gconstpointer data)
{
  TlStep *three;
  double half, x, y, to_x, to_y, before;
  guint connectors;

  draw (sheet);
  three = sheet_step (sheet, 2);
  connectors = sheet_flow (sheet)->connectors->len;
  while (tl_canvas_get_zoom (TL_CANVAS (sheet->canvas)) > 0.45)
    tl_hands_key ("minus");
  tl_hands_settle ();
  half = TL_STEP_WIDTH / 2 * tl_canvas_get_zoom (TL_CANVAS (sheet->canvas));
  sheet_place (sheet, three, &x, &y);
  before = three->y;
  tl_hands_drag (sheet->canvas, x + half - 3, y, x + half - 3, y + 60);
  g_assert_cmpfloat (three->y, >, before + 60);
  g_assert_cmpuint (sheet_flow (sheet)->connectors->len, ==, connectors);
  tl_hands_settle ();
  sheet_place (sheet, three, &x, &y);
  sheet_place (sheet, sheet_step (sheet, 1), &to_x, &to_y);
  tl_hands_move (sheet->canvas, x, y);
  tl_hands_drag (sheet->canvas, x + half + 9, y, to_x, to_y);
  g_assert_cmpuint (sheet_flow (sheet)->connectors->len, ==, connectors + 1);
}

static void
test_cancel_connect (Sheet *sheet, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  double half = TL_STEP_WIDTH / 2, x, y, to_x, to_y;

  draw (sheet);
  before = sheet_text (sheet);
  half *= tl_canvas_get_zoom (TL_CANVAS (sheet->canvas));
  sheet_place (sheet, sheet_step (sheet, 2), &x, &y);
  sheet_place (sheet, sheet_step (sheet, 1), &to_x, &to_y);
  tl_hands_move (sheet->canvas, x, y);
  tl_hands_hold (sheet->canvas, x + half, y, to_x, to_y);
  tl_hands_key ("Escape");
  tl_hands_release (1);
  after = sheet_text (sheet);
  g_assert_cmpstr (after, ==, before);
}

static double
zoom (Sheet *sheet)
{
  return tl_canvas_get_zoom (TL_CANVAS (sheet->canvas));
}

/* Lets go of what is held after Ctrl, Shift or Alt is down. */
static void
hold_key_and_release (Sheet *sheet, const char *key, gconstpointer item)
{
  double x, y;

  tl_hands_key_down (key);
  sheet_place (sheet, item, &x, &y);
  tl_hands_nudge (1, 0);
  tl_hands_release (1);
  tl_hands_key_up (key);
}

/* Nearly in line is in line; with Ctrl it stays where the hand has put it. */
static void
test_guides (Sheet *sheet, gconstpointer data)
{
  TlStep *three;
  guint length;

  draw (sheet);
  three = sheet_step (sheet, 2);
  length = tl_history_length (sheet->history);
  sheet_drag_by (sheet, three, 4 + 300 * zoom (sheet), -(330 * zoom (sheet)) + 4);
  g_assert_cmpfloat (three->y, ==, 0);
  g_assert_cmpuint (tl_history_length (sheet->history), ==, length + 1);
  tl_history_undo (sheet->history);
  g_assert_cmpfloat (three->y, ==, 330);

  sheet_begin_drag (sheet, three, 4 + 300 * zoom (sheet), -(330 * zoom (sheet)) + 4);
  hold_key_and_release (sheet, "Control_L", three);
  g_assert_cmpfloat (three->y, !=, 0);
  g_assert_cmpfloat (ABS (three->y), <, 10);
}

/* Shift holds to the axis of the longer way. */
static void
test_one_axis (Sheet *sheet, gconstpointer data)
{
  TlStep *three;

  draw (sheet);
  three = sheet_step (sheet, 2);
  sheet_begin_drag (sheet, three, 37, 160);
  hold_key_and_release (sheet, "Shift_L", three);
  g_assert_cmpfloat (three->x, ==, 200);
  g_assert_cmpfloat (three->y, >, 400);
}

static gboolean
has_scrolled (gpointer data)
{
  Sheet *sheet = data;
  double x, y;

  sheet_place (sheet, sheet_step (sheet, 0), &x, &y);
  return x < -50;
}

static void
test_edge (Sheet *sheet, gconstpointer data)
{
  double x, y, before;

  draw (sheet);
  sheet_place (sheet, sheet_step (sheet, 2), &x, &y);
  before = sheet_step (sheet, 2)->x;
  tl_hands_hold (sheet->canvas, x, y, gtk_widget_get_width (sheet->canvas) - 6, y);
  tl_stage_wait (has_scrolled, sheet);
  tl_hands_key ("Escape");
  tl_hands_release (1);
  g_assert_cmpfloat (sheet_step (sheet, 2)->x, ==, before);
}

/* A loose step that is let go over a connector stands in it; its neighbour makes room; one undo. */
static void
test_drop_on_connector (Sheet *sheet, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *back = NULL;
  double x, y, to_x, to_y;
  guint length;

  draw (sheet);
  before = sheet_text (sheet);
  length = tl_history_length (sheet->history);
  sheet_place (sheet, sheet_step (sheet, 2), &x, &y);
  sheet_place (sheet, sheet_connector (sheet, 0), &to_x, &to_y);
  tl_hands_drag (sheet->canvas, x, y, to_x, to_y);
  g_assert_cmpuint (sheet_flow (sheet)->connectors->len, ==, 2);
  g_assert_true (sheet_connector (sheet, 0)->to == sheet_step (sheet, 2));
  g_assert_true (sheet_connector (sheet, 1)->from == sheet_step (sheet, 2));
  g_assert_true (sheet_connector (sheet, 1)->to == sheet_step (sheet, 1));
  g_assert_cmpfloat (sheet_step (sheet, 1)->x - sheet_step (sheet, 2)->x, >, TL_STEP_WIDTH);
  g_assert_cmpuint (tl_history_length (sheet->history), ==, length + 1);
  tl_history_undo (sheet->history);
  back = sheet_text (sheet);
  g_assert_cmpstr (back, ==, before);
}

/* From under a step to a failure demand, whose rate is then asked; to nothing, where it is named
 * too. */
static void
test_raise (Sheet *sheet, gconstpointer data)
{
  TlDemand *failure;
  TlRaises *raises;
  double x, y, to_x, to_y;

  draw (sheet);
  failure = tl_study_add_demand (sheet->history, "Where?", TL_DEMAND_FAILURE, NAN);
  tl_flow_add_entry (sheet->history, failure, sheet_step (sheet, 0));
  sheet_show (sheet);
  sheet_place (sheet, sheet_step (sheet, 1), &x, &y);
  sheet_place (sheet, failure, &to_x, &to_y);
  tl_hands_move (sheet->canvas, x, y);
  tl_hands_drag (sheet->canvas, x, y + TL_STEP_HEIGHT / 2 * zoom (sheet), to_x, to_y);
  tl_hands_key ("Control+a");
  tl_hands_type ("30%");
  tl_hands_key ("Return");
  g_assert_cmpuint (sheet_flow (sheet)->raises->len, ==, 1);
  raises = g_ptr_array_index (sheet_flow (sheet)->raises, 0);
  g_assert_true (raises->step == sheet_step (sheet, 1));
  g_assert_true (raises->demand == failure);
  g_assert_cmpfloat (raises->rate, ==, 0.3);

  sheet_place (sheet, sheet_step (sheet, 2), &x, &y);
  tl_hands_move (sheet->canvas, x, y);
  tl_hands_drag (sheet->canvas, x, y + TL_STEP_HEIGHT / 2 * zoom (sheet), x + 250, y);
  tl_hands_type ("again please");
  tl_hands_key ("Return");
  g_assert_cmpuint (sheet_flow (sheet)->raises->len, ==, 2);
  raises = g_ptr_array_index (sheet_flow (sheet)->raises, 1);
  g_assert_cmpstr (raises->demand->name, ==, "again please");
  g_assert_cmpint (raises->demand->kind, ==, TL_DEMAND_FAILURE);
}

static void
test_enter (Sheet *sheet, gconstpointer data)
{
  TlDemand *demand;
  TlEntry *entry;
  double x, y, to_x, to_y;
  guint length;

  draw (sheet);
  demand = tl_study_add_demand (sheet->history, "Please", TL_DEMAND_VALUE, 10);
  entry = tl_flow_add_entry (sheet->history, demand, sheet_step (sheet, 0));
  sheet_show (sheet);
  length = tl_history_length (sheet->history);
  sheet_place (sheet, demand, &x, &y);
  sheet_place (sheet, sheet_step (sheet, 2), &to_x, &to_y);
  tl_hands_move (sheet->canvas, x, y);
  tl_hands_drag (sheet->canvas, x + TL_CHIP_WIDTH / 2 * zoom (sheet), y, to_x, to_y);
  g_assert_true (entry->step == sheet_step (sheet, 2));
  g_assert_cmpuint (tl_history_length (sheet->history), ==, length + 1);
}

/* The head of a selected connector goes to another step; its share goes with it. */
static void
test_reconnect (Sheet *sheet, gconstpointer data)
{
  TlConnector *connector;
  double half = TL_STEP_WIDTH / 2, x, y, to_x, to_y;

  draw (sheet);
  connector = sheet_connector (sheet, 0);
  tl_connector_set_share (sheet->history, connector, NULL, 0.4);
  sheet_show (sheet);
  half *= zoom (sheet);
  sheet_place (sheet, connector, &x, &y);
  tl_hands_click (sheet->canvas, x, y);
  sheet_place (sheet, sheet_step (sheet, 1), &x, &y);
  sheet_place (sheet, sheet_step (sheet, 2), &to_x, &to_y);
  tl_hands_drag (sheet->canvas, x - half - 4, y, to_x, to_y);
  g_assert_true (connector->to == sheet_step (sheet, 2));
  g_assert_cmpfloat (connector->share, ==, 0.4);
  g_assert_cmpstr (tl_history_undo_name (sheet->history), ==, "Reconnect");

  /* Let go over nothing it stays as it was. */
  tl_hands_drag (sheet->canvas, to_x, to_y - TL_STEP_HEIGHT / 2 * zoom (sheet) - 4, 40, 40);
  g_assert_true (connector->to == sheet_step (sheet, 2));
}

/* Into another lane: another role, and one undo for the place and the role. */
static void
test_lanes (Sheet *sheet, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *back = NULL;
  TlRole *role;
  guint length;

  draw (sheet);
  role = tl_study_add_role (sheet->history, "Trades", 1, 10);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) steps = g_ptr_array_new ();

      g_ptr_array_add (steps, sheet_step (sheet, i));
      tl_steps_set_role (sheet->history, steps, role);
    }
  tl_item_change (sheet->history, sheet_flow (sheet), "lanes", tl_value_choice (TL_YES), "Lanes");
  sheet_show (sheet);
  before = sheet_text (sheet);
  length = tl_history_length (sheet->history);
  /* Clear of the connector, into which it would be put. */
  sheet_drag_by (sheet, sheet_step (sheet, 2), 30, -290 * zoom (sheet));
  g_assert_true (sheet_step (sheet, 2)->role == role);
  g_assert_cmpuint (tl_history_length (sheet->history), ==, length + 1);
  tl_history_undo (sheet->history);
  back = sheet_text (sheet);
  g_assert_cmpstr (back, ==, before);
}

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  sheet_add_test ("/tools/cancel-move", test_cancel_move);
  sheet_add_test ("/tools/cancel/move-leaves-redo", test_cancel_move_leaves_redo);
  sheet_add_test ("/tools/kept-in-a-drag", test_kept_in_a_drag);
  sheet_add_test ("/tools/saved-in-a-drag", test_saved_in_a_drag);
  sheet_add_test ("/tools/undone-in-a-drag", test_undone_in_a_drag);
  sheet_add_test ("/tools/cancel-band", test_cancel_band);
  sheet_add_test ("/tools/small-steps", test_small_steps);
  sheet_add_test ("/tools/cancel-connect", test_cancel_connect);
  sheet_add_test ("/tools/guides", test_guides);
  sheet_add_test ("/tools/one-axis", test_one_axis);
  sheet_add_test ("/tools/edge", test_edge);
  sheet_add_test ("/tools/drop-on-connector", test_drop_on_connector);
  sheet_add_test ("/tools/raise", test_raise);
  sheet_add_test ("/tools/enter", test_enter);
  sheet_add_test ("/tools/reconnect", test_reconnect);
  sheet_add_test ("/tools/lanes", test_lanes);
  return g_test_run ();
}
