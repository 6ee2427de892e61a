/* Room for several steps at once: near where they are wanted, over nobody. */
#include "drawn-flow.h"
#include "layout/free-spot.h"

static gboolean
overlaps (const TlBox *a, const TlBox *b, TlPlace by)
{
  return a->x < b->x + by.x + b->width && b->x + by.x < a->x + a->width && a->y < b->y + by.y + b->height
         && b->y + by.y < a->y + a->height;
}

static void
assert_clear (const TlFlowGeometry *there, const TlFlowGeometry *come, TlPlace by)
{
  for (guint i = 0; i < there->steps->len; i++)
    for (guint j = 0; j < come->steps->len; j++)
      g_assert_false (overlaps (&g_array_index (there->steps, TlStepBox, i).box,
                                &g_array_index (come->steps, TlStepBox, j).box, by));
}

static void
test_where_it_is_free (void)
{
  g_autoptr (TlStudy) there = drawn_study_new ();
  g_autoptr (TlStudy) come = drawn_study_new ();
  g_autoptr (TlFlowGeometry) geometry = NULL;
  g_autoptr (TlFlowGeometry) guests = NULL;
  TlPlace by;

  drawn_step_at (there, "a", 0, 0);
  drawn_step_at (come, "b", 1000, 1000);
  drawn_step_at (come, "c", 1300, 1000);
  geometry = tl_flow_geometry_new (there, drawn_flow (there));
  guests = tl_flow_geometry_new (come, drawn_flow (come));
  by = tl_free_spot (geometry, guests, (TlPlace){ 150, 400 });
  g_assert_cmpfloat (by.x, ==, -1000);
  g_assert_cmpfloat (by.y, ==, -600);
  /* Over the one that is there it can't be. */
  by = tl_free_spot (geometry, guests, (TlPlace){ 0, 0 });
  assert_clear (geometry, guests, by);
  g_assert_cmpfloat (ABS (by.x + 1150), <, 3 * TL_STEP_WIDTH);
  g_assert_cmpfloat (ABS (by.y + 1000), <, 3 * TL_STEP_HEIGHT);
}

static void
test_random (void)
{
  for (guint32 seed = 1; seed <= 10; seed++)
    {
      g_autoptr (TlStudy) there = random_study_new (seed, 60, PLACES_ALL);
      g_autoptr (TlStudy) come = random_study_new (seed + 100, 12, PLACES_ALL);
      g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (there, drawn_flow (there));
      g_autoptr (TlFlowGeometry) guests = tl_flow_geometry_new (come, drawn_flow (come));

      assert_clear (geometry, guests, tl_free_spot (geometry, guests, (TlPlace){ 700, 400 }));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/layout/free-spot/where-it-is-free", test_where_it_is_free);
  g_test_add_func ("/layout/free-spot/random", test_random);
  return g_test_run ();
}
