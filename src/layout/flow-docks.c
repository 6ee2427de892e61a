/* flow-docks.c: where on a side each edge docks, so that edges of one step don't cross, those of
 * one kind share a trunk, and the others stay apart. */
#include "layout/flow-route.h"
#include "layout/spread.h"

#include <math.h>

#define DOCK_GAP_LEVEL 15.0
#define DOCK_GAP_UPRIGHT 26.0
/* From the corners of a box. */
#define DOCK_MARGIN 14.0
/* Straight edges insist on their place; what is settled is not moved again. */
#define DOCK_INSISTS 1e3
#define DOCK_SETTLED 1e6

/* One end of a route. */
typedef struct
{
  guint route;
  gboolean exit;
  guint node;
  guint other; /* node at the other end */
  TlSide side;
  guint class; /* ends of one class can share a dock */
  guint among; /* which of the routes that join the same two nodes */
} End;

/* Where ends meet the side of a node: one, or several of a class, which share their way from here.
 */
typedef struct
{
  guint node;
  TlSide side;
  guint first; /* of its ends */
  guint count;
  double key; /* order along the side */
  double wanted;
  double weight;
} Dock;

typedef struct
{
  const TlFlowGraph *graph;
  GArray *routes;
  GArray *ends;  /* (element-type End): those of one dock side by side */
  GArray *docks; /* (element-type Dock): those of one side side by side, in order */
} Docker;

static TlRoute *
route_of (const Docker *docker, const End *end)
{
  return &g_array_index (docker->routes, TlRoute, end->route);
}

static double *
place_of (const Docker *docker, const End *end)
{
  TlRoute *route = route_of (docker, end);

  return end->exit ? &route->exit_at : &route->entry_at;
}

/* To where the edge turns once it has left the box: the end of its first part that runs along the
 * side. */
static double
leads_to (const TlRoute *route, gboolean exit)
{
  int last = (int) route->n_bends;

  return exit ? tl_route_at (route, last > 0 ? 1 : 0)
              : tl_route_at (route, last > 1 ? last - 2 : -1);
}

static gboolean
is_loop (const TlRoute *route)
{
  return route->from_node == route->to_node;
}

/* Level sides: simply where it leads. Top and bottom: what turns nearby docks outside, so that
 * longer lanes, which run farther out, come down inside without crossing. */
static double
key_of (const TlRoute *route, const End *end, double middle)
{
  double to = leads_to (route, end->exit);

  /* A loop sits on the right shoulder, right of all else. */
  if (is_loop (route))
    return 2e9 + (end->exit ? 1 : 0);
  if (tl_side_is_level (end->side) || route->straight)
    return to;
  return to < middle ? -1e9 + (middle - to) : 1e9 - (to - middle);
}

/* Flow branches and merges with flow, rework with rework, and what raises one demand merges before
 * it. All else keeps its own line. */
static guint
class_of (const TlGraphEdge *edge, guint number, gboolean exit)
{
  const TlItem *item = edge->item;

  if (edge->from == edge->to || item->kind == TL_ITEM_ENTRY
      || (item->kind == TL_ITEM_RAISES && exit))
    return 3 + number;
  if (item->kind == TL_ITEM_RAISES)
    return 2;
  return ((const TlConnector *) item)->kind == TL_CONNECTOR_REWORK ? 1 : 0;
}

static End
end_of (const Docker *docker, guint number, gboolean exit)
{
  const TlRoute *route = &g_array_index (docker->routes, TlRoute, number);

  return (End){
    .route = number,
    .exit = exit,
    .node = exit ? route->from_node : route->to_node,
    .other = exit ? route->to_node : route->from_node,
    .side = exit ? route->exit : route->entry,
    .class = class_of (&docker->graph->edges[route->edge], number, exit),
  };
}

#define RETURN_DIFFERENCE(a, b)                                                                    \
  if ((a) != (b))                                                                                  \
  return (a) < (b) ? -1 : 1

static int
compare_kinds (const End *first, const End *second)
{
  RETURN_DIFFERENCE (first->node, second->node);
  RETURN_DIFFERENCE (first->side, second->side);
  RETURN_DIFFERENCE (first->exit, second->exit);
  RETURN_DIFFERENCE (first->class, second->class);
  return 0;
}

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const End *first = a;
  const End *second = b;
  int by_kind = compare_kinds (first, second);

  if (by_kind != 0)
    return by_kind;
  RETURN_DIFFERENCE (first->among, second->among);
  RETURN_DIFFERENCE (first->other, second->other);
  RETURN_DIFFERENCE (first->route, second->route);
  return 0;
}

static int
compare_docks (gconstpointer a, gconstpointer b)
{
  const Dock *first = a;
  const Dock *second = b;

  RETURN_DIFFERENCE (first->node, second->node);
  RETURN_DIFFERENCE (first->side, second->side);
  if (first->key < second->key || first->key > second->key)
    return first->key < second->key ? -1 : 1;
  RETURN_DIFFERENCE (first->first, second->first);
  return 0;
}

/* Routes that join the same two nodes run side by side, not on one another.
 *
 * Returns: whether there are such */
static gboolean
count_among (GArray *ends)
{
  gboolean some = FALSE;

  for (guint i = 1; i < ends->len; i++)
    {
      const End *before = &g_array_index (ends, End, i - 1);
      End *end = &g_array_index (ends, End, i);

      if (compare_kinds (before, end) != 0 || before->other != end->other)
        continue;
      end->among = before->among + 1;
      some = TRUE;
    }
  return some;
}

static void
collect_ends (Docker *docker)
{
  for (guint i = 0; i < docker->routes->len; i++)
    {
      End ends[] = { end_of (docker, i, TRUE), end_of (docker, i, FALSE) };
      g_array_append_vals (docker->ends, ends, 2);
    }
  if (docker->ends->len > 0)
    g_array_sort (docker->ends, compare_ends);
  if (count_among (docker->ends))
    g_array_sort (docker->ends, compare_ends);
}

/* What is straight insists on its place; the others would have the middle. */
static void
wish (const Docker *docker, Dock *dock)
{
  const End *ends = &g_array_index (docker->ends, End, dock->first);
  double sum = 0;

  dock->weight = dock->count;
  for (guint i = 0; i < dock->count; i++)
    {
      const TlRoute *route = route_of (docker, &ends[i]);
      double at = *place_of (docker, &ends[i]);

      sum += key_of (route, &ends[i], at) / dock->count;
      if (dock->weight < DOCK_INSISTS)
        dock->wanted = at;
      if (route->straight || is_loop (route))
        dock->weight = DOCK_INSISTS;
    }
  dock->key = sum;
}

static void
share (const Docker *docker, const Dock *dock, guint number)
{
  const End *ends = &g_array_index (docker->ends, End, dock->first);

  for (guint i = 0; i < dock->count; i++)
    *(ends[i].exit ? &route_of (docker, &ends[i])->exit_dock
                   : &route_of (docker, &ends[i])->entry_dock)
        = (TlDock){ number, dock->count };
}

static void
make_docks (Docker *docker)
{
  guint first = 0;

  for (guint i = 1; i <= docker->ends->len && docker->ends->len > 0; i++)
    {
      const End *begin = &g_array_index (docker->ends, End, first);
      const End *end = i < docker->ends->len ? &g_array_index (docker->ends, End, i) : NULL;
      Dock dock = { begin->node, begin->side, first, i - first };

      if (end != NULL && compare_kinds (begin, end) == 0 && begin->among == end->among)
        continue;
      wish (docker, &dock);
      share (docker, &dock, docker->docks->len);
      g_array_append_val (docker->docks, dock);
      first = i;
    }
  if (docker->docks->len > 0)
    g_array_sort (docker->docks, compare_docks);
}

static void
put_dock (const Docker *docker, const Dock *dock, double at)
{
  const End *ends = &g_array_index (docker->ends, End, dock->first);

  for (guint i = 0; i < dock->count; i++)
    *place_of (docker, &ends[i]) = at;
}

/* Gives the docks of one side their places. */
static void
spread_side (const Docker *docker, const Dock *docks, guint count)
{
  const End *end = &g_array_index (docker->ends, End, docks[0].first);
  const TlBox *box = end->exit ? &route_of (docker, end)->from : &route_of (docker, end)->to;
  gboolean level = tl_side_is_level (docks[0].side);
  double start = (level ? box->y : box->x) + DOCK_MARGIN;
  double room = (level ? box->height : box->width) - 2 * DOCK_MARGIN;
  double gap = MIN (level ? DOCK_GAP_LEVEL : DOCK_GAP_UPRIGHT, room / MAX (1, count - 1));
  g_autofree double *numbers = g_new (double, 4 * count);
  double *wanted = numbers, *weights = numbers + count;
  double *gaps = numbers + 2 * count, *places = numbers + 3 * count;
  double over = 0;

  for (guint i = 0; i < count; i++)
    {
      wanted[i] = docks[i].wanted;
      weights[i] = docks[i].weight;
      gaps[i] = gap;
    }
  tl_spread (places, wanted, weights, gaps, count);
  if (places[0] < start)
    over = start - places[0];
  else if (places[count - 1] > start + room)
    over = start + room - places[count - 1];
  for (guint i = 0; i < count; i++)
    put_dock (docker, &docks[i], CLAMP (places[i] + over, start, start + room));
}

/* A straight edge whose ends were moved apart becomes a jog, or is levelled where that is next to
 * nothing and the ends are its own. */
static void
mend_straight (TlRoute *route)
{
  if (!route->straight)
    return;
  if (fabs (route->exit_at - route->entry_at) < 4 && route->entry_dock.count == 1)
    {
      route->entry_at = route->exit_at;
      return;
    }
  if (fabs (route->exit_at - route->entry_at) < 0.01)
    return;
  route->straight = FALSE;
  route->n_bends = 1;
  route->bends[0]
      = (tl_side_position (&route->from, route->exit) + tl_side_position (&route->to, route->entry))
        / 2;
}

static void
mend_all (GArray *routes)
{
  for (guint i = 0; i < routes->len; i++)
    mend_straight (&g_array_index (routes, TlRoute, i));
}

static void
spread_sides (const Docker *docker)
{
  guint first = 0;

  for (guint i = 1; i <= docker->docks->len && docker->docks->len > 0; i++)
    {
      const Dock *begin = &g_array_index (docker->docks, Dock, first);
      const Dock *end = i < docker->docks->len ? &g_array_index (docker->docks, Dock, i) : NULL;

      if (end != NULL && end->node == begin->node && end->side == begin->side)
        continue;
      spread_side (docker, begin, i - first);
      first = i;
    }
}

/* Heads of straight edges follow their tails, which may have had to make room for others. */
static void
follow_tails (const Docker *docker)
{
  for (guint d = 0; d < docker->docks->len; d++)
    {
      Dock *dock = &g_array_index (docker->docks, Dock, d);
      const End *ends = &g_array_index (docker->ends, End, dock->first);

      if (ends->exit)
        {
          dock->wanted = *place_of (docker, ends);
          dock->weight = DOCK_SETTLED;
        }
      for (guint i = 0; i < dock->count && !ends->exit; i++)
        if (route_of (docker, &ends[i])->straight)
          {
            dock->wanted = route_of (docker, &ends[i])->exit_at;
            dock->weight = DOCK_INSISTS;
          }
    }
  spread_sides (docker);
}

static void
docker_set_up (Docker *docker, const TlFlowGraph *graph, GArray *routes)
{
  docker->graph = graph;
  docker->routes = routes;
  docker->ends = g_array_sized_new (FALSE, FALSE, sizeof (End), 2 * routes->len);
  docker->docks = g_array_sized_new (FALSE, FALSE, sizeof (Dock), 2 * routes->len);
  collect_ends (docker);
  make_docks (docker);
}

static void
docker_tear_down (Docker *docker)
{
  g_array_unref (docker->ends);
  g_array_unref (docker->docks);
}

/**
 * tl_routes_dock:
 * @graph: whose edges the routes are
 * @routes: (element-type TlRoute): routes, as chosen
 *
 * Spreads the ends of routes along the sides of their boxes. Ends of a kind share a dock: from
 * there on they run as branches of one tree.
 */
void
tl_routes_dock (const TlFlowGraph *graph, GArray *routes)
{
  Docker docker;

  docker_set_up (&docker, graph, routes);
  spread_sides (&docker);
  follow_tails (&docker);
  mend_all (routes);
  docker_tear_down (&docker);
}

/* Whether any route of a dock came to another place by its detour. */
static gboolean
has_detour (const Docker *docker, const Dock *dock)
{
  const End *ends = &g_array_index (docker->ends, End, dock->first);

  for (guint i = 0; i < dock->count; i++)
    if (!route_of (docker, &ends[i])->detour)
      return FALSE;
  return TRUE;
}

/* A route that stayed where it was says where the dock is. */
static double
settled_at (const Docker *docker, const Dock *dock)
{
  const End *ends = &g_array_index (docker->ends, End, dock->first);

  for (guint i = 0; i < dock->count; i++)
    if (!route_of (docker, &ends[i])->detour)
      return *place_of (docker, &ends[i]);
  return *place_of (docker, ends);
}

/**
 * tl_routes_dock_detours:
 * @graph: whose edges the routes are
 * @routes: (element-type TlRoute): routes of which some were given another way
 *
 * Finds room at the boxes for the ends of those; the others keep their places.
 */
void
tl_routes_dock_detours (const TlFlowGraph *graph, GArray *routes)
{
  Docker docker;

  docker_set_up (&docker, graph, routes);
  for (guint d = 0; d < docker.docks->len; d++)
    {
      Dock *dock = &g_array_index (docker.docks, Dock, d);

      dock->wanted = settled_at (&docker, dock);
      dock->weight = has_detour (&docker, dock) ? 1 : DOCK_SETTLED;
    }
  spread_sides (&docker);
  mend_all (routes);
  docker_tear_down (&docker);
}
