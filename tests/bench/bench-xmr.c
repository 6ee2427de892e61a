/* bench-xmr.c: a chart of variation of up to a hundred thousand points, with its histogram: computed, laid out, and
 * painted, beside painting a line through all of its points.
 */
#include <stdio.h>
#include <time.h>

#include "paint/chart.h"
#include "study/item-build.h"

#define WIDTH 1920
#define HEIGHT 1080
#define RUNS 7
/* Laid out and painted, however many points there are. */
#define BAR 50
/* A line through more of them takes cairo minutes. */
#define MOST_PLAIN 10000

static TlMeasure *
new_measure (guint count)
{
  TlMeasure *measure = tl_item_new (TL_ITEM_MEASURE);
  guint32 state = 2463534242;

  tl_item_set_text (measure, "name", "Days from call to mended");
  for (guint i = 0; i < count; i++)
    {
      gpointer point = tl_item_new (TL_ITEM_POINT);
      GDate date;
      g_autofree char *when = NULL;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, 640000 + i);
      when = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                              g_date_get_day (&date));
      state = state * 1664525 + 1013904223;
      tl_item_set_text (point, "when", when);
      tl_item_set_number (point, "value", 18 + (state >> 8) % 1000 / 100.0);
      tl_item_append (measure, point);
    }
  return measure;
}

/* Of this thread, which does all of it: what else the machine does is not counted. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

/* What a chart without columns does, at the least. */
static void
paint_plain (const TlXmr *xmr, cairo_t *cr)
{
  for (guint i = 0; i < xmr->n_points; i++)
    cairo_line_to (cr, (double) i * WIDTH / xmr->n_points, HEIGHT - xmr->values[i] * 30);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static double
time_plain (const TlMeasure *measure, cairo_t *cr)
{
  g_autoptr (TlXmr) xmr = tl_xmr_for_measure (measure, NULL);
  double start = now ();

  paint_plain (xmr, cr);
  return now () - start;
}

/* Computed, laid out and painted: the least of each goes to @best. */
static void
time_chart (const TlMeasure *measure, cairo_t *cr, double best[3])
{
  const TlTheme theme = { .scale = 1 };
  double start = now ();
  g_autoptr (TlXmr) xmr = tl_xmr_for_measure (measure, NULL);
  const TlSubject subject = { .measure = measure, .xmr = xmr, .histogram = TRUE };
  g_autoptr (TlChart) chart = NULL;

  best[0] = MIN (best[0], now () - start);
  start = now ();
  chart = tl_chart_new (TL_VIEW_CAPABILITY, &subject, &theme, WIDTH, HEIGHT);
  best[1] = MIN (best[1], now () - start);
  start = now ();
  tl_chart_paint (chart, cr);
  best[2] = MIN (best[2], now () - start);
}

static void
measure_size (guint count)
{
  TlMeasure *measure = new_measure (count);
  double best[3] = { 1e9, 1e9, 1e9 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  double drawn;

  for (guint run = 0; run < RUNS; run++)
    time_chart (measure, cr, best);
  drawn = best[1] + best[2];
  printf ("%8u %10.2f %10.2f %10.2f ", count, best[0], best[1], best[2]);
  if (count <= MOST_PLAIN)
    printf ("%10.2f", time_plain (measure, cr));
  else
    printf ("%10s", "-");
  printf (" %10.2f  most %d ms  %s\n", drawn, BAR, drawn <= BAR ? "pass" : "FAIL");
  fflush (stdout);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  tl_item_unref (measure);
}

int
main (void)
{
  printf ("  points compute/ms  layout/ms   paint/ms   plain/ms    draw/ms\n");
  for (guint count = 100; count <= 100000; count *= 10)
    measure_size (count);
  return 0;
}
