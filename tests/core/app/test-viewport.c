/* The viewport is arithmetic: it is tested without a display, though it lives beside the window. */
#include "app/viewport.h"

static void
test_there_and_back (void)
{
  TlViewport viewport = { .zoom = 1.7, .x = 31, .y = -12 };
  TlPlace place = tl_viewport_to_flow (&viewport, 200, 300);
  TlPlace back = tl_viewport_to_widget (&viewport, place);

  g_assert_cmpfloat_with_epsilon (back.x, 200, 1e-9);
  g_assert_cmpfloat_with_epsilon (back.y, 300, 1e-9);
}

static void
test_zoom_holds_the_pointer (void)
{
  TlViewport viewport = { .zoom = 1, .x = 50, .y = 20 };
  TlPlace before = tl_viewport_to_flow (&viewport, 400, 100);
  TlPlace after;

  tl_viewport_zoom_at (&viewport, 2.5, 400, 100);
  after = tl_viewport_to_flow (&viewport, 400, 100);
  g_assert_cmpfloat_with_epsilon (viewport.zoom, 2.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (after.x, before.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (after.y, before.y, 1e-9);
}

static void
test_zoom_has_bounds (void)
{
  TlViewport viewport = { .zoom = 1 };

  tl_viewport_zoom_at (&viewport, 1e6, 10, 10);
  g_assert_cmpfloat (viewport.zoom, ==, TL_ZOOM_MOST);
  tl_viewport_zoom_at (&viewport, 1e-9, 10, 10);
  g_assert_cmpfloat (viewport.zoom, ==, TL_ZOOM_LEAST);
  /* A view that shows more than hands go for stays as far away, and comes nearer from there. */
  viewport.zoom = TL_ZOOM_LEAST / 4;
  tl_viewport_zoom_at (&viewport, 0.5, 10, 10);
  g_assert_cmpfloat (viewport.zoom, ==, TL_ZOOM_LEAST / 4);
  tl_viewport_zoom_at (&viewport, 2, 10, 10);
  g_assert_cmpfloat (viewport.zoom, ==, TL_ZOOM_LEAST / 2);
}

static void
test_fit (void)
{
  TlViewport viewport = { .zoom = 1 };
  TlBox wide = { -500, 100, 2000, 200 };
  TlBox seen;

  tl_viewport_fit (&viewport, &wide, 1000, 600, 20, TL_ZOOM_FIT_MOST);
  seen = tl_viewport_box_to_widget (&viewport, &wide);
  g_assert_cmpfloat_with_epsilon (seen.x, 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (seen.width, 960, 1e-9);
  g_assert_cmpfloat_with_epsilon (seen.y + seen.height / 2, 300, 1e-9);

  tl_viewport_fit (&viewport, &(TlBox){ 0, 0, 10, 10 }, 1000, 600, 20, TL_ZOOM_FIT_MOST);
  g_assert_cmpfloat (viewport.zoom, ==, TL_ZOOM_FIT_MOST);
  tl_viewport_fit (&viewport, &(TlBox){ 0, 0, 0, 0 }, 1000, 600, 20, TL_ZOOM_FIT_MOST);
  g_assert_cmpfloat (viewport.zoom, ==, TL_ZOOM_FIT_MOST);
}

/* However large a flow is, all of it is shown. */
static void
test_fit_large (void)
{
  TlViewport viewport = { .zoom = 1 };

  for (double length = 30000; length < 1e6; length *= 3)
    {
      TlBox flow = { -100, 50, length, 900 };
      TlBox seen;

      tl_viewport_fit (&viewport, &flow, 1000, 600, 20, TL_ZOOM_FIT_MOST);
      seen = tl_viewport_box_to_widget (&viewport, &flow);
      g_assert_cmpfloat_with_epsilon (seen.x, 20, 1e-6);
      g_assert_cmpfloat_with_epsilon (seen.width, 960, 1e-6);
    }
}

/* The deeper in the zone, the faster; at the border a view's length takes two seconds. */
static void
test_pull (void)
{
  double before = 0;

  g_assert_cmpfloat (tl_viewport_pull (500, 1000, 28), ==, 0);
  g_assert_cmpfloat (tl_viewport_pull (28, 1000, 28), ==, 0);
  for (double at = 972; at <= 1000; at += 4)
    {
      double speed = -tl_viewport_pull (at, 1000, 28);

      g_assert_true (speed > before || at == 972);
      g_assert_cmpfloat_with_epsilon (tl_viewport_pull (1000 - at, 1000, 28), speed, 1e-9);
      before = speed;
    }
  g_assert_cmpfloat_with_epsilon (before, 500, 1e-9);
  g_assert_cmpfloat_with_epsilon (tl_viewport_pull (2000, 1000, 28), -500, 1e-9);
  g_assert_cmpfloat (-tl_viewport_pull (980, 1000, 28), <, 60);
  /* A widget of nothing but borders stands still. */
  g_assert_cmpfloat (tl_viewport_pull (2, 100, 28), ==, 0);
}

static void
test_reveal (void)
{
  TlViewport viewport = { .zoom = 1 };

  g_assert_false (tl_viewport_reveal (&viewport, &(TlBox){ 50, 50, 100, 80 }, 400, 300, 10));
  g_assert_true (tl_viewport_reveal (&viewport, &(TlBox){ 380, 50, 100, 80 }, 400, 300, 10));
  g_assert_cmpfloat (viewport.x, ==, -90);
  g_assert_cmpfloat (viewport.y, ==, 0);
  /* Too long for the room: its beginning is shown. */
  g_assert_true (tl_viewport_reveal (&viewport, &(TlBox){ 0, 50, 1000, 80 }, 400, 300, 10));
  g_assert_cmpfloat (viewport.x, ==, 10);
}

static void
test_between (void)
{
  TlViewport from = { 1, 10, 20 }, to = from;
  TlPlace fixed = { 70, 30 };

  tl_viewport_zoom_at (&to, 3, 80, 50);
  for (double part = 0; part <= 1; part += 0.125)
    {
      TlViewport view = tl_viewport_between (&from, &to, part);
      TlPlace at = tl_viewport_to_widget (&view, fixed);

      g_assert_cmpfloat_with_epsilon (at.x, 80, 1e-9);
      g_assert_cmpfloat_with_epsilon (at.y, 50, 1e-9);
    }
  to = (TlViewport){ 1, 110, -80 };
  g_assert_cmpfloat_with_epsilon (tl_viewport_between (&from, &to, 0.5).x, 60, 1e-9);
  g_assert_cmpfloat (tl_viewport_between (&from, &to, 1).y, ==, -80);
}

/* Nothing is left empty that the flow could fill, and no more is moved than that takes. */
static void
test_fill (void)
{
  static const struct
  {
    double x, width, left; /* of the flow, at 100 %, in a window of 1000 */
  } cases[] = {
    { 950, 3000, 20 }, { -2990, 3000, 980 - 3000 }, { -500, 3000, -500 }, { -2020, 3000, -2020 },
    { -300, 400, 20 }, { 900, 400, 980 - 400 },     { 300, 400, 300 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlViewport viewport = { .zoom = 1, .x = cases[i].x, .y = 100 };
      TlBox flow = { 0, 0, cases[i].width, 200 };

      tl_viewport_fill (&viewport, &flow, 1000, 600, 20);
      g_assert_cmpfloat_with_epsilon (viewport.x, cases[i].left, 1e-9);
      g_assert_cmpfloat_with_epsilon (viewport.y, 100, 1e-9);
      g_assert_cmpfloat (viewport.zoom, ==, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/viewport/there-and-back", test_there_and_back);
  g_test_add_func ("/viewport/zoom-holds-the-pointer", test_zoom_holds_the_pointer);
  g_test_add_func ("/viewport/zoom-has-bounds", test_zoom_has_bounds);
  g_test_add_func ("/viewport/fit", test_fit);
  g_test_add_func ("/viewport/fit-large", test_fit_large);
  g_test_add_func ("/viewport/pull", test_pull);
  g_test_add_func ("/viewport/reveal", test_reveal);
  g_test_add_func ("/viewport/fill", test_fill);
  g_test_add_func ("/viewport/between", test_between);
  return g_test_run ();
}
