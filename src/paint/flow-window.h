/* flow-window.h: a flow seen through a window of a scene. */
#pragma once

#include "paint/flow-picture.h"
#include "paint/scene.h"

G_BEGIN_DECLS

/**
 * TlFlowWindow:
 * @box: the window, in the scene
 * @centre: the place of the flow in its middle
 * @zoom: units of the scene a point of the flow
 * @step: (nullable): the step that is looked at
 * @wordless: shapes and colours only
 */
typedef struct
{
  TlBox box;
  TlPlace centre;
  double zoom;
  const TlStep *step;
  gboolean wordless;
} TlFlowWindow;

void
tl_flow_window_add (TlScene *scene, const TlSubject *subject, TlFlowGeometry *geometry, const TlFlowWindow *window);
TlBox tl_flow_window_place (const TlFlowWindow *window, const TlBox *box);

G_END_DECLS
