/* What a dragged box snaps to, and what is then told. */
#include "layout/guides.h"

#define WIDE 100.0
#define HIGH 50.0

static GArray *
boxes_at (const TlPlace *places, guint n)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (TlBox));

  for (guint i = 0; i < n; i++)
    {
      TlBox box = { places[i].x, places[i].y, WIDE, HIGH };
      g_array_append_val (boxes, box);
    }
  return boxes;
}

static TlGuides *
guides_at (const GArray *boxes, double x, double y)
{
  return tl_guides_new (boxes, (TlBox){ x, y, WIDE, HIGH }, 6, TL_GUIDES_ACROSS | TL_GUIDES_DOWN);
}

static const TlGuideLine *
line (const TlGuides *guides, guint index)
{
  g_assert_cmpuint (index, <, guides->lines->len);
  return &g_array_index (guides->lines, TlGuideLine, index);
}

static const TlGuideGap *
gap (const TlGuides *guides, guint index)
{
  g_assert_cmpuint (index, <, guides->gaps->len);
  return &g_array_index (guides->gaps, TlGuideGap, index);
}

static void
test_middle (void)
{
  g_autoptr (GArray) boxes = boxes_at ((TlPlace[]){ { 0, 0 } }, 1);
  g_autoptr (TlGuides) guides = guides_at (boxes, 300, 4);

  g_assert_cmpfloat (guides->dx, ==, 0);
  g_assert_cmpfloat (guides->dy, ==, -4);
  /* Both have one size, so one line says it: through the middles, from the one to the other. */
  g_assert_cmpuint (guides->lines->len, ==, 1);
  g_assert_cmpfloat (line (guides, 0)->from.x, ==, 0);
  g_assert_cmpfloat (line (guides, 0)->from.y, ==, HIGH / 2);
  g_assert_cmpfloat (line (guides, 0)->to.x, ==, 300 + WIDE);
  g_assert_cmpuint (guides->gaps->len, ==, 0);
}

/* What has another size lines up by an edge. */
static void
test_edge (void)
{
  g_autoptr (GArray) boxes = boxes_at ((TlPlace[]){ { 0, 0 } }, 1);
  g_autoptr (TlGuides) guides
      = tl_guides_new (boxes, (TlBox){ 200, -53, 40, 100 }, 6, TL_GUIDES_ACROSS | TL_GUIDES_DOWN);

  g_assert_cmpfloat (guides->dy, ==, 3);
  g_assert_cmpuint (guides->lines->len, ==, 1);
  g_assert_cmpfloat (line (guides, 0)->from.y, ==, HIGH);
}

static void
test_too_far (void)
{
  g_autoptr (GArray) boxes = boxes_at ((TlPlace[]){ { 0, 0 } }, 1);
  g_autoptr (TlGuides) guides = guides_at (boxes, 300, 7);

  g_assert_cmpfloat (guides->dx, ==, 0);
  g_assert_cmpfloat (guides->dy, ==, 0);
  g_assert_cmpuint (guides->lines->len, ==, 0);
}

static void
test_nearest_wins (void)
{
  g_autoptr (GArray) boxes = boxes_at ((TlPlace[]){ { 0, 0 }, { 0, 205 } }, 2);
  g_autoptr (TlGuides) guides = guides_at (boxes, 300, 203);

  g_assert_cmpfloat (guides->dy, ==, 2);
}

static void
test_between (void)
{
  g_autoptr (GArray) boxes = boxes_at ((TlPlace[]){ { 0, 0 }, { 400, 0 } }, 2);
  g_autoptr (TlGuides) guides = guides_at (boxes, 203, 20);

  /* 100 of room, 100 wide, 100 of room. */
  g_assert_cmpfloat (guides->dx, ==, -3);
  g_assert_cmpuint (guides->gaps->len, ==, 2);
  g_assert_cmpfloat (gap (guides, 0)->from.x, ==, 100);
  g_assert_cmpfloat (gap (guides, 0)->to.x, ==, 200);
  g_assert_cmpfloat (gap (guides, 1)->from.x, ==, 300);
  g_assert_cmpfloat (gap (guides, 1)->to.x, ==, 400);
  /* Drawn where both stand side by side. */
  g_assert_cmpfloat (gap (guides, 0)->from.y, >, 20);
  g_assert_cmpfloat (gap (guides, 0)->from.y, <, 50);
}

/* After a row, at the spacing of the row; before it as well. */
static void
test_row_goes_on (void)
{
  g_autoptr (GArray) boxes = boxes_at ((TlPlace[]){ { 0, 0 }, { 180, 0 }, { 360, 0 } }, 3);
  g_autoptr (TlGuides) on = guides_at (boxes, 537, 0);
  g_autoptr (TlGuides) back = guides_at (boxes, -184, 0);

  g_assert_cmpfloat (on->dx, ==, 3);
  g_assert_cmpuint (on->gaps->len, ==, 3);
  g_assert_cmpfloat (back->dx, ==, 4);
  g_assert_cmpuint (back->gaps->len, ==, 3);
}

static void
test_column_goes_on (void)
{
  g_autoptr (GArray) boxes = boxes_at ((TlPlace[]){ { 0, 0 }, { 0, 120 } }, 2);
  g_autoptr (TlGuides) guides = guides_at (boxes, 2, 243);

  g_assert_cmpfloat (guides->dx, ==, -2);
  g_assert_cmpfloat (guides->dy, ==, -3);
  g_assert_cmpuint (guides->gaps->len, ==, 2);
  g_assert_cmpfloat (gap (guides, 0)->from.y, ==, 170);
  g_assert_cmpfloat (gap (guides, 0)->to.y, ==, 240);
}

/* What stands in another row has no part in the spacing of this one. */
static void
test_other_row (void)
{
  g_autoptr (GArray) boxes = boxes_at ((TlPlace[]){ { 0, 0 }, { 180, 300 } }, 2);
  g_autoptr (TlGuides) guides = guides_at (boxes, 357, 20);

  g_assert_cmpfloat (guides->dx, ==, 0);
  g_assert_cmpuint (guides->gaps->len, ==, 0);
}

static void
test_held_axis (void)
{
  g_autoptr (GArray) boxes = boxes_at ((TlPlace[]){ { 0, 0 } }, 1);
  g_autoptr (TlGuides) guides = tl_guides_new (boxes, (TlBox){ 3, 203, WIDE, HIGH }, 6, TL_GUIDES_DOWN);

  g_assert_cmpfloat (guides->dx, ==, 0);
  g_assert_cmpuint (guides->lines->len, ==, 0);
}

/* The shift that is told is the shift after which all that is told holds. */
static void
test_random (void)
{
  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (round);
      g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (TlBox));
      g_autoptr (TlGuides) guides = NULL;
      g_autoptr (TlGuides) again = NULL;
      TlBox moving = { g_rand_double_range (rand, 0, 900), g_rand_double_range (rand, 0, 500), WIDE, HIGH };

      for (guint cell = 0; cell < 42; cell++)
        {
          TlBox box = { 140 * (cell % 7) + 20 * g_rand_int_range (rand, 0, 3),
                        90 * (cell / 7) + 20 * g_rand_int_range (rand, 0, 3), WIDE, HIGH };

          if (g_rand_int_range (rand, 0, 3) == 0)
            g_array_append_val (boxes, box);
        }
      guides = tl_guides_new (boxes, moving, 8, TL_GUIDES_ACROSS | TL_GUIDES_DOWN);
      g_assert_cmpfloat (ABS (guides->dx), <=, 8);
      g_assert_cmpfloat (ABS (guides->dy), <=, 8);
      moving.x += guides->dx;
      moving.y += guides->dy;
      again = tl_guides_new (boxes, moving, 0.001, 0);
      g_assert_cmpuint (again->lines->len, ==, guides->lines->len);
      g_assert_cmpuint (again->gaps->len, ==, guides->gaps->len);
      if (guides->dy != 0)
        g_assert_cmpuint (guides->lines->len + guides->gaps->len, >, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/layout/guides/middle", test_middle);
  g_test_add_func ("/layout/guides/edge", test_edge);
  g_test_add_func ("/layout/guides/too-far", test_too_far);
  g_test_add_func ("/layout/guides/nearest-wins", test_nearest_wins);
  g_test_add_func ("/layout/guides/between", test_between);
  g_test_add_func ("/layout/guides/row-goes-on", test_row_goes_on);
  g_test_add_func ("/layout/guides/column-goes-on", test_column_goes_on);
  g_test_add_func ("/layout/guides/other-row", test_other_row);
  g_test_add_func ("/layout/guides/held-axis", test_held_axis);
  g_test_add_func ("/layout/guides/random", test_random);
  return g_test_run ();
}
