/* From one place of a chart to the next, by arrow keys. */
#include "app/chart-steer.h"

/* Two columns: one high place on the left, three on the right. */
static TlChartTarget boxes[] = {
  { 0, 100, 100, 100, NULL, NULL },
  { 200, 0, 100, 80, NULL, NULL },
  { 200, 110, 100, 80, NULL, NULL },
  { 200, 220, 100, 80, NULL, NULL },
};

static GPtrArray *
targets (void)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    g_ptr_array_add (all, &boxes[i]);
  return all;
}

static void
test_steer (void)
{
  g_autoptr (GPtrArray) all = targets ();

  g_assert_cmpint (tl_chart_steer (all, -1, 0, 1), ==, 0);
  g_assert_cmpint (tl_chart_steer (all, 0, 1, 0), ==, 2);
  g_assert_cmpint (tl_chart_steer (all, 2, 0, -1), ==, 1);
  g_assert_cmpint (tl_chart_steer (all, 2, 0, 1), ==, 3);
  g_assert_cmpint (tl_chart_steer (all, 3, -1, 0), ==, 0);
  /* At the rim one stays. */
  g_assert_cmpint (tl_chart_steer (all, 3, 1, 0), ==, 3);
  g_assert_cmpint (tl_chart_steer (all, 3, 0, 1), ==, 3);
  g_assert_cmpint (tl_chart_steer (all, 0, -1, 0), ==, 0);
}

static void
test_at (void)
{
  g_autoptr (GPtrArray) all = targets ();

  g_assert_cmpint (tl_chart_target_at (all, 50, 150), ==, 0);
  g_assert_cmpint (tl_chart_target_at (all, 299, 299), ==, 3);
  g_assert_cmpint (tl_chart_target_at (all, 150, 150), ==, -1);
  g_assert_cmpint (tl_chart_target_at (all, 300, 10), ==, -1);
}

static void
test_nowhere (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_assert_cmpint (tl_chart_steer (none, 4, 1, 0), ==, -1);
  g_assert_cmpint (tl_chart_target_at (none, 0, 0), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-steer/steer", test_steer);
  g_test_add_func ("/chart-steer/at", test_at);
  g_test_add_func ("/chart-steer/nowhere", test_nowhere);
  return g_test_run ();
}
