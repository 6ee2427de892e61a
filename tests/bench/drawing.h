/* drawing.h: a drawn graph as plain lines, and what is measured of it: the same for all programs.
 *
 * How crossings are counted: two edges cross
 * - wherever their lines meet in one point inside both, and go on on different sides. A corner that
 *   only touches a line does not count, one through which a line passes to the other side does;
 * - once for each stretch of a point or more on which they run exactly over one another, as nobody
 *   can tell them apart there; but not where they have an end in common: that is a trunk that parts.
 * Curves are sampled as short lines first. The edges of one node do cross, where they do.
 *
 * Beside that, crossings of the straight lines from middle to middle of the boxes: they say how good
 * the places are, whatever the routes. Length and bends are those of the drawn lines (a curve has none);
 * the area is that of what encloses all boxes and lines.
 */
#pragma once

#include "layout/flow-geometry.h"
#include "plain-graph.h"

/**
 * Drawing:
 * @middles: (element-type TlPlace): of the boxes, by node
 * @lines: (element-type GArray of TlPlace): by edge; some may be missing (%NULL)
 * @ms: how long it took the processor, in milliseconds
 * @clock: the same by the clock
 */
typedef struct
{
  GArray *middles;
  GPtrArray *lines;
  double ms;
  double clock;
} Drawing;

typedef struct
{
  double ms;
  double clock;
  double crossings;
  double straight;
  double length;
  double area;
  double bends;
} Measures;

Drawing *drawing_new (const PlainGraph *graph) G_GNUC_WARN_UNUSED_RESULT;
void drawing_free (Drawing *drawing);
void drawing_set_line (Drawing *drawing, guint edge, GArray *points);
GArray *drawing_sample_curve (const TlPlace *points, guint count) G_GNUC_WARN_UNUSED_RESULT;
Measures drawing_measure (const Drawing *drawing, const PlainGraph *graph);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Drawing, drawing_free)
