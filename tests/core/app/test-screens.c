/* Which screen shows what, is arithmetic: it is tested without a display. */
#include "app/screens.h"

static void
assert_screens (guint count, int home, gboolean swapped, int audience, int presenter)
{
  TlScreens screens = tl_screens_choose (count, home, swapped);

  g_assert_cmpint (screens.audience, ==, audience);
  g_assert_cmpint (screens.presenter, ==, presenter);
}

/* One screen, or none that anybody knows of: the slides are what counts. */
static void
test_one (void)
{
  assert_screens (1, 0, FALSE, 0, TL_SCREEN_NONE);
  assert_screens (1, 0, TRUE, 0, TL_SCREEN_NONE);
  assert_screens (0, TL_SCREEN_NONE, FALSE, 0, TL_SCREEN_NONE);
  assert_screens (1, 7, FALSE, 0, TL_SCREEN_NONE);
}

/* Where the team has been working is for who presents; the projector is the other one. */
static void
test_two (void)
{
  assert_screens (2, 0, FALSE, 1, 0);
  assert_screens (2, 1, FALSE, 0, 1);
  assert_screens (2, TL_SCREEN_NONE, FALSE, 1, 0);
  assert_screens (3, 2, FALSE, 0, 2);
}

static void
test_swapped (void)
{
  assert_screens (2, 0, TRUE, 0, 1);
  assert_screens (2, 1, TRUE, 1, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/screens/one", test_one);
  g_test_add_func ("/screens/two", test_two);
  g_test_add_func ("/screens/swapped", test_swapped);
  return g_test_run ();
}
