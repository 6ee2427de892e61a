#include "analysis/contact-tally.h"

#include <math.h>

/**
 * tl_contact_tally_add:
 * @tally: counts so far; all zeros to begin with
 * @contact: one more contact
 */
void
tl_contact_tally_add (TlContactTally *tally, const TlContact *contact)
{
  TlContactKind kind = tl_contact_judged (contact);

  tally->n++;
  tally->contacts[kind]++;
  if (isnan (contact->minutes))
    return;
  tally->n_timed++;
  tally->minutes[kind] += contact->minutes;
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
  TlContactTally tally = { 0 };

  for (guint i = 0; i < study->contacts->len; i++)
    {
      const TlContact *contact = g_ptr_array_index (study->contacts, i);

      if (contact->when && g_str_has_prefix (contact->when, day))
        tl_contact_tally_add (&tally, contact);
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
