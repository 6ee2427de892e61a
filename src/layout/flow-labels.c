/* flow-labels.c: where the labels of paths go: on their own line, over no box and over no other
 * label. */
#include "layout/flow-label.h"
#include "layout/flow-ways.h"

#include <math.h>

/* From an end of a path: room for the arrowhead, and for what docks beside. */
#define KEEP_OFF 12.0

typedef struct
{
  TlBoxGrid *boxes;
  TlBoxGrid *labels;
  TlBoxGrid *lines; /* of all paths, each with its path's number */
  guint number;
  const TlPath *path;
  TlPlace best;
  double least;
} Seeker;

typedef struct
{
  TlFlowGeometry *geometry;
  const TlFlowGeometry *before;
  TlBoxGrid *taken;   /* by labels */
  TlBoxGrid *lines;   /* of all paths, each with its path's number */
  TlBoxGrid *changed; /* lines and labels that came or went */
} Labels;

static double
length_of (const TlPlace *a, const TlPlace *b)
{
  return fabs (a->x - b->x) + fabs (a->y - b->y);
}

static TlBox
label_box (const Seeker *seeker, TlPlace middle)
{
  return (TlBox){ middle.x - seeker->path->label_width / 2,
                  middle.y - seeker->path->label_height / 2, seeker->path->label_width,
                  seeker->path->label_height };
}

static void
consider (Seeker *seeker, TlPlace middle, double cost)
{
  TlBox box = label_box (seeker, middle);

  if (cost >= seeker->least)
    return;
  if (!tl_box_grid_is_free (seeker->boxes, box, TL_GRID_NOBODY, TL_GRID_NOBODY))
    cost += 10000;
  if (cost < seeker->least
      && !tl_box_grid_is_free (seeker->labels, box, TL_GRID_NOBODY, TL_GRID_NOBODY))
    cost += 3000;
  if (cost < seeker->least
      && !tl_box_grid_is_free (seeker->lines, box, seeker->number, TL_GRID_NOBODY))
    cost += 400;
  if (cost < seeker->least)
    {
      seeker->least = cost;
      seeker->best = middle;
    }
}

/* Level parts carry text best; the middle of a part is better than its ends. */
static void
seek_on (Seeker *seeker, const TlPlace *a, const TlPlace *b, double cost)
{
  static const double parts[] = { 0.5, 0.35, 0.65, 0.2, 0.8 };
  double length = length_of (a, b);
  double along = fabs (a->y - b->y) < 0.5 ? seeker->path->label_width : seeker->path->label_height;

  if (length < along + KEEP_OFF)
    cost += 200 + along - length;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    consider (seeker, (TlPlace){ a->x + (b->x - a->x) * parts[i], a->y + (b->y - a->y) * parts[i] },
              cost + 12 * i);
}

static void
seek (Seeker *seeker)
{
  const GArray *points = seeker->path->points;
  const TlPlace *places = (const TlPlace *) (gconstpointer) points->data;

  for (guint i = 0; i + 1 < points->len; i++)
    {
      gboolean level = fabs (places[i].y - places[i + 1].y) < 0.5;
      gboolean inner = i > 0 && i + 2 < points->len;
      double cost = (level ? 0 : 30) + (inner ? 0 : 15) + (i == 0 && points->len > 2 ? 10 : 0);

      seek_on (seeker, &places[i], &places[i + 1],
               cost - MIN (length_of (&places[i], &places[i + 1]), 300) / 10);
    }
}

static TlPlace
middle_of (const TlPath *path)
{
  const TlPlace *places = (const TlPlace *) (gconstpointer) path->points->data;
  guint i = (path->points->len - 1) / 2;
  guint j = path->points->len / 2;

  return (TlPlace){ (places[i].x + places[j].x) / 2, (places[i].y + places[j].y) / 2 };
}

static TlBox
line_box (const TlPath *path, guint i)
{
  TlPlace a = g_array_index (path->points, TlPlace, i);
  TlPlace b = g_array_index (path->points, TlPlace, i + 1);

  return (TlBox){ MIN (a.x, b.x) - 1, MIN (a.y, b.y) - 1, fabs (a.x - b.x) + 2,
                  fabs (a.y - b.y) + 2 };
}

/* Where a label on part @i of its path may reach. */
static TlBox
reach_of (const TlPath *path, guint i)
{
  TlBox box = line_box (path, i);

  return (TlBox){ box.x - path->label_width, box.y - path->label_height,
                  box.width + 2 * path->label_width, box.height + 2 * path->label_height };
}

static gboolean
keeps_clear_of (const TlPath *path, const TlBoxGrid *grid)
{
  for (guint i = 0; i + 1 < path->points->len; i++)
    if (!tl_box_grid_is_free (grid, reach_of (path, i), TL_GRID_NOBODY, TL_GRID_NOBODY))
      return FALSE;
  return TRUE;
}

static void
add_lines (TlBoxGrid *lines, const TlPath *path, guint number)
{
  for (guint i = 0; i + 1 < path->points->len; i++)
    tl_box_grid_add (lines, line_box (path, i), number);
}

static TlBox
label_of (const TlPath *path)
{
  return (TlBox){ path->label.x - path->label_width / 2, path->label.y - path->label_height / 2,
                  path->label_width, path->label_height };
}

static void
write_label (Labels *labels, TlPath *path, guint number)
{
  Seeker seeker = { labels->geometry->ways->grid, labels->taken, labels->lines, number, path };

  seeker.least = G_MAXDOUBLE;
  path->label = middle_of (path);
  if (path->label_width <= 0)
    return;
  seek (&seeker);
  path->label = seeker.best;
}

/* Lines that came or went: labels near them are written anew. */
static void
find_changed_lines (Labels *labels)
{
  GArray *paths = labels->geometry->paths;

  for (guint i = 0; i < paths->len; i++)
    {
      const TlPath *path = &g_array_index (paths, TlPath, i);
      const TlPath *old = &g_array_index (labels->before->paths, TlPath, i);

      if (path->points == old->points)
        continue;
      add_lines (labels->changed, path, i);
      add_lines (labels->changed, old, i);
    }
}

/* A label stays if nothing that could bear on its place has changed: neither boxes nor lines, nor
 * labels written before it. */
static gboolean
keeps_label (Labels *labels, const TlPath *path, const TlPath *old)
{
  if (path->points != old->points || !keeps_clear_of (path, labels->changed))
    return FALSE;
  return keeps_clear_of (path, labels->geometry->ways->dirt);
}

static gboolean
same_place (TlPlace a, TlPlace b)
{
  return fabs (a.x - b.x) + fabs (a.y - b.y) <= 0;
}

static void
label_again (Labels *labels, guint i)
{
  TlPath *path = &g_array_index (labels->geometry->paths, TlPath, i);
  const TlPath *old = &g_array_index (labels->before->paths, TlPath, i);

  if (keeps_label (labels, path, old))
    {
      path->label = old->label;
      return;
    }
  write_label (labels, path, i);
  if (path->label_width <= 0 || same_place (path->label, old->label))
    return;
  tl_box_grid_add (labels->changed, label_of (path), i);
  tl_box_grid_add (labels->changed, label_of (old), i);
}

/**
 * tl_paths_label:
 * @geometry: its paths have their points, and the sizes of their labels
 * @before: (nullable): the geometry of the same flow before some of its steps moved; lines that are
 *   the same share their points
 *
 * Gives each path the place of its label: the same with @before as without.
 */
void
tl_paths_label (TlFlowGeometry *geometry, const TlFlowGeometry *before)
{
  guint count = geometry->paths->len;
  g_autoptr (TlBoxGrid) taken = tl_box_grid_new (geometry->bounds, count);
  g_autoptr (TlBoxGrid) lines = tl_box_grid_new (geometry->bounds, count);
  g_autoptr (TlBoxGrid) changed = tl_box_grid_new (geometry->bounds, before ? count / 16 : 0);
  Labels labels = { geometry, before, taken, lines, changed };

  for (guint i = 0; i < count; i++)
    add_lines (lines, &g_array_index (geometry->paths, TlPath, i), i);
  if (before)
    find_changed_lines (&labels);
  for (guint i = 0; i < count; i++)
    {
      TlPath *path = &g_array_index (geometry->paths, TlPath, i);

      if (before)
        label_again (&labels, i);
      else
        write_label (&labels, path, i);
      if (path->label_width > 0)
        tl_box_grid_add (taken, label_of (path), i);
    }
}
