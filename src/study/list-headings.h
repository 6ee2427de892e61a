/* list-headings.h: the row over a pasted table that says what its columns are. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TL_COLUMN_NAME,
  TL_COLUMN_WORK,
  TL_COLUMN_WAIT,
  TL_COLUMN_ROLE,
  TL_COLUMN_NOTES,
  TL_COLUMN_PLACE, /* a number of the row */
  TL_COLUMN_NONE,  /* has no heading */
  TL_N_COLUMNS,
} TlColumnKind;

/**
 * TlListColumn:
 * @kind: what stands in it
 * @minutes: of a time: what a number without a unit counts, 60 for hours
 */
typedef struct
{
  TlColumnKind kind;
  double minutes;
} TlListColumn;

GArray *tl_list_headings_read (const char *row) G_GNUC_WARN_UNUSED_RESULT;
char *tl_list_headings_words (const GArray *columns) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
