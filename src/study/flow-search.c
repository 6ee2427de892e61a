#include "flow-search.h"

#include <string.h>

#include "connector.h"
#include "entry.h"
#include "raises.h"
#include "step.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/**
 * tl_text_fold:
 * @text: some text
 *
 * Returns: (transfer full): @text without what searching passes over: case, accents, and how letters are
 *   composed
 */
char *
tl_text_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *apart = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) bare = g_string_new (NULL);

  for (const char *p = apart; *p; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (bare, g_utf8_get_char (p));
  return g_utf8_casefold (bare->str, -1);
}

static void
add_words (GString *all, const char *words)
{
  /* Parted, so that nothing is found across two of them. */
  if (words && *words)
    g_string_append_printf (all, "%s\n", words);
}

/* All that can be found of a step. */
static char *
words_of (const TlStep *step)
{
  g_autoptr (GString) all = g_string_new (NULL);

  add_words (all, step->name);
  add_words (all, step->notes);
  add_words (all, step->role ? step->role->name : NULL);
  if (step->class == TL_CLASS_WASTE && step->waste != TL_WASTE_NONE)
    add_words (all, _ (tl_choice_by_value (tl_waste_choices (), (int) step->waste)->label));
  return tl_text_fold (all->str);
}

/* Every word must be there, in any order: "check form" finds "Check the form". */
static gboolean
has_all (const char *folded, char **wanted)
{
  for (guint i = 0; wanted[i]; i++)
    if (*wanted[i] && !strstr (folded, wanted[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_of_flow (TlFlow *flow, const TlDemand *demand)
{
  for (guint i = 0; i < flow->entries->len; i++)
    if (((TlEntry *) g_ptr_array_index (flow->entries, i))->demand == demand)
      return TRUE;
  for (guint i = 0; i < flow->raises->len; i++)
    if (((TlRaises *) g_ptr_array_index (flow->raises, i))->demand == demand)
      return TRUE;
  return FALSE;
}

/**
 * tl_flow_find:
 * @study: a study
 * @flow: one of its flows
 * @text: what is looked for
 *
 * Looks for steps by their name, notes, role and kind of waste, and for demands that enter the flow or are
 * raised in it, by their name. Every word of @text must be there; case and accents do not matter.
 *
 * Returns: (transfer container) (element-type TlItem): steps in the flow's order, then demands; nothing for
 *   a text without words
 */
GPtrArray *
tl_flow_find (TlStudy *study, TlFlow *flow, const char *text)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autofree char *folded = g_strstrip (tl_text_fold (text));
  g_auto (GStrv) wanted = g_strsplit_set (folded, " \t\n", -1);

  if (!*folded)
    return found;
  for (guint i = 0; i < flow->steps->len; i++)
    {
      g_autofree char *words = words_of (g_ptr_array_index (flow->steps, i));

      if (has_all (words, wanted))
        g_ptr_array_add (found, g_ptr_array_index (flow->steps, i));
    }
  for (guint i = 0; i < study->demands->len; i++)
    {
      TlDemand *demand = g_ptr_array_index (study->demands, i);
      g_autofree char *words = tl_text_fold (tl_item_name (demand));

      if (is_of_flow (flow, demand) && has_all (words, wanted))
        g_ptr_array_add (found, demand);
    }
  return found;
}

static gboolean
is_alike (const TlStep *step, GPtrArray *others, const TlField *row)
{
  g_auto (TlValue) value = tl_item_get (step, row);

  for (guint i = 0; i < others->len; i++)
    {
      g_auto (TlValue) other = tl_item_get (g_ptr_array_index (others, i), row);

      if (tl_value_equal (&value, &other))
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_flow_steps_alike:
 * @flow: a flow
 * @steps: (element-type TlStep): some of its steps
 * @field: the name of a field, as "role" or "class"
 *
 * Returns: (transfer container) (element-type TlStep): all steps that say there what one of @steps says, in
 *   the flow's order
 */
GPtrArray *
tl_flow_steps_alike (TlFlow *flow, GPtrArray *steps, const char *field)
{
  const TlField *row = tl_item_field (TL_ITEM_STEP, field);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < flow->steps->len; i++)
    if (is_alike (g_ptr_array_index (flow->steps, i), steps, row))
      g_ptr_array_add (found, g_ptr_array_index (flow->steps, i));
  return found;
}

/**
 * tl_flow_steps_downstream:
 * @flow: a flow
 * @steps: (element-type TlStep): some of its steps
 *
 * Returns: (transfer container) (element-type TlStep): @steps and all that work can come to from there along
 *   connectors of kind flow, in the flow's order
 */
GPtrArray *
tl_flow_steps_downstream (TlFlow *flow, GPtrArray *steps)
{
  g_autoptr (GHashTable) reached = g_hash_table_new (NULL, NULL);
  GPtrArray *found = g_ptr_array_new ();
  gboolean grown = TRUE;

  for (guint i = 0; i < steps->len; i++)
    g_hash_table_add (reached, g_ptr_array_index (steps, i));
  while (grown)
    {
      grown = FALSE;
      for (guint i = 0; i < flow->connectors->len; i++)
        {
          TlConnector *connector = g_ptr_array_index (flow->connectors, i);

          if (connector->kind == TL_CONNECTOR_FLOW && g_hash_table_contains (reached, connector->from))
            grown |= g_hash_table_add (reached, connector->to);
        }
    }
  for (guint i = 0; i < flow->steps->len; i++)
    if (g_hash_table_contains (reached, g_ptr_array_index (flow->steps, i)))
      g_ptr_array_add (found, g_ptr_array_index (flow->steps, i));
  return found;
}
