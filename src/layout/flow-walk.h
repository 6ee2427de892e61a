/* flow-walk.h: where the arrow keys lead. Connectors first, then what stands nearest. */
#pragma once

#include "layout/flow-geometry.h"

G_BEGIN_DECLS

typedef enum
{
  TL_WALK_RIGHT, /* along a connector */
  TL_WALK_LEFT,  /* back along a connector */
  TL_WALK_UP,
  TL_WALK_DOWN,
} TlWalk;

TlStep *tl_flow_walk_step (TlFlow *flow, const TlFlowGeometry *geometry, const TlStep *from, TlWalk way);
TlItem *tl_flow_walk (TlFlow *flow, const TlFlowGeometry *geometry, TlItem *from, TlWalk way);
TlConnector *tl_flow_walk_connector (TlFlow *flow, TlItem *from, gboolean outgoing);
TlConnector *tl_flow_connector_between (TlFlow *flow, const TlStep *from, const TlStep *to);
GPtrArray *tl_flow_connectors_from (TlFlow *flow, const TlStep *step) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *tl_flow_connectors_to (TlFlow *flow, const TlStep *step) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
