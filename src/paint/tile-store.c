/* tile-store.c: painted pieces of a flow, kept so that a frame only copies them. */
#include "paint/tile-store.h"

#include <math.h>

#include "paint/tile-level.h"

/* Of the overview, in pixels: it stands in for what is not painted yet, so it need not be sharp. */
#define OVERVIEW_WIDTH 1600.0
#define OVERVIEW_HEIGHT 1000.0
/* While zooming goes on, tiles are scaled by this much at most before others are painted. */
#define MOST_SCALED 1.5
#define MOST_LEVELS 6
/* Lines and labels reach beyond the bounds of boxes. */
#define AROUND 96.0

struct _TlTileStore
{
  TlTilePainter painter;
  gpointer data;
  TlBox bounds;
  GPtrArray *levels;     /* TlTileLevel, those wanted last in front */
  TlTileLevel *shown;    /* what is drawn, scaled where the view's zoom is another */
  TlTileLevel *next;     /* takes the place of shown when it has all that is in sight */
  TlTileLevel *overview; /* all of the flow, small */
  guint64 clock;
  guint64 painted; /* pixels */
};

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

static gboolean
same_zoom (double a, double b)
{
  return fabs (a / b - 1) < 1e-9;
}

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

static TlTileLevel *
level_at (TlTileStore *store, double zoom)
{
  TlTileLevel *level;

  for (guint i = 0; i < store->levels->len; i++)
    {
      level = g_ptr_array_index (store->levels, i);
      if (!same_zoom (level->zoom, zoom))
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

/* In steps of √2, so that a flow that grows does not make another overview at every step. */
static double
overview_zoom (const TlBox *bounds)
{
  double fit = MIN (OVERVIEW_WIDTH / bounds->width, OVERVIEW_HEIGHT / bounds->height);

  return exp2 (floor (2 * log2 (MIN (fit, 1))) / 2);
}

/**
 * tl_tile_store_set_bounds:
 * @store: a store
 * @bounds: what there is to paint; beyond it (and a little room for labels) no tiles are made
 */
void
tl_tile_store_set_bounds (TlTileStore *store, const TlBox *bounds)
{
  store->bounds = (TlBox){ bounds->x - AROUND, bounds->y - AROUND, bounds->width + 2 * AROUND,
                           bounds->height + 2 * AROUND };
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

/* ---- painting ---- */

static gboolean
is_late (gint64 until)
{
  return g_get_monotonic_time () >= until;
}

static void
paint_tile (TlTileStore *store, TlTileLevel *level, TlTile *tile)
{
  store->painted += tl_tile_level_paint (level, tile, store->painter, store->data);
}

/* Takes what the level's tiles cover from the region. */
static void
subtract (TlTileStore *store, TlTileLevel *level, const TlTileView *view, cairo_region_t *open)
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

/* Whether tiles of other levels can stand in for what lies there. */
static gboolean
has_stand_in (TlTileStore *store, TlTileLevel *level, const TlTileView *view, cairo_region_t *open)
{
  for (guint i = 0; i < store->levels->len && !cairo_region_is_empty (open); i++)
    if (g_ptr_array_index (store->levels, i) != level)
      subtract (store, g_ptr_array_index (store->levels, i), view, open);
  return cairo_region_is_empty (open);
}

static gboolean
can_wait (TlTileStore *store, TlTileLevel *level, const TlTileView *view, int column, int row)
{
  cairo_rectangle_int_t place = tl_tile_place (view, level->zoom, column, row);
  cairo_region_t *open = flow_in_sight (store, view);
  gboolean waits;

  cairo_region_intersect_rectangle (open, &place);
  waits = has_stand_in (store, level, view, open);
  cairo_region_destroy (open);
  return waits;
}

/* Paints the tiles of a level that are in sight. What is on the screen and has changed is painted
 * whatever it takes, and so is what nothing can stand in for: the rest as time allows.
 * Returns: whether all are there */
static gboolean
fill (TlTileStore *store, TlTileLevel *level, const TlTileView *view, gint64 until)
{
  TlTileSpan span = tl_tile_span_seen (view, level->zoom, &store->bounds);
  gboolean whole = TRUE;

  for (int row = span.top; row < span.bottom; row++)
    for (int column = span.left; column < span.right; column++)
      {
        TlTile *tile = tl_tile_level_get (level, column, row);

        if (tile == NULL && is_late (until)
            && (level != store->shown || can_wait (store, level, view, column, row)))
          {
            whole = FALSE;
            continue;
          }
        if (tile == NULL)
          tile = tl_tile_level_add (level, column, row);
        paint_tile (store, level, tile);
        tile->used = store->clock;
      }
  return whole;
}

/* Tiles on the screen that an edit has touched are painted at once; none is added. */
static void
freshen (TlTileStore *store, TlTileLevel *level, const TlTileView *view)
{
  TlTileSpan span = tl_tile_span_seen (view, level->zoom, &store->bounds);

  for (int row = span.top; row < span.bottom; row++)
    for (int column = span.left; column < span.right; column++)
      {
        TlTile *tile = tl_tile_level_get (level, column, row);

        if (tile == NULL)
          continue;
        paint_tile (store, level, tile);
        tile->used = store->clock;
      }
}

static gboolean
is_covered (TlTileStore *store, const TlTileView *view)
{
  cairo_region_t *open = flow_in_sight (store, view);
  gboolean covered = has_stand_in (store, NULL, view, open);

  cairo_region_destroy (open);
  return covered;
}

static void
show_now (TlTileStore *store, const TlTileView *view)
{
  store->next = NULL;
  store->shown = level_at (store, view->zoom);
  fill (store, store->shown, view, G_MAXINT64);
}

/* The view's zoom is not that of the tiles: they are scaled, and others painted to take their
 * place. */
static void
follow_zoom (TlTileStore *store, const TlTileView *view, gboolean at_rest, gint64 until)
{
  double scaled = view->zoom / store->shown->zoom;
  gboolean is_far = scaled > MOST_SCALED || scaled < 1 / MOST_SCALED;

  freshen (store, store->shown, view);
  if (!is_covered (store, view))
    {
      show_now (store, view);
      return;
    }
  if (at_rest ? !store->next || !same_zoom (store->next->zoom, view->zoom) : is_far && !store->next)
    store->next = level_at (store, view->zoom);
  if (store->next && fill (store, store->next, view, until))
    {
      store->shown = store->next;
      store->next = NULL;
    }
}

/* Paints the tiles of a span that are missing or stale, as time allows.
 * Returns: whether all are there */
static gboolean
fill_span (TlTileStore *store, TlTileLevel *level, TlTileSpan span, gint64 until)
{
  for (int row = span.top; row < span.bottom; row++)
    for (int column = span.left; column < span.right; column++)
      {
        TlTile *tile = tl_tile_level_get (level, column, row);

        if (tile != NULL && tile->stale == NULL)
          continue;
        if (is_late (until))
          return FALSE;
        if (tile == NULL)
          tile = tl_tile_level_add (level, column, row);
        paint_tile (store, level, tile);
        tile->used = store->clock;
      }
  return TRUE;
}

/* What a team is likely to see next: the tiles around those in sight; and all of the flow, small,
 * to stand in for what it sees before that is painted. Returns: whether all are there */
static gboolean
look_ahead (TlTileStore *store, const TlTileView *view, gint64 until)
{
  TlTileView wider = { view->zoom, view->left + TL_TILE, view->top + TL_TILE,
                       view->width + 2 * TL_TILE, view->height + 2 * TL_TILE };
  TlTileSpan around, all;

  if (is_late (until))
    return FALSE;
  store->overview = level_at (store, overview_zoom (&store->bounds));
  all = tl_tile_span_of_box (store->overview->zoom, &store->bounds);
  around = tl_tile_span_seen (&wider, store->shown->zoom, &store->bounds);
  return fill_span (store, store->overview, all, until)
         && fill_span (store, store->shown, around, until);
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

static void
keep_within_memory (TlTileStore *store, const TlTileView *view)
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
 * tl_tile_store_prepare:
 * @store: a store
 * @view: what is in sight
 * @at_rest: whether the zoom stays as it is: then sharp tiles are painted for it
 * @until: when painting should end, in the time of g_get_monotonic_time()
 *
 * Paints what tl_tile_store_draw() needs. The first picture, and what an edit has changed in sight,
 * are painted however long it takes.
 *
 * Returns: what is left to paint: while there is, call again in the next frame
 */
TlTileWork
tl_tile_store_prepare (TlTileStore *store, const TlTileView *view, gboolean at_rest, gint64 until)
{
  gboolean whole;

  if (!(store->bounds.width > 0) || view->width <= 0 || view->height <= 0)
    return TL_TILE_WORK_DONE;
  store->clock++;
  if (store->shown == NULL)
    show_now (store, view);
  else if (!same_zoom (store->shown->zoom, view->zoom))
    follow_zoom (store, view, at_rest, until);
  else
    store->next = NULL;
  whole = same_zoom (store->shown->zoom, view->zoom) && fill (store, store->shown, view, until);
  keep_within_memory (store, view);
  if (!whole)
    return TL_TILE_WORK_IN_SIGHT;
  return look_ahead (store, view, until) ? TL_TILE_WORK_DONE : TL_TILE_WORK_AHEAD;
}

/* ---- drawing ---- */

static void
add_pieces (TlTileStore *store,
            TlTileLevel *level,
            const TlTileView *view,
            cairo_region_t *open,
            GArray *pieces)
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
