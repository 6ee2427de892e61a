/* tile-store-private.h: what the files of the tile store share: tile-store.c keeps the tiles,
 * tile-painting.c paints what is missing, tile-pieces.c puts together what is seen.
 */
#pragma once

#include "paint/tile-level.h"

G_BEGIN_DECLS

/**
 * TlTileStore:
 * @levels: (element-type TlTileLevel): those wanted last in front
 * @shown: (nullable): what is drawn, scaled where the view's zoom is another
 * @next: (nullable): takes the place of @shown when it has all that is in sight
 * @overview: (nullable): all of the flow, small
 * @seen: what was in sight last
 * @painted: pixels
 */
struct _TlTileStore
{
  TlTilePainter painter;
  gpointer data;
  TlBox bounds;
  GPtrArray *levels;
  TlTileLevel *shown;
  TlTileLevel *next;
  TlTileLevel *overview;
  TlTileView seen;
  guint64 clock;
  guint64 painted;
};

/* tile-store.c */
TlTileLevel *tl_tile_store_level (TlTileStore *store, double zoom);
void tl_tile_store_keep_within_memory (TlTileStore *store, const TlTileView *view);

/* tile-pieces.c */
gboolean tl_tile_store_covers (const TlTileStore *store,
                               const TlTileView *view,
                               const cairo_rectangle_int_t *part,
                               const TlTileLevel *except);
gboolean tl_tile_store_is_whole (const TlTileStore *store, const TlTileLevel *level, const TlTileView *view);

G_END_DECLS
