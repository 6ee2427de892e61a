#include "paint/difference-words.h"

#include <math.h>

#include "paint/words.h"
#include "study/quantity.h"

#include "throughline-config.h"
#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static char *
quoted (gconstpointer item)
{
  g_autofree char *name = tl_words_name (tl_item_name (item));

  return g_strdup_printf (_ ("“%s”"), name);
}

/* ---- steps ---- */

static const char *
class_word (const TlStep *step)
{
  return _ (tl_choice_by_value (tl_step_class_choices (), (int) step->class)->label);
}

static char *
from_to (const char *what, const char *before, const char *after)
{
  /* Translators: what is another in a step, as in "work 1 h 10 min → 50 min": what, before, after */
  return g_strdup_printf (_ ("%s %s → %s"), what, before, after);
}

static char *
time_change (const char *what, double before, double after)
{
  g_autofree char *old = isnan (before) ? g_strdup ("–") : tl_minutes_format (before);
  g_autofree char *new = isnan (after) ? g_strdup ("–") : tl_minutes_format (after);

  return from_to (what, old, new);
}

static const char *
role_name (const TlStep *step)
{
  return step->role && step->role->name ? step->role->name : _ ("nobody named");
}

static void
add_step_changes (GPtrArray *parts, const TlStep *before, const TlStep *after, guint aspects)
{
  g_autofree char *old_name = quoted (before);

  if (aspects & TL_ASPECT_NAME)
    /* Translators: %s is the name, in quotation marks, that a step had before */
    g_ptr_array_add (parts, g_strdup_printf (_ ("was %s"), old_name));
  if ((aspects & TL_ASPECT_CLASS) && before->class != after->class)
    g_ptr_array_add (parts, g_strdup_printf (_ ("%s → %s"), class_word (before), class_word (after)));
  else if (aspects & TL_ASPECT_CLASS)
    g_ptr_array_add (parts, g_strdup (_ ("judged differently")));
  if (aspects & TL_ASPECT_KIND)
    g_ptr_array_add (parts,
                     g_strdup_printf (_ ("%s → %s"),
                                      _ (tl_choice_by_value (tl_step_kind_choices (), (int) before->kind)->label),
                                      _ (tl_choice_by_value (tl_step_kind_choices (), (int) after->kind)->label)));
  if (aspects & TL_ASPECT_WORK)
    g_ptr_array_add (parts, time_change (_ ("work"), before->work_minutes, after->work_minutes));
  if (aspects & TL_ASPECT_WAIT)
    g_ptr_array_add (parts, time_change (_ ("wait"), before->wait_minutes, after->wait_minutes));
  if (aspects & TL_ASPECT_ROLE)
    g_ptr_array_add (parts, g_strdup_printf (_ ("%s → %s"), role_name (before), role_name (after)));
}

static char *
step_words (const TlDifference *difference)
{
  g_autofree char *name = quoted (difference->after ? difference->after : difference->before);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = NULL;

  if (!difference->before)
    return g_strdup_printf (_ ("New: %s"), name);
  if (!difference->after)
    return g_strdup_printf (_ ("Gone: %s"), name);
  add_step_changes (parts, (TlStep *) difference->before, (TlStep *) difference->after, difference->aspects);
  g_ptr_array_add (parts, NULL);
  all = g_strjoinv (", ", (char **) parts->pdata);
  /* Translators: the name of a step or a way, and what is another there */
  return g_strdup_printf (_ ("%s: %s"), name, all);
}

/* ---- connectors ---- */

static char *
share_text (double share)
{
  return isnan (share) ? g_strdup (_ ("the rest")) : tl_share_format (share);
}

static char *
connector_change (const TlConnector *before, const TlConnector *after, guint aspects)
{
  g_autofree char *old = share_text (before->share);
  g_autofree char *new = share_text (after->share);

  if (aspects & TL_ASPECT_KIND)
    return g_strdup (after->kind == TL_CONNECTOR_REWORK ? _ ("is rework now") : _ ("is no rework any more"));
  if (!(aspects & TL_ASPECT_SHARE))
    return g_strdup (_ ("has other words"));
  if (g_str_equal (old, new))
    return g_strdup (_ ("other shares for single demands"));
  return g_strdup_printf (_ ("%s → %s"), old, new);
}

static char *
connector_words (const TlDifference *difference)
{
  const TlConnector *connector = (const TlConnector *) (difference->after ? difference->after : difference->before);
  g_autofree char *from = quoted (connector->from);
  g_autofree char *to = quoted (connector->to);
  g_autofree char *way = g_strdup_printf (_ ("%s → %s"), from, to);
  g_autofree char *change = NULL;

  if (!difference->before)
    return g_strdup_printf (_ ("New way: %s"), way);
  if (!difference->after)
    return g_strdup_printf (_ ("Way gone: %s"), way);
  change = connector_change ((TlConnector *) difference->before, connector, difference->aspects);
  return g_strdup_printf (_ ("%s: %s"), way, change);
}

/* ---- demands ---- */

static char *
raises_words (const TlDifference *difference)
{
  const TlRaises *raises = (const TlRaises *) (difference->after ? difference->after : difference->before);
  g_autofree char *step = quoted (raises->step);
  g_autofree char *demand = quoted (raises->demand);
  g_autofree char *old = NULL;
  g_autofree char *new = tl_amount_format (raises->rate);

  if (!difference->before)
    /* Translators: a step, a failure demand, how often for each visit */
    return g_strdup_printf (_ ("%s raises %s (%s a visit)"), step, demand, new);
  if (!difference->after)
    return g_strdup_printf (_ ("%s no longer raises %s"), step, demand);
  old = tl_amount_format (((TlRaises *) difference->before)->rate);
  /* Translators: a step, a failure demand, how often for each visit before, and now */
  return g_strdup_printf (_ ("%s raises %s: %s → %s a visit"), step, demand, old, new);
}

static char *
entry_words (const TlDifference *difference)
{
  const TlEntry *entry = (const TlEntry *) (difference->after ? difference->after : difference->before);
  g_autofree char *demand = quoted (entry->demand);
  g_autofree char *step = quoted (entry->step);

  if (!difference->after)
    return g_strdup_printf (_ ("%s no longer comes in"), demand);
  /* Translators: a demand, and the step where it begins */
  return g_strdup_printf (_ ("%s comes in at %s"), demand, step);
}

/**
 * tl_difference_words:
 * @difference: a difference
 *
 * Returns: (transfer full): "“Visit and fix”: work 1 h 10 min → 50 min"
 */
char *
tl_difference_words (const TlDifference *difference)
{
  switch ((int) (difference->after ? difference->after : difference->before)->kind)
    {
    case TL_ITEM_STEP:
      return step_words (difference);
    case TL_ITEM_CONNECTOR:
      return connector_words (difference);
    case TL_ITEM_RAISES:
      return raises_words (difference);
    case TL_ITEM_ENTRY:
    default:
      return entry_words (difference);
    }
}

/* Steps that went, steps that came, steps that changed; then all else. */
static int
rank (const TlDifference *difference)
{
  gboolean step = (difference->after ? difference->after : difference->before)->kind == TL_ITEM_STEP;

  if (!step)
    return 3;
  return !difference->after ? 0 : !difference->before ? 1 : 2;
}

/**
 * tl_differences_lines:
 * @differences: differences
 *
 * Returns: (transfer full): each in words, what was done to steps first; without what goes without saying
 */
GStrv
tl_differences_lines (const TlFlowDifferences *differences)
{
  GPtrArray *lines = g_ptr_array_new ();

  for (int r = 0; r <= 3; r++)
    for (guint i = 0; i < differences->list->len; i++)
      {
        const TlDifference *difference = &g_array_index (differences->list, TlDifference, i);

        if (rank (difference) == r && !tl_flow_differences_follows (differences, difference))
          g_ptr_array_add (lines, tl_difference_words (difference));
      }
  g_ptr_array_add (lines, NULL);
  return (GStrv) g_ptr_array_free (lines, FALSE);
}
