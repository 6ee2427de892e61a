/* flow-pick.c: what stands at a place of a flow. */
#include <math.h>

#include "layout/flow-geometry.h"
#include "layout/flow-label.h"

static gboolean
box_has (const TlBox *box, TlPlace at)
{
  return at.x >= box->x && at.x <= box->x + box->width && at.y >= box->y && at.y <= box->y + box->height;
}

/* From @at to the nearest place on the line from @a to @b. */
static double
distance_to_line (TlPlace at, TlPlace a, TlPlace b)
{
  double dx = b.x - a.x;
  double dy = b.y - a.y;
  double square = dx * dx + dy * dy;
  double part = square > 0 ? ((at.x - a.x) * dx + (at.y - a.y) * dy) / square : 0;

  part = CLAMP (part, 0, 1);
  return hypot (a.x + part * dx - at.x, a.y + part * dy - at.y);
}

/**
 * tl_path_distance:
 * @path: a path
 * @at: a place
 *
 * Returns: how far @at is from the nearest place on @path
 */
double
tl_path_distance (const TlPath *path, TlPlace at)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i + 1 < path->points->len; i++)
    least = MIN (least, distance_to_line (at, g_array_index (path->points, TlPlace, i),
                                          g_array_index (path->points, TlPlace, i + 1)));
  return least;
}

static TlItem *
pick_label (const TlFlowGeometry *geometry, TlPlace at)
{
  for (guint i = geometry->paths->len; i-- > 0;)
    {
      const TlPath *path = &g_array_index (geometry->paths, TlPath, i);
      TlBox label = tl_path_label_box (path);

      if (path->label_width > 0 && box_has (&label, at))
        return path->item;
    }
  return NULL;
}

static TlItem *
pick_path (const TlFlowGeometry *geometry, TlPlace at, double tolerance)
{
  double least = tolerance;
  TlItem *item = NULL;

  for (guint i = 0; i < geometry->paths->len; i++)
    {
      const TlPath *path = &g_array_index (geometry->paths, TlPath, i);
      double distance = tl_path_distance (path, at);

      if (distance <= least)
        {
          least = distance;
          item = path->item;
        }
    }
  return item;
}

/**
 * tl_flow_geometry_pick:
 * @geometry: a geometry
 * @at: a place
 * @tolerance: how far from a path one may point, in points at 100 %
 *
 * The last step that covers @at, else a chip, else the path whose label does, as that may stand off its line, else the
 * nearest path within @tolerance.
 *
 * Returns: (transfer none) (nullable): the step, demand, connector, entry or raises at @at
 */
TlItem *
tl_flow_geometry_pick (const TlFlowGeometry *geometry, TlPlace at, double tolerance)
{
  TlItem *item;

  for (guint i = geometry->steps->len; i-- > 0;)
    {
      const TlStepBox *step = &g_array_index (geometry->steps, TlStepBox, i);

      if (box_has (&step->box, at))
        return TL_ITEM (step->step);
    }
  for (guint i = geometry->chips->len; i-- > 0;)
    {
      const TlChipBox *chip = &g_array_index (geometry->chips, TlChipBox, i);

      if (box_has (&chip->box, at))
        return TL_ITEM (chip->demand);
    }
  item = pick_label (geometry, at);
  return item != NULL ? item : pick_path (geometry, at, tolerance);
}

/**
 * tl_flow_geometry_steps_in:
 * @geometry: a geometry
 * @area: a part of the plane; its width and height may be negative, as a band drawn from the right
 *
 * Returns: (transfer container) (element-type TlStep): the steps that @area touches, in the flow's
 * order
 */
GPtrArray *
tl_flow_geometry_steps_in (const TlFlowGeometry *geometry, TlBox area)
{
  GPtrArray *steps = g_ptr_array_new ();
  TlBox band = { MIN (area.x, area.x + area.width), MIN (area.y, area.y + area.height), fabs (area.width),
                 fabs (area.height) };

  for (guint i = 0; i < geometry->steps->len; i++)
    {
      const TlStepBox *step = &g_array_index (geometry->steps, TlStepBox, i);

      if (tl_boxes_meet (&step->box, &band))
        g_ptr_array_add (steps, step->step);
    }
  return steps;
}
