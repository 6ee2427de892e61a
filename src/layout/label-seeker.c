/* label-seeker.c: finds the place of one label among what stands and runs about its path.
 *
 * A label stands on its own line or right beside it, somewhere along the way. Of all such places the
 * cheapest is taken; on a step, a chip or another label none is, as long as there is room within
 * TL_LABEL_FAR.
 */
#include "layout/label-seeker.h"

#include <math.h>

#include "layout/flow-route.h"

/* From an end of a path: room for the arrowhead, and for what docks beside. */
#define KEEP_OFF 24.0
/* From a line to a label that stands beside it, and from a label to a box. */
#define BESIDE 1.5
#define AIR 0.5

/* Places along a part are so far apart, and no more of them on each side of its middle. */
#define PACE 8.0
#define MOST_PACES 24
/* Farther off the line they are looked for more loosely. */
#define FAR_PACE 14.0

/* In points of length, roughly: how much better a place must be otherwise. */
#define COST_ON_BOX 20000.0
#define COST_ON_LABEL 10000.0
#define COST_ON_LINE 400.0
#define COST_ON_MORE 100.0
#define MOST_LINES 5
#define COST_OF_MANY 150.0 /* beside a line that is that of others too: whose label is it? */
#define COST_ON_OWN 70.0   /* over a corner of its own line */
#define COST_SHORT 150.0
#define COST_BESIDE 40.0
#define COST_UPRIGHT 30.0
#define COST_END 15.0
#define COST_FAR 200.0
#define COST_PACE 3.0

typedef struct
{
  const TlLabelSeeker *seeker;
  const TlPath *path;
  guint number;
  guint part; /* on which places are looked for */
  gboolean level;
  TlPlace best;
  double least;
} Search;

static double
length_of (const TlPlace *a, const TlPlace *b)
{
  return fabs (a->x - b->x) + fabs (a->y - b->y);
}

static const TlPlace *
corner (const TlPath *path, guint i)
{
  return &g_array_index (path->points, TlPlace, i);
}

static TlBox
grown (TlBox box, double by)
{
  return (TlBox){ box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by };
}

/* What raises demand may be drawn wider than other lines. */
static double
half_width (const TlPath *path)
{
  return path->item->kind == TL_ITEM_RAISES ? 1 + TL_THICK / 2 : 1;
}

/* tl_label_line: what part @part of @path covers */
TlBox
tl_label_line (const TlPath *path, guint part)
{
  const TlPlace *a = corner (path, part), *b = corner (path, part + 1);

  return grown ((TlBox){ MIN (a->x, b->x), MIN (a->y, b->y), fabs (a->x - b->x), fabs (a->y - b->y) },
                half_width (path));
}

/* tl_label_reach: where what is there bears on a label at part @part of its path; @far: if there is no
 * room near it */
TlBox
tl_label_reach (const TlPath *path, guint part, gboolean far)
{
  TlBox box = tl_label_line (path, part);
  double off = BESIDE + AIR + (far ? TL_LABEL_FAR : 0);
  double x = path->label_width + off, y = path->label_height + off;

  return (TlBox){ box.x - x, box.y - y, box.width + 2 * x, box.height + 2 * y };
}

static TlBox
label_box (const TlPath *path, TlPlace middle)
{
  return (TlBox){ middle.x - path->label_width / 2, middle.y - path->label_height / 2, path->label_width,
                  path->label_height };
}

/* tl_label_is_far: whether a label that was sought found no room near its path */
gboolean
tl_label_is_far (const TlPath *path)
{
  TlBox label = grown (label_box (path, path->label), 2 * BESIDE);

  for (guint i = 0; i + 1 < path->points->len; i++)
    {
      TlBox line = tl_label_line (path, i);

      if (tl_boxes_meet (&label, &line))
        return FALSE;
    }
  return TRUE;
}

/* Over a corner of its own line, a label hides which way that goes on. */
static gboolean
is_on_own (const Search *search, const TlBox *box)
{
  for (guint i = 0; i + 1 < search->path->points->len; i++)
    {
      TlBox line = tl_label_line (search->path, i);

      if (i != search->part && tl_boxes_meet (box, &line))
        return TRUE;
    }
  return FALSE;
}

static double
cost_of_lines (const Search *search, const TlBox *box)
{
  guint count = tl_box_grid_count (search->seeker->lines, *box, MOST_LINES, search->number);

  return count == 0 ? 0 : COST_ON_LINE + COST_ON_MORE * (count - 1);
}

/* Not all is looked at where it is clear already that there is a better place. */
static void
consider (Search *search, TlPlace middle, double cost)
{
  const TlLabelSeeker *seeker = search->seeker;
  TlBox box = label_box (search->path, middle);

  if (cost >= search->least)
    return;
  if (!tl_box_grid_is_free (seeker->boxes, grown (box, AIR), TL_GRID_NOBODY, TL_GRID_NOBODY))
    cost += COST_ON_BOX;
  if (cost < search->least && !tl_box_grid_is_free (seeker->labels, box, TL_GRID_NOBODY, TL_GRID_NOBODY))
    cost += COST_ON_LABEL;
  if (cost < search->least && is_on_own (search, &box))
    cost += COST_ON_OWN;
  if (cost < search->least)
    cost += cost_of_lines (search, &box);
  if (cost >= search->least)
    return;
  search->least = cost;
  search->best = middle;
}

static TlPlace
off_line (const Search *search, TlPlace at, double by)
{
  return search->level ? (TlPlace){ at.x, at.y - by } : (TlPlace){ at.x + by, at.y };
}

/* Above rather than below, right rather than left. @off: how far from the line */
static void
consider_beside (Search *search, TlPlace at, double off, double cost)
{
  double size = search->level ? search->path->label_height : search->path->label_width;
  double by = size / 2 + BESIDE + half_width (search->path) - 1 + off;

  consider (search, off_line (search, at, by), cost);
  consider (search, off_line (search, at, -by), cost + 6);
}

/* Whether others run there too, or across. */
static gboolean
is_shared (const Search *search, TlPlace at)
{
  TlBox box = { at.x - 1, at.y - 1, 2, 2 };

  return !tl_box_grid_is_free (search->seeker->lines, box, search->number, TL_GRID_NOBODY);
}

static void
consider_at (Search *search, TlPlace at, double on, double beside)
{
  consider (search, at, on);
  if (beside < search->least)
    consider_beside (search, at, 0, beside + (is_shared (search, at) ? COST_OF_MANY : 0));
}

static TlPlace
place_on (const Search *search, double along)
{
  const TlPlace *a = corner (search->path, search->part), *b = corner (search->path, search->part + 1);
  double length = length_of (a, b), part = length > 0 ? along / length : 0;

  return (TlPlace){ a->x + (b->x - a->x) * part, a->y + (b->y - a->y) * part };
}

/* The middle of a part is better than its ends. */
static void
seek_on_part (Search *search, double length, double cost)
{
  double size = search->level ? search->path->label_width : search->path->label_height;
  double beside = cost + COST_BESIDE + MAX (0, size - length) / 2;
  double pace = MAX (PACE, length / 2 / MOST_PACES);

  if (length < size + KEEP_OFF)
    cost += COST_SHORT + MAX (0, size - length);
  consider_at (search, place_on (search, length / 2), cost, beside);
  for (double off = pace; off <= length / 2; off += pace)
    {
      double more = COST_PACE * off / PACE;

      consider_at (search, place_on (search, length / 2 - off), cost + more, beside + more);
      consider_at (search, place_on (search, length / 2 + off), cost + more, beside + more);
    }
}

/* No room by the line: it is looked for around it. */
static void
seek_far (Search *search, double length, double cost)
{
  double pace = MAX (FAR_PACE, length / MOST_PACES);

  for (double off = FAR_PACE; off <= TL_LABEL_FAR; off += FAR_PACE)
    for (double along = -FAR_PACE; along < length + FAR_PACE; along += pace)
      consider_beside (search, place_on (search, along), off, cost + COST_FAR + 3 * off);
}

/* Level parts carry text best; long ones have more room. */
static void
seek (Search *search, gboolean far)
{
  const GArray *points = search->path->points;

  for (guint i = 0; i + 1 < points->len; i++)
    {
      const TlPlace *a = corner (search->path, i), *b = corner (search->path, i + 1);
      double length = length_of (a, b), cost = -MIN (length, 300) / 10;

      search->part = i;
      search->level = fabs (a->y - b->y) < 0.5;
      cost += search->level ? 0 : COST_UPRIGHT;
      cost += i > 0 && i + 2 < points->len ? 0 : COST_END;
      if (far)
        seek_far (search, length, cost);
      else
        seek_on_part (search, length, cost);
    }
}

/**
 * tl_label_seek:
 * @seeker: what stands and runs there
 * @path: a path with a label
 * @number: of the path among @seeker's lines
 *
 * Returns: where the middle of its label goes
 */
TlPlace
tl_label_seek (const TlLabelSeeker *seeker, const TlPath *path, guint number)
{
  Search search = { .seeker = seeker, .path = path, .number = number, .least = G_MAXDOUBLE };

  seek (&search, FALSE);
  if (search.least >= COST_ON_LABEL)
    seek (&search, TRUE);
  return search.best;
}
