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

const TlMeasure *
tl_measure_argument_find (TlStudy *study, const char *file, const char *id)
{
  g_autofree char *list = NULL;
  g_autofree char *message = NULL;

  for (guint i = 0; i < study->measures->len; i++)
    {
      const TlMeasure *measure = g_ptr_array_index (study->measures, i);

      if (!id || g_strcmp0 (measure->item.id, id) == 0)
        return measure;
    }
  list = list_measures (study);
  if (study->measures->len == 0)
    message = g_strdup (_ ("The study has no measure yet"));
  else
    message = g_strdup_printf (_ ("There is no measure “%s”; there is %s"), id, list);
  tl_output_error (file, 0, message);
  return NULL;
}

char *
tl_measure_argument_rules (const char *word, TlXmrOptions *options)
{
  if (!word || tl_xmr_rule_set_from_nick (word, &options->rules))
    return NULL;
  return g_strdup_printf (_ ("There are no rules “%s”; --rules is one of %s"), word,
                          "wheeler, nhs, western-electric, nelson");
}
