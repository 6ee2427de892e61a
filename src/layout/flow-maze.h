/* flow-maze.h: the lines beside boxes as an uneven grid, and where boxes bar the way along them.
 *
 * Private to the layout.
 */
#pragma once

#include "layout/flow-route.h"

G_BEGIN_DECLS

/* From a box to the line beside it, where there is room. */
#define TL_BESIDE 16.0

/**
 * TlMaze:
 * @xs: (element-type double): of the upright lines, ascending
 * @ys: (element-type double): of the level lines, ascending
 * @walls: for each crossing, row by row: where one can't go on from there
 */
typedef struct
{
  GArray *xs;
  GArray *ys;
  guint8 *walls;
} TlMaze;

enum
{
  TL_WALL_RIGHT = 1 << 0, /* no way to the next upright line */
  TL_WALL_BELOW = 1 << 1, /* no way to the next level line */
};

TlMaze *tl_maze_new (void) G_GNUC_WARN_UNUSED_RESULT;
void tl_maze_free (TlMaze *maze);
void tl_maze_add_line (TlMaze *maze, TlPlace through);
void tl_maze_build (TlMaze *maze, const TlBoxGrid *grid, const GArray *boxes);
guint tl_maze_column (const TlMaze *maze, double x);
guint tl_maze_row (const TlMaze *maze, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlMaze, tl_maze_free)

G_END_DECLS
