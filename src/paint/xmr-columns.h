/* xmr-columns.h: a series as columns of a chart: a point each, or, where there are more points than
 * pixels, a pixel each with the least and the most of its points, so that no peak is lost.
 */
#pragma once

#include "analysis/xmr.h"

G_BEGIN_DECLS

/**
 * TlXmrColumn:
 * @x: its middle, from the left of the chart
 * @first: the first value in it
 * @last: the last value in it
 * @low: the least
 * @high: the most
 * @value: of @point
 * @point: number of the point that stands for it, from 0: one that is marked, if any is, else the
 * last
 * @marks: 1 << rule, of all points in it
 * @joined: a line leads to it from the column before: no value is missing between, and no phase
 *   begins
 */
typedef struct
{
  double x;
  double first;
  double last;
  double low;
  double high;
  double value;
  guint point;
  guint marks;
  gboolean joined;
} TlXmrColumn;

GArray *tl_xmr_columns (const TlXmr *xmr, gboolean ranges, double width) G_GNUC_WARN_UNUSED_RESULT;
double tl_xmr_column_x (const TlXmr *xmr, double point, double width);

G_END_DECLS
