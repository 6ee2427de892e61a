/* tile-store.c: painted pieces of a flow, kept so that a frame only copies them. */
#include <math.h>

#include "paint/tile-store-private.h"

#define MOST_LEVELS 6
/* Lines and labels reach beyond the bounds of boxes. */
#define AROUND 96.0

static void
level_free (gpointer data)
{
  tl_tile_level_free (data);
}

/**
 * tl_tile_store_new:
 * @painter: paints the flow
 * @data: for @painter
 *
 * Returns: (transfer full): a store without tiles
 */
TlTileStore *
tl_tile_store_new (TlTilePainter painter, gpointer data)
{
  TlTileStore *store = g_new0 (TlTileStore, 1);

  store->painter = painter;
  store->data = data;
  store->levels = g_ptr_array_new_with_free_func (level_free);
  return store;
}

/**
 * tl_tile_store_free:
 * @store: (transfer full): a store
 */
void
tl_tile_store_free (TlTileStore *store)
{
  g_ptr_array_unref (store->levels);
  g_free (store);
}

/**
 * tl_tile_store_clear:
 * @store: a store
 *
 * Forgets all tiles: it is another flow, or in other colours.
 */
void
tl_tile_store_clear (TlTileStore *store)
{
  g_ptr_array_set_size (store->levels, 0);
  store->shown = store->next = store->overview = NULL;
}

/* ---- levels ---- */

static void
forget_level (TlTileStore *store)
{
  for (guint i = store->levels->len; i-- > 0;)
    {
      TlTileLevel *level = g_ptr_array_index (store->levels, i);

      if (level == store->shown || level == store->next || level == store->overview)
        continue;
      g_ptr_array_remove_index (store->levels, i);
      return;
    }
}

/* tl_tile_store_level: the level of a zoom, without tiles where there was none. */
TlTileLevel *
tl_tile_store_level (TlTileStore *store, double zoom)
{
  TlTileLevel *level;

  for (guint i = 0; i < store->levels->len; i++)
    {
      level = g_ptr_array_index (store->levels, i);
      if (!tl_tile_same_zoom (level->zoom, zoom))
        continue;
      g_ptr_array_steal_index (store->levels, i);
      g_ptr_array_insert (store->levels, 0, level);
      return level;
    }
  if (store->levels->len >= MOST_LEVELS)
    forget_level (store);
  level = tl_tile_level_new (zoom);
  g_ptr_array_insert (store->levels, 0, level);
  return level;
}

/**
 * tl_tile_store_set_bounds:
 * @store: a store
 * @bounds: what there is to paint; beyond it (and a little room for labels) no tiles are made
 */
void
tl_tile_store_set_bounds (TlTileStore *store, const TlBox *bounds)
{
  store->bounds
      = (TlBox){ bounds->x - AROUND, bounds->y - AROUND, bounds->width + 2 * AROUND, bounds->height + 2 * AROUND };
}

/**
 * tl_tile_store_touch:
 * @store: a store
 * @box: a part of the flow that looks other than before
 * @least_zoom: from which on it does, in pixels a point; 0 for always
 */
void
tl_tile_store_touch (TlTileStore *store, const TlBox *box, double least_zoom)
{
  for (guint i = 0; i < store->levels->len; i++)
    {
      TlTileLevel *level = g_ptr_array_index (store->levels, i);

      if (level->zoom >= least_zoom)
        tl_tile_level_touch (level, box, level == store->shown || level == store->overview);
    }
}

/* ---- memory ---- */

static guint
count_tiles (const TlTileStore *store)
{
  guint n = 0;

  for (guint i = 0; i < store->levels->len; i++)
    n += g_hash_table_size (((TlTileLevel *) g_ptr_array_index (store->levels, i))->tiles);
  return n;
}

/* Three screens of tiles, and some: what is in sight, what is about to be, and a little past. */
static guint
most_tiles (const TlTileView *view)
{
  return (guint) (3 * (view->width / TL_TILE + 2) * (view->height / TL_TILE + 2) + 64);
}

static gint
by_use (gconstpointer a, gconstpointer b)
{
  const TlTile *x = *(TlTile *const *) a, *y = *(TlTile *const *) b;

  return (x->used > y->used) - (x->used < y->used);
}

/* Drops the tiles of a level that were not in sight for longest, @excess at most. */
static guint
drop_oldest (TlTileStore *store, TlTileLevel *level, guint excess)
{
  g_autoptr (GPtrArray) tiles = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer any;
  guint dropped = 0;

  g_hash_table_iter_init (&iter, level->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &any))
    g_ptr_array_add (tiles, any);

  g_ptr_array_sort (tiles, by_use);
  for (guint i = 0; i < tiles->len && dropped < excess; i++)
    {
      const TlTile *tile = g_ptr_array_index (tiles, i);

      if (tile->used >= store->clock)
        break;
      tl_tile_level_drop (level, tile);
      dropped++;
    }
  return dropped;
}

/* tl_tile_store_keep_within_memory: drops what was not in sight for longest. */
void
tl_tile_store_keep_within_memory (TlTileStore *store, const TlTileView *view)
{
  guint n = count_tiles (store);
  guint most = most_tiles (view);

  for (guint i = store->levels->len; n > most && i-- > 0;)
    {
      TlTileLevel *level = g_ptr_array_index (store->levels, i);

      if (level != store->overview)
        n -= drop_oldest (store, level, n - most);
    }
}

/**
 * tl_tile_store_zoom:
 * @store: a store
 *
 * Returns: the zoom of the tiles that are shown, where they are there; 0 before any are
 */
double
tl_tile_store_zoom (const TlTileStore *store)
{
  return store->shown != NULL ? store->shown->zoom : 0;
}

/**
 * tl_tile_store_size:
 * @store: a store
 *
 * Returns: bytes of pixels that it keeps
 */
gsize
tl_tile_store_size (const TlTileStore *store)
{
  return (gsize) count_tiles (store) * TL_TILE * TL_TILE * 4;
}

/**
 * tl_tile_store_painted:
 * @store: a store
 *
 * Returns: how many pixels it has had painted so far
 */
guint64
tl_tile_store_painted (const TlTileStore *store)
{
  return store->painted;
}
