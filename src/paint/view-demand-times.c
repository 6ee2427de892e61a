/* view-demand-times.c: at which hours of the day, and on which days of the week, customers ask. */
#include "paint/view.h"

#include <math.h>

#include "analysis/demand-times.h"
#include "paint/columns.h"
#include "paint/judged-key.h"
#include "paint/kind-look.h"
#include "paint/words.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* A key in one line, at 100 %. */
#define KEY 40.0

static TlDemandTimes *
times_of (const TlSubject *subject)
{
  return tl_demand_times_new (subject->study, TL_PERIOD_WEEK);
}

/* ---- hours and days by name ---- */

/* 1 January of the year 1 was a Monday. */
static char *
weekday_name (guint weekday)
{
  char text[64];
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, weekday + 1);
  /* TRANSLATORS: a day of the week as strftime() writes it: "Monday" */
  g_date_strftime (text, sizeof text, _ ("%A"), &date);
  return g_strdup (text);
}

static char *
hour_name (guint hour)
{
  return g_strdup_printf ("%u", hour);
}

/* ---- columns ---- */

static void
sum_up (const TlContactTally *tallies, guint n, double contacts[TL_N_JUDGEMENTS])
{
  for (int k = 0; k < TL_N_JUDGEMENTS; k++)
    contacts[k] = 0;
  for (guint i = 0; i < n; i++)
    for (int k = 0; k < TL_N_JUDGEMENTS; k++)
      contacts[k] += tallies[i].contacts[k];
}

static void
fill_tallies (TlScene *scene, const TlContactTally *tallies, guint n, char *(*name) (guint), const TlBox *body)
{
  g_autofree TlColumn *columns = g_new0 (TlColumn, n);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  double contacts[TL_N_JUDGEMENTS], used;
  TlBox place = *body;

  sum_up (tallies, n, contacts);
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (names, name (i));
      columns[i].name = g_ptr_array_index (names, i);
      for (int k = 0; k < TL_N_JUDGEMENTS; k++)
        columns[i].parts[tl_judged_bucket ((TlContactKind) k)] += tallies[i].contacts[k];
    }
  used = tl_judged_key_add (scene, contacts, body);
  place.y += used;
  place.height -= used;
  tl_columns_add (scene, columns, n, &place);
}

static guint
busiest (const TlContactTally *tallies, guint n)
{
  guint most = 0;

  for (guint i = 1; i < n; i++)
    if (tallies[i].n > tallies[most].n)
      most = i;
  return most;
}

/* Of those with enough contacts to say anything; G_MAXUINT where none has. */
static guint
most_failure (const TlContactTally *tallies, guint n, guint all)
{
  guint found = G_MAXUINT;
  double most = -1;

  for (guint i = 0; i < n; i++)
    {
      double share = tallies[i].n > 0 ? (double) tallies[i].contacts[TL_CONTACT_FAILURE] / tallies[i].n : 0;

      if (tallies[i].n * n * 2 >= all && share > most)
        {
          most = share;
          found = i;
        }
    }
  return found;
}

static double
least (const TlSubject *subject)
{
  return KEY + TL_COLUMNS_LEAST;
}

static double
comfort (TlScene *scene, const TlSubject *subject, double width)
{
  g_autoptr (TlDemandTimes) times = times_of (subject);
  double contacts[TL_N_JUDGEMENTS];

  sum_up (times->weekdays, TL_DAYS_A_WEEK, contacts);
  return tl_judged_key_height (scene, contacts, width) + tl_scene_unit (scene, TL_COLUMNS_COMFORT);
}

/* ---- by hour ---- */

static void
fill_hours (TlScene *scene, const TlSubject *subject, const TlBox *body)
{
  g_autoptr (TlDemandTimes) times = times_of (subject);

  fill_tallies (scene, times->hours, TL_HOURS_A_DAY, hour_name, body);
}

static char *
nothing_hours (const TlSubject *subject)
{
  g_autofree char *none = tl_view_no_log (subject);
  g_autoptr (TlDemandTimes) times = none ? NULL : times_of (subject);

  if (none)
    return g_steal_pointer (&none);
  return times->n_hours > 0 ? NULL : g_strdup (_ ("No contact of the log says at which time of the day it was."));
}

static char *
finding_hours (const TlSubject *subject)
{
  g_autoptr (TlDemandTimes) times = times_of (subject);
  guint hour = busiest (times->hours, TL_HOURS_A_DAY);
  g_autofree char *share = tl_words_share ((double) times->hours[hour].n / times->n_hours);

  /* TRANSLATORS: two hours of the day, as 9 and 10, and a share of contacts */
  return g_strdup_printf (_ ("Most contacts come between %u and %u o’clock: %s of all"), hour, hour + 1, share);
}

static char *
count_hours (const TlSubject *subject)
{
  g_autoptr (TlDemandTimes) times = times_of (subject);
  g_autofree char *log = tl_view_count_log (subject->study);
  guint without = times->n - times->n_hours;

  if (without == 0)
    return g_steal_pointer (&log);
  /* TRANSLATORS: "412 contacts, 2 March 2026 to 13 April 2026", and how many are left out */
  return g_strdup_printf (ngettext ("%s; %u without a time of day", "%s; %u without a time of day", without), log,
                          without);
}

const TlViewType tl_view_demand_by_hour_type = {
  .nick = "demand-by-hour",
  .label = N_ ("Demand by hour of the day"),
  .of_study = TRUE,
  .nothing = nothing_hours,
  .finding = finding_hours,
  .count = count_hours,
  .least = least,
  .comfort = comfort,
  .fill = fill_hours,
};

/* ---- by weekday ---- */

static void
fill_weekdays (TlScene *scene, const TlSubject *subject, const TlBox *body)
{
  g_autoptr (TlDemandTimes) times = times_of (subject);

  fill_tallies (scene, times->weekdays, TL_DAYS_A_WEEK, weekday_name, body);
}

static char *
nothing_weekdays (const TlSubject *subject)
{
  g_autofree char *none = tl_view_no_log (subject);
  g_autoptr (TlDemandTimes) times = none ? NULL : times_of (subject);

  if (none)
    return g_steal_pointer (&none);
  return times->n_days > 0 ? NULL : g_strdup (_ ("No contact of the log says on which day it was."));
}

static char *
finding_weekdays (const TlSubject *subject)
{
  g_autoptr (TlDemandTimes) times = times_of (subject);
  guint most = busiest (times->weekdays, TL_DAYS_A_WEEK);
  guint failing = most_failure (times->weekdays, TL_DAYS_A_WEEK, times->n_days);
  g_autofree char *day = weekday_name (most);
  g_autofree char *share = tl_words_share ((double) times->weekdays[most].n / times->n_days);
  g_autofree char *other = NULL, *failure = NULL;

  if (failing == G_MAXUINT || times->weekdays[failing].contacts[TL_CONTACT_FAILURE] == 0)
    /* TRANSLATORS: a day of the week, and a share of contacts */
    return g_strdup_printf (_ ("Most contacts come on a %s: %s of all"), day, share);
  other = weekday_name (failing);
  failure
      = tl_words_share ((double) times->weekdays[failing].contacts[TL_CONTACT_FAILURE] / times->weekdays[failing].n);
  if (failing == most)
    /* TRANSLATORS: a day of the week, a share of contacts, and a share of these */
    return g_strdup_printf (_ ("Most contacts come on a %s (%s); %s of them are failure demand"), day, share, failure);
  /* TRANSLATORS: a day of the week, a share of contacts, another day, and a share of its contacts */
  return g_strdup_printf (_ ("Most contacts come on a %s (%s); on a %s %s are failure demand"), day, share, other,
                          failure);
}

static char *
count_weekdays (const TlSubject *subject)
{
  return tl_view_count_log (subject->study);
}

const TlViewType tl_view_demand_by_weekday_type = {
  .nick = "demand-by-weekday",
  .label = N_ ("Demand by day of the week"),
  .of_study = TRUE,
  .nothing = nothing_weekdays,
  .finding = finding_weekdays,
  .count = count_weekdays,
  .least = least,
  .comfort = comfort,
  .fill = fill_weekdays,
};
