#include "paint/demand-numbers.h"

#include <math.h>

#include "analysis/demand-mix.h"
#include "analysis/demand-times.h"
#include "analysis/need.h"

/* An empty cell. */
#define ABSENT ((double) NAN)

static const TlContactKind order[] = { TL_CONTACT_VALUE, TL_CONTACT_FAILURE, TL_CONTACT_UNSURE, TL_CONTACT_AS_DEMAND };

static void
add_heads (TlCsv *csv, const char *const *heads)
{
  for (; *heads; heads++)
    tl_csv_add_text (csv, *heads);
  tl_csv_end_row (csv);
}

/* Which of several sources it was stands in each row, so that no row is taken for something else. */
static const char *
source_word (TlMixSource source)
{
  switch (source)
    {
    case TL_MIX_LOG:
      return "log";
    case TL_MIX_FLOW:
      return "flow";
    case TL_MIX_TYPED:
      return "typed";
    case TL_MIX_NOTHING:
    default:
      return NULL;
    }
}

static void
add_part (TlCsv *csv, const TlDemandMix *mix, const TlMixPart *part)
{
  gboolean timed = mix->hours_source != TL_MIX_NOTHING;

  tl_csv_add_text (csv, part->demand ? part->demand->item.id : NULL);
  tl_csv_add_text (csv, part->demand ? part->demand->name : NULL);
  tl_csv_add_text (csv, part->demand ? tl_choice_by_value (tl_demand_kind_choices (), (int) part->demand->kind)->nick
                                     : NULL);
  tl_csv_add_number (csv, part->n);
  for (guint k = 0; k < G_N_ELEMENTS (order); k++)
    tl_csv_add_number (csv, part->contacts[order[k]]);
  tl_csv_add_number (csv, part->share);
  tl_csv_add_number (csv, part->interval.low);
  tl_csv_add_number (csv, part->interval.high);
  tl_csv_add_text (csv, source_word (mix->source));
  tl_csv_add_number (csv, timed ? part->hours : ABSENT);
  tl_csv_add_number (csv, timed ? part->hours_share : ABSENT);
  tl_csv_add_text (csv, source_word (mix->hours_source));
  tl_csv_end_row (csv);
}

void
tl_demand_numbers_add (TlCsv *csv, const TlSubject *subject)
{
  static const char *const heads[] = { "demand",
                                       "name",
                                       "kind",
                                       "contacts",
                                       "value",
                                       "failure",
                                       "unsure",
                                       "not yet judged",
                                       "share of contacts",
                                       "share low (95 %)",
                                       "share high (95 %)",
                                       "contacts from",
                                       "hours",
                                       "share of hours",
                                       "hours from",
                                       NULL };
  g_autoptr (TlDemandMix) mix = tl_demand_mix_new (subject->study, subject->capacity);

  add_heads (csv, heads);
  for (guint i = 0; i < mix->parts->len; i++)
    add_part (csv, mix, &g_array_index (mix->parts, TlMixPart, i));
}

static void
add_tally (TlCsv *csv, const TlContactTally *tally)
{
  tl_csv_add_number (csv, tally->n);
  for (guint k = 0; k < G_N_ELEMENTS (order); k++)
    tl_csv_add_number (csv, tally->contacts[order[k]]);
  tl_csv_add_number (csv, tally->n > 0 ? (double) tally->contacts[TL_CONTACT_FAILURE] / tally->n : ABSENT);
  tl_csv_end_row (csv);
}

void
tl_demand_numbers_add_over_time (TlCsv *csv, const TlSubject *subject)
{
  static const char *const heads[]
      = { "from", "contacts", "value", "failure", "unsure", "not yet judged", "failure share", NULL };
  g_autoptr (TlDemandTimes) times = tl_demand_times_new (subject->study, subject->by);

  add_heads (csv, heads);
  for (guint i = 0; i < times->spells->len; i++)
    {
      const TlDemandSpell *spell = &g_array_index (times->spells, TlDemandSpell, i);
      char text[32];
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, spell->first);
      g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
      tl_csv_add_text (csv, text);
      add_tally (csv, &spell->tally);
    }
}

static void
add_tallies (TlCsv *csv, const char *head, const TlContactTally *tallies, guint n, guint first)
{
  const char *const heads[]
      = { head, "contacts", "value", "failure", "unsure", "not yet judged", "failure share", NULL };

  add_heads (csv, heads);
  for (guint i = 0; i < n; i++)
    {
      tl_csv_add_number (csv, first + i);
      add_tally (csv, &tallies[i]);
    }
}

void
tl_demand_numbers_add_by_hour (TlCsv *csv, const TlSubject *subject)
{
  g_autoptr (TlDemandTimes) times = tl_demand_times_new (subject->study, TL_PERIOD_WEEK);

  add_tallies (csv, "hour", times->hours, TL_HOURS_A_DAY, 0);
}

void
tl_demand_numbers_add_by_weekday (TlCsv *csv, const TlSubject *subject)
{
  g_autoptr (TlDemandTimes) times = tl_demand_times_new (subject->study, TL_PERIOD_WEEK);

  /* As ISO 8601 counts them: Monday is 1. */
  add_tallies (csv, "weekday", times->weekdays, TL_DAYS_A_WEEK, 1);
}

/* @to: NaN where it has no end */
static void
add_needs (TlCsv *csv, const char *of, double from, double to, guint n, guint all)
{
  tl_csv_add_text (csv, of);
  tl_csv_add_number (csv, from);
  tl_csv_add_number (csv, to);
  tl_csv_add_number (csv, n);
  tl_csv_add_number (csv, all > 0 ? (double) n / all : ABSENT);
  tl_csv_end_row (csv);
}

void
tl_demand_numbers_add_needs (TlCsv *csv, const TlSubject *subject)
{
  static const char *const heads[] = { "of", "from", "to", "count", "share", NULL };
  TlNeedSpread spread = tl_needs_spread (subject->study);

  add_heads (csv, heads);
  for (guint i = 0; i < TL_NEED_MANY; i++)
    add_needs (csv, "needs by contacts", i + 1, i + 1 < TL_NEED_MANY ? i + 1 : ABSENT, spread.by_contacts[i], spread.n);
  for (guint i = 0; i < TL_NEED_N_SPANS; i++)
    add_needs (csv, "needs met by days", tl_need_spans[i],
               i + 1 < TL_NEED_N_SPANS ? (double) tl_need_spans[i + 1] - 1 : ABSENT, spread.by_days[i], spread.met);
  add_needs (csv, "needs not met yet", ABSENT, ABSENT, spread.open, spread.n);
  add_needs (csv, "needs without a day", ABSENT, ABSENT, spread.undated, spread.n);
  add_needs (csv, "median days of needs met", spread.median_days, spread.median_days, spread.met, spread.n);
  add_needs (csv, "contacts of no need", ABSENT, ABSENT, spread.without, spread.contacts);
}
