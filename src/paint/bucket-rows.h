/* bucket-rows.h: a table of bars whose parts are buckets, under the key to these. */
#pragma once

#include "paint/bar-rows.h"

G_BEGIN_DECLS

/**
 * TlBucketRows:
 * @list: what the rows are of
 * @count: how many rows that are
 * @row: makes one row; (transfer full)
 * @rest: makes the row that sums up those that have no room, from a number on; (transfer full)
 * @name_share: of the width, that names may take
 */
typedef struct
{
  gconstpointer list;
  guint count;
  TlBarRow *(*row) (gconstpointer list, guint index);
  TlBarRow *(*rest) (gconstpointer list, guint from);
  double name_share;
} TlBucketRows;

double tl_bucket_rows_least (guint count);
double tl_bucket_rows_comfort (const TlScene *scene, const TlCapacity *capacity, guint count, double width);
void tl_bucket_rows_add (TlScene *scene, const TlCapacity *capacity, const TlBucketRows *rows, const TlBox *body);

G_END_DECLS
