#include "layout/flow-walk.h"

#include <math.h>

/**
 * tl_flow_connectors_from:
 * @flow: a flow
 * @step: one of its steps
 *
 * Returns: (transfer container) (element-type TlConnector): the connectors that leave it, in order
 */
GPtrArray *
tl_flow_connectors_from (TlFlow *flow, const TlStep *step)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < flow->connectors->len; i++)
    {
      TlConnector *connector = g_ptr_array_index (flow->connectors, i);

      if (connector->from == step)
        g_ptr_array_add (found, connector);
    }
  return found;
}

/**
 * tl_flow_connectors_to:
 * @flow: a flow
 * @step: one of its steps
 *
 * Returns: (transfer container) (element-type TlConnector): the connectors that lead to it, in order
 */
GPtrArray *
tl_flow_connectors_to (TlFlow *flow, const TlStep *step)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < flow->connectors->len; i++)
    {
      TlConnector *connector = g_ptr_array_index (flow->connectors, i);

      if (connector->to == step)
        g_ptr_array_add (found, connector);
    }
  return found;
}

/**
 * tl_flow_connector_between:
 * @flow: a flow
 * @from: a step
 * @to: a step
 *
 * Returns: (transfer none) (nullable): the first connector that leads from one to the other
 */
TlConnector *
tl_flow_connector_between (TlFlow *flow, const TlStep *from, const TlStep *to)
{
  for (guint i = 0; i < flow->connectors->len; i++)
    {
      TlConnector *connector = g_ptr_array_index (flow->connectors, i);

      if (connector->from == from && connector->to == to)
        return connector;
    }
  return NULL;
}

/* The neighbour along a connector: forward ones before rework, and never the step itself. */
static TlStep *
along (TlFlow *flow, const TlStep *from, gboolean outgoing)
{
  TlStep *by_rework = NULL;

  for (guint i = 0; i < flow->connectors->len; i++)
    {
      TlConnector *connector = g_ptr_array_index (flow->connectors, i);
      TlStep *here = outgoing ? connector->from : connector->to;
      TlStep *there = outgoing ? connector->to : connector->from;

      if (here != from || there == from)
        continue;
      if (connector->kind == TL_CONNECTOR_FLOW)
        return there;
      if (!by_rework)
        by_rework = there;
    }
  return by_rework;
}

/* How far a step lies in a direction, straying counted double; infinite where it lies elsewhere. */
static double
distance (const TlBox *from, const TlBox *to, TlWalk way)
{
  double dx = to->x + to->width / 2 - from->x - from->width / 2;
  double dy = to->y + to->height / 2 - from->y - from->height / 2;
  double ahead = way == TL_WALK_RIGHT ? dx : way == TL_WALK_LEFT ? -dx : way == TL_WALK_DOWN ? dy : -dy;
  double aside = fabs (way == TL_WALK_RIGHT || way == TL_WALK_LEFT ? dy : dx);

  return ahead > 1 ? ahead + 2 * aside : (double) INFINITY;
}

static TlStep *
nearest (const TlFlowGeometry *geometry, const TlStep *from, TlWalk way)
{
  const TlStepBox *here = tl_flow_geometry_step (geometry, from);
  double least = INFINITY;
  TlStep *found = NULL;

  for (guint i = 0; here && i < geometry->steps->len; i++)
    {
      const TlStepBox *box = &g_array_index (geometry->steps, TlStepBox, i);
      double far = distance (&here->box, &box->box, way);

      if (far < least)
        {
          least = far;
          found = box->step;
        }
    }
  return found;
}

/**
 * tl_flow_walk_step:
 * @flow: a flow
 * @geometry: of it
 * @from: the step where one stands
 * @way: the arrow key
 *
 * Returns: (transfer none) (nullable): the step that the key leads to
 */
TlStep *
tl_flow_walk_step (TlFlow *flow, const TlFlowGeometry *geometry, const TlStep *from, TlWalk way)
{
  TlStep *found = NULL;

  if (way == TL_WALK_RIGHT || way == TL_WALK_LEFT)
    found = along (flow, from, way == TL_WALK_RIGHT);
  return found ? found : nearest (geometry, from, way);
}

/* Up and down from a connector: the others that leave the same step, in turn. */
static TlItem *
next_connector (TlFlow *flow, TlConnector *from, int by)
{
  g_autoptr (GPtrArray) siblings = tl_flow_connectors_from (flow, from->from);
  guint at = 0;

  if (!g_ptr_array_find (siblings, from, &at))
    return NULL;
  at = (guint) ((int) at + by + (int) siblings->len) % siblings->len;
  return g_ptr_array_index (siblings, at);
}

static TlItem *
from_connector (TlFlow *flow, TlConnector *connector, TlWalk way)
{
  switch (way)
    {
    case TL_WALK_RIGHT:
      return TL_ITEM (connector->to);
    case TL_WALK_LEFT:
      return TL_ITEM (connector->from);
    case TL_WALK_UP:
      return next_connector (flow, connector, -1);
    case TL_WALK_DOWN:
      return next_connector (flow, connector, 1);
    default:
      g_assert_not_reached ();
    }
}

static TlItem *
entry_step (TlFlow *flow, TlItem *demand)
{
  for (guint i = 0; i < flow->entries->len; i++)
    {
      TlEntry *entry = g_ptr_array_index (flow->entries, i);

      if (TL_ITEM (entry->demand) == demand)
        return TL_ITEM (entry->step);
    }
  return NULL;
}

/**
 * tl_flow_walk:
 * @flow: a flow
 * @geometry: of it
 * @from: (nullable): the item where one stands
 * @way: the arrow key
 *
 * As tl_flow_walk_step(), from any item: a connector leads to its steps and to the others of its
 * step, a demand to the step where it enters; from nowhere one comes to the first step.
 *
 * Returns: (transfer none) (nullable): the item that the key leads to
 */
TlItem *
tl_flow_walk (TlFlow *flow, const TlFlowGeometry *geometry, TlItem *from, TlWalk way)
{
  TlItemKind kind = from ? from->kind : TL_ITEM_FLOW;

  if (kind == TL_ITEM_STEP)
    return (TlItem *) tl_flow_walk_step (flow, geometry, (TlStep *) from, way);
  if (kind == TL_ITEM_CONNECTOR)
    return from_connector (flow, (TlConnector *) from, way);
  if (kind == TL_ITEM_DEMAND)
    return entry_step (flow, from);
  if (kind == TL_ITEM_ENTRY)
    return TL_ITEM (((TlEntry *) from)->step);
  if (kind == TL_ITEM_RAISES)
    return TL_ITEM (((TlRaises *) from)->step);
  return flow->steps->len ? g_ptr_array_index (flow->steps, 0) : NULL;
}

/**
 * tl_flow_walk_connector:
 * @flow: a flow
 * @from: a step, or a connector that was reached this way
 * @outgoing: whether to look at what leaves, or at what arrives
 *
 * Returns: (transfer none) (nullable): the first connector of a step, the next one of a connector
 */
TlConnector *
tl_flow_walk_connector (TlFlow *flow, TlItem *from, gboolean outgoing)
{
  TlConnector *here = from->kind == TL_ITEM_CONNECTOR ? (TlConnector *) from : NULL;
  TlStep *step = here ? (outgoing ? here->from : here->to) : (TlStep *) from;
  g_autoptr (GPtrArray) found = NULL;
  guint at = 0;

  if (!here && from->kind != TL_ITEM_STEP)
    return NULL;
  found = outgoing ? tl_flow_connectors_from (flow, step) : tl_flow_connectors_to (flow, step);
  if (found->len == 0)
    return NULL;
  if (here && g_ptr_array_find (found, here, &at))
    at = (at + 1) % found->len;
  return g_ptr_array_index (found, at);
}
