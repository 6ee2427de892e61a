/* label-seeker.c: finds the place of one label among what stands and runs about its path.
 *
 * A label stands on its own line or right beside it, somewhere along the way. Of all such places the
 * cheapest is taken. Where none is free of steps, chips, other labels and the lines of others, room is
 * looked for farther off, and a thin straight line, its leader, leads from the line to the label.
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
/* Farther off the line they are looked for more loosely, and away from its corners. */
#define FAR_PACE 14.0
#define LEADER_MARGIN 12.0
/* Of a leader, what is looked at at once. */
#define LEADER_PIECE 6.0

/* In points of length, roughly: how much better a place must be otherwise. */
#define COST_ON_BOX 20000.0
#define COST_ON_LABEL 10000.0
#define COST_ON_LINE 3000.0
#define COST_FREE_MOST 1500.0 /* what a place costs at most that is free, however poor it is */
#define COST_ON_MORE 100.0
#define MOST_LINES 5
#define COST_OF_MANY 150.0 /* beside a line that is that of others too: whose label is it? */
#define COST_ON_OWN 70.0   /* over a corner of its own line */
#define COST_SHORT 150.0
#define COST_BESIDE 40.0
#define COST_UPRIGHT 30.0
#define COST_END 15.0
#define COST_PACE 3.0
#define COST_OF_LEADER 3.0 /* a point of its length */
#define COST_OF_CROSSING 30.0
#define COST_OF_PIECE_OVER 150.0

typedef struct
{
  const TlLabelSeeker *seeker;
  const TlPath *path;
  guint number;
  guint part; /* on which places are looked for */
  gboolean level;
  TlPlace best;
  TlPlace leader; /* on the line */
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
  return tl_box_between (*corner (path, part), *corner (path, part + 1), half_width (path));
}

/* tl_label_reach: where what is there bears on a label at part @part of its path, for which room was looked for as far
 * as @off from the line */
TlBox
tl_label_reach (const TlPath *path, guint part, double off)
{
  TlBox box = tl_label_line (path, part);
  double x = path->label_width + BESIDE + AIR + off, y = path->label_height + BESIDE + AIR + off;

  return (TlBox){ box.x - x, box.y - y, box.width + 2 * x, box.height + 2 * y };
}

static TlBox
label_box (const TlPath *path, TlPlace middle)
{
  return (TlBox){ middle.x - path->label_width / 2, middle.y - path->label_height / 2, path->label_width,
                  path->label_height };
}

/**
 * tl_path_label_is_led:
 * @path: a path
 *
 * Returns: whether its label stands so far off that a leader leads to it
 */
gboolean
tl_path_label_is_led (const TlPath *path)
{
  return length_of (&path->leader, &path->label) > 0;
}

/* tl_label_leader: what piece @i of the leader from @from to @to covers; returns FALSE where there are no more */
gboolean
tl_label_leader (TlPlace from, TlPlace to, guint i, TlBox *piece)
{
  double length = hypot (to.x - from.x, to.y - from.y), at = (i + 0.5) * LEADER_PIECE;

  if (at > length)
    return FALSE;
  *piece = grown ((TlBox){ from.x + (to.x - from.x) * at / length, from.y + (to.y - from.y) * at / length, 0, 0 },
                  LEADER_PIECE / 2);
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
  search->best = search->leader = middle;
}

static TlPlace
off_line (const Search *search, TlPlace at, double by)
{
  return search->level ? (TlPlace){ at.x, at.y - by } : (TlPlace){ at.x + by, at.y };
}

/* From its line to the middle of a label beside it. */
static double
distance_beside (const Search *search)
{
  double size = search->level ? search->path->label_height : search->path->label_width;

  return size / 2 + BESIDE + half_width (search->path) - 1;
}

/* Above rather than below, right rather than left. */
static void
consider_beside (Search *search, TlPlace at, double cost)
{
  double by = distance_beside (search);

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
    consider_beside (search, at, beside + (is_shared (search, at) ? COST_OF_MANY : 0));
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

/* A led label lies on nothing at all. */
static gboolean
label_is_free (const TlLabelSeeker *seeker, TlBox label)
{
  return tl_box_grid_is_free (seeker->labels, label, TL_GRID_NOBODY, TL_GRID_NOBODY)
         && tl_box_grid_is_free (seeker->boxes, grown (label, AIR), TL_GRID_NOBODY, TL_GRID_NOBODY)
         && tl_box_grid_is_free (seeker->lines, label, TL_GRID_NOBODY, TL_GRID_NOBODY);
}

static gboolean
is_over (const TlLabelSeeker *seeker, TlBox piece)
{
  return !tl_box_grid_is_free (seeker->boxes, piece, TL_GRID_NOBODY, TL_GRID_NOBODY)
         || !tl_box_grid_is_free (seeker->labels, piece, TL_GRID_NOBODY, TL_GRID_NOBODY);
}

/* A leader runs over boxes and labels only from a line that is walled in. One that runs along a line of others looks
 * like a part of it: it counts as crossing it again and again. */
static double
cost_of_leader (const Search *search, TlPlace from, TlPlace to)
{
  double cost = COST_OF_LEADER * hypot (to.x - from.x, to.y - from.y);
  TlBox piece;

  for (guint i = 0; cost < search->least && tl_label_leader (from, to, i, &piece); i++)
    {
      cost += is_over (search->seeker, piece) ? COST_OF_PIECE_OVER : 0;
      cost += COST_OF_CROSSING * tl_box_grid_count (search->seeker->lines, piece, MOST_LINES, search->number);
    }
  return cost;
}

static void
consider_led (Search *search, TlPlace at, TlPlace middle, double cost)
{
  if (cost + COST_OF_LEADER * hypot (middle.x - at.x, middle.y - at.y) >= search->least
      || !label_is_free (search->seeker, label_box (search->path, middle)))
    return;
  cost += cost_of_leader (search, at, middle);
  if (cost >= search->least)
    return;
  search->least = cost;
  search->best = middle;
  search->leader = at;
}

/* On both sides of the line, straight off it and aslant. */
static void
consider_led_from (Search *search, TlPlace at, double off)
{
  static const double slants[] = { 0, 0.5, -0.5, 1, -1 };
  double by = distance_beside (search) + off;
  double cost = is_shared (search, at) ? COST_OF_MANY : 0;

  for (guint i = 0; i < G_N_ELEMENTS (slants); i++)
    {
      double along = slants[i] * off;
      TlPlace start = search->level ? (TlPlace){ at.x + along, at.y } : (TlPlace){ at.x, at.y + along };

      consider_led (search, at, off_line (search, start, by), cost);
      consider_led (search, at, off_line (search, start, -by), cost);
    }
}

/* From the middle of a part outwards, at one distance. */
static void
seek_led_on_part (Search *search, double length, double off)
{
  double pace = MAX (FAR_PACE, length / 2 / MOST_PACES), margin = MIN (LEADER_MARGIN, length / 2);

  consider_led_from (search, place_on (search, length / 2), off);
  for (double away = pace; away <= length / 2 - margin; away += pace)
    {
      consider_led_from (search, place_on (search, length / 2 - away), off);
      consider_led_from (search, place_on (search, length / 2 + away), off);
    }
}

static void
take_part (Search *search, guint part)
{
  const TlPlace *a = corner (search->path, part), *b = corner (search->path, part + 1);

  search->part = part;
  search->level = fabs (a->y - b->y) < 0.5;
}

/* Level parts carry text best; long ones have more room. */
static void
seek (Search *search)
{
  const GArray *points = search->path->points;

  for (guint i = 0; i + 1 < points->len; i++)
    {
      double length = length_of (corner (search->path, i), corner (search->path, i + 1));
      double cost = -MIN (length, 300) / 10;

      take_part (search, i);
      cost += search->level ? 0 : COST_UPRIGHT;
      cost += i > 0 && i + 2 < points->len ? 0 : COST_END;
      seek_on_part (search, length, cost);
    }
}

/**
 * tl_label_seek:
 * @seeker: what stands and runs there
 * @path: a path with a label
 * @number: of the path among @seeker's lines
 *
 * Gives the label its best place on or beside its line.
 *
 * Returns: whether it lies on nothing there but its own line
 */
gboolean
tl_label_seek (const TlLabelSeeker *seeker, TlPath *path, guint number)
{
  Search search = { .seeker = seeker, .path = path, .number = number, .least = G_MAXDOUBLE };

  seek (&search);
  path->label = search.best;
  path->leader = search.leader;
  path->label_reach = 0;
  return search.least < COST_FREE_MOST;
}

/**
 * tl_label_seek_led:
 * @seeker: what stands and runs there
 * @path: a path with a label for which there is no room by its line
 * @number: of the path among @seeker's lines
 * @most: how far from the line to look
 *
 * Gives the label a free place off its line, if there is one.
 *
 * Returns: whether there is one, and none better farther off
 */
gboolean
tl_label_seek_led (const TlLabelSeeker *seeker, TlPath *path, guint number, double most)
{
  Search search = { .seeker = seeker, .path = path, .number = number, .least = G_MAXDOUBLE };

  path->label_reach = most;
  for (double off = FAR_PACE; off <= most && COST_OF_LEADER * off < search.least; off += FAR_PACE)
    for (guint i = 0; i + 1 < path->points->len; i++)
      {
        take_part (&search, i);
        seek_led_on_part (&search, length_of (corner (path, i), corner (path, i + 1)), off);
      }
  if (search.least >= G_MAXDOUBLE)
    return FALSE;
  path->label = search.best;
  path->leader = search.leader;
  return search.least <= COST_OF_LEADER * most;
}
