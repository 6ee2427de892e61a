#include "paint/axis.h"

#include <math.h>

#include "analysis/nice-step.h"

/* Beyond it a difference would no longer be a number. */
#define FURTHEST 1e300

static TlAxis
make_axis (double most, double step)
{
  return (TlAxis){ .most = most, .step = step };
}

/**
 * tl_axis_for_amounts:
 * @most: the largest value; 0 or less makes an axis of 1
 * @ticks: how many there may be about, beyond the one at 0
 *
 * Returns: an axis from 0 to @most
 */
TlAxis
tl_axis_for_amounts (double most, guint ticks)
{
  double end = most > 0 && isfinite (most) ? most : 1;

  return make_axis (end, tl_nice_step (end / MAX (ticks, 1)));
}

/**
 * tl_axis_for_span:
 * @least: the smallest value
 * @most: the largest value
 * @ticks: how many there may be about
 *
 * For values that need not begin at 0. Where both are the same, there is some room on either side.
 *
 * Returns: an axis from @least to @most
 */
TlAxis
tl_axis_for_span (double least, double most, guint ticks)
{
  double low = CLAMP (least, -FURTHEST, FURTHEST);
  double high = CLAMP (most, -FURTHEST, FURTHEST);

  /* A width that is lost beside the numbers themselves is none. */
  if (!(high - low > 1e-12 * MAX (fabs (low), fabs (high))))
    {
      double room = low != 0 ? fabs (low) / 2 : 1;

      low -= room;
      high += room;
    }
  return (TlAxis){ .least = low, .most = high, .step = tl_nice_step ((high - low) / MAX (ticks, 1)) };
}

/**
 * tl_axis_for_minutes:
 * @most: the longest time, in minutes
 * @ticks: how many there may be about, beyond the one at 0
 *
 * Returns: an axis from 0 to @most, with ticks that a clock or a calendar would have
 */
TlAxis
tl_axis_for_minutes (double most, guint ticks)
{
  static const double steps[] = { 1,      2,       5,    10,       15,       30,    60,        2 * 60,    4 * 60,
                                  6 * 60, 12 * 60, 1440, 2 * 1440, 5 * 1440, 10080, 2 * 10080, 5 * 10080, 10 * 10080 };
  double end = most > 0 && isfinite (most) ? most : 1;
  double least = end / MAX (ticks, 1);

  if (least < steps[0])
    return tl_axis_for_amounts (end, ticks);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] >= least)
      return make_axis (end, steps[i]);
  return make_axis (end, tl_nice_step (least / 10080) * 10080);
}

/**
 * tl_axis_place:
 * @axis: an axis
 * @value: a value
 *
 * Returns: where it stands, 0..1; what lies outside stands at the end
 */
double
tl_axis_place (const TlAxis *axis, double value)
{
  return isnan (value) ? 0 : CLAMP ((value - axis->least) / (axis->most - axis->least), 0, 1);
}

/* In steps from 0. */
static double
first_tick (const TlAxis *axis)
{
  return ceil (axis->least / axis->step - 1e-9);
}

/**
 * tl_axis_n_ticks:
 * @axis: an axis
 *
 * Returns: how many ticks there are, those at its ends included
 */
guint
tl_axis_n_ticks (const TlAxis *axis)
{
  return (guint) (floor (axis->most / axis->step + 1e-9) - first_tick (axis)) + 1;
}

/**
 * tl_axis_tick:
 * @axis: an axis
 * @index: of a tick, from 0
 *
 * Returns: its value
 */
double
tl_axis_tick (const TlAxis *axis, guint index)
{
  return (first_tick (axis) + index) * axis->step;
}
