/* study-argument.c: the study and the flow that a command line names. */
#include "cli/study-argument.h"

#include <gio/gunixinputstream.h>
#include <unistd.h>

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "analysis/comparison.h"
#include "analysis/flow-problem.h"
#include "cli/output.h"

static GBytes *
read_standard_input (GError **error)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (g_output_stream_splice (memory, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static TlOpened *
open_standard_input (GPtrArray *problems, GError **error)
{
  g_autoptr (GBytes) bytes = read_standard_input (error);

  return bytes ? tl_study_open_bytes (bytes, problems, error) : NULL;
}

static void
complain_of_place (const char *file, const TlFileProblem *problem)
{
  g_autofree char *message = NULL;

  if (problem->column > 0)
    message = g_strdup_printf (_ ("column %u: %s"), problem->column, problem->message);
  else
    message = g_strdup (problem->message);
  tl_output_error (file, problem->line, message);
}

static void
complain_of_file (const char *file, const GPtrArray *problems, const GError *error)
{
  for (guint i = 0; i < problems->len; i++)
    complain_of_place (file, g_ptr_array_index (problems, i));
  if (problems->len == 0 && error)
    tl_output_error (file, 0, error->message);
}

static void
say_if_newer (const char *file, const TlOpened *opened)
{
  g_autofree char *words = tl_opened_describe_version (opened);

  if (words)
    tl_output_error (file, opened->version_line, words);
}

TlOpened *
tl_study_argument_open (const char *file, TlExit *exit)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_file_problem_free);
  g_autoptr (GError) error = NULL;
  TlOpened *opened;

  if (g_str_equal (file, "-"))
    opened = open_standard_input (problems, &error);
  else
    {
      g_autoptr (GFile) named = g_file_new_for_commandline_arg (file);

      opened = tl_study_open (named, problems, NULL, &error);
    }
  complain_of_file (file, problems, error);
  if (opened)
    say_if_newer (file, opened);
  *exit = opened && problems->len == 0 ? TL_EXIT_DONE : TL_EXIT_PROBLEMS;
  return opened;
}

static char *
list_flows (TlStudy *study)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < study->flows->len; i++)
    {
      const TlFlow *flow = g_ptr_array_index (study->flows, i);

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", flow->item.id);
      if (flow->name)
        g_string_append_printf (list, " (%s)", flow->name);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

gboolean
tl_study_argument_flow (TlStudy *study, const char *file, const char *id, TlFlow **flow)
{
  g_autofree char *list = NULL;
  g_autofree char *message = NULL;

  *flow = study->flows->len > 0 ? g_ptr_array_index (study->flows, 0) : NULL;
  if (!id)
    return TRUE;
  for (guint i = 0; i < study->flows->len; i++)
    {
      *flow = g_ptr_array_index (study->flows, i);
      if (g_strcmp0 ((*flow)->item.id, id) == 0)
        return TRUE;
    }
  list = list_flows (study);
  message = study->flows->len > 0 ? g_strdup_printf (_ ("There is no flow “%s”; there is %s"), id, list)
                                  : g_strdup_printf (_ ("There is no flow “%s”; the study has none yet"), id);
  tl_output_error (file, 0, message);
  return FALSE;
}

gboolean
tl_study_argument_pair (TlStudy *study,
                        const char *file,
                        const char *id,
                        const char *with_id,
                        TlFlow **before,
                        TlFlow **after)
{
  TlFlow *one = NULL;
  TlFlow *other = NULL;

  if ((id && !tl_study_argument_flow (study, file, id, &one))
      || (with_id && !tl_study_argument_flow (study, file, with_id, &other)))
    return FALSE;
  if (!tl_comparison_pair (study, other ? other : one, before, after))
    {
      tl_output_error (file, 0,
                       _ ("There are no two flows to compare: a study has a second one once a redesign is made"));
      return FALSE;
    }
  if (other && *before == other)
    *before = *after;
  if (other)
    *after = other;
  if (one && (other || *after != one))
    *before = one;
  if (*before != *after)
    return TRUE;
  tl_output_error (file, 0, _ ("A flow can't be compared with itself"));
  return FALSE;
}

TlExit
tl_study_argument_complain (const char *file, const GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const TlFlowProblem *problem = g_ptr_array_index (problems, i);

      tl_output_error (file, 0, problem->message);
    }
  return problems->len > 0 ? TL_EXIT_PROBLEMS : TL_EXIT_DONE;
}
