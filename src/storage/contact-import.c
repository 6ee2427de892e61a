#include "contact-import.h"

#include <math.h>
#include <string.h>

#include "csv-reader.h"
#include "csv-text.h"
#include "study/item-build.h"
#include "study/quantity.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#define NO_COLUMN G_MAXUINT

/* The first of each row is its name; the others are what programs call such a column. */
static const char *const names[TL_N_COLUMNS][8] = {
  [TL_COLUMN_WHEN] = { "when", "date", "time", "opened", "opendate", "created", "received" },
  [TL_COLUMN_WORDS] = { "words", "verbatim", "description", "text", "what", "comment" },
  [TL_COLUMN_DEMAND] = { "demand", "demand type", "type", "category", "complaint_type", "reason" },
  [TL_COLUMN_KIND] = { "kind", "value or failure" },
  [TL_COLUMN_MINUTES] = { "minutes", "duration" },
  [TL_COLUMN_CHANNEL] = { "channel" },
  [TL_COLUMN_PLACE] = { "place", "location" },
  [TL_COLUMN_THREAD] = { "thread", "case" },
  [TL_COLUMN_LISTENER] = { "listener" },
  [TL_COLUMN_SECOND] = { "second-opinion", "second opinion" },
};

/**
 * Import:
 * @columns: for each column of a contact, the table's column, or %NO_COLUMN
 * @by_name: (element-type utf8 TlDemand): demand types, the study's and new ones
 */
typedef struct
{
  TlCsvReader *reader;
  TlContactBatch *batch;
  TlDateOrder dates;
  guint columns[TL_N_COLUMNS];
  guint n_columns;
  GHashTable *by_name;
} Import;

/**
 * tl_contact_column_nick:
 * @column: a column
 *
 * Returns: its name on the command line
 */
const char *
tl_contact_column_nick (TlContactColumn column)
{
  return names[column][0];
}

/**
 * tl_contact_column_from_nick:
 * @nick: a name
 * @column: (out): what it means
 *
 * Returns: whether it means something
 */
gboolean
tl_contact_column_from_nick (const char *nick, TlContactColumn *column)
{
  for (guint i = 0; i < TL_N_COLUMNS; i++)
    if (g_str_equal (nick, names[i][0]))
      {
        *column = i;
        return TRUE;
      }
  return FALSE;
}

static void
note (Import *import, guint line, char *message)
{
  TlFileProblem *problem = g_new0 (TlFileProblem, 1);

  problem->line = line;
  problem->message = message;
  g_ptr_array_add (import->batch->problems, problem);
}

/* ---- which column is what ---- */

static guint
find_heading (const GPtrArray *headings, const char *name)
{
  for (guint i = 0; i < headings->len; i++)
    {
      g_autofree char *heading = g_strstrip (g_strdup (g_ptr_array_index (headings, i)));

      if (g_ascii_strcasecmp (heading, name) == 0)
        return i;
    }
  return NO_COLUMN;
}

static guint
guess_column (const GPtrArray *headings, TlContactColumn column)
{
  guint found = NO_COLUMN;

  for (guint n = 0; n < G_N_ELEMENTS (names[0]) && names[column][n] && found == NO_COLUMN; n++)
    found = find_heading (headings, names[column][n]);
  return found;
}

static char *
list_headings (const GPtrArray *headings)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < headings->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (headings, i));
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static gboolean
map_columns (Import *import, const TlImportOptions *options, GError **error)
{
  const GPtrArray *headings = import->reader->fields;
  gboolean some = FALSE;

  import->n_columns = headings->len;
  for (guint i = 0; i < TL_N_COLUMNS; i++)
    {
      const char *heading = options->headings[i];

      import->columns[i] = NO_COLUMN;
      if (heading)
        import->columns[i] = find_heading (headings, heading);
      else if (options->by_name)
        import->columns[i] = guess_column (headings, i);
      if (heading && import->columns[i] == NO_COLUMN)
        {
          g_autofree char *list = list_headings (headings);

          g_set_error (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_INVALID,
                       _ ("There is no column “%s”; there is %s"), heading, list);
          return FALSE;
        }
      some |= import->columns[i] != NO_COLUMN;
    }
  if (!some)
    {
      g_autofree char *list = list_headings (headings);

      g_set_error (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_INVALID,
                   _ ("No column says by its name what it is; say it, of %s"), list);
    }
  return some;
}

/* ---- one row ---- */

/* What stands in a column of the row, without spaces around it; %NULL where nothing does. */
static const char *
cell (const Import *import, TlContactColumn column)
{
  guint number = import->columns[column];
  char *text;

  if (number == NO_COLUMN || number >= import->reader->fields->len)
    return NULL;
  text = g_strstrip ((char *) g_ptr_array_index (import->reader->fields, number));
  return *text ? text : NULL;
}

static TlDemand *
find_demand (Import *import, const char *name)
{
  TlDemand *demand = g_hash_table_lookup (import->by_name, name);

  if (demand)
    return demand;
  demand = tl_item_new (TL_ITEM_DEMAND);
  tl_item_set_text (demand, "name", name);
  g_ptr_array_add (import->batch->demands, demand);
  g_hash_table_insert (import->by_name, demand->name, demand);
  return demand;
}

static gboolean
read_kind (const char *text, TlContactKind *kind)
{
  static const struct
  {
    const char *word;
    TlContactKind kind;
  } words[] = {
    { "value", TL_CONTACT_VALUE },     { "v", TL_CONTACT_VALUE },
    { "failure", TL_CONTACT_FAILURE }, { "f", TL_CONTACT_FAILURE },
    { "unsure", TL_CONTACT_UNSURE },   { "u", TL_CONTACT_UNSURE },
    { "not sure", TL_CONTACT_UNSURE }, { "as-demand", TL_CONTACT_AS_DEMAND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (words[i].word, text) == 0)
      {
        *kind = words[i].kind;
        return TRUE;
      }
  return FALSE;
}

/* Returns: (nullable) (transfer full): why it can't be read */
static char *
read_when (Import *import, TlContact *contact)
{
  const char *text = cell (import, TL_COLUMN_WHEN);
  g_autofree char *when = text ? tl_date_read (text, import->dates) : NULL;

  if (text && !when)
    return g_strdup_printf (_ ("“%s” is no date"), text);
  tl_item_set_text (contact, "when", when);
  return NULL;
}

static char *
read_kinds (Import *import, TlContact *contact)
{
  static const struct
  {
    TlContactColumn column;
    const char *field;
  } both[] = { { TL_COLUMN_KIND, "kind" }, { TL_COLUMN_SECOND, "second-opinion" } };

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      const char *text = cell (import, both[i].column);
      TlContactKind kind = TL_CONTACT_AS_DEMAND;

      if (text && !read_kind (text, &kind))
        return g_strdup_printf (_ ("“%s” is neither value nor failure nor unsure"), text);
      tl_item_set_choice (contact, both[i].field, (int) kind);
    }
  return NULL;
}

static char *
read_minutes (Import *import, TlContact *contact)
{
  const char *text = cell (import, TL_COLUMN_MINUTES);
  g_autoptr (GError) error = NULL;
  double minutes = (double) NAN;

  if (text && !tl_minutes_parse (text, &minutes, &error))
    return g_strdup (error->message);
  tl_item_set_number (contact, "minutes", minutes);
  return NULL;
}

static void
read_texts (Import *import, TlContact *contact)
{
  static const TlContactColumn texts[] = { TL_COLUMN_WORDS, TL_COLUMN_CHANNEL, TL_COLUMN_PLACE,
                                           TL_COLUMN_THREAD, TL_COLUMN_LISTENER };
  const char *demand = cell (import, TL_COLUMN_DEMAND);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    tl_item_set_text (contact, names[texts[i]][0], cell (import, texts[i]));
  if (demand)
    tl_item_set_item (contact, "demand", find_demand (import, demand));
}

static char *
read_contact (Import *import, TlContact *contact)
{
  static char *(*const readers[]) (Import *, TlContact *) = { read_when, read_kinds, read_minutes };

  if (import->reader->fields->len != import->n_columns)
    return g_strdup_printf (_ ("%u columns, but %u headings"), import->reader->fields->len,
                            import->n_columns);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      char *wrong = readers[i](import, contact);

      if (wrong)
        return wrong;
    }
  read_texts (import, contact);
  return NULL;
}

static void
read_row (Import *import)
{
  g_autoptr (TlItem) contact = tl_item_new (TL_ITEM_CONTACT);
  char *wrong;

  import->batch->n_rows++;
  if (import->reader->problem)
    wrong = g_strdup (import->reader->problem);
  else
    wrong = read_contact (import, (TlContact *) contact);
  if (wrong)
    note (import, import->reader->line, wrong);
  else
    g_ptr_array_add (import->batch->contacts, g_steal_pointer (&contact));
}

/* ---- all rows ---- */

static gboolean
begin (Import *import, const TlImportOptions *options, GError **error)
{
  if (!tl_csv_reader_next (import->reader))
    {
      g_set_error_literal (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_INVALID,
                           _ ("The file is empty"));
      return FALSE;
    }
  if (import->reader->problem)
    {
      g_set_error (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_INVALID,
                   _ ("The headings can't be read: %s"), import->reader->problem);
      return FALSE;
    }
  return map_columns (import, options, error);
}

/* The order of day and month is told by all rows together, so they are read once for that alone. */
static gboolean
find_date_order (const TlCsvText *source,
                 char delimiter,
                 const TlImportOptions *options,
                 TlDateOrder *order,
                 GError **error)
{
  g_autofree char *text = g_memdup2 (source->text, source->length + 1);
  g_autoptr (TlCsvReader) reader = tl_csv_reader_new (text, source->length, delimiter);
  Import import = { .reader = reader };
  TlDateClues clues = { 0 };

  *order = options->dates;
  if (!begin (&import, options, error))
    return FALSE;
  if (*order != TL_DATES_UNKNOWN)
    return TRUE;
  while (tl_csv_reader_next (reader))
    {
      const char *when = reader->problem ? NULL : cell (&import, TL_COLUMN_WHEN);

      if (when)
        tl_date_clues_add (&clues, when);
    }
  if (tl_date_clues_tell (&clues, order))
    return TRUE;
  g_set_error (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_INVALID,
               _ ("Each of %u dates can be read day first or month first; say which is right"),
               clues.ambiguous);
  return FALSE;
}

static TlContactBatch *
new_batch (void)
{
  TlContactBatch *batch = g_new0 (TlContactBatch, 1);

  batch->demands = g_ptr_array_new_with_free_func (tl_item_unref);
  batch->contacts = g_ptr_array_new_with_free_func (tl_item_unref);
  batch->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_file_problem_free);
  return batch;
}

static GHashTable *
index_demands (TlStudy *study)
{
  GHashTable *by_name = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < study->demands->len; i++)
    {
      TlDemand *demand = g_ptr_array_index (study->demands, i);

      if (demand->name)
        g_hash_table_insert (by_name, demand->name, demand);
    }
  return by_name;
}

/**
 * tl_contacts_import:
 * @study: whose demand types are known already, by name; it is not changed
 * @bytes: a table with headings, parted by commas, semicolons, tabs or bars
 * @options: what a person said about it
 * @error: why nothing can be read: no text, no headings, a column that is not there, dates that
 * could be either way round; in words
 *
 * Every row becomes a contact or a problem, none is dropped. Empty lines are no rows.
 *
 * Returns: (transfer full) (nullable): what was read
 */
TlContactBatch *
tl_contacts_import (TlStudy *study, GBytes *bytes, const TlImportOptions *options, GError **error)
{
  g_autoptr (TlCsvText) text = tl_csv_text_new (bytes, options->encoding, error);
  g_autoptr (TlCsvReader) reader = NULL;
  g_autoptr (GHashTable) by_name = index_demands (study);
  g_autoptr (TlContactBatch) batch = new_batch ();
  Import import = { .batch = batch, .by_name = by_name };
  char delimiter;

  if (!text)
    return NULL;
  delimiter = options->delimiter ? options->delimiter : tl_csv_text_guess_delimiter (text);
  if (!find_date_order (text, delimiter, options, &import.dates, error))
    return NULL;
  reader = import.reader = tl_csv_reader_new (text->text, text->length, delimiter);
  if (!begin (&import, options, error))
    return NULL;
  while (tl_csv_reader_next (reader))
    read_row (&import);
  return g_steal_pointer (&batch);
}

/**
 * tl_contact_batch_free:
 * @batch: (transfer full): what was read
 */
void
tl_contact_batch_free (TlContactBatch *batch)
{
  g_ptr_array_unref (batch->contacts);
  g_ptr_array_unref (batch->demands);
  g_ptr_array_unref (batch->problems);
  g_free (batch);
}
