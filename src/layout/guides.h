/* guides.h: where a step that is being dragged lines up with others, or keeps the spacing they
 * have.
 *
 * Plain numbers, in the flow's points. What is near enough snaps; what then holds is told as lines
 * and gaps, for a canvas to draw.
 */
#pragma once

#include "layout/flow-geometry.h"

G_BEGIN_DECLS

/**
 * TlGuideLine:
 * @from: its upper or left end
 * @to: its lower or right end
 *
 * Edges or middles of boxes that lie on one line, from the first such box to the last.
 */
typedef struct
{
  TlPlace from;
  TlPlace to;
} TlGuideLine;

/**
 * TlGuideGap:
 * @from: the upper or left end
 * @to: the lower or right end
 *
 * A space between two boxes that is as wide as another one; all of them are told.
 */
typedef struct
{
  TlPlace from;
  TlPlace to;
} TlGuideGap;

/**
 * TlGuides:
 * @dx: how far to the right what is dragged snaps
 * @dy: how far down
 * @lines: (element-type TlGuideLine): what then lines up
 * @gaps: (element-type TlGuideGap): what is then spaced evenly
 */
typedef struct
{
  double dx;
  double dy;
  GArray *lines;
  GArray *gaps;
} TlGuides;

/* Along which sides a box may snap. */
typedef enum
{
  TL_GUIDES_ACROSS = 1 << 0, /* it may shift to the right or left */
  TL_GUIDES_DOWN = 1 << 1,   /* it may shift up or down */
} TlGuideAxes;

TlGuides *
tl_guides_new (const GArray *boxes, TlBox moving, double tolerance, TlGuideAxes axes) G_GNUC_WARN_UNUSED_RESULT;
void tl_guides_free (TlGuides *guides);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlGuides, tl_guides_free)

G_END_DECLS
