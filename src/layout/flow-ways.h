/* flow-ways.h: the ways of all edges of a placed graph, and all that is needed to find them again
 * after steps moved without looking at what these don't touch.
 *
 * Private to the layout.
 */
#pragma once

#include "layout/flow-parts.h"

G_BEGIN_DECLS

/**
 * TlWays:
 * @graph: whose edges they are
 * @grid: its boxes, with all that lines keep clear of
 * @dirt: (nullable): where boxes came or went since the ways before were found; %NULL if there was
 * none
 * @stirred: (nullable): the same for the lines of edges whose ends moved
 * @drafts: (element-type TlRoute): the shape of each edge's route, before it was known how others run
 * @chosen: (element-type TlRoute): the same after
 * @settled: (element-type TlRoute): the same where few edges knew of one another and chose again
 * @same_bounds: whether all boxes together extend as far as in the ways before
 * @seen: (element-type TlSeen): what both choices depended on
 * @docking: the routes with docks
 * @detours: (element-type TlDetour): what looking for detours depended on
 * @found: (element-type TlRoute): with detours
 * @parts: the parts of the routes, each on its track
 * @routes: (element-type TlRoute): with tracks: as they are drawn
 */
struct _TlWays
{
  TlFlowGraph *graph;
  TlBoxGrid *grid;
  TlBoxGrid *dirt;
  TlBoxGrid *stirred;
  gboolean same_bounds;
  GArray *drafts;
  GArray *chosen;
  GArray *settled;
  GArray *seen;
  TlDocking docking;
  GArray *detours;
  GArray *found;
  TlParts *parts;
  GArray *routes;
};

TlWays *tl_ways_new (TlFlowGraph *graph, const TlWays *before) G_GNUC_WARN_UNUSED_RESULT;
void tl_ways_free (TlWays *ways);
TlBoxGrid *tl_ways_grid (const TlFlowGraph *graph) G_GNUC_WARN_UNUSED_RESULT;
gboolean tl_ways_is_clean (const TlWays *ways, TlBox area);

TlFlowGeometry *tl_flow_geometry_copy (const TlFlowGeometry *geometry) G_GNUC_WARN_UNUSED_RESULT;
TlBox tl_path_box (const TlPath *path);
TlBox tl_flow_geometry_change (const TlFlowGeometry *before, const TlFlowGeometry *now, gboolean same);
void tl_paths_label (TlFlowGeometry *geometry, const TlFlowGeometry *before);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlWays, tl_ways_free)

G_END_DECLS
