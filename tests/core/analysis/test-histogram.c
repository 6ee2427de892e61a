/* test-histogram.c: values counted in bins: by a second count, and widths by hand. */
#include <math.h>

#include "analysis/histogram.h"

#define NEW(values) tl_histogram_new (values, G_N_ELEMENTS (values), 100)

static const TlHistogramBin *
bin (const TlHistogram *histogram, guint number)
{
  g_assert_cmpuint (number, <, histogram->bins->len);
  return &g_array_index (histogram->bins, TlHistogramBin, number);
}

/* What must hold of any: each bin has what lies between its edges, counted again by going through all values. */
static void
check (const TlHistogram *histogram, const double *values, guint n_values)
{
  guint total = 0;
  guint most = 0;

  for (guint i = 0; i < histogram->bins->len; i++)
    {
      const TlHistogramBin *one = bin (histogram, i);
      guint count = 0;

      for (guint v = 0; v < n_values; v++)
        if (values[v] >= one->from && values[v] < one->to)
          {
            count++;
            g_assert_cmpfloat (values[v], >=, one->least);
            g_assert_cmpfloat (values[v], <=, one->most);
          }
      g_assert_cmpuint (one->count, ==, count);
      g_assert_cmpfloat_with_epsilon (one->to - one->from, histogram->width, 1e-9 * histogram->width);
      if (i > 0)
        g_assert_cmpfloat_with_epsilon (one->from, bin (histogram, i - 1)->to, 1e-9 * histogram->width);
      total += count;
      most = MAX (most, count);
    }
  g_assert_cmpuint (total, ==, histogram->n_values);
  g_assert_cmpuint (most, ==, histogram->most);
  g_assert_cmpuint (bin (histogram, 0)->count, >, 0);
  g_assert_cmpuint (bin (histogram, histogram->bins->len - 1)->count, >, 0);
}

/* 1 to 8: quartiles 2.75 and 6.25 (as R's quantile() has them), 2 × 3.5 ÷ 8^⅓ = 3.5; of 2 and 5 the nearer by ratio is
 * 5. Edges at 5 and 10, less a half. With 3.1 there are nine, in tenths: 2 × (6 − 3) ÷ 9^⅓ = 2.88, and 2 is nearer. */
static void
test_freedman_diaconis (void)
{
  static const double values[] = { 8, 1, 7, 2, 6, 3.1, 5, 3, 4 };
  static const double whole[] = { 8, 1, 7, 2, 6, 3, 5, 4 };
  g_autoptr (TlHistogram) tenths = NEW (values);
  g_autoptr (TlHistogram) ones = NEW (whole);

  g_assert_cmpfloat (ones->width, ==, 5);
  g_assert_cmpuint (ones->bins->len, ==, 2);
  g_assert_cmpfloat (bin (ones, 0)->from, ==, -0.5);
  g_assert_cmpfloat (bin (ones, 0)->to, ==, 4.5);
  g_assert_cmpuint (bin (ones, 0)->count, ==, 4);
  g_assert_cmpfloat (bin (ones, 1)->least, ==, 5);
  g_assert_cmpfloat (bin (ones, 1)->most, ==, 8);
  g_assert_cmpfloat (tenths->width, ==, 2);
  g_assert_cmpfloat_with_epsilon (bin (tenths, 0)->to, 1.95, 1e-9);
  check (tenths, values, G_N_ELEMENTS (values));
  check (ones, whole, G_N_ELEMENTS (whole));
}

/* As a width that is just beyond the next step: 2 × 1.51 and 2 × 1.49 ÷ 2, with quartiles by R's type 7 again. */
static void
test_quartiles (void)
{
  static const double above[] = { 0, 0, 0, 0, 1.51, 1.51, 1.51, 1.52 };
  static const double below[] = { 0, 0, 0, 0, 1.49, 1.49, 1.49, 1.50 };
  g_autoptr (TlHistogram) wide = NEW (above);
  g_autoptr (TlHistogram) narrow = NEW (below);

  g_assert_cmpfloat (wide->width, ==, 2);
  g_assert_cmpfloat (narrow->width, ==, 1);
}

/* Both quartiles are 3, so the span of 8 is parted by ⌈log₂ 16⌉ + 1 = 5: 1.6, which is nearer to 2 than to 1. */
static void
test_sturges (void)
{
  static const double values[] = { 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 1, 9 };
  g_autoptr (TlHistogram) histogram = NEW (values);

  g_assert_cmpfloat (histogram->width, ==, 2);
  g_assert_cmpuint (histogram->most, ==, 13);
  check (histogram, values, G_N_ELEMENTS (values));
}

/* Days are counted as whole ones: bins of less would leave every other one empty. Each has one value in its middle. */
static void
test_not_finer_than_measured (void)
{
  double values[400];
  g_autoptr (TlHistogram) histogram = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = (i * 7 + i / 11) % 5;
  histogram = NEW (values);
  g_assert_cmpfloat (histogram->width, ==, 1);
  g_assert_cmpuint (histogram->bins->len, ==, 5);
  for (guint i = 0; i < histogram->bins->len; i++)
    {
      g_assert_cmpfloat (bin (histogram, i)->least, ==, i);
      g_assert_cmpfloat (bin (histogram, i)->most, ==, i);
      g_assert_cmpfloat (bin (histogram, i)->from, ==, i - 0.5);
    }
  check (histogram, values, G_N_ELEMENTS (values));
}

static void
test_few (void)
{
  const double gap = (double) NAN;
  const double values[] = { gap, 7, gap, 9, gap };
  g_autoptr (TlHistogram) none = tl_histogram_new (NULL, 0, 10);
  g_autoptr (TlHistogram) missing = tl_histogram_new (values, 1, 10);
  g_autoptr (TlHistogram) one = tl_histogram_new (values, 2, 10);
  g_autoptr (TlHistogram) two = NEW (values);

  g_assert_cmpuint (none->bins->len, ==, 0);
  g_assert_cmpuint (missing->bins->len, ==, 0);
  g_assert_cmpuint (missing->n_values, ==, 0);
  g_assert_cmpuint (one->bins->len, ==, 1);
  g_assert_cmpuint (one->n_values, ==, 1);
  g_assert_cmpfloat (bin (one, 0)->from, ==, 7);
  g_assert_cmpfloat (bin (one, 0)->to, ==, 7);
  g_assert_cmpuint (two->n_values, ==, 2);
  g_assert_cmpuint (two->bins->len, ==, 2);
  check (two, values, G_N_ELEMENTS (values));
}

static void
test_all_equal (void)
{
  double values[30];
  g_autoptr (TlHistogram) histogram = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = 0.1;
  /* As near as sums of tenths come to one another. */
  values[3] = 0.3 - 0.2;
  histogram = NEW (values);
  g_assert_cmpuint (histogram->bins->len, ==, 1);
  g_assert_cmpfloat (histogram->width, ==, 0);
  g_assert_cmpuint (histogram->most, ==, 30);
}

/* One wild value, and values without an end. */
static void
test_bounded (void)
{
  double values[1000];
  static const double endless[] = { -1.5e308, 1.5e308, 3, 1e-300, -1e-300 };
  static const double large[] = { 1e15, 1e15 + 1, 1e15 + 2 };
  g_autoptr (TlHistogram) wild = NULL;
  g_autoptr (TlHistogram) far = NEW (endless);
  g_autoptr (TlHistogram) near = NEW (large);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = i % 10 + i % 7 * 0.1;
  values[77] = 1e9;
  wild = NEW (values);
  g_assert_cmpuint (wild->bins->len, <=, 100);
  check (wild, values, G_N_ELEMENTS (values));
  g_assert_cmpuint (far->n_values, ==, 5);
  g_assert_cmpuint (far->bins->len, ==, 1);
  g_assert_cmpfloat (far->width, ==, 0);
  g_assert_cmpuint (near->n_values, ==, 3);
}

/* Many of all shapes: by chance, with seeds. */
static void
test_by_chance (void)
{
  for (guint seed = 0; seed < 60; seed++)
    {
      GRand *rand = g_rand_new_with_seed (seed);
      guint count = (guint) g_rand_int_range (rand, 3, 700);
      g_autofree double *values = g_new (double, count);
      double size = pow (10, g_rand_int_range (rand, -6, 9));
      double grain = seed % 3 == 0 ? size / 20 : 0;
      g_autoptr (TlHistogram) histogram = NULL;

      for (guint i = 0; i < count; i++)
        {
          values[i] = size * (g_rand_double (rand) - 0.3) / (seed % 2 ? 1 : g_rand_double_range (rand, 0.05, 1));
          if (grain > 0)
            values[i] = round (values[i] / grain) * grain;
        }
      histogram = tl_histogram_new (values, count, 80);
      g_assert_cmpuint (histogram->bins->len, <=, 80);
      check (histogram, values, count);
      g_rand_free (rand);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/histogram/freedman-diaconis", test_freedman_diaconis);
  g_test_add_func ("/histogram/quartiles", test_quartiles);
  g_test_add_func ("/histogram/sturges", test_sturges);
  g_test_add_func ("/histogram/not-finer-than-measured", test_not_finer_than_measured);
  g_test_add_func ("/histogram/few", test_few);
  g_test_add_func ("/histogram/all-equal", test_all_equal);
  g_test_add_func ("/histogram/bounded", test_bounded);
  g_test_add_func ("/histogram/by-chance", test_by_chance);
  return g_test_run ();
}
