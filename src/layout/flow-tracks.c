/* flow-tracks.c: parts of routes that would run on one another get tracks side by side.
 *
 * Parts that run near and along one another form a group. In a group, who stands where is decided
 * by what crosses less; tracks lie about the group's middle, within what room the boxes leave.
 */
#include "layout/flow-route.h"

#include <math.h>

#define TRACK_GAP 11.0
#define NEAR 10.0
#define CLEAR 8.0
#define ROOM_MOST 64.0
/* In larger crowds the order of tracks makes no difference that an eye could follow. */
#define SORTED_MOST 400

/**
 * Part:
 * @level: it runs from left to right; @at is its y then, else its x
 * @low: where it begins
 * @high: where it ends
 * @low_turn: at @low the route goes on to smaller (−1) or larger (1) coordinates
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
  guint group;
  int track;
} Part;

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

/* Crossings if @a runs on the smaller side of @b. */
static int
crossings (const Part *a, const Part *b)
{
  return (a->low_turn > 0 && within (a->low, b)) + (a->high_turn > 0 && within (a->high, b))
         + (b->low_turn < 0 && within (b->low, a)) + (b->high_turn < 0 && within (b->high, a));
}

static gboolean
goes_before (const Part *a, const Part *b)
{
  int as_is = crossings (a, b);
  int turned = crossings (b, a);

  if (as_is != turned)
    return as_is < turned;
  return a->at < b->at - 0.5 || (a->at <= b->at + 0.5 && a->route < b->route);
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

/* Puts the parts in an order in which each goes before what follows it, as far as pairs agree. */
static void
sort_group (Part **parts, guint count)
{
  for (guint i = 1; i < count && count <= SORTED_MOST; i++)
    for (guint j = i; j > 0 && goes_before (parts[j], parts[j - 1]); j--)
      {
        Part *other = parts[j];

        parts[j] = parts[j - 1];
        parts[j - 1] = other;
      }
}

static int
give_tracks (Part **parts, guint count)
{
  int last = 0;

  for (guint i = 0; i < count; i++)
    {
      parts[i]->track = 0;
      for (guint j = i > SORTED_MOST ? i - SORTED_MOST : 0; j < i; j++)
        if (run_together (parts[i], parts[j]))
          parts[i]->track = MAX (parts[i]->track, parts[j]->track + 1);
      last = MAX (last, parts[i]->track);
    }
  return last;
}

static void
lay_tracks (TlBoxGrid *grid, GArray *routes, GArray *boxes, Part **parts, guint count)
{
  double least = -G_MAXDOUBLE, most = G_MAXDOUBLE;
  double middle = 0, gap, start;
  int last;

  if (count < 2)
    return;
  for (guint i = 0; i < count; i++)
    {
      middle += parts[i]->at / count;
      find_room (grid, boxes, parts[i], &least, &most);
    }
  sort_group (parts, count);
  last = give_tracks (parts, count);
  gap = last > 0 ? MIN (TRACK_GAP, MAX (1, (most - least) / last)) : 0;
  start = middle - gap * last / 2;
  start = MAX (MIN (start, most - gap * last), least);
  for (guint i = 0; i < count; i++)
    g_array_index (routes, TlRoute, parts[i]->route).bends[parts[i]->bend]
        = start + gap * parts[i]->track;
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
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
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
      lay_tracks (grid, routes, boxes, (Part **) sorted->pdata + first, i - first);
      first = i;
    }
}
