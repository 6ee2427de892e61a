/* csv-reader.h: the rows of a table, each with its line, and what is wrong with those that can't be
 * read (RFC 4180).
 *
 * Why not a library: a row that can't be read must be told with its line and its reason while the
 * others go on, and the ones there are stop at the first.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlCsvReader:
 * @fields: (element-type utf8): of the row read last; good, and free to be written to, until the next is read
 * @lengths: (array): of each of @fields, in bytes
 * @line: on which it begins, from 1
 * @problem: (nullable): why it can't be read, translated; @fields mean nothing then
 */
typedef struct
{
  GPtrArray *fields;
  gsize *lengths;
  guint line;
  const char *problem;
  /*< private >*/
  const char *at;
  const char *end;
  char delimiter;
  guint next_line;
  char *row; /* what @fields lie in */
  gsize row_used;
  gsize row_size;
  guint most_fields;
} TlCsvReader;

TlCsvReader *tl_csv_reader_new (const char *text, gsize length, char delimiter) G_GNUC_WARN_UNUSED_RESULT;
void tl_csv_reader_free (TlCsvReader *self);
gboolean tl_csv_reader_next (TlCsvReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCsvReader, tl_csv_reader_free)

G_END_DECLS
