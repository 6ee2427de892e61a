/* xmr.c: "throughline xmr": what a measure predictably does, and its signals. */
#include "analysis/xmr.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/measure-argument.h"
#include "cli/output.h"
#include "cli/study-argument.h"
#include "cli/xmr-text.h"

static gboolean
show (const TlMeasureArgument *argument, const TlMeasure *measure, gboolean json)
{
  g_autoptr (TlXmr) xmr = tl_measure_argument_compute (argument, measure);
  g_autofree char *text = json ? tl_xmr_json (measure, xmr) : tl_xmr_text (measure, xmr);

  return json ? tl_output_data (text) : tl_output_text (text);
}

static TlExit
run (char **words)
{
  gboolean json = FALSE;
  const TlMeasure *measure;
  TlExit exit;
  g_autofree char *file = NULL;
  g_autofree char *wrong = NULL;
  g_auto (TlMeasureArgument) argument = { 0 };
  g_autoptr (TlOpened) opened = NULL;
  const GOptionEntry entries[] = {
    { "measure", 0, 0, G_OPTION_ARG_STRING, &argument.id, N_ ("Of which measure; the first, where it is not said"),
      N_ ("ID") },
    { "rules", 0, 0, G_OPTION_ARG_STRING, &argument.rules,
      N_ ("Signals by the rules of wheeler, nhs, western-electric or nelson; else as the measure says"), N_ ("RULES") },
    { "mean", 0, 0, G_OPTION_ARG_NONE, &argument.mean, N_ ("Centre and limits from means; else as the measure says"),
      NULL },
    { "median", 0, 0, G_OPTION_ARG_NONE, &argument.median,
      N_ ("Centre and limits from medians, which a few wild values can't move"), NULL },
    { "screened", 0, 0, G_OPTION_ARG_NONE, &argument.screened,
      N_ ("Leave out, once, moving ranges of 3.267 times their mean and more"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("As JSON, for other programs"), NULL },
    { NULL },
  };

  if (!tl_command_parse (&tl_xmr_command, entries, NULL, words, &file, &exit))
    return exit;
  wrong = tl_measure_argument_wrong (&argument);
  if (wrong)
    return tl_command_misused (&tl_xmr_command, wrong);
  opened = tl_study_argument_open (file, &exit);
  measure = opened ? tl_measure_argument_find (&argument, opened->study, file) : NULL;
  if (!measure || !show (&argument, measure, json))
    return TL_EXIT_PROBLEMS;
  return exit;
}

const TlCommand tl_xmr_command = {
  .name = "xmr",
  .operands = N_ ("FILE --measure ID"),
  .summary = N_ ("Show what a measure predictably does, and where to ask what happened"),
  .run = run,
};
