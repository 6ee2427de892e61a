/* histogram.h: how often which values came: values counted in bins of one width.
 *
 * The width of a bin is 2 × (upper − lower quartile) ÷ n^⅓, the rule of D. Freedman and P. Diaconis, "On the
 * histogram as a density estimator: L₂ theory", Zeitschrift für Wahrscheinlichkeitstheorie 57 (1981). Where half of
 * all values are the same the quartiles say nothing: then it is the span ÷ (⌈log₂ n⌉ + 1), the rule of H. A. Sturges,
 * "The choice of a class interval", JASA 21 (1926). Either is rounded to 1, 2 or 5 times a power of ten, but never
 * finer than what was measured with: bins of half a day would leave every other one empty where days were counted.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlHistogramBin:
 * @from: values in it are at least this
 * @to: and less than this; the same as @from where all values are equal
 * @count: how many there are
 * @least: the smallest of them; NaN where there are none
 * @most: the largest of them; NaN where there are none
 */
typedef struct
{
  double from;
  double to;
  guint count;
  double least;
  double most;
} TlHistogramBin;

/**
 * TlHistogram:
 * @n_values: how many were counted
 * @most: in the fullest bin
 * @width: of a bin; 0 where all values are equal
 * @bins: (element-type TlHistogramBin): the lowest first, without a gap between; the first and the last are never
 *   empty; none where there are no values
 */
typedef struct
{
  guint n_values;
  guint most;
  double width;
  GArray *bins;
} TlHistogram;

TlHistogram *tl_histogram_new (const double *values, guint n_values, guint most_bins) G_GNUC_WARN_UNUSED_RESULT;
void tl_histogram_free (TlHistogram *histogram);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlHistogram, tl_histogram_free)

G_END_DECLS
