#include "layout/flow-drop.h"

#include "study/insertion.h"

static gboolean
is_loose (const TlStep *step)
{
  const TlFlow *flow = (const TlFlow *) step->item.parent;

  for (guint i = 0; i < flow->connectors->len; i++)
    {
      const TlConnector *connector = g_ptr_array_index (flow->connectors, i);

      if (connector->from == step || connector->to == step)
        return FALSE;
    }
  return TRUE;
}

/* The nearest connector that the step may stand in, as the paths ran before they made way for it.
 */
static TlConnector *
connector_at (const TlFlowGeometry *before, const TlStep *step, TlPlace middle)
{
  TlConnector *found = NULL;
  double least = TL_DROP_REACH;

  for (guint i = 0; i < before->paths->len; i++)
    {
      const TlPath *path = &g_array_index (before->paths, TlPath, i);
      double distance;

      if (path->item->kind != TL_ITEM_CONNECTOR || !tl_connector_can_take ((TlConnector *) path->item, step))
        continue;
      distance = tl_path_distance (path, middle);
      if (distance > least)
        continue;
      least = distance;
      found = (TlConnector *) path->item;
    }
  return found;
}

static const TlLane *
lane_at (const TlFlowGeometry *before, GPtrArray *steps, TlPlace middle)
{
  const TlLane *lane = tl_flow_lanes_at (before->lanes, middle.y);
  const TlRole *role = ((TlStep *) g_ptr_array_index (steps, 0))->role;

  /* Steps of several roles keep them: nobody could say which of them was meant. */
  for (guint i = 1; i < steps->len; i++)
    if (((TlStep *) g_ptr_array_index (steps, i))->role != role)
      return NULL;
  return lane != NULL && lane->role != role ? lane : NULL;
}

/**
 * tl_flow_drop_find:
 * @before: the geometry from before the drag began
 * @steps: (element-type TlStep): what is dragged
 * @middle: of it, where it is now
 *
 * A single step that is not connected yet can be put into a connector. Where the flow shows lanes,
 * steps of one role can be given to another.
 *
 * Returns: what letting go would do
 */
TlFlowDrop
tl_flow_drop_find (const TlFlowGeometry *before, GPtrArray *steps, TlPlace middle)
{
  TlFlowDrop drop = { 0 };
  TlStep *first;

  if (steps->len == 0)
    return drop;
  first = g_ptr_array_index (steps, 0);
  if (steps->len == 1 && is_loose (first))
    drop.connector = connector_at (before, first, middle);
  if (drop.connector == NULL && before->lanes->len > 0)
    drop.lane = lane_at (before, steps, middle);
  return drop;
}
