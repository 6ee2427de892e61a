#include "cli/measure-argument.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "cli/output.h"

static char *
list_measures (TlStudy *study)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < study->measures->len; i++)
    {
      const TlMeasure *measure = g_ptr_array_index (study->measures, i);

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", measure->item.id);
      if (measure->name)
        g_string_append_printf (list, " (%s)", measure->name);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

void
tl_measure_argument_clear (TlMeasureArgument *argument)
{
  g_clear_pointer (&argument->id, g_free);
  g_clear_pointer (&argument->rules, g_free);
}

char *
tl_measure_argument_wrong (const TlMeasureArgument *argument)
{
  TlXmrRuleSet set;

  if (argument->rules && !tl_xmr_rule_set_from_nick (argument->rules, &set))
    return g_strdup_printf (_ ("There are no rules “%s”; --rules is one of %s"), argument->rules,
                            "wheeler, nhs, western-electric, nelson");
  if (argument->mean && argument->median)
    return g_strdup (_ ("--mean and --median exclude each other"));
  return NULL;
}

const TlMeasure *
tl_measure_argument_find (const TlMeasureArgument *argument, TlStudy *study, const char *file)
{
  g_autofree char *list = NULL;
  g_autofree char *message = NULL;

  for (guint i = 0; i < study->measures->len; i++)
    {
      const TlMeasure *measure = g_ptr_array_index (study->measures, i);

      if (!argument->id || g_strcmp0 (measure->item.id, argument->id) == 0)
        return measure;
    }
  list = list_measures (study);
  if (study->measures->len == 0)
    message = g_strdup (_ ("The study has no measure yet"));
  else
    message = g_strdup_printf (_ ("There is no measure “%s”; there is %s"), argument->id, list);
  tl_output_error (file, 0, message);
  return NULL;
}

TlXmr *
tl_measure_argument_compute (const TlMeasureArgument *argument, const TlMeasure *measure)
{
  TlXmrOptions options = tl_xmr_options_of (measure);

  if (argument->rules)
    tl_xmr_rule_set_from_nick (argument->rules, &options.rules);
  if (argument->mean || argument->median)
    options.median = argument->median;
  options.screened = argument->screened;
  return tl_xmr_for_measure (measure, &options);
}
