/* Tiles: their arithmetic, and a store of them that always shows what painting anew would show. */
#include <math.h>
#include <string.h>

#include "paint/tile-store.h"

#define WIDTH 700
#define HEIGHT 500

/* What is painted: a board of squares, one of which may be of another colour. */
typedef struct
{
  TlTileStore *store;
  int other_column;
  int other_row;
  guint calls;
} Board;

#define SQUARE 40.0
#define SQUARES 60

static void
paint_board (cairo_t *cr, const TlBox *visible, double zoom, gpointer data)
{
  Board *board = data;

  board->calls++;
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  for (int row = 0; row < SQUARES; row++)
    for (int column = row % 2; column < SQUARES; column += 2)
      {
        gboolean other = column == board->other_column && row == board->other_row;

        if ((column + 1) * SQUARE < visible->x || column * SQUARE > visible->x + visible->width
            || (row + 1) * SQUARE < visible->y || row * SQUARE > visible->y + visible->height)
          continue;
        cairo_set_source_rgb (cr, other ? 0.8 : 0.1, column / 80.0, row / 80.0);
        cairo_rectangle (cr, column * SQUARE, row * SQUARE, SQUARE, SQUARE);
        cairo_fill (cr);
      }
}

static void
board_init (Board *board)
{
  TlBox bounds = { 0, 0, SQUARES * SQUARE, SQUARES * SQUARE };

  *board = (Board){ .other_column = -1 };
  board->store = tl_tile_store_new (paint_board, board);
  tl_tile_store_set_bounds (board->store, &bounds);
}

static void
draw_piece (const TlTilePiece *piece, gpointer data)
{
  cairo_t *cr = data;

  cairo_save (cr);
  cairo_rectangle (cr, piece->seen.x, piece->seen.y, piece->seen.width, piece->seen.height);
  cairo_clip (cr);
  cairo_translate (cr, piece->place.x, piece->place.y);
  cairo_scale (cr, piece->place.width / (double) TL_TILE, piece->place.height / (double) TL_TILE);
  cairo_set_source_surface (cr, piece->surface, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_paint (cr);
  cairo_restore (cr);
}

static cairo_surface_t *
new_shot (void)
{
  return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
}

static cairo_surface_t *
shoot (Board *board, const TlTileView *view)
{
  cairo_surface_t *shot = new_shot ();
  cairo_t *cr = cairo_create (shot);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  tl_tile_store_draw (board->store, view, draw_piece, cr);
  cairo_destroy (cr);
  return shot;
}

static cairo_surface_t *
shoot_naively (Board *board, const TlTileView *view)
{
  cairo_surface_t *shot = new_shot ();
  cairo_t *cr = cairo_create (shot);
  TlBox visible
      = { -view->left / view->zoom, -view->top / view->zoom, view->width / view->zoom, view->height / view->zoom };

  cairo_translate (cr, view->left, view->top);
  cairo_scale (cr, view->zoom, view->zoom);
  paint_board (cr, &visible, view->zoom, board);
  cairo_destroy (cr);
  return shot;
}

static guint
pixels_that_differ (cairo_surface_t *a, cairo_surface_t *b)
{
  const guint32 *x = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (a);
  const guint32 *y = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (b);
  guint n = 0;

  cairo_surface_flush (a);
  cairo_surface_flush (b);
  for (guint i = 0; i < WIDTH * HEIGHT; i++)
    n += x[i] != y[i];
  return n;
}

static void
assert_sharp (Board *board, const TlTileView *view)
{
  cairo_surface_t *kept = shoot (board, view);
  cairo_surface_t *naive = shoot_naively (board, view);

  g_assert_cmpuint (pixels_that_differ (kept, naive), ==, 0);
  cairo_surface_destroy (kept);
  cairo_surface_destroy (naive);
}

static const TlTileTime no_time = { 0, 0, 0 };
static const TlTileTime all_time = { G_MAXINT64, G_MAXINT64, G_MAXINT64 };

static TlTileWork
prepare (Board *board, const TlTileView *view)
{
  return tl_tile_store_prepare (board->store, view, TRUE, all_time);
}

static void
test_span (void)
{
  TlBox bounds = { -10, -10, 5000, 3000 };
  TlTileView view = { 2, -100, 0, 512, 256 };
  TlTileSpan span = tl_tile_span_seen (&view, 2, &bounds);

  g_assert_cmpint (span.left, ==, 0);
  g_assert_cmpint (span.right, ==, 3);
  g_assert_cmpint (span.top, ==, 0);
  g_assert_cmpint (span.bottom, ==, 1);
  /* Tiles of half the zoom show twice as much. */
  span = tl_tile_span_seen (&view, 1, &bounds);
  g_assert_cmpint (span.right, ==, 2);
  /* Beyond the flow there are none. */
  view.left = -1000000;
  span = tl_tile_span_seen (&view, 2, &bounds);
  g_assert_cmpint (span.right, <=, span.left);
}

/* However they are scaled, tiles meet to the pixel. */
static void
test_seams (void)
{
  for (double zoom = 0.05; zoom < 8; zoom *= 1.07)
    {
      TlTileView view = { zoom, -123, 45, WIDTH, HEIGHT };

      for (int column = -5; column < 5; column++)
        {
          cairo_rectangle_int_t a = tl_tile_place (&view, 0.7, column, 0);
          cairo_rectangle_int_t b = tl_tile_place (&view, 0.7, column + 1, 0);

          g_assert_cmpint (a.x + a.width, ==, b.x);
        }
    }
}

/* Far away numbers stay numbers. */
static void
test_far (void)
{
  TlBox box = { 1e300, -1e300, 1e300, 1e300 };
  TlTileSpan span = tl_tile_span_of_box (8, &box);
  TlTileView view = { 8, 0, 0, WIDTH, HEIGHT };

  g_assert_cmpint (span.left, >, 0);
  g_assert_cmpint (span.top, <, 0);
  span = tl_tile_span_seen (&view, 8, &box);
  g_assert_cmpint (span.right, <=, span.left);
}

static void
test_pan (void)
{
  Board board;
  TlTileView view = { 1, 0, 0, WIDTH, HEIGHT };

  board_init (&board);
  g_assert_cmpint (prepare (&board, &view), ==, TL_TILE_WORK_DONE);
  assert_sharp (&board, &view);
  for (guint i = 0; i < 30; i++)
    {
      view.left -= 37;
      view.top -= 23;
      prepare (&board, &view);
      assert_sharp (&board, &view);
    }
  tl_tile_store_free (board.store);
}

/* What was seen is not painted again. */
static void
test_kept (void)
{
  Board board;
  TlTileView view = { 1, -100, -100, WIDTH, HEIGHT };
  guint64 painted;

  board_init (&board);
  prepare (&board, &view);
  painted = tl_tile_store_painted (board.store);
  view.left -= 90;
  prepare (&board, &view);
  view.left += 90;
  painted = tl_tile_store_painted (board.store);
  prepare (&board, &view);
  g_assert_cmpuint (tl_tile_store_painted (board.store), ==, painted);
  tl_tile_store_free (board.store);
}

/* While zooming, what is in sight is shown, scaled, and painted when the zoom rests. */
static void
test_zoom (void)
{
  Board board;
  TlTileView view = { 1, -200, -200, WIDTH, HEIGHT };
  cairo_surface_t *shot;
  guint calls;

  board_init (&board);
  prepare (&board, &view);
  calls = board.calls;
  view.zoom = 1.1;
  g_assert_cmpint (tl_tile_store_prepare (board.store, &view, FALSE, no_time), ==, TL_TILE_WORK_IN_SIGHT);
  g_assert_cmpuint (board.calls, ==, calls);
  shot = shoot (&board, &view);
  for (guint y = 0; y < HEIGHT; y++)
    for (guint x = 0; x < WIDTH; x++)
      {
        const guchar *line = cairo_image_surface_get_data (shot) + y * (gsize) cairo_image_surface_get_stride (shot);
        guint32 pixel;

        memcpy (&pixel, line + 4 * x, 4);
        g_assert_cmpuint (pixel >> 24, ==, 0xff);
      }
  cairo_surface_destroy (shot);
  g_assert_cmpint (prepare (&board, &view), ==, TL_TILE_WORK_DONE);
  assert_sharp (&board, &view);
  tl_tile_store_free (board.store);
}

static TlTileWork
prepare_within (Board *board, const TlTileView *view, gint64 microseconds)
{
  gint64 until = g_get_monotonic_time () + microseconds;

  return tl_tile_store_prepare (board->store, view, TRUE, (TlTileTime){ until, until, until });
}

/* Without any time, a frame at a time, it comes to an end, and something is always shown. */
static void
test_no_time (void)
{
  Board board;
  TlTileView view = { 0.4, 20, 20, WIDTH, HEIGHT };
  guint frames = 0;

  board_init (&board);
  tl_tile_store_prepare (board.store, &view, TRUE, no_time);
  assert_sharp (&board, &view);
  prepare (&board, &view);
  view = (TlTileView){ 0.9, -300, -200, WIDTH, HEIGHT };
  while (prepare_within (&board, &view, 200) == TL_TILE_WORK_IN_SIGHT)
    g_assert_cmpuint (frames++, <, 10000);
  assert_sharp (&board, &view);
  tl_tile_store_free (board.store);
}

/* Tiles of another zoom are drawn all at once: not in the frame whose time went into painting the last of them, but in
 * the next, however little time there is for that. */
static void
test_shown_in_a_frame_of_its_own (void)
{
  TlTileTime only_for_painting = { G_MAXINT64, 0, 0 };
  Board board;
  TlTileView view = { 1, -200, -200, WIDTH, HEIGHT };

  board_init (&board);
  prepare (&board, &view);
  view.zoom = 1.1;
  g_assert_cmpint (tl_tile_store_prepare (board.store, &view, TRUE, only_for_painting), ==, TL_TILE_WORK_IN_SIGHT);
  g_assert_cmpfloat (tl_tile_store_zoom (board.store), ==, 1);
  g_assert_cmpint (tl_tile_store_prepare (board.store, &view, TRUE, no_time), ==, TL_TILE_WORK_AHEAD);
  g_assert_cmpfloat (tl_tile_store_zoom (board.store), ==, 1.1);
  assert_sharp (&board, &view);
  tl_tile_store_free (board.store);
}

/* After an edit only what it touched is painted, and at once. */
static void
test_touch (void)
{
  Board board;
  TlTileView view = { 1, -200, -200, WIDTH, HEIGHT };
  TlBox square = { 10 * SQUARE, 10 * SQUARE, SQUARE, SQUARE };
  guint64 painted;

  board_init (&board);
  prepare (&board, &view);
  painted = tl_tile_store_painted (board.store);
  board.other_column = board.other_row = 10;
  tl_tile_store_touch (board.store, &square, 0);
  tl_tile_store_prepare (board.store, &view, TRUE, no_time);
  assert_sharp (&board, &view);
  g_assert_cmpuint (tl_tile_store_painted (board.store) - painted, <, 4 * SQUARE * SQUARE);
  g_assert_cmpuint (tl_tile_store_painted (board.store), >, painted);
  tl_tile_store_free (board.store);
}

/* An edit far away shows when one gets there, at this zoom and at one seen before. */
static void
test_touch_elsewhere (void)
{
  Board board;
  TlTileView near = { 1, 0, 0, WIDTH, HEIGHT }, far = { 1, -1500, -1500, WIDTH, HEIGHT };
  TlTileView small = { 0.5, 0, 0, WIDTH, HEIGHT };
  TlBox square = { 44 * SQUARE, 44 * SQUARE, SQUARE, SQUARE };

  board_init (&board);
  prepare (&board, &small);
  prepare (&board, &far);
  prepare (&board, &near);
  board.other_column = board.other_row = 44;
  tl_tile_store_touch (board.store, &square, 0);
  prepare (&board, &near);
  prepare (&board, &far);
  assert_sharp (&board, &far);
  small.left = small.top = -600;
  prepare (&board, &small);
  assert_sharp (&board, &small);
  tl_tile_store_free (board.store);
}

/* What changes in texts alone leaves tiles that show none as they are. */
static void
test_touch_fine (void)
{
  Board board;
  TlTileView view = { 0.3, 0, 0, WIDTH, HEIGHT };
  TlBox square = { 0, 0, SQUARE, SQUARE };
  guint64 painted;

  board_init (&board);
  prepare (&board, &view);
  painted = tl_tile_store_painted (board.store);
  tl_tile_store_touch (board.store, &square, 2);
  prepare (&board, &view);
  g_assert_cmpuint (tl_tile_store_painted (board.store), ==, painted);
  tl_tile_store_free (board.store);
}

/* Wherever one goes, memory stays within three screens and some. */
static void
test_memory (void)
{
  Board board;
  TlTileView view = { 4, 0, 0, WIDTH, HEIGHT };
  gsize most = 0;

  board_init (&board);
  for (int i = 0; i < 60; i++)
    {
      view.zoom = 4 + i % 7 * 0.1;
      view.left = -140 * i;
      view.top = -110 * i;
      prepare (&board, &view);
      most = MAX (most, tl_tile_store_size (board.store));
    }
  g_assert_cmpuint (most, <=, (3 * 4 * 3 + 64 + 48) * TL_TILE * TL_TILE * 4);
  g_assert_cmpuint (most, >, 0);
  tl_tile_store_free (board.store);
}

static void
test_empty (void)
{
  Board board;
  TlTileView view = { 1, 0, 0, WIDTH, HEIGHT };
  TlBox far = { 100000, 100000, 10, 10 };

  board = (Board){ .other_column = -1 };
  board.store = tl_tile_store_new (paint_board, &board);
  g_assert_cmpint (prepare (&board, &view), ==, TL_TILE_WORK_DONE);
  tl_tile_store_draw (board.store, &view, draw_piece, NULL);
  tl_tile_store_set_bounds (board.store, &far);
  g_assert_cmpint (prepare (&board, &view), ==, TL_TILE_WORK_DONE);
  view.width = 0;
  g_assert_cmpint (prepare (&board, &view), ==, TL_TILE_WORK_DONE);
  tl_tile_store_free (board.store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tiles/span", test_span);
  g_test_add_func ("/tiles/seams", test_seams);
  g_test_add_func ("/tiles/far", test_far);
  g_test_add_func ("/tiles/pan", test_pan);
  g_test_add_func ("/tiles/kept", test_kept);
  g_test_add_func ("/tiles/zoom", test_zoom);
  g_test_add_func ("/tiles/no-time", test_no_time);
  g_test_add_func ("/tiles/shown-in-a-frame-of-its-own", test_shown_in_a_frame_of_its_own);
  g_test_add_func ("/tiles/touch", test_touch);
  g_test_add_func ("/tiles/touch-elsewhere", test_touch_elsewhere);
  g_test_add_func ("/tiles/touch-fine", test_touch_fine);
  g_test_add_func ("/tiles/memory", test_memory);
  g_test_add_func ("/tiles/empty", test_empty);
  return g_test_run ();
}
