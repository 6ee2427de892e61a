/* csv-table.h: writes tables as RFC 4180 has them: quoted where needed, lines end in CR LF. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlCsv:
 *
 * A table that is being written. Numbers have a point and all their digits in every locale.
 */
typedef struct
{
  GString *text;
  gboolean row_begun;
} TlCsv;

TlCsv *tl_csv_new (void) G_GNUC_WARN_UNUSED_RESULT;
void tl_csv_free (TlCsv *csv);
void tl_csv_add_text (TlCsv *csv, const char *text);
void tl_csv_add_number (TlCsv *csv, double number);
void tl_csv_end_row (TlCsv *csv);
void tl_csv_add_row (TlCsv *csv, const char *first, ...) G_GNUC_NULL_TERMINATED;
GBytes *tl_csv_to_bytes (const TlCsv *csv) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCsv, tl_csv_free)

G_END_DECLS
