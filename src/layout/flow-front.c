#include "layout/flow-front.h"

#include "study/entry.h"

/**
 * tl_flow_front_step:
 * @flow: a flow
 *
 * Returns: (transfer none) (nullable): where work enters: at the first entry, else at the first step that is called a
 *   start, else at the first step
 */
TlStep *
tl_flow_front_step (const TlFlow *flow)
{
  if (flow->entries->len)
    return ((TlEntry *) g_ptr_array_index (flow->entries, 0))->step;
  for (guint i = 0; i < flow->steps->len; i++)
    if (((TlStep *) g_ptr_array_index (flow->steps, i))->kind == TL_STEP_START)
      return g_ptr_array_index (flow->steps, i);
  return flow->steps->len ? g_ptr_array_index (flow->steps, 0) : NULL;
}

/* Demands stand in a column before all steps, or in a row above a flow that goes down. */
static gboolean
stand_above (const TlFlowGeometry *geometry)
{
  double front = G_MAXDOUBLE, right = -G_MAXDOUBLE;

  for (guint i = 0; i < geometry->steps->len; i++)
    front = MIN (front, g_array_index (geometry->steps, TlStepBox, i).box.x);
  for (guint i = 0; i < geometry->chips->len; i++)
    {
      const TlBox *chip = &g_array_index (geometry->chips, TlChipBox, i).box;

      right = MAX (right, chip->x + chip->width);
    }
  return right > front;
}

static const TlBox *
last_chip (const TlFlowGeometry *geometry, gboolean above)
{
  const TlBox *last = NULL;

  for (guint i = 0; i < geometry->chips->len; i++)
    {
      const TlBox *box = &g_array_index (geometry->chips, TlChipBox, i).box;

      if (!last || (above ? box->x > last->x : box->y > last->y))
        last = box;
    }
  return last;
}

/**
 * tl_flow_front:
 * @geometry: of @flow
 * @flow: a flow
 * @front: (out): its front
 *
 * Where one more demand could be added: after the last of those that stand there, or in front of the step where work
 * enters.
 *
 * Returns: whether there is a step for a demand to enter
 */
gboolean
tl_flow_front (const TlFlowGeometry *geometry, const TlFlow *flow, TlFlowFront *front)
{
  TlStep *step = tl_flow_front_step (flow);
  const TlStepBox *stands = step ? tl_flow_geometry_step (geometry, step) : NULL;
  gboolean above;

  if (!stands)
    return FALSE;
  if (geometry->chips->len == 0)
    {
      *front = (TlFlowFront){ step, stands->box, TL_FRONT_BEFORE };
      return TRUE;
    }
  above = stand_above (geometry);
  *front = (TlFlowFront){ step, *last_chip (geometry, above), above ? TL_FRONT_BESIDE : TL_FRONT_BELOW };
  return TRUE;
}
