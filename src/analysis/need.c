#include "analysis/need.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "study/contact.h"
#include "study/day.h"
#include "study/item-build.h"
#include "study/measure.h"

const guint tl_need_spans[TL_NEED_N_SPANS] = { 0, 1, 2, 4, 8, 15, 29 };

static void
add_day (TlNeed *need, guint32 day)
{
  need->first = need->contacts == 0 ? day : MIN (need->first, day);
  need->last = MAX (need->last, day);
  need->contacts++;
}

static void
add_contact (GHashTable *by_thread, const TlContact *contact)
{
  guint32 day = tl_day_read (contact->when);
  TlNeed *need;

  if (!contact->thread)
    return;
  need = g_hash_table_lookup (by_thread, contact->thread);
  if (!need)
    {
      need = g_new0 (TlNeed, 1);
      need->thread = contact->thread;
      g_hash_table_insert (by_thread, contact->thread, need);
    }
  need->heard++;
  if (day != 0)
    add_day (need, day);
}

static GHashTable *
hear_all (const TlStudy *study)
{
  GHashTable *by_thread = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < study->contacts->len; i++)
    add_contact (by_thread, g_ptr_array_index (study->contacts, i));
  return by_thread;
}

/* In the order in which they were met; those of one day by their names, so that it is always the same. */
static int
compare_needs (gconstpointer a, gconstpointer b)
{
  const TlNeed *x = a, *y = b;

  if (x->last != y->last)
    return x->last < y->last ? -1 : 1;
  return strcmp (x->thread, y->thread);
}

static guint32
last_day_of (const TlStudy *study)
{
  guint32 last = 0;

  for (guint i = 0; i < study->contacts->len; i++)
    last = MAX (last, tl_day_read (((TlContact *) g_ptr_array_index (study->contacts, i))->when));
  return last;
}

/* A log does not say when a need was met: it may go on. */
static gboolean
is_met (const TlNeed *need, guint32 last_day)
{
  return need->last + TL_NEED_QUIET <= last_day;
}

/**
 * tl_needs_of:
 * @study: a study
 *
 * Returns: (transfer full) (element-type TlNeed): the needs that its log tells of, in the order of
 *   their last contacts
 */
GArray *
tl_needs_of (const TlStudy *study)
{
  g_autoptr (GHashTable) by_thread = hear_all (study);
  GArray *needs = g_array_new (FALSE, FALSE, sizeof (TlNeed));
  guint32 last = last_day_of (study);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, by_thread);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      TlNeed need = *(TlNeed *) item;

      need.met = is_met (&need, last);
      if (need.contacts > 0)
        g_array_append_val (needs, need);
    }
  g_array_sort (needs, compare_needs);
  return needs;
}

/* ---- how they are spread ---- */

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const guint32 *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static double
median_of (GArray *days)
{
  guint middle = days->len / 2;

  if (days->len == 0)
    return (double) NAN;
  g_array_sort (days, compare_days);
  if (days->len % 2 == 1)
    return g_array_index (days, guint32, middle);
  return (g_array_index (days, guint32, middle - 1) + (double) g_array_index (days, guint32, middle)) / 2;
}

static void
add_met (TlNeedSpread *spread, GArray *all_days, guint32 days)
{
  guint span = TL_NEED_N_SPANS - 1;

  while (span > 0 && days < tl_need_spans[span])
    span--;
  spread->met++;
  spread->by_days[span]++;
  g_array_append_val (all_days, days);
}

static void
add_need (TlNeedSpread *spread, GArray *all_days, const TlNeed *need, guint32 last_day)
{
  spread->n++;
  spread->without -= need->heard;
  spread->by_contacts[MIN (need->heard, TL_NEED_MANY) - 1]++;
  spread->several += need->heard > 1 ? 1 : 0;
  if (need->contacts == 0)
    spread->undated++;
  else if (!is_met (need, last_day))
    spread->open++;
  else
    add_met (spread, all_days, need->last - need->first);
}

/**
 * tl_needs_spread:
 * @study: a study
 *
 * Returns: how many contacts and how many days the needs take that its log tells of
 */
TlNeedSpread
tl_needs_spread (const TlStudy *study)
{
  TlNeedSpread spread = { .contacts = study->contacts->len, .without = study->contacts->len };
  g_autoptr (GHashTable) by_thread = hear_all (study);
  g_autoptr (GArray) all_days = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 last = last_day_of (study);
  GHashTableIter iter;
  gpointer need;

  g_hash_table_iter_init (&iter, by_thread);
  while (g_hash_table_iter_next (&iter, NULL, &need))
    add_need (&spread, all_days, need, last);
  spread.median_days = median_of (all_days);
  return spread;
}

/**
 * tl_needs_as_points:
 * @needs: (element-type TlNeed): of tl_needs_of()
 * @after: a Julian day; needs met up to it are left out; 0 for all
 *
 * Returns: (transfer full) (element-type TlPoint): the end-to-end days of each that is met, at its last contact;
 *   in no study yet
 */
GPtrArray *
tl_needs_as_points (const GArray *needs, guint32 after)
{
  GPtrArray *points = g_ptr_array_new_with_free_func (tl_item_unref);

  for (guint i = 0; i < needs->len; i++)
    {
      const TlNeed *need = &g_array_index (needs, TlNeed, i);
      char when[16];
      gpointer point;
      GDate date;

      if (!need->met || need->last <= after)
        continue;
      point = tl_item_new (TL_ITEM_POINT);
      g_date_clear (&date, 1);
      g_date_set_julian (&date, need->last);
      g_date_strftime (when, sizeof when, "%Y-%m-%d", &date);
      tl_item_set_text (point, "when", when);
      tl_item_set_number (point, "value", need->last - need->first);
      g_ptr_array_add (points, point);
    }
  return points;
}
