/* flow-routes.c: chooses how each edge runs.
 *
 * For each edge a few shapes are tried (straight, one jog, a lane above or below what is in the
 * way, round the back) and the cheapest is taken: short, few bends, through nobody. Later passes
 * give it its dock and its track; here everything runs through the middle.
 */
#include "layout/flow-passage.h"
#include "layout/flow-web.h"

#include <math.h>

/* In points of length that one would walk to avoid it. */
#define COST_HIT 100000.0
#define COST_UNUSUAL 160.0
#define COST_WRONG_SIDE 140.0
#define COST_WRONG_SIDE_RAISES 500.0
#define COST_OTHER_ROWS 300.0 /* more than to cross one line */

#define CLEAR 8.0 /* from a line to a box it passes */
#define STUB 24.0 /* from a box to the first turn */
#define LANE 30.0 /* from boxes to the lane that passes them */
#define REACH 500.0
#define MOST_LANES 8
/* How often all choose again. */
#define MOST_SETTLED 3

typedef struct
{
  const TlFlowGraph *graph;
  TlBoxGrid *grid;
  GArray *points;
  GArray *boxes;
  TlRoute trial;
  TlRoute best;
  double least;
  const GArray *known; /* (nullable): how other edges run */
  TlToll *toll;        /* (nullable): what other edges there are, once that is asked */
  TlWeb *web;          /* (nullable): the same, where ways settle, each knowing all others */
  TlSeen seen;         /* all that was looked at */
  TlBox bounds;        /* of all boxes */
} Chooser;

static double
right_of (const TlBox *box)
{
  return box->x + box->width;
}

static double
bottom_of (const TlBox *box)
{
  return box->y + box->height;
}

static double
cost_of (Chooser *chooser)
{
  const TlRoute *trial = &chooser->trial;
  double cost = TL_COST_BEND * (chooser->points->len - 2.0);

  for (guint i = 0; i + 1 < chooser->points->len; i++)
    {
      const TlPlace *a = &g_array_index (chooser->points, TlPlace, i);
      const TlPlace *b = &g_array_index (chooser->points, TlPlace, i + 1);
      guint from = i == 0 ? trial->from_node : TL_GRID_NOBODY;
      guint to = i + 2 == chooser->points->len ? trial->to_node : TL_GRID_NOBODY;

      cost += fabs (a->x - b->x) + fabs (a->y - b->y);
      if (cost >= chooser->least)
        break;
      if (!tl_box_grid_is_free (chooser->grid, tl_box_between (*a, *b, CLEAR), from, to))
        cost += COST_HIT;
    }
  return cost;
}

static void
look_at_points (Chooser *chooser)
{
  for (guint i = 0; i < chooser->points->len; i++)
    {
      const TlPlace *at = &g_array_index (chooser->points, TlPlace, i);

      tl_box_enclose (&chooser->seen.area, &(TlBox){ at->x - CLEAR, at->y - CLEAR, 2 * CLEAR, 2 * CLEAR });
    }
}

static void
consider (Chooser *chooser, double extra)
{
  double cost;

  g_array_set_size (chooser->points, 0);
  tl_route_points (&chooser->trial, chooser->points);
  look_at_points (chooser);
  cost = cost_of (chooser) + extra;
  if (chooser->web != NULL && chooser->seen.round && cost < chooser->least)
    cost += TL_COST_CROSSING_BACK * tl_web_crossings (chooser->web, chooser->points, chooser->trial.edge);
  if (cost < chooser->least)
    {
      chooser->least = cost;
      chooser->best = chooser->trial;
    }
}

static void
try_shape (Chooser *chooser, TlSide exit, TlSide entry, guint n_bends, const double *bends, double extra)
{
  TlRoute *trial = &chooser->trial;

  trial->exit = exit;
  trial->entry = entry;
  trial->exit_at = tl_side_middle (&trial->from, exit);
  trial->entry_at = tl_side_middle (&trial->to, entry);
  trial->n_bends = n_bends;
  trial->straight = FALSE;
  for (guint i = 0; i < n_bends; i++)
    trial->bends[i] = bends[i];
  consider (chooser, extra);
}

#define try_bends(chooser, exit, entry, extra, ...)                                                                    \
  try_shape (chooser, exit, entry, G_N_ELEMENTS (((double[]){ __VA_ARGS__ })), (double[]){ __VA_ARGS__ }, extra)

/* Boxes nearly in line are joined straight, off their middle; the overlap must leave room to dock.
 */
static void
try_straight (Chooser *chooser, TlSide exit, TlSide entry)
{
  TlRoute *trial = &chooser->trial;
  gboolean level = tl_side_is_level (exit);
  double from = level ? trial->from.y : trial->from.x;
  double to = level ? trial->to.y : trial->to.x;
  double from_size = level ? trial->from.height : trial->from.width;
  double to_size = level ? trial->to.height : trial->to.width;
  double low = MAX (from, to);
  double high = MIN (from + from_size, to + to_size);
  double off = fabs (from + from_size / 2 - to - to_size / 2);

  if (high - low < 0.6 * MIN (from_size, to_size))
    return;
  trial->exit = exit;
  trial->entry = entry;
  trial->n_bends = 0;
  trial->straight = TRUE;
  trial->exit_at = trial->entry_at = off < 0.5 ? from + from_size / 2 : (low + high) / 2;
  consider (chooser, off);
  trial->straight = FALSE;
}

typedef void (*TryLane) (Chooser *chooser, double y);

/* Level lines that run free beside boxes, on one side of the edge: the nearest ones, nearest first,
 * and the one farthest out, which is free for sure. */
typedef struct
{
  double ys[MOST_LANES];
  guint count;
  double outermost;
  double side; /* −1 above, 1 below */
} Lanes;

static void
add_lane (Lanes *lanes, double y)
{
  guint i = 0, last;

  lanes->outermost = lanes->side * MAX (lanes->side * lanes->outermost, lanes->side * y);
  while (i < lanes->count && lanes->side * (y - lanes->ys[i]) > 2)
    i++;
  if (i == MOST_LANES || (i < lanes->count && fabs (y - lanes->ys[i]) <= 2))
    return;
  last = MIN (lanes->count, MOST_LANES - 1);
  for (guint j = last; j > i; j--)
    lanes->ys[j] = lanes->ys[j - 1];
  lanes->ys[i] = y;
  lanes->count = last + 1;
}

static void
try_each (Chooser *chooser, const Lanes *lanes, TryLane try_one)
{
  for (guint i = 0; i < lanes->count; i++)
    try_one (chooser, lanes->ys[i]);
  if (lanes->count == MOST_LANES && fabs (lanes->outermost - lanes->ys[MOST_LANES - 1]) > 2)
    try_one (chooser, lanes->outermost);
}

/* Tries lanes above @above and below @below, between @left and @right. */
static void
try_lanes (Chooser *chooser, double left, double right, double above, double below, TryLane try_one)
{
  const TlBox *from = &chooser->trial.from;
  const TlBox *to = &chooser->trial.to;
  double top = MIN (from->y, to->y) - REACH;
  double bottom = MAX (bottom_of (from), bottom_of (to)) + REACH;
  TlBox area = { left, top, right - left, bottom - top };
  Lanes over = { .outermost = above, .side = -1 };
  Lanes under = { .outermost = below, .side = 1 };

  g_array_set_size (chooser->boxes, 0);
  g_array_append_val (chooser->boxes, *from);
  g_array_append_val (chooser->boxes, *to);
  tl_box_enclose (&chooser->seen.area, &area);
  tl_box_grid_collect (chooser->grid, area, TL_GRID_CROWD, chooser->boxes);
  for (guint i = 0; i < chooser->boxes->len; i++)
    {
      const TlBox *box = &g_array_index (chooser->boxes, TlBox, i);
      double lanes[] = { box->y - LANE, bottom_of (box) + LANE };

      for (guint l = 0; l < 2; l++)
        if (lanes[l] < above)
          add_lane (&over, lanes[l]);
        else if (lanes[l] >= below)
          add_lane (&under, lanes[l]);
    }
  try_each (chooser, &over, try_one);
  try_each (chooser, &under, try_one);
}

static gboolean
is_raises (const Chooser *chooser)
{
  return chooser->graph->edges[chooser->trial.edge].item->kind == TL_ITEM_RAISES;
}

/* Rework runs back above the steps, raised demand below them: so the two are told apart at a
 * glance. What leads to a lower row runs between the two rows. */
static double
cost_of_lane_side (const Chooser *chooser, double y)
{
  const TlBox *from = &chooser->trial.from;
  const TlBox *to = &chooser->trial.to;
  double middle = (from->y + bottom_of (from)) / 2;

  if (is_raises (chooser))
    return y > middle ? 0 : COST_WRONG_SIDE_RAISES;
  if (to->y - bottom_of (from) >= STUB)
    return y > bottom_of (from) && y < to->y ? 0 : COST_OTHER_ROWS;
  return y > middle ? COST_WRONG_SIDE : 0;
}

static void
try_lane_round (Chooser *chooser, double y)
{
  const TlBox *from = &chooser->trial.from;
  const TlBox *to = &chooser->trial.to;

  try_bends (chooser, TL_SIDE_RIGHT, TL_SIDE_LEFT, cost_of_lane_side (chooser, y), right_of (from) + STUB, y,
             to->x - STUB);
}

static void
try_lane_over (Chooser *chooser, double y)
{
  const TlBox *from = &chooser->trial.from;
  const TlBox *to = &chooser->trial.to;
  double extra = cost_of_lane_side (chooser, y);

  if (y < from->y && y < to->y && !is_raises (chooser))
    try_bends (chooser, TL_SIDE_TOP, TL_SIDE_TOP, extra, y);
  if (y > bottom_of (from) && y > bottom_of (to) && !is_raises (chooser))
    try_bends (chooser, TL_SIDE_BOTTOM, TL_SIDE_BOTTOM, extra, y);
  if (y < from->y)
    try_bends (chooser, TL_SIDE_TOP, TL_SIDE_LEFT, extra, y, to->x - STUB);
  if (y > bottom_of (from))
    try_bends (chooser, TL_SIDE_BOTTOM, TL_SIDE_LEFT, extra, y, to->x - STUB);
  try_lane_round (chooser, y);
}

/* Past other columns, or, if there is none between, with one turn in the middle of the gap. All that
 * runs in a gap turns there, so that it is put in order together. */
static void
try_across (Chooser *chooser)
{
  TlRoute *trial = &chooser->trial;
  double middle = (right_of (&trial->from) + trial->to.x) / 2, cost = 0;

  if (chooser->toll == NULL)
    chooser->toll = tl_toll_new (chooser->graph, chooser->known);
  trial->exit = TL_SIDE_RIGHT;
  trial->entry = TL_SIDE_LEFT;
  trial->exit_at = tl_side_middle (&trial->from, trial->exit);
  trial->entry_at = tl_side_middle (&trial->to, trial->entry);
  switch (tl_passage_find (chooser->grid, chooser->toll, chooser->web, trial, &chooser->seen.area, &cost))
    {
    case TL_PASSAGE_NONE:
      try_bends (chooser, TL_SIDE_RIGHT, TL_SIDE_LEFT, 0, middle);
      return;
    case TL_PASSAGE_FOUND:
      chooser->seen.lines = TRUE;
      chooser->least = G_MAXDOUBLE;
      consider (chooser, 0);
      trial->straight = FALSE;
      return;
    case TL_PASSAGE_BARRED:
    default:
      chooser->seen.lines = TRUE;
    }
}

static void
try_forward (Chooser *chooser)
{
  const TlBox *from = &chooser->trial.from;
  const TlBox *to = &chooser->trial.to;
  double middle = (from->y + bottom_of (from) + to->y + bottom_of (to)) / 4;

  try_straight (chooser, TL_SIDE_RIGHT, TL_SIDE_LEFT);
  if (chooser->best.straight && chooser->least < COST_HIT)
    return;
  try_across (chooser);
  if (chooser->least < COST_HIT)
    return;
  try_bends (chooser, TL_SIDE_RIGHT, TL_SIDE_LEFT, 2, right_of (from) + STUB);
  try_bends (chooser, TL_SIDE_RIGHT, TL_SIDE_LEFT, 3, to->x - STUB);
  if (chooser->least >= COST_HIT)
    try_lanes (chooser, right_of (from), to->x, middle, middle, try_lane_round);
}

static void
try_upright (Chooser *chooser)
{
  const TlBox *from = &chooser->trial.from;
  const TlBox *to = &chooser->trial.to;

  if (to->y - bottom_of (from) >= STUB)
    {
      try_straight (chooser, TL_SIDE_BOTTOM, TL_SIDE_TOP);
      try_bends (chooser, TL_SIDE_BOTTOM, TL_SIDE_TOP, COST_UNUSUAL / 2, (bottom_of (from) + to->y) / 2);
    }
  else if (from->y - bottom_of (to) >= STUB)
    {
      try_straight (chooser, TL_SIDE_TOP, TL_SIDE_BOTTOM);
      try_bends (chooser, TL_SIDE_TOP, TL_SIDE_BOTTOM, COST_UNUSUAL / 2, (from->y + bottom_of (to)) / 2);
    }
}

static void
try_back (Chooser *chooser)
{
  const TlBox *from = &chooser->trial.from;
  const TlBox *to = &chooser->trial.to;

  try_lanes (chooser, MIN (from->x, to->x) - STUB, MAX (right_of (from), right_of (to)) + STUB, from->y,
             bottom_of (from), try_lane_over);
}

/* Round everything: where no lane nearby is free, those above and below all boxes are, and the one
 * left of them. */
static void
try_outside (Chooser *chooser)
{
  const TlBox *from = &chooser->trial.from;
  const TlBox *bounds = &chooser->bounds;
  double ys[] = { bounds->y - LANE, bottom_of (bounds) + LANE };

  chooser->seen.bounds = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (ys); i++)
    {
      double extra = cost_of_lane_side (chooser, ys[i]);
      TlSide side = i == 0 ? TL_SIDE_TOP : TL_SIDE_BOTTOM;

      try_lane_over (chooser, ys[i]);
      try_bends (chooser, side, TL_SIDE_LEFT, extra, ys[i], bounds->x - LANE);
      try_bends (chooser, TL_SIDE_RIGHT, TL_SIDE_LEFT, extra, right_of (from) + STUB, ys[i], bounds->x - LANE);
    }
}

static TlRoute
loop_of (const TlRoute *route, TlSide side, double height)
{
  TlRoute loop = *route;

  loop.exit = loop.entry = side;
  loop.exit_at = right_of (&route->from) - 20;
  loop.entry_at = loop.exit_at - 78;
  loop.n_bends = 1;
  loop.bends[0] = tl_side_position (&route->from, side) + (side == TL_SIDE_TOP ? -height : height);
  return loop;
}

/* Work that comes back to its own step: a loop on its right shoulder, or, where another step is
 * near, below it or flatter. */
static void
try_loops (Chooser *chooser)
{
  static const double heights[] = { 28, 18, 10 };
  const TlRoute *trial = &chooser->trial;

  chooser->best = loop_of (trial, TL_SIDE_TOP, heights[0]);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (heights); i++)
    {
      TlRoute loop = loop_of (trial, i % 2 == 0 ? TL_SIDE_TOP : TL_SIDE_BOTTOM, heights[i / 2]);

      g_array_set_size (chooser->points, 0);
      tl_route_points (&loop, chooser->points);
      look_at_points (chooser);
      if (!tl_route_is_free (chooser->grid, &loop))
        continue;
      chooser->best = loop;
      break;
    }
}

static void
choose_route (Chooser *chooser)
{
  TlRoute *trial = &chooser->trial;

  chooser->least = G_MAXDOUBLE;
  chooser->best = *trial;
  if (trial->from_node == trial->to_node)
    {
      try_loops (chooser);
      return;
    }
  if (trial->to.x - right_of (&trial->from) >= 2 * STUB - 8)
    try_forward (chooser);
  if (chooser->least < COST_HIT)
    return;
  chooser->seen.round = TRUE;
  if (!is_raises (chooser))
    try_upright (chooser);
  try_back (chooser);
  if (chooser->least >= COST_HIT)
    try_outside (chooser);
}

static void
choose_each (Chooser *chooser, const GArray *edges, GArray *routes, GArray *seen)
{
  const TlFlowGraph *graph = chooser->graph;

  for (guint i = 0; i < edges->len; i++)
    {
      guint e = g_array_index (edges, guint, i);
      const TlGraphEdge *edge = &graph->edges[e];

      chooser->trial = (TlRoute){
        .edge = e,
        .from_node = edge->from,
        .to_node = edge->to,
        .from = tl_graph_node_box (&graph->nodes[edge->from]),
        .to = tl_graph_node_box (&graph->nodes[edge->to]),
        .thick = edge->item->kind == TL_ITEM_RAISES ? TL_THICK : 0,
      };
      chooser->seen = (TlSeen){ chooser->trial.from, FALSE, FALSE, FALSE };
      choose_route (chooser);
      g_array_index (routes, TlRoute, e) = chooser->best;
      g_array_index (seen, TlSeen, e) = chooser->seen;
    }
}

/**
 * tl_routes_choose:
 * @graph: a placed graph
 * @grid: its boxes, each with its node's number
 * @edges: (element-type guint): numbers of the edges to choose for
 * @known: (nullable) (element-type TlRoute): how each edge may run, so that it is known whom a way
 *   crosses; %NULL as long as nothing is known: then they count as straight lines
 * @routes: (element-type TlRoute): one for each edge, of which those of @edges are set
 * @seen: (element-type TlSeen): the same: what the choice depends on, besides the two boxes
 */
void
tl_routes_choose (const TlFlowGraph *graph,
                  TlBoxGrid *grid,
                  const GArray *edges,
                  const GArray *known,
                  GArray *routes,
                  GArray *seen)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TlPlace));
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (TlBox));
  Chooser chooser = { graph, grid, points, boxes };

  chooser.known = known;
  chooser.bounds = tl_flow_graph_bounds (graph);
  choose_each (&chooser, edges, routes, seen);
  g_clear_pointer (&chooser.toll, tl_toll_free);
}

static gboolean
settle_edge (Chooser *chooser, guint e, GArray *routes, GArray *seen)
{
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (guint));
  TlRoute before = g_array_index (routes, TlRoute, e);

  g_array_append_val (one, e);
  choose_each (chooser, one, routes, seen);
  if (tl_routes_equal (&before, &g_array_index (routes, TlRoute, e)))
    return FALSE;
  tl_web_set (chooser->web, &g_array_index (routes, TlRoute, e));
  return TRUE;
}

/**
 * tl_routes_settle:
 * @graph: a placed graph
 * @grid: its boxes, each with its node's number
 * @edges: (element-type guint): numbers of edges that may have to cross others
 * @routes: (element-type TlRoute): how each edge runs
 *
 * Lets @edges choose again, one after the other, each knowing how all others run by then, until none finds
 * a better way.
 */
void
tl_routes_settle (const TlFlowGraph *graph, TlBoxGrid *grid, const GArray *edges, GArray *routes)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TlPlace));
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (TlBox));
  g_autoptr (GArray) seen = g_array_new (FALSE, TRUE, sizeof (TlSeen));
  Chooser chooser = { graph, grid, points, boxes };
  gboolean better = TRUE;

  g_array_set_size (seen, graph->n_edges);
  chooser.known = routes;
  chooser.bounds = tl_flow_graph_bounds (graph);
  chooser.web = tl_web_new (chooser.bounds, routes);
  for (guint round = 0; round < MOST_SETTLED && better; round++)
    {
      better = FALSE;
      for (guint i = 0; i < edges->len; i++)
        better |= settle_edge (&chooser, g_array_index (edges, guint, i), routes, seen);
    }
  g_clear_pointer (&chooser.toll, tl_toll_free);
  tl_web_free (chooser.web);
}
