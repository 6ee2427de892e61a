/* contact-batch.h: contacts that were read from a table and are in no study yet. */
#pragma once

#include "contact-column.h"
#include "date-reader.h"
#include "study-file.h"
#include "study/contact.h"
#include "study/history.h"

G_BEGIN_DECLS

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

TlContactBatch *tl_contact_batch_new (void) G_GNUC_WARN_UNUSED_RESULT;
void tl_contact_batch_add (TlContactBatch *batch, TlHistory *history, const char *name);
char *tl_contact_batch_list_problems (const TlContactBatch *batch) G_GNUC_WARN_UNUSED_RESULT;
void tl_contact_batch_free (TlContactBatch *batch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlContactBatch, tl_contact_batch_free)

G_END_DECLS
