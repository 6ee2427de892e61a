#include "tying.h"

#include "item-build.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static gpointer
add (TlHistory *history, TlItemKind kind, const char *name, const char *words)
{
  TlStudy *study = tl_history_get_study (history);
  g_autoptr (TlItem) item = tl_item_new (kind);
  g_autofree char *id = tl_study_new_id (study, kind);

  tl_item_set_id (item, id);
  tl_item_set_text (item, name, words);
  tl_history_apply (history, tl_edit_new_insert (study, item, G_MAXUINT));
  return item;
}

/**
 * tl_study_add_condition:
 * @history: the study's history
 * @name: (nullable): what it is
 *
 * Returns: (transfer none): the new condition, tied to nothing
 */
TlCondition *
tl_study_add_condition (TlHistory *history, const char *name)
{
  TlCondition *condition;

  tl_history_begin (history, _ ("Add condition"), NULL);
  condition = add (history, TL_ITEM_CONDITION, "name", name);
  tl_history_end (history);
  return condition;
}

/**
 * tl_study_add_matter:
 * @history: the study's history
 * @text: (nullable): in the customers' words
 *
 * Returns: (transfer none): the new matter
 */
TlMatter *
tl_study_add_matter (TlHistory *history, const char *text)
{
  TlMatter *matter;

  tl_history_begin (history, _ ("Add what matters"), NULL);
  matter = add (history, TL_ITEM_MATTER, "text", text);
  tl_history_end (history);
  return matter;
}

/**
 * tl_link_target:
 * @link: a link
 *
 * Returns: (transfer none) (nullable): what it leads to
 */
gpointer
tl_link_target (const TlLink *link)
{
  if (link->step)
    return link->step;
  return link->demand ? (gpointer) link->demand : link->matter;
}

/**
 * tl_item_tie_to:
 * @item: a condition or a demand
 * @target: what it may be tied to
 *
 * Returns: (transfer none) (nullable): the link between the two
 */
TlLink *
tl_item_tie_to (gconstpointer item, gconstpointer target)
{
  const GPtrArray *links = tl_item_list (item, TL_ITEM_LINK);

  for (guint i = 0; i < links->len; i++)
    if (tl_link_target (g_ptr_array_index (links, i)) == target)
      return g_ptr_array_index (links, i);
  return NULL;
}

static const char *
field_for (const TlItem *target)
{
  switch ((int) target->kind)
    {
    case TL_ITEM_STEP:
      return "step";
    case TL_ITEM_DEMAND:
      return "demand";
    case TL_ITEM_MATTER:
      return "matter";
    default:
      return NULL;
    }
}

/**
 * tl_item_tie:
 * @history: the study's history
 * @item: a condition, or a demand
 * @target: a step or a demand; of a demand, a matter
 *
 * Ties the two; where they are tied already nothing happens.
 */
void
tl_item_tie (TlHistory *history, gpointer item, gpointer target)
{
  const char *field = field_for (target);
  g_autoptr (TlItem) link = NULL;

  g_return_if_fail (field);
  if (tl_item_tie_to (item, target))
    return;
  link = tl_item_new (TL_ITEM_LINK);
  tl_item_set_item (link, field, target);
  tl_history_begin (history, _ ("Tie"), NULL);
  tl_history_apply (history, tl_edit_new_insert (item, link, G_MAXUINT));
  tl_history_end (history);
}

/**
 * tl_item_untie:
 * @history: the study's history
 * @item: a condition or a demand
 * @target: what it is tied to
 *
 * Where they are not tied nothing happens.
 */
void
tl_item_untie (TlHistory *history, gpointer item, gpointer target)
{
  TlLink *link = tl_item_tie_to (item, target);

  if (!link)
    return;
  tl_history_begin (history, _ ("Untie"), NULL);
  tl_history_apply (history, tl_edit_new_remove (link));
  tl_history_end (history);
}

/**
 * tl_study_conditions_of:
 * @study: a study
 * @target: a step or a demand
 *
 * Returns: (transfer container) (element-type TlCondition): the conditions that are tied to it, in the
 *   study's order
 */
GPtrArray *
tl_study_conditions_of (const TlStudy *study, gconstpointer target)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < study->conditions->len; i++)
    if (tl_item_tie_to (g_ptr_array_index (study->conditions, i), target))
      g_ptr_array_add (found, g_ptr_array_index (study->conditions, i));
  return found;
}

/**
 * tl_item_put_at:
 * @history: the study's history
 * @item: an item in a list
 * @position: where it shall stand; beyond the end means last
 */
void
tl_item_put_at (TlHistory *history, gpointer item, guint position)
{
  guint last = tl_item_siblings (item)->len - 1;

  position = MIN (position, last);
  if (position == tl_item_position (item))
    return;
  tl_history_begin (history, _ ("Change order"), NULL);
  tl_history_apply (history, tl_edit_new_move (item, position));
  tl_history_end (history);
}

/**
 * tl_item_shift:
 * @history: the study's history
 * @item: an item in a list
 * @by: so many places towards the end; negative towards the beginning
 *
 * Returns: whether there was room to move
 */
gboolean
tl_item_shift (TlHistory *history, gpointer item, int by)
{
  int place = (int) tl_item_position (item) + by;

  if (place < 0 || place >= (int) tl_item_siblings (item)->len)
    return FALSE;
  tl_item_put_at (history, item, (guint) place);
  return TRUE;
}
