#include "point-import.h"

#include <math.h>
#include <string.h>

#include "csv-reader.h"
#include "csv-text.h"
#include "study/item-build.h"
#include "study/quantity.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

typedef enum
{
  COLUMN_WHEN,
  COLUMN_VALUE,
  COLUMN_NOTE,
  N_COLUMNS,
} Column;

/* What people call them, in small letters, parted by bars: at the head of a table in any language we
 * know, and as "throughline export --view capability" does. */
static const char *const headings[N_COLUMNS] = {
  [COLUMN_WHEN] = "when|date|day|week|month|datum|tag|woche|monat|zeit|time|wann",
  [COLUMN_VALUE] = "value|values|wert|werte|days|tage",
  [COLUMN_NOTE] = "note|notes|comment|notiz|bemerkung|kommentar",
};

#define NOWHERE G_MAXUINT
/* So much of a table tells whether it is one column of numbers. */
#define HEAD_BYTES 65536

typedef struct
{
  GPtrArray *rows; /* (element-type GPtrArray of utf8), with what can't be read as %NULL */
  GArray *lines;
  guint at[N_COLUMNS];
  TlDateOrder dates;
  char decimal; /* a point, a comma, or 0 where nothing tells */
  TlPointBatch *batch;
} Import;

static void
add_problem (TlPointBatch *batch, guint line, char *message)
{
  TlFileProblem *problem = g_new0 (TlFileProblem, 1);

  problem->line = line;
  problem->message = message;
  g_ptr_array_add (batch->problems, problem);
}

static const char *
cell (const GPtrArray *row, guint at)
{
  return at < row->len ? g_ptr_array_index (row, at) : "";
}

static gboolean
is_number (const char *text)
{
  double value;

  return tl_measured_parse (text, 0, &value, NULL) && isfinite (value);
}

static gboolean
is_date (const char *text)
{
  g_autofree char *day_first = tl_date_read (text, TL_DATES_DAY_FIRST);
  g_autofree char *month_first = tl_date_read (text, TL_DATES_MONTH_FIRST);

  return day_first || month_first;
}

/* ---- rows ---- */

static GPtrArray *
copy_row (const GPtrArray *fields)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < fields->len; i++)
    g_ptr_array_add (row, g_strstrip (g_strdup (g_ptr_array_index (fields, i))));
  return row;
}

static gboolean
is_blank (const GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    if (*cell (row, i))
      return FALSE;
  return TRUE;
}

/* One column of numbers with decimal commas looks like two of whole numbers. */
static gboolean
is_column_of_numbers (const TlCsvText *text)
{
  g_autofree char *head = g_strndup (text->text, MIN (text->length, HEAD_BYTES));
  g_auto (GStrv) lines = g_strsplit_set (head, "\r\n", 200);
  guint numbers = 0;

  for (guint i = 0; lines[i] && i < 199; i++)
    if (is_number (lines[i]))
      numbers++;
    else if (*g_strstrip (lines[i]) && strchr (lines[i], ','))
      return FALSE;
  return numbers > 0;
}

static void
read_rows (Import *import, TlCsvText *text)
{
  char delimiter = tl_csv_text_guess_delimiter (text);
  g_autoptr (TlCsvReader) reader = NULL;

  if (delimiter == ',' && is_column_of_numbers (text))
    delimiter = '\t';
  reader = tl_csv_reader_new (text->text, text->length, delimiter);
  while (tl_csv_reader_next (reader))
    {
      g_autoptr (GPtrArray) row = reader->problem ? NULL : copy_row (reader->fields);

      if (reader->problem)
        {
          add_problem (import->batch, reader->line, g_strdup (reader->problem));
          import->batch->n_rows++;
        }
      if (!row || is_blank (row))
        continue;
      g_ptr_array_add (import->rows, g_steal_pointer (&row));
      g_array_append_val (import->lines, reader->line);
    }
}

/* ---- which column is what ---- */

static gboolean
is_heading (const char *text, Column column)
{
  g_auto (GStrv) words = g_strsplit (headings[column], "|", -1);
  g_autofree char *small = g_utf8_strdown (text, -1);

  return g_strv_contains ((const char *const *) words, small);
}

static gboolean
find_headings (Import *import)
{
  const GPtrArray *first = g_ptr_array_index (import->rows, 0);

  for (guint c = 0; c < N_COLUMNS; c++)
    for (guint i = first->len; i > 0; i--)
      if (is_heading (cell (first, i - 1), c))
        import->at[c] = i - 1;
  return import->at[COLUMN_VALUE] != NOWHERE;
}

/* In how many rows a column is of that sort. */
static guint
count (const Import *import, guint at, gboolean (*is) (const char *text))
{
  guint n = 0;

  for (guint i = 0; i < import->rows->len; i++)
    n += is (cell (g_ptr_array_index (import->rows, i), at)) ? 1 : 0;
  return n;
}

static guint
best_column (const Import *import, guint width, guint but, gboolean (*is) (const char *text))
{
  guint found = NOWHERE;
  guint most = 0;

  for (guint i = 0; i < width; i++)
    {
      guint n = i == but ? 0 : count (import, i, is);

      if (n > most)
        found = i;
      most = MAX (most, n);
    }
  return found;
}

static gboolean
is_text (const char *text)
{
  return *text != '\0';
}

/* The dates are where most are dates, the values where most are numbers, and what is left is notes. */
static void
find_by_content (Import *import)
{
  guint width = 0;

  for (guint i = 0; i < import->rows->len; i++)
    width = MAX (width, ((GPtrArray *) g_ptr_array_index (import->rows, i))->len);
  import->at[COLUMN_WHEN] = best_column (import, width, NOWHERE, is_date);
  import->at[COLUMN_VALUE] = best_column (import, width, import->at[COLUMN_WHEN], is_number);
  import->at[COLUMN_NOTE] = NOWHERE;
  for (guint i = width; i > 0; i--)
    if (i - 1 != import->at[COLUMN_WHEN] && i - 1 != import->at[COLUMN_VALUE] && count (import, i - 1, is_text) > 0)
      import->at[COLUMN_NOTE] = i - 1;
}

/* Neither a value nor a date in the first row: it says what the columns are. */
static gboolean
begins_with_words (const Import *import)
{
  const GPtrArray *first = g_ptr_array_index (import->rows, 0);
  const char *value = cell (first, import->at[COLUMN_VALUE]);

  return *value && !is_number (value) && !is_date (cell (first, import->at[COLUMN_WHEN]));
}

static void
find_order (Import *import)
{
  TlDateClues clues = { 0 };

  for (guint i = 0; i < import->rows->len && import->at[COLUMN_WHEN] != NOWHERE; i++)
    tl_date_clues_add (&clues, cell (g_ptr_array_index (import->rows, i), import->at[COLUMN_WHEN]));
  if (import->dates != TL_DATES_UNKNOWN)
    return;
  import->batch->unsure_dates = !tl_date_clues_tell (&clues, &import->dates);
  if (import->batch->unsure_dates)
    import->dates = TL_DATES_DAY_FIRST;
}

/* "14,5" tells, as thousands have three digits; "1.031" alone does not. 0 where a number doesn't. */
static char
decimal_of (const char *number)
{
  const char *point = strrchr (number, '.');
  const char *comma = strrchr (number, ',');
  const char *last = !point || (comma && comma > point) ? comma : point;
  gsize digits = last ? strspn (last + 1, "0123456789") : 3;

  if (last && point && comma && digits > 0)
    return *last;
  return last && digits != 3 && strchr (number, *last) == last ? *last : 0;
}

static void
find_decimal (Import *import)
{
  for (guint i = 0; i < import->rows->len && !import->decimal; i++)
    import->decimal = decimal_of (cell (g_ptr_array_index (import->rows, i), import->at[COLUMN_VALUE]));
}

/* ---- points ---- */

static char *
read_point (const Import *import, const GPtrArray *row, TlPoint **point)
{
  const char *date = cell (row, import->at[COLUMN_WHEN]);
  const char *number = cell (row, import->at[COLUMN_VALUE]);
  const char *note = cell (row, import->at[COLUMN_NOTE]);
  g_autofree char *when = *date ? tl_date_read (date, import->dates) : NULL;
  double value;

  if (*date && !when)
    return g_strdup_printf (_ ("“%s” is no date that can be read"), date);
  if (!tl_measured_parse (number, import->decimal, &value, NULL))
    return g_strdup_printf (_ ("“%s” is no number"), number);
  if (!when && !isfinite (value))
    return g_strdup (_ ("there is neither a date nor a value"));
  *point = tl_item_new (TL_ITEM_POINT);
  tl_item_set_text (*point, "when", when);
  tl_item_set_number (*point, "value", value);
  if (*note && g_utf8_validate (note, -1, NULL))
    tl_item_set_text (*point, "note", note);
  return NULL;
}

static void
read_points (Import *import, guint first)
{
  for (guint i = first; i < import->rows->len; i++)
    {
      TlPoint *point = NULL;
      char *wrong = read_point (import, g_ptr_array_index (import->rows, i), &point);

      import->batch->n_rows++;
      if (wrong)
        add_problem (import->batch, g_array_index (import->lines, guint, i), wrong);
      else
        g_ptr_array_add (import->batch->points, point);
    }
}

/**
 * tl_points_import:
 * @bytes: a table: dates, values and notes, or some of them, parted by tabs, commas, semicolons or
 * bars, in any encoding that csv-text.h reads
 * @dates: what stands first in dates; %TL_DATES_UNKNOWN to find out from all rows
 * @error: return location for a #GError
 *
 * Which column is what is told by the headings, or else by what stands in them. Every row becomes a
 * point or a problem, none is dropped. Empty lines are no rows; a row with a date and no value is a
 * missing value.
 *
 * Returns: (transfer full): the points; %NULL on error
 */
TlPointBatch *
tl_points_import (GBytes *bytes, TlDateOrder dates, GError **error)
{
  g_autoptr (TlCsvText) text = tl_csv_text_new (bytes, NULL, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));
  Import import = { rows, lines, { NOWHERE, NOWHERE, NOWHERE }, dates, 0, NULL };
  gboolean headed;

  if (!text)
    return NULL;
  import.batch = g_new0 (TlPointBatch, 1);
  import.batch->points = g_ptr_array_new_with_free_func (tl_item_unref);
  import.batch->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_file_problem_free);
  read_rows (&import, text);
  if (rows->len == 0)
    return import.batch;
  headed = find_headings (&import);
  if (!headed)
    find_by_content (&import);
  headed = headed || begins_with_words (&import);
  find_order (&import);
  find_decimal (&import);
  read_points (&import, headed ? 1 : 0);
  return import.batch;
}

/**
 * tl_point_batch_free:
 * @batch: (transfer full) (nullable): points
 */
void
tl_point_batch_free (TlPointBatch *batch)
{
  if (!batch)
    return;
  g_ptr_array_unref (batch->points);
  g_ptr_array_unref (batch->problems);
  g_free (batch);
}
