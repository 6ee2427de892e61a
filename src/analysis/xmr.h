/* xmr.h: the chart of single values and moving ranges (XmR): what a system predictably achieves.
 *
 * Centre = mean of the values; natural process limits = centre ± 2.66 × mean moving range; range
 * limit = 3.268 × mean moving range. With medians: 3.145 and 3.865 × median moving range. Source:
 * D. J. Wheeler, Understanding Variation, 2nd ed. (2000), and his Twenty Things You Need to Know
 * (2009). Phases start only where a person declared a change; nothing here re-bases limits.
 */
#pragma once

#include "analysis/xmr-rules.h"
#include "study/measure.h"

G_BEGIN_DECLS

/* With fewer values than this, limits are trial limits. */
#define TL_XMR_ENOUGH 12

/**
 * TlXmrOptions:
 * @rules: which signals are looked for
 * @median: centre and limits from medians, which a few wild values can't move
 * @screened: moving ranges of 3.267 × their mean and more are left out, once, before limits are set
 * @floor_at_zero: the measure can't be negative: a lower limit below zero is cut off there
 */
typedef struct
{
  TlXmrRuleSet rules;
  gboolean median;
  gboolean screened;
  gboolean floor_at_zero;
} TlXmrOptions;

/**
 * TlXmrPhase:
 * @first: number of its first point, from 0
 * @n_points: of the series, with and without a value
 * @n_values: points that have a value
 * @limits: NaN where there is no value; limits are NaN where there is no moving range
 * @lower: the lower limit as it is drawn: cut off at zero where the measure can't be negative
 * @range: mean or median moving range; NaN where there is none
 * @trial: fewer values than %TL_XMR_ENOUGH
 */
typedef struct
{
  guint first;
  guint n_points;
  guint n_values;
  TlXmrLimits limits;
  double lower;
  double range;
  gboolean trial;
} TlXmrPhase;

/**
 * TlXmr:
 * @n_points: of the series
 * @values: (array length=n_points): NaN where one is missing
 * @ranges: (array length=n_points): how far each value is from the one before in its phase; NaN where
 *   there is none
 * @phases: (element-type TlXmrPhase): at least one where there are points
 * @fires: (array length=n_points): 1 << rule where a signal is complete
 * @marks: (array length=n_points): 1 << rule at all points that belong to one
 *
 * A chart's numbers, as a value.
 */
typedef struct
{
  TlXmrOptions options;
  guint n_points;
  double *values;
  double *ranges;
  GArray *phases;
  guint *fires;
  guint *marks;
} TlXmr;

TlXmr *tl_xmr_compute (const double *values,
                       guint n_points,
                       const guint *starts,
                       guint n_starts,
                       const TlXmrOptions *options) G_GNUC_WARN_UNUSED_RESULT;
TlXmrOptions tl_xmr_options_of (const TlMeasure *measure);
TlXmr *tl_xmr_for_measure (const TlMeasure *measure, const TlXmrOptions *options) G_GNUC_WARN_UNUSED_RESULT;
gboolean tl_xmr_has_values (const TlMeasure *measure);
const char **tl_xmr_reasons (const TlXmr *xmr, const TlMeasure *measure) G_GNUC_WARN_UNUSED_RESULT;
void tl_xmr_free (TlXmr *xmr);

const TlXmrPhase *tl_xmr_phase_of (const TlXmr *xmr, guint point);
guint tl_xmr_n_signals (const TlXmr *xmr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlXmr, tl_xmr_free)

G_END_DECLS
