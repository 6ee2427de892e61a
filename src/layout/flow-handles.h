/* flow-handles.h: what of a flow can be taken hold of to lead somewhere else, and where it may
 * lead. */
#pragma once

#include "layout/flow-geometry.h"

G_BEGIN_DECLS

typedef enum
{
  TL_HANDLE_CONNECT, /* on a step's right side: leads to the next step */
  TL_HANDLE_RAISE,   /* under a step: leads to the failure demand that it causes */
  TL_HANDLE_ENTER,   /* on a demand's right side: leads to the step where it enters */
  TL_HANDLE_TAIL,    /* where the path of a connector or raises begins */
  TL_HANDLE_HEAD,    /* where the path of a connector, an entry or raises ends */
} TlHandle;

gboolean tl_flow_handle_place (const TlFlowGeometry *geometry, TlHandle handle, const TlItem *item, TlPlace *place);
gboolean tl_flow_handle_accepts (TlHandle handle, const TlItem *item, const TlItem *target);

G_END_DECLS
