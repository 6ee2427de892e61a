/* flow-lanes.h: which horizontal band of a flow belongs to which role.
 *
 * The contract between who places steps, who drags them and who draws:
 *
 * - Lanes run from left to right and lie under one another, without gap and without overlap. There
 *   is one for each role of the study, and one for steps without a role where there are any.
 * - Their order is that of tl_flow_lanes_order(): the study's roles in their order, then no role;
 *   except that a lane whose steps already stand clearly below those of the next changes places
 * with it. So a person can order lanes by moving steps, and tidying keeps that order. Roles without
 * a step in this flow come last: there is a place to drop the first one.
 * - Who places steps lane by lane (a tidy flow) leaves TL_LANE_TOP above the highest step of a lane
 *   and TL_LANE_BOTTOM under the lowest one: the lane's name stands in the room above. Steps of one
 *   role stand between the lane's top and bottom, always.
 * - In a flow placed by hand a step can stand outside its role's lane. The bands then lie so that
 * as few steps as possible do; they never overlap.
 * - Whoever drags a step keeps the lanes as they were when the drag began
 * (tl_flow_geometry_keep_lanes()): a band must not run away from under the pointer.
 */
#pragma once

#include "layout/flow-geometry.h"

G_BEGIN_DECLS

/* Room in a lane above its highest step, with its name in it, and under its lowest one. */
#define TL_LANE_TOP 42.0
#define TL_LANE_BOTTOM 24.0
/* Of a lane without a step in it. */
#define TL_LANE_LEAST 64.0
/* How far lanes reach beyond the first and the last step. */
#define TL_LANE_BESIDE 40.0

/**
 * TlLane:
 * @role: (nullable): whose it is; %NULL for steps that have no role yet
 * @box: where it lies
 */
typedef struct
{
  TlRole *role;
  TlBox box;
} TlLane;

GPtrArray *tl_flow_lanes_order (TlStudy *study, TlFlow *flow) G_GNUC_WARN_UNUSED_RESULT;
GArray *tl_flow_lanes_new (TlStudy *study, TlFlow *flow, const TlFlowGeometry *geometry) G_GNUC_WARN_UNUSED_RESULT;
const TlLane *tl_flow_lanes_at (const GArray *lanes, double y);
const TlLane *tl_flow_lanes_of (const GArray *lanes, const TlRole *role);
gboolean tl_lane_room_across (const TlBox *lane, double height, double *first, double *last);
void tl_flow_geometry_keep_lanes (TlFlowGeometry *geometry, const TlFlowGeometry *before);

G_END_DECLS
