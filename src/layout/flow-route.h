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

/* From a line to a box that it passes. */
#define TL_CLEAR 7.0

/* What raises demand may be drawn so much wider than other lines: the more it raises, the wider. */
#define TL_THICK 8.0

#define TL_MOST_BENDS 14
/* Both ends, the bends, and the turn to the head. */
#define TL_MOST_CORNERS (TL_MOST_BENDS + 3)

/**
 * TlDock:
 * @number: of a place at the side of a box
 * @count: how many routes share it
 */
typedef struct
{
  guint number;
  guint count;
} TlDock;

/**
 * TlRoute:
 * @edge: number of the edge
 * @from: box that it leaves
 * @to: box that it enters
 * @exit: side of @from
 * @entry: side of @to
 * @exit_at: where on that side: y on right and left, x on top and bottom
 * @entry_at: the same for @to
 * @exit_dock: the dock that it leaves from
 * @entry_dock: the dock that it comes to
 * @bends: coordinates of the parts between: x and y in turn, an x first where @exit is right or
 * left
 * @straight: it is one straight line; @exit_at and @entry_at are equal
 * @detour: it was found by a search, not by trying shapes
 * @thick: how much wider it may be drawn than others
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
  TlDock exit_dock;
  TlDock entry_dock;
  guint n_bends;
  double bends[TL_MOST_BENDS];
  gboolean straight;
  gboolean detour;
  double thick;
} TlRoute;

gboolean tl_side_is_level (TlSide side);
double tl_side_position (const TlBox *box, TlSide side);
double tl_side_middle (const TlBox *box, TlSide side);
double tl_route_at (const TlRoute *route, int part);
void tl_route_points (const TlRoute *route, GArray *points);
guint tl_route_corners (const TlRoute *route, TlPlace *corners);
gboolean tl_line_is_free (const TlBoxGrid *grid, TlPlace a, TlPlace b, guint except, guint except_too);
gboolean tl_route_is_free (const TlBoxGrid *grid, const TlRoute *route);

/**
 * TlEnds:
 * @tail: where the route leaves its box before its head is looked at
 * @exit_at: where it leaves in the end
 * @entry_at: where it comes in, before straight lines are levelled
 */
typedef struct
{
  double tail;
  double exit_at;
  double entry_at;
} TlEnds;

/**
 * TlDocking:
 * @routes: (element-type TlRoute): routes with their docks
 * @ends: (element-type TlEnds): of each, how it came to them
 */
typedef struct
{
  GArray *routes;
  GArray *ends;
} TlDocking;

/**
 * TlSeen:
 * @area: in which boxes matter to the shape that was chosen
 * @bounds: whether the extent of the whole flow matters too
 * @lines: whether other edges that lead through @area matter too
 * @round: whether it leads back, or round others
 */
typedef struct
{
  TlBox area;
  gboolean bounds;
  gboolean lines;
  gboolean round;
} TlSeen;

/**
 * TlDetour:
 * @seen: the area in which boxes matter to the way that was found
 * @work: how much searching it took
 * @in_time: whether there was time left to search
 */
typedef struct
{
  TlBox seen;
  guint work;
  gboolean in_time;
} TlDetour;

typedef struct _TlFinder TlFinder;

TlBox tl_flow_graph_bounds (const TlFlowGraph *graph);

void tl_routes_choose (const TlFlowGraph *graph,
                       TlBoxGrid *grid,
                       const GArray *edges,
                       const GArray *known,
                       GArray *routes,
                       GArray *seen);
void tl_routes_settle (const TlFlowGraph *graph, TlBoxGrid *grid, const GArray *edges, GArray *routes);
void tl_routes_dock (const TlFlowGraph *graph, const gboolean *nodes, const TlDocking *before, TlDocking *now);
void tl_routes_dock_detours (const TlFlowGraph *graph, GArray *routes);
TlFinder *tl_finder_new (void) G_GNUC_WARN_UNUSED_RESULT;
void tl_finder_free (TlFinder *finder);
TlDetour tl_route_detour (TlFinder *finder, TlBoxGrid *grid, TlRoute *route, guint work) G_GNUC_WARN_UNUSED_RESULT;
gboolean tl_detour_in_time (guint work);
gboolean tl_routes_equal (const TlRoute *a, const TlRoute *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFinder, tl_finder_free)

G_END_DECLS
