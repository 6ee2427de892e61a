/* lane-room.h: room for steps in the lanes that they belong to, or under others. */
#pragma once

#include "layout/flow-lanes.h"
#include "layout/shift.h"

G_BEGIN_DECLS

/**
 * TlLaneRoom:
 *
 * The lanes of a geometry and all that stands in them, while steps are added one by one.
 */
typedef struct _TlLaneRoom TlLaneRoom;

TlLaneRoom *
tl_lane_room_new (const TlFlowGeometry *geometry, const TlStep *guest, const GArray *shifts) G_GNUC_WARN_UNUSED_RESULT;
void tl_lane_room_free (TlLaneRoom *self);
guint tl_lane_room_take (TlLaneRoom *self, const TlRole *role, TlPlace wanted);
TlPlace tl_lane_room_place (const TlLaneRoom *self, guint number);
GArray *tl_lane_room_shifts (const TlLaneRoom *self) G_GNUC_WARN_UNUSED_RESULT;
GArray *tl_room_under (const TlFlowGeometry *geometry, const TlBox *block, double *down) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLaneRoom, tl_lane_room_free)

G_END_DECLS
