/* flow-maze.c: the lines beside boxes as an uneven grid, and where boxes bar the way along them. */
#include "layout/flow-maze.h"

/* Beside a box that has a neighbour: close to it, which leaves room in the narrowest gap that a
 * line can pass. */
#define CLOSE_BY (TL_CLEAR + 0.5)

/**
 * tl_maze_new:
 *
 * Returns: (transfer full): a maze without lines
 */
TlMaze *
tl_maze_new (void)
{
  TlMaze *maze = g_new0 (TlMaze, 1);

  maze->xs = g_array_new (FALSE, FALSE, sizeof (double));
  maze->ys = g_array_new (FALSE, FALSE, sizeof (double));
  return maze;
}

/**
 * tl_maze_free:
 * @maze: (transfer full): a maze
 */
void
tl_maze_free (TlMaze *maze)
{
  g_array_unref (maze->xs);
  g_array_unref (maze->ys);
  g_free (maze->walls);
  g_free (maze);
}

/**
 * tl_maze_add_line:
 * @maze: a maze that is not built
 * @through: a place
 *
 * Adds both lines through that place.
 */
void
tl_maze_add_line (TlMaze *maze, TlPlace through)
{
  g_array_append_val (maze->xs, through.x);
  g_array_append_val (maze->ys, through.y);
}

static gboolean
is_free (const TlBoxGrid *grid, double x, double y, double width, double height)
{
  return tl_box_grid_is_free (grid, (TlBox){ x, y, width, height }, TL_GRID_NOBODY, TL_GRID_NOBODY);
}

static void
add_box_lines (TlMaze *maze, const TlBoxGrid *grid, const TlBox *box)
{
  double right = box->x + box->width;
  double bottom = box->y + box->height;
  double most = TL_BESIDE + TL_CLEAR;
  TlPlace before = { box->x - TL_BESIDE, box->y - TL_BESIDE };
  TlPlace after = { right + TL_BESIDE, bottom + TL_BESIDE };

  if (!is_free (grid, box->x - most, box->y, most, box->height))
    before.x = box->x - CLOSE_BY;
  if (!is_free (grid, right, box->y, most, box->height))
    after.x = right + CLOSE_BY;
  if (!is_free (grid, box->x, box->y - most, box->width, most))
    before.y = box->y - CLOSE_BY;
  if (!is_free (grid, box->x, bottom, box->width, most))
    after.y = bottom + CLOSE_BY;
  tl_maze_add_line (maze, before);
  tl_maze_add_line (maze, after);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;
  return difference < 0 ? -1 : difference > 0;
}

static void
sort_lines (GArray *lines)
{
  guint kept = 0;

  g_array_sort (lines, compare_numbers);
  for (guint i = 0; i < lines->len; i++)
    {
      double line = g_array_index (lines, double, i);

      if (kept == 0 || line > g_array_index (lines, double, kept - 1))
        g_array_index (lines, double, kept++) = line;
    }
  g_array_set_size (lines, kept);
}

/* The number of the first line at or after @at. */
static guint
first_line (const GArray *lines, double at)
{
  guint low = 0, high = lines->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (lines, double, middle) < at)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static double
line (const GArray *lines, guint i)
{
  return g_array_index (lines, double, i);
}

/* Lines that come nearer to @box than allowed are barred as far as they do. */
static void
bar (TlMaze *maze, const TlBox *box)
{
  double left = box->x - TL_CLEAR, right = box->x + box->width + TL_CLEAR;
  double top = box->y - TL_CLEAR, bottom = box->y + box->height + TL_CLEAR;
  guint columns = maze->xs->len;
  guint rows = maze->ys->len;
  guint first_column = first_line (maze->xs, left);
  guint first_row = first_line (maze->ys, top);

  for (guint r = first_row; r < rows && line (maze->ys, r) < bottom; r++)
    for (guint c = MAX (first_column, 1) - 1; c + 1 < columns && line (maze->xs, c) < right; c++)
      if (line (maze->ys, r) > top && line (maze->xs, c + 1) > left)
        maze->walls[r * columns + c] |= TL_WALL_RIGHT;
  for (guint r = MAX (first_row, 1) - 1; r + 1 < rows && line (maze->ys, r) < bottom; r++)
    for (guint c = first_column; c < columns && line (maze->xs, c) < right; c++)
      if (line (maze->xs, c) > left && line (maze->ys, r + 1) > top)
        maze->walls[r * columns + c] |= TL_WALL_BELOW;
}

/**
 * tl_maze_build:
 * @maze: a maze
 * @grid: all boxes
 * @boxes: (element-type TlBox): those that matter here
 *
 * Adds the lines beside @boxes, and finds out where they bar the way.
 */
void
tl_maze_build (TlMaze *maze, const TlBoxGrid *grid, const GArray *boxes)
{
  for (guint i = 0; i < boxes->len; i++)
    add_box_lines (maze, grid, &g_array_index (boxes, TlBox, i));
  sort_lines (maze->xs);
  sort_lines (maze->ys);
  maze->walls = g_new0 (guint8, (gsize) maze->xs->len * maze->ys->len);
  for (guint i = 0; i < boxes->len; i++)
    bar (maze, &g_array_index (boxes, TlBox, i));
}

/**
 * tl_maze_column:
 * @maze: a built maze
 * @x: of one of its upright lines
 *
 * Returns: the number of that line
 */
guint
tl_maze_column (const TlMaze *maze, double x)
{
  return first_line (maze->xs, x);
}

/**
 * tl_maze_row:
 * @maze: a built maze
 * @y: of one of its level lines
 *
 * Returns: the number of that line
 */
guint
tl_maze_row (const TlMaze *maze, double y)
{
  return first_line (maze->ys, y);
}
