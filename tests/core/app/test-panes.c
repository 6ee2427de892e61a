/* The panes beside the canvas: which of them have room. */
#include "app/panes.h"

static TlPanesWish
wish (double room)
{
  return (TlPanesWish){
    .room = room,
    .width = { [TL_PANE_OUTLINE] = 300, [TL_PANE_INSPECTOR] = 376 },
    .canvas = 500,
    .wanted = { TRUE, TRUE },
    .newest = TL_PANE_OUTLINE,
    .over = TL_N_PANES,
  };
}

static void
assert_shown (const TlPanesWish *wanted, gboolean outline, gboolean inspector)
{
  TlPanes panes = tl_panes_arrange (wanted);

  g_assert_cmpint (panes.shown[TL_PANE_OUTLINE], ==, outline);
  g_assert_cmpint (panes.shown[TL_PANE_INSPECTOR], ==, inspector);
}

static void
test_room_for_both (void)
{
  TlPanesWish wide = wish (1101);

  assert_shown (&wide, TRUE, TRUE);
  wide.wanted[TL_PANE_OUTLINE] = FALSE;
  assert_shown (&wide, FALSE, TRUE);
}

/* The newer takes the other's place, which comes back when it goes. */
static void
test_room_for_one (void)
{
  TlPanesWish middle = wish (1100);

  assert_shown (&middle, TRUE, FALSE);
  middle.newest = TL_PANE_INSPECTOR;
  assert_shown (&middle, FALSE, TRUE);
  middle.wanted[TL_PANE_INSPECTOR] = FALSE;
  assert_shown (&middle, TRUE, FALSE);
}

/* The narrower one still has room. */
static void
test_room_for_the_narrow (void)
{
  TlPanesWish small = wish (850);

  small.newest = TL_PANE_INSPECTOR;
  assert_shown (&small, TRUE, FALSE);
  small.over = TL_PANE_INSPECTOR;
  assert_shown (&small, FALSE, TRUE);
  g_assert_true (tl_panes_arrange (&small).folded[TL_PANE_INSPECTOR]);
  g_assert_false (tl_panes_arrange (&small).folded[TL_PANE_OUTLINE]);
}

static void
test_no_room (void)
{
  TlPanesWish narrow = wish (700);

  assert_shown (&narrow, FALSE, FALSE);
  narrow.over = TL_PANE_OUTLINE;
  assert_shown (&narrow, TRUE, FALSE);
  /* With room it is no longer over anything, but where it belongs. */
  narrow.room = 1200;
  assert_shown (&narrow, TRUE, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/panes/room-for-both", test_room_for_both);
  g_test_add_func ("/panes/room-for-one", test_room_for_one);
  g_test_add_func ("/panes/room-for-the-narrow", test_room_for_the_narrow);
  g_test_add_func ("/panes/no-room", test_no_room);
  return g_test_run ();
}
