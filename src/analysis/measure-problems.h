/* measure-problems.h: what keeps the chart of a measure from saying what it could. */
#pragma once

#include "study/measure.h"

G_BEGIN_DECLS

GPtrArray *tl_measure_problems (const TlMeasure *measure) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
