/* contact-tally.h: how many contacts were judged what, and the minutes that they took.
 */
#pragma once

#include "study/log-counts.h"

G_BEGIN_DECLS

/* Kinds of contacts, by tl_contact_judged(): %TL_CONTACT_AS_DEMAND is what nobody has judged yet. */
#define TL_N_JUDGEMENTS (TL_CONTACT_UNSURE + 1)

/**
 * TlContactTally:
 * @contacts: (array fixed-size=4): how many there are of each #TlContactKind, as tl_contact_judged() says
 * @minutes: (array fixed-size=4): how long those took that say it
 * @n: all contacts
 * @n_timed: contacts that say how long they took
 */
typedef struct
{
  guint contacts[TL_N_JUDGEMENTS];
  double minutes[TL_N_JUDGEMENTS];
  guint n;
  guint n_timed;
} TlContactTally;

void tl_contact_tally_add (TlContactTally *tally, const TlLogCell *cell);
TlContactTally tl_contact_tally_of_day (const TlStudy *study, const char *day);
double tl_contact_tally_minutes (const TlContactTally *tally);

G_END_DECLS
