/* column-map.h: which column of a table is what of a contact. */
#pragma once

#include "contact-import.h"

G_BEGIN_DECLS

/**
 * TlColumnMap:
 * @columns: for each column of a contact, the table's column from 0, or %TL_NO_COLUMN
 * @n_columns: of the table
 * @is_own: the table is what tl_contacts_to_csv() writes: nothing in it is to be guessed or mended
 */
typedef struct
{
  guint columns[TL_N_COLUMNS];
  guint n_columns;
  gboolean is_own;
} TlColumnMap;

gboolean
tl_column_map_find (TlColumnMap *self, const GPtrArray *headings, const TlImportOptions *options, GError **error);

G_END_DECLS
