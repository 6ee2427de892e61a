/* import.c: "throughline import": a log of contacts out of a table becomes a study. */
#include "storage/contact-import.h"

#include <string.h>

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/output.h"
#include "study/item-build.h"

/* What the command line asks for. */
typedef struct
{
  char *file;
  char *output;
  char **maps;
  char *dates;
  char *delimiter;
  char *encoding;
  char *title;
  char *headings[TL_N_COLUMNS];
  TlImportOptions options;
} Order;

static void
order_clear (Order *order)
{
  g_free (order->file);
  g_free (order->output);
  g_strfreev (order->maps);
  g_free (order->dates);
  g_free (order->delimiter);
  g_free (order->encoding);
  g_free (order->title);
  for (guint i = 0; i < TL_N_COLUMNS; i++)
    g_free (order->headings[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Order, order_clear)

static char *
list_columns (void)
{
  const char *nicks[TL_N_COLUMNS + 1] = { NULL };

  for (guint i = 0; i < TL_N_COLUMNS; i++)
    nicks[i] = tl_contact_column_nick (i);
  return g_strjoinv (", ", (char **) nicks);
}

/* Returns: (nullable): what can't be understood, in words */
static char *
read_pair (Order *order, const char *pair)
{
  const char *equals = strchr (pair, '=');
  g_autofree char *nick = equals ? g_strstrip (g_strndup (pair, (gsize) (equals - pair))) : NULL;
  g_autofree char *columns = list_columns ();
  TlContactColumn column;

  if (!equals)
    return g_strdup_printf (_ ("“%s” maps nothing; write it as when=HEADING"), pair);
  if (!tl_contact_column_from_nick (nick, &column))
    return g_strdup_printf (_ ("A contact has no “%s”; it has %s"), nick, columns);
  g_free (order->headings[column]);
  order->headings[column] = g_strstrip (g_strdup (equals + 1));
  order->options.headings[column] = order->headings[column];
  return NULL;
}

static char *
read_maps (Order *order)
{
  order->options.by_name = !order->maps;
  for (guint i = 0; order->maps && order->maps[i]; i++)
    {
      g_auto (GStrv) pairs = g_strsplit (order->maps[i], ",", -1);

      for (guint p = 0; pairs[p]; p++)
        {
          char *wrong = read_pair (order, pairs[p]);

          if (wrong)
            return wrong;
        }
    }
  return NULL;
}

static char *
read_dates (Order *order)
{
  if (!order->dates)
    return NULL;
  if (g_str_equal (order->dates, "day-first"))
    order->options.dates = TL_DATES_DAY_FIRST;
  else if (g_str_equal (order->dates, "month-first"))
    order->options.dates = TL_DATES_MONTH_FIRST;
  else
    return g_strdup_printf (_ ("“%s” is no order of dates; --dates is day-first or month-first"), order->dates);
  return NULL;
}

static char *
read_delimiter (Order *order)
{
  if (!order->delimiter)
    return NULL;
  if (g_str_equal (order->delimiter, "tab"))
    order->options.delimiter = '\t';
  else if (strlen (order->delimiter) == 1 && !strchr ("\"\r\n", order->delimiter[0]))
    order->options.delimiter = order->delimiter[0];
  else
    return g_strdup_printf (_ ("“%s” can't part columns; --delimiter is one character, or tab"), order->delimiter);
  return NULL;
}

static char *
read_output (Order *order)
{
  if (!order->output)
    return g_strdup (_ ("Where to? Name the file to write with -o"));
  if (!g_str_has_suffix (order->output, ".throughline") && !g_str_has_suffix (order->output, ".throughline.gz"))
    return g_strdup_printf (_ ("“%s” is no name of a study; it ends in .throughline"), order->output);
  return NULL;
}

static gboolean
order_read (Order *order, char **words, TlExit *exit)
{
  static char *(*const readers[]) (Order *) = { read_output, read_maps, read_dates, read_delimiter };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &order->output, N_ ("The file to write"), N_ ("OUT") },
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &order->maps,
      N_ ("Which column is what, by its heading: when=opened,demand=type"), N_ ("MAP") },
    { "dates", 0, 0, G_OPTION_ARG_STRING, &order->dates, N_ ("What stands first in dates: day-first or month-first"),
      N_ ("ORDER") },
    { "delimiter", 0, 0, G_OPTION_ARG_STRING, &order->delimiter, N_ ("What parts the columns: one character, or tab"),
      N_ ("MARK") },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &order->encoding, N_ ("In which encoding the table is, as windows-1252"),
      N_ ("ENCODING") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &order->title, N_ ("What the study is about"), N_ ("TITLE") },
    { NULL },
  };
  g_autofree char *columns = list_columns ();
  g_autofree char *details
      = g_strdup_printf (_ ("A contact has: %s.\nWithout --map, columns with such names are read."), columns);

  if (!tl_command_parse (&tl_import_command, entries, details, words, &order->file, exit))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_autofree char *wrong = readers[i](order);

      if (wrong)
        {
          *exit = tl_command_misused (&tl_import_command, wrong);
          return FALSE;
        }
    }
  order->options.encoding = order->encoding;
  return TRUE;
}

/* Nobody else sees the study yet, so this needs no history. */
static TlStudy *
new_study (const Order *order, const TlContactBatch *batch)
{
  g_autoptr (TlStudy) study = tl_study_new ();

  tl_item_set_text (study, "title", order->title);
  for (guint i = 0; i < batch->demands->len; i++)
    {
      TlItem *demand = g_ptr_array_index (batch->demands, i);
      g_autofree char *id = tl_study_new_id (study, TL_ITEM_DEMAND);

      tl_item_set_id (demand, id);
      tl_item_append (study, tl_item_ref (demand));
    }
  for (guint i = 0; i < batch->contacts->len; i++)
    {
      TlItem *contact = g_ptr_array_index (batch->contacts, i);
      g_autofree char *id = tl_study_new_id (study, TL_ITEM_CONTACT);

      tl_item_set_id (contact, id);
      tl_item_append (study, tl_item_ref (contact));
    }
  return g_steal_pointer (&study);
}

static void
say_what_was_read (const Order *order, const TlContactBatch *batch)
{
  g_autofree char *contacts
      = g_strdup_printf (ngettext ("%u contact", "%u contacts", batch->contacts->len), batch->contacts->len);
  g_autofree char *demands
      = g_strdup_printf (ngettext ("%u demand type", "%u demand types", batch->demands->len), batch->demands->len);
  g_autofree char *text = g_strdup_printf ("%s, %s\n", contacts, demands);

  for (guint i = 0; i < batch->problems->len; i++)
    {
      const TlFileProblem *problem = g_ptr_array_index (batch->problems, i);

      tl_output_error (order->file, problem->line, problem->message);
    }
  if (batch->problems->len > 0)
    {
      g_autofree char *left = g_strdup_printf (
          ngettext ("%u of %u rows could not be read", "%u of %u rows could not be read", batch->problems->len),
          batch->problems->len, batch->n_rows);

      tl_output_error (order->file, 0, left);
    }
  tl_output_text (text);
}

static GBytes *
load (const char *name, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (g_str_equal (name, "-") ? "/dev/stdin" : name);

  return g_file_load_bytes (file, NULL, NULL, error);
}

/* A study that is there already is somebody's work. */
static gboolean
save (const Order *order, const TlContactBatch *batch, GError **error)
{
  g_autoptr (GFile) output = g_file_new_for_commandline_arg (order->output);
  g_autoptr (TlStudy) study = NULL;

  if (g_file_query_exists (output, NULL))
    {
      g_set_error_literal (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_CHANGED,
                           _ ("There is a study of that name already; name another"));
      return FALSE;
    }
  study = new_study (order, batch);
  return tl_study_save (study, output, NULL, NULL, error);
}

static TlExit
run (char **words)
{
  g_auto (Order) order = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TlStudy) nothing = tl_study_new ();
  g_autoptr (TlContactBatch) batch = NULL;
  g_autoptr (GError) error = NULL;
  TlExit exit;

  if (!order_read (&order, words, &exit))
    return exit;
  bytes = load (order.file, &error);
  batch = bytes ? tl_contacts_import (nothing, bytes, &order.options, &error) : NULL;
  if (!batch)
    {
      tl_output_error (order.file, 0, error->message);
      return TL_EXIT_PROBLEMS;
    }
  if (!save (&order, batch, &error))
    {
      tl_output_error (order.output, 0, error->message);
      return TL_EXIT_PROBLEMS;
    }
  say_what_was_read (&order, batch);
  return batch->problems->len > 0 ? TL_EXIT_PROBLEMS : TL_EXIT_DONE;
}

const TlCommand tl_import_command = {
  .name = "import",
  .operands = N_ ("IN.csv -o OUT.throughline"),
  .summary = N_ ("Make a study of a log of contacts that another program wrote"),
  .run = run,
};
