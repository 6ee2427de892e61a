/* capacity.c: "throughline capacity": where the hours go, for people or for programs. */
#include "analysis/capacity.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "analysis/leverage.h"
#include "cli/capacity-json.h"
#include "cli/capacity-text.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/study-argument.h"

static gboolean
show (TlStudy *study, const TlCapacity *capacity, const TlLeverage *leverage, gboolean json)
{
  g_autofree char *text = json ? tl_capacity_json (capacity, leverage) : tl_capacity_text (study, capacity, leverage);

  return json ? tl_output_data (text) : tl_output_text (text);
}

static void
say_what_is_left_out (const char *file, const TlLeverage *leverage)
{
  g_autofree char *note = NULL;

  if (leverage->left_out == 0)
    return;
  note = g_strdup_printf (_ ("The flow has %u causes, too many to try without each: leverage is left out"),
                          leverage->left_out);
  tl_output_error (file, 0, note);
}

static TlExit
answer (const char *file, TlStudy *study, TlFlow *flow, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlCapacity) capacity = tl_capacity_compute (study, flow, &error);
  g_autoptr (TlLeverage) leverage = capacity ? tl_leverage_compute (study, flow, NULL, &error) : NULL;
  TlExit exit;

  if (!leverage)
    {
      tl_output_error (file, 0, error->message);
      return TL_EXIT_PROBLEMS;
    }
  exit = tl_study_argument_complain (file, capacity->problems);
  say_what_is_left_out (file, leverage);
  return show (study, capacity, leverage, json) ? exit : TL_EXIT_PROBLEMS;
}

static TlExit
run (char **words)
{
  gboolean json = FALSE;
  TlFlow *flow = NULL;
  TlExit exit;
  TlExit answered;
  g_autofree char *file = NULL;
  g_autofree char *flow_id = NULL;
  g_autoptr (TlOpened) opened = NULL;
  const GOptionEntry entries[] = {
    { "flow", 0, 0, G_OPTION_ARG_STRING, &flow_id, N_ ("Of which flow; the first, where it is not said"), N_ ("ID") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("As JSON, for other programs"), NULL },
    { NULL },
  };

  if (!tl_command_parse (&tl_capacity_command, entries, NULL, words, &file, &exit))
    return exit;
  opened = tl_study_argument_open (file, &exit);
  if (!opened || !tl_study_argument_flow (opened->study, file, flow_id, &flow))
    return TL_EXIT_PROBLEMS;
  answered = answer (file, opened->study, flow, json);
  return MAX (exit, answered);
}

const TlCommand tl_capacity_command = {
  .name = "capacity",
  .operands = N_ ("FILE"),
  .summary = N_ ("Show where the hours go, and what removing a cause gives back"),
  .run = run,
};
