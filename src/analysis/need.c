#include "analysis/need.h"

#include <stdlib.h>
#include <string.h>

#include "study/contact.h"
#include "study/day.h"
#include "study/item-build.h"
#include "study/measure.h"

static void
add_contact (GHashTable *by_thread, const TlContact *contact)
{
  guint32 day = tl_day_read (contact->when);
  TlNeed *need;

  if (!contact->thread || day == 0)
    return;
  need = g_hash_table_lookup (by_thread, contact->thread);
  if (!need)
    {
      need = g_new0 (TlNeed, 1);
      *need = (TlNeed){ contact->thread, 0, day, day };
      g_hash_table_insert (by_thread, contact->thread, need);
    }
  need->contacts++;
  need->first = MIN (need->first, day);
  need->last = MAX (need->last, day);
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
  g_autoptr (GHashTable) by_thread = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  GArray *needs = g_array_new (FALSE, FALSE, sizeof (TlNeed));
  GHashTableIter iter;
  gpointer need;

  for (guint i = 0; i < study->contacts->len; i++)
    add_contact (by_thread, g_ptr_array_index (study->contacts, i));
  g_hash_table_iter_init (&iter, by_thread);
  while (g_hash_table_iter_next (&iter, NULL, &need))
    g_array_append_vals (needs, need, 1);
  g_array_sort (needs, compare_needs);
  return needs;
}

/**
 * tl_needs_as_points:
 * @needs: (element-type TlNeed): of tl_needs_of()
 * @after: a Julian day; needs met up to it are left out; 0 for all
 *
 * Returns: (transfer full) (element-type TlPoint): the end-to-end days of each, at its last contact;
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

      if (need->last <= after)
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
