/* flow-tracks.c: parts of routes that would run on one another get tracks side by side.
 *
 * Parts that run near and along one another form a group. In a group, those that leave or come to
 * one dock share a track, as trunk and branches of a tree; who stands where is decided by what
 * crosses less; tracks lie about the group's middle, within what room the boxes leave.
 */
#include "layout/flow-route.h"

#include <math.h>

#define TRACK_GAP 11.0
#define TRACK_GAP_LEAST 4.0
#define NEAR 10.0
#define CLEAR 8.0
#define ROOM_MOST 64.0
/* In larger crowds the order of tracks makes no difference that an eye could follow. */
#define SORTED_MOST 400
/* Two lines on one another are worse than lines that cross. */
#define COST_OVERLAP 4

/**
 * Part:
 * @level: it runs from left to right; @at is its y then, else its x
 * @low: where it begins
 * @high: where it ends
 * @low_turn: at @low the route goes on to smaller (−1) or larger (1) coordinates
 * @tree: number of the dock with whose other routes it shares a track, or a number of its own
 */
typedef struct
{
  guint route;
  guint bend;
  gboolean level;
  double at;
  double low;
  double high;
  int low_turn;
  int high_turn;
  guint tree;
  guint group;
} Part;

/* Parts of a group that share a track: pointers to them stand side by side. */
typedef struct
{
  Part **parts;
  guint count;
  double at;
  double least; /* what the boxes leave free */
  double most;
  int track;
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
  GArray *routes;
  GArray *boxes; /* (element-type TlBox): to ask the grid */
  GArray *lines; /* (element-type Line): of the group at hand */
  GArray *pairs; /* (element-type Pair): of the same, sorted by what comes after */
} Tracker;

static int
turn_towards (double from, double to)
{
  return to < from ? -1 : 1;
}

/* Where the part before bend @i begins, on the axis of the bend's coordinate. */
static double
comes_from (const TlRoute *route, int i)
{
  return i == 0 ? tl_side_position (&route->from, route->exit) : tl_route_at (route, i - 2);
}

/* Where the part after it ends. */
static double
goes_to (const TlRoute *route, int i)
{
  return i + 1 == (int) route->n_bends ? tl_side_position (&route->to, route->entry)
                                       : tl_route_at (route, i + 2);
}

/* A route may belong to the tree of its tail and to that of its head. Near an end it runs with that
 * end's tree, between with the larger one; with both at once, others would seem to lead where they
 * don't. */
static guint
tree_of (const TlRoute *route, guint number, guint bend)
{
  const TlDock *tail = &route->exit_dock;
  const TlDock *head = &route->entry_dock;
  gboolean at_tail = bend == 0 && route->n_bends > 1;
  gboolean at_head = bend + 1 == route->n_bends && route->n_bends > 1;

  if (tail->count > 1 && (at_tail || (!at_head && tail->count >= head->count)))
    return tail->number;
  if (head->count > 1 && (at_head || (!at_tail && head->count > tail->count)))
    return head->number;
  return G_MAXINT + number * TL_MOST_BENDS + bend;
}

static Part
part_of (const GArray *routes, guint number, guint bend)
{
  const TlRoute *route = &g_array_index (routes, TlRoute, number);
  double from = tl_route_at (route, (int) bend - 1);
  double to = tl_route_at (route, (int) bend + 1);
  double at = route->bends[bend];
  int before = turn_towards (at, comes_from (route, (int) bend));
  int after = turn_towards (at, goes_to (route, (int) bend));
  gboolean along = from <= to;

  return (Part){
    .route = number,
    .bend = bend,
    .level = tl_side_is_level (route->exit) == (bend % 2 == 1),
    .at = at,
    .low = MIN (from, to),
    .high = MAX (from, to),
    .low_turn = along ? before : after,
    .high_turn = along ? after : before,
    .tree = tree_of (route, number, bend),
  };
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const Part *first = a;
  const Part *second = b;

  if (first->level != second->level)
    return first->level ? -1 : 1;
  if (first->at < second->at || first->at > second->at)
    return first->at < second->at ? -1 : 1;
  if (first->route != second->route)
    return first->route < second->route ? -1 : 1;
  return first->bend < second->bend ? -1 : first->bend > second->bend;
}

static gboolean
run_together (const Part *a, const Part *b)
{
  return a->low < b->high + CLEAR && b->low < a->high + CLEAR;
}

static gboolean
within (double at, const Part *part)
{
  return at > part->low && at < part->high;
}

static gboolean
meet_at (double a, double b)
{
  return fabs (a - b) < 4;
}

/* Where @a, on the smaller side, goes on towards @b at the height at which @b came from towards @a.
 */
static int
overlaps (const Part *a, const Part *b)
{
  return (a->low_turn > 0 && b->low_turn < 0 && meet_at (a->low, b->low))
         + (a->low_turn > 0 && b->high_turn < 0 && meet_at (a->low, b->high))
         + (a->high_turn > 0 && b->low_turn < 0 && meet_at (a->high, b->low))
         + (a->high_turn > 0 && b->high_turn < 0 && meet_at (a->high, b->high));
}

/* Crossings if @a runs on the smaller side of @b. */
static int
crossings (const Part *a, const Part *b)
{
  return (a->low_turn > 0 && within (a->low, b)) + (a->high_turn > 0 && within (a->high, b))
         + (b->low_turn < 0 && within (b->low, a)) + (b->high_turn < 0 && within (b->high, a))
         + COST_OVERLAP * overlaps (a, b);
}

/* What it costs more to have @a on the smaller side of @b than on the other. */
static int
cost_before (const Line *a, const Line *b)
{
  int cost = 0;

  for (guint i = 0; i < a->count; i++)
    for (guint j = 0; j < b->count; j++)
      cost += crossings (a->parts[i], b->parts[j]) - crossings (b->parts[j], a->parts[i]);
  return cost;
}

static gboolean
goes_before (const Line *a, const Line *b)
{
  int cost = cost_before (a, b);

  if (cost != 0)
    return cost < 0;
  return a->at < b->at - 0.5 || (a->at <= b->at + 0.5 && a->parts[0]->route < b->parts[0]->route);
}

/* What the boxes leave free on both sides of @part. */
static void
find_room (TlBoxGrid *grid, GArray *boxes, const Part *part, double *least, double *most)
{
  double low = part->at - ROOM_MOST;
  TlBox area = part->level ? (TlBox){ part->low, low, part->high - part->low, 2 * ROOM_MOST }
                           : (TlBox){ low, part->low, 2 * ROOM_MOST, part->high - part->low };

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

/* Puts the lines in an order in which each goes before what follows it, as far as pairs agree. */
static void
sort_lines (Line *lines, guint count)
{
  for (guint i = 1; i < count && count <= SORTED_MOST; i++)
    for (guint j = i; j > 0 && goes_before (&lines[j], &lines[j - 1]); j--)
      {
        Line other = lines[j];

        lines[j] = lines[j - 1];
        lines[j - 1] = other;
      }
}

static gboolean
lines_run_together (const Line *a, const Line *b)
{
  for (guint i = 0; i < a->count; i++)
    for (guint j = 0; j < b->count; j++)
      if (run_together (a->parts[i], b->parts[j]))
        return TRUE;
  return FALSE;
}

/* Gives each line the first track beyond those of lines before it that it runs along with, and
 * keeps those in mind.
 *
 * Returns: the last track
 */
static int
give_tracks (Tracker *tracker, Line *lines, guint count)
{
  int last = 0;

  g_array_set_size (tracker->pairs, 0);
  for (guint i = 0; i < count; i++)
    {
      lines[i].track = 0;
      for (guint j = i > SORTED_MOST ? i - SORTED_MOST : 0; j < i; j++)
        if (lines_run_together (&lines[i], &lines[j]))
          {
            Pair pair = { j, i };

            lines[i].track = MAX (lines[i].track, lines[j].track + 1);
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
        lines[i].place = MAX (lines[i].place,
                              lines[g_array_index (tracker->pairs, Pair, p).before].place + gap);
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

      lines[pair->before].limit = MIN (lines[pair->before].limit, lines[pair->after].limit - gap);
    }
}

static void
place_lines (const Tracker *tracker, Line *lines, guint count, double gap, double start)
{
  guint p = 0;

  limit (tracker, lines, count, gap);
  for (guint i = 0; i < count; i++)
    {
      double place = MIN (start + gap * lines[i].track, lines[i].limit);

      for (; p < tracker->pairs->len && g_array_index (tracker->pairs, Pair, p).after == i; p++)
        place = MAX (place, lines[g_array_index (tracker->pairs, Pair, p).before].place + gap);
      lines[i].place = MAX (MIN (place, lines[i].most), lines[i].least);
    }
}

static Line
line_of (Tracker *tracker, Part **parts, guint count)
{
  Line line = { .parts = parts, .count = count, .least = -G_MAXDOUBLE, .most = G_MAXDOUBLE };

  for (guint i = 0; i < count; i++)
    {
      line.at += parts[i]->at / count;
      find_room (tracker->grid, tracker->boxes, parts[i], &line.least, &line.most);
    }
  return line;
}

static void
make_lines (Tracker *tracker, Part **parts, guint count)
{
  guint first = 0;

  g_array_set_size (tracker->lines, 0);
  for (guint i = 1; i <= count; i++)
    {
      Line line;

      if (i < count && parts[i]->tree == parts[first]->tree)
        continue;
      line = line_of (tracker, parts + first, i - first);
      g_array_append_val (tracker->lines, line);
      first = i;
    }
}

static void
put_line (Tracker *tracker, const Line *line)
{
  for (guint i = 0; i < line->count; i++)
    g_array_index (tracker->routes, TlRoute, line->parts[i]->route).bends[line->parts[i]->bend]
        = line->place;
}

/* Each line keeps within its own room, and as far from those beside it as all find room. */
static void
lay_tracks (Tracker *tracker, Part **parts, guint count)
{
  double middle = 0, gap;
  Line *lines;
  int last;

  if (count < 2)
    return;
  make_lines (tracker, parts, count);
  lines = (Line *) (gpointer) tracker->lines->data;
  count = tracker->lines->len;
  for (guint i = 0; i < count; i++)
    middle += lines[i].at / count;
  sort_lines (lines, count);
  last = give_tracks (tracker, lines, count);
  gap = find_gap (tracker, lines, count);
  place_lines (tracker, lines, count, gap, middle - gap * last / 2);
  for (guint i = 0; i < count; i++)
    put_line (tracker, &lines[i]);
}

/* Groups are numbered by their first part; a part joins the group of any neighbour it runs along
 * with. */
static guint
group_of (GArray *parts, guint i)
{
  while (g_array_index (parts, Part, i).group != i)
    i = g_array_index (parts, Part, i).group;
  return i;
}

static void
group_parts (GArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      Part *part = &g_array_index (parts, Part, i);

      part->group = i;
      for (guint j = i; j-- > 0 && i - j < SORTED_MOST;)
        {
          const Part *other = &g_array_index (parts, Part, j);
          guint a, b;

          if (other->level != part->level || part->at - other->at > NEAR)
            break;
          if (!run_together (part, other))
            continue;
          a = group_of (parts, i);
          b = group_of (parts, j);
          g_array_index (parts, Part, MAX (a, b)).group = MIN (a, b);
        }
    }
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const Part *first = *(Part *const *) a;
  const Part *second = *(Part *const *) b;

  if (first->group != second->group)
    return first->group < second->group ? -1 : 1;
  if (first->tree != second->tree)
    return first->tree < second->tree ? -1 : 1;
  return first < second ? -1 : first > second;
}

/**
 * tl_routes_part:
 * @grid: the boxes that stand there
 * @routes: (element-type TlRoute): routes whose ends are docked
 *
 * Moves the parts between so that no two run on one another, where there is room.
 */
void
tl_routes_part (TlBoxGrid *grid, GArray *routes)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (TlBox));
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  Tracker tracker = { grid, routes, boxes, lines, pairs };
  guint first = 0;

  for (guint r = 0; r < routes->len; r++)
    for (guint b = 0; b < g_array_index (routes, TlRoute, r).n_bends; b++)
      {
        Part part = part_of (routes, r, b);
        g_array_append_val (parts, part);
      }
  g_array_sort (parts, compare_parts);
  group_parts (parts);
  for (guint i = 0; i < parts->len; i++)
    {
      g_array_index (parts, Part, i).group = group_of (parts, i);
      g_ptr_array_add (sorted, &g_array_index (parts, Part, i));
    }
  g_ptr_array_sort (sorted, compare_groups);
  for (guint i = 1; i <= sorted->len; i++)
    {
      const Part *begin = g_ptr_array_index (sorted, first);

      if (i < sorted->len && ((Part *) g_ptr_array_index (sorted, i))->group == begin->group)
        continue;
      lay_tracks (&tracker, (Part **) sorted->pdata + first, i - first);
      first = i;
    }
}
