#include "paint/step-words.h"

#include "study/quantity.h"

#include "throughline-config.h"
#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* Longer times than this are told roughly, to be read at a glance. */
#define GLANCE 8

/**
 * tl_step_bucket:
 * @step: a step
 *
 * Returns: the bucket whose colour and letter stand for its class
 */
TlBucket
tl_step_bucket (const TlStep *step)
{
  switch (step->class)
    {
    case TL_CLASS_VALUE:
      return TL_BUCKET_VALUE;
    case TL_CLASS_WASTE:
      return TL_BUCKET_WASTE;
    case TL_CLASS_NONE:
    default:
      return TL_BUCKET_UNCLASSIFIED;
    }
}

/* Exactly as typed where that is short enough. */
static char *
time_text (double minutes)
{
  g_autofree char *exact = tl_minutes_format (minutes);

  if (g_utf8_strlen (exact, -1) <= GLANCE)
    return g_steal_pointer (&exact);
  return tl_minutes_format_short (minutes);
}

/**
 * tl_step_times_words:
 * @step: a step
 *
 * Returns: (transfer full) (nullable): "6 min · waits 2 w"; %NULL where it takes no time
 */
char *
tl_step_times_words (const TlStep *step)
{
  g_autofree char *work = step->work_minutes > 0 ? time_text (step->work_minutes) : NULL;
  g_autofree char *wait = step->wait_minutes > 0 ? time_text (step->wait_minutes) : NULL;

  if (work != NULL && wait != NULL)
    /* Translators: times of a step, as in "6 min · waits 2 w" */
    return g_strdup_printf (_ ("%s · waits %s"), work, wait);
  if (wait != NULL)
    return g_strdup_printf (_ ("waits %s"), wait);
  return g_steal_pointer (&work);
}

/**
 * tl_step_waste_word:
 * @step: a step
 *
 * Returns: (nullable): what kind of waste it is, as "Checking"; %NULL where it is none, or nobody has said
 */
const char *
tl_step_waste_word (const TlStep *step)
{
  const TlChoice *choice;

  if (step->class != TL_CLASS_WASTE || step->waste == TL_WASTE_NONE)
    return NULL;
  choice = tl_choice_by_value (tl_waste_choices (), (int) step->waste);
  return choice != NULL ? _ (choice->label) : NULL;
}

/**
 * tl_step_line:
 * @step: a step
 *
 * Returns: (transfer full) (nullable): what stands under its name in a list: "Decision · 6 min · waits 2 w ·
 *   Call centre"
 */
char *
tl_step_line (const TlStep *step)
{
  g_autofree char *times = tl_step_times_words (step);
  const char *parts[4] = { NULL };
  guint n = 0;

  if (step->kind != TL_STEP_WORK)
    parts[n++] = _ (tl_choice_by_value (tl_step_kind_choices (), (int) step->kind)->label);
  if (times)
    parts[n++] = times;
  if (step->role && step->role->name)
    parts[n++] = step->role->name;
  return n ? g_strjoinv (" · ", (char **) parts) : NULL;
}
