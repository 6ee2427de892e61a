/* tile-pieces.c: the tiles that a view shows, of whatever level there are some. */
#include <math.h>

#include "paint/tile-store-private.h"

/* Takes what the level's tiles cover from the region. */
static void
subtract (const TlTileStore *store, const TlTileLevel *level, const TlTileView *view, cairo_region_t *open)
{
  TlTileSpan span = tl_tile_span_seen (view, level->zoom, &store->bounds);

  for (int row = span.top; row < span.bottom; row++)
    for (int column = span.left; column < span.right; column++)
      if (tl_tile_level_get (level, column, row) != NULL)
        {
          cairo_rectangle_int_t place = tl_tile_place (view, level->zoom, column, row);

          cairo_region_subtract_rectangle (open, &place);
        }
}

static cairo_region_t *
flow_in_sight (const TlTileStore *store, const TlTileView *view)
{
  cairo_rectangle_int_t pixels = tl_tile_pixels (view->zoom, &store->bounds);
  cairo_rectangle_int_t all = { 0, 0, view->width, view->height };
  cairo_region_t *region;

  pixels.x += view->left;
  pixels.y += view->top;
  region = cairo_region_create_rectangle (&pixels);
  cairo_region_intersect_rectangle (region, &all);
  return region;
}

/* tl_tile_store_covers: whether there are tiles for all of the flow that is in sight in @part, those of
 * @except left out. */
gboolean
tl_tile_store_covers (const TlTileStore *store,
                      const TlTileView *view,
                      const cairo_rectangle_int_t *part,
                      const TlTileLevel *except)
{
  cairo_region_t *open = flow_in_sight (store, view);
  gboolean covered;

  cairo_region_intersect_rectangle (open, part);
  for (guint i = 0; i < store->levels->len && !cairo_region_is_empty (open); i++)
    if (g_ptr_array_index (store->levels, i) != except)
      subtract (store, g_ptr_array_index (store->levels, i), view, open);
  covered = cairo_region_is_empty (open);
  cairo_region_destroy (open);
  return covered;
}

/* tl_tile_store_is_whole: whether a level has all tiles that are in sight. */
gboolean
tl_tile_store_is_whole (const TlTileStore *store, const TlTileLevel *level, const TlTileView *view)
{
  TlTileSpan span = tl_tile_span_seen (view, level->zoom, &store->bounds);

  for (int row = span.top; row < span.bottom; row++)
    for (int column = span.left; column < span.right; column++)
      if (tl_tile_level_get (level, column, row) == NULL)
        return FALSE;
  return TRUE;
}

static void
add_pieces (TlTileStore *store, TlTileLevel *level, const TlTileView *view, cairo_region_t *open, GArray *pieces)
{
  TlTileSpan span = tl_tile_span_seen (view, level->zoom, &store->bounds);
  cairo_rectangle_int_t hole;

  cairo_region_get_extents (open, &hole);
  for (int row = span.top; row < span.bottom; row++)
    for (int column = span.left; column < span.right; column++)
      {
        TlTile *tile = tl_tile_level_get (level, column, row);
        TlTilePiece piece;
        cairo_region_t *seen;

        if (tile == NULL)
          continue;
        tile->used = store->clock;
        piece.surface = tile->surface;
        piece.kept = &tile->kept;
        piece.version = tile->version;
        piece.place = tl_tile_place (view, level->zoom, column, row);
        seen = cairo_region_create_rectangle (&piece.place);
        cairo_region_intersect_rectangle (seen, &hole);
        cairo_region_get_extents (seen, &piece.seen);
        if (cairo_region_contains_rectangle (open, &piece.place) != CAIRO_REGION_OVERLAP_OUT)
          g_array_append_val (pieces, piece);
        cairo_region_destroy (seen);
      }
  subtract (store, level, view, open);
}

/* The level nearest in zoom among those that are not taken yet. */
static TlTileLevel *
nearest_level (const TlTileStore *store, const TlTileView *view, GHashTable *taken)
{
  TlTileLevel *nearest = NULL;
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < store->levels->len; i++)
    {
      TlTileLevel *level = g_ptr_array_index (store->levels, i);
      double away = fabs (log (level->zoom / view->zoom));

      if (g_hash_table_contains (taken, level) || away >= least)
        continue;
      nearest = level;
      least = away;
    }
  return nearest;
}

/**
 * tl_tile_store_draw:
 * @store: a store
 * @view: what is in sight, as given to tl_tile_store_prepare()
 * @draw: called for each piece, those behind first
 * @data: for @draw
 */
void
tl_tile_store_draw (TlTileStore *store, const TlTileView *view, TlTileDraw draw, gpointer data)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (TlTilePiece));
  cairo_region_t *open = flow_in_sight (store, view);
  TlTileLevel *level = store->shown;

  while (level != NULL && !cairo_region_is_empty (open))
    {
      add_pieces (store, level, view, open, pieces);
      g_hash_table_add (taken, level);
      level = nearest_level (store, view, taken);
    }
  cairo_region_destroy (open);
  for (guint i = pieces->len; i-- > 0;)
    draw (&g_array_index (pieces, TlTilePiece, i), data);
}
