#include "contact-import.h"

#include <math.h>
#include <string.h>

#include "column-map.h"
#include "csv-reader.h"
#include "csv-text.h"
#include "study/item-build.h"
#include "study/number-text.h"
#include "study/quantity.h"
#include "study/text-cache.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* So many rows are read between two looks at whether they are still wanted. */
#define LOOK_EVERY 1024

/* A date that can be read when all rows have told what stands first in dates. */
typedef struct
{
  guint contact;
  guint line;
} Waiting;

/**
 * Import:
 * @map: which column of the table is what
 * @fields: for each column of a contact, the field it fills
 * @by_name: (element-type utf8 TlDemand): demand types, the study's and new ones
 * @texts: what many contacts have in common
 * @waiting: (element-type Waiting): dates that stand in their contacts as they stand in the table
 */
typedef struct
{
  TlCsvReader *reader;
  TlContactBatch *batch;
  TlDateOrder dates;
  TlDateClues clues;
  GArray *waiting;
  TlColumnMap map;
  const TlField *fields[TL_N_COLUMNS];
  GHashTable *by_name;
  TlTextCache *texts;
} Import;

/* What stands in a column of a row, without spaces around it; @text is NULL where nothing does. */
typedef struct
{
  char *text;
  gsize length;
} Cell;

static void
note (Import *import, guint line, char *message)
{
  TlFileProblem *problem = g_new0 (TlFileProblem, 1);

  problem->line = line;
  problem->message = message;
  g_ptr_array_add (import->batch->problems, problem);
}

/* ---- one row ---- */

/* An apostrophe stands before what a spreadsheet would run as a formula, see tl_csv_add_text(). */
static gboolean
is_guarded (const char *text)
{
  const char *sign = text + 1;

  if (*text != '\'')
    return FALSE;
  sign += strspn (sign, "'");
  return *sign && strchr ("=+-@\t\r", *sign);
}

static void
strip (Cell *cell)
{
  while (cell->length > 0 && g_ascii_isspace (cell->text[cell->length - 1]))
    cell->length--;
  cell->text[cell->length] = '\0';
  while (g_ascii_isspace (*cell->text))
    {
      cell->text++;
      cell->length--;
    }
}

static Cell
cell (const Import *import, TlContactColumn column)
{
  guint number = import->map.columns[column];
  Cell cell = { NULL, 0 };

  if (number == TL_NO_COLUMN || number >= import->reader->fields->len)
    return cell;
  cell = (Cell){ g_ptr_array_index (import->reader->fields, number), import->reader->lengths[number] };
  if (!import->map.is_own)
    strip (&cell);
  if (is_guarded (cell.text))
    {
      cell.text++;
      cell.length--;
    }
  return cell.length > 0 ? cell : (Cell){ NULL, 0 };
}

/* The text is known to be clean, so it is not looked at again. */
static void
set_text (const Import *import, TlContact *contact, TlContactColumn column, const char *text, gsize length)
{
  if (text)
    tl_text_cache_set (import->texts, contact, import->fields[column], text, length);
}

static void
set_cell (const Import *import, TlContact *contact, TlContactColumn column)
{
  Cell at = cell (import, column);

  set_text (import, contact, column, at.text, at.length);
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

/* Whether a date can be read whatever stands first in dates. */
static gboolean
is_plain (const Import *import, const char *when)
{
  TlDateClues clues = { 0 };

  tl_date_clues_add (&clues, when);
  return import->dates != TL_DATES_UNKNOWN || !(clues.ambiguous || clues.day_first || clues.month_first);
}

static void
wait_for_order (Import *import, TlContact *contact, const char *when)
{
  Waiting waiting = { import->batch->contacts->len, import->reader->line };

  tl_date_clues_add (&import->clues, when);
  g_array_append_val (import->waiting, waiting);
  set_text (import, contact, TL_COLUMN_WHEN, when, strlen (when));
}

static char *
complain_of_date (const char *text)
{
  return g_strdup_printf (_ ("“%s” is no date"), text);
}

/* Returns: (nullable) (transfer full): why it can't be read */
static char *
read_when (Import *import, TlContact *contact)
{
  Cell at = cell (import, TL_COLUMN_WHEN);
  g_autofree char *when = NULL;

  if (import->map.is_own || !at.text || tl_date_is_written (at.text, at.length))
    {
      set_text (import, contact, TL_COLUMN_WHEN, at.text, at.length);
      return NULL;
    }
  if (!is_plain (import, at.text))
    {
      wait_for_order (import, contact, at.text);
      return NULL;
    }
  when = tl_date_read (at.text, import->dates);
  set_text (import, contact, TL_COLUMN_WHEN, when, when ? strlen (when) : 0);
  return when ? NULL : complain_of_date (at.text);
}

/* Returns: (nullable) (transfer full): why it can't be read */
static char *
read_kind_of (const Import *import, TlContactColumn column, TlContactKind *kind)
{
  Cell at = cell (import, column);

  if (!at.text || read_kind (at.text, kind))
    return NULL;
  return g_strdup_printf (_ ("“%s” is neither value nor failure nor unsure"), at.text);
}

static char *
read_kinds (Import *import, TlContact *contact)
{
  char *wrong = read_kind_of (import, TL_COLUMN_KIND, &contact->kind);

  return wrong ? wrong : read_kind_of (import, TL_COLUMN_SECOND, &contact->second);
}

static char *
read_minutes (Import *import, TlContact *contact)
{
  Cell at = cell (import, TL_COLUMN_MINUTES);
  g_autoptr (GError) error = NULL;
  double minutes;

  if (!at.text)
    return NULL;
  if (import->map.is_own && tl_number_read (at.text, &minutes) && minutes >= 0 && minutes <= TL_NUMBER_MOST)
    {
      contact->minutes = minutes;
      return NULL;
    }
  return tl_minutes_parse (at.text, &contact->minutes, &error) ? NULL : g_strdup (error->message);
}

static void
read_texts (Import *import, TlContact *contact)
{
  static const TlContactColumn texts[]
      = { TL_COLUMN_WORDS, TL_COLUMN_CHANNEL, TL_COLUMN_PLACE, TL_COLUMN_THREAD, TL_COLUMN_LISTENER };
  Cell demand = cell (import, TL_COLUMN_DEMAND);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    set_cell (import, contact, texts[i]);
  if (demand.text)
    contact->demand = find_demand (import, demand.text);
}

static char *
read_contact (Import *import, TlContact *contact)
{
  static char *(*const readers[]) (Import *, TlContact *) = { read_kinds, read_minutes, read_when };

  if (import->reader->fields->len != import->map.n_columns)
    return g_strdup_printf (_ ("%u columns, but %u headings"), import->reader->fields->len, import->map.n_columns);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      char *wrong = readers[i](import, contact);

      if (wrong)
        return wrong;
    }
  read_texts (import, contact);
  return NULL;
}

/* Spreadsheets leave rows of nothing but separators behind. In a table of our own such a row is a contact of which
 * nothing is known. */
static gboolean
is_blank (const Import *import)
{
  const GPtrArray *fields = import->reader->fields;

  if (import->map.is_own || import->reader->problem)
    return FALSE;
  for (guint i = 0; i < fields->len; i++)
    {
      const char *text = fields->pdata[i];

      if (text[strspn (text, " \t")])
        return FALSE;
    }
  return TRUE;
}

static void
read_row (Import *import)
{
  g_autoptr (TlItem) contact = tl_item_new (TL_ITEM_CONTACT);
  char *wrong;

  if (is_blank (import))
    return;
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
      g_set_error_literal (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_INVALID, _ ("The file is empty"));
      return FALSE;
    }
  if (import->reader->problem)
    {
      g_set_error (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_INVALID, _ ("The headings can't be read: %s"),
                   import->reader->problem);
      return FALSE;
    }
  return tl_column_map_find (&import->map, import->reader->fields, options, error);
}

/* ---- dates that waited ---- */

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const TlFileProblem *first = *(TlFileProblem *const *) a, *second = *(TlFileProblem *const *) b;

  return (first->line > second->line) - (first->line < second->line);
}

/* Takes out the contacts that were blanked. */
static void
close_gaps (GPtrArray *contacts)
{
  guint kept = 0;

  for (guint i = 0; i < contacts->len; i++)
    if (contacts->pdata[i])
      contacts->pdata[kept++] = contacts->pdata[i];
  memset (contacts->pdata + kept, 0, (contacts->len - kept) * sizeof (gpointer));
  g_ptr_array_set_size (contacts, (int) kept);
}

static void
read_waiting (Import *import)
{
  GPtrArray *contacts = import->batch->contacts;
  guint problems = import->batch->problems->len;

  for (guint i = 0; i < import->waiting->len; i++)
    {
      const Waiting *waiting = &g_array_index (import->waiting, Waiting, i);
      TlContact *contact = contacts->pdata[waiting->contact];
      g_autofree char *when = tl_date_read (contact->when, import->batch->dates);

      if (when)
        {
          set_text (import, contact, TL_COLUMN_WHEN, when, strlen (when));
          continue;
        }
      note (import, waiting->line, complain_of_date (contact->when));
      tl_item_unref (contact);
      contacts->pdata[waiting->contact] = NULL;
    }
  if (import->batch->problems->len == problems)
    return;
  close_gaps (contacts);
  g_ptr_array_sort (import->batch->problems, compare_lines);
}

/* The order of day and month is told by all rows together. */
static gboolean
settle_dates (Import *import, const TlImportOptions *options, GError **error)
{
  import->batch->dates = import->dates;
  if (import->waiting->len == 0)
    return TRUE;
  if (!tl_date_clues_tell (&import->clues, &import->batch->dates) && !options->most_rows)
    {
      g_set_error (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_AMBIGUOUS,
                   ngettext ("%u date can be read day first or month first; say which is right",
                             "Each of %u dates can be read day first or month first; say which is right",
                             import->clues.ambiguous),
                   import->clues.ambiguous);
      return FALSE;
    }
  read_waiting (import);
  return TRUE;
}

static guint
hash_name (gconstpointer name)
{
  return tl_text_hash (name, strlen (name));
}

static GHashTable *
index_demands (TlStudy *study)
{
  GHashTable *by_name = g_hash_table_new (hash_name, g_str_equal);

  for (guint i = 0; i < study->demands->len; i++)
    {
      TlDemand *demand = g_ptr_array_index (study->demands, i);

      if (demand->name)
        g_hash_table_insert (by_name, demand->name, demand);
    }
  return by_name;
}

static void
note_table (Import *import)
{
  const GPtrArray *headings = import->reader->fields;

  for (guint i = 0; i < headings->len; i++)
    g_ptr_array_add (import->batch->table_headings, g_strstrip (g_strdup (headings->pdata[i])));
  memcpy (import->batch->columns, import->map.columns, sizeof import->map.columns);
}

/* Returns: whether to go on */
static gboolean
look_up (const Import *import, const TlImportOptions *options, const TlCsvText *text, GError **error)
{
  if (options->progress)
    g_atomic_int_set (options->progress,
                      (gint) (1000.0 * (double) (import->reader->at - text->text) / (double) MAX (text->length, 1)));
  return !g_cancellable_set_error_if_cancelled (options->cancellable, error);
}

static gboolean
read_rows (Import *import, const TlImportOptions *options, const TlCsvText *text, GError **error)
{
  if (!begin (import, options, error))
    return FALSE;
  note_table (import);
  while (tl_csv_reader_next (import->reader))
    {
      if (import->batch->n_rows % LOOK_EVERY == 0 && !look_up (import, options, text, error))
        return FALSE;
      read_row (import);
      if (options->most_rows && import->batch->n_rows >= options->most_rows)
        break;
    }
  return settle_dates (import, options, error);
}

static void
find_fields (Import *import)
{
  for (guint i = 0; i < TL_N_COLUMNS; i++)
    import->fields[i] = tl_item_field (TL_ITEM_CONTACT, tl_contact_column_nick (i));
}

/**
 * tl_contacts_import:
 * @study: whose demand types are known already, by name; it is not changed
 * @bytes: a table with headings, parted by commas, semicolons, tabs or bars
 * @options: what a person said about it
 * @error: why nothing can be read: no text, no headings, a column that is not there, dates that
 * could be either way round (%TL_STORAGE_ERROR_AMBIGUOUS); in words
 *
 * Every row becomes a contact or a problem, none is dropped. Empty lines are no rows, nor are lines of nothing but
 * separators. What tl_contacts_to_csv()
 * wrote is read as it was, spaces and all.
 *
 * Returns: (transfer full) (nullable): what was read
 */
TlContactBatch *
tl_contacts_import (TlStudy *study, GBytes *bytes, const TlImportOptions *options, GError **error)
{
  g_autoptr (TlCsvText) text = tl_csv_text_new (bytes, options->encoding, error);
  g_autoptr (TlCsvReader) reader = NULL;
  g_autoptr (GHashTable) by_name = index_demands (study);
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));
  g_autoptr (TlTextCache) texts = tl_text_cache_new ();
  g_autoptr (TlContactBatch) batch = tl_contact_batch_new ();
  Import import = { .batch = batch, .by_name = by_name, .dates = options->dates, .waiting = waiting, .texts = texts };

  if (!text)
    return NULL;
  batch->encoding = g_strdup (text->encoding);
  batch->delimiter = options->delimiter ? options->delimiter : tl_csv_text_guess_delimiter (text);
  reader = import.reader = tl_csv_reader_new (text->text, text->length, batch->delimiter);
  find_fields (&import);
  if (!read_rows (&import, options, text, error))
    return NULL;
  return g_steal_pointer (&batch);
}
