/* xmr.c: "throughline xmr": what a measure predictably does, and its signals. */
#include "analysis/xmr.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/output.h"
#include "cli/study-argument.h"
#include "cli/xmr-text.h"

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

/* The measure @id, or the first; says so where there is none. */
static const TlMeasure *
find_measure (TlStudy *study, const char *file, const char *id)
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

static gboolean
read_rules (const char *word, TlXmrOptions *options, TlExit *exit)
{
  g_autofree char *message = NULL;

  if (!word || tl_xmr_rule_set_from_nick (word, &options->rules))
    return TRUE;
  message = g_strdup_printf (_ ("There are no rules “%s”; --rules is one of %s"), word,
                             "wheeler, nhs, western-electric, nelson");
  *exit = tl_command_misused (&tl_xmr_command, message);
  return FALSE;
}

static gboolean
show (const TlMeasure *measure, const TlXmrOptions *options, gboolean json)
{
  g_autoptr (TlXmr) xmr = tl_xmr_for_measure (measure, options);
  g_autofree char *text = json ? tl_xmr_json (measure, xmr) : tl_xmr_text (measure, xmr);

  return json ? tl_output_data (text) : tl_output_text (text);
}

static TlExit
run (char **words)
{
  gboolean json = FALSE;
  TlXmrOptions options = { 0 };
  const TlMeasure *measure;
  TlExit exit;
  g_autofree char *file = NULL;
  g_autofree char *id = NULL;
  g_autofree char *rules = NULL;
  g_autoptr (TlOpened) opened = NULL;
  const GOptionEntry entries[] = {
    { "measure", 0, 0, G_OPTION_ARG_STRING, &id,
      N_ ("Of which measure; the first, where it is not said"), N_ ("ID") },
    { "rules", 0, 0, G_OPTION_ARG_STRING, &rules,
      N_ ("Signals by the rules of wheeler, nhs, western-electric or nelson"), N_ ("RULES") },
    { "median", 0, 0, G_OPTION_ARG_NONE, &options.median,
      N_ ("Centre and limits from medians, which a few wild values can't move"), NULL },
    { "screened", 0, 0, G_OPTION_ARG_NONE, &options.screened,
      N_ ("Leave out, once, moving ranges of 3.267 times their mean and more"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("As JSON, for other programs"), NULL },
    { NULL },
  };

  if (!tl_command_parse (&tl_xmr_command, entries, NULL, words, &file, &exit)
      || !read_rules (rules, &options, &exit))
    return exit;
  opened = tl_study_argument_open (file, &exit);
  measure = opened ? find_measure (opened->study, file, id) : NULL;
  if (!measure || !show (measure, &options, json))
    return TL_EXIT_PROBLEMS;
  return exit;
}

const TlCommand tl_xmr_command = {
  .name = "xmr",
  .operands = N_ ("FILE --measure ID"),
  .summary = N_ ("Show what a measure predictably does, and where to ask what happened"),
  .run = run,
};
