/* test-bar-place.c: the bar beside a selection covers neither that nor, where there is another place, its neighbours.
 */
#include "app/bar-place.h"

static gboolean
meet (const TlBox *a, const TlBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

/* In a room of 1000 × 600, a bar of 300 × 40 for a step in the middle, unless @anchor is said. */
static TlBox
place (const TlBox *anchor, const TlBox *neighbours, guint n)
{
  g_autoptr (GArray) never = g_array_new (FALSE, FALSE, sizeof (TlBox));
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (TlBox));
  TlBarWish wish = { 300, 40, { 6, 6, 988, 588 }, *anchor, 16, 30, never, others };
  TlPlace at;

  g_array_append_val (never, *anchor);
  g_array_append_vals (others, neighbours, n);
  at = tl_bar_place (&wish);
  g_assert_cmpfloat (at.x, >=, 6);
  g_assert_cmpfloat (at.y, >=, 6);
  g_assert_cmpfloat (at.x, <=, 694);
  g_assert_cmpfloat (at.y, <=, 554);
  return (TlBox){ at.x, at.y, 300, 40 };
}

static const TlBox step = { 450, 250, 100, 60 };

static void
test_above (void)
{
  TlBox bar = place (&step, NULL, 0);

  g_assert_cmpfloat (bar.x, ==, 350);
  g_assert_cmpfloat (bar.y, ==, 194);
}

/* A row of steps above: below. Rows above and below: beside. */
static void
test_neighbours (void)
{
  static const TlBox rows[] = { { 0, 180, 1000, 60 }, { 0, 320, 1000, 60 } };
  TlBox bar = place (&step, rows, 1);

  g_assert_cmpfloat (bar.y, ==, 340);
  bar = place (&step, rows, 2);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_false (meet (&bar, &rows[i]));
  g_assert_false (meet (&bar, &step));
}

/* One step above to the right: the bar moves to the left end rather than down. */
static void
test_along_an_end (void)
{
  static const TlBox boxes[] = { { 560, 180, 100, 60 }, { 400, 320, 200, 100 } };
  TlBox bar = place (&step, boxes, 2);

  g_assert_cmpfloat (bar.y, ==, 194);
  g_assert_cmpfloat (bar.x, ==, 250);
}

/* At the border of the room, and for a selection as large as the room, it stays within. */
static void
test_borders (void)
{
  static const TlBox corners[] = { { 0, 0, 100, 60 }, { 900, 0, 100, 60 }, { 0, 540, 100, 60 }, { 900, 540, 100, 60 } };
  static const TlBox all = { -100, -100, 1200, 800 };

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      TlBox bar = place (&corners[i], NULL, 0);

      g_assert_false (meet (&bar, &corners[i]));
    }
  place (&all, NULL, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/bar-place/above", test_above);
  g_test_add_func ("/bar-place/neighbours", test_neighbours);
  g_test_add_func ("/bar-place/along-an-end", test_along_an_end);
  g_test_add_func ("/bar-place/borders", test_borders);
  return g_test_run ();
}
