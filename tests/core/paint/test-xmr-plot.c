/* test-xmr-plot.c: the chart of variation: what its parts are, and what it says. */
#include <math.h>
#include <string.h>

#include "paint/time-ticks.h"
#include "paint/words.h"
#include "paint/xmr-columns.h"
#include "paint/xmr-plot.h"

static char **
new_days (guint count, guint apart)
{
  char **days = g_new0 (char *, count + 1);

  for (guint i = 0; i < count; i++)
    {
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_dmy (&date, 5, 1, 2026);
      g_date_add_days (&date, i * apart);
      days[i] = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                                 g_date_get_day (&date));
    }
  return days;
}

static void
assert_ticks (guint count, guint apart, guint most, const char *expected)
{
  g_auto (GStrv) days = new_days (count, apart);
  g_autoptr (GArray) ticks = tl_time_ticks ((const char *const *) days, count, most);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    {
      const TlTimeTick *tick = &g_array_index (ticks, TlTimeTick, i);

      g_string_append_printf (text, "%s%u:%s%s%s", i > 0 ? " " : "", tick->point, tick->text, tick->year ? "/" : "",
                              tick->year ? tick->year : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
  g_assert_cmpuint (ticks->len, <=, most);
}

/* As fine as there is room for; the calendar was looked up. */
static void
test_ticks (void)
{
  assert_ticks (4, 1, 10, "0:5 Jan/2026 1:6 Jan 2:7 Jan 3:8 Jan");
  /* Mondays. */
  assert_ticks (21, 1, 5, "0:5 Jan/2026 7:12 Jan 14:19 Jan");
  assert_ticks (20, 7, 6, "0:Jan/2026 4:Feb 8:Mar 13:Apr 17:May");
  /* Quarters: April, July, October. */
  assert_ticks (54, 7, 7, "0:Jan/2026 13:Apr 26:Jul 39:Oct 52:Jan/2027");
  assert_ticks (2000, 1, 6, "0:2026 361:2027 726:2028 1092:2029 1457:2030 1822:2031");
  assert_ticks (2000, 1, 1, "0:2026");
}

static void
test_ticks_without_dates (void)
{
  static const char *const odd[] = { NULL, "soon", "2026-02-30", "2026-03-02T09:30", NULL };
  g_autoptr (GArray) numbers = tl_time_ticks (NULL, 35, 4);
  g_autoptr (GArray) one = tl_time_ticks (odd, 5, 4);
  g_autoptr (GArray) none = tl_time_ticks (NULL, 0, 4);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (numbers->len, ==, 4);
  g_assert_cmpstr (g_array_index (numbers, TlTimeTick, 0).text, ==, "1");
  g_assert_cmpstr (g_array_index (numbers, TlTimeTick, 3).text, ==, "30");
  g_assert_cmpuint (g_array_index (numbers, TlTimeTick, 3).point, ==, 29);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (g_array_index (one, TlTimeTick, 0).point, ==, 3);
  g_assert_cmpstr (g_array_index (one, TlTimeTick, 0).text, ==, "2 Mar");
}

static TlXmr *
compute (const double *values, guint count, const guint *starts, guint n_starts)
{
  const TlXmrOptions options = { .rules = TL_XMR_WHEELER };

  return tl_xmr_compute (values, count, starts, n_starts, &options);
}

/* A gap and the beginning of a phase break the line. */
static void
test_columns (void)
{
  const double values[] = { 1, 2, NAN, 3, 4, 5 };
  const guint starts[] = { 4 };
  static const gboolean joined[] = { FALSE, TRUE, FALSE, FALSE, TRUE };
  g_autoptr (TlXmr) xmr = compute (values, G_N_ELEMENTS (values), starts, 1);
  g_autoptr (GArray) columns = tl_xmr_columns (xmr, FALSE, 600);

  g_assert_cmpuint (columns->len, ==, G_N_ELEMENTS (joined));
  for (guint i = 0; i < columns->len; i++)
    {
      const TlXmrColumn *column = &g_array_index (columns, TlXmrColumn, i);

      g_assert_cmpint (column->joined, ==, joined[i]);
      g_assert_cmpfloat_with_epsilon (column->x, 50 + 100 * column->point, 1e-9);
      g_assert_cmpfloat (column->value, ==, values[column->point]);
    }
}

/* However many points share a pixel, the highest and the lowest are seen, and so is a signal. */
static void
test_many_columns (void)
{
  guint count = 100000;
  g_autofree double *values = g_new (double, count);
  g_autoptr (TlXmr) xmr = NULL;
  g_autoptr (GArray) columns = NULL;
  double low = INFINITY;
  double high = -INFINITY;
  gboolean found = FALSE;

  for (guint i = 0; i < count; i++)
    values[i] = i % 7;
  values[31415] = 99;
  values[92653] = -99;
  xmr = compute (values, count, NULL, 0);
  columns = tl_xmr_columns (xmr, FALSE, 1000);
  g_assert_cmpuint (columns->len, ==, 1000);
  for (guint i = 0; i < columns->len; i++)
    {
      const TlXmrColumn *column = &g_array_index (columns, TlXmrColumn, i);

      low = MIN (low, column->low);
      high = MAX (high, column->high);
      found |= column->point == 31415 && column->marks != 0;
      g_assert_true (column->low <= column->first && column->last <= column->high);
    }
  g_assert_cmpfloat (low, ==, -99);
  g_assert_cmpfloat (high, ==, 99);
  g_assert_true (found);
}

static gboolean
says (const TlScene *scene, const char *words)
{
  for (guint i = 0; i < scene->texts->len; i++)
    if (g_str_equal (((TlTextBox *) g_ptr_array_index (scene->texts, i))->text, words))
      return TRUE;
  return FALSE;
}

static TlScene *
draw (const TlXmr *xmr, const char *const *reasons, double width, double height)
{
  const TlTheme theme = { .scale = 1 };
  const TlBox place = { 0, 0, width, height };
  const TlXmrPlot plot
      = { .xmr = xmr, .reasons = reasons, .values_label = "Days", .ranges_label = "R", .histogram = TRUE };
  TlScene *scene = tl_scene_new (&theme, 1, width, height);

  tl_xmr_plot_add (scene, &plot, &place);
  return scene;
}

/* By hand: 10 12 10 12 … has mean 11 and mean moving range 2: 11 ± 5.32, and 6.536. */
static void
test_says (void)
{
  double values[24];
  const guint starts[] = { 12 };
  static const char *const reasons[] = { NULL, "Trades keep the job" };
  g_autoptr (TlXmr) xmr = NULL;
  g_autoptr (TlScene) scene = NULL;

  for (guint i = 0; i < 24; i++)
    values[i] = 10 + i % 2 * 2 + (i < 12 ? 20 : 0);
  xmr = compute (values, 24, starts, 1);
  scene = draw (xmr, reasons, 1200, 600);
  g_assert_true (says (scene, "upper limit 16.3"));
  g_assert_true (says (scene, "mean 11.0"));
  g_assert_true (says (scene, "lower limit 5.7"));
  g_assert_true (says (scene, "range limit 6.5"));
  g_assert_true (says (scene, "mean range 2.0"));
  /* Those of the phase before stand at its lines. */
  g_assert_true (says (scene, "36.3"));
  g_assert_true (says (scene, "31.0"));
  g_assert_true (says (scene, "25.7"));
  g_assert_true (says (scene, "Trades keep the job"));
  g_assert_cmpuint (scene->spots->len, ==, 24);
}

/* One wild value among a hundred thousand is seen from the others up to its tip, and nowhere else is anything. */
static void
test_many_are_seen (void)
{
  guint count = 100000;
  g_autofree double *values = g_new (double, count);
  g_autoptr (TlXmr) xmr = NULL;
  g_autoptr (TlScene) scene = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1200, 600);
  cairo_t *cr = cairo_create (surface);
  const TlSpot *peak = NULL;
  const TlSpot *other = NULL;
  const guint32 *row;

  for (guint i = 0; i < count; i++)
    values[i] = i % 7;
  values[31415] = 99;
  xmr = compute (values, count, NULL, 0);
  scene = draw (xmr, NULL, 1200, 600);
  tl_scene_paint (scene, cr);
  cairo_surface_flush (surface);
  for (guint i = 0; i < scene->spots->len; i++)
    {
      const TlSpot *spot = &g_array_index (scene->spots, TlSpot, i);

      peak = spot->number == 31415 ? spot : peak;
      other = spot->number < 25000 ? spot : other;
    }
  /* Half of the way down from the tip. */
  row = (const guint32 *) (const void *) (cairo_image_surface_get_data (surface)
                                          + (int) ((peak->y + other->y) / 2)
                                                * cairo_image_surface_get_stride (surface));
  g_assert_cmphex (row[(int) peak->x], !=, row[(int) other->x]);
  g_assert_cmphex (row[(int) peak->x + 3], ==, row[(int) other->x]);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* A signal bears a number, and the key says by which rule. */
static void
test_signals (void)
{
  double values[24];
  g_autoptr (TlXmr) xmr = NULL;
  g_autoptr (TlScene) scene = NULL;

  for (guint i = 0; i < 24; i++)
    values[i] = 10 + i % 2 * 2;
  values[9] = 40;
  xmr = compute (values, 24, NULL, 0);
  scene = draw (xmr, NULL, 1200, 600);
  g_assert_true (says (scene, "outside the limits: 1 point"));
  g_assert_true (says (scene, "a larger jump than the limit: 2 points"));
  g_assert_true (says (scene, "1"));
  g_assert_true (says (scene, "2"));
}

/* Nothing that is no number is ever drawn, and nothing fails. */
static void
test_strange (void)
{
  static const struct
  {
    double values[4];
    guint count;
  } cases[] = { { { 5 }, 1 },
                { { 5, 5 }, 2 },
                { { NAN, NAN, NAN }, 3 },
                { { 0, 0, 0, 0 }, 4 },
                { { -1.7e308, 1.7e308, -1.7e308, 0 }, 4 },
                { { 1e-300, 2e-300, 3e-300 }, 3 },
                { { 1e15, 1e15 + 0.125 }, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (double width = 20; width < 2000; width *= 3)
      {
        g_autoptr (TlXmr) xmr = compute (cases[i].values, cases[i].count, NULL, 0);
        g_autoptr (TlScene) scene = draw (xmr, NULL, width, width / 2);
        cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 100);
        cairo_t *cr = cairo_create (surface);

        tl_scene_paint (scene, cr);
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
        for (guint t = 0; t < scene->texts->len; t++)
          {
            const TlTextBox *box = g_ptr_array_index (scene->texts, t);

            g_assert_true (isfinite (box->x) && isfinite (box->y));
            g_assert_null (strstr (box->text, "nan"));
            g_assert_null (strstr (box->text, "inf"));
          }
        cairo_destroy (cr);
        cairo_surface_destroy (surface);
      }
}

static void
test_words (void)
{
  static const struct
  {
    double number;
    double unit;
    const char *words;
  } cases[] = {
    { 34.24, 1, "34" }, { 34.24, 0.5, "34.2" },     { 34.24, 0.1, "34.2" },        { 34.24, 20, "34" },
    { -0.01, 1, "0" },  { 0.0351, 0.001, "0.035" }, { 5e12, 1, "5000000000000" }, { 5e17, 1, "5\302\240×\302\24010¹⁷" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = tl_words_near (cases[i].number, cases[i].unit);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    double number;
    const char *words;
  } cases[] = { { 0, "0" },
                { 0.0001, "under 0.01" },
                { 0.0094, "under 0.01" },
                { 0.0096, "0.01" },
                { 0.25, "0.25" },
                { 6.84, "6.8" },
                { 33.4, "33" },
                { 1e12, "1000000000000" },
                { -2e12, "-2000000000000" },
                { 1e22, "1\302\240×\302\24010²²" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = tl_words_number (cases[i].number);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xmr-plot/ticks", test_ticks);
  g_test_add_func ("/xmr-plot/ticks-without-dates", test_ticks_without_dates);
  g_test_add_func ("/words/numbers", test_numbers);
  g_test_add_func ("/xmr-plot/columns", test_columns);
  g_test_add_func ("/xmr-plot/many-columns", test_many_columns);
  g_test_add_func ("/xmr-plot/many-are-seen", test_many_are_seen);
  g_test_add_func ("/xmr-plot/says", test_says);
  g_test_add_func ("/xmr-plot/signals", test_signals);
  g_test_add_func ("/xmr-plot/strange", test_strange);
  g_test_add_func ("/xmr-plot/words", test_words);
  return g_test_run ();
}
