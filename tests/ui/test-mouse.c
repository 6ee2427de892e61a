/* The canvas, driven by the mouse: what is pressed, dragged, framed and rolled. */
#include <math.h>

#include "hands.h"
#include "layout/flow-geometry.h"
#include "sheet.h"
#include "stage.h"
#include "storage/study-file.h"

/* Three steps in a row, each leading to the next. */
static void
draw_three (Sheet *sheet)
{
  static const char *const names[] = { "one", "two", "three" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      tl_hands_key ("Tab");
      tl_hands_type (names[i]);
    }
  tl_hands_key ("Return");
}

static void
test_mouse (Sheet *sheet, gconstpointer data)
{
  GtkWidget *canvas = sheet->canvas;
  double x0, y0, x1, y1, old_x, half;

  tl_hands_double_click (canvas, 200, 200);
  tl_hands_type ("left");
  tl_hands_key ("Return");
  tl_hands_double_click (canvas, 700, 200);
  tl_hands_type ("right");
  tl_hands_click (canvas, 600, 600);
  g_assert_cmpuint (sheet_flow (sheet)->steps->len, ==, 2);
  g_assert_cmpstr (sheet_step (sheet, 0)->name, ==, "left");
  g_assert_cmpstr (sheet_step (sheet, 1)->name, ==, "right");

  /* From the handle on the right side to the other step. */
  sheet_place (sheet, sheet_step (sheet, 0), &x0, &y0);
  sheet_place (sheet, sheet_step (sheet, 1), &x1, &y1);
  half = TL_STEP_WIDTH / 2 * tl_canvas_get_zoom (TL_CANVAS (sheet->canvas));
  tl_hands_move (canvas, x0, y0);
  tl_hands_drag (canvas, x0 + half, y0, x1, y1);
  g_assert_cmpuint (sheet_flow (sheet)->connectors->len, ==, 1);
  g_assert_true (sheet_connector (sheet, 0)->from == sheet_step (sheet, 0));
  g_assert_true (sheet_connector (sheet, 0)->to == sheet_step (sheet, 1));

  /* From the handle into the open: a new step, connected, its name being typed; one undo. */
  tl_hands_move (canvas, x1, y1);
  tl_hands_drag (canvas, x1 + half, y1, x1 + 60, y1 + 300);
  tl_hands_type ("below");
  tl_hands_key ("Return");
  g_assert_cmpuint (sheet_flow (sheet)->steps->len, ==, 3);
  g_assert_cmpstr (sheet_step (sheet, 2)->name, ==, "below");
  g_assert_true (sheet_connector (sheet, 1)->to == sheet_step (sheet, 2));
  tl_history_undo (sheet->history);
  g_assert_cmpuint (sheet_flow (sheet)->steps->len, ==, 2);
  g_assert_cmpuint (sheet_flow (sheet)->connectors->len, ==, 1);
  tl_history_redo (sheet->history);

  /* A drag moves, and is one entry. */
  old_x = sheet_step (sheet, 0)->x;
  sheet_place (sheet, sheet_step (sheet, 0), &x0, &y0);
  tl_hands_drag (canvas, x0, y0, x0 + 120, y0 + 40);
  g_assert_cmpfloat_with_epsilon (sheet_step (sheet, 0)->x - old_x,
                                  120 / tl_canvas_get_zoom (TL_CANVAS (sheet->canvas)), 1.5);
  tl_history_undo (sheet->history);
  g_assert_cmpfloat (sheet_step (sheet, 0)->x, ==, old_x);
  g_assert_cmpuint (sheet_flow (sheet)->steps->len, ==, 3);
}

static void
test_band (Sheet *sheet, gconstpointer data)
{
  GtkWidget *canvas = sheet->canvas;
  TlSelection *selection = tl_document_selection (sheet->document);
  double x, y, last_x, last_y;

  draw_three (sheet);
  sheet_place (sheet, sheet_step (sheet, 0), &x, &y);
  sheet_place (sheet, sheet_step (sheet, 1), &last_x, &last_y);
  tl_hands_drag (canvas, x - 130, y - 90, last_x + 100, last_y + 90);
  g_assert_cmpuint (tl_selection_size (selection), ==, 2);
  g_assert_true (tl_selection_has (selection, sheet_step (sheet, 0)));
  g_assert_true (tl_selection_has (selection, sheet_step (sheet, 1)));
  tl_hands_click (canvas, 5, 5);
  g_assert_cmpuint (tl_selection_size (selection), ==, 0);
  tl_hands_key ("Control+a");
  g_assert_cmpuint (tl_selection_size (selection), ==, 3);
  tl_hands_key ("v");
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (sheet_step (sheet, i)->class, ==, TL_CLASS_VALUE);
}

/* Lines are everywhere: a band may begin on one. */
static void
test_band_from_line (Sheet *sheet, gconstpointer data)
{
  GtkWidget *canvas = sheet->canvas;
  TlSelection *selection = tl_document_selection (sheet->document);
  double x, y, next_x, next_y, before;

  draw_three (sheet);
  sheet_place (sheet, sheet_step (sheet, 0), &before, &y);
  sheet_place (sheet, sheet_step (sheet, 1), &x, &y);
  sheet_place (sheet, sheet_step (sheet, 2), &next_x, &next_y);
  x = (x + next_x) / 2 - 12;
  tl_hands_click (canvas, x, y);
  g_assert_true (TL_ITEM (tl_selection_focus (selection))->kind == TL_ITEM_CONNECTOR);
  tl_hands_click (canvas, 5, 5);
  tl_hands_drag (canvas, x, y, next_x, next_y + 90);
  g_assert_cmpuint (tl_selection_size (selection), ==, 1);
  g_assert_true (tl_selection_has (selection, sheet_step (sheet, 2)));
  sheet_place (sheet, sheet_step (sheet, 0), &x, &y);
  g_assert_cmpfloat (x, ==, before);
}

/* A hand that rests at the border with its band does not lose the flow. */
static void
test_band_keeps_flow_in_sight (Sheet *sheet, gconstpointer data)
{
  GtkWidget *canvas = sheet->canvas;
  double x, y;

  draw_three (sheet);
  sheet_place (sheet, sheet_step (sheet, 0), &x, &y);
  tl_hands_move (canvas, x, y + 120);
  tl_hands_press (1);
  tl_hands_move (canvas, x + 200, y + 130);
  tl_hands_move (canvas, gtk_widget_get_width (canvas) - 2, y + 130);
  for (guint i = 0; i < 150; i++)
    tl_stage_settle ();
  tl_hands_release (1);
  sheet_place (sheet, sheet_step (sheet, 2), &x, &y);
  g_assert_cmpfloat (x, >, 0);
}

static void
test_menu (Sheet *sheet, gconstpointer data)
{
  double x, y;

  draw_three (sheet);
  g_assert_true (tl_canvas_place_of (TL_CANVAS (sheet->canvas), sheet_step (sheet, 0), &x, &y));
  tl_hands_move (sheet->canvas, x, y);
  tl_hands_press (3);
  tl_hands_release (3);
  g_assert_true (tl_selection_focus (tl_document_selection (sheet->document)) == TL_ITEM (sheet_step (sheet, 0)));
  /* From "Rename" to "Value". */
  tl_hands_keys ("Down Return");
  g_assert_cmpint (sheet_step (sheet, 0)->class, ==, TL_CLASS_VALUE);
}

/* Shift+F10 opens the menu beside what it is about. */
static void
test_menu_by_key (Sheet *sheet, gconstpointer data)
{
  GtkWidget *menu;
  GdkRectangle at;
  double x, y;

  draw_three (sheet);
  /* Keys alone: a bar, which would have the menu, is for the mouse. */
  tl_hands_keys ("Left Left Shift+F10");
  tl_hands_settle ();
  menu = gtk_widget_get_first_child (sheet->canvas);
  g_assert_true (tl_canvas_place_of (TL_CANVAS (sheet->canvas), sheet_step (sheet, 0), &x, &y));
  while (menu && !GTK_IS_POPOVER_MENU (menu))
    menu = gtk_widget_get_next_sibling (menu);
  g_assert_true (menu && gtk_widget_get_mapped (menu));
  g_assert_true (gtk_popover_get_pointing_to (GTK_POPOVER (menu), &at));
  g_assert_cmpfloat_with_epsilon (at.x, x + TL_STEP_WIDTH / 2 * tl_canvas_get_zoom (TL_CANVAS (sheet->canvas)), 8);
  g_assert_cmpfloat (ABS (at.y - y), <, TL_STEP_HEIGHT);
  tl_hands_key ("Escape");
}

static void
test_zoom_to_pointer (Sheet *sheet, gconstpointer data)
{
  GtkWidget *canvas = sheet->canvas;
  double x, y, after_x, after_y, zoom;

  draw_three (sheet);
  tl_hands_key ("Home");
  sheet_place (sheet, sheet_step (sheet, 2), &x, &y);
  zoom = tl_canvas_get_zoom (TL_CANVAS (sheet->canvas));
  tl_hands_scroll (canvas, x, y, -3, TRUE);
  sheet_place (sheet, sheet_step (sheet, 2), &after_x, &after_y);
  g_assert_cmpfloat (tl_canvas_get_zoom (TL_CANVAS (sheet->canvas)), >, zoom * 1.3);
  g_assert_cmpfloat_with_epsilon (after_x, x, 1.5);
  g_assert_cmpfloat_with_epsilon (after_y, y, 1.5);
  tl_hands_key ("0");
  g_assert_cmpfloat_with_epsilon (tl_canvas_get_zoom (TL_CANVAS (sheet->canvas)), 1, 1e-9);
  tl_hands_key ("Home");
  g_assert_cmpfloat_with_epsilon (tl_canvas_get_zoom (TL_CANVAS (sheet->canvas)), zoom, 1e-9);
}

static void
test_moving_one_holds_the_rest (Sheet *sheet, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("TL_SAMPLES"), "housing-repairs.throughline", NULL);
  g_autoptr (TlOpened) opened = NULL;
  g_autoptr (TlDocument) document = NULL;
  double x[5], y[5], now_x, now_y;

  file = g_file_new_for_path (path);
  opened = tl_study_open (file, NULL, NULL, &error);
  g_assert_no_error (error);
  document = tl_document_new_for_study (opened->study, NULL, NULL, FALSE);
  g_set_object (&sheet->document, document);
  tl_canvas_set_document (TL_CANVAS (sheet->canvas), document);
  tl_hands_settle ();
  for (guint i = 0; i < 5; i++)
    sheet_place (sheet, sheet_step (sheet, i), &x[i], &y[i]);
  tl_hands_drag (sheet->canvas, x[2], y[2], x[2] + 20, y[2] + 90);
  for (guint i = 0; i < 5; i++)
    {
      sheet_place (sheet, sheet_step (sheet, i), &now_x, &now_y);
      g_assert_cmpfloat_with_epsilon (now_x, x[i] + (i == 2 ? 20 : 0), 1.5);
      g_assert_cmpfloat_with_epsilon (now_y, y[i] + (i == 2 ? 90 : 0), 1.5);
    }
  g_assert_cmpuint (tl_history_length (tl_document_history (document)), ==, 1);
}

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  sheet_add_test ("/mouse/mouse", test_mouse);
  sheet_add_test ("/mouse/band", test_band);
  sheet_add_test ("/mouse/band-from-line", test_band_from_line);
  sheet_add_test ("/mouse/band-keeps-flow-in-sight", test_band_keeps_flow_in_sight);
  sheet_add_test ("/mouse/menu", test_menu);
  sheet_add_test ("/mouse/menu-by-key", test_menu_by_key);
  sheet_add_test ("/mouse/zoom-to-pointer", test_zoom_to_pointer);
  sheet_add_test ("/mouse/moving-one-holds-the-rest", test_moving_one_holds_the_rest);
  return g_test_run ();
}
