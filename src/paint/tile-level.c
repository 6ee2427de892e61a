/* tile-level.c: the tiles of one zoom. */
#include "paint/tile-level.h"

/* Lines reach a pixel beyond their box where they are smoothed. */
#define AROUND 2
/* More pieces than this are painted as one: each costs a look at every step. */
#define MOST_PIECES 6
/* A tile full of steps takes longer than what is left of a frame: it is painted in strips of so many
 * rows. */
#define STRIP 32

static void
drop_kept (TlTile *tile)
{
  if (tile->kept.data != NULL)
    tile->kept.free (tile->kept.data);
  tile->kept.data = NULL;
}

static void
tile_free (gpointer data)
{
  TlTile *tile = data;

  drop_kept (tile);
  cairo_surface_destroy (tile->surface);
  g_clear_pointer (&tile->stale, cairo_region_destroy);
  g_free (tile);
}

static gint64
key_of (int column, int row)
{
  return (gint64) (((guint64) (guint32) column << 32) | (guint32) row);
}

/**
 * tl_tile_level_new:
 * @zoom: pixels a point
 *
 * Returns: (transfer full): a level without tiles
 */
TlTileLevel *
tl_tile_level_new (double zoom)
{
  TlTileLevel *level = g_new0 (TlTileLevel, 1);

  level->zoom = zoom;
  level->tiles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, tile_free);
  return level;
}

/**
 * tl_tile_level_free:
 * @level: (transfer full): a level
 */
void
tl_tile_level_free (TlTileLevel *level)
{
  g_hash_table_unref (level->tiles);
  g_free (level);
}

/**
 * tl_tile_level_get:
 * @level: a level
 * @column: of a tile
 * @row: of a tile
 *
 * Returns: (transfer none) (nullable): the tile, where all of it was painted once
 */
TlTile *
tl_tile_level_get (const TlTileLevel *level, int column, int row)
{
  gint64 key = key_of (column, row);
  TlTile *tile = g_hash_table_lookup (level->tiles, &key);

  return tile != NULL && !tile->bare ? tile : NULL;
}

static cairo_region_t *
whole_tile (void)
{
  return cairo_region_create_rectangle (&(cairo_rectangle_int_t){ 0, 0, TL_TILE, TL_TILE });
}

/**
 * tl_tile_level_add:
 * @level: a level
 * @column: of a tile
 * @row: of the tile
 *
 * Returns: (transfer none): the tile; all of it, or some, is still to be painted where it is new
 */
TlTile *
tl_tile_level_add (TlTileLevel *level, int column, int row)
{
  gint64 key = key_of (column, row);
  TlTile *tile = g_hash_table_lookup (level->tiles, &key);

  if (tile != NULL)
    return tile;
  tile = g_new0 (TlTile, 1);
  tile->bare = TRUE;
  tile->column = column;
  tile->row = row;
  tile->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, TL_TILE, TL_TILE);
  tile->stale = whole_tile ();
  g_hash_table_insert (level->tiles, g_memdup2 (&key, sizeof key), tile);
  return tile;
}

/**
 * tl_tile_level_drop:
 * @level: a level
 * @tile: (transfer full): a tile of it
 */
void
tl_tile_level_drop (TlTileLevel *level, const TlTile *tile)
{
  gint64 key = key_of (tile->column, tile->row);

  g_hash_table_remove (level->tiles, &key);
}

static void
touch_tile (TlTile *tile, const cairo_rectangle_int_t *pixels)
{
  cairo_rectangle_int_t own
      = { pixels->x - tile->column * TL_TILE, pixels->y - tile->row * TL_TILE, pixels->width, pixels->height };
  cairo_region_t *touched = whole_tile ();

  cairo_region_intersect_rectangle (touched, &own);
  if (cairo_region_is_empty (touched))
    cairo_region_destroy (touched);
  else if (tile->stale == NULL)
    tile->stale = touched;
  else
    {
      cairo_region_union (tile->stale, touched);
      cairo_region_destroy (touched);
    }
}

static gboolean
is_beside (const TlTile *tile, const cairo_rectangle_int_t *pixels)
{
  gint64 left = (gint64) tile->column * TL_TILE, top = (gint64) tile->row * TL_TILE;

  return left >= (gint64) pixels->x + pixels->width || left + TL_TILE <= pixels->x
         || top >= (gint64) pixels->y + pixels->height || top + TL_TILE <= pixels->y;
}

/**
 * tl_tile_level_touch:
 * @level: a level
 * @box: a part of the flow that has changed
 * @keep: whether tiles are kept to be painted again where they have changed; else they are dropped
 */
void
tl_tile_level_touch (TlTileLevel *level, const TlBox *box, gboolean keep)
{
  cairo_rectangle_int_t pixels = tl_tile_pixels (level->zoom, box);
  GHashTableIter iter;
  TlTile *tile;

  pixels.x -= AROUND;
  pixels.y -= AROUND;
  pixels.width += 2 * AROUND;
  pixels.height += 2 * AROUND;
  g_hash_table_iter_init (&iter, level->tiles);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &tile))
    if (is_beside (tile, &pixels))
      continue;
    else if (keep)
      touch_tile (tile, &pixels);
    else
      g_hash_table_iter_remove (&iter);
}

/* In whole pixels of the tile, so that what is painted meets what stands without a trace. */
static void
paint_part (const TlTileLevel *level,
            const TlTile *tile,
            const cairo_rectangle_int_t *part,
            TlTilePainter painter,
            gpointer data)
{
  cairo_rectangle_int_t pixels
      = { tile->column * TL_TILE + part->x, tile->row * TL_TILE + part->y, part->width, part->height };
  TlBox visible = tl_tile_box (level->zoom, &pixels);
  cairo_t *cr = cairo_create (tile->surface);

  cairo_rectangle (cr, part->x, part->y, part->width, part->height);
  cairo_clip (cr);
  cairo_translate (cr, -tile->column * (double) TL_TILE, -tile->row * (double) TL_TILE);
  cairo_scale (cr, level->zoom, level->zoom);
  painter (cr, &visible, level->zoom, data);
  cairo_destroy (cr);
}

/* Who draws may hold on to the pixels for a frame or two: those stay as they are. */
static void
part_from_kept (TlTile *tile)
{
  cairo_surface_t *copy = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, TL_TILE, TL_TILE);
  cairo_t *cr = cairo_create (copy);

  cairo_set_source_surface (cr, tile->surface, 0, 0);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (tile->surface);
  tile->surface = copy;
  drop_kept (tile);
}

static void
join_many (cairo_region_t *region)
{
  cairo_rectangle_int_t all;

  if (cairo_region_num_rectangles (region) <= MOST_PIECES)
    return;
  cairo_region_get_extents (region, &all);
  cairo_region_union_rectangle (region, &all);
}

static gboolean
is_late (gint64 until)
{
  return until != G_MAXINT64 && g_get_monotonic_time () >= until;
}

/* Paints the first of what is stale: a strip of it where there is a time to keep to.
 * Returns: how many pixels that were */
static guint
paint_next (TlTileLevel *level, TlTile *tile, TlTilePainter painter, gpointer data, gint64 until)
{
  cairo_rectangle_int_t part;

  cairo_region_get_rectangle (tile->stale, 0, &part);
  if (until != G_MAXINT64)
    part.height = MIN (part.height, STRIP);
  paint_part (level, tile, &part, painter, data);
  cairo_region_subtract_rectangle (tile->stale, &part);
  return (guint) (part.width * part.height);
}

/**
 * tl_tile_level_paint:
 * @level: a level
 * @tile: a tile of it
 * @painter: to paint with
 * @data: for @painter
 * @until: when to stop, in the time of g_get_monotonic_time(); %G_MAXINT64 for when all is done
 *
 * Paints of a tile what is stale, or some of it.
 *
 * Returns: how many pixels were painted
 */
guint
tl_tile_level_paint (TlTileLevel *level, TlTile *tile, TlTilePainter painter, gpointer data, gint64 until)
{
  guint pixels = 0;

  if (tile->stale == NULL)
    return 0;
  if (tile->kept.data != NULL)
    part_from_kept (tile);
  join_many (tile->stale);
  while (!cairo_region_is_empty (tile->stale) && !is_late (until))
    pixels += paint_next (level, tile, painter, data, until);
  cairo_surface_flush (tile->surface);
  if (!cairo_region_is_empty (tile->stale))
    return pixels;
  g_clear_pointer (&tile->stale, cairo_region_destroy);
  tile->bare = FALSE;
  return pixels;
}
