/* xmr-plot.h: a chart of single values, and that of their moving ranges under it, as marks of a
 * scene.
 *
 * Each point has the same room, in the order they are charted, whatever time lies between two.
 */
#pragma once

#include "analysis/xmr.h"
#include "paint/axis.h"
#include "paint/scene.h"

G_BEGIN_DECLS

/**
 * TlXmrPlot:
 * @xmr: the numbers
 * @whens: (nullable) (array length=n_points): ISO dates, with or without a time; %NULL where one is
 * not known
 * @reasons: (nullable) (array): what a person said of the change that began each phase of @xmr;
 * that of the first may be %NULL
 * @values_label: what the values are, as "Days"
 * @ranges_label: what is written over the chart of moving ranges
 * @histogram: how often which values came stands beside, where there is room
 * @words: (nullable): a value as text, rounded to about @unit; tl_words_near() where there is none
 *
 * What is drawn. Nothing of it is kept.
 */
typedef struct
{
  const TlXmr *xmr;
  const char *const *whens;
  const char *const *reasons;
  const char *values_label;
  const char *ranges_label;
  gboolean histogram;
  char *(*words) (double value, double unit);
} TlXmrPlot;

/* At 100 %: less height it can't do without, and with so much it is at ease. */
#define TL_XMR_PLOT_LEAST 300.0
#define TL_XMR_PLOT_COMFORT 560.0

TlBox tl_xmr_plot_add (TlScene *scene, const TlXmrPlot *plot, const TlBox *place);
TlAxis tl_xmr_plot_axis (const TlXmr *xmr, gboolean ranges);

G_END_DECLS
