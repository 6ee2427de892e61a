/* Tiles as nodes: they show what the tiles do, and what has not changed is the same node as before, which GTK does not
 * draw again. */
#include "app/tile-nodes.h"

#define WIDTH 700
#define HEIGHT 500
#define SIZE 2400.0

static const TlTileTime all_time = { G_MAXINT64, G_MAXINT64, G_MAXINT64 };
static const TlTileTime no_time = { 0, 0, 0 };
static const TlTileLook smooth = { { 1, 1, 1, 1 }, 1, TRUE, TRUE };
static const TlTileLook quick = { { 1, 1, 1, 1 }, 1, TRUE, FALSE };

static void
paint_slope (cairo_t *cr, const TlBox *visible, double zoom, gpointer data)
{
  cairo_pattern_t *slope = cairo_pattern_create_linear (0, 0, SIZE, SIZE);

  cairo_pattern_add_color_stop_rgb (slope, 0, 0, 0.4, 0.9);
  cairo_pattern_add_color_stop_rgb (slope, 1, 0.9, 0.5, 0);
  cairo_set_source (cr, slope);
  cairo_paint (cr);
  cairo_pattern_destroy (slope);
}

static TlTileStore *
new_store (void)
{
  TlTileStore *store = tl_tile_store_new (paint_slope, NULL);

  tl_tile_store_set_bounds (store, &(TlBox){ 0, 0, SIZE, SIZE });
  return store;
}

/* Returns: (transfer full): what is drawn. */
static GskRenderNode *
draw (TlTileNodes *nodes, TlTileStore *store, const TlTileView *view, const TlTileLook *look)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  tl_tile_nodes_draw (nodes, store, view, look, snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

static guint
nodes_in_both (GskRenderNode *a, GskRenderNode *b)
{
  guint n = 0;

  g_assert_cmpint (gsk_render_node_get_node_type (a), ==, GSK_CONTAINER_NODE);
  g_assert_cmpint (gsk_render_node_get_node_type (b), ==, GSK_CONTAINER_NODE);
  for (guint i = 0; i < gsk_container_node_get_n_children (a); i++)
    for (guint j = 0; j < gsk_container_node_get_n_children (b); j++)
      n += gsk_container_node_get_child (a, i) == gsk_container_node_get_child (b, j);
  return n;
}

/* How far red of a pixel is from that of the slope, which is in whole numbers of 0 to 255. */
static int
away_from_slope (cairo_surface_t *shot, const TlTileView *view, int x, int y)
{
  const guint32 *line = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (shot)
                                                           + (gsize) y * (gsize) cairo_image_surface_get_stride (shot));
  double along = ((x + 0.5 - view->left) + (y + 0.5 - view->top)) / view->zoom / (2 * SIZE);

  return ABS ((int) (line[x] >> 16 & 0xff) - (int) (0.9 * 255 * along + 0.5));
}

static void
assert_shows_slope (GskRenderNode *node, const TlTileView *view)
{
  cairo_surface_t *shot = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (shot);

  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (shot);
  for (int y = 0; y < HEIGHT; y += 7)
    for (int x = 0; x < WIDTH; x += 7)
      g_assert_cmpint (away_from_slope (shot, view, x, y), <=, 2);
  cairo_surface_destroy (shot);
}

static void
test_show_what_tiles_show (void)
{
  TlTileNodes *nodes = tl_tile_nodes_new ();
  TlTileStore *store = new_store ();
  TlTileView view = { 1, -300, -200, WIDTH, HEIGHT };
  g_autoptr (GskRenderNode) sharp = NULL;
  g_autoptr (GskRenderNode) scaled = NULL;

  tl_tile_store_prepare (store, &view, TRUE, all_time);
  sharp = draw (nodes, store, &view, &smooth);
  assert_shows_slope (sharp, &view);
  view.zoom = 1.3;
  tl_tile_store_prepare (store, &view, FALSE, no_time);
  scaled = draw (nodes, store, &view, &quick);
  assert_shows_slope (scaled, &view);
  tl_tile_nodes_free (nodes);
  tl_tile_store_free (store);
}

/* While tiles get sharp, one after the other, those that are scaled are not drawn again. */
static void
test_scaled_stay (void)
{
  TlTileNodes *nodes = tl_tile_nodes_new ();
  TlTileStore *store = new_store ();
  TlTileView view = { 1, -300, -200, WIDTH, HEIGHT };
  TlBox corner = { 300, 200, 20, 20 };
  g_autoptr (GskRenderNode) before = NULL;
  g_autoptr (GskRenderNode) same = NULL;
  g_autoptr (GskRenderNode) touched = NULL;
  g_autoptr (GskRenderNode) hurried = NULL;
  guint n;

  tl_tile_store_prepare (store, &view, TRUE, all_time);
  view.zoom = 1.3;
  tl_tile_store_prepare (store, &view, FALSE, no_time);
  before = draw (nodes, store, &view, &smooth);
  n = gsk_container_node_get_n_children (before);
  g_assert_cmpuint (n, >, 5);
  same = draw (nodes, store, &view, &smooth);
  g_assert_true (same == before);
  tl_tile_store_touch (store, &corner, 0);
  tl_tile_store_prepare (store, &view, FALSE, no_time);
  touched = draw (nodes, store, &view, &smooth);
  g_assert_cmpuint (nodes_in_both (before, touched), ==, n - 1);
  hurried = draw (nodes, store, &view, &quick);
  g_assert_cmpuint (nodes_in_both (touched, hurried), ==, 0);
  tl_tile_nodes_free (nodes);
  tl_tile_store_free (store);
}

/* What was drawn is forgotten: the colour of the ground may be another. */
static void
test_cleared (void)
{
  TlTileNodes *nodes = tl_tile_nodes_new ();
  TlTileStore *store = new_store ();
  TlTileView view = { 1, -300, -200, WIDTH, HEIGHT };
  g_autoptr (GskRenderNode) before = NULL;
  g_autoptr (GskRenderNode) after = NULL;

  tl_tile_store_prepare (store, &view, TRUE, all_time);
  before = draw (nodes, store, &view, &smooth);
  tl_tile_nodes_clear (nodes);
  after = draw (nodes, store, &view, &smooth);
  g_assert_true (after != before);
  assert_shows_slope (after, &view);
  tl_tile_nodes_free (nodes);
  tl_tile_store_free (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* For the types of nodes: there need be no display. */
  gtk_init_check ();
  g_test_add_func ("/tile-nodes/show-what-tiles-show", test_show_what_tiles_show);
  g_test_add_func ("/tile-nodes/scaled-stay", test_scaled_stay);
  g_test_add_func ("/tile-nodes/cleared", test_cleared);
  return g_test_run ();
}
