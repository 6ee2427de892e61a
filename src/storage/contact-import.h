/* contact-import.h: contacts out of a table: which column is what, and what can't be read. */
#pragma once

#include "date-reader.h"
#include "study-file.h"
#include "study/contact.h"
#include "study/history.h"

G_BEGIN_DECLS

/**
 * TlContactColumn:
 *
 * What a column of a table can be of a contact.
 */
typedef enum
{
  TL_COLUMN_WHEN,
  TL_COLUMN_WORDS,
  TL_COLUMN_DEMAND, /* the name of a demand type */
  TL_COLUMN_KIND,   /* value, failure or unsure; V, F, U */
  TL_COLUMN_MINUTES,
  TL_COLUMN_CHANNEL,
  TL_COLUMN_PLACE,
  TL_COLUMN_THREAD,
  TL_COLUMN_LISTENER,
  TL_COLUMN_SECOND, /* a second listener's kind */
  TL_N_COLUMNS,
} TlContactColumn;

const char *tl_contact_column_nick (TlContactColumn column); /* "when" */
gboolean tl_contact_column_from_nick (const char *nick, TlContactColumn *column);

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

#define TL_NO_COLUMN G_MAXUINT

/**
 * TlContactBatch:
 * @demands: (element-type TlDemand): types that the study does not have yet, of kind unsure
 * @contacts: (element-type TlContact): in the table's order; in no study yet, without ids
 * @problems: (element-type TlFileProblem): rows that could not be read, each with its line
 * @n_rows: rows of the table, without the headings
 * @table_headings: (element-type utf8): of all columns of the table
 * @columns: which of them is what, from 0, or %TL_NO_COLUMN
 * @encoding: in what the bytes were
 * @delimiter: what parts columns
 * @dates: what stands first in dates, where that matters
 */
typedef struct
{
  GPtrArray *demands;
  GPtrArray *contacts;
  GPtrArray *problems;
  guint n_rows;
  GPtrArray *table_headings;
  guint columns[TL_N_COLUMNS];
  char *encoding;
  char delimiter;
  TlDateOrder dates;
} TlContactBatch;

TlContactBatch *tl_contacts_import (TlStudy *study,
                                    GBytes *bytes,
                                    const TlImportOptions *options,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tl_contact_batch_add (TlContactBatch *batch, TlHistory *history, const char *name);
char *tl_contact_batch_list_problems (const TlContactBatch *batch) G_GNUC_WARN_UNUSED_RESULT;
void tl_contact_batch_free (TlContactBatch *batch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlContactBatch, tl_contact_batch_free)

G_END_DECLS
