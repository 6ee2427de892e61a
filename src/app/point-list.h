/* point-list.h: the points of a measure as a list model, with an empty row behind them to type in.
 *
 * Its items are made when they are asked for: a measure may have a hundred thousand points.
 */
#pragma once

#include <gio/gio.h>

#include "study/measure.h"

G_BEGIN_DECLS

#define TL_TYPE_POINT_ROW (tl_point_row_get_type ())
G_DECLARE_FINAL_TYPE (TlPointRow, tl_point_row, TL, POINT_ROW, GObject)

TlPoint *tl_point_row_get_point (TlPointRow *self);

#define TL_TYPE_POINT_LIST (tl_point_list_get_type ())
G_DECLARE_FINAL_TYPE (TlPointList, tl_point_list, TL, POINT_LIST, GObject)

TlPointList *tl_point_list_new (void) G_GNUC_WARN_UNUSED_RESULT;
void tl_point_list_show (TlPointList *self, const TlMeasure *measure);

G_END_DECLS
