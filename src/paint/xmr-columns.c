#include "paint/xmr-columns.h"

#include <math.h>

/**
 * tl_xmr_column_x:
 * @xmr: a chart's numbers
 * @point: number of a point, from 0; halves lie between two
 * @width: of the chart
 *
 * Returns: where the point stands, from the left
 */
double
tl_xmr_column_x (const TlXmr *xmr, double point, double width)
{
  return xmr->n_points > 0 ? (point + 0.5) * width / xmr->n_points : 0;
}

static double
place_of (const TlXmr *xmr, guint point, double width)
{
  double x = tl_xmr_column_x (xmr, point, width);

  return xmr->n_points > width ? floor (x) + 0.5 : x;
}

static void
begin_column (GArray *columns, guint point, double x, double value, guint marks, gboolean joined)
{
  TlXmrColumn column = { x, value, value, value, value, value, point, marks, joined };

  g_array_append_val (columns, column);
}

static void
widen_column (TlXmrColumn *column, guint point, double value, guint marks)
{
  column->last = value;
  column->low = MIN (column->low, value);
  column->high = MAX (column->high, value);
  if (marks != 0 || column->marks == 0)
    {
      column->point = point;
      column->value = value;
    }
  column->marks |= marks;
}

/**
 * tl_xmr_columns:
 * @xmr: a chart's numbers
 * @ranges: whether of the moving ranges, with the marks of their rule; else of the values, with all
 *   other marks
 * @width: of the chart, in pixels
 *
 * Returns: (transfer full) (element-type TlXmrColumn): its columns from left to right; what is
 * missing has none
 */
GArray *
tl_xmr_columns (const TlXmr *xmr, gboolean ranges, double width)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (TlXmrColumn));
  const double *series = ranges ? xmr->ranges : xmr->values;
  guint of_ranges = 1u << TL_XMR_RANGE;
  gboolean broken = TRUE;
  guint phase = 0;

  for (guint i = 0; i < xmr->n_points; i++)
    {
      TlXmrColumn *last = columns->len > 0 ? &g_array_index (columns, TlXmrColumn, columns->len - 1) : NULL;
      guint marks = xmr->marks[i] & (ranges ? of_ranges : ~of_ranges);
      double x = place_of (xmr, i, width);

      if (phase < xmr->phases->len && g_array_index (xmr->phases, TlXmrPhase, phase).first == i)
        {
          broken = TRUE;
          phase++;
        }
      if (isnan (series[i]))
        {
          broken = TRUE;
          continue;
        }
      if (last && last->x >= x)
        widen_column (last, i, series[i], marks);
      else
        begin_column (columns, i, x, series[i], marks, !broken);
      broken = FALSE;
    }
  return columns;
}
