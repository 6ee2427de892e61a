/* need.h: the customer's clock out of the log: contacts of one customer about one need, until it is met.
 *
 * Contacts that bear the same thread are one need. Its days are those from the first contact to the
 * last: a need that is met on the day it was first said takes 0. Contacts without a thread, or without
 * a day that can be read, tell nothing of it.
 */
#pragma once

#include "study/study.h"

G_BEGIN_DECLS

/**
 * TlNeed:
 * @thread: (nullable): its name; good until the next edit of the study
 * @contacts: how many were heard, with a day that can be read
 * @heard: how many were heard, with a day or without
 * @first: Julian day of the first
 * @last: Julian day of the last
 * @met: nothing was heard of it in the last #TL_NEED_QUIET days of the log; of tl_needs_of() alone
 */
typedef struct
{
  const char *thread;
  guint contacts;
  guint heard;
  guint32 first;
  guint32 last;
  gboolean met;
} TlNeed;

/* Needs with so many contacts or more are counted together. */
#define TL_NEED_MANY 5
/* A need that is not heard of for so many days is taken as met: a log does not say when it was. */
#define TL_NEED_QUIET 14
/* Days are counted together from these on: the same day, the next one, 2 to 3, 4 to 7, 8 to 14, 15 to 28, more. */
#define TL_NEED_N_SPANS 7
extern const guint tl_need_spans[TL_NEED_N_SPANS];

/**
 * TlNeedSpread:
 * @n: needs
 * @contacts: of the whole log
 * @without: contacts that belong to no need
 * @by_contacts: how many needs took one contact, two, …, the last one #TL_NEED_MANY or more
 * @several: needs that took more than one contact
 * @met: needs that nothing was heard of in the last #TL_NEED_QUIET days of the log
 * @open: needs that something was heard of then: they may go on
 * @undated: needs of whose contacts none says when
 * @by_days: of those met, how many took as long as each of tl_need_spans says
 * @median_days: of those met; NaN where none is
 *
 * How many contacts, and how many days, customers' needs take. n = met + open + undated.
 */
typedef struct
{
  guint n;
  guint contacts;
  guint without;
  guint by_contacts[TL_NEED_MANY];
  guint several;
  guint met;
  guint open;
  guint undated;
  guint by_days[TL_NEED_N_SPANS];
  double median_days;
} TlNeedSpread;

GArray *tl_needs_of (const TlStudy *study) G_GNUC_WARN_UNUSED_RESULT;
TlNeedSpread tl_needs_spread (const TlStudy *study);
GPtrArray *tl_needs_as_points (const GArray *needs, guint32 after) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
