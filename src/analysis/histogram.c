#include "analysis/histogram.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/nice-step.h"

/* Differences smaller than this part of the numbers themselves are those of arithmetic. */
#define NOISE 1e-12
/* Rounding to the nearest of 1, 2, 5 rather than to the next: from this much above one on it is the next. */
#define NEAREST 1.5

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Without what is missing, in order. */
static double *
sort (const double *values, guint n_values, guint *count)
{
  double *sorted = g_new (double, n_values + 1);

  *count = 0;
  for (guint i = 0; i < n_values; i++)
    if (isfinite (values[i]))
      sorted[(*count)++] = values[i];
  qsort (sorted, *count, sizeof (double), compare_numbers);
  return sorted;
}

/* Between two values it is between them, as far as the quarter is (what R calls type 7). */
static double
quartile (const double *sorted, guint count, double part)
{
  double place = part * (count - 1);
  guint below = (guint) place;
  guint above = MIN (below + 1, count - 1);

  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

/* What was measured with: the least difference between two values. */
static double
grain (const double *sorted, guint count, double noise)
{
  double least = INFINITY;

  for (guint i = 1; i < count; i++)
    if (sorted[i] - sorted[i - 1] > noise)
      least = MIN (least, sorted[i] - sorted[i - 1]);
  return least;
}

static double
width_for (const double *sorted, guint count, double finest, guint most_bins)
{
  double span = sorted[count - 1] - sorted[0];
  double middle = quartile (sorted, count, 0.75) - quartile (sorted, count, 0.25);
  double width = middle > 0 ? 2 * middle / cbrt (count) : span / (ceil (log2 (count)) + 1);

  width = MAX (tl_nice_step (width / NEAREST), finest);
  while (floor (span / width) + 2 > MAX (most_bins, 2))
    width = tl_nice_step (width * NEAREST);
  return width;
}

static void
add_bin (TlHistogram *self, double from, double to)
{
  TlHistogramBin bin = { from, to, 0, (double) NAN, (double) NAN };

  g_array_append_val (self->bins, bin);
}

static void
count_in (TlHistogram *self, TlHistogramBin *bin, double value)
{
  bin->least = bin->count == 0 ? value : bin->least;
  bin->most = value;
  bin->count++;
  self->most = MAX (self->most, bin->count);
}

/* Edges lie half a grain below what they are a multiple of: in the middle between two values that there can be. Where
 * a bin has one such value, that is in its middle. */
static void
fill (TlHistogram *self, const double *sorted, guint count, double finest)
{
  double shift = MIN (finest, self->width) / 2 - (self->width > finest ? 0 : sorted[0]);
  double first = floor ((sorted[0] + shift) / self->width);

  for (guint i = 0; i < count; i++)
    {
      double place = floor ((sorted[i] + shift) / self->width) - first;

      while (self->bins->len <= place)
        {
          double from = (first + self->bins->len) * self->width - shift;

          add_bin (self, from, from + self->width);
        }
      count_in (self, &g_array_index (self->bins, TlHistogramBin, (guint) place), sorted[i]);
    }
}

/**
 * tl_histogram_new:
 * @values: (array length=n_values): in any order; NaN where one is missing: those are not counted
 * @n_values: how many; may be 0
 * @most_bins: more there may not be, whatever the rule says: bins become wider then; 2 at least
 *
 * Returns: (transfer full): how often they came
 */
TlHistogram *
tl_histogram_new (const double *values, guint n_values, guint most_bins)
{
  TlHistogram *self = g_new0 (TlHistogram, 1);
  guint count;
  g_autofree double *sorted = sort (values, n_values, &count);
  double span = count > 0 ? sorted[count - 1] - sorted[0] : 0;
  double noise = count > 0 ? NOISE * MAX (fabs (sorted[0]), fabs (sorted[count - 1])) : 0;

  self->bins = g_array_new (FALSE, FALSE, sizeof (TlHistogramBin));
  self->n_values = count;
  if (count == 0)
    return self;
  /* All the same; or so far apart that the difference is no number. */
  if (!(span > noise) || !isfinite (span))
    {
      add_bin (self, sorted[0], sorted[count - 1]);
      for (guint i = 0; i < count; i++)
        count_in (self, &g_array_index (self->bins, TlHistogramBin, 0), sorted[i]);
      return self;
    }

  double finest = grain (sorted, count, noise);

  self->width = width_for (sorted, count, finest, most_bins);
  fill (self, sorted, count, finest);
  return self;
}

/**
 * tl_histogram_free:
 * @histogram: (transfer full) (nullable): how often values came
 */
void
tl_histogram_free (TlHistogram *histogram)
{
  if (!histogram)
    return;
  g_array_unref (histogram->bins);
  g_free (histogram);
}
