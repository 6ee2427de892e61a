#include "paint/flow-way.h"

#include <math.h>

/* tl_place_distance: Returns: from @a to @b, in a straight line */
double
tl_place_distance (TlPlace a, TlPlace b)
{
  return hypot (a.x - b.x, a.y - b.y);
}

/* tl_place_towards: Returns: the place so far from @from, on the straight line to @to and beyond it */
TlPlace
tl_place_towards (TlPlace from, TlPlace to, double length)
{
  double whole = tl_place_distance (from, to);
  double part = whole > 0 ? length / whole : 0;

  return (TlPlace){ from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part };
}

static TlPlace
point (const TlPath *path, guint i)
{
  return g_array_index (path->points, TlPlace, i);
}

/* tl_path_length: Returns: how long @path is, along its corners */
double
tl_path_length (const TlPath *path)
{
  double length = 0;

  for (guint i = 1; i < path->points->len; i++)
    length += tl_place_distance (point (path, i - 1), point (path, i));
  return length;
}

/* tl_path_place: Returns: the place so far from the tail of @path, along its corners; its head if that is farther
 * than it is long. @path has one point at the least. */
TlPlace
tl_path_place (const TlPath *path, double distance)
{
  for (guint i = 1; i < path->points->len; i++)
    {
      double length = tl_place_distance (point (path, i - 1), point (path, i));

      if (length > 0 && length >= distance)
        return tl_place_towards (point (path, i - 1), point (path, i), distance);
      distance -= length;
    }
  return point (path, path->points->len - 1);
}
