#include "analysis/demand-times.h"

#include <math.h>

/* Weekdays of #GDate are 1 for Monday to 7; the first Julian day of it was a Monday. */
static guint
weekday (guint32 day)
{
  return (day - 1) % TL_DAYS_A_WEEK;
}

static guint32
first_of_month (guint32 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  g_date_set_day (&date, 1);
  return g_date_get_julian (&date);
}

/* Of the spell in which a day lies. */
static guint32
first_of (guint32 day, TlPeriod by)
{
  switch (by)
    {
    case TL_PERIOD_DAY:
      return day;
    case TL_PERIOD_MONTH:
    case TL_PERIOD_YEAR:
      return first_of_month (day);
    case TL_PERIOD_WEEK:
    default:
      return day - weekday (day);
    }
}

static guint32
next_after (guint32 first, TlPeriod by)
{
  switch (by)
    {
    case TL_PERIOD_DAY:
      return first + 1;
    case TL_PERIOD_MONTH:
    case TL_PERIOD_YEAR:
      return first_of_month (first + 31);
    case TL_PERIOD_WEEK:
    default:
      return first + TL_DAYS_A_WEEK;
    }
}

static void
find_span (TlDemandTimes *times, const GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const TlLogCell *cell = g_ptr_array_index (cells, i);

      if (cell->when == 0)
        continue;
      if (times->n_days == 0 || cell->when < times->first)
        times->first = cell->when;
      times->n_days += cell->n;
      times->last = MAX (times->last, cell->when);
    }
}

static void
make_spells (TlDemandTimes *times, TlPeriod by)
{
  if (times->n_days == 0)
    return;
  for (guint32 day = first_of (times->first, by); day <= times->last; day = next_after (day, by))
    {
      TlDemandSpell spell = { .first = day };

      g_array_append_val (times->spells, spell);
    }
}

/* The last spell that begins on that day or before. */
static TlDemandSpell *
spell_of (TlDemandTimes *times, guint32 day)
{
  guint low = 0, high = times->spells->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (times->spells, TlDemandSpell, middle).first <= day)
        low = middle;
      else
        high = middle;
    }
  return &g_array_index (times->spells, TlDemandSpell, low);
}

static void
take_days (TlDemandTimes *times, const GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const TlLogCell *cell = g_ptr_array_index (cells, i);

      if (cell->when > 0)
        tl_contact_tally_add (&spell_of (times, cell->when)->tally, cell);
    }
}

static void
take_hours (TlDemandTimes *times, const GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const TlLogCell *cell = g_ptr_array_index (cells, i);
      guint hour = cell->when % TL_LOG_SLOTS_A_DAY;

      tl_contact_tally_add (&times->weekdays[cell->when / TL_LOG_SLOTS_A_DAY], cell);
      if (hour == TL_LOG_NO_HOUR)
        continue;
      times->n_hours += cell->n;
      tl_contact_tally_add (&times->hours[hour], cell);
    }
}

/**
 * tl_demand_times_new:
 * @study: a study
 * @by: a day, a week, or a month; a year counts as a month
 *
 * Returns: (transfer full): when its contacts came
 */
TlDemandTimes *
tl_demand_times_new (const TlStudy *study, TlPeriod by)
{
  TlDemandTimes *times = g_new0 (TlDemandTimes, 1);
  const TlLogCounts *counts = tl_study_log_counts (study);

  times->n = study->contacts->len;
  times->spells = g_array_new (FALSE, TRUE, sizeof (TlDemandSpell));
  find_span (times, counts->by_day);
  make_spells (times, by);
  take_days (times, counts->by_day);
  take_hours (times, counts->by_hour);
  return times;
}

/**
 * tl_demand_times_free:
 * @times: (transfer full): when contacts came
 */
void
tl_demand_times_free (TlDemandTimes *times)
{
  g_array_unref (times->spells);
  g_free (times);
}

/**
 * tl_demand_times_failure_shares:
 * @times: when contacts came
 *
 * Returns: (transfer full) (array): for each spell the share of its contacts that is failure demand, 0..1; NAN
 *   where there were no contacts
 */
double *
tl_demand_times_failure_shares (const TlDemandTimes *times)
{
  double *shares = g_new (double, times->spells->len + 1);

  for (guint i = 0; i < times->spells->len; i++)
    {
      const TlContactTally *tally = &g_array_index (times->spells, TlDemandSpell, i).tally;

      shares[i] = tally->n > 0 ? (double) tally->contacts[TL_CONTACT_FAILURE] / tally->n : (double) NAN;
    }
  return shares;
}
