#include "layout/flow-handles.h"

static const TlBox *
chip_of (const TlFlowGeometry *geometry, const TlItem *demand)
{
  for (guint i = 0; i < geometry->chips->len; i++)
    {
      const TlChipBox *chip = &g_array_index (geometry->chips, TlChipBox, i);

      if ((const TlItem *) chip->demand == demand)
        return &chip->box;
    }
  return NULL;
}

static const TlPath *
path_of (const TlFlowGeometry *geometry, const TlItem *item)
{
  for (guint i = 0; i < geometry->paths->len; i++)
    {
      const TlPath *path = &g_array_index (geometry->paths, TlPath, i);

      if (path->item == item && path->points->len > 1)
        return path;
    }
  return NULL;
}

static const TlBox *
step_of (const TlFlowGeometry *geometry, const TlItem *item)
{
  const TlStepBox *step = tl_flow_geometry_step (geometry, (const TlStep *) item);

  return step != NULL ? &step->box : NULL;
}

/* A demand always stands at the tail of its entry: dragging that would be dragging the chip. */
static gboolean
has_end (const TlItem *item, TlHandle handle)
{
  return item->kind == TL_ITEM_CONNECTOR || item->kind == TL_ITEM_RAISES
         || (item->kind == TL_ITEM_ENTRY && handle == TL_HANDLE_HEAD);
}

static gboolean
end_place (const TlFlowGeometry *geometry, TlHandle handle, const TlItem *item, TlPlace *place)
{
  const TlPath *path = has_end (item, handle) ? path_of (geometry, item) : NULL;

  if (path == NULL)
    return FALSE;
  *place = g_array_index (path->points, TlPlace, handle == TL_HANDLE_TAIL ? 0 : path->points->len - 1);
  return TRUE;
}

/**
 * tl_flow_handle_place:
 * @geometry: a geometry
 * @handle: a handle
 * @item: whose
 * @place: (out): its middle
 *
 * Returns: whether @item is there and has such a handle
 */
gboolean
tl_flow_handle_place (const TlFlowGeometry *geometry, TlHandle handle, const TlItem *item, TlPlace *place)
{
  const TlBox *box;

  if (handle == TL_HANDLE_TAIL || handle == TL_HANDLE_HEAD)
    return end_place (geometry, handle, item, place);
  if (handle == TL_HANDLE_ENTER)
    box = item->kind == TL_ITEM_DEMAND ? chip_of (geometry, item) : NULL;
  else
    box = item->kind == TL_ITEM_STEP ? step_of (geometry, item) : NULL;
  if (box == NULL)
    return FALSE;
  if (handle == TL_HANDLE_RAISE)
    *place = (TlPlace){ box->x + box->width / 2, box->y + box->height };
  else
    *place = (TlPlace){ box->x + box->width, box->y + box->height / 2 };
  return TRUE;
}

static gboolean
is_failure (const TlItem *item)
{
  return item->kind == TL_ITEM_DEMAND && ((const TlDemand *) item)->kind == TL_DEMAND_FAILURE;
}

/* Two steps are connected once, in one direction. */
static gboolean
connector_may_lead (const TlConnector *connector, TlHandle handle, const TlStep *step)
{
  const TlFlow *flow = (const TlFlow *) connector->item.parent;
  const TlStep *from = handle == TL_HANDLE_TAIL ? step : connector->from;
  const TlStep *to = handle == TL_HANDLE_HEAD ? step : connector->to;

  for (guint i = 0; i < flow->connectors->len; i++)
    {
      const TlConnector *other = g_ptr_array_index (flow->connectors, i);

      if (other != connector && other->from == from && other->to == to)
        return FALSE;
    }
  return TRUE;
}

static gboolean
raises_may_lead (const TlRaises *raises, TlHandle handle, const TlItem *target)
{
  const TlFlow *flow = (const TlFlow *) raises->item.parent;
  const TlItem *step = handle == TL_HANDLE_TAIL ? target : (const TlItem *) raises->step;
  const TlItem *demand = handle == TL_HANDLE_HEAD ? target : (const TlItem *) raises->demand;

  if (step->kind != TL_ITEM_STEP || !is_failure (demand))
    return FALSE;
  for (guint i = 0; i < flow->raises->len; i++)
    {
      const TlRaises *other = g_ptr_array_index (flow->raises, i);

      if (other != raises && (const TlItem *) other->step == step && (const TlItem *) other->demand == demand)
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_flow_handle_accepts:
 * @handle: a handle
 * @item: whose
 * @target: (nullable): what it is held over
 *
 * Returns: whether it may be let go there, to lead there
 */
gboolean
tl_flow_handle_accepts (TlHandle handle, const TlItem *item, const TlItem *target)
{
  if (target == NULL)
    return FALSE;
  if (handle == TL_HANDLE_RAISE)
    return is_failure (target);
  if (item->kind == TL_ITEM_RAISES)
    return raises_may_lead ((const TlRaises *) item, handle, target);
  if (target->kind != TL_ITEM_STEP)
    return FALSE;
  return item->kind != TL_ITEM_CONNECTOR
         || connector_may_lead ((const TlConnector *) item, handle, (const TlStep *) target);
}
