/* flow-route.c: the way of one edge, at right angles, as few numbers as can be. */
#include "layout/flow-route.h"

#include <math.h>
#include <string.h>

/**
 * tl_side_is_level:
 * @side: of a box
 *
 * Returns: whether what docks there runs level: right or left
 */
gboolean
tl_side_is_level (TlSide side)
{
  return side == TL_SIDE_RIGHT || side == TL_SIDE_LEFT;
}

/**
 * tl_side_position:
 * @box: a box
 * @side: of it
 *
 * Returns: the x of its right or left side, the y of its top or bottom
 */
double
tl_side_position (const TlBox *box, TlSide side)
{
  switch (side)
    {
    case TL_SIDE_RIGHT:
      return box->x + box->width;
    case TL_SIDE_LEFT:
      return box->x;
    case TL_SIDE_TOP:
      return box->y;
    case TL_SIDE_BOTTOM:
    default:
      return box->y + box->height;
    }
}

/**
 * tl_side_middle:
 * @box: a box
 * @side: of it
 *
 * Returns: the middle of the side: a y on right and left, an x on top and bottom
 */
double
tl_side_middle (const TlBox *box, TlSide side)
{
  return tl_side_is_level (side) ? box->y + box->height / 2 : box->x + box->width / 2;
}

/**
 * tl_route_at:
 * @route: a route
 * @part: −1 for the first part, 0 for the first bend, … n_bends for the last part
 *
 * Returns: the coordinate that stays the same along that part
 */
double
tl_route_at (const TlRoute *route, int part)
{
  if (part < 0)
    return route->exit_at;
  return (guint) part < route->n_bends ? route->bends[part] : route->entry_at;
}

static TlPlace
place_at (gboolean level, double along, double across)
{
  return level ? (TlPlace){ along, across } : (TlPlace){ across, along };
}

/**
 * tl_route_corners:
 * @route: a route
 * @corners: (array length=%TL_MOST_CORNERS): takes its corners, both ends included
 *
 * Returns: how many there are
 */
guint
tl_route_corners (const TlRoute *route, TlPlace *corners)
{
  gboolean level = tl_side_is_level (route->exit);
  guint count = 0;

  corners[count++] = place_at (level, tl_side_position (&route->from, route->exit), route->exit_at);
  for (int part = 0; part <= (int) route->n_bends && !route->straight; part++)
    {
      corners[count++] = place_at (level, tl_route_at (route, part), tl_route_at (route, part - 1));
      level = !level;
    }
  corners[count++]
      = place_at (tl_side_is_level (route->entry), tl_side_position (&route->to, route->entry), route->entry_at);
  return count;
}

/**
 * tl_route_points:
 * @route: a route
 * @points: (element-type TlPlace): to which its corners are added, both ends included
 */
void
tl_route_points (const TlRoute *route, GArray *points)
{
  TlPlace corners[TL_MOST_CORNERS];
  guint count = tl_route_corners (route, corners);

  g_array_append_vals (points, corners, count);
}

/**
 * tl_line_is_free:
 * @grid: the boxes that stand there
 * @a: an end of a level or upright line
 * @b: the other one
 * @except: number of boxes that don't matter, or %TL_GRID_NOBODY
 * @except_too: the same
 *
 * Returns: whether the line keeps clear of all other boxes
 */
gboolean
tl_line_is_free (const TlBoxGrid *grid, TlPlace a, TlPlace b, guint except, guint except_too)
{
  return tl_box_grid_is_free (grid, tl_box_between (a, b, TL_CLEAR), except, except_too);
}

/**
 * tl_route_is_free:
 * @grid: the boxes that stand there
 * @route: a route
 *
 * Returns: whether it runs through no box, nor scrapes one
 */
gboolean
tl_route_is_free (const TlBoxGrid *grid, const TlRoute *route)
{
  TlPlace points[TL_MOST_CORNERS];
  guint count = tl_route_corners (route, points);

  for (guint i = 0; i + 1 < count; i++)
    if (!tl_line_is_free (grid, points[i], points[i + 1], i == 0 ? route->from_node : TL_GRID_NOBODY,
                          i + 2 == count ? route->to_node : TL_GRID_NOBODY))
      return FALSE;
  return TRUE;
}

/**
 * tl_routes_equal:
 * @a: a route
 * @b: a route of the same edge
 *
 * Returns: whether both run the same way
 */
gboolean
tl_routes_equal (const TlRoute *a, const TlRoute *b)
{
  if (a->exit != b->exit || a->entry != b->entry || a->n_bends != b->n_bends || a->straight != b->straight
      || a->detour != b->detour || memcmp (&a->exit_at, &b->exit_at, sizeof a->exit_at) != 0
      || memcmp (&a->entry_at, &b->entry_at, sizeof a->entry_at) != 0
      || memcmp (&a->from, &b->from, sizeof a->from) != 0 || memcmp (&a->to, &b->to, sizeof a->to) != 0)
    return FALSE;
  return memcmp (a->bends, b->bends, a->n_bends * sizeof *a->bends) == 0;
}

/**
 * tl_flow_graph_bounds:
 * @graph: a placed graph
 *
 * Returns: what encloses its boxes; width 0 for an empty one
 */
TlBox
tl_flow_graph_bounds (const TlFlowGraph *graph)
{
  TlBox bounds = { 0, 0, 0, 0 };

  for (guint n = 0; n < graph->n_nodes; n++)
    {
      TlBox box = tl_graph_node_box (&graph->nodes[n]);

      if (n == 0)
        bounds = box;
      tl_box_enclose (&bounds, &box);
    }
  return bounds;
}
