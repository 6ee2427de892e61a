/* release-rows.h: a table of what gives back hours, most first, under a remark on what the hours are. */
#pragma once

#include "analysis/leverage.h"
#include "paint/bar-rows.h"

G_BEGIN_DECLS

/**
 * TlReleaseRows:
 * @leverage: what the rows are of
 * @count: how many of them give something back; they come first
 * @most: hours of the first
 * @remark: over the table: what the hours are
 * @row: makes one row; (transfer full)
 * @rest: makes the row that stands for those that have no room, from a number on; (transfer full)
 */
typedef struct
{
  const TlLeverage *leverage;
  guint count;
  double most;
  const char *remark;
  TlBarRow *(*row) (const TlLeverage *leverage, guint index);
  TlBarRow *(*rest) (const TlLeverage *leverage, guint from, guint rest);
} TlReleaseRows;

double tl_release_rows_least (const TlReleaseRows *rows);
double tl_release_rows_comfort (TlScene *scene, const TlReleaseRows *rows, double width);
void tl_release_rows_add (TlScene *scene, const TlReleaseRows *rows, const TlBox *body);
TlBarRow *tl_release_rest_row (char *name, double hours, guint rest) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
