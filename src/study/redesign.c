#include "redesign.h"

#include "condition.h"
#include "item-build.h"
#include "step.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static gboolean
give_id (TlItem *item, gpointer study)
{
  if (tl_item_type (item->kind)->id_prefix)
    {
      g_autofree char *id = tl_study_new_id (study, item->kind);

      tl_item_set_id (item, id);
    }
  return TRUE;
}

/* Lists of a copy are in the order of the original's. Returns: each step's copy */
static GHashTable *
note_origins (TlFlow *copy, TlFlow *flow)
{
  GHashTable *copies = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < flow->steps->len; i++)
    {
      tl_item_set_item (g_ptr_array_index (copy->steps, i), "copied-from", g_ptr_array_index (flow->steps, i));
      g_hash_table_insert (copies, g_ptr_array_index (flow->steps, i), g_ptr_array_index (copy->steps, i));
    }
  return copies;
}

/* What a condition bears on it bears on in the copy, until somebody takes that away. */
static void
tie_to_copies (TlHistory *history, TlCondition *condition, GHashTable *copies)
{
  guint count = condition->links->len;

  for (guint i = 0; i < count; i++)
    {
      TlLink *link = g_ptr_array_index (condition->links, i);
      TlStep *copy = link->step ? g_hash_table_lookup (copies, link->step) : NULL;
      g_autoptr (TlItem) added = NULL;

      if (!copy)
        continue;
      added = tl_item_new (TL_ITEM_LINK);
      tl_item_set_item (added, "step", copy);
      tl_history_apply (history, tl_edit_new_insert (condition, added, G_MAXUINT));
    }
}

/**
 * tl_flow_redesign:
 * @history: the study's history
 * @flow: one of the study's flows
 * @name: (nullable): the copy's name
 * @serves: (nullable): how the redesign serves the purpose
 *
 * Copies a flow with its steps, connectors with their shares, entries and raises, as a redesign based on it. All get
 * ids of their own; each step remembers which one it was copied from; conditions that bear on a step bear on
 * its copy too. Takes time in proportion to the flow and the conditions.
 *
 * Returns: (transfer none): the copy, right after @flow
 */
TlFlow *
tl_flow_redesign (TlHistory *history, TlFlow *flow, const char *name, const char *serves)
{
  TlStudy *study = tl_history_get_study (history);
  TlFlow *copy = tl_item_copy (flow);
  g_autoptr (GHashTable) copies = note_origins (copy, flow);

  tl_item_walk (copy, give_id, study);
  tl_item_set_text (copy, "name", name);
  tl_item_set_text (copy, "serves", serves);
  tl_item_set_item (copy, "based-on", flow);
  tl_history_begin (history, _ ("Copy flow to a redesign"), NULL);
  tl_history_apply (history, tl_edit_new_insert (study, copy, tl_item_position (flow) + 1));
  tl_item_unref (copy);
  for (guint i = 0; i < study->conditions->len; i++)
    tie_to_copies (history, g_ptr_array_index (study->conditions, i), copies);
  tl_history_end (history);
  return copy;
}

/**
 * tl_study_flow_after:
 * @study: a study
 * @flow: one of its flows
 * @by: how many flows further on; negative: back
 *
 * Returns: (transfer none): the flow that is shown when one goes round
 */
TlFlow *
tl_study_flow_after (const TlStudy *study, const TlFlow *flow, int by)
{
  int count = (int) study->flows->len;
  int at = ((int) tl_item_position (flow) + by) % count;

  return g_ptr_array_index (study->flows, at < 0 ? at + count : at);
}
