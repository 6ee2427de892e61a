#include "layout/flow-front.h"

#include <math.h>

#include "layout/flow-label.h"
#include "study/entry.h"

/* Places that are looked at, each a little farther out. */
#define MOST_PLACES 60
/* What is left free beside lines. */
#define AROUND 5.0

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

/* Whether @box lies on the line or on what is written by it. */
static gboolean
lies_on_path (const TlPath *path, const TlBox *box)
{
  TlBox label = tl_path_label_box (path);

  if (path->label_width > 0 && tl_boxes_meet (&label, box))
    return TRUE;
  for (guint i = 0; i + 1 < path->points->len; i++)
    {
      TlBox line = tl_box_between (g_array_index (path->points, TlPlace, i),
                                   g_array_index (path->points, TlPlace, i + 1), AROUND);

      if (tl_boxes_meet (&line, box))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_free (const TlFlowGeometry *geometry, const TlBox *box)
{
  for (guint i = 0; i < geometry->steps->len; i++)
    if (tl_boxes_meet (&g_array_index (geometry->steps, TlStepBox, i).box, box))
      return FALSE;
  for (guint i = 0; i < geometry->chips->len; i++)
    if (tl_boxes_meet (&g_array_index (geometry->chips, TlChipBox, i).box, box))
      return FALSE;
  for (guint i = 0; i < geometry->paths->len; i++)
    if (lies_on_path (&g_array_index (geometry->paths, TlPath, i), box))
      return FALSE;
  return TRUE;
}

/* Where it would stand best. */
static TlBox
first_place (const TlFlowFront *front, double width, double height, double distance)
{
  const TlBox *box = &front->box;
  double level = box->y + (box->height - height) / 2;

  switch (front->side)
    {
    case TL_FRONT_BELOW:
      return (TlBox){ box->x + (box->width - width) / 2, box->y + box->height + distance, width, height };
    case TL_FRONT_BESIDE:
      return (TlBox){ box->x + box->width + distance, level, width, height };
    case TL_FRONT_ABOVE:
      return (TlBox){ box->x, box->y - distance - height, width, height };
    case TL_FRONT_BEFORE:
    default:
      return (TlBox){ box->x - distance - width, level, width, height };
    }
}

/**
 * tl_flow_front_place:
 * @geometry: what stands there
 * @front: the front of its flow
 * @width: of a control, in points
 * @height: of it
 * @distance: from what it stands beside
 *
 * Looks on the front's side of its box, and then ever farther out, where a control lies on no step, demand, line or
 * label.
 *
 * Returns: where it stands; the first place where all are taken
 */
TlBox
tl_flow_front_place (const TlFlowGeometry *geometry,
                     const TlFlowFront *front,
                     double width,
                     double height,
                     double distance)
{
  TlBox first = first_place (front, width, height, distance), place = first;
  double step = MAX (height / 2, distance);

  for (guint i = 0; i < MOST_PLACES; i++)
    {
      if (is_free (geometry, &place))
        return place;
      place.x += front->side == TL_FRONT_BESIDE ? step : front->side == TL_FRONT_BEFORE ? -step : 0;
      place.y += front->side == TL_FRONT_BELOW ? step : front->side == TL_FRONT_ABOVE ? -step : 0;
    }
  return first;
}
