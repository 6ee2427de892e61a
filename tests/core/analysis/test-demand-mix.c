/* What customers ask for, and when: counted by hand, and the interval of Wilson against published numbers. */
#include <math.h>
#include <string.h>

#include "analysis/demand-mix.h"
#include "analysis/demand-times.h"
#include "small-study.h"
#include "study/item-build.h"

/* R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3, to four decimals. */
static void
test_wilson (void)
{
  static const struct
  {
    double hits, n, low, high;
  } published[] = {
    { 81, 263, 0.2553, 0.3662 },
    { 15, 148, 0.0624, 0.1605 },
    { 0, 20, 0.0000, 0.1611 },
    { 1, 29, 0.0061, 0.1718 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (published); i++)
    {
      TlInterval interval = tl_wilson_interval (published[i].hits, published[i].n);
      TlInterval other = tl_wilson_interval (published[i].n - published[i].hits, published[i].n);

      g_assert_cmpfloat_with_epsilon (interval.low, published[i].low, 5.1e-5);
      g_assert_cmpfloat_with_epsilon (interval.high, published[i].high, 5.1e-5);
      g_assert_cmpfloat_with_epsilon (other.low, 1 - interval.high, 1e-12);
      g_assert_cmpfloat_with_epsilon (other.high, 1 - interval.low, 1e-12);
    }
  g_assert_cmpfloat (tl_wilson_interval (0, 20).low, ==, 0);
  g_assert_cmpfloat (tl_wilson_interval (20, 20).high, ==, 1);
  g_assert_true (isnan (tl_wilson_interval (0, 0).low));
}

static void
add_contact (TlStudy *study, const char *demand, TlContactKind kind, const char *when, double minutes)
{
  TlItem *contact = tl_item_new (TL_ITEM_CONTACT);

  tl_item_set_text (contact, "when", when);
  tl_item_set_item (contact, "demand", demand ? tl_study_find (study, demand) : NULL);
  tl_item_set_choice (contact, "kind", (int) kind);
  tl_item_set_number (contact, "minutes", minutes);
  tl_item_append (study, contact);
}

/* A Monday to the Wednesday of the week after next; nobody rings in the week between. */
static void
add_log (TlStudy *study)
{
  add_contact (study, "d1", TL_CONTACT_AS_DEMAND, "2026-03-02T09:30", 6);
  add_contact (study, "d1", TL_CONTACT_AS_DEMAND, "2026-03-02T09:59:59", 6);
  add_contact (study, "d2", TL_CONTACT_AS_DEMAND, "2026-03-08T23:00", 12);
  add_contact (study, "d2", TL_CONTACT_VALUE, "2026-03-18 00:10", (double) NAN);
  add_contact (study, "d2", TL_CONTACT_UNSURE, "2026-03-18", 6);
  add_contact (study, NULL, TL_CONTACT_FAILURE, "2026-03-18T10:00", 30);
  add_contact (study, NULL, TL_CONTACT_AS_DEMAND, NULL, (double) NAN);
  add_contact (study, NULL, TL_CONTACT_AS_DEMAND, "2026-03-16T10:00", (double) NAN);
}

static void
test_log (void)
{
  g_auto (SmallStudy) small;
  g_autoptr (TlDemandMix) mix = NULL;
  const TlMixPart *part;

  small_study_init_repairs (&small);
  add_log (small.study);
  mix = tl_demand_mix_new (small.study, NULL);
  g_assert_cmpint (mix->source, ==, TL_MIX_LOG);
  g_assert_cmpint (mix->hours_source, ==, TL_MIX_LOG);
  g_assert_cmpfloat (mix->n, ==, 8);
  g_assert_cmpfloat (mix->contacts[TL_CONTACT_VALUE], ==, 3);
  g_assert_cmpfloat (mix->contacts[TL_CONTACT_FAILURE], ==, 2);
  g_assert_cmpfloat (mix->contacts[TL_CONTACT_UNSURE], ==, 1);
  g_assert_cmpfloat (mix->contacts[TL_CONTACT_AS_DEMAND], ==, 2);
  g_assert_cmpfloat_with_epsilon (mix->all_hours, 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (mix->hours[TL_CONTACT_FAILURE], 0.7, 1e-12);
  g_assert_cmpuint (mix->n_timed, ==, 5);
  g_assert_cmpfloat (tl_demand_mix_failure_share (mix), ==, 0.25);
  g_assert_cmpfloat (mix->failure_interval.low, ==, tl_wilson_interval (2, 8).low);
  /* d2 has most; d3 none; those without a type are last, though as many. */
  g_assert_cmpuint (mix->parts->len, ==, 4);
  part = &g_array_index (mix->parts, TlMixPart, 0);
  g_assert_cmpstr (part->demand->item.id, ==, "d2");
  g_assert_cmpfloat (part->n, ==, 3);
  g_assert_cmpfloat (part->share, ==, 3. / 8);
  g_assert_cmpfloat (part->contacts[TL_CONTACT_VALUE], ==, 1);
  g_assert_cmpfloat (part->interval.high, ==, tl_wilson_interval (3, 8).high);
  part = &g_array_index (mix->parts, TlMixPart, 3);
  g_assert_null (part->demand);
  g_assert_cmpfloat_with_epsilon (part->hours_share, 0.5, 1e-12);
}

/* Without a log the flow says how many there are, and where the hours go: the numbers of the worked example. */
static void
test_flow (void)
{
  g_auto (SmallStudy) small;
  g_autoptr (TlCapacity) capacity = NULL;
  g_autoptr (TlDemandMix) mix = NULL;

  small_study_init_repairs (&small);
  capacity = tl_capacity_compute (small.study, small.flow, NULL);
  mix = tl_demand_mix_new (small.study, capacity);
  g_assert_cmpint (mix->source, ==, TL_MIX_FLOW);
  g_assert_cmpint (mix->hours_source, ==, TL_MIX_FLOW);
  g_assert_cmpfloat_with_epsilon (mix->n, 590.894886, 5.1e-7);
  g_assert_cmpfloat_with_epsilon (tl_demand_mix_failure_share (mix), 0.44998678, 5.1e-9);
  g_assert_cmpfloat_with_epsilon (mix->hours[TL_CONTACT_FAILURE] / mix->all_hours, 0.18598954, 5.1e-9);
  g_assert_cmpfloat_with_epsilon (mix->all_hours, 689.459017, 5.1e-7);
  g_assert_true (isnan (mix->failure_interval.low));
}

static void
test_typed (void)
{
  g_auto (SmallStudy) small;
  g_autoptr (TlDemandMix) mix = NULL;

  small_study_init_repairs (&small);
  mix = tl_demand_mix_new (small.study, NULL);
  g_assert_cmpint (mix->source, ==, TL_MIX_TYPED);
  g_assert_cmpint (mix->hours_source, ==, TL_MIX_NOTHING);
  g_assert_cmpfloat (mix->n, ==, 385);
  g_assert_cmpfloat (mix->contacts[TL_CONTACT_FAILURE], ==, 60);
}

static void
test_nothing (void)
{
  g_autoptr (TlStudy) study = tl_study_new ();
  g_autoptr (TlDemandMix) mix = tl_demand_mix_new (study, NULL);
  g_autoptr (TlDemandTimes) times = tl_demand_times_new (study, TL_PERIOD_DAY);

  g_assert_cmpint (mix->source, ==, TL_MIX_NOTHING);
  g_assert_cmpfloat (tl_demand_mix_failure_share (mix), ==, 0);
  g_assert_cmpuint (mix->parts->len, ==, 0);
  g_assert_cmpuint (times->spells->len, ==, 0);
}

static char *
spell_day (const TlDemandTimes *times, guint i)
{
  char text[32];
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, g_array_index (times->spells, TlDemandSpell, i).first);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
  return g_strdup (text);
}

static void
assert_spells (TlPeriod by, const char *days, const char *counts)
{
  g_auto (SmallStudy) small;
  g_autoptr (TlDemandTimes) times = NULL;
  g_autoptr (GString) all_days = g_string_new (NULL);
  g_autoptr (GString) all_counts = g_string_new (NULL);

  small_study_init_repairs (&small);
  add_log (small.study);
  times = tl_demand_times_new (small.study, by);
  for (guint i = 0; i < times->spells->len; i++)
    {
      g_autofree char *day = spell_day (times, i);

      g_string_append_printf (all_days, "%s ", day);
      g_string_append_printf (all_counts, "%u ", g_array_index (times->spells, TlDemandSpell, i).tally.n);
    }
  g_assert_cmpstr (all_days->str, ==, days);
  g_assert_cmpstr (all_counts->str, ==, counts);
}

/* Weeks begin on Monday; a week in which nobody rang is there, and empty. */
static void
test_spells (void)
{
  assert_spells (TL_PERIOD_WEEK, "2026-03-02 2026-03-09 2026-03-16 ", "3 0 4 ");
  assert_spells (TL_PERIOD_MONTH, "2026-03-01 ", "7 ");
  assert_spells (TL_PERIOD_DAY,
                 "2026-03-02 2026-03-03 2026-03-04 2026-03-05 2026-03-06 2026-03-07 2026-03-08 2026-03-09 "
                 "2026-03-10 2026-03-11 2026-03-12 2026-03-13 2026-03-14 2026-03-15 2026-03-16 2026-03-17 "
                 "2026-03-18 ",
                 "2 0 0 0 0 0 1 0 0 0 0 0 0 0 1 0 3 ");
}

static void
test_times (void)
{
  g_auto (SmallStudy) small;
  g_autoptr (TlDemandTimes) times = NULL;
  g_autofree double *shares = NULL;

  small_study_init_repairs (&small);
  add_log (small.study);
  times = tl_demand_times_new (small.study, TL_PERIOD_WEEK);
  shares = tl_demand_times_failure_shares (times);
  g_assert_cmpfloat (shares[0], ==, 1. / 3);
  g_assert_true (isnan (shares[1]));
  g_assert_cmpfloat (shares[2], ==, 1. / 4);
  g_assert_cmpuint (times->n, ==, 8);
  g_assert_cmpuint (times->n_days, ==, 7);
  g_assert_cmpuint (times->n_hours, ==, 6);
  g_assert_cmpuint (times->hours[9].n, ==, 2);
  g_assert_cmpuint (times->hours[0].n, ==, 1);
  g_assert_cmpuint (times->hours[23].contacts[TL_CONTACT_FAILURE], ==, 1);
  g_assert_cmpuint (times->hours[10].n, ==, 2);
  /* Monday, Wednesday, Sunday. */
  g_assert_cmpuint (times->weekdays[0].n, ==, 3);
  g_assert_cmpuint (times->weekdays[2].n, ==, 3);
  g_assert_cmpuint (times->weekdays[6].n, ==, 1);
}

/* A week is counted from its Monday, though nobody listened before its Thursday; and what only looks like an hour
 * is none. */
static void
test_from_midweek (void)
{
  static const char *const no_hours[] = { "2026-03-05T1a:00", "2026-03-05x10:00", "2026-03-05T10.30", "2026-03-05T" };
  g_autoptr (TlStudy) study = tl_study_new ();
  g_autoptr (TlDemandTimes) times = NULL;
  g_autofree char *day = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (no_hours); i++)
    add_contact (study, NULL, TL_CONTACT_VALUE, no_hours[i], (double) NAN);
  add_contact (study, NULL, TL_CONTACT_VALUE, "2026-03-09T10:00", (double) NAN);
  times = tl_demand_times_new (study, TL_PERIOD_WEEK);
  g_assert_cmpuint (times->spells->len, ==, 2);
  day = spell_day (times, 0);
  g_assert_cmpstr (day, ==, "2026-03-02");
  g_assert_cmpuint (g_array_index (times->spells, TlDemandSpell, 1).tally.n, ==, 1);
  g_assert_cmpuint (times->n_hours, ==, 1);
}

/* A share of the hours is a share of all of them, and types of which there are as many stand in the study's order. */
static void
test_shares_of_hours (void)
{
  g_auto (SmallStudy) small;
  g_autoptr (TlDemandMix) mix = NULL;
  const TlMixPart *first, *second;

  small_study_init_repairs (&small);
  add_contact (small.study, "d2", TL_CONTACT_AS_DEMAND, "2026-03-02", 90);
  add_contact (small.study, "d1", TL_CONTACT_AS_DEMAND, "2026-03-02", 30);
  mix = tl_demand_mix_new (small.study, NULL);
  /* Of the contacts without a type there are none, so nothing stands for them. */
  g_assert_cmpuint (mix->parts->len, ==, 3);
  first = &g_array_index (mix->parts, TlMixPart, 0);
  second = &g_array_index (mix->parts, TlMixPart, 1);
  g_assert_cmpstr (first->demand->item.id, ==, "d1");
  g_assert_cmpstr (second->demand->item.id, ==, "d2");
  g_assert_cmpfloat_with_epsilon (mix->all_hours, 2, 1e-12);
  g_assert_cmpfloat_with_epsilon (first->hours_share, 0.25, 1e-12);
  g_assert_cmpfloat_with_epsilon (second->hours_share, 0.75, 1e-12);
}

/* A year that somebody mistyped makes many spells, but no hang. */
static void
test_far_apart (void)
{
  g_autoptr (TlStudy) study = tl_study_new ();
  g_autoptr (TlDemandTimes) times = NULL;

  add_contact (study, NULL, TL_CONTACT_VALUE, "0001-01-01", (double) NAN);
  add_contact (study, NULL, TL_CONTACT_VALUE, "9999-12-31T24:00", (double) NAN);
  add_contact (study, NULL, TL_CONTACT_VALUE, "yesterday", (double) NAN);
  times = tl_demand_times_new (study, TL_PERIOD_MONTH);
  g_assert_cmpuint (times->n_days, ==, 2);
  g_assert_cmpuint (times->n_hours, ==, 0);
  g_assert_cmpuint (times->spells->len, ==, 9999 * 12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/analysis/demand-mix/wilson", test_wilson);
  g_test_add_func ("/analysis/demand-mix/log", test_log);
  g_test_add_func ("/analysis/demand-mix/flow", test_flow);
  g_test_add_func ("/analysis/demand-mix/typed", test_typed);
  g_test_add_func ("/analysis/demand-mix/nothing", test_nothing);
  g_test_add_func ("/analysis/demand-mix/spells", test_spells);
  g_test_add_func ("/analysis/demand-mix/times", test_times);
  g_test_add_func ("/analysis/demand-mix/from-midweek", test_from_midweek);
  g_test_add_func ("/analysis/demand-mix/shares-of-hours", test_shares_of_hours);
  g_test_add_func ("/analysis/demand-mix/far-apart", test_far_apart);
  return g_test_run ();
}
