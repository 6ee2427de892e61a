/* flow-drag.c: a flow while some of its steps are dragged: at once rather than to the last bend.
 *
 * Only lines that end at these steps are led anew, each by the cheapest shape, as if it were alone.
 * Where they share a track with others, or had to go a long way round, they are where they belong as
 * soon as the hand rests, when tl_flow_geometry_new_moved() takes all into account.
 */
#include <math.h>

#include "layout/flow-ways.h"

typedef struct
{
  TlFlowGraph graph; /* with the places of now; what it holds besides is that of before */
  GArray *edges;     /* (element-type TlGraphEdge): those that end at steps that move */
  GArray *numbers;   /* (element-type guint): of these, among all */
} Drag;

static guint
number_of (const TlFlowGeometry *geometry, const TlStep *step)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (geometry->step_index, step));
}

/* Which nodes move, by number. */
static gboolean *
moving_nodes (const TlFlowGeometry *geometry, GPtrArray *steps)
{
  gboolean *moving = g_new0 (gboolean, geometry->ways->graph->n_nodes + 1);

  for (guint i = 0; i < steps->len; i++)
    {
      guint number = number_of (geometry, g_ptr_array_index (steps, i));

      if (number > 0)
        moving[number - 1] = TRUE;
    }
  return moving;
}

static void
drag_set_up (Drag *drag, const TlFlowGeometry *before, const gboolean *moving)
{
  const TlFlowGraph *graph = before->ways->graph;

  drag->edges = g_array_new (FALSE, FALSE, sizeof (TlGraphEdge));
  drag->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint e = 0; e < graph->n_edges; e++)
    if (moving[graph->edges[e].from] || moving[graph->edges[e].to])
      {
        g_array_append_val (drag->edges, graph->edges[e]);
        g_array_append_val (drag->numbers, e);
      }
  drag->graph = *graph;
  drag->graph.nodes = g_memdup2 (graph->nodes, (graph->n_nodes + 1) * sizeof *graph->nodes);
  drag->graph.edges = (TlGraphEdge *) (gpointer) drag->edges->data;
  drag->graph.n_edges = drag->edges->len;
}

static void
drag_tear_down (Drag *drag)
{
  g_array_unref (drag->edges);
  g_array_unref (drag->numbers);
  g_free (drag->graph.nodes);
}

static void
move_steps (Drag *drag, TlFlowGeometry *now, const gboolean *moving)
{
  for (guint n = 0; n < drag->graph.n_steps; n++)
    {
      TlGraphNode *node = &drag->graph.nodes[n];
      TlStepBox *box = &g_array_index (now->steps, TlStepBox, n);

      if (!moving[n] || isnan (node->step->x) || isnan (node->step->y))
        continue;
      node->x = node->step->x;
      node->y = node->step->y;
      box->box = tl_graph_node_box (node);
      box->placed_by_person = TRUE;
      tl_box_enclose (&now->bounds, &box->box);
    }
}

/* On the side where it docked before, it docks as far from the middle. */
static void
keep_docks (TlRoute *route, const TlRoute *old)
{
  if (route->straight || route->from_node == route->to_node)
    return;
  if (route->exit == old->exit)
    route->exit_at += old->exit_at - tl_side_middle (&old->from, old->exit);
  if (route->entry == old->entry)
    route->entry_at += old->entry_at - tl_side_middle (&old->to, old->entry);
}

static double
length_of (TlPlace a, TlPlace b)
{
  return fabs (a.x - b.x) + fabs (a.y - b.y);
}

static TlPlace
middle_of_longest (const GArray *points)
{
  TlPlace middle = g_array_index (points, TlPlace, 0);
  double longest = 0;

  for (guint i = 0; i + 1 < points->len; i++)
    {
      TlPlace a = g_array_index (points, TlPlace, i), b = g_array_index (points, TlPlace, i + 1);

      if (length_of (a, b) <= longest)
        continue;
      longest = length_of (a, b);
      middle = (TlPlace){ (a.x + b.x) / 2, (a.y + b.y) / 2 };
    }
  return middle;
}

static void
lead (TlPath *path, const TlRoute *route)
{
  g_array_unref (path->points);
  path->points = g_array_new (FALSE, FALSE, sizeof (TlPlace));
  tl_route_points (route, path->points);
  path->label = path->leader = middle_of_longest (path->points);
  path->backwards = route->to.x <= route->from.x;
}

static void
lead_lines (Drag *drag, const TlFlowGeometry *before, TlFlowGeometry *now)
{
  g_autoptr (TlBoxGrid) grid = tl_ways_grid (&drag->graph);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) routes = g_array_new (FALSE, TRUE, sizeof (TlRoute));
  g_autoptr (GArray) seen = g_array_new (FALSE, TRUE, sizeof (TlSeen));

  g_array_set_size (routes, drag->edges->len);
  g_array_set_size (seen, drag->edges->len);
  for (guint e = 0; e < drag->edges->len; e++)
    g_array_append_val (all, e);
  tl_routes_choose (&drag->graph, grid, all, NULL, routes, seen);
  for (guint e = 0; e < drag->edges->len; e++)
    {
      guint number = g_array_index (drag->numbers, guint, e);
      TlRoute *route = &g_array_index (routes, TlRoute, e);
      TlPath *path = &g_array_index (now->paths, TlPath, number);
      TlBox box;

      keep_docks (route, &g_array_index (before->ways->routes, TlRoute, number));
      lead (path, route);
      box = tl_path_box (path);
      tl_box_enclose (&now->bounds, &box);
    }
}

/**
 * tl_flow_geometry_new_dragged:
 * @before: the geometry of a flow before some of its steps moved; not itself one of a drag
 * @steps: (element-type TlStep): all that have moved since; where they stand now is their own place
 *
 * For each movement of the pointer: these steps stand where they are now, lines that end there are
 * led anew, and all else stays as it was. What is not near takes no time to speak of, and paths that
 * stay share their points with those of @before.
 *
 * Returns: (transfer full): the geometry, for drawing and picking alone
 */
TlFlowGeometry *
tl_flow_geometry_new_dragged (TlFlowGeometry *before, GPtrArray *steps)
{
  TlFlowGeometry *now = tl_flow_geometry_copy (before);
  g_autofree gboolean *moving = moving_nodes (before, steps);
  Drag drag;

  drag_set_up (&drag, before, moving);
  move_steps (&drag, now, moving);
  lead_lines (&drag, before, now);
  drag_tear_down (&drag);
  return now;
}

/**
 * tl_flow_geometry_is_of_drag:
 * @geometry: a geometry
 *
 * Returns: whether tl_flow_geometry_new_dragged() made it
 */
gboolean
tl_flow_geometry_is_of_drag (const TlFlowGeometry *geometry)
{
  return geometry->ways == NULL;
}

/**
 * tl_flow_geometry_moving:
 * @geometry: a geometry, not one of a drag
 * @steps: (element-type TlStep): what is about to be dragged
 *
 * Returns: (transfer full) (element-type TlItem): the set of all that tl_flow_geometry_new_dragged()
 * draws elsewhere: these steps, and what ends at them
 */
GHashTable *
tl_flow_geometry_moving (const TlFlowGeometry *geometry, GPtrArray *steps)
{
  const TlFlowGraph *graph = geometry->ways->graph;
  g_autofree gboolean *moving = moving_nodes (geometry, steps);
  GHashTable *items = g_hash_table_new (NULL, NULL);

  for (guint n = 0; n < graph->n_steps; n++)
    if (moving[n])
      g_hash_table_add (items, graph->nodes[n].step);
  for (guint e = 0; e < graph->n_edges; e++)
    if (moving[graph->edges[e].from] || moving[graph->edges[e].to])
      g_hash_table_add (items, graph->edges[e].item);
  return items;
}
