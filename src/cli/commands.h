/* commands.h: the commands that need no display. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TL_EXIT_DONE = 0,
  TL_EXIT_PROBLEMS = 1,
  TL_EXIT_USAGE = 2,
} TlExit;

gboolean tl_commands_know (const char *word);
int tl_commands_run (int argc, char **argv);

G_END_DECLS
