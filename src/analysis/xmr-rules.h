/* xmr-rules.h: which points of a chart of variation are signals, by the rule sets in use.
 *
 * A signal asks "what happened here?". Sources: D. J. Wheeler, Understanding Variation (1993);
 * NHS England, Making Data Count; Western Electric, Statistical Quality Control Handbook (1956);
 * L. S. Nelson, Journal of Quality Technology 16 (1984).
 */
#pragma once

#include "study/measure.h"

G_BEGIN_DECLS

/**
 * TlXmrRule:
 * @TL_XMR_OUTSIDE: a value beyond a natural process limit
 * @TL_XMR_RANGE: a moving range beyond the range limit
 * @TL_XMR_TREND: so many values, each further the same way than the one before
 * @TL_XMR_NEAR_LIMIT: most of a few values near one limit (Wheeler: 3 of 4 nearer to it than to the
 *   centre; the others: 2 of 3 beyond two thirds of the way to it)
 * @TL_XMR_RUN: so many values on one side of the centre
 * @TL_XMR_FOUR_OF_FIVE: beyond one third of the way to one limit
 * @TL_XMR_HUGGING: 15 values within one third of the way to either limit
 * @TL_XMR_ALTERNATING: 14 values that go up and down in turn
 * @TL_XMR_AVOIDING: 8 values, none within one third of the way to either limit
 *
 * In the order in which they are told where a point has several, which is that of the NHS.
 */
typedef enum
{
  TL_XMR_OUTSIDE,
  TL_XMR_RANGE,
  TL_XMR_TREND,
  TL_XMR_NEAR_LIMIT,
  TL_XMR_RUN,
  TL_XMR_FOUR_OF_FIVE,
  TL_XMR_HUGGING,
  TL_XMR_ALTERNATING,
  TL_XMR_AVOIDING,
  TL_XMR_N_RULES,
} TlXmrRule;

/**
 * TlXmrLimits:
 * @centre: mean or median of the values
 * @upper: natural process limit
 * @lower: natural process limit, as computed; below zero it may be drawn at zero, but zones are
 *   thirds of this one
 * @range_limit: of the moving ranges
 */
typedef struct
{
  double centre;
  double upper;
  double lower;
  double range_limit;
} TlXmrLimits;

const char *tl_xmr_rule_set_nick (TlXmrRuleSet set);  /* "western-electric" */
const char *tl_xmr_rule_set_label (TlXmrRuleSet set); /* "Western Electric", translated */
gboolean tl_xmr_rule_set_from_nick (const char *nick, TlXmrRuleSet *set);
const char *tl_xmr_rule_nick (TlXmrRule rule); /* "near-limit" */
char *tl_xmr_rule_words (TlXmrRule rule, TlXmrRuleSet set) G_GNUC_WARN_UNUSED_RESULT;

void tl_xmr_rules_apply (TlXmrRuleSet set,
                         const TlXmrLimits *limits,
                         const double *values,
                         const double *ranges,
                         guint count,
                         guint *fires,
                         guint *marks);

G_END_DECLS
