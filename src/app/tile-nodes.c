/* tile-nodes.c: the tiles of a flow, as what GTK draws. */
#include "app/tile-nodes.h"

struct _TlTileNodes
{
  TlTileLook look;
  GArray *pieces;
  GPtrArray *scaled;
  GskRenderNode *node;
};

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

static graphene_rect_t
rect_of (const TlTileLook *look, const cairo_rectangle_int_t *pixels)
{
  return GRAPHENE_RECT_INIT ((float) pixels->x / look->scale, (float) pixels->y / look->scale,
                             (float) pixels->width / look->scale, (float) pixels->height / look->scale);
}

static GskRenderNode *
node_of (const TlTilePiece *piece, const TlTileLook *look)
{
  float size = TL_TILE / look->scale;
  GskRenderNode *node = piece->kept->data;
  cairo_t *cr;

  if (node)
    return node;
  node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, size, size));
  cr = gsk_cairo_node_get_draw_context (node);
  cairo_scale (cr, 1 / look->scale, 1 / look->scale);
  cairo_set_source_surface (cr, piece->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_destroy (cr);
  piece->kept->data = node;
  piece->kept->free = give_node_back;
  return node;
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
draw_clipped (const TlTilePiece *piece, const TlTileLook *look, GtkSnapshot *snapshot)
{
  graphene_rect_t place = rect_of (look, &piece->place);
  graphene_rect_t seen = rect_of (look, &piece->seen);
  gboolean cut = is_cut (piece);

  if (cut)
    gtk_snapshot_push_clip (snapshot, &seen);
  if (look->with_cairo)
    {
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &place.origin);
      gtk_snapshot_append_node (snapshot, node_of (piece, look));
      gtk_snapshot_restore (snapshot);
    }
  else
    gtk_snapshot_append_texture (snapshot, texture_of (piece), &place);
  if (cut)
    gtk_snapshot_pop (snapshot);
}

static gboolean
is_scaled (const TlTilePiece *piece)
{
  return piece->place.width != TL_TILE || piece->place.height != TL_TILE;
}

static GskRenderNode *
scaled_node (const TlTilePiece *piece, const TlTileLook *look)
{
  graphene_rect_t bounds = rect_of (look, &piece->seen);
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_scale (cr, 1 / look->scale, 1 / look->scale);
  draw_scaled (piece, cr, look->smooth);
  cairo_destroy (cr);
  return node;
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
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!same_piece (&g_array_index (a, TlTilePiece, i), &g_array_index (b, TlTilePiece, i)))
      return FALSE;
  return TRUE;
}

/* Returns: (transfer full): the scaled piece as the frame before drew it, if it did: then it is not drawn again. */
static GskRenderNode *
keep_scaled_node (const TlTileNodes *nodes, const TlTilePiece *piece, const TlTileLook *look)
{
  for (guint i = 0; i < nodes->scaled->len; i++)
    if (nodes->scaled->pdata[i] && look->smooth == nodes->look.smooth
        && same_piece (&g_array_index (nodes->pieces, TlTilePiece, i), piece))
      return gsk_render_node_ref (nodes->scaled->pdata[i]);
  return scaled_node (piece, look);
}

/* The ground, where no tile covers it. */
static void
draw_ground (const TlTileView *view, const GArray *pieces, const TlTileLook *look, GtkSnapshot *snapshot)
{
  cairo_rectangle_int_t all = { 0, 0, view->width, view->height };
  cairo_region_t *bare = cairo_region_create_rectangle (&all);

  for (guint i = 0; i < pieces->len; i++)
    cairo_region_subtract_rectangle (bare, &g_array_index (pieces, TlTilePiece, i).seen);
  for (int i = 0; i < cairo_region_num_rectangles (bare); i++)
    {
      cairo_rectangle_int_t part;
      graphene_rect_t rect;

      cairo_region_get_rectangle (bare, i, &part);
      rect = rect_of (look, &part);
      gtk_snapshot_append_color (snapshot, &look->ground, &rect);
    }
  cairo_region_destroy (bare);
}

/* As nodes that stay: where they don't move a frame draws only what lies over them. The cairo renderer is
 * fifty times quicker at copying what cairo has drawn than at drawing a texture, which it converts each
 * time; others keep textures in the GPU, where they would upload what cairo draws in each frame.
 * Returns: (transfer full) (element-type GskRenderNode): the pieces that are scaled */
static GPtrArray *
append_pieces (const TlTileNodes *nodes, const GArray *pieces, const TlTileLook *look, GtkSnapshot *snapshot)
{
  GPtrArray *scaled = g_ptr_array_new_full (pieces->len, give_node_back);

  for (guint i = 0; i < pieces->len; i++)
    {
      const TlTilePiece *piece = &g_array_index (pieces, TlTilePiece, i);
      GskRenderNode *node = NULL;

      if (look->with_cairo && is_scaled (piece))
        {
          node = keep_scaled_node (nodes, piece, look);
          gtk_snapshot_append_node (snapshot, node);
        }
      else
        draw_clipped (piece, look, snapshot);
      g_ptr_array_add (scaled, node);
    }
  return scaled;
}

/* Draws the pieces, which are others than before. */
static void
draw_anew (TlTileNodes *nodes, const TlTileView *view, const GArray *pieces, const TlTileLook *look)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GPtrArray *scaled;

  draw_ground (view, pieces, look, snapshot);
  scaled = append_pieces (nodes, pieces, look, snapshot);
  g_ptr_array_unref (nodes->scaled);
  nodes->scaled = scaled;
  g_clear_pointer (&nodes->node, gsk_render_node_unref);
  nodes->node = gtk_snapshot_free_to_node (snapshot);
}

/**
 * tl_tile_nodes_new:
 *
 * Returns: (transfer full): without any node
 */
TlTileNodes *
tl_tile_nodes_new (void)
{
  TlTileNodes *nodes = g_new0 (TlTileNodes, 1);

  nodes->pieces = g_array_new (FALSE, FALSE, sizeof (TlTilePiece));
  nodes->scaled = g_ptr_array_new_with_free_func (give_node_back);
  return nodes;
}

/**
 * tl_tile_nodes_free:
 * @nodes: (transfer full): nodes
 */
void
tl_tile_nodes_free (TlTileNodes *nodes)
{
  tl_tile_nodes_clear (nodes);
  g_array_unref (nodes->pieces);
  g_ptr_array_unref (nodes->scaled);
  g_free (nodes);
}

/**
 * tl_tile_nodes_clear:
 * @nodes: nodes
 *
 * Forgets what was drawn.
 */
void
tl_tile_nodes_clear (TlTileNodes *nodes)
{
  g_array_set_size (nodes->pieces, 0);
  g_ptr_array_set_size (nodes->scaled, 0);
  g_clear_pointer (&nodes->node, gsk_render_node_unref);
}

/**
 * tl_tile_nodes_draw:
 * @nodes: nodes
 * @store: the tiles, prepared for @view
 * @view: what is in sight
 * @look: how to draw it
 * @snapshot: draws on this
 *
 * Draws the tiles in sight, and the ground where there are none: as one node, which stays while nothing of it
 * changes; then only what lies over it is drawn.
 */
void
tl_tile_nodes_draw (TlTileNodes *nodes,
                    TlTileStore *store,
                    const TlTileView *view,
                    const TlTileLook *look,
                    GtkSnapshot *snapshot)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (TlTilePiece));

  tl_tile_store_draw (store, view, note_piece, pieces);
  if (!nodes->node || look->smooth != nodes->look.smooth || !same_pieces (nodes->pieces, pieces))
    draw_anew (nodes, view, pieces, look);
  g_array_unref (nodes->pieces);
  nodes->pieces = g_steal_pointer (&pieces);
  nodes->look = *look;
  if (nodes->node)
    gtk_snapshot_append_node (snapshot, nodes->node);
}
