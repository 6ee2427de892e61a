/* What commands do to a flow, by keys: insert, splice, duplicate, arrange. */
#include "drawing-room.h"
#include "layout/flow-geometry.h"
#include "stage.h"

static void
test_insert_on_connector (TlDrawingRoom *room, gconstpointer data)
{
  g_autoptr (GBytes) before = NULL;
  double spacing;

  tl_drawing_room_draw (room, "one two three");
  spacing = tl_drawing_room_named (room, "three")->x - tl_drawing_room_named (room, "two")->x;
  before = tl_drawing_room_bytes (room);
  tl_hands_keys ("Left Shift+Left i");
  tl_hands_type ("between");
  tl_hands_key ("Return");
  g_assert_nonnull (tl_drawing_room_way (room, "one", "between"));
  g_assert_nonnull (tl_drawing_room_way (room, "between", "two"));
  g_assert_null (tl_drawing_room_way (room, "one", "two"));
  /* All keep the spacing that they had. */
  g_assert_cmpfloat_with_epsilon (
    tl_drawing_room_named (room, "between")->x - tl_drawing_room_named (room, "one")->x, spacing, 1e-9);
  g_assert_cmpfloat_with_epsilon (
    tl_drawing_room_named (room, "two")->x - tl_drawing_room_named (room, "between")->x, spacing, 1e-9);
  g_assert_cmpfloat_with_epsilon (
    tl_drawing_room_named (room, "three")->x - tl_drawing_room_named (room, "two")->x, spacing, 1e-9);
  tl_drawing_room_assert_one_undo (room, before);
}

static void
test_insert_after_step (TlDrawingRoom *room, gconstpointer data)
{
  tl_drawing_room_draw (room, "one two");
  tl_hands_keys ("Left i");
  tl_hands_type ("between");
  tl_hands_key ("Return");
  g_assert_nonnull (tl_drawing_room_way (room, "one", "between"));
  g_assert_nonnull (tl_drawing_room_way (room, "between", "two"));
  /* After the last there is nothing to insert into: it goes on. */
  tl_hands_keys ("Right i");
  tl_hands_type ("end");
  tl_hands_key ("Return");
  g_assert_nonnull (tl_drawing_room_way (room, "two", "end"));
  tl_hands_keys ("Escape i");
  g_assert_cmpstr (room->said, ==, "Select a connector first, or the step after which to insert one");
}

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  TL_ROOM_TEST ("/commands/insert-on-connector", test_insert_on_connector);
  TL_ROOM_TEST ("/commands/insert-after-step", test_insert_after_step);
  return g_test_run ();
}
