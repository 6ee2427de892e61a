/* command.h: what every command has: its options, its help, its way to complain. */
#pragma once

#include <glib.h>

#include "cli/commands.h"

G_BEGIN_DECLS

/**
 * TlCommand:
 * @name: the word on the command line
 * @operands: (nullable): what its help shows after the name ("FILE")
 * @summary: what it does, in a line, to be translated with gettext
 * @run: does it; @argv[0] is the command's name
 *
 * One command of the program.
 */
typedef struct
{
  const char *name;
  const char *operands;
  const char *summary;
  TlExit (*run) (int argc, char **argv);
} TlCommand;

extern const TlCommand tl_validate_command;
extern const TlCommand tl_capacity_command;
extern const TlCommand tl_export_command;

gboolean tl_command_parse (const TlCommand *command,
                           const GOptionEntry *entries,
                           const char *details,
                           int argc,
                           char **argv,
                           char ***operands,
                           TlExit *exit) G_GNUC_WARN_UNUSED_RESULT;

TlExit tl_command_usage_error (const TlCommand *command, const char *format, ...)
  G_GNUC_PRINTF (2, 3);

G_END_DECLS
