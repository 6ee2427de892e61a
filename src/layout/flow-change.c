/* flow-change.c: what of a flow is drawn elsewhere after steps moved. */
#include "layout/flow-label.h"
#include "layout/flow-lanes.h"
#include "layout/flow-ways.h"

typedef struct
{
  TlBox box;
  gboolean some;
} Change;

/**
 * tl_path_box:
 * @path: a path
 *
 * Returns: what encloses its line and its label
 */
TlBox
tl_path_box (const TlPath *path)
{
  TlBox box = tl_path_label_box (path);

  for (guint i = 0; i < path->points->len; i++)
    {
      TlPlace at = g_array_index (path->points, TlPlace, i);
      tl_box_enclose (&box, &(TlBox){ at.x, at.y, 0, 0 });
    }
  return box;
}

static void
note (Change *change, TlBox old, TlBox now)
{
  if (!change->some)
    change->box = old;
  change->some = TRUE;
  tl_box_enclose (&change->box, &old);
  tl_box_enclose (&change->box, &now);
}

static gboolean
differ (double a, double b)
{
  return a < b || a > b;
}

static void
compare_boxes (Change *change, const TlFlowGraph *old, const TlFlowGraph *now)
{
  for (guint n = 0; n < now->n_nodes; n++)
    if (differ (old->nodes[n].x, now->nodes[n].x) || differ (old->nodes[n].y, now->nodes[n].y))
      note (change, tl_graph_node_box (&old->nodes[n]), tl_graph_node_box (&now->nodes[n]));
}

static void
compare_paths (Change *change, const GArray *old, const GArray *now)
{
  for (guint p = 0; p < now->len; p++)
    {
      const TlPath *a = &g_array_index (old, TlPath, p);
      const TlPath *b = &g_array_index (now, TlPath, p);

      if (a->points != b->points || differ (a->label.x, b->label.x) || differ (a->label.y, b->label.y)
          || differ (a->leader.x, b->leader.x) || differ (a->leader.y, b->leader.y))
        note (change, tl_path_box (a), tl_path_box (b));
    }
}

static gboolean
same_bands (const GArray *old, const GArray *now)
{
  if (old->len != now->len)
    return FALSE;
  for (guint l = 0; l < now->len; l++)
    {
      const TlBox *a = &g_array_index (old, TlLane, l).box;
      const TlBox *b = &g_array_index (now, TlLane, l).box;

      if (differ (a->x, b->x) || differ (a->y, b->y) || differ (a->width, b->width) || differ (a->height, b->height))
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_flow_geometry_change:
 * @before: a geometry
 * @now: a later one of the same flow
 * @same: whether both show the same items
 *
 * Returns: what encloses all that differs, old and new; width and height 0 if nothing does
 */
TlBox
tl_flow_geometry_change (const TlFlowGeometry *before, const TlFlowGeometry *now, gboolean same)
{
  Change change = { .some = FALSE };

  if (!same || !same_bands (before->lanes, now->lanes))
    {
      note (&change, before->bounds, now->bounds);
      return change.box;
    }
  compare_boxes (&change, before->ways->graph, now->ways->graph);
  compare_paths (&change, before->paths, now->paths);
  return change.box;
}
