/* bar.h: one bar of hours: its parts side by side, what there is as an outline. */
#pragma once

#include "paint/bar-rows.h"

G_BEGIN_DECLS

/**
 * TlBarPlace:
 * @box: where value 0 begins, and how far the axis goes
 * @axis: scales it
 * @words: (nullable): of a part that is wide enough: beside its letter
 * @names: where there is room, parts bear the names of their buckets, not only their letters
 */
typedef struct
{
  TlBox box;
  const TlAxis *axis;
  char *(*words) (double hours);
  gboolean names;
} TlBarPlace;

double tl_bar_add (TlScene *scene, const TlBarRow *row, const TlBarPlace *place);

G_END_DECLS
