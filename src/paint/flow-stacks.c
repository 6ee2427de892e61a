/* flow-stacks.c: ways of the river that share a trunk lie beside one another in it.
 *
 * Lines that leave a step together are one line to where they part. Ribbons would hide one another
 * there; so each is moved aside by as much as those beside it are wide, all of the way.
 */
#include "paint/flow-stacks.h"

#include <math.h>
#include <stdlib.h>

/* One way, seen from an end. */
typedef struct
{
  guint path;
  gboolean from_head;
  TlPlace start;
  TlPlace ahead; /* direction of its first part, of length 1 */
  double side;   /* of its first bend: under 0 to the left, 0 straight on, over 0 to the right */
  double bend;   /* how far that is */
} Way;

static TlPlace
point (const TlPath *path, gboolean from_head, guint i)
{
  guint last = path->points->len - 1;

  return g_array_index (path->points, TlPlace, from_head ? last - i : i);
}

static Way
way_of (const TlPath *path, guint number, gboolean from_head)
{
  TlPlace a = point (path, from_head, 0), b = point (path, from_head, 1);
  double length = MAX (hypot (b.x - a.x, b.y - a.y), 1e-6);
  Way way = { number, from_head, a, { (b.x - a.x) / length, (b.y - a.y) / length }, 0, length };

  if (path->points->len > 2)
    {
      TlPlace c = point (path, from_head, 2);
      way.side = way.ahead.x * (c.y - b.y) - way.ahead.y * (c.x - b.x);
    }
  return way;
}

/* Ways of one trunk stand together. */
static int
by_trunk (const Way *a, const Way *b)
{
  const double keys[][2] = {
    { a->start.x, b->start.x }, { a->start.y, b->start.y }, { a->ahead.x, b->ahead.x }, { a->ahead.y, b->ahead.y }
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (fabs (keys[i][0] - keys[i][1]) > 0.5)
      return keys[i][0] < keys[i][1] ? -1 : 1;
  return 0;
}

static int
sign (double number)
{
  return number > 1e-6 ? 1 : number < -1e-6 ? -1 : 0;
}

/* From left to right, so that none crosses another where they part: who turns left first is
 * outermost, and so is who turns right first. */
static int
by_side (const Way *a, const Way *b)
{
  int side = sign (a->side);

  if (side != sign (b->side))
    return side < sign (b->side) ? -1 : 1;
  return side < 0 ? sign (a->bend - b->bend) : sign (b->bend - a->bend);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Way *first = a, *second = b;
  int trunk = by_trunk (first, second);
  int side = trunk == 0 ? by_side (first, second) : trunk;

  return side != 0 ? side : first->path < second->path ? -1 : first->path > second->path;
}

static double
width_of (const TlFlowGeometry *geometry, const TlFlowLens *lens, const Way *way)
{
  return tl_flow_lens_width (lens, g_array_index (geometry->paths, TlPath, way->path).item);
}

/* A way that is moved already, at its other end, stays where it is. */
static void
stack (const TlFlowGeometry *geometry, const TlFlowLens *lens, const Way *ways, guint n, double *shifts)
{
  double all = 0;

  for (guint i = 0; i < n; i++)
    all += width_of (geometry, lens, &ways[i]);
  for (guint i = 0; i < n; i++)
    {
      double width = width_of (geometry, lens, &ways[i]);
      double shift = (all - width) / 2;

      if (isnan (shifts[ways[i].path]))
        shifts[ways[i].path] = ways[i].from_head ? -shift : shift;
      all -= 2 * width;
    }
}

static void
stack_ends (const TlFlowGeometry *geometry, const TlFlowLens *lens, gboolean heads, double *shifts)
{
  g_autoptr (GArray) ways = g_array_new (FALSE, FALSE, sizeof (Way));

  for (guint i = 0; i < geometry->paths->len; i++)
    {
      const TlPath *path = &g_array_index (geometry->paths, TlPath, i);

      if (path->points->len >= 2)
        {
          Way way = way_of (path, i, heads);
          g_array_append_val (ways, way);
        }
    }
  g_array_sort (ways, compare);
  for (guint from = 0, to; from < ways->len; from = to)
    {
      const Way *first = &g_array_index (ways, Way, from);

      for (to = from + 1; to < ways->len && by_trunk (first, &g_array_index (ways, Way, to)) == 0; to++)
        ;
      if (to - from > 1)
        stack (geometry, lens, first, to - from, shifts);
    }
}

/**
 * tl_flow_stacks_new:
 * @geometry: where the ways of a flow run
 * @lens: the river on that flow
 *
 * Returns: (transfer full) (array): how far each path is moved to the left of its direction, in the
 * order of the geometry's paths
 */
double *
tl_flow_stacks_new (const TlFlowGeometry *geometry, const TlFlowLens *lens)
{
  double *shifts = g_new (double, geometry->paths->len + 1);

  for (guint i = 0; i < geometry->paths->len; i++)
    shifts[i] = NAN;
  stack_ends (geometry, lens, FALSE, shifts);
  stack_ends (geometry, lens, TRUE, shifts);
  for (guint i = 0; i < geometry->paths->len; i++)
    shifts[i] = isnan (shifts[i]) ? 0 : shifts[i];
  return shifts;
}
