/* xmr.c: the chart of single values and moving ranges. */
#include "analysis/xmr.h"

#include <math.h>
#include <stdlib.h>

#define MEAN_LIMIT 2.66
#define MEAN_RANGE_LIMIT 3.268
#define MEDIAN_LIMIT 3.145
#define MEDIAN_RANGE_LIMIT 3.865
#define SCREEN 3.267

/* From the first value on: of equal values the mean is exactly that value, which a plain sum
 * divided by their number is not. */
static double
mean_of (const double *numbers, guint count)
{
  double sum = 0;

  for (guint i = 0; i < count; i++)
    sum += (numbers[i] - numbers[0]) / count;
  return count > 0 ? numbers[0] + sum : (double) NAN;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median_of (const double *numbers, guint count)
{
  g_autofree double *sorted = g_memdup2 (numbers, count * sizeof (double));

  if (count == 0)
    return (double) NAN;
  qsort (sorted, count, sizeof (double), compare_numbers);
  return count % 2 == 1 ? sorted[count / 2] : sorted[count / 2 - 1] + (sorted[count / 2] - sorted[count / 2 - 1]) / 2;
}

/* Large jumps say nothing of how the system varies from day to day: leaves them out, once. */
static guint
screen (double *ranges, guint count)
{
  double most = SCREEN * mean_of (ranges, count);
  guint kept = 0;

  for (guint i = 0; i < count; i++)
    if (!(most > 0) || ranges[i] < most)
      ranges[kept++] = ranges[i];
  return kept;
}

static void
set_limits (TlXmrPhase *phase, const TlXmrOptions *options, const double *values, double *ranges, guint n_ranges)
{
  gboolean median = options->median;
  double reach;

  phase->limits.centre = median ? median_of (values, phase->n_values) : mean_of (values, phase->n_values);
  if (options->screened)
    n_ranges = screen (ranges, n_ranges);
  phase->range = median ? median_of (ranges, n_ranges) : mean_of (ranges, n_ranges);
  reach = phase->range * (median ? MEDIAN_LIMIT : MEAN_LIMIT);
  phase->limits.upper = phase->limits.centre + reach;
  phase->limits.lower = phase->limits.centre - reach;
  phase->limits.range_limit = phase->range * (median ? MEDIAN_RANGE_LIMIT : MEAN_RANGE_LIMIT);
  phase->lower = options->floor_at_zero && phase->limits.lower < 0 ? 0 : phase->limits.lower;
  phase->trial = phase->n_values < TL_XMR_ENOUGH;
}

/* The values of a phase without its gaps; each moving range goes to the value before, over a gap.
 */
static guint *
gather (TlXmr *xmr, TlXmrPhase *phase, double *values, double *ranges)
{
  guint *points = g_new (guint, phase->n_points + 1);

  for (guint i = phase->first; i < phase->first + phase->n_points; i++)
    {
      guint n = phase->n_values;

      if (isnan (xmr->values[i]))
        continue;
      points[n] = i;
      values[n] = xmr->values[i];
      ranges[n] = n > 0 ? fabs (values[n] - values[n - 1]) : (double) NAN;
      xmr->ranges[i] = ranges[n];
      phase->n_values++;
    }
  return points;
}

static void
work_out (TlXmr *xmr, TlXmrPhase *phase)
{
  g_autofree double *values = g_new (double, phase->n_points + 1);
  g_autofree double *ranges = g_new (double, phase->n_points + 1);
  g_autofree guint *fires = g_new0 (guint, phase->n_points + 1);
  g_autofree guint *marks = g_new0 (guint, phase->n_points + 1);
  g_autofree double *sorted_out = g_new (double, phase->n_points + 1);
  g_autofree guint *points = gather (xmr, phase, values, ranges);
  guint n_ranges = phase->n_values > 0 ? phase->n_values - 1 : 0;

  for (guint i = 0; i < n_ranges; i++)
    sorted_out[i] = ranges[i + 1];
  set_limits (phase, &xmr->options, values, sorted_out, n_ranges);
  if (n_ranges > 0)
    tl_xmr_rules_apply (xmr->options.rules, &phase->limits, values, ranges, phase->n_values, fires, marks);
  for (guint i = 0; i < phase->n_values; i++)
    {
      xmr->fires[points[i]] = fires[i];
      xmr->marks[points[i]] = marks[i];
    }
}

static void
begin_phase (TlXmr *xmr, guint first)
{
  TlXmrPhase phase = { .first = first };

  if (xmr->phases->len > 0)
    {
      TlXmrPhase *last = &g_array_index (xmr->phases, TlXmrPhase, xmr->phases->len - 1);

      if (first <= last->first)
        return;
      last->n_points = first - last->first;
    }
  g_array_append_val (xmr->phases, phase);
}

/**
 * tl_xmr_compute:
 * @values: (array length=n_points): in the order they are charted; NaN where one is missing
 * @n_points: how many; may be 0
 * @starts: (nullable) (array length=n_starts): numbers of points, from 0, at which a declared
 * change begins a phase, ascending
 * @n_starts: how many
 * @options: how
 *
 * A missing value is passed over: it ends no run, and the moving range after it goes to the last
 * value before. Rules start afresh at each phase.
 *
 * Returns: (transfer full): the numbers of the chart
 */
TlXmr *
tl_xmr_compute (const double *values, guint n_points, const guint *starts, guint n_starts, const TlXmrOptions *options)
{
  TlXmr *xmr = g_new0 (TlXmr, 1);

  xmr->options = *options;
  xmr->n_points = n_points;
  xmr->values = g_new (double, n_points + 1);
  xmr->ranges = g_new (double, n_points + 1);
  xmr->fires = g_new0 (guint, n_points + 1);
  xmr->marks = g_new0 (guint, n_points + 1);
  xmr->phases = g_array_new (FALSE, FALSE, sizeof (TlXmrPhase));
  for (guint i = 0; i < n_points; i++)
    {
      xmr->values[i] = values[i];
      xmr->ranges[i] = (double) NAN;
    }
  if (n_points > 0)
    begin_phase (xmr, 0);
  for (guint i = 0; i < n_starts; i++)
    if (starts[i] < n_points)
      begin_phase (xmr, starts[i]);
  for (guint i = 0; i < xmr->phases->len; i++)
    {
      TlXmrPhase *phase = &g_array_index (xmr->phases, TlXmrPhase, i);

      if (i + 1 == xmr->phases->len)
        phase->n_points = n_points - phase->first;
      work_out (xmr, phase);
    }
  return xmr;
}

/* A change belongs to the first point of its day or later. Both are ISO dates, with or without a
 * time of day, and so in the order of their letters. */
static guint
first_point_from (const TlMeasure *measure, const char *when)
{
  guint i = 0;

  while (i < measure->points->len)
    {
      const TlPoint *point = g_ptr_array_index (measure->points, i);

      if (point->when != NULL && when != NULL && g_strcmp0 (point->when, when) >= 0)
        break;
      i++;
    }
  return i;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

/**
 * tl_xmr_options_of:
 * @measure: a measure
 *
 * Returns: how its chart is worked out: by the rules and from the centre that it carries
 */
TlXmrOptions
tl_xmr_options_of (const TlMeasure *measure)
{
  return (TlXmrOptions){
    .rules = measure->rules,
    .median = measure->centre == TL_CENTRE_MEDIAN,
    .floor_at_zero = measure->floor_at_zero == TL_YES,
  };
}

/**
 * tl_xmr_for_measure:
 * @measure: a measure; its declared changes begin phases
 * @options: (nullable): how, where it is not to be as the measure says
 *
 * Returns: (transfer full): the numbers of its chart
 */
TlXmr *
tl_xmr_for_measure (const TlMeasure *measure, const TlXmrOptions *options)
{
  TlXmrOptions own = tl_xmr_options_of (measure);
  g_autofree double *values = g_new (double, measure->points->len + 1);
  g_autofree guint *starts = g_new (guint, measure->changes->len + 1);

  for (guint i = 0; i < measure->points->len; i++)
    values[i] = ((const TlPoint *) g_ptr_array_index (measure->points, i))->value;
  for (guint i = 0; i < measure->changes->len; i++)
    {
      const TlChange *change = g_ptr_array_index (measure->changes, i);

      starts[i] = first_point_from (measure, change->when);
    }
  qsort (starts, measure->changes->len, sizeof (guint), compare_starts);
  return tl_xmr_compute (values, measure->points->len, starts, measure->changes->len, options ? options : &own);
}

/**
 * tl_xmr_has_values:
 * @measure: a measure
 *
 * Returns: whether there is anything to chart
 */
gboolean
tl_xmr_has_values (const TlMeasure *measure)
{
  for (guint i = 0; i < measure->points->len; i++)
    if (!isnan (((const TlPoint *) g_ptr_array_index (measure->points, i))->value))
      return TRUE;
  return FALSE;
}

/**
 * tl_xmr_reasons:
 * @xmr: the numbers of @measure
 * @measure: a measure
 *
 * Returns: (transfer container) (array): what a person said of the change that began each phase, the
 *   last one where several began it; %NULL where none did, or nothing was said. Good until the next
 *   edit of @measure
 */
const char **
tl_xmr_reasons (const TlXmr *xmr, const TlMeasure *measure)
{
  const char **reasons = g_new0 (const char *, xmr->phases->len + 1);

  for (guint i = 0; i < measure->changes->len; i++)
    {
      const TlChange *change = g_ptr_array_index (measure->changes, i);
      guint first = first_point_from (measure, change->when);

      for (guint p = 0; p < xmr->phases->len; p++)
        if (g_array_index (xmr->phases, TlXmrPhase, p).first == first)
          reasons[p] = change->what ? change->what : reasons[p];
    }
  return reasons;
}

/**
 * tl_xmr_free:
 * @xmr: (transfer full) (nullable): a chart's numbers
 */
void
tl_xmr_free (TlXmr *xmr)
{
  if (xmr == NULL)
    return;
  g_free (xmr->values);
  g_free (xmr->ranges);
  g_free (xmr->fires);
  g_free (xmr->marks);
  g_array_unref (xmr->phases);
  g_free (xmr);
}

/**
 * tl_xmr_phase_of:
 * @xmr: a chart's numbers
 * @point: number of a point, from 0
 *
 * Returns: (transfer none): the phase in which it is
 */
const TlXmrPhase *
tl_xmr_phase_of (const TlXmr *xmr, guint point)
{
  guint i = xmr->phases->len;

  g_return_val_if_fail (point < xmr->n_points, NULL);
  while (g_array_index (xmr->phases, TlXmrPhase, i - 1).first > point)
    i--;
  return &g_array_index (xmr->phases, TlXmrPhase, i - 1);
}

/**
 * tl_xmr_n_signals:
 * @xmr: a chart's numbers
 *
 * Returns: how many points belong to a signal
 */
guint
tl_xmr_n_signals (const TlXmr *xmr)
{
  guint count = 0;

  for (guint i = 0; i < xmr->n_points; i++)
    count += xmr->marks[i] != 0 ? 1 : 0;
  return count;
}
