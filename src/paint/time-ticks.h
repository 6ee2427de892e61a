/* time-ticks.h: dates under a chart whose points stand in their order, evenly spaced.
 *
 * A chart of variation gives each point the same room, whatever time lies between two: its limits
 * come from the order. The ticks tell where days, weeks, months or years begin.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlTimeTick:
 * @point: number of the point at which it stands, from 0
 * @text: the date, or the point's number, from 1, where no point has a date
 * @year: (nullable): below it, at the first and where another year begins
 */
typedef struct
{
  guint point;
  char *text;
  char *year;
} TlTimeTick;

GArray *tl_time_ticks (const char *const *whens, guint n_points, guint most) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
