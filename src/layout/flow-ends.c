/* flow-ends.c: the ends of routes at the sides of boxes, and which of them share a dock: those of a
 * kind, which run on from there as branches of one tree. */
#include "layout/flow-ends.h"

/**
 * tl_end_route:
 * @docker: a docker
 * @end: one of its ends
 *
 * Returns: (transfer none): the route that ends there
 */
TlRoute *
tl_end_route (const TlDocker *docker, const TlEnd *end)
{
  return &g_array_index (docker->routes, TlRoute, end->route);
}

/**
 * tl_end_place:
 * @docker: a docker
 * @end: one of its ends
 *
 * Returns: (transfer none): where along the side it is
 */
double *
tl_end_place (const TlDocker *docker, const TlEnd *end)
{
  TlRoute *route = tl_end_route (docker, end);

  return end->exit ? &route->exit_at : &route->entry_at;
}

/* To where the edge turns once it has left the box: the end of its first part that runs along the
 * side. */
static double
leads_to (const TlRoute *route, gboolean exit)
{
  int last = (int) route->n_bends;

  return exit ? tl_route_at (route, last > 0 ? 1 : 0) : tl_route_at (route, last > 1 ? last - 2 : -1);
}

static gboolean
is_loop (const TlRoute *route)
{
  return route->from_node == route->to_node;
}

/* Level sides: simply where it leads. Top and bottom: what turns nearby docks outside, so that
 * longer lanes, which run farther out, come down inside without crossing. */
static double
key_of (const TlRoute *route, const TlEnd *end, double middle)
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

  if (edge->from == edge->to || item->kind == TL_ITEM_ENTRY || (item->kind == TL_ITEM_RAISES && exit))
    return 3 + number;
  if (item->kind == TL_ITEM_RAISES)
    return 2;
  return ((const TlConnector *) item)->kind == TL_CONNECTOR_REWORK ? 1 : 0;
}

static TlEnd
end_of (const TlDocker *docker, guint number, gboolean exit)
{
  const TlRoute *route = &g_array_index (docker->routes, TlRoute, number);
  TlEnd end = {
    .route = number,
    .exit = exit,
    .node = exit ? route->from_node : route->to_node,
    .other = exit ? route->to_node : route->from_node,
    .side = exit ? route->exit : route->entry,
    .class = class_of (&docker->graph->edges[route->edge], number, exit),
  };

  end.key = key_of (route, &end, *tl_end_place (docker, &end));
  return end;
}

#define RETURN_DIFFERENCE(a, b)                                                                                        \
  if ((a) != (b))                                                                                                      \
  return (a) < (b) ? -1 : 1

static int
compare_kinds (const TlEnd *first, const TlEnd *second)
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
  const TlEnd *first = a;
  const TlEnd *second = b;
  int by_kind = compare_kinds (first, second);

  if (by_kind != 0)
    return by_kind;
  if (first->key < second->key || first->key > second->key)
    return first->key < second->key ? -1 : 1;
  RETURN_DIFFERENCE (first->other, second->other);
  RETURN_DIFFERENCE (first->route, second->route);
  return 0;
}

static int
compare_docks (gconstpointer a, gconstpointer b)
{
  const TlPort *first = a;
  const TlPort *second = b;

  RETURN_DIFFERENCE (first->node, second->node);
  RETURN_DIFFERENCE (first->side, second->side);
  if (first->key < second->key || first->key > second->key)
    return first->key < second->key ? -1 : 1;
  RETURN_DIFFERENCE (first->first, second->first);
  return 0;
}

/* Routes that join the same two nodes run side by side, not on one another: where the second of them
 * comes, the next dock begins, so that none has to cross what the others share. */
static void
share_docks (TlDocker *docker)
{
  g_autofree guint *met = g_new0 (guint, docker->graph->n_nodes + 1); /* by node: in which dock */
  guint number = 0;

  for (guint i = 0; i < docker->ends->len; i++)
    {
      TlEnd *end = &g_array_index (docker->ends, TlEnd, i);

      if (i == 0 || compare_kinds (end - 1, end) != 0 || met[end->other] == number)
        number++;
      end->share = met[end->other] = number;
    }
}

static void
collect_ends (TlDocker *docker)
{
  for (guint i = 0; i < docker->routes->len; i++)
    {
      const TlRoute *route = &g_array_index (docker->routes, TlRoute, i);
      TlEnd ends[] = { end_of (docker, i, TRUE), end_of (docker, i, FALSE) };

      if (docker->nodes[route->from_node])
        g_array_append_val (docker->ends, ends[0]);
      if (docker->nodes[route->to_node])
        g_array_append_val (docker->ends, ends[1]);
    }
  if (docker->ends->len > 0)
    g_array_sort (docker->ends, compare_ends);
  share_docks (docker);
}

/* What is straight insists on its place; the others would have the middle. */
static void
wish (const TlDocker *docker, TlPort *dock)
{
  const TlEnd *ends = &g_array_index (docker->ends, TlEnd, dock->first);
  double sum = 0;

  dock->weight = dock->count;
  for (guint i = 0; i < dock->count; i++)
    {
      const TlRoute *route = tl_end_route (docker, &ends[i]);
      double at = *tl_end_place (docker, &ends[i]);

      sum += ends[i].key / dock->count;
      if (dock->weight < TL_DOCK_INSISTS)
        dock->wanted = at;
      if (route->straight || is_loop (route))
        dock->weight = TL_DOCK_INSISTS;
    }
  dock->key = sum;
}

/* Docks are called by the first of their routes, so that they are called the same whichever others
 * are looked at. */
static void
share (const TlDocker *docker, const TlPort *dock)
{
  const TlEnd *ends = &g_array_index (docker->ends, TlEnd, dock->first);
  guint number = G_MAXUINT;

  for (guint i = 0; i < dock->count; i++)
    number = MIN (number, 2 * ends[i].route + (ends[i].exit ? 1 : 0));
  for (guint i = 0; i < dock->count; i++)
    *(ends[i].exit ? &tl_end_route (docker, &ends[i])->exit_dock : &tl_end_route (docker, &ends[i])->entry_dock)
        = (TlDock){ number, dock->count };
}

static void
make_docks (TlDocker *docker)
{
  guint first = 0;

  for (guint i = 1; i <= docker->ends->len && docker->ends->len > 0; i++)
    {
      const TlEnd *begin = &g_array_index (docker->ends, TlEnd, first);
      const TlEnd *end = i < docker->ends->len ? &g_array_index (docker->ends, TlEnd, i) : NULL;
      TlPort dock = { begin->node, begin->side, first, i - first };

      if (end != NULL && begin->share == end->share)
        continue;
      wish (docker, &dock);
      share (docker, &dock);
      g_array_append_val (docker->docks, dock);
      first = i;
    }
  if (docker->docks->len > 0)
    g_array_sort (docker->docks, compare_docks);
}

/**
 * tl_docker_set_up:
 * @docker: (out): to be torn down
 * @graph: whose edges the routes are
 * @routes: (element-type TlRoute): as chosen
 * @nodes: (array): which nodes' docks to make
 *
 * Makes a dock of all ends that can share one.
 */
void
tl_docker_set_up (TlDocker *docker, const TlFlowGraph *graph, GArray *routes, const gboolean *nodes)
{
  docker->graph = graph;
  docker->routes = routes;
  docker->nodes = nodes;
  docker->ends = g_array_new (FALSE, FALSE, sizeof (TlEnd));
  docker->docks = g_array_new (FALSE, FALSE, sizeof (TlPort));
  collect_ends (docker);
  make_docks (docker);
}

/**
 * tl_docker_tear_down:
 * @docker: a docker
 */
void
tl_docker_tear_down (TlDocker *docker)
{
  g_array_unref (docker->ends);
  g_array_unref (docker->docks);
}
