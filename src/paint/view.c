#include "paint/view.h"

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
 * Returns: (transfer full): "591 contacts a week"
 */
char *
tl_view_count_contacts (const TlSubject *subject)
{
  return tl_words_contacts (subject->capacity->contacts, subject->capacity->period);
}
