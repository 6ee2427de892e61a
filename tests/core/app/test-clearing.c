/* test-clearing.c: nothing lies over a flow that is shown as a whole, and it is as large as it can be then. */
#include "app/clearing.h"

static GArray *
make_boxes (const TlBox *boxes, guint n)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (TlBox));

  g_array_append_vals (array, boxes, n);
  return array;
}

/* A room of 1000 × 600 with buttons in its right lower corner, and a card in the left one. */
static const TlBox covers[] = { { 700, 540, 300, 60 }, { 0, 480, 320, 120 } };

static TlViewport
fit (const TlBox *boxes, guint n, TlClearing *clearing)
{
  TlViewport view;

  *clearing = (TlClearing){ boxes[0], make_boxes (boxes, n), 1000, 600, 20, 3 };
  for (guint i = 1; i < n; i++)
    {
      double right = MAX (clearing->bounds.x + clearing->bounds.width, boxes[i].x + boxes[i].width);
      double bottom = MAX (clearing->bounds.y + clearing->bounds.height, boxes[i].y + boxes[i].height);

      clearing->bounds.x = MIN (clearing->bounds.x, boxes[i].x);
      clearing->bounds.y = MIN (clearing->bounds.y, boxes[i].y);
      clearing->bounds.width = right - clearing->bounds.x;
      clearing->bounds.height = bottom - clearing->bounds.y;
    }
  tl_clearing_fit (clearing, covers, G_N_ELEMENTS (covers), &view);
  return view;
}

static void
clear (TlClearing *clearing)
{
  g_array_unref ((GArray *) clearing->boxes);
}

/* Everything is in the room, and nothing under a cover; counted anew here. */
static void
assert_clear (const TlClearing *clearing, const TlViewport *view)
{
  for (guint b = 0; b < clearing->boxes->len; b++)
    {
      TlBox box = tl_viewport_box_to_widget (view, &g_array_index (clearing->boxes, TlBox, b));

      g_assert_cmpfloat (box.x, >=, 19.9);
      g_assert_cmpfloat (box.y, >=, 19.9);
      g_assert_cmpfloat (box.x + box.width, <=, 980.1);
      g_assert_cmpfloat (box.y + box.height, <=, 580.1);
      for (guint i = 0; i < G_N_ELEMENTS (covers); i++)
        g_assert_false (box.x < covers[i].x + covers[i].width && box.x + box.width > covers[i].x
                        && box.y < covers[i].y + covers[i].height && box.y + box.height > covers[i].y);
    }
}

/* A flow that leaves the corners free is as large as without covers. */
static void
test_free_corners (void)
{
  static const TlBox boxes[] = { { 0, 0, 960, 400 }, { 400, 450, 200, 110 } };
  TlClearing clearing;
  TlViewport view = fit (boxes, 2, &clearing);

  assert_clear (&clearing, &view);
  g_assert_cmpfloat_with_epsilon (view.zoom, 1, 1e-9);
  clear (&clearing);
}

/* One box fills the room: it goes above the covers, in the middle of what is left. */
static void
test_full (void)
{
  static const TlBox boxes[] = { { -50, 70, 960, 560 } };
  TlClearing clearing;
  TlViewport view = fit (boxes, 1, &clearing);

  assert_clear (&clearing, &view);
  g_assert_cmpfloat (view.zoom, >=, 440 / 560.0 - 0.03);
  clear (&clearing);
}

/* What could lie under a cover is moved away from it where there is room, before it is made smaller. */
static void
test_moves_first (void)
{
  static const TlBox boxes[] = { { 0, 0, 100, 560 } };
  TlClearing clearing = { boxes[0], make_boxes (boxes, 1), 1000, 600, 20, 3 };
  const TlBox cover = { 400, 500, 200, 100 };
  TlViewport view;

  tl_clearing_fit (&clearing, &cover, 1, &view);
  g_assert_cmpfloat_with_epsilon (view.zoom, 1, 1e-9);
  g_assert_true (tl_clearing_is_clear (&clearing, &view, &cover, 1));
  clear (&clearing);
}

/* Stairs of many sizes: always clear, and never smaller than in the strip above all covers. */
static void
test_stairs (void)
{
  for (guint n = 1; n < 40; n++)
    {
      TlBox boxes[40];
      TlClearing clearing;
      TlViewport view;
      double strip;

      for (guint i = 0; i < n; i++)
        boxes[i] = (TlBox){ 130.0 * i, (n % 3 ? 50.0 : -70.0) * i, 100, 60 };
      view = fit (boxes, n, &clearing);
      assert_clear (&clearing, &view);
      strip = MIN (MIN (960 / clearing.bounds.width, 440 / clearing.bounds.height), 3);
      g_assert_cmpfloat (view.zoom, >=, strip - 1e-9);
      clear (&clearing);
    }
}

/* No larger than was asked for, and an empty cover is none. */
static void
test_most (void)
{
  static const TlBox boxes[] = { { 0, 0, 100, 60 } };
  TlClearing clearing = { boxes[0], make_boxes (boxes, 1), 1000, 600, 20, 0.5 };
  const TlBox nothing = { 500, 300, 0, 0 };
  TlViewport view;

  tl_clearing_fit (&clearing, &nothing, 1, &view);
  g_assert_cmpfloat (view.zoom, ==, 0.5);
  g_assert_cmpfloat_with_epsilon (view.x, 475, 1e-9);
  clear (&clearing);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/clearing/free-corners", test_free_corners);
  g_test_add_func ("/clearing/full", test_full);
  g_test_add_func ("/clearing/moves-first", test_moves_first);
  g_test_add_func ("/clearing/stairs", test_stairs);
  g_test_add_func ("/clearing/most", test_most);
  return g_test_run ();
}
