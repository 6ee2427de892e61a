/* arrange.h: steps in line, and at equal distances. */
#pragma once

#include "layout/flow-geometry.h"
#include "layout/shift.h"

G_BEGIN_DECLS

/**
 * TlArrangement:
 * @TL_ARRANGE_LEFT: their left sides in line with the leftmost
 * @TL_ARRANGE_CENTRE: their middles in line, under one another
 * @TL_ARRANGE_RIGHT: their right sides in line with the rightmost
 * @TL_ARRANGE_TOP: their tops in line with the topmost
 * @TL_ARRANGE_MIDDLE: their middles in line, side by side
 * @TL_ARRANGE_BOTTOM: their bottoms in line with the lowest
 * @TL_ARRANGE_ACROSS: equal gaps from left to right; the outermost stay
 * @TL_ARRANGE_DOWN: equal gaps from top to bottom; the outermost stay
 */
typedef enum
{
  TL_ARRANGE_LEFT,
  TL_ARRANGE_CENTRE,
  TL_ARRANGE_RIGHT,
  TL_ARRANGE_TOP,
  TL_ARRANGE_MIDDLE,
  TL_ARRANGE_BOTTOM,
  TL_ARRANGE_ACROSS,
  TL_ARRANGE_DOWN,
} TlArrangement;

guint tl_arrange_least (TlArrangement how);
GArray *tl_arrange (const TlFlowGeometry *geometry, GPtrArray *steps, TlArrangement how) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
