/* flow-differing.h: marks on a flow what is another than in the flow that it is compared with.
 *
 * Drawn over the flow, on the canvas and in the view "flow". What is new has a plus, what is another the sign
 * for "not equal": nothing hangs on a colour. What is gone has no place any more, so it is named.
 */
#pragma once

#include "analysis/flow-differences.h"
#include "layout/flow-geometry.h"
#include "paint/scene.h"

G_BEGIN_DECLS

void tl_flow_differing_paint (const TlFlowGeometry *geometry,
                              const TlFlowDifferences *differences,
                              const TlTheme *theme,
                              cairo_t *cr,
                              const TlBox *visible,
                              double zoom);
double
tl_flow_differing_legend (TlScene *scene, const TlFlowDifferences *differences, const TlBox *place, double *width);

G_END_DECLS
