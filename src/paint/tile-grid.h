/* tile-grid.h: the arithmetic of square tiles that cover a flow. Plain numbers.
 *
 * At each zoom the plane is parted into tiles of #TL_TILE pixels; tile (0, 0) begins at the flow's
 * origin. What a tile shows depends on the zoom and its number alone, never on where the view is:
 * so it stays good while a team pans.
 */
#pragma once

#include <cairo.h>

#include "layout/flow-geometry.h"

G_BEGIN_DECLS

/* Width and height of a tile in pixels of the screen. Small enough that one is painted well within
 * a frame, large enough that a screen takes some dozens. */
#define TL_TILE 256

/**
 * TlTileView:
 * @zoom: pixels a point
 * @left: where the flow's origin lies, in pixels of the view
 * @top: where the flow's origin lies
 * @width: of the view, in pixels
 * @height: of the view, in pixels
 *
 * What is in sight, in whole pixels of the screen, so that tiles are copied and not resampled.
 */
typedef struct
{
  double zoom;
  int left;
  int top;
  int width;
  int height;
} TlTileView;

/**
 * TlTileSpan:
 * @left: first column
 * @top: first row
 * @right: the column behind the last
 * @bottom: the row behind the last
 */
typedef struct
{
  int left;
  int top;
  int right;
  int bottom;
} TlTileSpan;

gboolean tl_tile_same_zoom (double a, double b);
TlTileSpan tl_tile_span_seen (const TlTileView *view, double zoom, const TlBox *bounds);
TlTileSpan tl_tile_span_of_box (double zoom, const TlBox *box);
cairo_rectangle_int_t tl_tile_pixels (double zoom, const TlBox *box);
cairo_rectangle_int_t tl_tile_place (const TlTileView *view, double zoom, int column, int row);
TlBox tl_tile_box (double zoom, const cairo_rectangle_int_t *pixels);

G_END_DECLS
