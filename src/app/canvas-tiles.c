/* canvas-tiles.c: the flow on the canvas, kept as painted tiles.
 *
 * The tiles show the flow itself. What is selected, pointed at or being drawn lies over them
 * (canvas-drawing.c), so that moving the pointer paints nothing anew; only where very much is
 * selected that stands on the tiles too.
 */
#include "app/canvas-private.h"

#include <math.h>

/* A selection of more items than this is painted on the tiles. */
#define MOST_OVER_TILES 48
/* Ahead of what is seen, while nothing moves, in microseconds. */
#define BUDGET_AT_REST 8000
/* Between two notches of a wheel there is less. */
#define REST 70000
/* After this long without a frame nobody is panning. */
#define PAUSE 50000

static void
paint (cairo_t *cr, const TlBox *visible, double zoom, gpointer data)
{
  TlCanvas *self = data;
  TlColour ground = tl_theme_ink (&self->tiles.theme, TL_INK_GROUND);
  TlFlowMarks marks = { .selected = self->tiles.selected, .apart = self->tiles.apart };

  tl_colour_set (cr, &ground);
  cairo_paint (cr);
  tl_flow_picture_paint (self->tiles.painted, cr, visible, zoom / self->tiles.scale, &marks);
}

/* Prepares to keep tiles. */
void
tl_canvas_tiles_init (TlCanvas *self)
{
  self->tiles.store = tl_tile_store_new (paint, self);
  self->tiles.nodes = tl_tile_nodes_new ();
  self->tiles.selected = g_hash_table_new (NULL, NULL);
  self->tiles.apart = g_hash_table_new (NULL, NULL);
}

static void
stop_painting (TlCanvas *self)
{
  if (self->tiles.painting)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tiles.painting);
  self->tiles.painting = 0;
}

/* Gives all back. */
void
tl_canvas_tiles_clear (TlCanvas *self)
{
  stop_painting (self);
  if (self->tiles.painted != self->picture)
    g_clear_pointer (&self->tiles.painted, tl_flow_picture_free);
  self->tiles.painted = NULL;
  g_clear_pointer (&self->tiles.nodes, tl_tile_nodes_free);
  g_clear_pointer (&self->tiles.store, tl_tile_store_free);
  g_clear_pointer (&self->tiles.selected, g_hash_table_unref);
  g_clear_pointer (&self->tiles.apart, g_hash_table_unref);
}

/* Returns: what is in sight, in pixels of the screen */
TlTileView
tl_canvas_tile_view (TlCanvas *self)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  return (TlTileView){ self->viewport.zoom * scale, (int) floor (self->viewport.x * scale + 0.5),
                       (int) floor (self->viewport.y * scale + 0.5), self->width * scale, self->height * scale };
}

/* Returns: whether what is selected stands on the tiles already */
gboolean
tl_canvas_tiles_show_selection (TlCanvas *self)
{
  return g_hash_table_size (self->tiles.selected) > 0;
}

/* ---- what has changed ---- */

static void
on_changed (const TlBox *box, gboolean fine_only, gpointer data)
{
  TlCanvas *self = data;

  tl_tile_store_touch (self->tiles.store, box, fine_only ? TL_FLOW_ZOOM_TEXT * self->tiles.scale : 0);
}

static void
copy_set (GHashTable *from, GHashTable *to)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_remove_all (to);
  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    g_hash_table_add (to, item);
}

/* What is on the move goes off the tiles, and on them again where it ends up. */
static void
follow_drag (TlCanvas *self)
{
  GHashTable *wanted = self->drag.apart;
  guint drag = wanted ? self->drags : 0;

  if (self->tiles.drag == drag)
    return;
  self->tiles.drag = drag;
  tl_flow_picture_compare_marks (self->tiles.painted, self->tiles.apart, wanted, on_changed, self);
  if (wanted)
    copy_set (wanted, self->tiles.apart);
  else
    g_hash_table_remove_all (self->tiles.apart);
}

/* Lets the picture, and the tiles that show it, follow steps that have moved. */
void
tl_canvas_tiles_move (TlCanvas *self, TlFlowGeometry *geometry)
{
  gboolean on_tiles = self->picture == self->tiles.painted;
  gboolean quick = tl_flow_geometry_is_of_drag (geometry);

  /* It leaves the tiles where it stood when they were painted. In a drag nothing else moves. */
  if (on_tiles)
    follow_drag (self);
  tl_flow_picture_move (self->picture, geometry, on_tiles && !quick ? on_changed : NULL, self);
}

static gboolean
looks_other (TlCanvas *self, const TlTheme *theme, int scale)
{
  return self->tiles.flow != self->flow || self->tiles.scale != scale || self->tiles.theme.dark != theme->dark
         || self->tiles.theme.high_contrast != theme->high_contrast;
}

/* Brings the tiles to the picture as it is now, by painting again what is other on it. */
static void
follow_picture (TlCanvas *self)
{
  TlFlowPicture *picture = tl_canvas_picture (self);
  TlFlowPicture *before = self->tiles.painted;
  TlTheme theme = tl_canvas_theme ();
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (looks_other (self, &theme, scale))
    {
      tl_tile_store_clear (self->tiles.store);
      tl_tile_nodes_clear (self->tiles.nodes);
    }
  else if (before && before != picture)
    tl_flow_picture_compare (before, picture, on_changed, self);
  if (before && before != picture)
    tl_flow_picture_free (before);
  self->tiles.painted = picture;
  self->tiles.flow = self->flow;
  self->tiles.theme = theme;
  self->tiles.scale = scale;
  tl_tile_store_set_bounds (self->tiles.store, &tl_canvas_geometry (self)->bounds);
}

/* Much that is selected would be painted in each frame: it goes on the tiles, and off them again. */
static void
follow_selection (TlCanvas *self)
{
  TlSelection *selection = tl_canvas_selection (self);
  gboolean is_much = tl_selection_size (selection) > MOST_OVER_TILES;
  GHashTable *wanted = is_much ? tl_selection_table (selection) : NULL;

  if (!is_much && g_hash_table_size (self->tiles.selected) == 0)
    return;
  tl_flow_picture_compare_marks (self->tiles.painted, self->tiles.selected, wanted, on_changed, self);
  if (is_much)
    copy_set (wanted, self->tiles.selected);
  else
    g_hash_table_remove_all (self->tiles.selected);
}

/* ---- painting ---- */

/* Whether the zoom stays as it is for now. Between two notches of a wheel it only seems so. */
static gboolean
is_at_rest (TlCanvas *self)
{
  return g_get_monotonic_time () - self->tiles.zoomed_at > REST;
}

static void
prepare (TlCanvas *self, const TlTileView *view, TlTileTime time)
{
  self->tiles.view = *view;
  self->tiles.work = tl_tile_store_prepare (self->tiles.store, view, is_at_rest (self), time);
}

static void
prepare_at_rest (TlCanvas *self)
{
  gint64 until = g_get_monotonic_time () + BUDGET_AT_REST;

  prepare (self, &self->tiles.view, (TlTileTime){ until, until, until });
}

/* Goes on with what a frame had no time for. */
static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  TlCanvas *self = TL_CANVAS (widget);

  if (self->tiles.work == TL_TILE_WORK_IN_SIGHT)
    gtk_widget_queue_draw (widget);
  else if (self->tiles.painted == self->picture && self->picture
           && g_get_monotonic_time () - self->tiles.drawn_at > PAUSE)
    prepare_at_rest (self);
  if (self->tiles.work != TL_TILE_WORK_DONE)
    return G_SOURCE_CONTINUE;
  self->tiles.painting = 0;
  return G_SOURCE_REMOVE;
}

/* ---- drawing ---- */

static gboolean
draws_with_cairo (TlCanvas *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));

  return native && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}

static void
draw_tiles (TlCanvas *self, const TlTileView *view, GtkSnapshot *snapshot)
{
  TlColour ground = tl_theme_ink (&self->tiles.theme, TL_INK_GROUND);
  TlTileLook look = { { (float) ground.red, (float) ground.green, (float) ground.blue, 1 },
                      (float) gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                      draws_with_cairo (self),
                      is_at_rest (self) };

  tl_tile_nodes_draw (self->tiles.nodes, self->tiles.store, view, &look, snapshot);
  self->tiles.smooth = look.smooth;
}

/* What this frame has to do beside painting. */
static TlFrameKind
kind_of_frame (TlCanvas *self, const TlTileView *view)
{
  gboolean scaled = self->tiles.work == TL_TILE_WORK_IN_SIGHT || view->zoom != self->tiles.view.zoom;
  gboolean smooth = is_at_rest (self);

  if (scaled && smooth != self->tiles.smooth)
    return smooth ? TL_FRAME_SMOOTH : TL_FRAME_SCALED;
  if (view->zoom != self->tiles.view.zoom)
    return TL_FRAME_SCALED;
  return view->left == self->tiles.view.left && view->top == self->tiles.view.top ? TL_FRAME_STILL : TL_FRAME_MOVED;
}

/* What it has to do where tiles of another zoom are shown than before. */
static TlFrameKind
kind_of_frame_anew (TlCanvas *self, gboolean sharp)
{
  if (sharp)
    return TL_FRAME_MOVED;
  return is_at_rest (self) ? TL_FRAME_SMOOTH : TL_FRAME_SCALED;
}

/* Paints what this frame has time for. */
static void
paint_in_frame (TlCanvas *self, const TlTileView *view)
{
  TlFrameKind kind = kind_of_frame (self, view);
  double shown = tl_tile_store_zoom (self->tiles.store);

  prepare (self, view, tl_canvas_time_to_paint (self, kind, kind_of_frame_anew (self, is_at_rest (self))));
  if (shown != tl_tile_store_zoom (self->tiles.store))
    kind = kind_of_frame_anew (self, view->zoom == tl_tile_store_zoom (self->tiles.store));
  tl_canvas_has_painted (self, kind);
}

/* Draws the flow and its ground, sharp as far as there is time. */
void
tl_canvas_tiles_draw (TlCanvas *self, GtkSnapshot *snapshot)
{
  TlTileView view = tl_canvas_tile_view (self);

  follow_picture (self);
  follow_drag (self);
  follow_selection (self);
  if (view.zoom != self->tiles.view.zoom)
    self->tiles.zoomed_at = g_get_monotonic_time ();
  paint_in_frame (self, &view);
  self->tiles.drawn_at = g_get_monotonic_time ();
  if (self->tiles.work != TL_TILE_WORK_DONE && !self->tiles.painting)
    self->tiles.painting = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
  draw_tiles (self, &view, snapshot);
}

/**
 * tl_canvas_is_sharp:
 * @self: a canvas
 *
 * Returns: whether all that it shows is painted for its zoom, and every line led as it should be; else some is
 * scaled, or led quickly, for some frames
 */
gboolean
tl_canvas_is_sharp (TlCanvas *self)
{
  return self->tiles.painted == self->picture && !self->picture_behind && !tl_canvas_drags_quickly (self)
         && self->tiles.work != TL_TILE_WORK_IN_SIGHT && self->tiles.view.zoom == tl_canvas_tile_view (self).zoom;
}
