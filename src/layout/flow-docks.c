/* flow-docks.c: where on a side each edge docks, so that edges of one step don't cross, those of
 * one kind share a trunk, and the others stay apart. */
#include "layout/flow-ends.h"
#include "layout/spread.h"

#include <math.h>

#define DOCK_GAP_LEVEL 15.0
#define DOCK_GAP_UPRIGHT 26.0
/* From the corners of a box. */
#define DOCK_MARGIN 14.0
/* Off by less, a line that could be straight looks bent. */
#define NEXT_TO_LEVEL 4.0
/* What is settled is not moved again. */
#define DOCK_SETTLED 1e6

static void
put_dock (const TlDocker *docker, const TlPort *dock, double at)
{
  const TlEnd *ends = &g_array_index (docker->ends, TlEnd, dock->first);

  for (guint i = 0; i < dock->count; i++)
    *tl_end_place (docker, &ends[i]) = at;
}

/* Gives the docks of one side their places. */
static void
spread_side (const TlDocker *docker, const TlPort *docks, guint count)
{
  const TlEnd *end = &g_array_index (docker->ends, TlEnd, docks[0].first);
  const TlBox *box = end->exit ? &tl_end_route (docker, end)->from : &tl_end_route (docker, end)->to;
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

/* A straight edge whose ends were moved apart becomes a jog. */
static void
mend_straight (TlRoute *route)
{
  if (!route->straight || fabs (route->exit_at - route->entry_at) < 1e-9)
    return;
  route->straight = FALSE;
  route->n_bends = 1;
  route->bends[0] = (tl_side_position (&route->from, route->exit) + tl_side_position (&route->to, route->entry)) / 2;
}

static void
mend_all (GArray *routes)
{
  for (guint i = 0; i < routes->len; i++)
    mend_straight (&g_array_index (routes, TlRoute, i));
}

static void
spread_sides (const TlDocker *docker)
{
  guint first = 0;

  for (guint i = 1; i <= docker->docks->len && docker->docks->len > 0; i++)
    {
      const TlPort *begin = &g_array_index (docker->docks, TlPort, first);
      const TlPort *end = i < docker->docks->len ? &g_array_index (docker->docks, TlPort, i) : NULL;

      if (end != NULL && end->node == begin->node && end->side == begin->side)
        continue;
      spread_side (docker, begin, i - first);
      first = i;
    }
}

/* A dock to which a straight edge comes next to level is levelled with it, and all that come with it.
 */
static void
level_heads (const TlDocker *docker)
{
  for (guint d = 0; d < docker->docks->len; d++)
    {
      const TlPort *dock = &g_array_index (docker->docks, TlPort, d);
      const TlEnd *ends = &g_array_index (docker->ends, TlEnd, dock->first);

      for (guint i = 0; i < dock->count && !ends->exit; i++)
        {
          const TlRoute *route = tl_end_route (docker, &ends[i]);

          if (!route->straight || fabs (route->exit_at - route->entry_at) >= NEXT_TO_LEVEL)
            continue;
          put_dock (docker, dock, route->exit_at);
          break;
        }
    }
}

/* Heads of straight edges follow their tails, which may have had to make room for others. */
static void
follow_tails (const TlDocker *docker)
{
  for (guint d = 0; d < docker->docks->len; d++)
    {
      TlPort *dock = &g_array_index (docker->docks, TlPort, d);
      const TlEnd *ends = &g_array_index (docker->ends, TlEnd, dock->first);

      if (ends->exit)
        {
          dock->wanted = *tl_end_place (docker, ends);
          dock->weight = DOCK_SETTLED;
        }
      for (guint i = 0; i < dock->count && !ends->exit; i++)
        if (tl_end_route (docker, &ends[i])->straight)
          {
            dock->wanted = tl_end_route (docker, &ends[i])->exit_at;
            dock->weight = TL_DOCK_INSISTS;
          }
    }
  spread_sides (docker);
  level_heads (docker);
}

/* Where a route ends at a node that is not looked at, all is as it was. */
static void
keep_ends (const TlDocker *docker, const TlDocking *before)
{
  for (guint e = 0; before != NULL && e < docker->routes->len; e++)
    {
      TlRoute *route = &g_array_index (docker->routes, TlRoute, e);
      const TlEnds *old = &g_array_index (before->ends, TlEnds, e);
      const TlRoute *docked = &g_array_index (before->routes, TlRoute, e);

      if (!docker->nodes[route->from_node])
        {
          route->exit_at = old->exit_at;
          route->exit_dock = docked->exit_dock;
        }
      if (!docker->nodes[route->to_node])
        {
          route->entry_at = old->entry_at;
          route->entry_dock = docked->entry_dock;
        }
    }
}

/* Tails have their places; those at nodes that are not looked at had them before. */
static void
keep_tails (const TlDocker *docker, const TlDocking *before, TlDocking *now)
{
  for (guint e = 0; e < docker->routes->len; e++)
    {
      TlRoute *route = &g_array_index (docker->routes, TlRoute, e);

      if (!docker->nodes[route->from_node])
        route->exit_at = g_array_index (before->ends, TlEnds, e).tail;
      g_array_index (now->ends, TlEnds, e).tail = route->exit_at;
    }
}

static void
note_ends (TlDocking *now)
{
  for (guint e = 0; e < now->routes->len; e++)
    {
      const TlRoute *route = &g_array_index (now->routes, TlRoute, e);
      TlEnds *ends = &g_array_index (now->ends, TlEnds, e);

      ends->exit_at = route->exit_at;
      ends->entry_at = route->entry_at;
    }
}

/**
 * tl_routes_dock:
 * @graph: whose edges the routes are
 * @nodes: (array): whether the docks of each node are to be found; those of the others are known
 * from
 *   @before. Heads of straight edges have to be among them if the edges' tails are
 * @before: (nullable): how all was docked before
 * @now: its routes are as chosen; takes them docked
 *
 * Spreads the ends of routes along the sides of their boxes. Ends of a kind share a dock: from
 * there on they run as branches of one tree.
 */
void
tl_routes_dock (const TlFlowGraph *graph, const gboolean *nodes, const TlDocking *before, TlDocking *now)
{
  TlDocker docker;

  tl_docker_set_up (&docker, graph, now->routes, nodes);
  spread_sides (&docker);
  keep_tails (&docker, before, now);
  follow_tails (&docker);
  keep_ends (&docker, before);
  note_ends (now);
  mend_all (now->routes);
  tl_docker_tear_down (&docker);
}

/* Whether any route of a dock came to another place by its detour. */
static gboolean
has_detour (const TlDocker *docker, const TlPort *dock)
{
  const TlEnd *ends = &g_array_index (docker->ends, TlEnd, dock->first);

  for (guint i = 0; i < dock->count; i++)
    if (!tl_end_route (docker, &ends[i])->detour)
      return FALSE;
  return TRUE;
}

/* A route that stayed where it was says where the dock is. */
static double
settled_at (const TlDocker *docker, const TlPort *dock)
{
  const TlEnd *ends = &g_array_index (docker->ends, TlEnd, dock->first);

  for (guint i = 0; i < dock->count; i++)
    if (!tl_end_route (docker, &ends[i])->detour)
      return *tl_end_place (docker, &ends[i]);
  return *tl_end_place (docker, ends);
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
  g_autofree gboolean *nodes = g_new0 (gboolean, graph->n_nodes + 1);
  TlDocker docker;

  for (guint i = 0; i < routes->len; i++)
    {
      const TlRoute *route = &g_array_index (routes, TlRoute, i);

      nodes[route->from_node] |= route->detour;
      nodes[route->to_node] |= route->detour;
    }
  tl_docker_set_up (&docker, graph, routes, nodes);
  for (guint d = 0; d < docker.docks->len; d++)
    {
      TlPort *dock = &g_array_index (docker.docks, TlPort, d);

      dock->wanted = settled_at (&docker, dock);
      dock->weight = has_detour (&docker, dock) ? 1 : DOCK_SETTLED;
    }
  spread_sides (&docker);
  mend_all (routes);
  tl_docker_tear_down (&docker);
}
