/* contact-import.h: contacts out of a table: which column is what, and what can't be read. */
#pragma once

#include "contact-batch.h"
#include "contact-column.h"

G_BEGIN_DECLS

/**
 * TlImportOptions:
 * @encoding: (nullable): of the bytes; %NULL to find out
 * @delimiter: what parts columns; 0 to find out
 * @dates: what stands first in dates; %TL_DATES_UNKNOWN to find out from all rows
 * @headings: (nullable): for each column of a contact, the heading of the table's column, or %NULL;
 * where this is %NULL columns are found by their names
 * @by_name: whether columns without a heading in @headings are found by their names
 * @by_column: whether @columns say which column is what, and neither headings nor names
 * @columns: for each column of a contact, the table's column from 0, or %TL_NO_COLUMN
 * @most_rows: no more rows than these are read, as for a look at what they will be; 0 for all
 * @cancellable: (nullable): to be told that nobody wants it any more
 * @progress: (nullable): where to say how far it has come, of 1000; may be read on another thread
 */
typedef struct
{
  const char *encoding;
  char delimiter;
  TlDateOrder dates;
  const char *headings[TL_N_COLUMNS];
  gboolean by_name;
  gboolean by_column;
  guint columns[TL_N_COLUMNS];
  guint most_rows;
  GCancellable *cancellable;
  gint *progress;
} TlImportOptions;

TlContactBatch *tl_contacts_import (TlStudy *study, GBytes *bytes, const TlImportOptions *options, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
