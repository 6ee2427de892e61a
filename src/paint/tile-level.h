/* tile-level.h: the tiles of one zoom. Private to the tile store. */
#pragma once

#include "paint/tile-store.h"

G_BEGIN_DECLS

/**
 * TlTile:
 * @stale: (nullable): pixels of the tile that are to be painted again; %NULL where it is as it
 * should
 * @bare: it has not been painted as a whole yet, so nobody may see it
 * @version: a number of the store that is another after each painting
 * @used: when it was last in sight
 */
typedef struct
{
  int column;
  int row;
  cairo_surface_t *surface;
  cairo_region_t *stale;
  gboolean bare;
  guint64 version;
  TlTileKept kept;
  guint64 used;
} TlTile;

/**
 * TlTileLevel:
 * @zoom: pixels a point
 * @tiles: (element-type TlTile): by column and row
 */
typedef struct
{
  double zoom;
  GHashTable *tiles;
} TlTileLevel;

TlTileLevel *tl_tile_level_new (double zoom) G_GNUC_WARN_UNUSED_RESULT;
void tl_tile_level_free (TlTileLevel *level);
TlTile *tl_tile_level_get (const TlTileLevel *level, int column, int row);
TlTile *tl_tile_level_add (TlTileLevel *level, int column, int row);
void tl_tile_level_drop (TlTileLevel *level, const TlTile *tile);
void tl_tile_level_touch (TlTileLevel *level, const TlBox *box, gboolean keep);
guint tl_tile_level_paint (TlTileLevel *level, TlTile *tile, TlTilePainter painter, gpointer data, gint64 until);

G_END_DECLS
