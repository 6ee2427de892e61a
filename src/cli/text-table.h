/* text-table.h: a table of plain text whose columns stand under each other. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TlTextTable TlTextTable;

/**
 * tl_text_table_new:
 * @heading: (transfer full): of the first column, which stands left; the others are numbers and
 * stand right
 *
 * Returns: (transfer full): a table with one column and no rows
 */
TlTextTable *tl_text_table_new (char *heading) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_text_table_add_column:
 * @table: a table without rows
 * @heading: (transfer full): over the numbers
 */
void tl_text_table_add_column (TlTextTable *table, char *heading);

/**
 * tl_text_table_add_cell:
 * @table: a table
 * @text: (transfer full): the next cell; after the last column a new row begins
 */
void tl_text_table_add_cell (TlTextTable *table, char *text);

/**
 * tl_text_table_n_rows:
 * @table: a table
 *
 * Returns: the number of whole rows, without the headings
 */
guint tl_text_table_n_rows (const TlTextTable *table);

/**
 * tl_text_table_append:
 * @table: a table
 * @text: what the table is written after
 *
 * Columns are as wide as their widest cell, as a terminal shows it: a wide letter (as of Chinese)
 * takes two places, a combining one none.
 */
void tl_text_table_append (const TlTextTable *table, GString *text);

void tl_text_table_free (TlTextTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTextTable, tl_text_table_free)

G_END_DECLS
