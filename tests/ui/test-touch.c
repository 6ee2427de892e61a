/* What fingers do on the canvas. There is no touch screen under Xvfb: the gestures say what they would say, and all
 * that follows is real. */
#include <math.h>

#include "hands.h"
#include "stage.h"

static TlWindow *window;
static TlCanvas *canvas;
static TlDocument *document;

static void
open_window (void)
{
  window = tl_stage_open_sample ();
  document = tl_window_get_document (window);
  canvas = TL_CANVAS (tl_stage_find (window, TL_TYPE_CANVAS, NULL));
  tl_hands_begin (GTK_WINDOW (window));
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  tl_stage_settle ();
}

static TlStep *
step (guint index)
{
  return g_ptr_array_index (tl_document_flow (document)->steps, index);
}

static TlPlace
place (guint index)
{
  TlPlace at;

  g_assert_true (tl_canvas_place_of (canvas, step (index), &at.x, &at.y));
  return at;
}

/* The controller of the canvas that listens for such gestures. */
static gpointer
listener (GType type)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (GTK_WIDGET (canvas));

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (all, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller;
    }
  g_error ("the canvas has no %s", g_type_name (type));
}

static void
assert_at (TlPlace at, double x, double y)
{
  g_assert_cmpfloat_with_epsilon (at.x, x, 0.5);
  g_assert_cmpfloat_with_epsilon (at.y, y, 0.5);
}

/* What lies between the fingers stays there; all else goes away from it, or comes to it. */
static void
test_pinch (void)
{
  static const double scales[] = { 1.2, 1.6, 0.8 };
  GtkGesture *pinch;
  TlPlace before;
  double zoom, x, y;

  open_window ();
  pinch = listener (GTK_TYPE_GESTURE_ZOOM);
  before = place (0);
  zoom = tl_canvas_get_zoom (canvas);
  x = gtk_widget_get_width (GTK_WIDGET (canvas)) / 2.0;
  y = gtk_widget_get_height (GTK_WIDGET (canvas)) / 2.0;
  g_signal_emit_by_name (pinch, "begin", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_signal_emit_by_name (pinch, "scale-changed", scales[i]);
      tl_stage_settle ();
      g_assert_cmpfloat_with_epsilon (tl_canvas_get_zoom (canvas), zoom * scales[i], 1e-6);
      assert_at (place (0), x + (before.x - x) * scales[i], y + (before.y - y) * scales[i]);
    }
  /* The next pinch begins where this one ended. */
  g_signal_emit_by_name (pinch, "begin", NULL);
  g_signal_emit_by_name (pinch, "scale-changed", 1.0);
  tl_stage_settle ();
  g_assert_cmpfloat_with_epsilon (tl_canvas_get_zoom (canvas), zoom * 0.8, 1e-6);
  tl_stage_close_all ();
}

/* The first of two fingers was no drag of the step on which it came down. */
static void
test_pinch_on_a_step (void)
{
  TlHistory *history;
  guint length;
  double x, y;
  TlPlace at;

  open_window ();
  history = tl_document_history (document);
  length = tl_history_length (history);
  x = step (1)->x;
  y = step (1)->y;
  at = place (1);
  tl_hands_hold (GTK_WIDGET (canvas), at.x, at.y, at.x + 40, at.y + 40);
  g_assert_cmpuint (tl_history_length (history), ==, length + 1);
  g_signal_emit_by_name (listener (GTK_TYPE_GESTURE_ZOOM), "begin", NULL);
  tl_stage_settle ();
  g_assert_cmpuint (tl_history_length (history), ==, length);
  g_assert_true (step (1)->x == x || (isnan (x) && isnan (step (1)->x)));
  g_assert_true (step (1)->y == y || (isnan (y) && isnan (step (1)->y)));
  tl_hands_release (1);
  g_assert_cmpuint (tl_history_length (history), ==, length);
  tl_stage_close_all ();
}

/* The canvas' own: what lies on it has menus too. */
static GtkWidget *
menu (void)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (canvas));

  while (child && !(GTK_IS_POPOVER_MENU (child) && gtk_widget_get_mapped (child)))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static gboolean
has_menu (gpointer wanted)
{
  return (menu () != NULL) == GPOINTER_TO_INT (wanted);
}

static void
press_long (double x, double y)
{
  g_signal_emit_by_name (listener (GTK_TYPE_GESTURE_LONG_PRESS), "pressed", x, y);
  tl_stage_wait (has_menu, GINT_TO_POINTER (TRUE));
}

static void
close_menu (void)
{
  gtk_popover_popdown (GTK_POPOVER (menu ()));
  tl_stage_wait (has_menu, GINT_TO_POINTER (FALSE));
}

/* A finger that rests opens the menu of what is under it. */
static void
test_long_press (void)
{
  TlSelection *selection;
  TlPlace at;

  open_window ();
  selection = tl_document_selection (document);
  at = place (2);
  press_long (at.x, at.y);
  g_assert_true (tl_selection_focus (selection) == TL_ITEM (step (2)));
  g_assert_true (tl_stage_says (menu (), "Delete"));
  close_menu ();
  /* Of several that are selected, all keep being so. */
  tl_selection_add (selection, step (1));
  press_long (at.x, at.y);
  g_assert_cmpuint (tl_selection_size (selection), ==, 2);
  close_menu ();
  /* On the sheet it is the sheet's. */
  press_long (gtk_widget_get_width (GTK_WIDGET (canvas)) - 4, 4);
  g_assert_cmpuint (tl_selection_size (selection), ==, 0);
  close_menu ();
  g_assert_false (tl_document_is_modified (document));
  tl_stage_close_all ();
}

typedef struct
{
  TlPlace last;
  guint still;
} Rest;

/* Once a frame or so; a sheet that stands still for some of them has come to rest. */
static gboolean
rests (gpointer data)
{
  Rest *rest = data;
  TlPlace at = place (0);

  tl_stage_settle ();
  rest->still = hypot (at.x - rest->last.x, at.y - rest->last.y) > 1e-9 ? 0 : rest->still + 1;
  rest->last = at;
  return rest->still > 3;
}

static void
swipe (double speed_x, double speed_y)
{
  g_signal_emit_by_name (listener (GTK_TYPE_EVENT_CONTROLLER_SCROLL), "decelerate", speed_x, speed_y);
}

/* A swipe goes on for a while, against the fingers' scrolling, and comes to rest. Slowing down to 3 % a second, 1,000
 * a second go 1,000 ÷ −ln 0.03 far; 12 a second are as good as still. */
static void
test_coasting (void)
{
  double far = 1000 / -log (0.03);
  double left = 12 / -log (0.03);
  Rest rest = { { 0 } };
  TlPlace before;

  open_window ();
  before = place (0);
  swipe (1000, -500);
  tl_stage_wait (rests, &rest);
  g_assert_cmpfloat (before.x - place (0).x, >, far - left - 0.5);
  g_assert_cmpfloat (before.x - place (0).x, <, far + 0.5);
  g_assert_cmpfloat_with_epsilon (before.x - place (0).x, -2 * (before.y - place (0).y), 1);
  tl_stage_close_all ();
}

/* Whatever the hand does next ends it: nothing slides away from under it. */
static void
test_coasting_ends (void)
{
  TlPlace at;

  open_window ();
  swipe (4000, 0);
  g_signal_emit_by_name (listener (GTK_TYPE_GESTURE_ZOOM), "begin", NULL);
  at = place (0);
  tl_stage_settle ();
  tl_stage_settle ();
  assert_at (place (0), at.x, at.y);
  tl_stage_close_all ();
}

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  g_test_add_func ("/touch/pinch", test_pinch);
  g_test_add_func ("/touch/pinch-on-a-step", test_pinch_on_a_step);
  g_test_add_func ("/touch/long-press", test_long_press);
  g_test_add_func ("/touch/coasting", test_coasting);
  g_test_add_func ("/touch/coasting-ends", test_coasting_ends);
  return g_test_run ();
}
