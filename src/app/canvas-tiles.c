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
  g_clear_pointer (&self->tiles.node, gsk_render_node_unref);
  g_clear_pointer (&self->tiles.pieces, g_array_unref);
  g_clear_pointer (&self->tiles.scaled, g_ptr_array_unref);
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
      g_clear_pointer (&self->tiles.scaled, g_ptr_array_unref);
      g_clear_pointer (&self->tiles.node, gsk_render_node_unref);
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

typedef struct
{
  GtkSnapshot *snapshot;
  gboolean with_cairo;
  gboolean smooth;
  float scale;
} Drawing;

/* While it moves quickly; else smoothly, the last pixels of each tile going on where it ends. */
static void
draw_scaled (const TlTilePiece *piece, cairo_t *cr, gboolean smooth)
{
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (piece->surface);
  cairo_matrix_t matrix;

  cairo_matrix_init_scale (&matrix, TL_TILE / (double) piece->place.width, TL_TILE / (double) piece->place.height);
  cairo_matrix_translate (&matrix, -piece->place.x, -piece->place.y);
  cairo_pattern_set_matrix (pattern, &matrix);
  cairo_pattern_set_extend (pattern, smooth ? CAIRO_EXTEND_PAD : CAIRO_EXTEND_NONE);
  cairo_pattern_set_filter (pattern, smooth ? CAIRO_FILTER_BILINEAR : CAIRO_FILTER_NEAREST);
  cairo_set_source (cr, pattern);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_rectangle (cr, piece->seen.x, piece->seen.y, piece->seen.width, piece->seen.height);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
}

static void
give_surface_back (gpointer surface)
{
  cairo_surface_destroy (surface);
}

static GdkTexture *
texture_of (const TlTilePiece *piece)
{
  gsize stride = (gsize) cairo_image_surface_get_stride (piece->surface);
  g_autoptr (GBytes) bytes = NULL;

  if (piece->kept->data)
    return piece->kept->data;
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (piece->surface), stride * TL_TILE,
                                      give_surface_back, cairo_surface_reference (piece->surface));
  piece->kept->data = gdk_memory_texture_new (TL_TILE, TL_TILE, GDK_MEMORY_DEFAULT, bytes, stride);
  piece->kept->free = g_object_unref;
  return piece->kept->data;
}

static void
give_node_back (gpointer node)
{
  if (node)
    gsk_render_node_unref (node);
}

static GskRenderNode *
node_of (const TlTilePiece *piece, const Drawing *drawing)
{
  float size = TL_TILE / drawing->scale;
  GskRenderNode *node = piece->kept->data;
  cairo_t *cr;

  if (node)
    return node;
  node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, size, size));
  cr = gsk_cairo_node_get_draw_context (node);
  cairo_scale (cr, 1 / drawing->scale, 1 / drawing->scale);
  cairo_set_source_surface (cr, piece->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_destroy (cr);
  piece->kept->data = node;
  piece->kept->free = give_node_back;
  return node;
}

static graphene_rect_t
rect_of (const Drawing *drawing, const cairo_rectangle_int_t *pixels)
{
  return GRAPHENE_RECT_INIT ((float) pixels->x / drawing->scale, (float) pixels->y / drawing->scale,
                             (float) pixels->width / drawing->scale, (float) pixels->height / drawing->scale);
}

static gboolean
is_cut (const TlTilePiece *piece)
{
  return piece->seen.x != piece->place.x || piece->seen.y != piece->place.y || piece->seen.width != piece->place.width
         || piece->seen.height != piece->place.height;
}

/* Parts of tiles that stand in for others; those in their own place are drawn whole, and the canvas cuts
 * them off. */
static void
draw_clipped (const TlTilePiece *piece, Drawing *drawing)
{
  graphene_rect_t place = rect_of (drawing, &piece->place);
  graphene_rect_t seen = rect_of (drawing, &piece->seen);
  gboolean cut = is_cut (piece);

  if (cut)
    gtk_snapshot_push_clip (drawing->snapshot, &seen);
  if (drawing->with_cairo)
    {
      gtk_snapshot_save (drawing->snapshot);
      gtk_snapshot_translate (drawing->snapshot, &place.origin);
      gtk_snapshot_append_node (drawing->snapshot, node_of (piece, drawing));
      gtk_snapshot_restore (drawing->snapshot);
    }
  else
    gtk_snapshot_append_texture (drawing->snapshot, texture_of (piece), &place);
  if (cut)
    gtk_snapshot_pop (drawing->snapshot);
}

static gboolean
is_scaled (const TlTilePiece *piece)
{
  return piece->place.width != TL_TILE || piece->place.height != TL_TILE;
}

static GskRenderNode *
scaled_node (const TlTilePiece *piece, const Drawing *drawing)
{
  graphene_rect_t bounds = rect_of (drawing, &piece->seen);
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_scale (cr, 1 / drawing->scale, 1 / drawing->scale);
  draw_scaled (piece, cr, drawing->smooth);
  cairo_destroy (cr);
  return node;
}

static gboolean
draws_with_cairo (TlCanvas *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));

  return native && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}

/* ---- all pieces together ---- */

static void
note_piece (const TlTilePiece *piece, gpointer data)
{
  g_array_append_vals (data, piece, 1);
}

static gboolean
same_rectangle (const cairo_rectangle_int_t *a, const cairo_rectangle_int_t *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

static gboolean
same_piece (const TlTilePiece *a, const TlTilePiece *b)
{
  return a->surface == b->surface && a->version == b->version && same_rectangle (&a->place, &b->place)
         && same_rectangle (&a->seen, &b->seen);
}

static gboolean
same_pieces (const GArray *a, const GArray *b)
{
  if (!a || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!same_piece (&g_array_index (a, TlTilePiece, i), &g_array_index (b, TlTilePiece, i)))
      return FALSE;
  return TRUE;
}

/* Returns: (transfer full): the scaled piece as the frame before drew it, if it did: then it is not drawn again. */
static GskRenderNode *
keep_scaled_node (TlCanvas *self, const TlTilePiece *piece, const Drawing *drawing)
{
  for (guint i = 0; self->tiles.scaled && i < self->tiles.pieces->len; i++)
    if (self->tiles.scaled->pdata[i] && drawing->smooth == self->tiles.smooth
        && same_piece (&g_array_index (self->tiles.pieces, TlTilePiece, i), piece))
      return gsk_render_node_ref (self->tiles.scaled->pdata[i]);
  return scaled_node (piece, drawing);
}

/* The ground, where no tile covers it. */
static void
draw_ground (TlCanvas *self, const TlTileView *view, const GArray *pieces, const Drawing *drawing)
{
  cairo_rectangle_int_t all = { 0, 0, view->width, view->height };
  cairo_region_t *bare = cairo_region_create_rectangle (&all);
  TlColour ground = tl_theme_ink (&self->tiles.theme, TL_INK_GROUND);
  GdkRGBA colour = { (float) ground.red, (float) ground.green, (float) ground.blue, 1 };

  for (guint i = 0; i < pieces->len; i++)
    cairo_region_subtract_rectangle (bare, &g_array_index (pieces, TlTilePiece, i).seen);
  for (int i = 0; i < cairo_region_num_rectangles (bare); i++)
    {
      cairo_rectangle_int_t part;
      graphene_rect_t rect;

      cairo_region_get_rectangle (bare, i, &part);
      rect = rect_of (drawing, &part);
      gtk_snapshot_append_color (drawing->snapshot, &colour, &rect);
    }
  cairo_region_destroy (bare);
}

/* As nodes that stay: where they don't move a frame draws only what lies over them. The cairo renderer is
 * fifty times quicker at copying what cairo has drawn than at drawing a texture, which it converts each
 * time; others keep textures in the GPU, where they would upload what cairo draws in each frame.
 * Returns: (transfer full) (element-type GskRenderNode): the pieces that are scaled */
static GPtrArray *
append_pieces (TlCanvas *self, const GArray *pieces, Drawing *drawing)
{
  GPtrArray *scaled = g_ptr_array_new_full (pieces->len, give_node_back);

  for (guint i = 0; i < pieces->len; i++)
    {
      const TlTilePiece *piece = &g_array_index (pieces, TlTilePiece, i);
      GskRenderNode *node = NULL;

      if (drawing->with_cairo && is_scaled (piece))
        {
          node = keep_scaled_node (self, piece, drawing);
          gtk_snapshot_append_node (drawing->snapshot, node);
        }
      else
        draw_clipped (piece, drawing);
      g_ptr_array_add (scaled, node);
    }
  return scaled;
}

/* Draws the pieces, which are others than before. */
static void
draw_anew (TlCanvas *self, const TlTileView *view, const GArray *pieces, gboolean smooth)
{
  Drawing drawing = { gtk_snapshot_new (), draws_with_cairo (self), smooth,
                      (float) gtk_widget_get_scale_factor (GTK_WIDGET (self)) };
  GPtrArray *scaled;

  draw_ground (self, view, pieces, &drawing);
  scaled = append_pieces (self, pieces, &drawing);
  g_clear_pointer (&self->tiles.scaled, g_ptr_array_unref);
  self->tiles.scaled = scaled;
  g_clear_pointer (&self->tiles.node, gsk_render_node_unref);
  self->tiles.node = gtk_snapshot_free_to_node (drawing.snapshot);
}

/* As one node, which stays while nothing of it changes: then only what lies over it is drawn. */
static void
draw_pieces (TlCanvas *self, const TlTileView *view, gboolean smooth, GtkSnapshot *snapshot)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (TlTilePiece));

  tl_tile_store_draw (self->tiles.store, view, note_piece, pieces);
  if (!self->tiles.node || smooth != self->tiles.smooth || !same_pieces (self->tiles.pieces, pieces))
    draw_anew (self, view, pieces, smooth);
  g_clear_pointer (&self->tiles.pieces, g_array_unref);
  self->tiles.pieces = g_steal_pointer (&pieces);
  self->tiles.smooth = smooth;
  if (self->tiles.node)
    gtk_snapshot_append_node (snapshot, self->tiles.node);
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
  draw_pieces (self, &view, is_at_rest (self), snapshot);
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
