/* chart-steer.h: from one place of a chart to the next, by arrow keys. Needs no display. */
#pragma once

#include "paint/chart.h"

G_BEGIN_DECLS

int tl_chart_steer (const GPtrArray *targets, int from, int dx, int dy);
int tl_chart_target_at (const GPtrArray *targets, double x, double y);

G_END_DECLS
