/* bar-place.h: where a bar beside a selection stands. Plain arithmetic. */
#pragma once

#include "layout/flow-geometry.h"

G_BEGIN_DECLS

/**
 * TlBarWish:
 * @width: of the bar; all in widget units
 * @height: of the bar
 * @room: what it must not leave
 * @anchor: what it is for
 * @above: how far it stands above that
 * @below: how far below it or beside it
 * @never: (element-type TlBox): what it covers only where there is no other place
 * @rather_not: (element-type TlBox): what it had better not cover
 */
typedef struct
{
  double width;
  double height;
  TlBox room;
  TlBox anchor;
  double above;
  double below;
  const GArray *never;
  const GArray *rather_not;
} TlBarWish;

TlPlace tl_bar_place (const TlBarWish *wish);

G_END_DECLS
