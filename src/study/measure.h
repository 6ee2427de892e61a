/* measure.h: a series of values against purpose, with declared changes. */
#pragma once

#include "flow.h"

G_BEGIN_DECLS

/**
 * TlBetter:
 * @TL_BETTER_UNKNOWN: nobody said
 * @TL_BETTER_LOWER: as with days that a customer waits
 * @TL_BETTER_HIGHER: as with repairs done at the first visit
 *
 * Which way a measure improves. It words what a chart finds; it is no target.
 */
typedef enum
{
  TL_BETTER_UNKNOWN,
  TL_BETTER_LOWER,
  TL_BETTER_HIGHER,
} TlBetter;

/**
 * TlXmrRuleSet:
 *
 * A named set of rules by which points of a chart of variation are signals (analysis/xmr-rules.h). None is better
 * than another, but two used at once find more than there is.
 */
typedef enum
{
  TL_XMR_WHEELER,
  TL_XMR_NHS,
  TL_XMR_WESTERN_ELECTRIC,
  TL_XMR_NELSON,
  TL_XMR_N_RULE_SETS,
} TlXmrRuleSet;

/**
 * TlCentre:
 * @TL_CENTRE_MEAN: centre and limits from means
 * @TL_CENTRE_MEDIAN: from medians, which a few wild values can't move
 */
typedef enum
{
  TL_CENTRE_MEAN,
  TL_CENTRE_MEDIAN,
} TlCentre;

/* Beyond what anybody measures, and far from where the squares and sums of doubles end: of larger
 * values there would be neither mean nor limits. */
#define TL_POINT_MOST 1e100

/**
 * TlPoint:
 * @when: ISO date, or date and time
 * @value: from −%TL_POINT_MOST to %TL_POINT_MOST; absent: missing
 * @note: "what happened here?"
 */
typedef struct
{
  TlItem item;
  char *when;
  double value;
  char *note;
} TlPoint;

/**
 * TlChange:
 * @when: ISO date; limits start afresh here
 * @what: the reason that a person gave
 */
typedef struct
{
  TlItem item;
  char *when;
  char *what;
} TlChange;

/**
 * TlMeasure:
 * @name: what is measured
 * @unit: in what, as "days"
 * @better: which way it improves
 * @about_purpose: whether it says how well the purpose is met, seen by the customer
 * @floor_at_zero: whether it can't be negative, so that a lower limit below zero is cut off there
 * @rules: by which its signals are found
 * @centre: from what its limits are worked out
 * @points: (element-type TlPoint): in the order they are charted
 * @changes: (element-type TlChange)
 */
typedef struct
{
  TlItem item;
  char *name;
  char *unit;
  TlBetter better;
  TlYesNo about_purpose;
  TlYesNo floor_at_zero;
  TlXmrRuleSet rules;
  TlCentre centre;
  GPtrArray *points;
  GPtrArray *changes;
} TlMeasure;

extern const TlChoice tl_rule_set_words[];
extern const TlChoice tl_centre_words[];
extern const TlItemType tl_measure_type;
extern const TlItemType tl_point_type;
extern const TlItemType tl_change_type;

G_END_DECLS
