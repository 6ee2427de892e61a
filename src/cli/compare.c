/* compare.c: "throughline compare": two flows of a study side by side. */
#include "analysis/comparison.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/compare-text.h"
#include "cli/output.h"
#include "cli/study-argument.h"

static TlExit
answer (const char *file, TlStudy *study, TlFlow *before, TlFlow *after, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlComparison) comparison = tl_comparison_new (study, before, after, &error);
  g_autofree char *text = NULL;
  TlExit first, second;

  if (!comparison)
    {
      tl_output_error (file, 0, error->message);
      return TL_EXIT_PROBLEMS;
    }
  first = tl_study_argument_complain (file, comparison->before->problems);
  second = tl_study_argument_complain (file, comparison->after->problems);
  text = json ? tl_compare_json (comparison) : tl_compare_text (study, comparison);
  if (!(json ? tl_output_data (text) : tl_output_text (text)))
    return TL_EXIT_PROBLEMS;
  return MAX (first, second);
}

static TlExit
run (char **words)
{
  gboolean json = FALSE;
  TlFlow *before, *after;
  TlExit exit;
  TlExit answered;
  g_autofree char *file = NULL;
  g_autofree char *flow_id = NULL;
  g_autofree char *with_id = NULL;
  g_autoptr (TlOpened) opened = NULL;
  const GOptionEntry entries[] = {
    { "flow", 0, 0, G_OPTION_ARG_STRING, &flow_id, N_ ("Compare which flow; the first, where it is not said"),
      N_ ("ID") },
    { "with", 0, 0, G_OPTION_ARG_STRING, &with_id, N_ ("With which; its first redesign, where it is not said"),
      N_ ("ID") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("As JSON, for other programs"), NULL },
    { NULL },
  };

  if (!tl_command_parse (&tl_compare_command, entries, NULL, words, &file, &exit))
    return exit;
  opened = tl_study_argument_open (file, &exit);
  if (!opened || !tl_study_argument_pair (opened->study, file, flow_id, with_id, &before, &after))
    return TL_EXIT_PROBLEMS;
  answered = answer (file, opened->study, before, after, json);
  return MAX (exit, answered);
}

const TlCommand tl_compare_command = {
  .name = "compare",
  .operands = N_ ("FILE"),
  .summary = N_ ("Show two flows side by side: hours, contacts, the customer's time, what was changed"),
  .run = run,
};
