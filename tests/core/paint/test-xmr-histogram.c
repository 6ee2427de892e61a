/* test-xmr-histogram.c: how often values came, beside their chart: where its bars lie, and of which values they are. */
#include <math.h>
#include <string.h>

#include "paint/xmr-histogram.h"
#include "paint/xmr-plot.h"
#include "paint/xmr-series.h"

static TlXmr *
compute (const double *values, guint count, const guint *starts, guint n_starts)
{
  return tl_xmr_compute (values, count, starts, n_starts, &(TlXmrOptions){ 0 });
}

/* A bar is as long as its count, and as high and where the values of its bin are on the axis beside it. */
static void
test_bars (void)
{
  static const guint counted[] = { 3, 1, 0, 2 };
  const TlAxis axis = { .least = 0, .most = 10, .step = 5 };
  const TlAxis counts = tl_axis_for_amounts (3, 1);
  const TlBox box = { 100, 50, 60, 200 };
  static const struct
  {
    double low;
    double high;
    double length;
  } expected[] = { { 0.5, 1.5, 60 }, { 1.5, 2.5, 20 }, { 3.5, 4.5, 40 } };
  g_autoptr (TlHistogram) histogram = g_new0 (TlHistogram, 1);
  g_autoptr (GArray) bars = NULL;

  histogram->bins = g_array_new (FALSE, FALSE, sizeof (TlHistogramBin));
  for (guint i = 1; i <= 4; i++)
    {
      TlHistogramBin bin = { i - 0.5, i + 0.5, counted[i - 1], i, i };

      g_array_append_val (histogram->bins, bin);
    }
  bars = tl_xmr_histogram_bars (histogram, &axis, &counts, &box, 4);
  g_assert_cmpuint (bars->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < bars->len; i++)
    {
      const TlXmrBar *bar = &g_array_index (bars, TlXmrBar, i);

      g_assert_cmpfloat (bar->box.x, ==, 100);
      g_assert_cmpfloat_with_epsilon (bar->box.width, expected[i].length, 1e-9);
      g_assert_cmpfloat_with_epsilon (bar->box.y, tl_xmr_series_y (&axis, &box, expected[i].high), 1e-9);
      g_assert_cmpfloat_with_epsilon (bar->box.y + bar->box.height, tl_xmr_series_y (&axis, &box, expected[i].low),
                                      1e-9);
    }
  g_assert_cmpuint (g_array_index (bars, TlXmrBar, 2).bin, ==, 3);
}

/* One value, many times: a bar that can be seen, round the line of the points. */
static void
test_thin_bar (void)
{
  static const double values[] = { 5, 5, 5 };
  const TlAxis axis = { .least = 0, .most = 10, .step = 5 };
  const TlAxis counts = tl_axis_for_amounts (3, 1);
  const TlBox box = { 0, 0, 60, 200 };
  g_autoptr (TlHistogram) histogram = tl_histogram_new (values, G_N_ELEMENTS (values), 50);
  g_autoptr (GArray) bars = tl_xmr_histogram_bars (histogram, &axis, &counts, &box, 6);
  const TlXmrBar *bar = &g_array_index (bars, TlXmrBar, 0);

  g_assert_cmpuint (bars->len, ==, 1);
  g_assert_cmpfloat (bar->box.y, ==, 97);
  g_assert_cmpfloat (bar->box.height, ==, 6);
}

static TlScene *
draw (const TlXmr *xmr, gboolean histogram, double width)
{
  const TlTheme theme = { .scale = 1 };
  const TlBox place = { 0, 0, width, 600 };
  const TlXmrPlot plot = { .xmr = xmr, .values_label = "Days", .ranges_label = "R", .histogram = histogram };
  TlScene *scene = tl_scene_new (&theme, 1, width, 600);

  tl_xmr_plot_add (scene, &plot, &place);
  return scene;
}

static const TlTextBox *
text (const TlScene *scene, const char *words)
{
  for (guint i = 0; i < scene->texts->len; i++)
    {
      const TlTextBox *box = g_ptr_array_index (scene->texts, i);

      if (g_str_equal (box->text, words))
        return box;
    }
  return NULL;
}

static double
last_spot (const TlScene *scene)
{
  return g_array_index (scene->spots, TlSpot, scene->spots->len - 1).x;
}

/* Before the change days were about 31, since then about 11: the histogram is of those alone, right of the points and
 * left of the labels of the limits, each bar at the height of the points that it counts. */
static void
test_since_the_change (void)
{
  double values[28];
  const guint starts[] = { 12 };
  g_autoptr (TlXmr) xmr = NULL;
  g_autoptr (TlScene) scene = NULL;
  const TlTextBox *low;
  const TlTextBox *high;
  double middle;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = (i < 12 ? 30 : 10) + i % 4 / 2 * 3;
  values[27] = (double) NAN;
  xmr = compute (values, G_N_ELEMENTS (values), starts, 1);
  scene = draw (xmr, TRUE, 1200);
  low = text (scene, "8 values: 10");
  high = text (scene, "7 values: 13");
  g_assert_nonnull (text (scene, "How often since the change"));
  g_assert_nonnull (text (scene, "8"));
  g_assert_nonnull (low);
  g_assert_nonnull (high);
  g_assert_cmpfloat_with_epsilon (high->width / low->width, 7.0 / 8, 1e-9);
  g_assert_cmpfloat (low->x, >, last_spot (scene));
  g_assert_cmpfloat (low->x + low->width, <=, text (scene, "upper limit 15.4")->x);
  for (guint i = 0; i < scene->spots->len; i++)
    {
      const TlSpot *spot = &g_array_index (scene->spots, TlSpot, i);
      const TlTextBox *bar = values[spot->number] == 10 ? low : high;

      if (spot->number >= 12)
        {
          middle = bar->y + bar->height / 2;
          g_assert_cmpfloat_with_epsilon (spot->y, middle, 0.25);
        }
    }
}

/* Where it is not wanted, and where points have little room themselves, all of that is theirs. */
static void
test_room (void)
{
  double values[30];
  g_autoptr (TlXmr) xmr = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = 10 + i * 7 % 5;
  xmr = compute (values, G_N_ELEMENTS (values), NULL, 0);
  for (double width = 200; width < 2500; width *= 1.25)
    {
      g_autoptr (TlScene) with = draw (xmr, TRUE, width);
      g_autoptr (TlScene) without = draw (xmr, FALSE, width);
      gboolean there = text (with, "How often") != NULL;

      g_assert_null (text (without, "How often"));
      g_assert_cmpint (there, ==, last_spot (with) < last_spot (without));
      g_assert_true (there || width < 700);
      g_assert_false (there && width < 480);
      /* Most of the room stays with the points. */
      g_assert_true (!there || last_spot (with) > 0.5 * width);
    }
}

/* No value since the change, one, and all the same. */
static void
test_few (void)
{
  double values[14];
  const guint starts[] = { 12 };

  for (guint n = 0; n < 3; n++)
    {
      g_autoptr (TlXmr) xmr = NULL;
      g_autoptr (TlScene) scene = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        values[i] = i < 12 + n ? 7 : (double) NAN;
      xmr = compute (values, G_N_ELEMENTS (values), starts, 1);
      scene = draw (xmr, TRUE, 1200);
      g_assert_nonnull (text (scene, "How often since the change"));
      g_assert_cmpint (text (scene, "1 value: 7") != NULL, ==, n == 1);
      g_assert_cmpint (text (scene, "2 values: 7") != NULL, ==, n == 2);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xmr-histogram/bars", test_bars);
  g_test_add_func ("/xmr-histogram/thin-bar", test_thin_bar);
  g_test_add_func ("/xmr-histogram/since-the-change", test_since_the_change);
  g_test_add_func ("/xmr-histogram/room", test_room);
  g_test_add_func ("/xmr-histogram/few", test_few);
  return g_test_run ();
}
