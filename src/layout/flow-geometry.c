/* flow-geometry.c: where the steps and connectors of a flow stand, as plain numbers. */
#include "layout/flow-geometry.h"

#include <math.h>

#include "layout/flow-keys.h"
#include "layout/flow-label.h"
#include "layout/flow-lanes.h"
#include "layout/flow-ways.h"

static void
clear_step (gpointer data)
{
  tl_item_unref (((TlStepBox *) data)->step);
}

static void
clear_chip (gpointer data)
{
  tl_item_unref (((TlChipBox *) data)->demand);
}

static void
clear_path (gpointer data)
{
  TlPath *path = data;

  tl_item_unref (path->item);
  g_array_unref (path->points);
}

static TlFlowGeometry *
new_empty (void)
{
  TlFlowGeometry *geometry = g_new0 (TlFlowGeometry, 1);

  geometry->ref_count = 1;
  geometry->steps = g_array_new (FALSE, FALSE, sizeof (TlStepBox));
  geometry->chips = g_array_new (FALSE, FALSE, sizeof (TlChipBox));
  geometry->paths = g_array_new (FALSE, FALSE, sizeof (TlPath));
  g_array_set_clear_func (geometry->steps, clear_step);
  g_array_set_clear_func (geometry->chips, clear_chip);
  g_array_set_clear_func (geometry->paths, clear_path);
  return geometry;
}

/* Steps that people placed all stay: only chips are placed then. */
static void
place_nodes (TlFlowGraph *graph, TlStudy *study, TlFlow *flow)
{
  TlPlacing placing = { .wrap = TRUE };
  guint n_placed = 0;

  for (guint n = 0; n < graph->n_steps; n++)
    n_placed += graph->nodes[n].placed ? 1 : 0;
  if (n_placed == 0)
    {
      tl_flow_graph_find_lanes (graph, study, flow, &placing);
      tl_flow_graph_find_keys (graph, &placing);
      tl_flow_graph_place_layers (graph, &placing);
    }
  else if (n_placed < graph->n_steps)
    {
      tl_flow_graph_find_parts (graph);
      tl_flow_graph_place_near (graph);
    }
  tl_flow_graph_place_chips (graph);
}

static void
take_steps (TlFlowGeometry *geometry, const TlFlowGraph *graph, const gboolean *by_person)
{
  for (guint n = 0; n < graph->n_steps; n++)
    {
      TlStep *step = graph->nodes[n].step;
      TlStepBox box = { (TlStep *) tl_item_ref (step), tl_graph_node_box (&graph->nodes[n]), by_person[n] };

      g_array_append_val (geometry->steps, box);
    }
}

static void
index_steps (TlFlowGeometry *geometry)
{
  geometry->step_index = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < geometry->steps->len; i++)
    g_hash_table_insert (geometry->step_index, g_array_index (geometry->steps, TlStepBox, i).step,
                         GUINT_TO_POINTER (i + 1));
}

static void
take_chips (TlFlowGeometry *geometry, const TlFlowGraph *graph)
{
  for (guint n = graph->n_steps; n < graph->n_nodes; n++)
    {
      TlDemand *demand = graph->nodes[n].demand;
      TlChipBox chip = { (TlDemand *) tl_item_ref (demand), tl_graph_node_box (&graph->nodes[n]) };

      g_array_append_val (geometry->chips, chip);
    }
}

static TlPath
path_of (TlItem *item, const TlRoute *route)
{
  TlPath path = { tl_item_ref (item), g_array_new (FALSE, FALSE, sizeof (TlPlace)) };
  TlLabelSize size = tl_path_label_size (&path);

  tl_route_points (route, path.points);
  path.backwards = route->to.x < route->from.x + route->from.width && route->to.x <= route->from.x;
  path.label_width = size.width;
  path.label_height = size.height;
  return path;
}

/* Where the line is the same, the points are shared, so that whoever compares finds out at once. */
static TlPath
path_again (TlItem *item, const TlRoute *route, const TlPath *old, gboolean same)
{
  TlPath path = *old;

  path.item = tl_item_ref (item);
  if (same)
    {
      g_array_ref (path.points);
      return path;
    }
  path.points = g_array_new (FALSE, FALSE, sizeof (TlPlace));
  tl_route_points (route, path.points);
  path.backwards = route->to.x < route->from.x + route->from.width && route->to.x <= route->from.x;
  return path;
}

static void
take_paths (TlFlowGeometry *geometry, const TlFlowGeometry *before)
{
  const TlWays *ways = geometry->ways;

  for (guint e = 0; e < ways->graph->n_edges; e++)
    {
      TlItem *item = ways->graph->edges[e].item;
      const TlRoute *route = &g_array_index (ways->routes, TlRoute, e);
      const TlRoute *old = before ? &g_array_index (before->ways->routes, TlRoute, e) : NULL;
      TlPath path
          = old ? path_again (item, route, &g_array_index (before->paths, TlPath, e), tl_routes_equal (route, old))
                : path_of (item, route);

      g_array_append_val (geometry->paths, path);
    }
}

static void
enclose_paths (TlFlowGeometry *geometry)
{
  for (guint p = 0; p < geometry->paths->len; p++)
    {
      TlBox box = tl_path_box (&g_array_index (geometry->paths, TlPath, p));
      tl_box_enclose (&geometry->bounds, &box);
    }
}

/* The bands of a flow without steps are all there is to enclose. */
static void
take_lanes (TlFlowGeometry *geometry, TlStudy *study, TlFlow *flow)
{
  geometry->lanes = tl_flow_lanes_new (study, flow, geometry);
  for (guint l = 0; l < geometry->lanes->len; l++)
    {
      const TlBox *lane = &g_array_index (geometry->lanes, TlLane, l).box;

      if (geometry->bounds.width <= 0)
        geometry->bounds = *lane;
      tl_box_enclose (&geometry->bounds, lane);
    }
}

static TlFlowGeometry *
geometry_of (TlStudy *study, TlFlow *flow, TlFlowGraph *graph, const TlFlowGeometry *before)
{
  TlFlowGeometry *geometry = new_empty ();
  g_autofree gboolean *by_person = g_new0 (gboolean, graph->n_nodes + 1);

  for (guint n = 0; n < graph->n_steps; n++)
    by_person[n] = graph->nodes[n].placed;
  place_nodes (graph, study, flow);
  take_steps (geometry, graph, by_person);
  if (before)
    geometry->step_index = g_hash_table_ref (before->step_index);
  else
    index_steps (geometry);
  take_chips (geometry, graph);
  geometry->bounds = tl_flow_graph_bounds (graph);
  geometry->ways = tl_ways_new (graph, before ? before->ways : NULL);
  take_paths (geometry, before);
  tl_paths_label (geometry, before);
  enclose_paths (geometry);
  take_lanes (geometry, study, flow);
  return geometry;
}

/**
 * tl_flow_geometry_new:
 * @study: for its demands
 * @flow: a flow of it
 *
 * Lays a flow out. Steps with a place stand there. If no step has one, the flow is placed in layers
 * from left to right; if only some have, the others go near their neighbours. The same flow always
 * gets the same geometry. Items with dangling ends are left out.
 *
 * Returns: (transfer full): the geometry
 */
TlFlowGeometry *
tl_flow_geometry_new (TlStudy *study, TlFlow *flow)
{
  return geometry_of (study, flow, tl_flow_graph_new (study, flow), NULL);
}

static gboolean
same_nodes (const TlFlowGraph *a, const TlFlowGraph *b)
{
  if (a->n_steps != b->n_steps || a->n_nodes != b->n_nodes)
    return FALSE;
  for (guint n = 0; n < a->n_nodes; n++)
    if (a->nodes[n].step != b->nodes[n].step || a->nodes[n].demand != b->nodes[n].demand)
      return FALSE;
  return TRUE;
}

static gboolean
same_edges (const TlFlowGraph *a, const TlFlowGraph *b)
{
  if (a->n_edges != b->n_edges)
    return FALSE;
  for (guint e = 0; e < a->n_edges; e++)
    if (a->edges[e].item != b->edges[e].item || a->edges[e].from != b->edges[e].from
        || a->edges[e].to != b->edges[e].to)
      return FALSE;
  return TRUE;
}

/**
 * tl_flow_geometry_new_moved:
 * @before: the geometry of @flow before some of its steps moved
 * @study: to which it belongs
 * @flow: the flow; nothing of it has changed but places of steps
 * @changed: (out) (optional): encloses all boxes, lines and labels that differ, where they were and
 *   where they are; width and height 0 if none does. What is drawn around them is not counted in
 *
 * The same as tl_flow_geometry_new(), and the result is equal, but quick enough for each movement
 * of the pointer: ways are only looked for again where boxes came or went. Paths that stay as they
 * were share their points with those of @before.
 *
 * Returns: (transfer full): the geometry
 */
TlFlowGeometry *
tl_flow_geometry_new_moved (TlFlowGeometry *before, TlStudy *study, TlFlow *flow, TlBox *changed)
{
  TlFlowGraph *graph = tl_flow_graph_new (study, flow);
  const TlFlowGraph *old = before->ways->graph;
  gboolean same = same_nodes (old, graph) && same_edges (old, graph);
  TlFlowGeometry *geometry = geometry_of (study, flow, graph, same ? before : NULL);

  if (changed)
    *changed = tl_flow_geometry_change (before, geometry, same);
  return geometry;
}

static GArray *
copy_of (const GArray *items, guint size, GDestroyNotify clear)
{
  GArray *copy = g_array_sized_new (FALSE, FALSE, size, items->len);

  g_array_append_vals (copy, items->data, items->len);
  g_array_set_clear_func (copy, clear);
  return copy;
}

/* tl_flow_geometry_copy: one that may be changed, without ways. Points of paths, lanes and the index
 * are shared. */
TlFlowGeometry *
tl_flow_geometry_copy (const TlFlowGeometry *geometry)
{
  TlFlowGeometry *copy = g_new0 (TlFlowGeometry, 1);

  copy->ref_count = 1;
  copy->bounds = geometry->bounds;
  copy->steps = copy_of (geometry->steps, sizeof (TlStepBox), clear_step);
  copy->chips = copy_of (geometry->chips, sizeof (TlChipBox), clear_chip);
  copy->paths = copy_of (geometry->paths, sizeof (TlPath), clear_path);
  copy->lanes = g_array_ref (geometry->lanes);
  copy->step_index = g_hash_table_ref (geometry->step_index);
  for (guint i = 0; i < copy->steps->len; i++)
    {
      TlStepBox *step = &g_array_index (copy->steps, TlStepBox, i);

      step->step = (TlStep *) tl_item_ref (step->step);
    }
  for (guint i = 0; i < copy->chips->len; i++)
    {
      TlChipBox *chip = &g_array_index (copy->chips, TlChipBox, i);

      chip->demand = (TlDemand *) tl_item_ref (chip->demand);
    }
  for (guint i = 0; i < copy->paths->len; i++)
    {
      TlPath *path = &g_array_index (copy->paths, TlPath, i);

      path->item = tl_item_ref (path->item);
      path->points = g_array_ref (path->points);
    }
  return copy;
}

/**
 * tl_flow_geometry_ref:
 * @geometry: a geometry
 *
 * Returns: (transfer full): the same
 */
TlFlowGeometry *
tl_flow_geometry_ref (TlFlowGeometry *geometry)
{
  g_atomic_int_inc (&geometry->ref_count);
  return geometry;
}

/**
 * tl_flow_geometry_unref:
 * @geometry: (transfer full): a geometry
 */
void
tl_flow_geometry_unref (TlFlowGeometry *geometry)
{
  if (!g_atomic_int_dec_and_test (&geometry->ref_count))
    return;
  g_array_unref (geometry->steps);
  g_array_unref (geometry->chips);
  g_array_unref (geometry->paths);
  g_array_unref (geometry->lanes);
  g_hash_table_unref (geometry->step_index);
  g_clear_pointer (&geometry->ways, tl_ways_free);
  g_free (geometry);
}

/**
 * tl_flow_geometry_step:
 * @geometry: a geometry
 * @step: a step
 *
 * Returns: (transfer none) (nullable): where it stands; %NULL if it was not in the flow
 */
const TlStepBox *
tl_flow_geometry_step (const TlFlowGeometry *geometry, const TlStep *step)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (geometry->step_index, step));

  return number == 0 ? NULL : &g_array_index (geometry->steps, TlStepBox, number - 1);
}
