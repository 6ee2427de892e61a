/* room.h: room for a step between two others, and the room that one leaves. */
#pragma once

#include "layout/flow-geometry.h"
#include "layout/shift.h"

G_BEGIN_DECLS

GArray *tl_room_between (const TlFlowGeometry *geometry,
                         const TlConnector *connector,
                         const TlStep *guest,
                         TlPlace *place) G_GNUC_WARN_UNUSED_RESULT;
GArray *tl_room_in_lane (const TlFlowGeometry *geometry, const TlBox *lane, GPtrArray *guests, double *dx, double *dy)
    G_GNUC_WARN_UNUSED_RESULT;
GArray *tl_room_closed (const TlFlowGeometry *geometry, GPtrArray *going) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
