/* point-import.h: the points of a measure out of a table: pasted from a spreadsheet, or a file. */
#pragma once

#include "date-reader.h"
#include "study-file.h"
#include "study/measure.h"

G_BEGIN_DECLS

/**
 * TlPointBatch:
 * @points: (element-type TlPoint): in the table's order; in no study yet
 * @problems: (element-type TlFileProblem): rows that could not be read, each with its line
 * @n_rows: rows of the table, without headings
 * @unsure_dates: some dates could be day first or month first, and nothing in the table tells which:
 *   they were read day first
 */
typedef struct
{
  GPtrArray *points;
  GPtrArray *problems;
  guint n_rows;
  gboolean unsure_dates;
} TlPointBatch;

TlPointBatch *tl_points_import (GBytes *bytes, TlDateOrder dates, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tl_point_batch_free (TlPointBatch *batch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPointBatch, tl_point_batch_free)

G_END_DECLS
