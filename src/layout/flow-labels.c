/* flow-labels.c: where the labels of paths go: by their own line, or led to from there, over no
 * box, no other label and no line of others. */
#include "layout/flow-label.h"
#include "layout/flow-ways.h"
#include "layout/label-seeker.h"

#include <math.h>

typedef struct
{
  TlFlowGeometry *geometry;
  const TlFlowGeometry *before;
  TlBoxGrid *taken;   /* by labels */
  TlBoxGrid *lines;   /* of all paths, each with its path's number */
  TlBoxGrid *changed; /* lines and labels that came or went */
  TlBox *boxes;       /* of the paths' lines, where there is a geometry before */
  guint32 *known;     /* the same: which parts of each path are among the lines */
} Labels;

static TlPlace
middle_of (const TlPath *path)
{
  const TlPlace *places = (const TlPlace *) (gconstpointer) path->points->data;
  guint i = (path->points->len - 1) / 2;
  guint j = path->points->len / 2;

  return (TlPlace){ (places[i].x + places[j].x) / 2, (places[i].y + places[j].y) / 2 };
}

/* What bears on a label at any part of its path. */
static TlBox
around_path (const TlPath *path, double off)
{
  TlBox around = tl_label_reach (path, 0, off);

  for (guint i = 1; i + 1 < path->points->len; i++)
    {
      TlBox reach = tl_label_reach (path, i, off);
      tl_box_enclose (&around, &reach);
    }
  return around;
}

/* Most paths are far from everything: that is seen at a glance. */
static gboolean
keeps_clear_of (const TlPath *path, double off, const TlBoxGrid *grid)
{
  if (tl_box_grid_is_far (grid, around_path (path, off)))
    return TRUE;
  for (guint i = 0; i + 1 < path->points->len; i++)
    if (!tl_box_grid_is_free (grid, tl_label_reach (path, i, off), TL_GRID_NOBODY, TL_GRID_NOBODY))
      return FALSE;
  return TRUE;
}

static void
add_lines (TlBoxGrid *lines, const TlPath *path, guint number)
{
  for (guint i = 0; i + 1 < path->points->len; i++)
    tl_box_grid_add (lines, tl_label_line (path, i), number);
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
  if (path->label_width <= 0)
    return TRUE;
  return keeps_clear_of (path, old->label_reach, labels->changed)
         && keeps_clear_of (path, old->label_reach, labels->geometry->ways->dirt);
}

static gboolean
same_place (TlPlace a, TlPlace b)
{
  return fabs (a.x - b.x) + fabs (a.y - b.y) <= 0;
}

static gboolean
comes_near (const TlPath *path, double off, const TlPath *line, guint part)
{
  TlBox box = tl_label_line (line, part);

  for (guint i = 0; i + 1 < path->points->len; i++)
    {
      TlBox reach = tl_label_reach (path, i, off);

      if (tl_boxes_meet (&reach, &box))
        return TRUE;
    }
  return FALSE;
}

/* Few labels are written again, so only lines that come near those are looked up. */
static void
add_lines_near (Labels *labels, const TlPath *path, double off)
{
  GArray *paths = labels->geometry->paths;
  TlBox around = around_path (path, off);

  for (guint i = 0; i < paths->len; i++)
    {
      const TlPath *other = &g_array_index (paths, TlPath, i);

      if (!tl_boxes_meet (&labels->boxes[i], &around))
        continue;
      for (guint part = 0; part + 1 < other->points->len; part++)
        if (!(labels->known[i] & 1u << part) && comes_near (path, off, other, part))
          {
            labels->known[i] |= 1u << part;
            tl_box_grid_add (labels->lines, tl_label_line (other, part), i);
          }
    }
}

/* By its line if there is room; else it is led to, from as near as can be. */
static void
write_label (Labels *labels, TlPath *path, guint number)
{
  TlLabelSeeker seeker = { labels->geometry->ways->grid, labels->taken, labels->lines };

  if (path->label_width <= 0)
    {
      path->label = path->leader = middle_of (path);
      return;
    }
  if (labels->before)
    add_lines_near (labels, path, 0);
  if (tl_label_seek (&seeker, path, number))
    return;
  for (double most = TL_LABEL_FAR; most <= TL_LABEL_FARTHEST; most *= 2)
    {
      if (labels->before)
        add_lines_near (labels, path, most);
      if (tl_label_seek_led (&seeker, path, number, most))
        return;
    }
}

static void
add_label (TlBoxGrid *grid, const TlPath *path, guint number)
{
  TlBox piece;

  tl_box_grid_add (grid, tl_path_label_box (path), number);
  for (guint i = 0; tl_label_leader (path->leader, path->label, i, &piece); i++)
    tl_box_grid_add (grid, piece, number);
}

static void
label_again (Labels *labels, guint i)
{
  TlPath *path = &g_array_index (labels->geometry->paths, TlPath, i);
  const TlPath *old = &g_array_index (labels->before->paths, TlPath, i);

  path->label = old->label;
  path->leader = old->leader;
  path->label_reach = old->label_reach;
  if (keeps_label (labels, path, old))
    return;
  write_label (labels, path, i);
  if (path->label_width <= 0 || (same_place (path->label, old->label) && same_place (path->leader, old->leader)))
    return;
  add_label (labels->changed, path, i);
  add_label (labels->changed, old, i);
}

/* What each path's line covers. */
static TlBox *
boxes_of (const GArray *paths)
{
  TlBox *boxes = g_new (TlBox, paths->len + 1);

  for (guint i = 0; i < paths->len; i++)
    {
      const TlPath *path = &g_array_index (paths, TlPath, i);

      boxes[i] = tl_label_line (path, 0);
      for (guint part = 1; part + 1 < path->points->len; part++)
        {
          TlBox box = tl_label_line (path, part);
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
  g_autofree guint32 *known = before ? g_new0 (guint32, count + 1) : NULL;
  Labels labels = { geometry, before, taken, lines, changed, boxes, known };

  G_STATIC_ASSERT (TL_MOST_CORNERS - 1 <= 32);

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
        add_label (taken, path, i);
    }
}
