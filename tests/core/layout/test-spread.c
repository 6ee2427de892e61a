/* Things in a row go as near as they can to where they want to be. */
#include "layout/spread.h"

static void
check (const double *wanted, const double *weights, double gap, const double *expected, guint count)
{
  double gaps[8] = { 0 }, places[8] = { 0 };

  for (guint i = 0; i < count; i++)
    gaps[i] = gap;
  tl_spread (places, wanted, weights, gaps, count);
  for (guint i = 0; i < count; i++)
    g_assert_cmpfloat_with_epsilon (places[i], expected[i], 1e-9);
}

static void
test_free (void)
{
  check ((double[]){ 0, 50, 200 }, (double[]){ 1, 1, 1 }, 10, (double[]){ 0, 50, 200 }, 3);
}

static void
test_equal (void)
{
  check ((double[]){ 0, 0, 0 }, (double[]){ 1, 1, 1 }, 10, (double[]){ -10, 0, 10 }, 3);
}

/* By hand: minimise 3 (x − 0)² + (x + 10 − 2)²: x = −2. */
static void
test_weights (void)
{
  check ((double[]){ 0, 2 }, (double[]){ 3, 1 }, 10, (double[]){ -2, 8 }, 2);
}

static void
test_order_is_kept (void)
{
  check ((double[]){ 100, 0 }, (double[]){ 1, 1 }, 0, (double[]){ 50, 50 }, 2);
}

/* A pool that grows backwards over several others. */
static void
test_cascade (void)
{
  check ((double[]){ 0, 10, 20, -30 }, (double[]){ 1, 1, 1, 1 }, 10, (double[]){ -15, -5, 5, 15 }, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/layout/spread/free", test_free);
  g_test_add_func ("/layout/spread/equal", test_equal);
  g_test_add_func ("/layout/spread/weights", test_weights);
  g_test_add_func ("/layout/spread/order-is-kept", test_order_is_kept);
  g_test_add_func ("/layout/spread/cascade", test_cascade);
  return g_test_run ();
}
