/* tile-grid.c: the arithmetic of square tiles that cover a flow. */
#include "paint/tile-grid.h"

#include <math.h>

/* Further out nothing is drawn: numbers of pixels stay well within an int. */
#define FARTHEST 1e9

static int
whole (double value)
{
  return (int) CLAMP (value, -FARTHEST, FARTHEST);
}

static int
tile_before (double pixel)
{
  return whole (floor (pixel / TL_TILE));
}

static int
tile_behind (double pixel)
{
  return whole (ceil (pixel / TL_TILE));
}

/**
 * tl_tile_same_zoom:
 * @a: pixels a point
 * @b: pixels a point
 *
 * Returns: whether they are the same but for rounding
 */
gboolean
tl_tile_same_zoom (double a, double b)
{
  return fabs (a / b - 1) < 1e-9;
}

/**
 * tl_tile_span_of_box:
 * @zoom: pixels a point
 * @box: a part of the flow
 *
 * Returns: the tiles at @zoom that @box touches
 */
TlTileSpan
tl_tile_span_of_box (double zoom, const TlBox *box)
{
  return (TlTileSpan){ tile_before (box->x * zoom), tile_before (box->y * zoom),
                       tile_behind ((box->x + box->width) * zoom), tile_behind ((box->y + box->height) * zoom) };
}

/**
 * tl_tile_span_seen:
 * @view: what is in sight
 * @zoom: of the tiles, which need not be the view's
 * @bounds: what there is of the flow; beyond it there are no tiles
 *
 * Returns: the tiles that are in sight; empty (@right not beyond @left) where none is
 */
TlTileSpan
tl_tile_span_seen (const TlTileView *view, double zoom, const TlBox *bounds)
{
  double part = zoom / view->zoom;
  TlTileSpan all = tl_tile_span_of_box (zoom, bounds);
  TlTileSpan seen
      = { tile_before (-view->left * part), tile_before (-view->top * part),
          tile_behind ((view->width - view->left) * part), tile_behind ((view->height - view->top) * part) };

  return (TlTileSpan){ MAX (all.left, seen.left), MAX (all.top, seen.top), MIN (all.right, seen.right),
                       MIN (all.bottom, seen.bottom) };
}

/**
 * tl_tile_pixels:
 * @zoom: pixels a point
 * @box: a part of the flow
 *
 * Returns: the pixels that @box touches, counted from the flow's origin
 */
cairo_rectangle_int_t
tl_tile_pixels (double zoom, const TlBox *box)
{
  int left = whole (floor (box->x * zoom));
  int top = whole (floor (box->y * zoom));

  return (cairo_rectangle_int_t){ left, top, whole (ceil ((box->x + box->width) * zoom)) - left,
                                  whole (ceil ((box->y + box->height) * zoom)) - top };
}

/**
 * tl_tile_place:
 * @view: what is in sight
 * @zoom: of the tile, which need not be the view's
 * @column: of the tile
 * @row: of the tile
 *
 * Neighbours share their sides to the pixel, however they are scaled: there are no seams.
 *
 * Returns: where the tile goes, in pixels of the view
 */
cairo_rectangle_int_t
tl_tile_place (const TlTileView *view, double zoom, int column, int row)
{
  double part = view->zoom / zoom * TL_TILE;
  int left = view->left + whole (round (column * part));
  int top = view->top + whole (round (row * part));

  return (cairo_rectangle_int_t){ left, top, view->left + whole (round ((column + 1) * part)) - left,
                                  view->top + whole (round ((row + 1) * part)) - top };
}

/**
 * tl_tile_box:
 * @zoom: pixels a point
 * @pixels: counted from the flow's origin
 *
 * Returns: the same part, in points of the flow
 */
TlBox
tl_tile_box (double zoom, const cairo_rectangle_int_t *pixels)
{
  return (TlBox){ pixels->x / zoom, pixels->y / zoom, pixels->width / zoom, pixels->height / zoom };
}
