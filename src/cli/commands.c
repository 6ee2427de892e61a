/* commands.c: finds the command that is meant. */
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "cli/commands.h"

gboolean
tl_commands_know (const char *word)
{
  return g_strcmp0 (word, "--version") == 0;
}

gboolean
tl_commands_want (int argc, char **argv)
{
  return argc > 1 && tl_commands_know (argv[1]);
}

int
tl_commands_run (int argc, char **argv)
{
  g_print ("throughline %s\n", TL_VERSION);
  return TL_EXIT_DONE;
}
