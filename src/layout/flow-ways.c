/* flow-ways.c: the ways of all edges of a placed graph.
 *
 * Shapes and detours are what takes time, and each depends on few boxes: after steps moved, only
 * those are looked for again whose surroundings changed. Docks and tracks are found for all edges
 * together each time. So the result is the same as that of ways all anew.
 */
#include "layout/flow-ways.h"

#include <string.h>

#include "layout/flow-toll.h"

/* What lines keep clear of: a chip's bubble hangs a tail below its box. */
#define CHIP_TAIL 10.0
/* So many edges choose once more. */
#define MOST_SETTLED 100

static TlBox
box_of (const TlGraphNode *node)
{
  TlBox box = tl_graph_node_box (node);

  box.height += node->demand != NULL ? CHIP_TAIL : 0;
  return box;
}

/**
 * tl_ways_grid:
 * @graph: a placed graph
 *
 * Returns: (transfer full): its boxes, with all that lines keep clear of
 */
TlBoxGrid *
tl_ways_grid (const TlFlowGraph *graph)
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

static TlBoxGrid *
grid_of_boxes (const TlFlowGraph *graph, const GArray *boxes)
{
  TlBoxGrid *grid = tl_box_grid_new (tl_flow_graph_bounds (graph), boxes->len);

  for (guint i = 0; i < boxes->len; i++)
    tl_box_grid_add (grid, g_array_index (boxes, TlBox, i), i);
  return grid;
}

/* Both where a node stood and where it stands now. */
static TlBoxGrid *
dirt_between (const TlFlowGraph *before, const TlFlowGraph *now)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (TlBox));

  for (guint n = 0; n < now->n_nodes; n++)
    if (has_moved (&before->nodes[n], &now->nodes[n]))
      {
        TlBox both[] = { box_of (&before->nodes[n]), box_of (&now->nodes[n]) };
        g_array_append_vals (boxes, both, 2);
      }
  return grid_of_boxes (now, boxes);
}

/* Where edges led whose ends moved, and where they lead now. */
static TlBoxGrid *
stirred_between (const TlFlowGraph *before, const TlFlowGraph *now)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (TlBox));

  for (guint e = 0; e < now->n_edges; e++)
    if (has_moved (&before->nodes[now->edges[e].from], &now->nodes[now->edges[e].from])
        || has_moved (&before->nodes[now->edges[e].to], &now->nodes[now->edges[e].to]))
      {
        TlBox both[] = { tl_toll_box (before, e), tl_toll_box (now, e) };
        g_array_append_vals (boxes, both, 2);
      }
  return grid_of_boxes (now, boxes);
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
         && (!seen->bounds || ways->same_bounds) && tl_ways_is_clean (ways, seen->area)
         && (!seen->lines || tl_box_grid_is_free (ways->stirred, seen->area, TL_GRID_NOBODY, TL_GRID_NOBODY));
}

static void
copy_routes (GArray *to, const GArray *from)
{
  g_array_set_size (to, 0);
  g_array_append_vals (to, from->data, from->len);
}

static TlBox
box_of_route (const TlRoute *route)
{
  TlPlace corners[TL_MOST_CORNERS];
  guint count = tl_route_corners (route, corners);
  TlBox box = { corners[0].x - TL_CLEAR, corners[0].y - TL_CLEAR, 2 * TL_CLEAR, 2 * TL_CLEAR };

  for (guint i = 1; i < count; i++)
    tl_box_enclose (&box, &(TlBox){ corners[i].x - TL_CLEAR, corners[i].y - TL_CLEAR, 2 * TL_CLEAR, 2 * TL_CLEAR });
  return box;
}

/* Shapes that depend on boxes, and on where other edges begin and end. */
static void
draft (TlWays *ways, const TlWays *before)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint e = 0; e < ways->graph->n_edges; e++)
    {
      if (before == NULL || !keeps_shape (ways, before, e))
        {
          g_array_append_val (edges, e);
          continue;
        }
      g_array_index (ways->drafts, TlRoute, e) = g_array_index (before->drafts, TlRoute, e);
      g_array_index (ways->seen, TlSeen, e) = g_array_index (before->seen, TlSeen, e);
    }
  tl_routes_choose (ways->graph, ways->grid, edges, NULL, ways->drafts, ways->seen);
}

/* Where edges ran whose drafts changed, and where they run now. */
static TlBoxGrid *
redrafted_between (const TlWays *before, const TlWays *now)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (TlBox));

  for (guint e = 0; e < now->graph->n_edges; e++)
    {
      const TlRoute *old = &g_array_index (before->drafts, TlRoute, e);
      const TlRoute *draft = &g_array_index (now->drafts, TlRoute, e);

      if (!tl_routes_equal (old, draft))
        {
          TlBox both[] = { box_of_route (old), box_of_route (draft) };
          g_array_append_vals (boxes, both, 2);
        }
    }
  return grid_of_boxes (now->graph, boxes);
}

/* Those that pass other columns choose once more, now that it is known how others do. */
static void
choose (TlWays *ways, const TlWays *before)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (TlBoxGrid) redrafted = NULL;

  draft (ways, before);
  redrafted = before != NULL ? redrafted_between (before, ways) : NULL;
  copy_routes (ways->chosen, ways->drafts);
  for (guint e = 0; e < ways->graph->n_edges; e++)
    {
      const TlSeen *seen = &g_array_index (ways->seen, TlSeen, e);

      if (!seen->lines)
        continue;
      if (before != NULL && keeps_shape (ways, before, e)
          && tl_box_grid_is_free (redrafted, seen->area, TL_GRID_NOBODY, TL_GRID_NOBODY))
        g_array_index (ways->chosen, TlRoute, e) = g_array_index (before->chosen, TlRoute, e);
      else
        g_array_append_val (edges, e);
    }
  if (edges->len > 0)
    tl_routes_choose (ways->graph, ways->grid, edges, ways->drafts, ways->chosen, ways->seen);
}

/* In flows that people draw, those that pass others choose once more, now one after the other: that finds ways
 * which cross less. It is done each time, as it takes little. */
static void
settle (TlWays *ways)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint));

  copy_routes (ways->settled, ways->chosen);
  for (guint e = 0; e < ways->graph->n_edges; e++)
    if (g_array_index (ways->seen, TlSeen, e).lines || g_array_index (ways->seen, TlSeen, e).round)
      g_array_append_val (edges, e);
  if (edges->len > 0 && edges->len <= MOST_SETTLED)
    tl_routes_settle (ways->graph, ways->grid, edges, ways->settled);
}

/* Nodes where the shape of an edge changed, and those to which straight edges lead from there. */
static gboolean *
nodes_to_dock (const TlWays *ways, const TlWays *before)
{
  gboolean *changed = g_new0 (gboolean, ways->graph->n_nodes + 1);
  g_autofree gboolean *near = NULL;

  for (guint e = 0; e < ways->graph->n_edges; e++)
    {
      const TlRoute *route = &g_array_index (ways->settled, TlRoute, e);

      if (before != NULL && tl_routes_equal (&g_array_index (before->settled, TlRoute, e), route))
        continue;
      changed[route->from_node] = changed[route->to_node] = TRUE;
    }
  near = g_memdup2 (changed, (ways->graph->n_nodes + 1) * sizeof *changed);
  for (guint e = 0; e < ways->graph->n_edges; e++)
    {
      const TlRoute *route = &g_array_index (ways->settled, TlRoute, e);

      if (route->straight && changed[route->from_node])
        near[route->to_node] = TRUE;
    }
  memcpy (changed, near, (ways->graph->n_nodes + 1) * sizeof *changed);
  return changed;
}

static void
dock (TlWays *ways, const TlWays *before)
{
  g_autofree gboolean *nodes = nodes_to_dock (ways, before);

  tl_routes_dock (ways->graph, nodes, before != NULL ? &before->docking : NULL, &ways->docking);
}

/* The same way as before; its docks may be called otherwise. */
static void
take_detour (TlRoute *route, const TlRoute *found)
{
  TlDock exit = route->exit_dock;
  TlDock entry = route->entry_dock;

  *route = *found;
  route->exit_dock = exit;
  route->entry_dock = entry;
}

static gboolean
keeps_detour (const TlWays *ways, const TlWays *before, guint e, guint work)
{
  const TlDetour *detour = &g_array_index (before->detours, TlDetour, e);

  return detour->in_time == tl_detour_in_time (work)
         && tl_routes_equal (&g_array_index (before->docking.routes, TlRoute, e),
                             &g_array_index (ways->docking.routes, TlRoute, e))
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
          take_detour (route, &g_array_index (before->found, TlRoute, e));
          *detour = g_array_index (before->detours, TlDetour, e);
        }
      else
        *detour = tl_route_detour (finder, ways->grid, route, work);
      work += detour->work;
    }
}

static GArray *
new_array (const TlFlowGraph *graph, guint size)
{
  GArray *array = g_array_sized_new (FALSE, FALSE, size, graph->n_edges);

  g_array_set_size (array, graph->n_edges);
  return array;
}

/* A route that was good before is so again if nothing came near. */
static gboolean
is_known (const TlWays *ways, const TlWays *before, guint e)
{
  const TlRoute *route = &g_array_index (ways->routes, TlRoute, e);

  return before != NULL && tl_routes_equal (&g_array_index (before->routes, TlRoute, e), route)
         && tl_routes_equal (&g_array_index (before->found, TlRoute, e), &g_array_index (ways->found, TlRoute, e))
         && tl_ways_is_clean (ways, box_of_route (route));
}

/* Tracks are given to all at once, and may push one into a box: that one is taken back. */
static void
keep_clear (TlWays *ways, const TlWays *before)
{
  for (guint e = 0; e < ways->graph->n_edges; e++)
    {
      TlRoute *route = &g_array_index (ways->routes, TlRoute, e);
      const TlRoute *found = &g_array_index (ways->found, TlRoute, e);

      if (!is_known (ways, before, e) && !tl_route_is_free (ways->grid, route) && tl_route_is_free (ways->grid, found))
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
  ways->grid = tl_ways_grid (graph);
  ways->dirt = before != NULL ? dirt_between (before->graph, graph) : NULL;
  ways->stirred = before != NULL ? stirred_between (before->graph, graph) : NULL;
  ways->same_bounds = before != NULL && have_same_bounds (before->graph, graph);
  ways->drafts = new_array (graph, sizeof (TlRoute));
  ways->chosen = new_array (graph, sizeof (TlRoute));
  ways->settled = new_array (graph, sizeof (TlRoute));
  ways->seen = new_array (graph, sizeof (TlSeen));
  ways->docking.routes = new_array (graph, sizeof (TlRoute));
  ways->docking.ends = new_array (graph, sizeof (TlEnds));
  ways->detours = new_array (graph, sizeof (TlDetour));
  ways->found = new_array (graph, sizeof (TlRoute));
  ways->routes = new_array (graph, sizeof (TlRoute));
  choose (ways, before);
  settle (ways);
  copy_routes (ways->docking.routes, ways->settled);
  dock (ways, before);
  copy_routes (ways->found, ways->docking.routes);
  find_detours (ways, before);
  copy_routes (ways->routes, ways->found);
  tl_routes_dock_detours (graph, ways->routes);
  ways->parts = tl_routes_part (ways->grid, ways->routes, before != NULL ? before->parts : NULL, ways->dirt);
  keep_clear (ways, before);
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
  g_clear_pointer (&ways->stirred, tl_box_grid_free);
  g_array_unref (ways->drafts);
  g_array_unref (ways->chosen);
  g_array_unref (ways->settled);
  g_array_unref (ways->seen);
  g_array_unref (ways->docking.routes);
  g_array_unref (ways->docking.ends);
  g_array_unref (ways->detours);
  g_array_unref (ways->found);
  tl_parts_free (ways->parts);
  g_array_unref (ways->routes);
  g_free (ways);
}
