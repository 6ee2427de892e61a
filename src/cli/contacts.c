/* contacts.c: "throughline contacts": the log of a study as a table. */
#include <gio/gio.h>

#include "cli/command.h"
#include "cli/output.h"
#include "cli/study-argument.h"
#include "paint/contact-table.h"
#include "storage/safe-file.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static TlExit
write_table (const char *output, GBytes *table)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);
  g_autoptr (GError) error = NULL;

  if (tl_safe_file_replace (file, table, NULL, NULL, &error))
    return TL_EXIT_DONE;
  tl_output_error (output, 0, error->message);
  return TL_EXIT_PROBLEMS;
}

static TlExit
print_table (GBytes *table)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (table, NULL), g_bytes_get_size (table));

  return tl_output_data (text) ? TL_EXIT_DONE : TL_EXIT_PROBLEMS;
}

static TlExit
run (char **words)
{
  g_autofree char *file = NULL, *output = NULL;
  gboolean without_words = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write; without it the table is printed"),
      N_ ("OUT.csv") },
    { "without-words", 0, 0, G_OPTION_ARG_NONE, &without_words, N_ ("Leave out what was said"), NULL },
    { NULL },
  };
  g_autoptr (TlOpened) opened = NULL;
  g_autoptr (GBytes) table = NULL;
  TlExit exit;

  if (!tl_command_parse (&tl_contacts_command, entries, NULL, words, &file, &exit))
    return exit;
  opened = tl_study_argument_open (file, &exit);
  if (!opened)
    return exit;
  table = tl_contacts_to_csv (opened->study, without_words ? TL_CONTACT_TABLE_WITHOUT_WORDS : TL_CONTACT_TABLE_ALL);
  return output ? write_table (output, table) : print_table (table);
}

const TlCommand tl_contacts_command = {
  .name = "contacts",
  .operands = N_ ("FILE [-o OUT.csv]"),
  .summary = N_ ("Write the log of contacts as a table, which import reads back as it was"),
  .run = run,
};
