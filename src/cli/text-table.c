/* text-table.c: a table of plain text whose columns stand under each other. */
#include "cli/text-table.h"

/* Names longer than this push all numbers out of sight; they are shortened. */
#define WIDEST_NAME 36
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

/* Returns: (transfer full): @text on one line and no wider than WIDEST_NAME */
static char *
fit (char *text)
{
  g_autofree char *whole = g_strdelimit (text, "\n\r\t", ' ');
  guint width = 0;

  if (width_of (whole) <= WIDEST_NAME)
    return g_steal_pointer (&whole);
  for (const char *at = whole; *at; at = g_utf8_next_char (at))
    {
      width += width_of_letter (g_utf8_get_char (at));
      if (width >= WIDEST_NAME)
        return g_strdup_printf ("%.*s…", (int) (at - whole), whole);
    }
  return g_steal_pointer (&whole);
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
  g_ptr_array_add (table->cells, fit (text));
}

guint
tl_text_table_n_rows (const TlTextTable *table)
{
  return table->cells->len / table->n_columns - 1;
}

static guint
width_of_column (const TlTextTable *table, guint column)
{
  guint width = 0;

  for (guint i = column; i < table->cells->len; i += table->n_columns)
    width = MAX (width, width_of (g_ptr_array_index (table->cells, i)));
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

void
tl_text_table_append (const TlTextTable *table, GString *text)
{
  g_autofree guint *widths = g_new (guint, table->n_columns);

  for (guint column = 0; column < table->n_columns; column++)
    widths[column] = width_of_column (table, column);
  for (guint i = 0; i < table->cells->len; i++)
    {
      const guint column = i % table->n_columns;

      g_string_append (text, column > 0 ? GAP : "");
      append_cell (text, g_ptr_array_index (table->cells, i), widths[column], column == 0);
      if (column == table->n_columns - 1)
        g_string_append_c (text, '\n');
    }
}

void
tl_text_table_free (TlTextTable *table)
{
  g_ptr_array_unref (table->cells);
  g_free (table);
}
