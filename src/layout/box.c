#include "layout/box.h"

#include <math.h>

/**
 * tl_box_between:
 * @a: an end of a straight line
 * @b: the other one
 * @around: what is left on all sides of it
 *
 * Returns: what encloses the line
 */
TlBox
tl_box_between (TlPlace a, TlPlace b, double around)
{
  return (TlBox){ MIN (a.x, b.x) - around, MIN (a.y, b.y) - around, fabs (a.x - b.x) + 2 * around,
                  fabs (a.y - b.y) + 2 * around };
}

/**
 * tl_boxes_meet:
 * @a: a box
 * @b: another one
 *
 * Returns: whether they share more than a border
 */
gboolean
tl_boxes_meet (const TlBox *a, const TlBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

/**
 * tl_box_holds:
 * @box: a box
 * @other: another one
 *
 * Returns: whether all of @other lies in @box
 */
gboolean
tl_box_holds (const TlBox *box, const TlBox *other)
{
  return other->x >= box->x && other->y >= box->y && other->x + other->width <= box->x + box->width
         && other->y + other->height <= box->y + box->height;
}

/**
 * tl_box_enclose:
 * @box: a box
 * @more: what it is to hold too
 *
 * Makes @box larger, so that both are in it.
 */
void
tl_box_enclose (TlBox *box, const TlBox *more)
{
  double right = MAX (box->x + box->width, more->x + more->width);
  double bottom = MAX (box->y + box->height, more->y + more->height);

  box->x = MIN (box->x, more->x);
  box->y = MIN (box->y, more->y);
  box->width = right - box->x;
  box->height = bottom - box->y;
}
