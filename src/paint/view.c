#include "paint/view.h"

#include "analysis/demand-times.h"
#include "paint/words.h"
#include "study/flow.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/**
 * tl_view_no_hours:
 * @subject: what would be drawn
 *
 * Returns: (transfer full) (nullable): for views of hours: why there are none and what to do next;
 *   %NULL where there are some
 */
char *
tl_view_no_hours (const TlSubject *subject)
{
  if (subject->message)
    return g_strdup (subject->message);
  if (!subject->flow || subject->flow->steps->len == 0)
    return g_strdup (_ ("Draw the first step of the flow, and the hours appear here."));
  if (!subject->capacity)
    return g_strdup (_ ("The hours of this flow are not worked out yet."));
  if (!(subject->capacity->used > 0))
    return tl_capacity_headline (subject->capacity);
  return NULL;
}

/**
 * tl_view_count_contacts:
 * @subject: what is drawn, with its capacity
 *
 * Returns: (transfer full): "591 contacts a week", or that nobody has said how many come
 */
char *
tl_view_count_contacts (const TlSubject *subject)
{
  if (!(subject->capacity->contacts > 0))
    return g_strdup (_ ("how often customers ask is not known yet"));
  return tl_words_contacts (subject->capacity->contacts, subject->capacity->period);
}

/**
 * tl_view_no_log:
 * @subject: what would be drawn
 *
 * Returns: (transfer full) (nullable): for views of the log: that there is none, and what to do next
 */
char *
tl_view_no_log (const TlSubject *subject)
{
  return subject->study && subject->study->contacts->len > 0
             ? NULL
             : g_strdup (_ ("There is no log yet: listen to contacts, or bring them in from a file."));
}

static char *
day_words (guint32 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return tl_words_date (&date);
}

/**
 * tl_view_count_log:
 * @study: a study
 *
 * Returns: (transfer full): "412 contacts, 2 March 2026 to 13 April 2026"
 */
char *
tl_view_count_log (const TlStudy *study)
{
  g_autoptr (TlDemandTimes) times = tl_demand_times_new (study, TL_PERIOD_MONTH);
  guint n = times->n;
  g_autofree char *contacts = g_strdup_printf (ngettext ("%'u contact", "%'u contacts", n), n);
  g_autofree char *first = NULL, *last = NULL;

  if (times->n_days == 0)
    return g_steal_pointer (&contacts);
  first = day_words (times->first);
  last = day_words (times->last);
  if (times->first == times->last)
    return g_strdup_printf ("%s, %s", contacts, first);
  /* TRANSLATORS: "412 contacts", then two dates */
  return g_strdup_printf (_ ("%s, %s to %s"), contacts, first, last);
}
