#include "paint/csv-table.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>

#include "study/number-text.h"

/**
 * tl_csv_new:
 *
 * Returns: (transfer full): an empty table
 */
TlCsv *
tl_csv_new (void)
{
  TlCsv *csv = g_new0 (TlCsv, 1);

  csv->text = g_string_new (NULL);
  return csv;
}

/**
 * tl_csv_free:
 * @csv: (transfer full): a table
 */
void
tl_csv_free (TlCsv *csv)
{
  if (!csv)
    return;
  g_string_free (csv->text, TRUE);
  g_free (csv);
}

static void
add_cell (TlCsv *csv, const char *text)
{
  if (csv->row_begun)
    g_string_append_c (csv->text, ',');
  csv->row_begun = TRUE;
  if (!text)
    return;
  if (!strpbrk (text, "\",\r\n"))
    {
      g_string_append (csv->text, text);
      return;
    }
  g_string_append_c (csv->text, '"');
  for (const char *p = text; *p; p++)
    {
      if (*p == '"')
        g_string_append_c (csv->text, '"');
      g_string_append_c (csv->text, *p);
    }
  g_string_append_c (csv->text, '"');
}

/**
 * tl_csv_add_text:
 * @csv: a table
 * @text: (nullable): the next cell; %NULL is an empty one
 *
 * A spreadsheet takes a cell that begins with = + - @, a tab or a CR for a formula and runs it, be it
 * somebody's name from a file. An apostrophe before it makes it a text; see
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
void
tl_csv_add_text (TlCsv *csv, const char *text)
{
  /* What begins with apostrophes before such a sign gets one more, so that one can be taken away again. */
  const char *sign = text ? text + strspn (text, "'") : "";
  g_autofree char *safe = *sign && strchr ("=+-@\t\r", *sign) ? g_strconcat ("'", text, NULL) : NULL;

  add_cell (csv, safe ? safe : text);
}

/**
 * tl_csv_add_number:
 * @csv: a table
 * @number: the next cell; what is not finite is an empty one
 */
void
tl_csv_add_number (TlCsv *csv, double number)
{
  char buffer[TL_NUMBER_SIZE];

  add_cell (csv, isfinite (number) ? tl_number_shortest (number, buffer) : NULL);
}

/**
 * tl_csv_end_row:
 * @csv: a table
 */
void
tl_csv_end_row (TlCsv *csv)
{
  g_string_append (csv->text, "\r\n");
  csv->row_begun = FALSE;
}

/**
 * tl_csv_add_row:
 * @csv: a table
 * @first: the first cell
 * @...: more cells, then %NULL
 *
 * Adds a whole row of texts.
 */
void
tl_csv_add_row (TlCsv *csv, const char *first, ...)
{
  va_list cells;

  va_start (cells, first);
  for (const char *cell = first; cell; cell = va_arg (cells, const char *))
    tl_csv_add_text (csv, cell);
  va_end (cells);
  tl_csv_end_row (csv);
}

/**
 * tl_csv_to_bytes:
 * @csv: a table
 *
 * Returns: (transfer full): the table in UTF-8
 */
GBytes *
tl_csv_to_bytes (const TlCsv *csv)
{
  return g_bytes_new (csv->text->str, csv->text->len);
}
