/* Effort by mouse alone: from an empty study to a flow of 12 named, marked, timed steps with one
 * choice, one rework loop and one raised failure demand, and the capacity on screen. The keyboard
 * types words and numbers, and nothing else: no Enter, no Tab, no shortcut.
 */
#include <adwaita.h>
#include <math.h>
#include <string.h>

#include "app/canvas.h"
#include "app/chart-view.h"
#include "app/prompt.h"
#include "app/selection-bar.h"
#include "hands.h"
#include "layout/flow-geometry.h"
#include "stage.h"
#include "study/connector.h"
#include "study/entry.h"
#include "study/raises.h"
#include "study/step.h"

typedef struct
{
  TlWindow *window;
  GtkWidget *canvas;
  TlFlow *flow;
} Board;

static const struct
{
  const char *name;
  TlStepClass class;
  const char *time; /* a button that says it, or words to type */
  gboolean typed;
} steps[] = {
  { "call", TL_CLASS_VALUE, "5m", FALSE },     { "find", TL_CLASS_WASTE, "3m", TRUE },
  { "check", TL_CLASS_WASTE, "5m", FALSE },    { "book", TL_CLASS_VALUE, "5m", FALSE },
  { "send", TL_CLASS_WASTE, "2m", TRUE },      { "sort", TL_CLASS_WASTE, "15m", FALSE },
  { "parts", TL_CLASS_VALUE, "30m", FALSE },   { "fix", TL_CLASS_VALUE, "70m", TRUE },
  { "inspect", TL_CLASS_WASTE, "15m", FALSE }, { "record", TL_CLASS_WASTE, "5m", FALSE },
  { "close", TL_CLASS_WASTE, "5m", FALSE },    { "no", TL_CLASS_WASTE, "5m", FALSE },
};

/* Where the choice is made, where the loop leads back, and what causes the failure demand. */
#define CHOICE 2
#define LOOP_FROM 8
#define LOOP_TO 7
#define CAUSE 9

static const char *
words_of (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)))
    return gtk_menu_button_get_label (GTK_MENU_BUTTON (widget));
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)))
    return gtk_button_get_label (GTK_BUTTON (widget));
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  return gtk_widget_get_tooltip_text (widget);
}

/* What is to be seen below @root of that type, with those words. */
static GtkWidget *
seen (GtkWidget *root, GType type, const char *words)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && gtk_widget_get_mapped (root)
      && (!words || g_strcmp0 (words_of (root), words) == 0))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = seen (child, type, words);

      if (found)
        return found;
    }
  return NULL;
}

static void
tap (GtkWidget *root, GType type, const char *words)
{
  GtkWidget *widget;

  /* What has just been opened has its place after a frame. */
  tl_stage_settle ();
  widget = root ? seen (root, type, words) : NULL;
  if (!widget)
    g_error ("there is no “%s” to be seen", words);
  tl_hands_click_on (widget);
}

static void
tap_bar (Board *board, const char *words)
{
  tap (seen (board->canvas, TL_TYPE_SELECTION_BAR, NULL), GTK_TYPE_BUTTON, words);
}

static void
tap_prompt (Board *board, const char *words)
{
  tap (seen (board->canvas, TL_TYPE_PROMPT, NULL), GTK_TYPE_BUTTON, words);
}

static TlStep *
step (Board *board, guint index)
{
  g_assert_cmpuint (index, <, board->flow->steps->len);
  return g_ptr_array_index (board->flow->steps, index);
}

static void
place_of (Board *board, gconstpointer item, double *x, double *y)
{
  tl_stage_settle ();
  g_assert_true (tl_canvas_place_of (TL_CANVAS (board->canvas), item, x, y));
}

static void
click_item (Board *board, gconstpointer item)
{
  double x, y;

  place_of (board, item, &x, &y);
  tl_hands_click (board->canvas, x, y);
}

static double
half_width (Board *board)
{
  return TL_STEP_WIDTH / 2 * tl_canvas_get_zoom (TL_CANVAS (board->canvas));
}

/* The whole flow is in sight, so steps are small, and the handle stands beside the one pointed at. */
static void
drag_from_handle (Board *board, double x, double y, double to_x, double to_y)
{
  tl_hands_move (board->canvas, x, y);
  tl_hands_drag (board->canvas, x + half_width (board) + 9, y, to_x, to_y);
}

/* A chain: names are typed, buttons do the rest. */
static void
draw_chain (Board *board)
{
  tl_hands_double_click (board->canvas, gtk_widget_get_width (board->canvas) / 4.0,
                         gtk_widget_get_height (board->canvas) / 2.0);
  for (guint i = 0; i + 1 < G_N_ELEMENTS (steps); i++)
    {
      if (i > 0)
        tap_bar (board, "Next step");
      tl_hands_type (steps[i].name);
    }
  tap_bar (board, "Done");
  g_assert_cmpuint (board->flow->steps->len, ==, G_N_ELEMENTS (steps) - 1);
  g_assert_cmpuint (board->flow->connectors->len, ==, G_N_ELEMENTS (steps) - 2);
}

static void
show_all (Board *board)
{
  tap (GTK_WIDGET (board->window), GTK_TYPE_MENU_BUTTON, "How large the flow is shown");
  tap (GTK_WIDGET (board->window), GTK_TYPE_LABEL, "The whole flow (Home)");
}

/* One of two ways: to a step of its own, with a share that a button says. */
static void
draw_choice (Board *board)
{
  TlConnector *aside;
  double x, y;

  click_item (board, step (board, CHOICE));
  tap (seen (board->canvas, TL_TYPE_SELECTION_BAR, NULL), GTK_TYPE_MENU_BUTTON, "Work");
  tap (board->canvas, GTK_TYPE_LABEL, "Decision");
  g_assert_cmpint (step (board, CHOICE)->kind, ==, TL_STEP_DECISION);
  place_of (board, step (board, CHOICE), &x, &y);
  drag_from_handle (board, x, y, x + 3 * half_width (board), y + 160);
  tl_hands_type (steps[G_N_ELEMENTS (steps) - 1].name);
  tap_bar (board, "Done");
  aside = g_ptr_array_index (board->flow->connectors, board->flow->connectors->len - 1);
  g_assert_true (aside->from == step (board, CHOICE));
  /* On its line, just before it ends. */
  place_of (board, aside->to, &x, &y);
  tl_hands_click (board->canvas, x - half_width (board) - 10, y);
  g_assert_true (tl_selection_has (tl_document_selection (tl_window_get_document (board->window)), aside));
  tap_bar (board, "%");
  tap_prompt (board, "10%");
  tap_prompt (board, "OK");
  g_assert_cmpfloat (aside->share, ==, 0.1);
}

static void
draw_loop (Board *board)
{
  TlConnector *back;
  double x, y, to_x, to_y;

  place_of (board, step (board, LOOP_FROM), &x, &y);
  place_of (board, step (board, LOOP_TO), &to_x, &to_y);
  drag_from_handle (board, x, y, to_x, to_y);
  back = g_ptr_array_index (board->flow->connectors, board->flow->connectors->len - 1);
  g_assert_true (back->from == step (board, LOOP_FROM));
  /* What leads back is rework without a word. */
  g_assert_cmpint (back->kind, ==, TL_CONNECTOR_REWORK);
  tap_bar (board, "%");
  tap_prompt (board, "20%");
  tap_prompt (board, "OK");
  g_assert_cmpfloat (back->share, ==, 0.2);
}

static void
mark_and_time (Board *board, guint i)
{
  click_item (board, step (board, i));
  tap_bar (board, steps[i].class == TL_CLASS_VALUE ? "Value" : "Waste");
  tap_bar (board, "How long does it take? (T)");
  if (steps[i].typed)
    tl_hands_type (steps[i].time);
  else
    tap_prompt (board, steps[i].time);
  tap_prompt (board, "OK");
  g_assert_cmpint (step (board, i)->class, ==, steps[i].class);
  g_assert_false (isnan (step (board, i)->work_minutes));
}

static void
let_demands_in (Board *board)
{
  click_item (board, step (board, 0));
  tap_bar (board, "What do customers ask for here? (E)");
  tl_hands_type ("fix it");
  tap_prompt (board, "100");
  tap_prompt (board, "OK");
  click_item (board, step (board, CAUSE));
  tap_bar (board, "F");
  tl_hands_type ("where is it");
  tap_prompt (board, "25%");
  tap_prompt (board, "OK");
  g_assert_cmpuint (board->flow->entries->len, ==, 2);
  g_assert_cmpuint (board->flow->raises->len, ==, 1);
}

static void
test_effort (void)
{
  Board board = { .window = tl_stage_new_window () };
  const TlCapacity *capacity;
  TlDocument *document;

  gtk_window_set_default_size (GTK_WINDOW (board.window), 1900, 1000);
  tl_hands_begin (GTK_WINDOW (board.window));
  tap (GTK_WIDGET (board.window), GTK_TYPE_BUTTON, "_Draw a Flow Now");
  document = tl_window_get_document (board.window);
  board.flow = tl_document_flow (document);
  board.canvas = seen (GTK_WIDGET (board.window), TL_TYPE_CANVAS, NULL);
  draw_chain (&board);
  show_all (&board);
  draw_choice (&board);
  show_all (&board);
  draw_loop (&board);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    mark_and_time (&board, i);
  let_demands_in (&board);
  tap (GTK_WIDGET (board.window), GTK_TYPE_LABEL, "Capacity");

  tl_hands_settle ();
  capacity = tl_document_capacity (document);
  g_assert_nonnull (capacity);
  g_assert_cmpfloat (capacity->hours.hours[TL_BUCKET_FAILURE], >, 0);
  g_assert_cmpfloat (capacity->hours.hours[TL_BUCKET_REWORK], >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    g_assert_cmpstr (step (&board, i)->name, ==, steps[i].name);
  g_assert_nonnull (seen (GTK_WIDGET (board.window), TL_TYPE_CHART_VIEW, NULL));
  g_test_message ("%u clicks and drags, %u keys besides words and numbers", tl_hands_clicks (),
                  tl_hands_keys_pressed ());
  g_assert_cmpuint (tl_hands_keys_pressed (), ==, 0);
  tl_stage_close_all ();
}

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  g_test_add_func ("/effort/mouse-alone", test_effort);
  return g_test_run ();
}
