/* xmr-rules.c: which points of a chart of variation are signals, by the rule sets in use. */
#include "analysis/xmr-rules.h"

#include <math.h>

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* What differs from a limit by less than this part of the chart's height is equal to it: limits are
 * computed, values are typed. */
#define EQUAL 1e-9

/**
 * RuleSet:
 * @ranges: whether moving ranges are judged, too
 * @run: values on one side that are a signal
 * @trend: values in a trend; 0 for none
 * @near_least: of @near_window, how many near a limit
 * @near_part: what is near: beyond this part of the way from the centre to the limit
 * @near_all: all of the window must be on that side
 * @zones: the rules of thirds: four of five
 * @patterns: hugging, alternating and avoiding
 */
typedef struct
{
  gboolean ranges;
  guint run;
  guint trend;
  guint near_least;
  guint near_window;
  double near_part;
  gboolean near_all;
  gboolean zones;
  gboolean patterns;
} RuleSet;

static const RuleSet rule_sets[TL_XMR_N_RULE_SETS] = {
  [TL_XMR_WHEELER] = { .ranges = TRUE, .run = 8, .near_least = 3, .near_window = 4, .near_part = 1.0 / 2 },
  [TL_XMR_NHS] = { .run = 7, .trend = 7, .near_least = 2, .near_window = 3, .near_part = 2.0 / 3, .near_all = TRUE },
  [TL_XMR_WESTERN_ELECTRIC] = { .run = 8, .near_least = 2, .near_window = 3, .near_part = 2.0 / 3, .zones = TRUE },
  [TL_XMR_NELSON]
  = { .run = 9, .trend = 6, .near_least = 2, .near_window = 3, .near_part = 2.0 / 3, .zones = TRUE, .patterns = TRUE },
};

static const char *const rule_nicks[TL_XMR_N_RULES] = {
  [TL_XMR_OUTSIDE] = "outside",
  [TL_XMR_RANGE] = "range",
  [TL_XMR_RUN] = "run",
  [TL_XMR_TREND] = "trend",
  [TL_XMR_NEAR_LIMIT] = "near-limit",
  [TL_XMR_FOUR_OF_FIVE] = "four-of-five",
  [TL_XMR_HUGGING] = "hugging",
  [TL_XMR_ALTERNATING] = "alternating",
  [TL_XMR_AVOIDING] = "avoiding",
};

/**
 * Judge:
 * @sides: of each value: 1 above the centre, −1 below, 0 equal to it
 * @reach: of each value: how far it is from the centre, where the limit on its side is 1
 * @slack: by how much a @reach may differ and be the same
 * @flat: the limits lie on the centre, so that there are no zones
 *
 * What one pass over a series knows.
 */
typedef struct
{
  const RuleSet *set;
  const double *values;
  guint count;
  int *sides;
  double *reach;
  double slack;
  gboolean flat;
  guint *fires;
  guint *marks;
} Judge;

/**
 * tl_xmr_rule_set_nick:
 * @set: a rule set
 *
 * Returns: its word on the command line and in a file
 */
const char *
tl_xmr_rule_set_nick (TlXmrRuleSet set)
{
  return tl_choice_by_value (tl_rule_set_words, set)->nick;
}

/**
 * tl_xmr_rule_set_label:
 * @set: a rule set
 *
 * Returns: its name on the screen, translated
 */
const char *
tl_xmr_rule_set_label (TlXmrRuleSet set)
{
  return _ (tl_choice_by_value (tl_rule_set_words, set)->label);
}

/**
 * tl_xmr_rule_set_from_nick:
 * @nick: a word
 * @set: (out): the set that is meant
 *
 * Returns: whether there is one
 */
gboolean
tl_xmr_rule_set_from_nick (const char *nick, TlXmrRuleSet *set)
{
  const TlChoice *choice = tl_choice_by_nick (tl_rule_set_words, nick);

  if (choice)
    *set = (TlXmrRuleSet) choice->value;
  return choice != NULL;
}

/**
 * tl_xmr_rule_nick:
 * @rule: a rule
 *
 * Returns: its word for programs
 */
const char *
tl_xmr_rule_nick (TlXmrRule rule)
{
  return rule_nicks[rule];
}

/**
 * tl_xmr_rule_words:
 * @rule: a rule
 * @set: as it is in this set
 *
 * Returns: (transfer full): what a point shows that is marked by it, translated
 */
char *
tl_xmr_rule_words (TlXmrRule rule, TlXmrRuleSet set)
{
  const RuleSet *rules = &rule_sets[set];

  switch (rule)
    {
    case TL_XMR_OUTSIDE:
      return g_strdup (_ ("outside the limits"));
    case TL_XMR_RANGE:
      return g_strdup (_ ("a larger jump than the limit"));
    case TL_XMR_RUN:
      return g_strdup_printf (_ ("%u in a row on one side of the centre"), rules->run);
    case TL_XMR_TREND:
      return g_strdup_printf (_ ("%u in a row, each further the same way"), rules->trend);
    case TL_XMR_NEAR_LIMIT:
      return g_strdup_printf (_ ("%u of %u near one limit"), rules->near_least, rules->near_window);
    case TL_XMR_FOUR_OF_FIVE:
      return g_strdup (_ ("4 of 5 beyond a third of the way to one limit"));
    case TL_XMR_HUGGING:
      return g_strdup (_ ("15 in a row close to the centre"));
    case TL_XMR_ALTERNATING:
      return g_strdup (_ ("14 in a row, up and down in turn"));
    case TL_XMR_AVOIDING:
      return g_strdup (_ ("8 in a row, none close to the centre"));
    case TL_XMR_N_RULES:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* The window of @window values that ends at @at is a signal: all of it is marked. */
static void
fire (Judge *judge, TlXmrRule rule, guint at, guint window)
{
  judge->fires[at] |= 1u << rule;
  for (guint i = at + 1 - window; i <= at; i++)
    judge->marks[i] |= 1u << rule;
}

static gboolean
is_beyond (const Judge *judge, guint i, double part)
{
  return judge->reach[i] > part + judge->slack;
}

static void
find_outside (Judge *judge)
{
  for (guint i = 0; i < judge->count; i++)
    if (is_beyond (judge, i, 1))
      fire (judge, TL_XMR_OUTSIDE, i, 1);
}

static void
find_runs (Judge *judge)
{
  guint length = 0;

  for (guint i = 0; i < judge->count; i++)
    {
      gboolean goes_on = i > 0 && judge->sides[i] == judge->sides[i - 1];

      length = judge->sides[i] == 0 ? 0 : goes_on ? length + 1 : 1;
      if (length >= judge->set->run)
        fire (judge, TL_XMR_RUN, i, judge->set->run);
    }
}

/* 1 where value @i is above the one before, −1 below, 0 where there is a tie. */
static int
step_at (const Judge *judge, guint i)
{
  return (judge->values[i] > judge->values[i - 1]) - (judge->values[i] < judge->values[i - 1]);
}

/* @turning: each step against the one before, not with it. */
static void
find_steps (Judge *judge, TlXmrRule rule, guint window, gboolean turning)
{
  guint length = 1;
  int before = 0;

  for (guint i = 1; i < judge->count; i++)
    {
      int step = step_at (judge, i);
      gboolean goes_on = step == (turning ? -before : before);

      length = step == 0 ? 1 : goes_on ? length + 1 : 2;
      before = step;
      if (length >= window)
        fire (judge, rule, i, window);
    }
}

/* Of the last @window values, @least beyond @part of the way to the limit on @side; those that are
 * beyond are marked. */
static void
find_most (Judge *judge, TlXmrRule rule, guint least, guint window, double part, int side)
{
  for (guint at = 0; at < judge->count; at++)
    {
      guint from = at + 1 >= window ? at + 1 - window : 0;
      guint beyond = 0, beside = 0;

      for (guint i = from; i <= at; i++)
        {
          beyond += judge->sides[i] == side && is_beyond (judge, i, part) ? 1 : 0;
          beside += judge->sides[i] == side ? 1 : 0;
        }
      if (beyond < least || (rule == TL_XMR_NEAR_LIMIT && judge->set->near_all && beside < window))
        continue;
      judge->fires[at] |= 1u << rule;
      for (guint i = from; i <= at; i++)
        if (judge->sides[i] == side && is_beyond (judge, i, part))
          judge->marks[i] |= 1u << rule;
    }
}

/* @window values in a row that are all within a third of the way to a limit, or none. */
static void
find_zone (Judge *judge, TlXmrRule rule, guint window, gboolean within)
{
  guint length = 0;

  for (guint i = 0; i < judge->count; i++)
    {
      gboolean beyond = is_beyond (judge, i, 1.0 / 3);

      length = beyond == within ? 0 : length + 1;
      if (length >= window)
        fire (judge, rule, i, window);
    }
}

static void
find_signals (Judge *judge)
{
  const RuleSet *set = judge->set;

  find_outside (judge);
  find_runs (judge);
  if (set->trend > 0)
    find_steps (judge, TL_XMR_TREND, set->trend, FALSE);
  for (int side = -1; side <= 1; side += 2)
    {
      find_most (judge, TL_XMR_NEAR_LIMIT, set->near_least, set->near_window, set->near_part, side);
      if (set->zones)
        find_most (judge, TL_XMR_FOUR_OF_FIVE, 4, 5, 1.0 / 3, side);
    }
  if (!set->patterns || judge->flat)
    return;
  find_zone (judge, TL_XMR_HUGGING, 15, TRUE);
  find_zone (judge, TL_XMR_AVOIDING, 8, FALSE);
  find_steps (judge, TL_XMR_ALTERNATING, 14, TRUE);
}

static void
measure (Judge *judge, const TlXmrLimits *limits)
{
  double height = limits->upper - limits->lower;
  double slack = EQUAL * height;

  judge->flat = !(height > 0);
  for (guint i = 0; i < judge->count; i++)
    {
      double off = judge->values[i] - limits->centre;
      double whole = off > 0 ? limits->upper - limits->centre : limits->centre - limits->lower;

      judge->sides[i] = (off > slack) - (off < -slack);
      judge->reach[i] = judge->sides[i] == 0 ? 0 : whole > 0 ? fabs (off) / whole : HUGE_VAL;
    }
}

static void
judge_ranges (const RuleSet *set,
              const TlXmrLimits *limits,
              const double *ranges,
              guint count,
              guint *fires,
              guint *marks)
{
  for (guint i = 0; set->ranges && ranges != NULL && i < count; i++)
    if (ranges[i] > limits->range_limit * (1 + EQUAL))
      {
        fires[i] |= 1u << TL_XMR_RANGE;
        marks[i] |= 1u << TL_XMR_RANGE;
      }
}

/**
 * tl_xmr_rules_apply:
 * @set: the rules
 * @limits: of these values
 * @values: (array length=count): of one phase, without gaps
 * @ranges: (nullable) (array length=count): moving ranges; NaN where there is none, as at the first
 * @count: how many
 * @fires: (array length=count): gets a bit, 1 << rule, where a signal is complete: at the last
 * value of its window
 * @marks: (array length=count): gets a bit, 1 << rule, at each value that belongs to a signal: all
 * of a window of a run, a trend and the like, those near the limit where most of a window must be
 *
 * "Outside" and "beyond" are strict. A value equal to the centre is on neither side and ends a run;
 * a tie ends a trend. Takes linear time.
 */
void
tl_xmr_rules_apply (TlXmrRuleSet set,
                    const TlXmrLimits *limits,
                    const double *values,
                    const double *ranges,
                    guint count,
                    guint *fires,
                    guint *marks)
{
  g_autofree int *sides = g_new (int, count + 1);
  g_autofree double *reach = g_new (double, count + 1);
  Judge judge = { &rule_sets[set], values, count, sides, reach, EQUAL, FALSE, fires, marks };

  measure (&judge, limits);
  find_signals (&judge);
  judge_ranges (judge.set, limits, ranges, count, fires, marks);
}
