/* What part of a flow is seen, and how large: the map in the corner, the menu that says the zoom, and the keys. */
#include <math.h>

#include "app/flow-page.h"
#include "app/minimap.h"
#include "app/prompt.h"
#include "app/zoom-menu.h"
#include "hands.h"
#include "stage.h"

static TlWindow *window;
static TlCanvas *canvas;
static GtkWidget *map;

static void
open_window (void)
{
  window = tl_stage_open_sample ();
  canvas = TL_CANVAS (tl_stage_find (window, TL_TYPE_CANVAS, NULL));
  map = tl_stage_find (window, TL_TYPE_MINIMAP, NULL);
  tl_hands_begin (GTK_WINDOW (window));
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  tl_stage_settle ();
}

static TlStep *
step (guint index)
{
  TlFlow *flow = tl_document_flow (tl_window_get_document (window));

  return g_ptr_array_index (flow->steps, index);
}

static TlPlace
place (guint index)
{
  TlPlace at;

  g_assert_true (tl_canvas_place_of (canvas, step (index), &at.x, &at.y));
  return at;
}

static void
press (const char *keys)
{
  tl_hands_keys (keys);
  tl_stage_settle ();
}

static void
test_map (void)
{
  TlPlace before;
  double width, height;

  open_window ();
  press ("Home");
  g_assert_false (gtk_widget_get_mapped (map));
  press ("0 plus plus plus plus");
  g_assert_true (gtk_widget_get_mapped (map));
  width = gtk_widget_get_width (map);
  height = gtk_widget_get_height (map);
  g_assert_cmpfloat (width, >, 30);
  tl_hands_click (map, 6, height / 2);
  before = place (0);
  /* What is dragged to the right end brings the end into sight: the front goes to the left. */
  tl_hands_drag (map, 6, height / 2, width - 6, height / 2);
  tl_stage_settle ();
  g_assert_cmpfloat (place (0).x, <, before.x - 100);
  press ("m");
  g_assert_false (gtk_widget_get_mapped (map));
  press ("m");
  g_assert_true (gtk_widget_get_mapped (map));
  tl_stage_close_all ();
}

/* The frame is dragged from wherever it is taken: it does not jump. */
static void
test_map_frame (void)
{
  TlPlace before;

  open_window ();
  press ("0 plus plus plus plus");
  tl_hands_click (map, gtk_widget_get_width (map) / 2.0, gtk_widget_get_height (map) / 2.0);
  before = place (0);
  tl_hands_click (map, gtk_widget_get_width (map) / 2.0 + 5, gtk_widget_get_height (map) / 2.0 + 3);
  g_assert_cmpfloat_with_epsilon (place (0).x, before.x, 1);
  g_assert_cmpfloat_with_epsilon (place (0).y, before.y, 1);
  tl_stage_close_all ();
}

static char *
said_zoom (void)
{
  GtkWidget *menu = tl_stage_find (window, TL_TYPE_ZOOM_MENU, NULL);
  GtkWidget *label = tl_stage_find (menu, GTK_TYPE_LABEL, NULL);

  return g_strdup (gtk_label_get_text (GTK_LABEL (label)));
}

static void
assert_says_zoom (void)
{
  g_autofree char *said = said_zoom ();
  g_autofree char *is = g_strdup_printf ("%.0f %%", 100 * tl_canvas_get_zoom (canvas));

  g_assert_cmpstr (said, ==, is);
}

static void
click_button (const char *tip)
{
  GtkWidget *button = tl_stage_find (window, GTK_TYPE_BUTTON, tip);

  g_assert_nonnull (button);
  tl_hands_click (button, gtk_widget_get_width (button) / 2.0, gtk_widget_get_height (button) / 2.0);
  tl_stage_settle ();
}

static void
test_buttons (void)
{
  double before;

  open_window ();
  press ("0");
  assert_says_zoom ();
  before = tl_canvas_get_zoom (canvas);
  click_button ("Larger (+)");
  g_assert_cmpfloat_with_epsilon (tl_canvas_get_zoom (canvas), before * 1.25, 1e-9);
  assert_says_zoom ();
  click_button ("Smaller (−)");
  g_assert_cmpfloat_with_epsilon (tl_canvas_get_zoom (canvas), before, 1e-9);
  tl_stage_close_all ();
}

static void
test_selection (void)
{
  TlPlace at;

  open_window ();
  tl_selection_set (tl_document_selection (tl_window_get_document (window)), step (3));
  press ("z");
  at = place (3);
  g_assert_cmpfloat_with_epsilon (at.x, gtk_widget_get_width (GTK_WIDGET (canvas)) / 2.0, 2);
  g_assert_cmpfloat_with_epsilon (at.y, gtk_widget_get_height (GTK_WIDGET (canvas)) / 2.0, 2);
  g_assert_cmpfloat (tl_canvas_get_zoom (canvas), >, 1);
  press ("Escape z");
  g_assert_false (gtk_widget_get_mapped (map));
  tl_stage_close_all ();
}

/* What lies under the pointer stays there, however far the wheel is turned. */
static void
test_wheel (void)
{
  TlPlace before, after;

  open_window ();
  press ("0");
  before = place (1);
  tl_hands_scroll (GTK_WIDGET (canvas), round (before.x), round (before.y), -3, TRUE);
  after = place (1);
  g_assert_cmpfloat_with_epsilon (after.x, before.x, 2);
  g_assert_cmpfloat_with_epsilon (after.y, before.y, 2);
  g_assert_cmpfloat_with_epsilon (tl_canvas_get_zoom (canvas), pow (1.15, 3), 1e-6);
  tl_hands_scroll (GTK_WIDGET (canvas), 300, 300, 2, FALSE);
  g_assert_cmpfloat (place (1).y, <, after.y - 60);
  tl_stage_close_all ();
}

static void
assert_in_sight (guint index)
{
  TlPlace at = place (index);

  g_assert_true (at.x > 0 && at.x < gtk_widget_get_width (GTK_WIDGET (canvas)));
  g_assert_true (at.y > 0 && at.y < gtk_widget_get_height (GTK_WIDGET (canvas)));
}

/* What lies in the middle of a large flow may be nothing: life size shows a step all the same, the selected one in
 * the middle. */
static void
test_life_size (void)
{
  TlHistory *history;
  TlFlow *flow;

  open_window ();
  history = tl_document_history (tl_window_get_document (window));
  flow = tl_document_flow (tl_window_get_document (window));
  tl_history_begin (history, "far apart", NULL);
  for (guint i = 0; i < flow->steps->len; i++)
    {
      tl_history_apply (history, tl_edit_new_set_number (step (i), "x", i ? 6000 + 300.0 * i : -9000));
      tl_history_apply (history, tl_edit_new_set_number (step (i), "y", 0));
    }
  tl_history_end (history);
  tl_selection_clear (tl_document_selection (tl_window_get_document (window)));
  press ("Home");
  press ("0");
  g_assert_cmpfloat_with_epsilon (tl_canvas_get_zoom (canvas), 1, 1e-6);
  assert_in_sight (1);
  tl_selection_set (tl_document_selection (tl_window_get_document (window)), step (0));
  press ("Home");
  press ("0");
  g_assert_cmpfloat_with_epsilon (place (0).x, gtk_widget_get_width (GTK_WIDGET (canvas)) / 2.0, 2);
  g_assert_cmpfloat_with_epsilon (place (0).y, gtk_widget_get_height (GTK_WIDGET (canvas)) / 2.0, 2);
  tl_stage_close_all ();
}

static gboolean
some_step_is_seen (void)
{
  for (guint i = 0; i < tl_document_flow (tl_window_get_document (window))->steps->len; i++)
    if (place (i).x > 0 && place (i).x < gtk_widget_get_width (GTK_WIDGET (canvas)) && place (i).y > 0
        && place (i).y < gtk_widget_get_height (GTK_WIDGET (canvas)))
      return TRUE;
  return FALSE;
}

static void
move_all (double x)
{
  TlHistory *history = tl_document_history (tl_window_get_document (window));

  tl_history_begin (history, "far away", NULL);
  for (guint i = 0; i < tl_document_flow (tl_window_get_document (window))->steps->len; i++)
    {
      tl_history_apply (history, tl_edit_new_set_number (step (i), "x", x + 300.0 * i));
      tl_history_apply (history, tl_edit_new_set_number (step (i), "y", x / 4));
    }
  tl_history_end (history);
}

/* Undo puts steps back far away from what is seen, and goes with them. */
static void
test_undo_far (void)
{
  open_window ();
  move_all (0);
  move_all (20000);
  tl_selection_clear (tl_document_selection (tl_window_get_document (window)));
  press ("Home");
  press ("0");
  g_assert_true (some_step_is_seen ());
  press ("Control+z");
  g_assert_cmpfloat (step (0)->x, ==, 0);
  g_assert_true (some_step_is_seen ());
  press ("Control+Shift+z");
  g_assert_cmpfloat (step (0)->x, ==, 20000);
  g_assert_true (some_step_is_seen ());
  tl_stage_close_all ();
}

/* All steps at one height, side by side. */
static void
put_in_a_row (double distance)
{
  TlHistory *history = tl_document_history (tl_window_get_document (window));

  tl_history_begin (history, "in a row", NULL);
  for (guint i = 0; i < tl_document_flow (tl_window_get_document (window))->steps->len; i++)
    {
      tl_history_apply (history, tl_edit_new_set_number (step (i), "x", distance * i));
      tl_history_apply (history, tl_edit_new_set_number (step (i), "y", 0));
    }
  tl_history_end (history);
}

static TlConnector *
first_way (void)
{
  return g_ptr_array_index (tl_document_flow (tl_window_get_document (window))->connectors, 0);
}

/* What is inserted far away from what is seen comes into sight, so that eyes can follow, and only as far as needed. */
static void
test_insert_follows (void)
{
  GtkSettings *settings;
  TlFlow *flow;
  TlPlace before;
  guint n_steps;

  open_window ();
  flow = tl_document_flow (tl_window_get_document (window));
  n_steps = flow->steps->len;
  put_in_a_row (2000);
  tl_selection_set (tl_document_selection (tl_window_get_document (window)), first_way ()->from);
  press ("Home 0");
  tl_selection_set (tl_document_selection (tl_window_get_document (window)), first_way ());
  before = place (0);
  settings = gtk_widget_get_settings (GTK_WIDGET (canvas));
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  gtk_widget_activate_action (GTK_WIDGET (canvas), "canvas.insert", NULL);
  g_assert_cmpuint (flow->steps->len, ==, n_steps + 1);
  g_assert_cmpfloat (place (n_steps).x, >, gtk_widget_get_width (GTK_WIDGET (canvas)));
  g_assert_cmpfloat (place (0).x, ==, before.x);
  for (guint i = 0; i < 200 && place (n_steps).x > gtk_widget_get_width (GTK_WIDGET (canvas)) - 100; i++)
    tl_stage_settle ();
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  assert_in_sight (n_steps);
  g_assert_cmpfloat (place (n_steps).x, >, gtk_widget_get_width (GTK_WIDGET (canvas)) * 0.7);
  g_assert_cmpfloat_with_epsilon (place (0).y, before.y, 1e-6);
  tl_stage_close_all ();
}

/* Lanes part steps that stood in one row at the lower edge of what is seen: all of them come into sight. */
static void
test_lanes_follow (void)
{
  TlDocument *document;
  double height, low = G_MAXDOUBLE, high = -G_MAXDOUBLE;

  open_window ();
  document = tl_window_get_document (window);
  put_in_a_row (260);
  tl_selection_set (tl_document_selection (document), step (1));
  press ("Home 0");
  height = gtk_widget_get_height (GTK_WIDGET (canvas));
  tl_hands_scroll (GTK_WIDGET (canvas), 300, 300, -3, FALSE);
  press ("6");
  g_assert_cmpint (tl_document_flow (document)->lanes, ==, TL_YES);
  for (guint i = 0; i < tl_document_flow (document)->steps->len; i++)
    {
      low = MIN (low, place (i).y);
      high = MAX (high, place (i).y);
    }
  g_assert_cmpfloat (high - low, >, 50);
  g_assert_cmpfloat (low, >, 0);
  g_assert_cmpfloat (high, <, height);
  assert_in_sight (1);
  tl_stage_close_all ();
}

/* A long row that is tidied while its end is looked at goes on in rows: all of them are seen, as they have room. */
static void
test_tidy_follows (void)
{
  TlDocument *document;
  guint n;

  open_window ();
  document = tl_window_get_document (window);
  n = tl_document_flow (document)->steps->len;
  put_in_a_row (700);
  tl_selection_set (tl_document_selection (document), step (n - 1));
  press ("Home 0");
  while (tl_canvas_get_zoom (canvas) > 0.5)
    press ("minus");
  tl_canvas_reveal (canvas, step (n - 1));
  tl_stage_settle ();
  tl_selection_clear (tl_document_selection (document));
  g_assert_cmpfloat (place (0).x, <, 0);
  press ("Control+l");
  for (guint i = 0; i < n; i++)
    assert_in_sight (i);
  g_assert_cmpfloat (tl_canvas_get_zoom (canvas), <=, 0.5);
  tl_stage_close_all ();
}

/* A question has the room that all of it needs, wherever its title goes on in another line. */
static void
test_question_fits (void)
{
  GtkWidget *prompt, *content;
  TlHistory *history;

  open_window ();
  history = tl_document_history (tl_window_get_document (window));
  prompt = tl_stage_find (canvas, TL_TYPE_PROMPT, NULL);
  content = gtk_popover_get_child (GTK_POPOVER (prompt));
  for (int letters = 1; letters < 28; letters++)
    {
      g_autofree char *name = g_strnfill ((gsize) letters, 'n');
      int needed, margins;

      tl_history_begin (history, "Name", NULL);
      tl_history_apply (history, tl_edit_new_set_text (step (1), "name", name));
      tl_history_end (history);
      tl_selection_set (tl_document_selection (tl_window_get_document (window)), step (1));
      press ("f");
      g_assert_true (gtk_widget_get_mapped (prompt));
      /* What is measured is with the margins. */
      margins = 2 * gtk_widget_get_margin_top (content);
      gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (content) + margins, NULL, &needed,
                          NULL, NULL);
      g_assert_cmpint (gtk_widget_get_height (content) + margins, >=, needed);
      press ("Escape");
    }
  tl_stage_close_all ();
}

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  g_test_add_func ("/view/question-fits", test_question_fits);
  g_test_add_func ("/view/map", test_map);
  g_test_add_func ("/view/map-frame", test_map_frame);
  g_test_add_func ("/view/buttons", test_buttons);
  g_test_add_func ("/view/selection", test_selection);
  g_test_add_func ("/view/wheel", test_wheel);
  g_test_add_func ("/view/life-size", test_life_size);
  g_test_add_func ("/view/undo-far", test_undo_far);
  g_test_add_func ("/view/insert-follows", test_insert_follows);
  g_test_add_func ("/view/lanes-follow", test_lanes_follow);
  g_test_add_func ("/view/tidy-follows", test_tidy_follows);
  return g_test_run ();
}
