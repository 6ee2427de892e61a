/* validate.c: "throughline validate": what is wrong with a study, one problem a line. */
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "analysis/flow-problem.h"
#include "analysis/capacity.h"
#include "analysis/measure-problems.h"
#include "analysis/organisation-words.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/study-argument.h"
#include "study/matter.h"

/* In a study with several flows a problem names its flow first. */
static void
append_problem (GString *report, const char *file, const TlFlow *flow, const TlFlowProblem *problem)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *name = g_filename_display_name (file);
  g_autofree char *shown = NULL;

  g_string_append_printf (line, "%s: ", name);
  if (tl_study_of (flow)->flows->len > 1)
    g_string_append_printf (line, "%s: ", flow->name ? flow->name : flow->item.id);
  g_string_append (line, problem->message);
  shown = tl_output_line (g_string_free (g_steal_pointer (&line), FALSE));
  g_string_append_printf (report, "%s\n", shown);
}

static void
append_problems (GString *report, const char *file, TlStudy *study, TlFlow *flow)
{
  g_autoptr (GPtrArray) problems = tl_flow_problems (study, flow);

  for (guint i = 0; i < problems->len; i++)
    append_problem (report, file, flow, g_ptr_array_index (problems, i));
}

static void
append_measure_problems (GString *report, const char *file, const TlMeasure *measure)
{
  g_autoptr (GPtrArray) problems = tl_measure_problems (measure);
  g_autofree char *name = g_filename_display_name (file);

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line
          = tl_output_line (g_strdup_printf ("%s: %s: %s", name, measure->name ? measure->name : measure->item.id,
                                             (const char *) g_ptr_array_index (problems, i)));

      g_string_append_printf (report, "%s\n", line);
    }
}

/* Advice is no problem: it says where words are the organisation's own, and why that matters. */
static void
append_advice (GString *report, const char *file, const char *text)
{
  g_autoptr (GPtrArray) hints = tl_organisation_words_find (tl_organisation_words_get_default (), text);
  g_autofree char *name = g_filename_display_name (file);

  for (guint i = 0; i < hints->len; i++)
    {
      const TlWordHint *hint = g_ptr_array_index (hints, i);
      g_autofree char *shown = NULL;

      shown = tl_output_line (
          /* TRANSLATORS: a file's name, words of the purpose, and a sentence why no customer would say that */
          g_strdup_printf (_ ("%s: Advice: would a customer say “%s”? %s"), name, hint->words, hint->reason));
      g_string_append_printf (report, "%s\n", shown);
    }
}

static void
append_all_advice (GString *report, const char *file, const TlStudy *study)
{
  append_advice (report, file, study->statement);
  for (guint i = 0; i < study->matters->len; i++)
    append_advice (report, file, ((TlMatter *) g_ptr_array_index (study->matters, i))->text);
}

static TlExit
validate (const char *file)
{
  TlExit exit;
  g_autoptr (TlOpened) opened = tl_study_argument_open (file, &exit);
  g_autoptr (GString) report = g_string_new (NULL);

  if (!opened)
    return exit;
  if (opened->newer)
    exit = TL_EXIT_PROBLEMS;
  for (guint i = 0; i < opened->study->flows->len; i++)
    append_problems (report, file, opened->study, g_ptr_array_index (opened->study->flows, i));
  for (guint i = 0; i < opened->study->measures->len; i++)
    append_measure_problems (report, file, g_ptr_array_index (opened->study->measures, i));
  if (report->len > 0)
    exit = TL_EXIT_PROBLEMS;
  append_all_advice (report, file, opened->study);
  if (report->len > 0)
    tl_output_text (report->str);
  return exit;
}

static TlExit
run (char **words)
{
  const GOptionEntry entries[] = { { NULL } };
  g_autofree char *file = NULL;
  TlExit exit;

  if (!tl_command_parse (&tl_validate_command, entries, NULL, words, &file, &exit))
    return exit;
  return validate (file);
}

const TlCommand tl_validate_command = {
  .name = "validate",
  .operands = N_ ("FILE"),
  .summary = N_ ("Say what is wrong with a study, one problem a line; nothing when all is well"),
  .run = run,
};
