#include "app/chart-steer.h"

#include <math.h>

/* So much further counts a place that lies aside than one that lies ahead. */
#define ASIDE 3.0

static const TlChartTarget *
target (const GPtrArray *targets, int index)
{
  return g_ptr_array_index (targets, (guint) index);
}

/**
 * tl_chart_target_at:
 * @targets: (element-type TlChartTarget): the places of a chart
 * @x: in the chart's units
 * @y: in the chart's units
 *
 * Returns: which of them lies there; −1 for none
 */
int
tl_chart_target_at (const GPtrArray *targets, double x, double y)
{
  for (guint i = targets->len; i-- > 0;)
    {
      const TlChartTarget *box = target (targets, (int) i);

      if (x >= box->x && x < box->x + box->width && y >= box->y && y < box->y + box->height)
        return (int) i;
    }
  return -1;
}

/* How far @to lies from @from in a direction; infinite where it lies elsewhere. */
static double
distance (const TlChartTarget *from, const TlChartTarget *to, int dx, int dy)
{
  double across = to->x + to->width / 2 - from->x - from->width / 2;
  double down = to->y + to->height / 2 - from->y - from->height / 2;
  double ahead = across * dx + down * dy;
  double aside = fabs (across * dy) + fabs (down * dx);

  if (ahead <= 1)
    return (double) INFINITY;
  return ahead + ASIDE * aside;
}

/**
 * tl_chart_steer:
 * @targets: (element-type TlChartTarget): the places of a chart, in reading order
 * @from: where one is; −1 for nowhere yet
 * @dx: 1 to the right, −1 to the left, 0 neither
 * @dy: 1 downwards, −1 upwards, 0 neither
 *
 * Returns: where one comes to; @from where there is nothing in that direction; the first place from
 *   nowhere; −1 without places
 */
int
tl_chart_steer (const GPtrArray *targets, int from, int dx, int dy)
{
  double nearest = (double) INFINITY;
  int found = from;

  if (targets->len == 0)
    return -1;
  if (from < 0 || from >= (int) targets->len)
    return 0;
  for (guint i = 0; i < targets->len; i++)
    {
      double far = distance (target (targets, from), target (targets, (int) i), dx, dy);

      if (far < nearest)
        {
          nearest = far;
          found = (int) i;
        }
    }
  return found;
}
