/* flow-geometry.c: where the steps and connectors of a flow stand, as plain numbers. */
#include "layout/flow-geometry.h"

#include <math.h>

#include "layout/flow-graph.h"
#include "layout/flow-label.h"
#include "layout/flow-lanes.h"
#include "layout/flow-route.h"

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
  geometry->step_index = g_hash_table_new (NULL, NULL);
  return geometry;
}

static void
place_nodes (TlFlowGraph *graph)
{
  gboolean some = FALSE;

  for (guint n = 0; n < graph->n_steps; n++)
    some |= graph->nodes[n].placed;
  if (some)
    tl_flow_graph_place_near (graph);
  else
    tl_flow_graph_place_layers (graph);
}

static void
enclose (TlBox *bounds, TlBox box)
{
  double right = MAX (bounds->x + bounds->width, box.x + box.width);
  double bottom = MAX (bounds->y + bounds->height, box.y + box.height);

  if (bounds->width <= 0)
    {
      *bounds = box;
      return;
    }
  bounds->x = MIN (bounds->x, box.x);
  bounds->y = MIN (bounds->y, box.y);
  bounds->width = right - bounds->x;
  bounds->height = bottom - bounds->y;
}

static void
take_steps (TlFlowGeometry *geometry, const TlFlowGraph *graph, const gboolean *by_person)
{
  for (guint n = 0; n < graph->n_steps; n++)
    {
      TlStep *step = graph->nodes[n].step;
      TlStepBox box
          = { (TlStep *) tl_item_ref (step), tl_graph_node_box (&graph->nodes[n]), by_person[n] };

      g_array_append_val (geometry->steps, box);
      g_hash_table_insert (geometry->step_index, step, GUINT_TO_POINTER (n + 1));
      enclose (&geometry->bounds, box.box);
    }
}

static void
take_chips (TlFlowGeometry *geometry, const TlFlowGraph *graph)
{
  for (guint n = graph->n_steps; n < graph->n_nodes; n++)
    {
      TlDemand *demand = graph->nodes[n].demand;
      TlChipBox chip = { (TlDemand *) tl_item_ref (demand), tl_graph_node_box (&graph->nodes[n]) };

      g_array_append_val (geometry->chips, chip);
      enclose (&geometry->bounds, chip.box);
    }
}

static void
take_paths (TlFlowGeometry *geometry, const TlFlowGraph *graph, const GArray *routes)
{
  for (guint r = 0; r < routes->len; r++)
    {
      const TlRoute *route = &g_array_index (routes, TlRoute, r);
      TlPath path = { tl_item_ref (graph->edges[route->edge].item),
                      g_array_new (FALSE, FALSE, sizeof (TlPlace)) };

      tl_route_points (route, path.points);
      path.backwards
          = route->to.x < route->from.x + route->from.width && route->to.x <= route->from.x;
      g_array_append_val (geometry->paths, path);
    }
}

static void
enclose_paths (TlFlowGeometry *geometry)
{
  for (guint p = 0; p < geometry->paths->len; p++)
    {
      const TlPath *path = &g_array_index (geometry->paths, TlPath, p);
      TlLabelSize size = tl_path_label_size (path);

      for (guint i = 0; i < path->points->len; i++)
        {
          TlPlace at = g_array_index (path->points, TlPlace, i);
          enclose (&geometry->bounds, (TlBox){ at.x, at.y, 0, 0 });
        }
      enclose (&geometry->bounds,
               (TlBox){ path->label.x - size.width / 2, path->label.y - size.height / 2, size.width,
                        size.height });
    }
}

/* What lines keep clear of: a chip's bubble hangs a tail below its box. */
#define CHIP_TAIL 10.0

static TlBoxGrid *
grid_of (const TlFlowGraph *graph, TlBox bounds)
{
  TlBoxGrid *grid = tl_box_grid_new (bounds, graph->n_nodes);

  for (guint n = 0; n < graph->n_nodes; n++)
    {
      TlBox box = tl_graph_node_box (&graph->nodes[n]);

      box.height += graph->nodes[n].demand != NULL ? CHIP_TAIL : 0;
      tl_box_grid_add (grid, box, n);
    }
  return grid;
}

static void
take_lanes (TlFlowGeometry *geometry, TlStudy *study, TlFlow *flow)
{
  geometry->lanes = tl_flow_lanes_new (study, flow, geometry);
  for (guint l = 0; l < geometry->lanes->len; l++)
    enclose (&geometry->bounds, g_array_index (geometry->lanes, TlLane, l).box);
}

static void
draw_paths (TlFlowGeometry *geometry, const TlFlowGraph *graph)
{
  g_autoptr (TlBoxGrid) grid = grid_of (graph, geometry->bounds);
  g_autoptr (GArray) routes = g_array_new (FALSE, FALSE, sizeof (TlRoute));

  tl_routes_choose (graph, grid, routes);
  tl_routes_dock (routes);
  tl_routes_detour (grid, routes);
  tl_routes_dock_detours (routes);
  tl_routes_part (grid, routes);
  take_paths (geometry, graph, routes);
  tl_paths_label (geometry, grid);
  enclose_paths (geometry);
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
  TlFlowGeometry *geometry = new_empty ();
  g_autoptr (TlFlowGraph) graph = tl_flow_graph_new (study, flow);
  g_autofree gboolean *by_person = g_new0 (gboolean, graph->n_nodes + 1);

  for (guint n = 0; n < graph->n_steps; n++)
    by_person[n] = graph->nodes[n].placed;
  tl_flow_graph_rank (graph);
  place_nodes (graph);
  take_steps (geometry, graph, by_person);
  take_chips (geometry, graph);
  draw_paths (geometry, graph);
  take_lanes (geometry, study, flow);
  return geometry;
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
