/* columns.h: upright bars of counts side by side, each of parts: hours of a day, days of a week.
 */
#pragma once

#include "paint/axis.h"
#include "paint/scene.h"

G_BEGIN_DECLS

/**
 * TlColumn:
 * @name: under it
 * @number: (nullable): over it; how high it is where that is %NULL
 * @parts: how high each part is, from below
 * @plain: how high it is where it has no parts
 * @open: @plain is an outline: something is still to come
 */
typedef struct
{
  const char *name;
  const char *number;
  double parts[TL_N_LOOKS];
  double plain;
  gboolean open;
} TlColumn;

/* At 100 %: less height they can't do without, and with so much they are at ease. */
#define TL_COLUMNS_LEAST 140.0
#define TL_COLUMNS_COMFORT 320.0

void tl_columns_add (TlScene *scene, const TlColumn *columns, guint n, const TlBox *place);

G_END_DECLS
