/* tile-store.h: painted pieces of a flow, kept so that a frame only copies them.
 *
 * Painting two thousand steps takes many times what a frame may. So the flow is painted in tiles
 * (paint/tile-grid.h) and a frame copies those in sight: while a team pans only what comes into
 * sight is painted; while it zooms the tiles of the zoom before are scaled, and new ones take their
 * place all at once when there are enough; after an edit only the pixels that changed are painted.
 *
 * All of it happens in one thread. A painter reads the study's items, which edits change, and set
 * text (Pango), which threads may not share; instead of locks and copies a frame paints for as long
 * as it can afford (@until) and goes on in the next.
 */
#pragma once

#include "paint/tile-grid.h"

G_BEGIN_DECLS

/**
 * TlTilePainter:
 * @cr: clipped to what is wanted, in the flow's points
 * @visible: what is wanted
 * @zoom: pixels a point
 * @data: as given
 *
 * Paints a part of the flow and the ground under it.
 */
typedef void (*TlTilePainter) (cairo_t *cr, const TlBox *visible, double zoom, gpointer data);

/**
 * TlTileKept:
 * @data: (nullable): something made of a tile's pixels
 * @free: gives it back
 *
 * What who draws makes of a tile once and uses in each frame. It may go on reading the tile's pixels:
 * when the tile is painted again that is in other memory, and this is dropped.
 */
typedef struct
{
  gpointer data;
  GDestroyNotify free;
} TlTileKept;

/**
 * TlTilePiece:
 * @surface: a tile; ARGB32, all of it opaque
 * @kept: what who draws keeps with the tile
 * @version: a number that no other painting has, of this tile or another one
 * @place: where the whole tile goes, in pixels of the view; its size is #TL_TILE where it is not
 * scaled
 * @seen: the part of @place to draw
 */
typedef struct
{
  cairo_surface_t *surface;
  TlTileKept *kept;
  guint64 version;
  cairo_rectangle_int_t place;
  cairo_rectangle_int_t seen;
} TlTilePiece;

typedef void (*TlTileDraw) (const TlTilePiece *piece, gpointer data);

/**
 * TlTileWork:
 * @TL_TILE_WORK_DONE: there is nothing left to paint
 * @TL_TILE_WORK_AHEAD: all that is in sight is as it should be; what may be seen next is not
 * painted yet
 * @TL_TILE_WORK_IN_SIGHT: something in sight is scaled or missing
 */
typedef enum
{
  TL_TILE_WORK_DONE,
  TL_TILE_WORK_AHEAD,
  TL_TILE_WORK_IN_SIGHT,
} TlTileWork;

/**
 * TlTileTime:
 * @until: when painting should end, in the time of g_get_monotonic_time()
 * @until_anew: the same, where tiles of another zoom take the place of those that were shown: all that is in
 * sight is drawn anew then, which takes time too
 * @until_ahead: when painting what is not in sight should end
 *
 * How long a frame may paint.
 */
typedef struct
{
  gint64 until;
  gint64 until_anew;
  gint64 until_ahead;
} TlTileTime;

typedef struct _TlTileStore TlTileStore;

TlTileStore *tl_tile_store_new (TlTilePainter painter, gpointer data) G_GNUC_WARN_UNUSED_RESULT;
void tl_tile_store_free (TlTileStore *store);

void tl_tile_store_set_bounds (TlTileStore *store, const TlBox *bounds);
void tl_tile_store_clear (TlTileStore *store);
void tl_tile_store_touch (TlTileStore *store, const TlBox *box, double least_zoom);
TlTileWork tl_tile_store_prepare (TlTileStore *store, const TlTileView *view, gboolean at_rest, TlTileTime time);
double tl_tile_store_zoom (const TlTileStore *store);
void tl_tile_store_draw (TlTileStore *store, const TlTileView *view, TlTileDraw draw, gpointer data);
gsize tl_tile_store_size (const TlTileStore *store);
guint64 tl_tile_store_painted (const TlTileStore *store);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTileStore, tl_tile_store_free)

G_END_DECLS
