/* comparison-rows.h: two flows measure by measure, for the chart, its numbers and the command. */
#pragma once

#include "analysis/comparison.h"

G_BEGIN_DECLS

typedef enum
{
  TL_UNIT_HOURS,    /* a period */
  TL_UNIT_CONTACTS, /* a period */
  TL_UNIT_MINUTES,
  TL_UNIT_SHARE, /* 0..1 */
} TlUnit;

/**
 * TlComparisonRow:
 * @word: what is measured, never translated
 * @id: (nullable): of the demand or role that it is measured of
 * @name: on the screen
 * @unit: of @before and @after
 * @bucket: of hours, a #TlBucket; −1 for all else
 * @main: one of the few that a room looks at
 * @before: in the flow compared with; NAN where it does not come in there
 * @after: in the flow that is looked at; NAN where it does not come in there
 */
typedef struct
{
  char *word;
  const char *id;
  char *name;
  TlUnit unit;
  int bucket;
  gboolean main;
  double before;
  double after;
} TlComparisonRow;

GPtrArray *tl_comparison_rows (const TlComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;
char *tl_comparison_words (TlUnit unit, double value) G_GNUC_WARN_UNUSED_RESULT;
char *tl_comparison_change_words (const TlComparisonRow *row) G_GNUC_WARN_UNUSED_RESULT;
char *tl_comparison_headline (const TlComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
