/* test-xmr.c: charts of variation, against numbers printed in the NIST handbook (6.3.2.2) and in
 * Wheeler's books, and against rules worked by hand. */
#include <math.h>

#include "analysis/measure-problems.h"
#include "analysis/xmr.h"
#include "study/item-build.h"

#define COMPUTE(values, ...) tl_xmr_compute (values, G_N_ELEMENTS (values), NULL, 0, &(TlXmrOptions){ __VA_ARGS__ })

static const double nist[] = { 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1 };
static const double verify[]
    = { 5045, 4350, 4350, 3975, 4290, 4430, 4485, 4285, 3980, 3925, 3645, 3760, 3300, 3685, 3463, 5200 };
static const double p49[] = { 39, 41, 41, 41, 43, 44, 41, 42, 40, 41, 44, 40 };
static const double spike[] = { 1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1 };

static const TlXmrPhase *
phase (const TlXmr *xmr, guint number)
{
  g_assert_cmpuint (number, <, xmr->phases->len);
  return &g_array_index (xmr->phases, TlXmrPhase, number);
}

/* Points with a bit of @bits, from 1, as "3 5". */
static char *
list (const guint *bits, guint count, TlXmrRule rule)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < count; i++)
    if (bits[i] & 1u << rule)
      g_string_append_printf (text, "%s%u", text->len ? " " : "", i + 1);
  return g_string_free (text, FALSE);
}

static void
check_list (const guint *bits, guint count, TlXmrRule rule, const char *expected)
{
  g_autofree char *found = list (bits, count, rule);

  g_assert_cmpstr (found, ==, expected);
}

#define CLOSE(found, expected, precision) g_assert_cmpfloat_with_epsilon (found, expected, precision)

static void
test_nist (void)
{
  g_autoptr (TlXmr) xmr = COMPUTE (nist, 0);
  const TlXmrLimits *limits = &phase (xmr, 0)->limits;

  CLOSE (limits->centre, 50.81, 1e-9);
  CLOSE (phase (xmr, 0)->range, 1.8778, 5e-5);
  /* The handbook's factor is 3 / 1.128, ours 2.66. */
  CLOSE (limits->centre + (limits->upper - limits->centre) / 2.66 * 3 / 1.128, 55.8041, 2e-4);
  CLOSE (limits->centre + (limits->lower - limits->centre) / 2.66 * 3 / 1.128, 45.8159, 2e-4);
  g_assert_true (phase (xmr, 0)->trial);
  g_assert_cmpuint (tl_xmr_n_signals (xmr), ==, 0);
}

static void
test_verify_software (void)
{
  g_autoptr (TlXmr) xmr = COMPUTE (verify, 0);
  const TlXmrLimits *limits = &phase (xmr, 0)->limits;

  CLOSE (limits->centre, 4135.50, 1e-9);
  CLOSE (phase (xmr, 0)->range, 355.93, 5e-3);
  CLOSE (limits->upper, 5082.28, 5e-3);
  CLOSE (limits->lower, 3188.72, 5e-3);
  CLOSE (limits->range_limit, 1163.19, 5e-3);
  g_assert_false (phase (xmr, 0)->trial);
  check_list (xmr->marks, xmr->n_points, TL_XMR_OUTSIDE, "16");
  check_list (xmr->marks, xmr->n_points, TL_XMR_RANGE, "16");
}

static void
test_page_49 (void)
{
  g_autoptr (TlXmr) xmr = COMPUTE (p49, 0);

  CLOSE (phase (xmr, 0)->limits.centre, 41.42, 5e-3);
  CLOSE (phase (xmr, 0)->limits.upper, 46.01, 5e-3);
  CLOSE (phase (xmr, 0)->limits.lower, 36.82, 1e-2);
  g_assert_cmpuint (tl_xmr_n_signals (xmr), ==, 0);
}

static void
test_screened (void)
{
  g_autoptr (TlXmr) whole = COMPUTE (spike, 0);
  g_autoptr (TlXmr) screened = COMPUTE (spike, .screened = TRUE);

  CLOSE (phase (whole, 0)->limits.centre, 1.94, 5e-3);
  CLOSE (phase (whole, 0)->limits.upper, 6.95, 5e-3);
  CLOSE (phase (whole, 0)->limits.lower, -3.06, 5e-3);
  check_list (whole->marks, whole->n_points, TL_XMR_OUTSIDE, "5");
  CLOSE (phase (screened, 0)->limits.centre, 1.94, 5e-3);
  CLOSE (phase (screened, 0)->limits.upper, 4.6, 5e-3);
  CLOSE (phase (screened, 0)->limits.lower, -0.72, 5e-3);
  check_list (screened->marks, screened->n_points, TL_XMR_OUTSIDE, "5");
}

/* By hand: values 1 5 2 8 3, median 3; ranges 4 3 6 5, median 4.5. */
static void
test_median (void)
{
  static const double values[] = { 1, 5, 2, 8, 3 };
  g_autoptr (TlXmr) xmr = COMPUTE (values, .median = TRUE);

  CLOSE (phase (xmr, 0)->limits.centre, 3, 1e-12);
  CLOSE (phase (xmr, 0)->range, 4.5, 1e-12);
  CLOSE (phase (xmr, 0)->limits.upper, 3 + 3.145 * 4.5, 1e-9);
  CLOSE (phase (xmr, 0)->limits.lower, 3 - 3.145 * 4.5, 1e-9);
  CLOSE (phase (xmr, 0)->limits.range_limit, 3.865 * 4.5, 1e-9);
}

/* An even number of values: the median lies between the two in the middle, and one wild value moves nothing. By hand:
 * values in order 1 2 4 8 9 900, median 6; ranges 3 4 892 899 7, in order 3 4 7 892 899, median 7. */
static void
test_median_of_even (void)
{
  static const double values[] = { 1, 4, 8, 900, 2, 9 };
  g_autoptr (TlXmr) xmr = COMPUTE (values, .median = TRUE);

  CLOSE (phase (xmr, 0)->limits.centre, 6, 1e-12);
  CLOSE (phase (xmr, 0)->range, 7, 1e-12);
  CLOSE (phase (xmr, 0)->limits.upper, 6 + 3.145 * 7, 1e-9);
  CLOSE (phase (xmr, 0)->limits.range_limit, 3.865 * 7, 1e-9);
  check_list (xmr->marks, xmr->n_points, TL_XMR_OUTSIDE, "4");
  check_list (xmr->marks, xmr->n_points, TL_XMR_RANGE, "4 5");
}

/* The same series by each set, from means and from medians. By hand: five 9, four 11, eight 12 and a 20 are 205, so the
 * mean is 11.39 and the median 11.5; nine lie below and nine above. Of 17 ranges eight are 2, one 3, seven 0 and one 8:
 * their mean is 1.59 and their median 2, so 20 is beyond 11.39 + 4.22 and beyond 11.5 + 6.29, and 8 beyond 5.19 and
 * 7.73. */
static void
test_sets (void)
{
  static const double values[] = { 9, 11, 9, 11, 9, 11, 9, 11, 9, 12, 12, 12, 12, 12, 12, 12, 12, 20 };
  static const struct
  {
    TlXmrRuleSet set;
    const char *run;
    const char *range;
  } expected[] = { { TL_XMR_WHEELER, "8 9 17 18", "18" },
                   { TL_XMR_NHS, "7 8 9 16 17 18", "" },
                   { TL_XMR_WESTERN_ELECTRIC, "8 9 17 18", "" },
                   { TL_XMR_NELSON, "9 18", "" } };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    for (guint median = 0; median < 2; median++)
      {
        g_autoptr (TlXmr) xmr = COMPUTE (values, .rules = expected[i].set, .median = median == 1);

        CLOSE (phase (xmr, 0)->limits.centre, median ? 11.5 : 205.0 / 18, 1e-9);
        CLOSE (phase (xmr, 0)->range, median ? 2 : (8 * 2 + 3 + 8) / 17.0, 1e-9);
        check_list (xmr->fires, xmr->n_points, TL_XMR_RUN, expected[i].run);
        check_list (xmr->marks, xmr->n_points, TL_XMR_OUTSIDE, "18");
        check_list (xmr->marks, xmr->n_points, TL_XMR_RANGE, expected[i].range);
      }
}

static void
test_floor (void)
{
  g_autoptr (TlXmr) xmr = COMPUTE (spike, .floor_at_zero = TRUE);

  g_assert_cmpfloat (phase (xmr, 0)->lower, ==, 0);
  /* Zones are thirds of the limit as computed. */
  CLOSE (phase (xmr, 0)->limits.lower, -3.06, 5e-3);
}

/* Values by how far they are from a centre of 0, limits at ±3: zones end at 1 and 2. */
static void
check_rule (TlXmrRuleSet set, TlXmrRule rule, const double *values, guint count, const char *fires, const char *marks)
{
  const TlXmrLimits limits = { 0, 3, -3, 100 };
  g_autofree guint *fired = g_new0 (guint, count);
  g_autofree guint *marked = g_new0 (guint, count);

  tl_xmr_rules_apply (set, &limits, values, NULL, count, fired, marked);
  check_list (fired, count, rule, fires);
  check_list (marked, count, rule, marks);
}

#define CHECK(set, rule, fires, marks, ...)                                                                            \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    const double numbers[] = { __VA_ARGS__ };                                                                          \
    check_rule (set, rule, numbers, G_N_ELEMENTS (numbers), fires, marks);                                             \
  }                                                                                                                    \
  G_STMT_END

static void
test_outside_is_strict (void)
{
  CHECK (TL_XMR_WHEELER, TL_XMR_OUTSIDE, "", "", 3, -3, 3, -3);
  CHECK (TL_XMR_WHEELER, TL_XMR_OUTSIDE, "2 4", "2 4", 3, 3.001, 0, -3.001);
}

static void
test_run (void)
{
  CHECK (TL_XMR_NHS, TL_XMR_RUN, "", "", 1, 1, 1, 1, 1, 1);
  CHECK (TL_XMR_NHS, TL_XMR_RUN, "7 8", "1 2 3 4 5 6 7 8", 1, 1, 1, 1, 1, 1, 1, 1, -1);
  /* A value equal to the centre ends a run. */
  CHECK (TL_XMR_NHS, TL_XMR_RUN, "", "", 1, 1, 1, 1, 0, 1, 1, 1, 1);
  CHECK (TL_XMR_WHEELER, TL_XMR_RUN, "", "", 1, 1, 1, 1, 1, 1, 1);
  CHECK (TL_XMR_WHEELER, TL_XMR_RUN, "8", "1 2 3 4 5 6 7 8", -1, -1, -1, -1, -1, -1, -1, -1);
  CHECK (TL_XMR_WESTERN_ELECTRIC, TL_XMR_RUN, "8", "1 2 3 4 5 6 7 8", 1, 1, 1, 1, 1, 1, 1, 1);
  CHECK (TL_XMR_NELSON, TL_XMR_RUN, "", "", 1, 1, 1, 1, 1, 1, 1, 1);
  CHECK (TL_XMR_NELSON, TL_XMR_RUN, "9", "1 2 3 4 5 6 7 8 9", 1, 1, 1, 1, 1, 1, 1, 1, 1);
}

static void
test_trend (void)
{
  CHECK (TL_XMR_NHS, TL_XMR_TREND, "", "", 1, 2, 3, 4, 5, 6);
  CHECK (TL_XMR_NHS, TL_XMR_TREND, "", "", 1, 2, 3, 3, 4, 5, 6);
  CHECK (TL_XMR_NHS, TL_XMR_TREND, "7", "1 2 3 4 5 6 7", 1, 2, 3, 4, 5, 6, 7);
  CHECK (TL_XMR_NHS, TL_XMR_TREND, "8", "2 3 4 5 6 7 8", 2, 1, 2, 3, 4, 5, 6, 7, 3);
  CHECK (TL_XMR_NHS, TL_XMR_TREND, "7", "1 2 3 4 5 6 7", 7, 6, 5, 4, 3, 2, 1);
  CHECK (TL_XMR_NELSON, TL_XMR_TREND, "6", "1 2 3 4 5 6", 1, 2, 3, 4, 5, 6);
  CHECK (TL_XMR_WHEELER, TL_XMR_TREND, "", "", 1, 2, 3, 4, 5, 6, 7, 8);
}

/* 2.5 is beyond two thirds of the way, 0.5 is not; all above the centre but where a sign is. */
static void
test_two_of_three (void)
{
  CHECK (TL_XMR_NHS, TL_XMR_NEAR_LIMIT, "5", "3 5", .5, .5, 2.5, .5, 2.5, .5, .5);
  CHECK (TL_XMR_NHS, TL_XMR_NEAR_LIMIT, "", "", 2.5, .5, .5, 2.5);
  CHECK (TL_XMR_NHS, TL_XMR_NEAR_LIMIT, "5", "4 5", 2.5, .5, .5, 2.5, 2.5);
  CHECK (TL_XMR_NHS, TL_XMR_NEAR_LIMIT, "", "", 2.5, -.5, 2.5);
  /* Western Electric does not ask where the third is. */
  CHECK (TL_XMR_WESTERN_ELECTRIC, TL_XMR_NEAR_LIMIT, "3", "1 3", 2.5, -.5, 2.5);
  CHECK (TL_XMR_WESTERN_ELECTRIC, TL_XMR_NEAR_LIMIT, "", "", 2, .5, 2);
  CHECK (TL_XMR_NELSON, TL_XMR_NEAR_LIMIT, "", "", 2.5, .5, -2.5);
}

/* Nearer to the limit than to the centre: beyond half of the way. */
static void
test_three_of_four (void)
{
  CHECK (TL_XMR_WHEELER, TL_XMR_NEAR_LIMIT, "4", "1 2 4", 1.6, 1.6, 0, 1.6);
  CHECK (TL_XMR_WHEELER, TL_XMR_NEAR_LIMIT, "", "", 1.5, 1.5, 1.5, 1.5);
  CHECK (TL_XMR_WHEELER, TL_XMR_NEAR_LIMIT, "", "", 1.6, 1.6, 0, -1.6);
  CHECK (TL_XMR_WHEELER, TL_XMR_NEAR_LIMIT, "4", "2 3 4", 0, -1.6, -1.6, -1.6);
}

/* Where a point has several, the NHS tells them in this order: outside, trend, two of three, run. */
static void
test_precedence (void)
{
  const TlXmrLimits limits = { 0, 3, -3, 100 };
  static const double values[] = { .1, .2, .3, .4, .5, 2.5, 2.6, 3.1 };
  guint fires[G_N_ELEMENTS (values)] = { 0 };
  guint marks[G_N_ELEMENTS (values)] = { 0 };
  static const TlXmrRule expected[] = { TL_XMR_OUTSIDE, TL_XMR_TREND, TL_XMR_NEAR_LIMIT, TL_XMR_RUN };
  guint found = 0;

  tl_xmr_rules_apply (TL_XMR_NHS, &limits, values, NULL, G_N_ELEMENTS (values), fires, marks);
  for (guint rule = 0; rule < TL_XMR_N_RULES; rule++)
    if (marks[7] & 1u << rule)
      {
        g_assert_cmpuint (found, <, G_N_ELEMENTS (expected));
        g_assert_cmpuint (rule, ==, expected[found++]);
      }
  g_assert_cmpuint (found, ==, G_N_ELEMENTS (expected));
}

static void
test_thirds (void)
{
  CHECK (TL_XMR_NELSON, TL_XMR_FOUR_OF_FIVE, "", "", 1.5, .5, 1.5, .5, 1.5);
  CHECK (TL_XMR_NELSON, TL_XMR_FOUR_OF_FIVE, "5", "1 2 3 5", 1.5, 1.5, 1.5, .5, 1.5);
  CHECK (TL_XMR_WESTERN_ELECTRIC, TL_XMR_FOUR_OF_FIVE, "5", "1 2 3 5", 1.5, 1.5, 1.5, -.5, 1.5);
  CHECK (TL_XMR_NELSON, TL_XMR_HUGGING, "15", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15", .5, -.5, .9, 1, 0, -1, .1, .2, .3,
         -.4, .5, .6, .7, .8, -.9);
  CHECK (TL_XMR_NELSON, TL_XMR_HUGGING, "", "", .5, -.5, .9, 1, 0, -1, .1, 1.1, .3, -.4, .5, .6, .7, .8, -.9);
  CHECK (TL_XMR_NELSON, TL_XMR_AVOIDING, "8", "1 2 3 4 5 6 7 8", 1.1, -1.1, 2, -2, 1.5, 1.1, -1.1, 1.1);
  CHECK (TL_XMR_NELSON, TL_XMR_AVOIDING, "", "", 1.1, -1.1, 2, -1, 1.5, 1.1, -1.1, 1.1);
  CHECK (TL_XMR_NELSON, TL_XMR_ALTERNATING, "14", "1 2 3 4 5 6 7 8 9 10 11 12 13 14", 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0,
         1, 0, 1);
  CHECK (TL_XMR_NELSON, TL_XMR_ALTERNATING, "", "", 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 0);
}

static void
test_phases (void)
{
  static const double values[] = { 1, 2, 1, 2, 1, 2, 11, 12, 11, 12, 11, 12 };
  static const guint starts[] = { 6, 6, 99 };
  g_autoptr (TlXmr) one = COMPUTE (values, 0);
  g_autoptr (TlXmr) two = tl_xmr_compute (values, G_N_ELEMENTS (values), starts, 3, &(TlXmrOptions){ 0 });

  g_assert_cmpuint (tl_xmr_n_signals (one), >, 0);
  g_assert_cmpuint (two->phases->len, ==, 2);
  g_assert_cmpuint (tl_xmr_n_signals (two), ==, 0);
  CLOSE (phase (two, 0)->limits.centre, 1.5, 1e-12);
  CLOSE (phase (two, 1)->limits.centre, 11.5, 1e-12);
  CLOSE (phase (two, 1)->range, 1, 1e-12);
  /* No range leads over a change. */
  g_assert_true (isnan (two->ranges[6]));
  g_assert_true (tl_xmr_phase_of (two, 5) == phase (two, 0));
  g_assert_true (tl_xmr_phase_of (two, 6) == phase (two, 1));
  g_assert_true (phase (two, 1)->trial);
}

/* No rule looks back over a change: neither a trend nor a run, though each part alone is one value short of it. */
static void
test_rules_start_afresh (void)
{
  static const double values[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 };
  static const guint starts[] = { 6 };
  g_autoptr (TlXmr) whole = COMPUTE (values, .rules = TL_XMR_NHS);
  g_autoptr (TlXmr) parted
      = tl_xmr_compute (values, G_N_ELEMENTS (values), starts, 1, &(TlXmrOptions){ .rules = TL_XMR_NHS });

  check_list (whole->fires, whole->n_points, TL_XMR_TREND, "7 8 9 10 11 12");
  check_list (parted->fires, parted->n_points, TL_XMR_TREND, "");
  check_list (parted->fires, parted->n_points, TL_XMR_RUN, "");
}

/* Of several points of one day the first begins the phase of a change that was declared for that day. */
static void
test_ties_in_time (void)
{
  static const char *const whens[]
      = { "2026-01-05", "2026-01-12", "2026-01-12", "2026-01-12T09:30", "2026-01-12", "2026-01-19" };
  g_autoptr (TlItem) item = tl_item_new (TL_ITEM_MEASURE);
  TlMeasure *measure = (TlMeasure *) item;
  TlItem *change = tl_item_new (TL_ITEM_CHANGE);
  g_autoptr (TlXmr) xmr = NULL;
  g_autofree const char **reasons = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (whens); i++)
    {
      TlItem *point = tl_item_new (TL_ITEM_POINT);

      tl_item_set_text (point, "when", whens[i]);
      tl_item_set_number (point, "value", i);
      tl_item_append (item, point);
    }
  tl_item_set_text (change, "when", "2026-01-12");
  tl_item_set_text (change, "what", "No more queue");
  tl_item_append (item, change);
  tl_item_set_choice (item, "rules", TL_XMR_NHS);
  tl_item_set_choice (item, "centre", TL_CENTRE_MEDIAN);
  xmr = tl_xmr_for_measure (measure, NULL);
  reasons = tl_xmr_reasons (xmr, measure);
  g_assert_cmpuint (xmr->phases->len, ==, 2);
  g_assert_cmpuint (phase (xmr, 1)->first, ==, 1);
  g_assert_cmpuint (phase (xmr, 1)->n_values, ==, 5);
  g_assert_cmpstr (reasons[1], ==, "No more queue");
  /* As the measure says. */
  g_assert_cmpuint (xmr->options.rules, ==, TL_XMR_NHS);
  CLOSE (phase (xmr, 1)->limits.centre, 3, 1e-12);
}

/* By hand: 50,000 times 10, then 14; mean 12, every range 4, limits 12 ± 10.64; one value is made to stand out. */
static void
test_many_points (void)
{
  guint count = 100000;
  g_autofree double *values = g_new (double, count);
  g_autoptr (TlXmr) xmr = NULL;

  for (guint i = 0; i < count; i++)
    values[i] = i % 2 ? 14 : 10;
  values[77777] = 40;
  values[77778] = -16;
  xmr = tl_xmr_compute (values, count, NULL, 0, &(TlXmrOptions){ .rules = TL_XMR_WESTERN_ELECTRIC });
  CLOSE (phase (xmr, 0)->limits.centre, 12, 1e-9);
  CLOSE (phase (xmr, 0)->limits.upper, 12 + 2.66 * (4 * 99996 + 30 + 56 + 30) / 99999.0, 1e-6);
  check_list (xmr->marks, count, TL_XMR_OUTSIDE, "77778 77779");
  check_list (xmr->marks, count, TL_XMR_RUN, "");
}

static void
test_missing (void)
{
  const double values[] = { (double) NAN, 1, 1, (double) NAN, 1, 1, 1, 1, (double) NAN, 1, 1 };
  g_autoptr (TlXmr) xmr = COMPUTE (values, 0);

  g_assert_cmpuint (phase (xmr, 0)->n_values, ==, 8);
  g_assert_true (isnan (xmr->ranges[1]));
  g_assert_true (isnan (xmr->ranges[3]));
  g_assert_cmpfloat (xmr->ranges[4], ==, 0);
  g_assert_cmpuint (tl_xmr_n_signals (xmr), ==, 0);
}

/* A run goes on over a missing value; its points keep their numbers. */
static void
test_run_over_a_gap (void)
{
  const double gap = (double) NAN;
  const double values[] = { -5, 7, -5, 7, -5, 1, 1, 1, 1, gap, 1, 1, 1, 1, -5, 5, -6, 6, -6, 6, -6, 6, -6 };
  g_autoptr (TlXmr) xmr = COMPUTE (values, 0);

  check_list (xmr->fires, xmr->n_points, TL_XMR_RUN, "14");
  check_list (xmr->marks, xmr->n_points, TL_XMR_RUN, "6 7 8 9 11 12 13 14");
}

static void
test_few_points (void)
{
  static const double values[] = { 7, 9 };
  g_autoptr (TlXmr) none = tl_xmr_compute (NULL, 0, NULL, 0, &(TlXmrOptions){ 0 });
  g_autoptr (TlXmr) one = tl_xmr_compute (values, 1, NULL, 0, &(TlXmrOptions){ 0 });
  g_autoptr (TlXmr) two = tl_xmr_compute (values, 2, NULL, 0, &(TlXmrOptions){ 0 });

  g_assert_cmpuint (none->phases->len, ==, 0);
  g_assert_cmpuint (tl_xmr_n_signals (none), ==, 0);
  g_assert_cmpfloat (phase (one, 0)->limits.centre, ==, 7);
  g_assert_true (isnan (phase (one, 0)->limits.upper));
  g_assert_true (isnan (phase (one, 0)->range));
  CLOSE (phase (two, 0)->limits.centre, 8, 1e-12);
  CLOSE (phase (two, 0)->limits.upper, 8 + 2.66 * 2, 1e-12);
}

/* A plain mean of ten 0.1 is less than 0.1: each would be outside. */
static void
test_all_equal (void)
{
  double values[30];

  for (guint i = 0; i < 30; i++)
    values[i] = 0.1;
  for (guint set = 0; set < TL_XMR_N_RULE_SETS; set++)
    {
      g_autoptr (TlXmr) xmr = COMPUTE (values, .rules = set);

      g_assert_cmpfloat (phase (xmr, 0)->limits.upper, ==, 0.1);
      g_assert_cmpfloat (phase (xmr, 0)->limits.lower, ==, 0.1);
      g_assert_cmpuint (tl_xmr_n_signals (xmr), ==, 0);
    }
}

static void
test_nicks (void)
{
  TlXmrRuleSet found;

  for (guint set = 0; set < TL_XMR_N_RULE_SETS; set++)
    {
      g_assert_true (tl_xmr_rule_set_from_nick (tl_xmr_rule_set_nick (set), &found));
      g_assert_cmpuint (found, ==, set);
    }
  g_assert_false (tl_xmr_rule_set_from_nick ("target", &found));
}

/* What "throughline validate" says of a measure. */
static void
test_problems (void)
{
  g_autoptr (TlItem) item = tl_item_new (TL_ITEM_MEASURE);
  static const char *const whens[] = { "2026-01-05", "soon", "2026-01-12", "2026-01-01", NULL };
  static const char *const expected[]
      = { "point 2: “soon” is no date, as 2026-03-31", "point 4: 2026-01-01 stands behind a later date",
          "nobody said what was changed on 2026-01-05" };
  g_autoptr (GPtrArray) problems = NULL;
  TlItem *change = tl_item_new (TL_ITEM_CHANGE);

  for (guint i = 0; i < G_N_ELEMENTS (whens); i++)
    {
      TlItem *point = tl_item_new (TL_ITEM_POINT);

      tl_item_set_text (point, "when", whens[i]);
      tl_item_append (item, point);
    }
  tl_item_set_text (change, "when", "2026-01-05");
  tl_item_append (item, change);
  problems = tl_measure_problems ((TlMeasure *) item);
  g_assert_cmpuint (problems->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < problems->len; i++)
    g_assert_cmpstr (problems->pdata[i], ==, expected[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/xmr/nist", test_nist);
  g_test_add_func ("/xmr/verify-software", test_verify_software);
  g_test_add_func ("/xmr/page-49", test_page_49);
  g_test_add_func ("/xmr/screened", test_screened);
  g_test_add_func ("/xmr/median", test_median);
  g_test_add_func ("/xmr/floor", test_floor);
  g_test_add_func ("/xmr/outside-is-strict", test_outside_is_strict);
  g_test_add_func ("/xmr/run", test_run);
  g_test_add_func ("/xmr/trend", test_trend);
  g_test_add_func ("/xmr/two-of-three", test_two_of_three);
  g_test_add_func ("/xmr/three-of-four", test_three_of_four);
  g_test_add_func ("/xmr/thirds", test_thirds);
  g_test_add_func ("/xmr/phases", test_phases);
  g_test_add_func ("/xmr/median-of-even", test_median_of_even);
  g_test_add_func ("/xmr/sets", test_sets);
  g_test_add_func ("/xmr/precedence", test_precedence);
  g_test_add_func ("/xmr/rules-start-afresh", test_rules_start_afresh);
  g_test_add_func ("/xmr/ties-in-time", test_ties_in_time);
  g_test_add_func ("/xmr/many-points", test_many_points);
  g_test_add_func ("/xmr/missing", test_missing);
  g_test_add_func ("/xmr/run-over-a-gap", test_run_over_a_gap);
  g_test_add_func ("/xmr/few-points", test_few_points);
  g_test_add_func ("/xmr/all-equal", test_all_equal);
  g_test_add_func ("/xmr/nicks", test_nicks);
  g_test_add_func ("/xmr/problems", test_problems);
  return g_test_run ();
}
