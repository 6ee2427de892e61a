/* demand-times.h: when contacts came: period by period, and by hour of the day and day of the week.
 */
#pragma once

#include "analysis/contact-tally.h"

G_BEGIN_DECLS

#define TL_HOURS_A_DAY 24
#define TL_DAYS_A_WEEK 7

/**
 * TlDemandSpell:
 * @first: its first day, as #GDate counts Julian days: a Monday, or the first of a month
 * @tally: its contacts
 *
 * A day, a week from Monday on, or a month of the calendar.
 */
typedef struct
{
  guint32 first;
  TlContactTally tally;
} TlDemandSpell;

/**
 * TlDemandTimes:
 * @spells: (element-type TlDemandSpell): from the first contact's to the last one's, without a gap: a spell
 *   without contacts is there, and empty
 * @hours: by hour of the day, 0..23
 * @weekdays: from Monday
 * @n_days: contacts that say their day
 * @n_hours: contacts that say their hour, too
 * @n: all contacts
 * @first: Julian day of the first contact; 0 where none says its day
 * @last: of the last
 */
typedef struct
{
  GArray *spells;
  TlContactTally hours[TL_HOURS_A_DAY];
  TlContactTally weekdays[TL_DAYS_A_WEEK];
  guint n_days;
  guint n_hours;
  guint n;
  guint32 first;
  guint32 last;
} TlDemandTimes;

TlDemandTimes *tl_demand_times_new (const TlStudy *study, TlPeriod by) G_GNUC_WARN_UNUSED_RESULT;
void tl_demand_times_free (TlDemandTimes *times);
double *tl_demand_times_failure_shares (const TlDemandTimes *times) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDemandTimes, tl_demand_times_free)

G_END_DECLS
