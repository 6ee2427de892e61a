/* text-table.c: a table of plain text whose columns stand under each other. */
#include "cli/text-table.h"

#include "cli/output.h"

/* Names longer than this push the numbers out of an 80 column terminal; they are shortened. */
#define WIDEST_AMONG_MANY 32
#define WIDEST_AMONG_FEW 68
#define GAP "  "

struct _TlTextTable
{
  GPtrArray *cells; /* the headings first */
  guint n_columns;
};

/* Places on a terminal. */
static guint
width_of_letter (gunichar letter)
{
  return g_unichar_iszerowidth (letter) ? 0 : g_unichar_iswide (letter) ? 2 : 1;
}

static guint
width_of (const char *text)
{
  guint width = 0;

  for (; *text; text = g_utf8_next_char (text))
    width += width_of_letter (g_utf8_get_char (text));
  return width;
}

/* Returns: (transfer full): @text, no wider than @widest places */
static char *
fit (const char *text, guint widest)
{
  guint width = 0;

  if (width_of (text) <= widest)
    return g_strdup (text);
  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      width += width_of_letter (g_utf8_get_char (at));
      if (width >= widest)
        return g_strdup_printf ("%.*s…", (int) (at - text), text);
    }
  return g_strdup (text);
}

TlTextTable *
tl_text_table_new (char *heading)
{
  TlTextTable *table = g_new0 (TlTextTable, 1);

  table->cells = g_ptr_array_new_with_free_func (g_free);
  tl_text_table_add_column (table, heading);
  return table;
}

void
tl_text_table_add_column (TlTextTable *table, char *heading)
{
  g_return_if_fail (table->cells->len == table->n_columns);

  tl_text_table_add_cell (table, heading);
  table->n_columns++;
}

void
tl_text_table_add_cell (TlTextTable *table, char *text)
{
  g_ptr_array_add (table->cells, tl_output_line (text));
}

guint
tl_text_table_n_rows (const TlTextTable *table)
{
  return table->cells->len / table->n_columns - 1;
}

/* Returns: (transfer full) (array zero-terminated=1): the cells as they are shown */
static char **
fit_cells (const TlTextTable *table)
{
  const guint widest = table->n_columns > 3 ? WIDEST_AMONG_MANY : WIDEST_AMONG_FEW;
  char **cells = g_new0 (char *, table->cells->len + 1);

  for (guint i = 0; i < table->cells->len; i++)
    cells[i] = fit (g_ptr_array_index (table->cells, i), widest);
  return cells;
}

static guint
width_of_column (char **cells, guint n_cells, guint column, guint n_columns)
{
  guint width = 0;

  for (guint i = column; i < n_cells; i += n_columns)
    width = MAX (width, width_of (cells[i]));
  return width;
}

static void
append_cell (GString *text, const char *cell, guint width, gboolean left)
{
  const guint blank = width - width_of (cell);

  if (left)
    g_string_append (text, cell);
  for (guint i = 0; i < blank; i++)
    g_string_append_c (text, ' ');
  if (!left)
    g_string_append (text, cell);
}

static void
end_row (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  g_string_append_c (text, '\n');
}

void
tl_text_table_append (const TlTextTable *table, GString *text)
{
  const guint n_columns = table->n_columns;
  g_auto (GStrv) cells = fit_cells (table);
  g_autofree guint *widths = g_new (guint, n_columns);

  for (guint column = 0; column < n_columns; column++)
    widths[column] = width_of_column (cells, table->cells->len, column, n_columns);
  for (guint i = 0; i < table->cells->len; i++)
    {
      const guint column = i % n_columns;

      g_string_append (text, column > 0 ? GAP : "");
      append_cell (text, cells[i], widths[column], column == 0);
      if (column == n_columns - 1)
        end_row (text);
    }
}

void
tl_text_table_free (TlTextTable *table)
{
  g_ptr_array_unref (table->cells);
  g_free (table);
}
