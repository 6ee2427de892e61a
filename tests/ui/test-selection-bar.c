/* The bar beside the selection: there for mouse and finger, not for keys, and never over what it is
 * about. */
#include "app/selection-bar.h"
#include "hands.h"
#include "layout/flow-geometry.h"
#include "sheet.h"
#include "stage.h"
#include "study/entry.h"

static GtkWidget *
bar (Sheet *sheet)
{
  GtkWidget *found = tl_stage_find (sheet->canvas, TL_TYPE_SELECTION_BAR, NULL);

  g_assert_nonnull (found);
  return found;
}

static GtkWidget *
button (Sheet *sheet, const char *words)
{
  GtkWidget *found = tl_stage_find (bar (sheet), GTK_TYPE_BUTTON, words);

  g_assert_nonnull (found);
  return found;
}

static void
draw (Sheet *sheet)
{
  TlStep *one = sheet_add (sheet, "one", 0, 0);
  TlStep *two = sheet_add (sheet, "two", 400, 0);

  tl_flow_connect (sheet->history, one, two, TL_CONNECTOR_FLOW);
  sheet_show (sheet);
}

static void
click (Sheet *sheet, gconstpointer item)
{
  double x, y;

  tl_hands_settle ();
  sheet_place (sheet, item, &x, &y);
  tl_hands_click (sheet->canvas, x, y);
  tl_hands_settle ();
}

static void
test_comes_and_goes (Sheet *sheet, gconstpointer data)
{
  draw (sheet);
  g_assert_false (gtk_widget_get_mapped (bar (sheet)));
  click (sheet, sheet_step (sheet, 0));
  g_assert_true (gtk_widget_get_mapped (bar (sheet)));
  /* Who goes on with the keyboard is left alone. */
  tl_hands_key ("Right");
  g_assert_false (gtk_widget_get_mapped (bar (sheet)));
  click (sheet, sheet_step (sheet, 0));
  g_assert_true (gtk_widget_get_mapped (bar (sheet)));
  sheet_begin_drag (sheet, sheet_step (sheet, 0), 0, 60);
  g_assert_false (gtk_widget_get_mapped (bar (sheet)));
  tl_hands_release (1);
  tl_hands_settle ();
  g_assert_true (gtk_widget_get_mapped (bar (sheet)));
  tl_hands_click (sheet->canvas, 10, 690);
  tl_hands_settle ();
  g_assert_false (gtk_widget_get_mapped (bar (sheet)));
}

static gboolean
is_narrow (gpointer sheet)
{
  return gtk_widget_get_width (((Sheet *) sheet)->canvas) <= 420;
}

/* Where it is wider than the canvas it goes on in a second row: every button can be reached. */
static void
test_narrow (Sheet *sheet, gconstpointer data)
{
  static const char *const words[] = { "Value", "Waste", "Delete" };
  graphene_rect_t bounds;

  draw (sheet);
  gtk_window_set_default_size (sheet->window, 420, 700);
  tl_stage_wait (is_narrow, sheet);
  tl_canvas_zoom_to_fit (TL_CANVAS (sheet->canvas));
  click (sheet, sheet_step (sheet, 0));
  g_assert_true (gtk_widget_get_mapped (bar (sheet)));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_assert_true (gtk_widget_compute_bounds (button (sheet, words[i]), sheet->canvas, &bounds));
      g_assert_cmpfloat ((double) bounds.origin.x, >=, 0);
      g_assert_cmpfloat ((double) (bounds.origin.x + bounds.size.width), <=, 420);
    }
  g_assert_true (gtk_widget_compute_bounds (bar (sheet), sheet->canvas, &bounds));
  g_assert_cmpfloat ((double) bounds.size.height, <, 3 * gtk_widget_get_height (button (sheet, "Delete")));
}

/* In sight as a whole, off the step, and each button large enough for a finger. */
static void
test_place (Sheet *sheet, gconstpointer data)
{
  graphene_rect_t bounds;
  double x, y, half;

  draw (sheet);
  click (sheet, sheet_step (sheet, 0));
  tl_stage_settle ();
  g_assert_true (gtk_widget_compute_bounds (bar (sheet), sheet->canvas, &bounds));
  sheet_place (sheet, sheet_step (sheet, 0), &x, &y);
  half = TL_STEP_HEIGHT / 2 * tl_canvas_get_zoom (TL_CANVAS (sheet->canvas));
  g_assert_cmpfloat ((double) bounds.origin.x, >=, 0);
  g_assert_cmpfloat ((double) bounds.origin.y, >=, 0);
  g_assert_cmpfloat ((double) (bounds.origin.y + bounds.size.height), <, y - half);
  g_assert_cmpint (gtk_widget_get_height (button (sheet, "Delete")), >=, 36);
  g_assert_cmpint (gtk_widget_get_width (button (sheet, "Delete")), >=, 36);
}

/* A click on a button is not a click on the sheet: what is selected stays selected. */
static void
test_step (Sheet *sheet, gconstpointer data)
{
  TlStep *one;
  guint length;

  draw (sheet);
  one = sheet_step (sheet, 0);
  length = tl_history_length (sheet->history);
  click (sheet, one);
  tl_hands_click_on (button (sheet, "Value"));
  g_assert_cmpint (one->class, ==, TL_CLASS_VALUE);
  g_assert_true (tl_selection_has (tl_document_selection (sheet->document), one));
  g_assert_true (gtk_widget_has_css_class (button (sheet, "Value"), "current"));
  g_assert_cmpuint (tl_history_length (sheet->history), ==, length + 1);
  tl_hands_click_on (button (sheet, "Delete"));
  g_assert_cmpuint (sheet_flow (sheet)->steps->len, ==, 1);
}

static void
test_connector (Sheet *sheet, gconstpointer data)
{
  draw (sheet);
  click (sheet, sheet_connector (sheet, 0));
  g_assert_false (gtk_widget_get_mapped (button (sheet, "Value")));
  tl_hands_click_on (button (sheet, "Rework"));
  g_assert_cmpint (sheet_connector (sheet, 0)->kind, ==, TL_CONNECTOR_REWORK);
  tl_hands_click_on (button (sheet, "Rework"));
  g_assert_cmpint (sheet_connector (sheet, 0)->kind, ==, TL_CONNECTOR_FLOW);
  tl_stage_settle ();
  tl_hands_click_on (button (sheet, "Insert a step here (I)"));
  tl_hands_type ("between");
  tl_stage_settle ();
  tl_hands_click_on (button (sheet, "Done"));
  g_assert_cmpuint (sheet_flow (sheet)->steps->len, ==, 3);
  g_assert_cmpstr (sheet_step (sheet, 2)->name, ==, "between");
}

static void
test_demand (Sheet *sheet, gconstpointer data)
{
  TlDemand *demand;

  draw (sheet);
  demand = tl_study_add_demand (sheet->history, "Please", TL_DEMAND_UNSURE, 10);
  tl_flow_add_entry (sheet->history, demand, sheet_step (sheet, 0));
  sheet_show (sheet);
  click (sheet, demand);
  tl_hands_click_on (button (sheet, "Failure"));
  g_assert_cmpint (demand->kind, ==, TL_DEMAND_FAILURE);
  g_assert_cmpstr (tl_history_undo_name (sheet->history), ==, "Change kind of demand");
  tl_hands_click_on (button (sheet, "How often"));
  tl_hands_key ("Tab");
  tl_hands_key ("Control+a");
  tl_hands_type ("25");
  tl_hands_key ("Return");
  g_assert_cmpfloat (demand->frequency, ==, 25);
  g_assert_cmpstr (demand->name, ==, "Please");
}

static void
click_on_words (Sheet *sheet, const char *words)
{
  GtkWidget *found;

  tl_stage_settle ();
  found = tl_stage_find (sheet->canvas, GTK_TYPE_LABEL, words);
  g_assert_nonnull (found);
  tl_hands_click_on (found);
  tl_hands_settle ();
}

/* After "Waste" a click says what kind, as the letter would; and any letter still does. */
static void
test_letters (Sheet *sheet, gconstpointer data)
{
  TlStep *one;

  draw (sheet);
  one = sheet_step (sheet, 0);
  click (sheet, one);
  tl_hands_click_on (button (sheet, "Waste"));
  g_assert_cmpint (one->class, ==, TL_CLASS_WASTE);
  click_on_words (sheet, "Checking");
  g_assert_cmpint (one->waste, ==, TL_WASTE_CHECKING);
  g_assert_true (tl_selection_has (tl_document_selection (sheet->document), one));
  g_assert_true (gtk_widget_has_focus (sheet->canvas));
  tl_hands_keys ("w q");
  g_assert_cmpint (one->waste, ==, TL_WASTE_QUEUEING);
}

/* The tools in the corner hide none of the letters, and the letters not the step. */
static void
test_letters_beside_tools (Sheet *sheet, gconstpointer data)
{
  GtkWidget *canvas = sheet->canvas, *table;
  double width = gtk_widget_get_width (canvas), height = gtk_widget_get_height (canvas), x, y;
  graphene_rect_t letters;

  draw (sheet);
  tl_canvas_set_corner (TL_CANVAS (canvas), width * 0.45, 110);
  g_assert_true (tl_canvas_place_of (TL_CANVAS (canvas), sheet_step (sheet, 0), &x, &y));
  /* The step goes to where there is room for letters under it only under the tools. */
  tl_hands_move (canvas, x, y + 100);
  tl_hands_press (2);
  tl_hands_move (canvas, width * 0.75, height * 0.5 + 100);
  tl_hands_release (2);
  click (sheet, sheet_step (sheet, 0));
  tl_hands_key ("w");
  tl_hands_settle ();
  table = gtk_widget_get_parent (tl_stage_find (canvas, GTK_TYPE_LABEL, "What kind of waste?"));
  g_assert_true (gtk_widget_compute_bounds (table, canvas, &letters));
  g_assert_true ((double) (letters.origin.x + letters.size.width) <= width - width * 0.45
                 || (double) (letters.origin.y + letters.size.height) <= height - 110);
}

/* Several steps, selected by mouse, are put in line by mouse; one undo brings them back. */
static void
test_arrange (Sheet *sheet, gconstpointer data)
{
  TlStep *one, *two;
  double from;

  draw (sheet);
  one = sheet_step (sheet, 0);
  two = sheet_step (sheet, 1);
  from = two->x;
  click (sheet, one);
  g_assert_false (gtk_widget_get_mapped (tl_stage_find (bar (sheet), GTK_TYPE_MENU_BUTTON, "Align and distribute")));
  tl_hands_key_down ("Shift_L");
  click (sheet, two);
  tl_hands_key_up ("Shift_L");
  tl_stage_settle ();
  tl_hands_click_on (tl_stage_find (bar (sheet), GTK_TYPE_MENU_BUTTON, "Align and distribute"));
  click_on_words (sheet, "Align left");
  g_assert_cmpfloat (one->x, ==, two->x);
  g_assert_true (tl_history_undo (sheet->history));
  g_assert_cmpfloat (two->x, ==, from);
}

static GtkWidget *
front (Sheet *sheet)
{
  return tl_stage_find (sheet->canvas, GTK_TYPE_BUTTON, "Add what customers ask for");
}

/* At the flow's front, without selecting anything: a demand enters where work begins. */
static void
test_front (Sheet *sheet, gconstpointer data)
{
  TlEntry *entry;

  g_assert_false (gtk_widget_get_mapped (front (sheet)));
  draw (sheet);
  tl_stage_settle ();
  g_assert_true (gtk_widget_get_mapped (front (sheet)));
  for (guint i = 0; i < 2; i++)
    {
      tl_hands_click_on (front (sheet));
      tl_hands_type (i == 0 ? "Please" : "Again");
      tl_hands_key ("Return");
      tl_stage_settle ();
      g_assert_cmpuint (sheet_flow (sheet)->entries->len, ==, i + 1);
      entry = g_ptr_array_index (sheet_flow (sheet)->entries, i);
      g_assert_cmpstr (entry->demand->name, ==, i == 0 ? "Please" : "Again");
      g_assert_true (entry->step == sheet_step (sheet, 0));
    }
  for (guint i = 0; i < 20; i++)
    tl_hands_key ("minus");
  tl_stage_settle ();
  g_assert_false (gtk_widget_get_mapped (front (sheet)));
}

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  sheet_add_test ("/bar/comes-and-goes", test_comes_and_goes);
  sheet_add_test ("/bar/place", test_place);
  sheet_add_test ("/bar/narrow", test_narrow);
  sheet_add_test ("/bar/step", test_step);
  sheet_add_test ("/bar/connector", test_connector);
  sheet_add_test ("/bar/demand", test_demand);
  sheet_add_test ("/bar/letters", test_letters);
  sheet_add_test ("/bar/letters-beside-tools", test_letters_beside_tools);
  sheet_add_test ("/bar/arrange", test_arrange);
  sheet_add_test ("/bar/front", test_front);
  return g_test_run ();
}
