/* flow-docks.c: where on a side each edge docks, so that edges of one step stay apart and don't
 * cross. */
#include "layout/flow-route.h"
#include "layout/spread.h"

#include <math.h>

#define DOCK_GAP_LEVEL 15.0
#define DOCK_GAP_UPRIGHT 26.0
#define DOCK_LEAN 7.0
/* From the corners of a box. */
#define DOCK_MARGIN 14.0
/* Straight edges insist on their place; what is settled is not moved again. */
#define DOCK_INSISTS 1e3
#define DOCK_SETTLED 1e6

typedef struct
{
  guint route;
  gboolean exit;
  guint node;
  TlSide side;
  double key; /* order along the side */
  double wanted;
  double weight;
} Dock;

/* To where the edge turns once it has left the box: the end of its first part that runs along the
 * side. */
static double
leads_to (const TlRoute *route, gboolean exit)
{
  int last = (int) route->n_bends;

  return exit ? tl_route_at (route, last > 0 ? 1 : 0)
              : tl_route_at (route, last > 1 ? last - 2 : -1);
}

/* Level sides: simply where it leads. Top and bottom: what turns nearby docks outside, so that
 * longer lanes, which run farther out, come down inside without crossing. */
static double
key_of (const TlRoute *route, const Dock *dock, double wanted)
{
  double to = leads_to (route, dock->exit);

  /* A loop sits on the right shoulder, right of all else. */
  if (route->from_node == route->to_node)
    return 2e9 + wanted;
  if (tl_side_is_level (dock->side) || route->straight)
    return to;
  return to < wanted ? -1e9 + (wanted - to) : 1e9 - (to - wanted);
}

static double
lean (double at, double to)
{
  return to < at - 1 ? at - DOCK_LEAN : to > at + 1 ? at + DOCK_LEAN : at;
}

static Dock
dock_of (const GArray *routes, guint number, gboolean exit)
{
  const TlRoute *route = &g_array_index (routes, TlRoute, number);
  Dock dock = { number, exit };
  double at = exit ? route->exit_at : route->entry_at;

  dock.node = exit ? route->from_node : route->to_node;
  dock.side = exit ? route->exit : route->entry;
  dock.key = key_of (route, &dock, at);
  dock.weight = route->straight || route->from_node == route->to_node ? DOCK_INSISTS : 1;
  dock.wanted = dock.weight > 1 ? at : lean (at, leads_to (route, exit));
  return dock;
}

static int
compare_docks (gconstpointer a, gconstpointer b)
{
  const Dock *first = a;
  const Dock *second = b;

  if (first->node != second->node)
    return first->node < second->node ? -1 : 1;
  if (first->side != second->side)
    return first->side < second->side ? -1 : 1;
  if (first->key < second->key || first->key > second->key)
    return first->key < second->key ? -1 : 1;
  return first->route < second->route ? -1 : first->route > second->route;
}

/* Gives the docks of one side their places. */
static void
spread_side (GArray *routes, Dock *docks, guint count)
{
  const TlRoute *first = &g_array_index (routes, TlRoute, docks[0].route);
  const TlBox *box = docks[0].exit ? &first->from : &first->to;
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
    {
      TlRoute *route = &g_array_index (routes, TlRoute, docks[i].route);
      double at = CLAMP (places[i] + over, start, start + room);

      *(docks[i].exit ? &route->exit_at : &route->entry_at) = at;
    }
}

/* A straight edge whose ends were moved apart becomes a jog, or is levelled where that is next to
 * nothing. */
static void
mend_straight (TlRoute *route)
{
  if (!route->straight)
    return;
  if (fabs (route->exit_at - route->entry_at) < 4)
    {
      route->entry_at = route->exit_at;
      return;
    }
  route->straight = FALSE;
  route->n_bends = 1;
  route->bends[0]
      = (tl_side_position (&route->from, route->exit) + tl_side_position (&route->to, route->entry))
        / 2;
}

static void
spread_sides (GArray *routes, GArray *docks)
{
  guint first = 0;

  for (guint i = 1; i <= docks->len && docks->len > 0; i++)
    {
      Dock *begin = &g_array_index (docks, Dock, first);
      const Dock *end = i < docks->len ? &g_array_index (docks, Dock, i) : NULL;

      if (end != NULL && end->node == begin->node && end->side == begin->side)
        continue;
      spread_side (routes, begin, i - first);
      first = i;
    }
}

/* Heads of straight edges follow their tails, which may have had to make room for others. */
static void
follow_tails (GArray *routes, GArray *docks)
{
  for (guint i = 0; i < docks->len; i++)
    {
      Dock *dock = &g_array_index (docks, Dock, i);
      const TlRoute *route = &g_array_index (routes, TlRoute, dock->route);

      if (dock->exit || route->straight)
        {
          dock->wanted = route->exit_at;
          dock->weight = dock->exit ? DOCK_SETTLED : DOCK_INSISTS;
        }
    }
  spread_sides (routes, docks);
}

static GArray *
docks_of (const GArray *routes)
{
  GArray *docks = g_array_new (FALSE, FALSE, sizeof (Dock));

  for (guint i = 0; i < routes->len; i++)
    {
      Dock ends[] = { dock_of (routes, i, TRUE), dock_of (routes, i, FALSE) };
      g_array_append_vals (docks, ends, 2);
    }
  if (docks->len > 0)
    g_array_sort (docks, compare_docks);
  return docks;
}

/**
 * tl_routes_dock:
 * @routes: (element-type TlRoute): routes, as chosen
 *
 * Spreads the ends of routes along the sides of their boxes.
 */
void
tl_routes_dock (GArray *routes)
{
  g_autoptr (GArray) docks = docks_of (routes);

  spread_sides (routes, docks);
  follow_tails (routes, docks);
  for (guint i = 0; i < routes->len; i++)
    mend_straight (&g_array_index (routes, TlRoute, i));
}

/**
 * tl_routes_dock_detours:
 * @routes: (element-type TlRoute): routes of which some were given another way
 *
 * Finds room at the boxes for the ends of those; the others keep their places.
 */
void
tl_routes_dock_detours (GArray *routes)
{
  g_autoptr (GArray) docks = docks_of (routes);

  for (guint i = 0; i < docks->len; i++)
    {
      Dock *dock = &g_array_index (docks, Dock, i);
      const TlRoute *route = &g_array_index (routes, TlRoute, dock->route);

      dock->wanted = dock->exit ? route->exit_at : route->entry_at;
      dock->weight = route->detour ? 1 : DOCK_SETTLED;
    }
  spread_sides (routes, docks);
  for (guint i = 0; i < routes->len; i++)
    mend_straight (&g_array_index (routes, TlRoute, i));
}
