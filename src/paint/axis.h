/* axis.h: from values to places: painters only scale. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlAxis:
 * @least: the value at the near end
 * @most: the value at the far end
 * @step: between ticks: 1, 2 or 5 times a power of ten, or what clocks count in
 */
typedef struct
{
  double least;
  double most;
  double step;
} TlAxis;

TlAxis tl_axis_for_amounts (double most, guint ticks);
TlAxis tl_axis_for_span (double least, double most, guint ticks);
TlAxis tl_axis_for_minutes (double most, guint ticks);
double tl_axis_place (const TlAxis *axis, double value);
guint tl_axis_n_ticks (const TlAxis *axis);
double tl_axis_tick (const TlAxis *axis, guint index);

G_END_DECLS
