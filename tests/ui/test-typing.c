/* What is typed on the canvas: where it goes, what is read from it, and what means nothing. */
#include "drawing-room.h"
#include "stage.h"

/* An hour of events; only how far they are apart counts. */
#define BEGIN 3600000

static GtkWidget *
name_entry (TlDrawingRoom *room)
{
  return tl_stage_find (room->canvas, GTK_TYPE_ENTRY, NULL);
}

static gboolean
press (TlDrawingRoom *room, guint key, guint32 time)
{
  return tl_canvas_take_key (room->canvas, key, 0, BEGIN + time);
}

/* L without a step, and then the role's name: none of its letters is a command. */
static void
test_in_vain (TlDrawingRoom *room, gconstpointer data)
{
  g_autoptr (GBytes) before = NULL;

  tl_drawing_room_draw (room, "one two");
  tl_hands_key ("Escape");
  before = tl_drawing_room_bytes (room);
  press (room, GDK_KEY_l, 0);
  g_assert_cmpstr (room->said, ==, "Select a step first");
  g_assert_true (press (room, GDK_KEY_C, 600));
  g_assert_true (press (room, GDK_KEY_n, 1200));
  g_assert_true (press (room, GDK_KEY_space, 1300));
  g_assert_true (press (room, GDK_KEY_n, 1900));
  g_assert_false (gtk_widget_get_visible (name_entry (room)));
  g_assert_true (g_bytes_equal (before, tl_drawing_room_bytes (room)));
  /* After a pause it is a command again, and so is what is no letter at once. */
  press (room, GDK_KEY_n, 2700);
  g_assert_true (gtk_widget_get_visible (name_entry (room)));
  tl_hands_keys ("Escape Escape");
  press (room, GDK_KEY_v, 10000);
  press (room, GDK_KEY_Right, 10100);
  press (room, GDK_KEY_v, 10200);
  g_assert_cmpint (tl_drawing_room_step (room, 0)->class, ==, TL_CLASS_VALUE);
}

/* The same by hand: what comes later than a word goes on is heard. */
static void
test_in_vain_by_hand (TlDrawingRoom *room, gconstpointer data)
{
  tl_drawing_room_draw (room, "one");
  tl_hands_keys ("Escape t");
  g_assert_cmpstr (room->said, ==, "Select a step first");
  g_usleep (800 * 1000);
  tl_hands_key ("n");
  g_assert_true (gtk_widget_get_visible (name_entry (room)));
}

static graphene_rect_t
entry_bounds (TlDrawingRoom *room)
{
  graphene_rect_t bounds;

  tl_hands_settle ();
  g_assert_true (gtk_widget_compute_bounds (name_entry (room), GTK_WIDGET (room->canvas), &bounds));
  return bounds;
}

/* The entry of a name goes on to the right while there are more words, so that one sees what one types. */
static void
test_growing (TlDrawingRoom *room, gconstpointer data)
{
  graphene_rect_t narrow, wide;

  tl_hands_key ("Tab");
  narrow = entry_bounds (room);
  tl_hands_type ("Short");
  g_assert_cmpfloat (entry_bounds (room).size.width, ==, narrow.size.width);
  tl_hands_type (" > Book a visit > Close");
  wide = entry_bounds (room);
  g_assert_cmpfloat (wide.size.width, >, narrow.size.width);
  g_assert_cmpfloat (wide.origin.x, ==, narrow.origin.x);
  tl_hands_type (" > and that is how it goes on and on and on and on and on and on and on and on and on");
  g_assert_cmpfloat (entry_bounds (room).size.width, ==, 3 * narrow.size.width);
  /* And back with fewer. */
  tl_hands_keys ("Control+a");
  tl_hands_type ("A");
  g_assert_cmpfloat (entry_bounds (room).size.width, ==, narrow.size.width);
  tl_hands_key ("Escape");
  /* At the edge of the canvas it stays in sight. */
  tl_drawing_room_draw (room, "one two three four five six seven");
  tl_hands_key ("F2");
  tl_hands_type ("a name that goes on and on and on and on and on and on and on and on and on and on and on");
  wide = entry_bounds (room);
  g_assert_cmpfloat (wide.size.width, ==, 3 * narrow.size.width);
  g_assert_cmpfloat (wide.origin.x + wide.size.width, <, (float) gtk_widget_get_width (GTK_WIDGET (room->canvas)));
}

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  TL_ROOM_TEST ("/typing/in-vain", test_in_vain);
  TL_ROOM_TEST ("/typing/in-vain-by-hand", test_in_vain_by_hand);
  TL_ROOM_TEST ("/typing/growing", test_growing);
  return g_test_run ();
}
