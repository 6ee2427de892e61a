#include "analysis/step-match.h"

#include "study/step.h"

/* A file may say that steps are copies of each other in a circle: nobody makes more copies of copies. */
#define MOST_COPIES 64

typedef struct
{
  GHashTable *partners;
  GHashTable *candidates; /* step, or what it was copied from → step of the flow compared with */
} Matching;

static void
pair (Matching *self, TlStep *before, TlStep *after)
{
  g_hash_table_insert (self->partners, before, after);
  g_hash_table_insert (self->partners, after, before);
}

/* Each step is known by itself and by all that it was copied from; the nearest counts. */
static void
add_candidates (Matching *self, TlFlow *flow)
{
  for (int copies = 0; copies < MOST_COPIES; copies++)
    {
      gboolean any = FALSE;

      for (guint i = 0; i < flow->steps->len; i++)
        {
          TlStep *step = g_ptr_array_index (flow->steps, i);
          TlStep *origin = step;

          for (int n = 0; n < copies && origin; n++)
            origin = origin->copied_from;
          if (!origin)
            continue;
          any = TRUE;
          if (!g_hash_table_contains (self->candidates, origin))
            g_hash_table_insert (self->candidates, origin, step);
        }
      if (!any)
        return;
    }
}

static void
match_by_origin (Matching *self, TlFlow *after)
{
  for (guint i = 0; i < after->steps->len; i++)
    {
      TlStep *step = g_ptr_array_index (after->steps, i);
      TlStep *origin = step;

      for (int n = 0; n < MOST_COPIES && origin; n++, origin = origin->copied_from)
        {
          TlStep *before = g_hash_table_lookup (self->candidates, origin);

          if (!before || g_hash_table_contains (self->partners, before))
            continue;
          pair (self, before, step);
          break;
        }
    }
}

static char *
folded_name (const TlStep *step)
{
  return g_utf8_casefold (step->name ? step->name : "", -1);
}

/* Of the steps that no copy ties together: those of the same name, each once. */
static void
match_by_name (Matching *self, TlFlow *before, TlFlow *after)
{
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = before->steps->len; i-- > 0;)
    {
      TlStep *step = g_ptr_array_index (before->steps, i);

      if (step->name && !g_hash_table_contains (self->partners, step))
        g_hash_table_insert (by_name, folded_name (step), step);
    }
  for (guint i = 0; i < after->steps->len; i++)
    {
      TlStep *step = g_ptr_array_index (after->steps, i);
      g_autofree char *name = folded_name (step);
      TlStep *partner = g_hash_table_lookup (by_name, name);

      if (!partner || g_hash_table_contains (self->partners, step))
        continue;
      pair (self, partner, step);
      g_hash_table_remove (by_name, name);
    }
}

/**
 * tl_steps_match:
 * @before: a flow
 * @after: another flow of the same study
 *
 * Two steps are the same where one was copied from the other, or both from the same one, over however many
 * copies; of several copies of one step the first is it. Of what is then left over, steps of the same name
 * are the same.
 *
 * Returns: (transfer full): from each step that is in both flows to the same in the other
 */
GHashTable *
tl_steps_match (TlFlow *before, TlFlow *after)
{
  g_autoptr (GHashTable) candidates = g_hash_table_new (NULL, NULL);
  Matching self = { g_hash_table_new (NULL, NULL), candidates };

  add_candidates (&self, before);
  match_by_origin (&self, after);
  match_by_name (&self, before, after);
  return self.partners;
}
