/* bench-xmr.c: a chart of variation of a hundred thousand points: computed, laid out, and painted,
 * beside painting a line through all of its points.
 */
#include <stdio.h>

#include "paint/chart.h"
#include "study/item-build.h"

#define WIDTH 1920
#define HEIGHT 1080
#define RUNS 7

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

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
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

static void
measure_size (guint count)
{
  TlMeasure *measure = new_measure (count);
  const TlTheme theme = { .scale = 1 };
  double best[4] = { 1e9, 1e9, 1e9, 1e9 };

  for (guint run = 0; run < RUNS; run++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
      cairo_t *cr = cairo_create (surface);
      gint64 start = g_get_monotonic_time ();
      g_autoptr (TlXmr) xmr = tl_xmr_for_measure (measure, NULL);
      const TlSubject subject = { .measure = measure, .xmr = xmr };
      g_autoptr (TlChart) chart = NULL;

      best[0] = MIN (best[0], since (start));
      start = g_get_monotonic_time ();
      chart = tl_chart_new (TL_VIEW_CAPABILITY, &subject, &theme, WIDTH, HEIGHT);
      best[1] = MIN (best[1], since (start));
      start = g_get_monotonic_time ();
      tl_chart_paint (chart, cr);
      best[2] = MIN (best[2], since (start));
      start = g_get_monotonic_time ();
      paint_plain (xmr, cr);
      best[3] = MIN (best[3], since (start));
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  printf ("%8u %10.2f %10.2f %10.2f %10.2f %11.2f %8.2f\n", count, best[0], best[1], best[2], best[3],
          (best[1] + best[2]) / best[3], (best[1] + best[2]) / 50);
  tl_item_unref (measure);
}

int
main (void)
{
  printf ("  points compute/ms  layout/ms   paint/ms   plain/ms draw/plain  of 50ms\n");
  for (guint count = 100; count <= 100000; count *= 10)
    measure_size (count);
  return 0;
}
