/* command.h: what every command has: its options, its help, its way to complain about them. */
#pragma once

#include <glib.h>

#include "cli/commands.h"

G_BEGIN_DECLS

/**
 * TlCommand:
 * @name: the word on the command line
 * @operands: what its help shows after the name, to be translated with gettext ("FILE")
 * @summary: what it does, in a line, to be translated with gettext
 * @run: does it; the first of the words that it gets is the command's name
 *
 * One command of the program.
 */
typedef struct
{
  const char *name;
  const char *operands;
  const char *summary;
  TlExit (*run) (char **words);
} TlCommand;

extern const TlCommand tl_validate_command;
extern const TlCommand tl_capacity_command;
extern const TlCommand tl_compare_command;
extern const TlCommand tl_export_command;
extern const TlCommand tl_xmr_command;
extern const TlCommand tl_import_command;
extern const TlCommand tl_contacts_command;

/**
 * tl_command_parse:
 * @command: whose words these are
 * @entries: its options, ends with an empty row; names of option arguments and descriptions are
 *   translated here
 * @details: (nullable): shown at the end of its help, already translated
 * @words: (array zero-terminated=1): the command's name and all that follows
 * @file: (out) (transfer full): the one FILE that every command works on
 * @exit: (out): where the command is to end at once, with what
 *
 * Reads the words of a command. Answers --help, and says on standard error what can't be
 * understood.
 *
 * Returns: %TRUE to go on, %FALSE to end with @exit
 */
gboolean tl_command_parse (const TlCommand *command,
                           const GOptionEntry *entries,
                           const char *details,
                           char **words,
                           char **file,
                           TlExit *exit) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_command_misused:
 * @command: (nullable): the command, or %NULL for the program
 * @message: what is wrong with the words, translated
 *
 * Says on standard error what is wrong and where help is.
 *
 * Returns: %TL_EXIT_USAGE
 */
TlExit tl_command_misused (const TlCommand *command, const char *message);

G_END_DECLS
