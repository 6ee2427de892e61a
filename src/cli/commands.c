/* commands.c: finds the command that is meant. */
#include "cli/commands.h"

#include <string.h>

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/output.h"

static const TlCommand *const commands[] = {
  &tl_validate_command, &tl_capacity_command, &tl_compare_command,  &tl_export_command,
  &tl_xmr_command,      &tl_import_command,   &tl_contacts_command,
};

static gboolean
is_one_of (const char *word, const char *a, const char *b)
{
  return g_str_equal (word, a) || g_str_equal (word, b);
}

static const TlCommand *
find_command (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, word))
      return commands[i];
  return NULL;
}

gboolean
tl_commands_know (const char *word)
{
  return is_one_of (word, "--help", "-h") || g_str_equal (word, "--version") || find_command (word);
}

/* Letters and hyphens alone, and no such file: nobody means a study by that. */
static gboolean
is_mistyped_command (const char *word)
{
  if (!g_ascii_isalpha (word[0]))
    return FALSE;
  for (const char *c = word; *c; c++)
    if (!g_ascii_isalpha (*c) && *c != '-')
      return FALSE;
  return !g_file_test (word, G_FILE_TEST_EXISTS);
}

/* The window has no options of its own but those that the desktop starts it with. */
static gboolean
is_unknown_option (const char *word)
{
  return word[0] == '-' && !g_str_equal (word, "--") && !g_str_has_prefix (word, "--gapplication-");
}

gboolean
tl_commands_want (int argc, char **argv)
{
  if (argc < 2)
    return FALSE;
  return tl_commands_know (argv[1]) || is_mistyped_command (argv[1]) || is_unknown_option (argv[1]);
}

static void
append_command (GString *help, const TlCommand *command)
{
  g_string_append_printf (help, "  throughline %s %s\n      %s\n", command->name, _ (command->operands),
                          _ (command->summary));
}

static TlExit
show_help (void)
{
  g_autoptr (GString) help = g_string_new (NULL);

  g_string_append_printf (help, "%s\n\n", _ ("Throughline: study a service as a system"));
  g_string_append_printf (help, "  throughline [%s]\n      %s\n", _ ("FILE…"), _ ("Open the window"));
  g_string_append_printf (help, "\n%s\n", _ ("These need no display:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    append_command (help, commands[i]);
  g_string_append_printf (help, "  throughline %s --help\n      %s\n", _ ("COMMAND"),
                          _ ("Show the options of a command"));
  g_string_append_printf (help, "  throughline --version\n      %s\n", _ ("Show the version"));
  g_string_append_printf (help, "\n%s\n",
                          _ ("A FILE named “-” is read from standard input. The exit code is 0 when all is "
                             "well,\n1 when the study has problems or the command could not do it, 2 when "
                             "the command\nline can't be understood."));
  return tl_output_text (help->str) ? TL_EXIT_DONE : TL_EXIT_PROBLEMS;
}

static TlExit
show_version (void)
{
  return tl_output_text ("throughline " TL_VERSION "\n") ? TL_EXIT_DONE : TL_EXIT_PROBLEMS;
}

static TlExit
refuse (const char *word)
{
  g_autofree char *message = NULL;

  if (word && word[0] == '-')
    message = g_strdup_printf (_ ("There is no option “%s”"), word);
  else if (word)
    message = g_strdup_printf (_ ("There is no command and no file “%s”"), word);
  else
    message = g_strdup (_ ("This build has no window, so it needs a command"));
  return tl_command_misused (NULL, message);
}

int
tl_commands_run (int argc, char **argv)
{
  const char *word = argc > 1 ? argv[1] : NULL;
  const TlCommand *command = word ? find_command (word) : NULL;

  if (command)
    return command->run (argv + 1);
  if (word && is_one_of (word, "--help", "-h"))
    return show_help ();
  if (g_strcmp0 (word, "--version") == 0)
    return show_version ();
  return refuse (word);
}
