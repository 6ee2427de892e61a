/* Looking for steps on the canvas: the bar, what it counts, where it leads, and where one stays. */
#include "app/find-bar.h"
#include "app/canvas.h"
#include "hands.h"
#include "stage.h"

typedef struct
{
  TlWindow *window;
  TlDocument *document;
  GtkWidget *bar;
} Room;

static void
enter (Room *room, gconstpointer data)
{
  room->window = tl_stage_open_sample ();
  tl_hands_begin (GTK_WINDOW (room->window));
  room->document = tl_window_get_document (room->window);
  room->bar = tl_stage_find (room->window, TL_TYPE_FIND_BAR, NULL);
  gtk_widget_grab_focus (tl_stage_find (room->window, TL_TYPE_CANVAS, NULL));
}

static void
leave (Room *room, gconstpointer data)
{
  tl_stage_close_all ();
}

static TlItem *
focus (Room *room)
{
  return tl_selection_focus (tl_document_selection (room->document));
}

static gboolean
is_in_sight (Room *room, TlItem *step)
{
  GtkWidget *canvas = tl_stage_find (room->window, TL_TYPE_CANVAS, NULL);
  double x, y;

  return tl_canvas_place_of (TL_CANVAS (canvas), step, &x, &y) && x > 0 && y > 0 && x < gtk_widget_get_width (canvas)
         && y < gtk_widget_get_height (canvas);
}

static void
test_find (Room *room, gconstpointer data)
{
  TlItem *before, *first, *second;

  tl_hands_keys ("Right Right");
  before = focus (room);
  g_assert_nonnull (before);
  tl_hands_key ("Control+f");
  g_assert_true (gtk_widget_get_visible (room->bar));
  tl_hands_type ("c");
  g_assert_true (tl_stage_says (room->bar, "1 of "));
  first = focus (room);
  g_assert_nonnull (first);
  g_assert_true (first != before);
  /* Escape closes the bar; one goes on with what was found, by the keys of the canvas. */
  tl_hands_key ("Escape");
  g_assert_false (gtk_widget_get_visible (room->bar));
  g_assert_true (focus (room) == first);
  g_assert_true (is_in_sight (room, first));
  tl_hands_key ("F2");
  tl_hands_type ("Found it");
  tl_hands_key ("Return");
  g_assert_cmpstr (tl_item_name (first), ==, "Found it");
  tl_hands_keys ("Control+z");
  /* Enter takes it, and once more goes on; one stays there. */
  tl_hands_keys ("Control+f Return");
  g_assert_true (focus (room) == first);
  tl_hands_key ("Return");
  g_assert_true (tl_stage_says (room->bar, "2 of "));
  second = focus (room);
  g_assert_true (second != first);
  tl_hands_key ("Shift+Return");
  g_assert_true (focus (room) == first);
  tl_hands_key ("Control+g");
  g_assert_true (tl_stage_says (room->bar, "2 of "));
  tl_hands_key ("Escape");
  g_assert_true (focus (room) == second);
}

static void
test_nothing (Room *room, gconstpointer data)
{
  TlItem *before;

  tl_hands_key ("Right");
  before = focus (room);
  tl_hands_key ("Control+f");
  tl_hands_type ("xyz");
  g_assert_true (tl_stage_says (room->bar, "Not found"));
  tl_hands_keys ("Return Escape");
  g_assert_true (focus (room) == before);
  /* Nor does what was found on the way there count. */
  tl_hands_key ("Control+f");
  tl_hands_type ("cxyz");
  g_assert_true (tl_stage_says (room->bar, "Not found"));
  tl_hands_key ("Escape");
  g_assert_true (focus (room) == before);
}

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  g_test_add ("/find/find", Room, NULL, enter, test_find, leave);
  g_test_add ("/find/nothing", Room, NULL, enter, test_nothing, leave);
  return g_test_run ();
}
