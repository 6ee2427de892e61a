/* box.h: places and boxes in a plane, as plain numbers. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlPlace:
 * @x: to the right, in points at 100 %
 * @y: downwards
 */
typedef struct
{
  double x;
  double y;
} TlPlace;

/**
 * TlBox:
 * @x: its left side, in points at 100 %
 * @y: its top
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} TlBox;

TlBox tl_box_between (TlPlace a, TlPlace b, double around);
gboolean tl_boxes_meet (const TlBox *a, const TlBox *b);
gboolean tl_box_holds (const TlBox *box, const TlBox *other);
void tl_box_enclose (TlBox *box, const TlBox *more);

G_END_DECLS
