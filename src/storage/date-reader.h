/* date-reader.h: dates as programs of many countries write them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlDateOrder:
 * @TL_DATES_UNKNOWN: nothing told
 * @TL_DATES_DAY_FIRST: 31/12/2026
 * @TL_DATES_MONTH_FIRST: 12/31/2026
 *
 * What stands first in a date whose year stands last.
 */
typedef enum
{
  TL_DATES_UNKNOWN,
  TL_DATES_DAY_FIRST,
  TL_DATES_MONTH_FIRST,
} TlDateOrder;

/**
 * TlDateClues:
 * @ambiguous: dates that can be read both ways
 * @day_first: dates that can only be day first
 * @month_first: dates that can only be month first
 */
typedef struct
{
  guint ambiguous;
  guint day_first;
  guint month_first;
} TlDateClues;

void tl_date_clues_add (TlDateClues *clues, const char *text);
gboolean tl_date_clues_tell (const TlDateClues *clues, TlDateOrder *order);
gboolean tl_date_is_written (const char *text, gsize length);
char *tl_date_read (const char *text, TlDateOrder order) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
