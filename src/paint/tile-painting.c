/* tile-painting.c: paints the tiles that are missing or stale, for as long as a frame can afford. */
#include <math.h>

#include "paint/tile-store-private.h"

/* Of the overview, in pixels: it stands in for what is not painted yet, so it need not be sharp. */
#define OVERVIEW_WIDTH 1600.0
#define OVERVIEW_HEIGHT 1000.0
/* While zooming goes on, tiles are scaled by this much at most before others are painted. */
#define MOST_SCALED 1.5

static gboolean
is_late (gint64 until)
{
  return g_get_monotonic_time () >= until;
}

static void
paint_tile (TlTileStore *store, TlTileLevel *level, TlTile *tile, gint64 until)
{
  guint pixels = tl_tile_level_paint (level, tile, store->painter, store->data, until);

  store->painted += pixels;
  if (pixels > 0)
    tile->version = store->painted;
  tile->used = store->clock;
}

static gboolean
can_wait (TlTileStore *store, TlTileLevel *level, const TlTileView *view, int column, int row)
{
  cairo_rectangle_int_t place = tl_tile_place (view, level->zoom, column, row);

  return tl_tile_store_covers (store, view, &place, level);
}

/* Paints a tile that is in sight. What is on the screen and has changed is painted whatever it takes,
 * and so is what nothing can stand in for: the rest as time allows.
 * Returns: whether it is there */
static gboolean
fill_tile (TlTileStore *store, TlTileLevel *level, const TlTileView *view, int column, int row, gint64 until)
{
  TlTile *tile = tl_tile_level_get (level, column, row);

  if (tile == NULL && level == store->shown && !can_wait (store, level, view, column, row))
    until = G_MAXINT64;
  if (tile != NULL)
    until = G_MAXINT64;
  else if (is_late (until))
    return FALSE;
  else
    tile = tl_tile_level_add (level, column, row);
  paint_tile (store, level, tile, until);
  return !tile->bare;
}

/* Paints the tiles of a level that are in sight. Returns: whether all are there */
static gboolean
fill (TlTileStore *store, TlTileLevel *level, const TlTileView *view, gint64 until)
{
  TlTileSpan span = tl_tile_span_seen (view, level->zoom, &store->bounds);
  gboolean whole = TRUE;

  for (int row = span.top; row < span.bottom; row++)
    for (int column = span.left; column < span.right; column++)
      whole &= fill_tile (store, level, view, column, row, until);
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

        if (tile != NULL)
          paint_tile (store, level, tile, G_MAXINT64);
      }
}

static gboolean
is_covered (TlTileStore *store, const TlTileView *view)
{
  cairo_rectangle_int_t all = { 0, 0, view->width, view->height };

  return tl_tile_store_covers (store, view, &all, NULL);
}

static void
show_now (TlTileStore *store, const TlTileView *view)
{
  store->next = NULL;
  store->shown = tl_tile_store_level (store, view->zoom);
  fill (store, store->shown, view, G_MAXINT64);
}

static double
distance (const TlTileLevel *level, double zoom)
{
  return fabs (log (level->zoom / zoom));
}

/* In steps of √2: who zooms to and fro comes by the same ones again. */
static double
step_near (double zoom)
{
  return exp2 (round (2 * log2 (zoom)) / 2);
}

/* Where there are tiles of a nearer zoom already, those are shown. */
static void
show_nearest (TlTileStore *store, const TlTileView *view)
{
  for (guint i = 0; i < store->levels->len; i++)
    {
      TlTileLevel *level = g_ptr_array_index (store->levels, i);

      if (distance (level, view->zoom) < distance (store->shown, view->zoom)
          && tl_tile_store_is_whole (store, level, view))
        store->shown = level;
    }
}

/* Returns: (nullable): the level to paint, if any: at rest the sharp one; while zooming goes on one
 * near by, where those that are shown are scaled by much */
static TlTileLevel *
level_to_paint (TlTileStore *store, const TlTileView *view, gboolean at_rest)
{
  if (at_rest)
    return tl_tile_store_level (store, view->zoom);
  if (store->next != NULL && distance (store->next, view->zoom) < log (MOST_SCALED))
    return store->next;
  if (distance (store->shown, view->zoom) > log (MOST_SCALED))
    return tl_tile_store_level (store, step_near (view->zoom));
  return NULL;
}

/* Returns: when painting should end, now that this is shown, where it was @before */
static gint64
until_of (const TlTileStore *store, const TlTileLevel *before, TlTileTime time)
{
  return store->shown == before ? time.until : MIN (time.until, time.until_anew);
}

/* Paints the level that is to be shown next, and shows it when all is there: in the next frame, which has
 * nothing to paint then, where the time for both is over. */
static void
fill_next (TlTileStore *store, const TlTileView *view, gint64 until, gint64 until_anew)
{
  guint64 painted = store->painted;

  if (!fill (store, store->next, view, until))
    return;
  if (store->painted != painted && is_late (until_anew))
    return;
  store->shown = store->next;
  store->next = NULL;
}

/* The view's zoom is not that of the tiles: they are scaled, and others painted to take their
 * place. */
static void
follow_zoom (TlTileStore *store, const TlTileView *view, gboolean at_rest, TlTileTime time)
{
  const TlTileLevel *before = store->shown;

  if (!is_covered (store, view))
    {
      show_now (store, view);
      return;
    }
  show_nearest (store, view);
  store->next = level_to_paint (store, view, at_rest);
  if (store->next != NULL)
    fill_next (store, view, until_of (store, before, time), time.until_anew);
  freshen (store, store->shown, view);
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
        tile = tl_tile_level_add (level, column, row);
        paint_tile (store, level, tile, until);
        if (tile->stale != NULL)
          return FALSE;
      }
  return TRUE;
}

/* In steps of √2, so that a flow that grows does not make another overview at every step. */
static double
overview_zoom (const TlBox *bounds)
{
  double fit = MIN (OVERVIEW_WIDTH / bounds->width, OVERVIEW_HEIGHT / bounds->height);

  return exp2 (floor (2 * log2 (MIN (fit, 1))) / 2);
}

/* What a team is likely to see next: the tiles around those in sight, while it pans those that it pans
 * to. */
static TlTileView
view_ahead (const TlTileStore *store, const TlTileView *view)
{
  int dx = view->left - store->seen.left, dy = view->top - store->seen.top;
  gboolean moves = tl_tile_same_zoom (store->seen.zoom, view->zoom) && (dx != 0 || dy != 0);
  int left = !moves || dx > 0 ? TL_TILE : 0, right = !moves || dx < 0 ? TL_TILE : 0;
  int top = !moves || dy > 0 ? TL_TILE : 0, bottom = !moves || dy < 0 ? TL_TILE : 0;

  return (TlTileView){ view->zoom, view->left + left, view->top + top, view->width + left + right,
                       view->height + top + bottom };
}

/* Paints ahead, and all of the flow, small, to stand in for what a team sees before that is painted.
 * Returns: whether all is there */
static gboolean
look_ahead (TlTileStore *store, const TlTileView *view, gint64 until)
{
  TlTileView wider = view_ahead (store, view);
  TlTileSpan around, all;

  if (is_late (until))
    return FALSE;
  store->overview = tl_tile_store_level (store, overview_zoom (&store->bounds));
  all = tl_tile_span_of_box (store->overview->zoom, &store->bounds);
  around = tl_tile_span_seen (&wider, store->shown->zoom, &store->bounds);
  return fill_span (store, store->overview, all, until) && fill_span (store, store->shown, around, until);
}

/**
 * tl_tile_store_prepare:
 * @store: a store
 * @view: what is in sight
 * @at_rest: whether the zoom stays as it is: then sharp tiles are painted for it
 * @time: for painting
 *
 * Paints what tl_tile_store_draw() needs. The first picture, and what an edit has changed in sight,
 * are painted however long it takes.
 *
 * Returns: what is left to paint: while there is, call again in the next frame
 */
TlTileWork
tl_tile_store_prepare (TlTileStore *store, const TlTileView *view, gboolean at_rest, TlTileTime time)
{
  const TlTileLevel *before = store->shown;
  TlTileWork work = TL_TILE_WORK_DONE;
  gint64 until;
  gboolean whole;

  if (!(store->bounds.width > 0) || view->width <= 0 || view->height <= 0)
    return TL_TILE_WORK_DONE;
  store->clock++;
  if (store->shown == NULL)
    show_now (store, view);
  else if (!tl_tile_same_zoom (store->shown->zoom, view->zoom))
    follow_zoom (store, view, at_rest, time);
  else
    store->next = NULL;
  until = until_of (store, before, time);
  whole = tl_tile_same_zoom (store->shown->zoom, view->zoom) && fill (store, store->shown, view, until);
  tl_tile_store_keep_within_memory (store, view);
  if (!whole)
    work = TL_TILE_WORK_IN_SIGHT;
  else if (!look_ahead (store, view, MIN (until, time.until_ahead)))
    work = TL_TILE_WORK_AHEAD;
  store->seen = *view;
  return work;
}
