/* chart-numbers.h: the numbers of a chart as a table, unrounded. */
#pragma once

#include "paint/chart.h"

G_BEGIN_DECLS

GBytes *tl_chart_numbers (TlView view, const TlSubject *subject, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
