/* flow-tracks.c: parts of routes that would run on one another get tracks side by side.
 *
 * Parts that run near and along one another form a group. In a group, those that leave or come to
 * one dock share a track, as trunk and branches of a tree; who stands where is decided by what
 * crosses less; tracks lie about the group's middle, within what room the boxes leave.
 */
#include "layout/flow-queue.h"

#include <math.h>
#include <string.h>

#define TRACK_GAP 11.0
#define TRACK_GAP_LEAST 4.0
#define CLEAR 8.0
/* How far parts may be moved: as far as all of their group need beside them, within reason. */
#define ROOM_LEAST 64.0
#define ROOM_MOST 700.0

/* Parts of a group that share a track: pointers to them stand side by side. */
typedef struct
{
  TlPart **parts;
  guint count;
  double at;
  double least; /* what the boxes leave free */
  double most;
  double thick;
  double track; /* how far from the first one, if all have the widest gap */
  double place;
  double limit;
} Line;

/* Lines of a group that run along one another, by number. */
typedef struct
{
  guint before;
  guint after;
} Pair;

typedef struct
{
  TlBoxGrid *grid;
  TlParts *parts;
  GArray *boxes; /* (element-type TlBox): to ask the grid */
  GArray *lines; /* (element-type Line): of the group at hand */
  GArray *pairs; /* (element-type Pair): of the same, sorted by what comes after */
} Tracker;

/* Where boxes limit how far @part can be moved. */
static TlBox
room_of (const TlPart *part)
{
  double reach = CLAMP (part->size * TRACK_GAP, ROOM_LEAST, ROOM_MOST);
  double low = part->at - reach;

  return part->level ? (TlBox){ part->low, low, part->high - part->low, 2 * reach }
                     : (TlBox){ low, part->low, 2 * reach, part->high - part->low };
}

/* What the boxes leave free on both sides of @part. */
static void
find_room (TlBoxGrid *grid, GArray *boxes, const TlPart *part, double *least, double *most)
{
  TlBox area = room_of (part);

  g_array_set_size (boxes, 0);
  tl_box_grid_collect (grid, area, TL_GRID_CROWD, boxes);
  for (guint i = 0; i < boxes->len; i++)
    {
      const TlBox *box = &g_array_index (boxes, TlBox, i);
      double start = part->level ? box->y : box->x;
      double end = start + (part->level ? box->height : box->width);

      if (end <= part->at)
        *least = MAX (*least, end + CLEAR);
      else if (start >= part->at)
        *most = MIN (*most, start - CLEAR);
    }
}

static gboolean
lines_run_together (const Line *a, const Line *b)
{
  for (guint i = 0; i < a->count; i++)
    for (guint j = 0; j < b->count; j++)
      if (tl_parts_run_together (a->parts[i], b->parts[j]))
        return TRUE;
  return FALSE;
}

/* Between the middles of both. */
static double
gap_between (const Line *a, const Line *b, double gap)
{
  return gap + (a->thick + b->thick) / 2;
}

/* Gives each line the first track beyond those of lines before it that it runs along with, and
 * keeps those in mind.
 *
 * Returns: how far the last track is from the first
 */
static double
give_tracks (Tracker *tracker, Line *lines, guint count)
{
  double last = 0;

  g_array_set_size (tracker->pairs, 0);
  for (guint i = 0; i < count; i++)
    {
      lines[i].track = 0;
      for (guint j = i > TL_QUEUE_MOST ? i - TL_QUEUE_MOST : 0; j < i; j++)
        if (lines_run_together (&lines[i], &lines[j]))
          {
            Pair pair = { j, i };

            lines[i].track = MAX (lines[i].track, lines[j].track + gap_between (&lines[j], &lines[i], TRACK_GAP));
            g_array_append_val (tracker->pairs, pair);
          }
      last = MAX (last, lines[i].track);
    }
  return last;
}

/* Puts each line as low as it can be, with @gap between those that run together.
 *
 * Returns: whether all find room
 */
static gboolean
pack (const Tracker *tracker, Line *lines, guint count, double gap)
{
  guint p = 0;

  for (guint i = 0; i < count; i++)
    {
      lines[i].place = lines[i].least;
      for (; p < tracker->pairs->len && g_array_index (tracker->pairs, Pair, p).after == i; p++)
        {
          const Line *before = &lines[g_array_index (tracker->pairs, Pair, p).before];
          lines[i].place = MAX (lines[i].place, before->place + gap_between (before, &lines[i], gap));
        }
      if (lines[i].place > lines[i].most + 0.01)
        return FALSE;
    }
  return TRUE;
}

/* The widest gap for which there is room. One tight spot does not push all of a crowd together:
 * there, lines run on one another. */
static double
find_gap (const Tracker *tracker, Line *lines, guint count)
{
  double low = TRACK_GAP_LEAST, high = TRACK_GAP;

  if (pack (tracker, lines, count, high))
    return high;
  for (guint i = 0; i < 6; i++)
    {
      double middle = (low + high) / 2;

      if (pack (tracker, lines, count, middle))
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* How high each line can be, so that those that follow find their room. */
static void
limit (const Tracker *tracker, Line *lines, guint count, double gap)
{
  for (guint i = 0; i < count; i++)
    lines[i].limit = lines[i].most;
  for (guint p = tracker->pairs->len; p-- > 0;)
    {
      const Pair *pair = &g_array_index (tracker->pairs, Pair, p);

      Line *before = &lines[pair->before], *after = &lines[pair->after];

      before->limit = MIN (before->limit, after->limit - gap_between (before, after, gap));
    }
}

static void
place_lines (const Tracker *tracker, Line *lines, guint count, double gap, double start)
{
  guint p = 0;

  limit (tracker, lines, count, gap);
  for (guint i = 0; i < count; i++)
    {
      double place = MIN (start + lines[i].track * gap / TRACK_GAP, lines[i].limit);

      for (; p < tracker->pairs->len && g_array_index (tracker->pairs, Pair, p).after == i; p++)
        {
          const Line *before = &lines[g_array_index (tracker->pairs, Pair, p).before];
          place = MAX (place, before->place + gap_between (before, &lines[i], gap));
        }
      lines[i].place = MAX (MIN (place, lines[i].most), lines[i].least);
    }
}

static Line
line_of (Tracker *tracker, TlPart **parts, guint count)
{
  Line line = { .parts = parts, .count = count, .least = -G_MAXDOUBLE, .most = G_MAXDOUBLE };

  for (guint i = 0; i < count; i++)
    {
      line.at += parts[i]->at / count;
      line.thick = MAX (line.thick, parts[i]->thick);
      find_room (tracker->grid, tracker->boxes, parts[i], &line.least, &line.most);
    }
  return line;
}

/* In the order in which they stand. */
static void
make_lines (Tracker *tracker, TlPart **parts, guint count)
{
  g_autofree guint *sizes = g_new (guint, count);
  guint n_lines = tl_parts_queue (parts, count, sizes);

  g_array_set_size (tracker->lines, 0);
  for (guint i = 0; i < n_lines; parts += sizes[i++])
    {
      Line line = line_of (tracker, parts, sizes[i]);
      g_array_append_val (tracker->lines, line);
    }
}

static void
put_line (const Line *line)
{
  for (guint i = 0; i < line->count; i++)
    line->parts[i]->place = line->place;
}

/* Each line keeps within its own room, and as far from those beside it as all find room. */
static void
lay_tracks (Tracker *tracker, TlPart **parts, guint count)
{
  double middle = 0, gap, last;
  Line *lines;

  if (count < 2)
    return;
  make_lines (tracker, parts, count);
  lines = (Line *) (gpointer) tracker->lines->data;
  count = tracker->lines->len;
  for (guint i = 0; i < count; i++)
    middle += lines[i].at / count;
  last = give_tracks (tracker, lines, count);
  gap = find_gap (tracker, lines, count);
  place_lines (tracker, lines, count, gap, middle - last * gap / TRACK_GAP / 2);
  for (guint i = 0; i < count; i++)
    put_line (&lines[i]);
}

static gboolean
same_part (const TlPart *a, const TlPart *b)
{
  return a->level == b->level && a->tree == b->tree && a->low_turn == b->low_turn && a->high_turn == b->high_turn
         && a->size == b->size && memcmp (&a->at, &b->at, sizeof a->at) == 0
         && memcmp (&a->low, &b->low, sizeof a->low) == 0 && memcmp (&a->low_far, &b->low_far, sizeof a->low_far) == 0
         && memcmp (&a->high_far, &b->high_far, sizeof a->high_far) == 0
         && memcmp (&a->high, &b->high, sizeof a->high) == 0;
}

/* A group of the same parts, near which no box came or went, is laid as it was. */
static gboolean
lay_as_before (TlPart **parts, guint count, const TlParts *before, const TlBoxGrid *dirt)
{
  guint group = G_MAXUINT;

  for (guint i = 0; i < count; i++)
    {
      const TlPart *old = tl_parts_find (before, parts[i]->route, parts[i]->bend);

      if (old == NULL || !same_part (old, parts[i]) || (i > 0 && old->group != group)
          || !tl_box_grid_is_free (dirt, room_of (parts[i]), TL_GRID_NOBODY, TL_GRID_NOBODY))
        return FALSE;
      group = old->group;
    }
  for (guint i = 0; i < count; i++)
    parts[i]->place = tl_parts_find (before, parts[i]->route, parts[i]->bend)->place;
  return TRUE;
}

static void
lay_groups (Tracker *tracker, gboolean level, const TlParts *before, const TlBoxGrid *dirt)
{
  const GArray *order = tracker->parts->order;
  g_autofree TlPart **parts = g_new (TlPart *, order->len + 1);

  for (guint i = 0; i < order->len; i++)
    parts[i] = tl_part (tracker->parts, g_array_index (order, guint, i));
  for (guint first = 0, size; first < order->len; first += size)
    {
      size = parts[first]->size;
      if (parts[first]->level == level && (before == NULL || !lay_as_before (parts + first, size, before, dirt)))
        lay_tracks (tracker, parts + first, size);
    }
}

static void
place_bends (const TlParts *parts, GArray *routes, gboolean level)
{
  for (guint i = 0; i < parts->parts->len; i++)
    {
      const TlPart *part = tl_part (parts, i);

      if (part->level == level)
        g_array_index (routes, TlRoute, part->route).bends[part->bend] = part->place;
    }
}

/**
 * tl_routes_part:
 * @grid: the boxes that stand there
 * @routes: (element-type TlRoute): routes whose ends are docked
 * @before: (nullable): the parts of the routes before some boxes moved
 * @dirt: (nullable): where these came or went
 *
 * Moves the parts between the ends so that no two run on one another, where there is room.
 *
 * Returns: (transfer full): the parts, and where they are laid
 */
TlParts *
tl_routes_part (TlBoxGrid *grid, GArray *routes, const TlParts *before, const TlBoxGrid *dirt)
{
  TlParts *parts = tl_parts_new (routes);
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (TlBox));
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  Tracker tracker = { grid, parts, boxes, lines, pairs };

  /* Lanes first: who of a bundle is above whom decides how those turn best in the gaps. */
  lay_groups (&tracker, TRUE, before, dirt);
  place_bends (parts, routes, TRUE);
  tl_parts_measure (parts, routes, FALSE);
  lay_groups (&tracker, FALSE, before, dirt);
  place_bends (parts, routes, FALSE);
  return parts;
}
