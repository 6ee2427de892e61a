/* flow-blend.c: a flow on its way from one geometry to another, for what glides. */
#include "layout/flow-blend.h"

#include <math.h>

static double
between (double from, double to, double part)
{
  return from + (to - from) * part;
}

static TlBox
box_between (const TlBox *from, const TlBox *to, double part)
{
  return (TlBox){ between (from->x, to->x, part), between (from->y, to->y, part),
                  between (from->width, to->width, part), between (from->height, to->height, part) };
}

static TlPlace
place_between (TlPlace from, TlPlace to, double part)
{
  return (TlPlace){ between (from.x, to.x, part), between (from.y, to.y, part) };
}

static TlPlace
corner (const GArray *points, guint i)
{
  return g_array_index (points, TlPlace, i);
}

/* How far along a line each of its corners is, from 0 to 1. */
static void
add_fractions (GArray *fractions, const GArray *points)
{
  g_autofree double *lengths = g_new0 (double, points->len + 1);

  for (guint i = 1; i < points->len; i++)
    lengths[i]
        = lengths[i - 1]
          + hypot (corner (points, i).x - corner (points, i - 1).x, corner (points, i).y - corner (points, i - 1).y);
  for (guint i = 0; i < points->len; i++)
    {
      double fraction = lengths[points->len - 1] > 0 ? lengths[i] / lengths[points->len - 1] : 0;
      g_array_append_val (fractions, fraction);
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static TlPlace
place_along (const GArray *points, const GArray *fractions, double fraction)
{
  for (guint i = 1; i < points->len; i++)
    {
      double before = g_array_index (fractions, double, i - 1);
      double after = g_array_index (fractions, double, i);

      if (fraction <= after || i + 1 == points->len)
        return place_between (corner (points, i - 1), corner (points, i),
                              after > before ? CLAMP ((fraction - before) / (after - before), 0, 1) : 1);
    }
  return corner (points, 0);
}

/* Both lines get a point wherever one of them has a corner: then the points glide. */
static GArray *
line_between (const GArray *from, const GArray *to, double part)
{
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) second = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));
  GArray *points = g_array_new (FALSE, FALSE, sizeof (TlPlace));

  add_fractions (first, from);
  add_fractions (second, to);
  g_array_append_vals (all, first->data, first->len);
  g_array_append_vals (all, second->data, second->len);
  g_array_sort (all, compare);
  for (guint i = 0; i < all->len; i++)
    {
      double at = g_array_index (all, double, i);
      TlPlace place;

      if (i > 0 && at - g_array_index (all, double, i - 1) < 1e-6)
        continue;
      place = place_between (place_along (from, first, at), place_along (to, second, at), part);
      g_array_append_val (points, place);
    }
  return points;
}

static void
blend_steps (TlFlowGeometry *blend, const TlFlowGeometry *from, const TlFlowGeometry *to, double part)
{
  for (guint i = 0; i < to->steps->len; i++)
    {
      TlStepBox step = g_array_index (to->steps, TlStepBox, i);

      step.step = (TlStep *) tl_item_ref (step.step);
      step.box = box_between (&g_array_index (from->steps, TlStepBox, i).box, &step.box, part);
      g_array_append_val (blend->steps, step);
    }
  for (guint i = 0; i < to->chips->len; i++)
    {
      TlChipBox chip = g_array_index (to->chips, TlChipBox, i);

      chip.demand = (TlDemand *) tl_item_ref (chip.demand);
      chip.box = box_between (&g_array_index (from->chips, TlChipBox, i).box, &chip.box, part);
      g_array_append_val (blend->chips, chip);
    }
}

static void
blend_paths (TlFlowGeometry *blend, const TlFlowGeometry *from, const TlFlowGeometry *to, double part)
{
  for (guint i = 0; i < to->paths->len; i++)
    {
      const TlPath *old = &g_array_index (from->paths, TlPath, i);
      TlPath path = g_array_index (to->paths, TlPath, i);

      path.item = tl_item_ref (path.item);
      path.points = line_between (old->points, path.points, part);
      path.label = place_between (old->label, path.label, part);
      path.leader = place_between (old->leader, path.leader, part);
      g_array_append_val (blend->paths, path);
    }
}

static gboolean
same_items (const TlFlowGeometry *from, const TlFlowGeometry *to)
{
  if (from->steps->len != to->steps->len || from->chips->len != to->chips->len || from->paths->len != to->paths->len)
    return FALSE;
  for (guint i = 0; i < to->steps->len; i++)
    if (g_array_index (from->steps, TlStepBox, i).step != g_array_index (to->steps, TlStepBox, i).step)
      return FALSE;
  for (guint i = 0; i < to->paths->len; i++)
    if (g_array_index (from->paths, TlPath, i).item != g_array_index (to->paths, TlPath, i).item)
      return FALSE;
  return TRUE;
}

static GArray *
empty_like (GArray *array, gsize size, GDestroyNotify clear)
{
  GArray *empty = g_array_sized_new (FALSE, FALSE, (guint) size, array->len);

  g_array_set_clear_func (empty, clear);
  return empty;
}

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
  tl_item_unref (((TlPath *) data)->item);
  g_array_unref (((TlPath *) data)->points);
}

/**
 * tl_flow_geometry_blend:
 * @from: where a flow was
 * @to: where it is going
 * @part: how much of the way is done, 0..1
 *
 * Boxes, lines and labels between the two; lanes are already where they go. It is for drawing and
 * picking only: no ways can be found again from it.
 *
 * Returns: (transfer full): the geometry; @to itself if the two do not show the same items
 */
TlFlowGeometry *
tl_flow_geometry_blend (TlFlowGeometry *from, TlFlowGeometry *to, double part)
{
  TlFlowGeometry *blend;

  if (part >= 1 || !same_items (from, to))
    return tl_flow_geometry_ref (to);
  blend = g_new0 (TlFlowGeometry, 1);
  blend->ref_count = 1;
  blend->steps = empty_like (to->steps, sizeof (TlStepBox), clear_step);
  blend->chips = empty_like (to->chips, sizeof (TlChipBox), clear_chip);
  blend->paths = empty_like (to->paths, sizeof (TlPath), clear_path);
  blend->lanes = g_array_ref (to->lanes);
  blend->step_index = g_hash_table_ref (to->step_index);
  blend->bounds = box_between (&from->bounds, &to->bounds, part);
  blend_steps (blend, from, to, part);
  blend_paths (blend, from, to, part);
  return blend;
}
