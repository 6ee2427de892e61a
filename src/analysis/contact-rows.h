/* contact-rows.h: which contacts of a log are looked at, and in which order.
 *
 * Made for logs of a million: nothing is made for a contact but its number. It reads the study and nothing else,
 * so it can run on another thread while nobody changes the study.
 */
#pragma once

#include <gio/gio.h>

#include "study/contact.h"
#include "study/study.h"

G_BEGIN_DECLS

/**
 * TlJudgedChoice:
 * @TL_JUDGED_ANY: all contacts
 * @TL_JUDGED_NOT_YET: those that nobody has judged
 *
 * Contacts by what they are judged to be, see tl_contact_judged().
 */
typedef enum
{
  TL_JUDGED_ANY,
  TL_JUDGED_VALUE,
  TL_JUDGED_FAILURE,
  TL_JUDGED_UNSURE,
  TL_JUDGED_NOT_YET,
} TlJudgedChoice;

/**
 * TlThreadChoice:
 *
 * Contacts by whether they belong to a need that others belong to as well.
 */
typedef enum
{
  TL_THREADS_ANY,
  TL_THREADS_WITHOUT,
  TL_THREADS_WITH,
} TlThreadChoice;

/**
 * TlContactFilter:
 * @text: (nullable): words that must all stand in what was said or in another text of the contact; case and
 *   accents play no part
 * @judged: what they are judged to be
 * @without_demand: only those that have no type
 * @demand: (nullable): only those of that type
 * @channel: (nullable): only those that came so
 * @place: (nullable): only those heard there
 * @thread: (nullable): only those of that need
 * @threads: whether they belong to any need
 * @disputed: only those that two listeners judge differently
 * @from: first day, as tl_day_read() says it; 0 for any
 * @to: last day, inclusive; 0 for any. Contacts without a day are out where either is given
 *
 * What contacts must be to be looked at. All zeros lets all through.
 */
typedef struct
{
  char *text;
  TlJudgedChoice judged;
  gboolean without_demand;
  const TlDemand *demand;
  char *channel;
  char *place;
  char *thread;
  TlThreadChoice threads;
  gboolean disputed;
  guint32 from;
  guint32 to;
} TlContactFilter;

/**
 * TlContactRows:
 * @positions: (array length=n): places in the study's list of contacts
 * @n: how many
 * @judged: how many of them are judged what, by #TlContactKind
 */
typedef struct
{
  guint32 *positions;
  guint n;
  guint judged[TL_CONTACT_UNSURE + 1];
} TlContactRows;

void tl_contact_filter_copy (const TlContactFilter *filter, TlContactFilter *copy);
void tl_contact_filter_clear (TlContactFilter *filter);
gboolean tl_contact_filter_is_open (const TlContactFilter *filter);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlContactFilter, tl_contact_filter_clear)

TlContactRows *tl_contact_rows_new (const TlStudy *study,
                                    const TlContactFilter *filter,
                                    GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
gboolean tl_contact_rows_sort (TlContactRows *rows,
                               const TlStudy *study,
                               const TlField *field,
                               gboolean descending,
                               GCancellable *cancellable);
void tl_contact_rows_free (TlContactRows *rows);

GPtrArray *
tl_contact_texts (const TlStudy *study, const TlField *field, GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlContactRows, tl_contact_rows_free)

G_END_DECLS
