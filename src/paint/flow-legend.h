/* flow-legend.h: what a lens shows, in words and samples: over what, in which unit, to which scale.
 */
#pragma once

#include "paint/flow-lens.h"
#include "paint/scene.h"

G_BEGIN_DECLS

double tl_flow_legend_add (TlScene *scene, const TlFlowLens *lens, const TlBox *place, double *width);

G_END_DECLS
