/* flow-drop.h: what letting go of dragged steps would do besides moving them. */
#pragma once

#include "layout/flow-lanes.h"

G_BEGIN_DECLS

/**
 * TlFlowDrop:
 * @connector: (nullable): that the step would be put into
 * @lane: (nullable): that would be theirs: it is another role's; points into the geometry's lanes
 */
typedef struct
{
  TlConnector *connector;
  const TlLane *lane;
} TlFlowDrop;

/* How far its middle may be from a connector, in points. */
#define TL_DROP_REACH 30.0

TlFlowDrop tl_flow_drop_find (const TlFlowGeometry *before, GPtrArray *steps, TlPlace middle);

G_END_DECLS
