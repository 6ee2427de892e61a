/* room.h: room for a step between two others. */
#pragma once

#include "layout/flow-geometry.h"

G_BEGIN_DECLS

/**
 * TlShift:
 * @step: a step that has to make room
 * @dx: how far it goes to the right, in points at 100 %
 * @dy: how far it goes down
 */
typedef struct
{
  TlStep *step;
  double dx;
  double dy;
} TlShift;

GArray *tl_room_between (const TlFlowGeometry *geometry,
                         const TlConnector *connector,
                         const TlStep *guest,
                         TlPlace *place) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
