/* flow-labels.c: where the labels of paths go: on their own line, over no box and over no other
 * label. */
#include "layout/flow-label.h"
#include "layout/flow-route.h"

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
  TlLabelSize size;
  TlPlace best;
  double least;
} Seeker;

static double
length_of (const TlPlace *a, const TlPlace *b)
{
  return fabs (a->x - b->x) + fabs (a->y - b->y);
}

static TlBox
label_box (const Seeker *seeker, TlPlace middle)
{
  return (TlBox){ middle.x - seeker->size.width / 2, middle.y - seeker->size.height / 2,
                  seeker->size.width, seeker->size.height };
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
  double along = fabs (a->y - b->y) < 0.5 ? seeker->size.width : seeker->size.height;

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

static void
add_lines (TlBoxGrid *lines, const TlPath *path, guint number)
{
  for (guint i = 0; i + 1 < path->points->len; i++)
    {
      TlPlace a = g_array_index (path->points, TlPlace, i);
      TlPlace b = g_array_index (path->points, TlPlace, i + 1);

      tl_box_grid_add (lines,
                       (TlBox){ MIN (a.x, b.x) - 1, MIN (a.y, b.y) - 1, fabs (a.x - b.x) + 2,
                                fabs (a.y - b.y) + 2 },
                       number);
    }
}

/**
 * tl_paths_label:
 * @geometry: its paths have their points
 * @grid: the boxes that stand there
 *
 * Gives each path the place of its label.
 */
void
tl_paths_label (TlFlowGeometry *geometry, TlBoxGrid *grid)
{
  g_autoptr (TlBoxGrid) labels = tl_box_grid_new (geometry->bounds, geometry->paths->len);
  g_autoptr (TlBoxGrid) lines = tl_box_grid_new (geometry->bounds, geometry->paths->len);

  for (guint i = 0; i < geometry->paths->len; i++)
    add_lines (lines, &g_array_index (geometry->paths, TlPath, i), i);
  for (guint i = 0; i < geometry->paths->len; i++)
    {
      TlPath *path = &g_array_index (geometry->paths, TlPath, i);
      Seeker seeker = { grid, labels, lines, i, path, tl_path_label_size (path) };

      seeker.least = G_MAXDOUBLE;
      path->label = middle_of (path);
      if (seeker.size.width <= 0)
        continue;
      seek (&seeker);
      path->label = seeker.best;
      tl_box_grid_add (labels, label_box (&seeker, path->label), i);
    }
}
