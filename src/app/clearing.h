/* clearing.h: a flow shown as large as the room bears, and moved so that what lies over the room lies over none of it.
 * Plain arithmetic. */
#pragma once

#include "app/viewport.h"

G_BEGIN_DECLS

/**
 * TlClearing:
 * @bounds: of all that is to be seen, in the flow
 * @boxes: (element-type TlBox): what of it must not be covered
 * @width: of the room, in widget units
 * @height: of the room
 * @margin: to leave on each side
 * @most: no larger than this
 */
typedef struct
{
  TlBox bounds;
  const GArray *boxes;
  double width;
  double height;
  double margin;
  double most;
} TlClearing;

gboolean tl_clearing_is_clear (const TlClearing *self, const TlViewport *view, const TlBox *covers, guint n_covers);
void tl_clearing_fit (const TlClearing *self, const TlBox *covers, guint n_covers, TlViewport *view);

G_END_DECLS
