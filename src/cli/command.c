/* command.c: what every command has: its options, its help, its way to complain about them. */
#include "cli/command.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "cli/output.h"

/* GOption heads its help with the program's name; ours has two words. */
static void
take_name (const TlCommand *command)
{
  g_autofree char *name = g_strconcat ("throughline ", command->name, NULL);

  g_set_prgname (name);
}

static GOptionContext *
new_context (const TlCommand *command, const GOptionEntry *entries, const char *details)
{
  GOptionContext *context = g_option_context_new (_ (command->operands));

  take_name (command);
  g_option_context_set_summary (context, _ (command->summary));
  g_option_context_set_description (context, details);
  /* GOption's own --help ends the process on the spot; ours goes the way of every other answer. */
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, TL_GETTEXT_DOMAIN);
  return context;
}

static TlExit
show_help (GOptionContext *context)
{
  g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

  return tl_output_text (help) ? TL_EXIT_DONE : TL_EXIT_PROBLEMS;
}

/* Takes the one file out of what is left when the options are read. */
static gboolean
take_file (const TlCommand *command, char **operands, char **file)
{
  g_autofree char *message = NULL;

  if (operands && operands[0] && *operands[0] && !operands[1])
    {
      *file = g_strdup (operands[0]);
      return TRUE;
    }
  if (operands && operands[0] && operands[1])
    message = g_strdup_printf (_ ("One file at a time, please; “%s” is one more"), operands[1]);
  else
    message = g_strdup (_ ("Which file? There is no FILE on the command line"));
  tl_command_misused (command, message);
  return FALSE;
}

gboolean
tl_command_parse (const TlCommand *command,
                  const GOptionEntry *entries,
                  const char *details,
                  char **words,
                  char **file,
                  TlExit *exit)
{
  gboolean help = FALSE;
  g_auto (GStrv) operands = NULL;
  g_auto (GStrv) rest = g_strdupv (words);
  g_autoptr (GError) error = NULL;
  const GOptionEntry common[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show this help"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &operands, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = new_context (command, entries, details);

  g_option_context_add_main_entries (context, common, TL_GETTEXT_DOMAIN);
  *exit = TL_EXIT_USAGE;
  if (!g_option_context_parse_strv (context, &rest, &error))
    {
      tl_command_misused (command, error->message);
      return FALSE;
    }
  if (help)
    {
      *exit = show_help (context);
      return FALSE;
    }
  return take_file (command, operands, file);
}

TlExit
tl_command_misused (const TlCommand *command, const char *message)
{
  tl_output_error (NULL, 0, message);
  if (command)
    tl_output_hint (_ ("Try “throughline %s --help”."), command->name);
  else
    tl_output_hint (_ ("Try “throughline --help”."));
  return TL_EXIT_USAGE;
}
