/* xmr-histogram.h: how often which values came, lying beside a chart of variation: its bars lead to the right, and
 * their heights are those of the chart's own axis.
 */
#pragma once

#include "analysis/histogram.h"
#include "paint/axis.h"
#include "paint/scene.h"

G_BEGIN_DECLS

/**
 * TlXmrBar:
 * @box: where it lies
 * @bin: number of its bin, from 0
 */
typedef struct
{
  TlBox box;
  guint bin;
} TlXmrBar;

GArray *tl_xmr_histogram_bars (const TlHistogram *histogram,
                               const TlAxis *values,
                               const TlAxis *counts,
                               const TlBox *box,
                               double thinnest) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
