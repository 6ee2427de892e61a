/* log-counts.h: the contacts of a study, counted by type, day and judgement, and kept counted while they change.
 *
 * With a log of a million contacts nobody can wait for all of them to be read again after each key. They are counted
 * when somebody asks for the first time; from then on each change of a contact changes two cells (item-build.h sees to
 * it, so that edits, undo and everybody else are counted alike). Sums of minutes are whole numbers inside: what was
 * added can be taken away again without a trace.
 */
#pragma once

#include "contact.h"
#include "study.h"

G_BEGIN_DECLS

/* As slots of a week: TL_LOG_SLOTS_A_DAY for each weekday from Monday on, by hours, the last for no known hour. */
#define TL_LOG_SLOTS_A_DAY 25
#define TL_LOG_NO_HOUR 24

/**
 * TlLogCell:
 * @demand: (nullable): of that type
 * @when: Julian day, 0 where unknown; or the slot of the week
 * @kind: their own, whatever the type's is
 * @n: how many contacts
 * @n_timed: how many of them say how long they took
 * @whole: the minutes of these, without fractions
 * @fractions: what is missing in @whole, in 2⁻³⁶ minutes
 *
 * Contacts that are alike, as far as they are counted; one at least.
 */
typedef struct
{
  const TlDemand *demand;
  guint32 when;
  TlContactKind kind;
  guint n;
  guint n_timed;
  gint64 whole;
  gint64 fractions;
  /*< private >*/
  guint place;
} TlLogCell;

/**
 * TlLogCounts:
 * @by_day: (element-type TlLogCell): of all contacts, by day
 * @by_hour: (element-type TlLogCell): of those whose day is known, by slots of the week
 *
 * In no order. Good until the next change of a contact.
 */
typedef struct
{
  GPtrArray *by_day;
  GPtrArray *by_hour;
  /*< private >*/
  GHashTable *days;
  GHashTable *hours;
} TlLogCounts;

const TlLogCounts *tl_study_log_counts (const TlStudy *study);
TlContactKind tl_log_cell_judged (const TlLogCell *cell);
double tl_log_cell_minutes (const TlLogCell *cell);

/*< private >*/
void tl_log_counts_expect (TlStudy *study, guint n);
gboolean tl_log_counts_field (const TlField *field);
void tl_log_counts_add (TlLogCounts *self, const TlContact *contact);
void tl_log_counts_remove (TlLogCounts *self, const TlContact *contact);
void tl_log_counts_free (TlLogCounts *self);

G_END_DECLS
