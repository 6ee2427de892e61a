/* flow-ways.c: the ways of all edges of a placed graph.
 *
 * Shapes and detours are what takes time, and each depends on few boxes: after steps moved, only
 * those are looked for again whose surroundings changed. Docks and tracks are found for all edges
 * together each time. So the result is the same as that of ways all anew.
 */
#include "layout/flow-ways.h"

#include <string.h>

/* What lines keep clear of: a chip's bubble hangs a tail below its box. */
#define CHIP_TAIL 10.0

static TlBox
box_of (const TlGraphNode *node)
{
  TlBox box = tl_graph_node_box (node);

  box.height += node->demand != NULL ? CHIP_TAIL : 0;
  return box;
}

static TlBoxGrid *
grid_of (const TlFlowGraph *graph)
{
  TlBoxGrid *grid = tl_box_grid_new (tl_flow_graph_bounds (graph), graph->n_nodes);

  for (guint n = 0; n < graph->n_nodes; n++)
    tl_box_grid_add (grid, box_of (&graph->nodes[n]), n);
  return grid;
}

static gboolean
has_moved (const TlGraphNode *a, const TlGraphNode *b)
{
  return a->x < b->x || a->x > b->x || a->y < b->y || a->y > b->y;
}

/* Both where a node stood and where it stands now. */
static TlBoxGrid *
dirt_between (const TlFlowGraph *before, const TlFlowGraph *now)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (TlBox));
  TlBoxGrid *dirt;

  for (guint n = 0; n < now->n_nodes; n++)
    if (has_moved (&before->nodes[n], &now->nodes[n]))
      {
        TlBox both[] = { box_of (&before->nodes[n]), box_of (&now->nodes[n]) };
        g_array_append_vals (boxes, both, 2);
      }
  dirt = tl_box_grid_new (tl_flow_graph_bounds (now), boxes->len);
  for (guint i = 0; i < boxes->len; i++)
    tl_box_grid_add (dirt, g_array_index (boxes, TlBox, i), i);
  return dirt;
}

/**
 * tl_ways_is_clean:
 * @ways: ways found from those before
 * @area: a part of the plane
 *
 * Returns: whether no box came to or left @area since then
 */
gboolean
tl_ways_is_clean (const TlWays *ways, TlBox area)
{
  return tl_box_grid_is_free (ways->dirt, area, TL_GRID_NOBODY, TL_GRID_NOBODY);
}

static gboolean
have_same_bounds (const TlFlowGraph *a, const TlFlowGraph *b)
{
  TlBox first = tl_flow_graph_bounds (a);
  TlBox second = tl_flow_graph_bounds (b);

  return memcmp (&first, &second, sizeof first) == 0;
}

static gboolean
keeps_shape (const TlWays *ways, const TlWays *before, guint e)
{
  const TlGraphEdge *edge = &ways->graph->edges[e];
  const TlSeen *seen = &g_array_index (before->seen, TlSeen, e);

  return !has_moved (&before->graph->nodes[edge->from], &ways->graph->nodes[edge->from])
         && !has_moved (&before->graph->nodes[edge->to], &ways->graph->nodes[edge->to])
         && (!seen->bounds || ways->same_bounds) && tl_ways_is_clean (ways, seen->area);
}

static void
choose (TlWays *ways, const TlWays *before)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint e = 0; e < ways->graph->n_edges; e++)
    {
      if (before == NULL || !keeps_shape (ways, before, e))
        {
          g_array_append_val (edges, e);
          continue;
        }
      g_array_index (ways->chosen, TlRoute, e) = g_array_index (before->chosen, TlRoute, e);
      g_array_index (ways->seen, TlSeen, e) = g_array_index (before->seen, TlSeen, e);
    }
  tl_routes_choose (ways->graph, ways->grid, edges, ways->chosen, ways->seen);
}

static gboolean
keeps_detour (const TlWays *ways, const TlWays *before, guint e, guint work)
{
  const TlDetour *detour = &g_array_index (before->detours, TlDetour, e);

  return detour->in_time == tl_detour_in_time (work)
         && tl_routes_equal (&g_array_index (before->docked, TlRoute, e),
                             &g_array_index (ways->docked, TlRoute, e))
         && tl_ways_is_clean (ways, detour->seen);
}

static void
find_detours (TlWays *ways, const TlWays *before)
{
  g_autoptr (TlFinder) finder = tl_finder_new ();
  guint work = 0;

  for (guint e = 0; e < ways->graph->n_edges; e++)
    {
      TlRoute *route = &g_array_index (ways->found, TlRoute, e);
      TlDetour *detour = &g_array_index (ways->detours, TlDetour, e);

      if (before != NULL && keeps_detour (ways, before, e, work))
        {
          *route = g_array_index (before->found, TlRoute, e);
          *detour = g_array_index (before->detours, TlDetour, e);
        }
      else
        *detour = tl_route_detour (finder, ways->grid, route, work);
      work += detour->work;
    }
}

static void
copy_routes (GArray *to, const GArray *from)
{
  g_array_set_size (to, 0);
  g_array_append_vals (to, from->data, from->len);
}

static GArray *
new_array (const TlFlowGraph *graph, guint size)
{
  GArray *array = g_array_sized_new (FALSE, TRUE, size, graph->n_edges);

  g_array_set_size (array, graph->n_edges);
  return array;
}

/* Tracks are given to all at once, and may push one into a box: that one is taken back. */
static void
keep_clear (TlWays *ways)
{
  for (guint e = 0; e < ways->graph->n_edges; e++)
    {
      TlRoute *route = &g_array_index (ways->routes, TlRoute, e);
      const TlRoute *found = &g_array_index (ways->found, TlRoute, e);

      if (!tl_route_is_free (ways->grid, route) && tl_route_is_free (ways->grid, found))
        *route = *found;
    }
}

/**
 * tl_ways_new:
 * @graph: (transfer full): a placed graph
 * @before: (nullable): the ways of the same graph before some of its nodes moved
 *
 * Returns: (transfer full): a way for each edge; the same with @before as without
 */
TlWays *
tl_ways_new (TlFlowGraph *graph, const TlWays *before)
{
  TlWays *ways = g_new0 (TlWays, 1);

  ways->graph = graph;
  ways->grid = grid_of (graph);
  ways->dirt = before != NULL ? dirt_between (before->graph, graph) : NULL;
  ways->same_bounds = before != NULL && have_same_bounds (before->graph, graph);
  ways->chosen = new_array (graph, sizeof (TlRoute));
  ways->seen = new_array (graph, sizeof (TlSeen));
  ways->docked = new_array (graph, sizeof (TlRoute));
  ways->detours = new_array (graph, sizeof (TlDetour));
  ways->found = new_array (graph, sizeof (TlRoute));
  ways->routes = new_array (graph, sizeof (TlRoute));
  choose (ways, before);
  copy_routes (ways->docked, ways->chosen);
  tl_routes_dock (graph, ways->docked);
  copy_routes (ways->found, ways->docked);
  find_detours (ways, before);
  copy_routes (ways->routes, ways->found);
  tl_routes_dock_detours (graph, ways->routes);
  tl_routes_part (ways->grid, ways->routes);
  keep_clear (ways);
  return ways;
}

/**
 * tl_ways_free:
 * @ways: (transfer full): ways
 */
void
tl_ways_free (TlWays *ways)
{
  tl_flow_graph_free (ways->graph);
  tl_box_grid_free (ways->grid);
  g_clear_pointer (&ways->dirt, tl_box_grid_free);
  g_array_unref (ways->chosen);
  g_array_unref (ways->seen);
  g_array_unref (ways->docked);
  g_array_unref (ways->detours);
  g_array_unref (ways->found);
  g_array_unref (ways->routes);
  g_free (ways);
}
