/* flow-front.h: the front of a flow, where what customers ask for stands, and what can be added there. */
#pragma once

#include "layout/flow-geometry.h"

G_BEGIN_DECLS

typedef enum
{
  TL_FRONT_BEFORE, /* left of a step: nothing stands there yet */
  TL_FRONT_BELOW,  /* under the last of a column of demands */
  TL_FRONT_BESIDE, /* right of the last of a row of demands, above a flow that goes down */
  TL_FRONT_ABOVE,  /* over a step, where there is no room before it */
} TlFrontSide;

/**
 * TlFlowFront:
 * @step: where a new demand enters unless somebody says otherwise
 * @box: of what a control stands beside, in the flow
 * @side: where it stands
 */
typedef struct
{
  TlStep *step;
  TlBox box;
  TlFrontSide side;
} TlFlowFront;

TlStep *tl_flow_front_step (const TlFlow *flow);
gboolean tl_flow_front (const TlFlowGeometry *geometry, const TlFlow *flow, TlFlowFront *front);
TlBox tl_flow_front_place (const TlFlowGeometry *geometry,
                           const TlFlowFront *front,
                           double width,
                           double height,
                           double distance);

G_END_DECLS
