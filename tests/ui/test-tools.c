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

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  sheet_add_test ("/tools/cancel-move", test_cancel_move);
  sheet_add_test ("/tools/cancel-band", test_cancel_band);
  sheet_add_test ("/tools/cancel-connect", test_cancel_connect);
  return g_test_run ();
}
