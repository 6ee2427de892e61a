/* flow-route.h: the way of one edge, at right angles, as few numbers as can be.
 *
 * Private to the layout. A route leaves a side of one box and enters a side of another; between, it
 * turns at coordinates that are x and y in turn. So a part of it is moved by changing one number.
 */
#pragma once

#include "layout/box-grid.h"
#include "layout/flow-graph.h"

G_BEGIN_DECLS

typedef enum
{
  TL_SIDE_RIGHT,
  TL_SIDE_LEFT,
  TL_SIDE_TOP,
  TL_SIDE_BOTTOM,
} TlSide;

#define TL_MOST_BENDS 8

/**
 * TlRoute:
 * @edge: number of the edge
 * @from: box that it leaves
 * @to: box that it enters
 * @exit: side of @from
 * @entry: side of @to
 * @exit_at: where on that side: y on right and left, x on top and bottom
 * @entry_at: the same for @to
 * @bends: coordinates of the parts between: x and y in turn, an x first where @exit is right or
 * left
 * @straight: it is one straight line; @exit_at and @entry_at are equal
 * @detour: it was found by a search, not by trying shapes
 */
typedef struct
{
  guint edge;
  guint from_node;
  guint to_node;
  TlBox from;
  TlBox to;
  TlSide exit;
  TlSide entry;
  double exit_at;
  double entry_at;
  guint n_bends;
  double bends[TL_MOST_BENDS];
  gboolean straight;
  gboolean detour;
} TlRoute;

gboolean tl_side_is_level (TlSide side);
double tl_side_position (const TlBox *box, TlSide side);
double tl_side_middle (const TlBox *box, TlSide side);
double tl_route_at (const TlRoute *route, int part);
void tl_route_points (const TlRoute *route, GArray *points);

void tl_routes_choose (const TlFlowGraph *graph, TlBoxGrid *grid, GArray *routes);
void tl_routes_dock (GArray *routes);
void tl_routes_dock_detours (GArray *routes);
void tl_routes_detour (TlBoxGrid *grid, GArray *routes);
void tl_routes_part (TlBoxGrid *grid, GArray *routes);
void tl_paths_label (TlFlowGeometry *geometry, TlBoxGrid *grid);

G_END_DECLS
