/* bar-rows.h: a table of names, numbers and bars, one row each. */
#pragma once

#include "paint/axis.h"
#include "paint/scene.h"

G_BEGIN_DECLS

/* Parts of a bar: the buckets and what else looks like one (theme.h), the two halves of the customer's clock, and hours
 * that are not told apart. */
typedef enum
{
  TL_PART_WORK = TL_N_LOOKS,
  TL_PART_WAIT,
  TL_PART_MIXED,
  TL_N_PARTS,
} TlBarPart;

#define TL_N_COLUMNS 2

/**
 * TlBarRow:
 * @name: on the left; wraps, then is shortened
 * @columns: (nullable): numbers between name and bar
 * @number: (nullable): beside the end of the bar
 * @from: where the bar begins
 * @parts: how long each part is
 * @available: an outline to here: what there is; 0 for none
 * @rest: a row that sums up what had no room; drawn more quietly
 */
typedef struct
{
  char *name;
  char *columns[TL_N_COLUMNS];
  char *number;
  double from;
  double parts[TL_N_PARTS];
  double available;
  gboolean rest;
} TlBarRow;

/**
 * TlBarRows:
 * @rows: (element-type TlBarRow): from the top
 * @heads: (nullable): words over the columns
 * @plain_heads: words over the columns explain nothing but them
 * @words: (nullable): how a part says how long it is; as hours where it is %NULL
 * @sentences: names are sentences in the user's language; what tells them apart may be at their end
 * @name_share: of the width, that names may take
 * @axis: scales the bars
 * @tick_words: (nullable): how ticks read; %NULL for an axis without ticks
 */
typedef struct
{
  GPtrArray *rows;
  const char *heads[TL_N_COLUMNS];
  gboolean plain_heads;
  char *(*words) (double length);
  gboolean sentences;
  double name_share;
  TlAxis axis;
  char *(*tick_words) (double value);
} TlBarRows;

/* However high the surface: more rows than this nobody takes in. */
#define TL_MOST_ROWS 24
/* At 100 %: of a row, where there are many, where there is room, and where there is plenty. */
#define TL_ROW_LEAST 27.0
#define TL_ROW_COMFORT 46.0
#define TL_ROW_MOST 70.0
/* At 100 %: for heads or ticks. */
#define TL_ROWS_EDGE 28.0

TlBarRow *tl_bar_row_new (char *name, char *number) G_GNUC_WARN_UNUSED_RESULT;
void tl_bar_row_free (TlBarRow *row);
void tl_bar_row_set_buckets (TlBarRow *row, const TlBuckets *hours);
double tl_bar_rows_longest (const GPtrArray *rows);

guint tl_bar_rows_room (const TlScene *scene, double height, guint wanted);
void tl_bar_rows_add (TlScene *scene, const TlBarRows *rows, const TlBox *place);

G_END_DECLS
