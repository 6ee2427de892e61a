/* flow-labels.c: where the labels of paths go: on their own line, over no box and over no other
 * label. */
#include "layout/flow-label.h"
#include "layout/flow-ways.h"

#include <math.h>

/* From an end of a path: room for the arrowhead, and for what docks beside. */
#define KEEP_OFF 24.0
/* From a line to a label that stands beside it. */
#define BESIDE 2.0
/* From a label to a box. */
#define AIR 1.0

/* In points of length, roughly: how much better a place must be otherwise. */
#define COST_ON_BOX 10000
#define COST_ON_LABEL 3000
#define COST_ON_LINE 400
#define COST_SHORT 200
#define COST_BESIDE 60

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
  TlBox *boxes;       /* of the paths' lines, where there is a geometry before */
} Labels;

static double
length_of (const TlPlace *a, const TlPlace *b)
{
  return fabs (a->x - b->x) + fabs (a->y - b->y);
}

static TlBox
grown (TlBox box, double by)
{
  return (TlBox){ box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by };
}

static TlBox
label_box (const Seeker *seeker, TlPlace middle)
{
  return (TlBox){ middle.x - seeker->path->label_width / 2, middle.y - seeker->path->label_height / 2,
                  seeker->path->label_width, seeker->path->label_height };
}

static void
consider (Seeker *seeker, TlPlace middle, gboolean beside, double cost)
{
  TlBox box = label_box (seeker, middle);
  guint own = beside ? TL_GRID_NOBODY : seeker->number;

  if (cost >= seeker->least)
    return;
  if (!tl_box_grid_is_free (seeker->boxes, grown (box, AIR), TL_GRID_NOBODY, TL_GRID_NOBODY))
    cost += COST_ON_BOX;
  if (cost < seeker->least && !tl_box_grid_is_free (seeker->labels, box, TL_GRID_NOBODY, TL_GRID_NOBODY))
    cost += COST_ON_LABEL;
  if (cost < seeker->least && !tl_box_grid_is_free (seeker->lines, box, own, TL_GRID_NOBODY))
    cost += COST_ON_LINE;
  if (cost < seeker->least)
    {
      seeker->least = cost;
      seeker->best = middle;
    }
}

/* Where a part is too short to be read with a label on it, or is shared with others, the label
 * stands beside it: above rather than below, right rather than left. */
static void
consider_both (Seeker *seeker, TlPlace at, gboolean level, double on, double beside)
{
  double dx = level ? 0 : seeker->path->label_width / 2 + BESIDE;
  double dy = level ? -seeker->path->label_height / 2 - BESIDE : 0;

  consider (seeker, at, FALSE, on);
  consider (seeker, (TlPlace){ at.x + dx, at.y + dy }, TRUE, beside);
  consider (seeker, (TlPlace){ at.x - dx, at.y - dy }, TRUE, beside + 6);
}

/* Level parts carry text best; the middle of a part is better than its ends. */
static void
seek_on (Seeker *seeker, const TlPlace *a, const TlPlace *b, double cost)
{
  static const double parts[] = { 0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9 };
  double length = length_of (a, b);
  gboolean level = fabs (a->y - b->y) < 0.5;
  double along = level ? seeker->path->label_width : seeker->path->label_height;
  double beside = cost + COST_BESIDE + MAX (0, along - length) / 2;

  if (length < along + KEEP_OFF)
    cost += COST_SHORT + along - length;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    consider_both (seeker, (TlPlace){ a->x + (b->x - a->x) * parts[i], a->y + (b->y - a->y) * parts[i] }, level,
                   cost + 12 * i, beside + 12 * i);
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

      seek_on (seeker, &places[i], &places[i + 1], cost - MIN (length_of (&places[i], &places[i + 1]), 300) / 10);
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

  return (TlBox){ MIN (a.x, b.x) - 1, MIN (a.y, b.y) - 1, fabs (a.x - b.x) + 2, fabs (a.y - b.y) + 2 };
}

/* Where a label at part @i of its path may reach. */
static TlBox
reach_of (const TlPath *path, guint i)
{
  TlBox box = line_box (path, i);
  double x = path->label_width + BESIDE + AIR;
  double y = path->label_height + BESIDE + AIR;

  return (TlBox){ box.x - x, box.y - y, box.width + 2 * x, box.height + 2 * y };
}

/* Where a label at any part of its path may reach. */
static TlBox
around_path (const TlPath *path)
{
  TlBox around = reach_of (path, 0);

  for (guint i = 1; i + 1 < path->points->len; i++)
    {
      TlBox reach = reach_of (path, i);
      tl_box_enclose (&around, &reach);
    }
  return around;
}

/* Most paths are far from everything: that is seen at a glance. */
static gboolean
keeps_clear_of (const TlPath *path, const TlBoxGrid *grid)
{
  if (tl_box_grid_is_far (grid, around_path (path)))
    return TRUE;
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
  return (TlBox){ path->label.x - path->label_width / 2, path->label.y - path->label_height / 2, path->label_width,
                  path->label_height };
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
  if (path->points != old->points)
    return FALSE;
  return path->label_width <= 0
         || (keeps_clear_of (path, labels->changed) && keeps_clear_of (path, labels->geometry->ways->dirt));
}

static gboolean
same_place (TlPlace a, TlPlace b)
{
  return fabs (a.x - b.x) + fabs (a.y - b.y) <= 0;
}

static gboolean
comes_near (const TlPath *path, const TlPath *line, guint part)
{
  TlBox box = line_box (line, part);

  for (guint i = 0; i + 1 < path->points->len; i++)
    {
      TlBox reach = reach_of (path, i);

      if (tl_boxes_meet (&reach, &box))
        return TRUE;
    }
  return FALSE;
}

/* Few labels are written again, so only lines that come near those are looked up. */
static void
add_lines_near (Labels *labels, const TlPath *path)
{
  GArray *paths = labels->geometry->paths;
  TlBox around = around_path (path);

  for (guint i = 0; i < paths->len; i++)
    {
      const TlPath *other = &g_array_index (paths, TlPath, i);

      if (!tl_boxes_meet (&labels->boxes[i], &around))
        continue;
      for (guint part = 0; part + 1 < other->points->len; part++)
        if (comes_near (path, other, part))
          tl_box_grid_add (labels->lines, line_box (other, part), i);
    }
}

static void
label_again (Labels *labels, guint i)
{
  TlPath *path = &g_array_index (labels->geometry->paths, TlPath, i);
  const TlPath *old = &g_array_index (labels->before->paths, TlPath, i);

  path->label = old->label;
  if (keeps_label (labels, path, old))
    return;
  if (path->label_width > 0)
    add_lines_near (labels, path);
  write_label (labels, path, i);
  if (path->label_width <= 0 || same_place (path->label, old->label))
    return;
  tl_box_grid_add (labels->changed, label_of (path), i);
  tl_box_grid_add (labels->changed, label_of (old), i);
}

/* What each path's line covers. */
static TlBox *
boxes_of (const GArray *paths)
{
  TlBox *boxes = g_new (TlBox, paths->len + 1);

  for (guint i = 0; i < paths->len; i++)
    {
      const TlPath *path = &g_array_index (paths, TlPath, i);

      boxes[i] = line_box (path, 0);
      for (guint part = 1; part + 1 < path->points->len; part++)
        {
          TlBox box = line_box (path, part);
          tl_box_enclose (&boxes[i], &box);
        }
    }
  return boxes;
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
  g_autofree TlBox *boxes = before ? boxes_of (geometry->paths) : NULL;
  Labels labels = { geometry, before, taken, lines, changed, boxes };

  for (guint i = 0; i < count && !before; i++)
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
