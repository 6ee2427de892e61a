/* commands.h: the commands that need no display. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlExit:
 * @TL_EXIT_DONE: all is well
 * @TL_EXIT_PROBLEMS: the study has problems, or the command could not do it
 * @TL_EXIT_USAGE: the command line says something that can't be understood
 *
 * What the program tells the shell.
 */
typedef enum
{
  TL_EXIT_DONE = 0,
  TL_EXIT_PROBLEMS = 1,
  TL_EXIT_USAGE = 2,
} TlExit;

/**
 * tl_commands_know:
 * @word: the first word on the command line
 *
 * Returns: whether @word is a command, or a question that is answered without a window ("--help")
 */
gboolean tl_commands_know (const char *word);

/**
 * tl_commands_want:
 * @argc: as main() got it
 * @argv: as main() got it
 *
 * Besides commands, this takes options that there are not, and words that are most likely mistyped
 * commands: a bare word that names no file. A window on a missing file would be a strange answer to "throughline
 * capactiy".
 *
 * Returns: whether tl_commands_run() is to have this command line; otherwise it is for the window
 */
gboolean tl_commands_want (int argc, char **argv);

/**
 * tl_commands_run:
 * @argc: as main() got it
 * @argv: as main() got it
 *
 * Does what the command line says; prints results on standard output and errors on standard error.
 *
 * Returns: a #TlExit
 */
int tl_commands_run (int argc, char **argv);

G_END_DECLS
