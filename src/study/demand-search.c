#include "demand-search.h"

#include <string.h>

#include "flow-search.h"
#include "log-counts.h"

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const TlDemandMatch *first = a, *second = b;

  if (first->closeness != second->closeness)
    return second->closeness - first->closeness;
  return (first->contacts < second->contacts) - (first->contacts > second->contacts);
}

static int
closeness (const TlDemand *demand, const char *wanted)
{
  g_autofree char *name = tl_text_fold (demand->name ? demand->name : "");

  if (!*wanted)
    return 1;
  if (strcmp (name, wanted) == 0)
    return 3;
  return g_str_has_prefix (name, wanted) ? 2 : strstr (name, wanted) != NULL;
}

static GHashTable *
count_contacts (const TlStudy *study)
{
  const GPtrArray *cells = tl_study_log_counts (study)->by_day;
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < cells->len; i++)
    {
      const TlLogCell *cell = g_ptr_array_index (cells, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, cell->demand));

      if (cell->demand)
        g_hash_table_insert (counts, (gpointer) cell->demand, GUINT_TO_POINTER (n + cell->n));
    }
  return counts;
}

/**
 * tl_demands_find:
 * @study: a study
 * @typed: some letters of a name, in any case; "" finds all
 * @often_first: whether, of those that fit alike, what is asked more often comes first; else they stay as the study
 *   has them
 *
 * Returns: (transfer full) (element-type TlDemandMatch): the types that fit, the best first
 */
GArray *
tl_demands_find (const TlStudy *study, const char *typed, gboolean often_first)
{
  g_autoptr (GHashTable) counts = often_first ? count_contacts (study) : NULL;
  g_autofree char *stripped = g_strstrip (g_strdup (typed));
  g_autofree char *wanted = tl_text_fold (stripped);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (TlDemandMatch));

  for (guint i = 0; i < study->demands->len; i++)
    {
      TlDemand *demand = g_ptr_array_index (study->demands, i);
      TlDemandMatch match = { .demand = demand, .closeness = closeness (demand, wanted) };

      if (counts)
        match.contacts = GPOINTER_TO_UINT (g_hash_table_lookup (counts, demand));
      if (match.closeness > 0)
        g_array_append_val (found, match);
    }
  g_array_sort (found, compare_matches);
  return found;
}

/**
 * tl_demands_have:
 * @matches: (element-type TlDemandMatch): as tl_demands_find() gave them
 *
 * Returns: whether one of them is called exactly as was typed, so that it is no new name
 */
gboolean
tl_demands_have (const GArray *matches)
{
  return matches->len > 0 && g_array_index (matches, TlDemandMatch, 0).closeness == 3;
}
