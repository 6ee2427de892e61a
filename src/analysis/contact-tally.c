#include "analysis/contact-tally.h"

#include "study/day.h"

/**
 * tl_contact_tally_add:
 * @tally: counts so far; all zeros to begin with
 * @cell: more contacts, that are alike
 */
void
tl_contact_tally_add (TlContactTally *tally, const TlLogCell *cell)
{
  TlContactKind kind = tl_log_cell_judged (cell);

  tally->n += cell->n;
  tally->contacts[kind] += cell->n;
  tally->n_timed += cell->n_timed;
  tally->minutes[kind] += tl_log_cell_minutes (cell);
}

/**
 * tl_contact_tally_of_day:
 * @study: a study
 * @day: an ISO date
 *
 * Returns: the counts of the contacts of that day
 */
TlContactTally
tl_contact_tally_of_day (const TlStudy *study, const char *day)
{
  const GPtrArray *cells = tl_study_log_counts (study)->by_day;
  guint32 wanted = tl_day_read (day);
  TlContactTally tally = { 0 };

  for (guint i = 0; i < cells->len; i++)
    {
      const TlLogCell *cell = cells->pdata[i];

      if (cell->when == wanted)
        tl_contact_tally_add (&tally, cell);
    }
  return tally;
}

/**
 * tl_contact_tally_minutes:
 * @tally: counts
 *
 * Returns: minutes of all contacts that say how long they took
 */
double
tl_contact_tally_minutes (const TlContactTally *tally)
{
  double sum = 0;

  for (int i = 0; i < TL_N_JUDGEMENTS; i++)
    sum += tally->minutes[i];
  return sum;
}
