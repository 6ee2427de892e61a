/* flow-detour.c: a way round for the few edges whose simple shapes run through a box.
 *
 * The lines beside all boxes nearby make an uneven grid; the cheapest way on it, by length and
 * bends, is searched by Dijkstra's algorithm. That costs more than to try shapes, so only so many
 * edges get it.
 */
#include "layout/flow-route.h"

#include <math.h>

#define CLEAR 7.0
#define BESIDE 16.0
#define AROUND 280.0
#define COST_BEND 60.0
#define COST_SIDE 45.0
/* Crossings looked at, for all edges of a flow together: a few milliseconds. */
#define MOST_WORK 60000
#define MOST_WORK_OF_ONE 8000
#define MOST_BOXES 90
#define NONE G_MAXUINT

/* One end of the edge at one side of its box: @state is where it meets the grid. */
typedef struct
{
  TlSide side;
  double at;
  double cost;
  guint state;
} Gate;

typedef struct
{
  double cost; /* with the least that is still to come */
  guint state;
} Visit;

typedef struct
{
  TlBoxGrid *grid;
  TlRoute *route;
  GArray *xs; /* (element-type double) */
  GArray *ys;
  GArray *heap;
  double *cost; /* of each state: a crossing of lines, and how it was come to: level or upright */
  guint *came;
  Gate exits[4];
  Gate entries[4];
  TlBox *seen;
  guint *work;
} Search;

static double
x_at (const Search *search, guint i)
{
  return g_array_index (search->xs, double, i);
}

static double
y_at (const Search *search, guint i)
{
  return g_array_index (search->ys, double, i);
}

static TlPlace
place_of (const Search *search, guint state)
{
  return (TlPlace){ x_at (search, state / 2 % search->xs->len),
                    y_at (search, state / 2 / search->xs->len) };
}

static void
heap_push (GArray *heap, double cost, guint state)
{
  Visit visit = { cost, state };
  guint i = heap->len;

  g_array_append_val (heap, visit);
  while (i > 0 && g_array_index (heap, Visit, (i - 1) / 2).cost > cost)
    {
      g_array_index (heap, Visit, i) = g_array_index (heap, Visit, (i - 1) / 2);
      i = (i - 1) / 2;
    }
  g_array_index (heap, Visit, i) = visit;
}

static Visit
heap_pop (GArray *heap)
{
  Visit first = g_array_index (heap, Visit, 0);
  Visit last = g_array_index (heap, Visit, heap->len - 1);
  guint i = 0;

  g_array_set_size (heap, heap->len - 1);
  for (guint child = 1; child < heap->len; child = 2 * i + 1)
    {
      if (child + 1 < heap->len
          && g_array_index (heap, Visit, child + 1).cost < g_array_index (heap, Visit, child).cost)
        child++;
      if (g_array_index (heap, Visit, child).cost >= last.cost)
        break;
      g_array_index (heap, Visit, i) = g_array_index (heap, Visit, child);
      i = child;
    }
  if (heap->len > 0)
    g_array_index (heap, Visit, i) = last;
  return first;
}

static gboolean
is_line_free (const TlBoxGrid *grid, TlPlace a, TlPlace b, guint except, guint except_too)
{
  TlBox area = { MIN (a.x, b.x) - CLEAR, MIN (a.y, b.y) - CLEAR, fabs (a.x - b.x) + 2 * CLEAR,
                 fabs (a.y - b.y) + 2 * CLEAR };

  return tl_box_grid_is_free (grid, area, except, except_too);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;
  return difference < 0 ? -1 : difference > 0;
}

static void
sort_lines (GArray *lines)
{
  guint kept = 0;

  g_array_sort (lines, compare_numbers);
  for (guint i = 0; i < lines->len; i++)
    {
      double line = g_array_index (lines, double, i);

      if (kept == 0 || line > g_array_index (lines, double, kept - 1))
        g_array_index (lines, double, kept++) = line;
    }
  g_array_set_size (lines, kept);
}

static guint
line_number (const GArray *lines, double line)
{
  guint low = 0, high = lines->len;

  while (low + 1 < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (lines, double, middle) <= line)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* Where a line that leaves @box at @side can turn first. */
static TlPlace
before_side (const TlBox *box, TlSide side, double at)
{
  double out = side == TL_SIDE_RIGHT || side == TL_SIDE_BOTTOM ? BESIDE : -BESIDE;
  double position = tl_side_position (box, side) + out;

  return tl_side_is_level (side) ? (TlPlace){ position, at } : (TlPlace){ at, position };
}

static void
add_box_lines (Search *search, const TlBox *box)
{
  double xs[] = { box->x - BESIDE, box->x + box->width + BESIDE };
  double ys[] = { box->y - BESIDE, box->y + box->height + BESIDE };

  g_array_append_vals (search->xs, xs, 2);
  g_array_append_vals (search->ys, ys, 2);
}

/* An edge keeps its dock on the side where it has one, and is offered the middle of the others. */
static void
open_gates (Search *search, gboolean exit)
{
  const TlRoute *route = search->route;
  const TlBox *box = exit ? &route->from : &route->to;
  TlSide usual = exit ? TL_SIDE_RIGHT : TL_SIDE_LEFT;
  TlSide docked = exit ? route->exit : route->entry;

  for (TlSide side = TL_SIDE_RIGHT; side <= TL_SIDE_BOTTOM; side++)
    {
      Gate *gate = exit ? &search->exits[side] : &search->entries[side];
      double at = exit ? route->exit_at : route->entry_at;
      TlPlace place;

      *gate = (Gate){ side, side == docked ? at : tl_side_middle (box, side),
                      side == usual || side == docked ? 0 : COST_SIDE, NONE };
      place = before_side (box, side, gate->at);
      g_array_append_val (search->xs, place.x);
      g_array_append_val (search->ys, place.y);
    }
}

static void
find_gate (Search *search, Gate *gate, const TlBox *box, guint node)
{
  TlPlace place = before_side (box, gate->side, gate->at);
  TlPlace dock = place;
  guint column = line_number (search->xs, place.x);
  guint row = line_number (search->ys, place.y);

  *(tl_side_is_level (gate->side) ? &dock.x : &dock.y) = tl_side_position (box, gate->side);
  if (is_line_free (search->grid, place, dock, node, TL_GRID_NOBODY))
    gate->state = 2 * (row * search->xs->len + column) + !tl_side_is_level (gate->side);
}

static gboolean
has_gate (const Gate *gates)
{
  return gates[0].state != NONE || gates[1].state != NONE || gates[2].state != NONE
         || gates[3].state != NONE;
}

/* Returns: %FALSE where a search is hopeless */
static gboolean
lay_lines (Search *search)
{
  const TlRoute *route = search->route;
  double left = MIN (route->from.x, route->to.x) - AROUND;
  double top = MIN (route->from.y, route->to.y) - AROUND;
  double right = MAX (route->from.x + route->from.width, route->to.x + route->to.width) + AROUND;
  double bottom = MAX (route->from.y + route->from.height, route->to.y + route->to.height) + AROUND;
  TlBox area = { left, top, right - left, bottom - top };
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (TlBox));

  tl_box_enclose (search->seen, &area);
  tl_box_grid_collect (search->grid, area, MOST_BOXES + 1, boxes);
  if (boxes->len > MOST_BOXES)
    return FALSE;
  for (guint i = 0; i < boxes->len; i++)
    add_box_lines (search, &g_array_index (boxes, TlBox, i));
  open_gates (search, TRUE);
  open_gates (search, FALSE);
  sort_lines (search->xs);
  sort_lines (search->ys);
  for (guint i = 0; i < 4; i++)
    {
      find_gate (search, &search->exits[i], &route->from, route->from_node);
      find_gate (search, &search->entries[i], &route->to, route->to_node);
    }
  return has_gate (search->exits) && has_gate (search->entries);
}

static double
outside (double at, double from, double size)
{
  return at < from ? from - at : MAX (0, at - from - size);
}

/* No way from @place to the edge's head is shorter. */
static double
still_to_come (const Search *search, TlPlace place)
{
  const TlBox *to = &search->route->to;
  double x = outside (place.x, to->x - BESIDE, to->width + 2 * BESIDE);
  double y = outside (place.y, to->y - BESIDE, to->height + 2 * BESIDE);

  return x + y;
}

static void
visit_later (Search *search, guint state)
{
  heap_push (search->heap, search->cost[state] + still_to_come (search, place_of (search, state)),
             state);
}

static void
reach (Search *search, guint from, guint cell, guint upright, double cost)
{
  guint state = 2 * cell + upright;

  if (cost >= search->cost[state]
      || !is_line_free (search->grid, place_of (search, from), place_of (search, state),
                        TL_GRID_NOBODY, TL_GRID_NOBODY))
    return;
  search->cost[state] = cost;
  search->came[state] = from;
  visit_later (search, state);
}

static void
go_on (Search *search, guint state)
{
  guint cell = state / 2;
  guint column = cell % search->xs->len;
  guint row = cell / search->xs->len;
  double level = search->cost[state] + (state % 2 == 1 ? COST_BEND : 0);
  double upright = search->cost[state] + (state % 2 == 0 ? COST_BEND : 0);
  double x = x_at (search, column);
  double y = y_at (search, row);

  if (column > 0)
    reach (search, state, cell - 1, 0, level + x - x_at (search, column - 1));
  if (column + 1 < search->xs->len)
    reach (search, state, cell + 1, 0, level + x_at (search, column + 1) - x);
  if (row > 0)
    reach (search, state, cell - search->xs->len, 1, upright + y - y_at (search, row - 1));
  if (row + 1 < search->ys->len)
    reach (search, state, cell + search->xs->len, 1, upright + y_at (search, row + 1) - y);
}

static void
leave (Search *search)
{
  for (guint i = 0; i < 4; i++)
    {
      const Gate *exit = &search->exits[i];

      if (exit->state == NONE || exit->cost >= search->cost[exit->state])
        continue;
      search->cost[exit->state] = exit->cost;
      visit_later (search, exit->state);
    }
}

/* Whether the way may end at @state, and for less than before. */
static gboolean
arrive (const Search *search, guint state, const Gate **best, double *least)
{
  gboolean better = FALSE;

  for (guint i = 0; i < 4; i++)
    {
      const Gate *entry = &search->entries[i];
      double cost = search->cost[state] + entry->cost + (entry->state == state ? 0 : COST_BEND);

      if (entry->state == NONE || entry->state / 2 != state / 2 || cost >= *least)
        continue;
      *least = cost;
      *best = entry;
      better = TRUE;
    }
  return better;
}

/* Returns: (nullable): the gate at which the cheapest way comes in; @last is the state before it */
static const Gate *
search_way (Search *search, guint *last)
{
  const Gate *best = NULL;
  double least = G_MAXDOUBLE;

  leave (search);
  while (search->heap->len > 0 && *search->work < MOST_WORK_OF_ONE)
    {
      Visit visit = heap_pop (search->heap);
      double known
          = search->cost[visit.state] + still_to_come (search, place_of (search, visit.state));

      if (visit.cost >= least)
        break;
      if (visit.cost > known)
        continue;
      if (arrive (search, visit.state, &best, &least))
        *last = visit.state;
      go_on (search, visit.state);
      (*search->work)++;
    }
  return best;
}

static const Gate *
exit_of (const Search *search, guint state)
{
  for (guint i = 0; i < 4; i++)
    if (search->exits[i].state == state && search->came[state] == NONE)
      return &search->exits[i];
  g_return_val_if_reached (&search->exits[0]);
}

/* Only where the way turns is it written down. */
static gboolean
write_route (const Search *search, const Gate *entry, guint last)
{
  TlRoute found = *search->route;
  g_autoptr (GArray) states = g_array_new (FALSE, FALSE, sizeof (guint));
  const Gate *exit;
  gboolean level;

  for (guint state = last; state != NONE; state = search->came[state])
    g_array_prepend_val (states, state);
  exit = exit_of (search, g_array_index (states, guint, 0));
  found.exit = exit->side;
  found.exit_at = exit->at;
  found.entry = entry->side;
  found.entry_at = entry->at;
  found.n_bends = 0;
  level = tl_side_is_level (exit->side);
  for (guint i = 0; i < states->len; i++)
    {
      gboolean next_level = i + 1 < states->len ? g_array_index (states, guint, i + 1) % 2 == 0
                                                : tl_side_is_level (entry->side);
      TlPlace place = place_of (search, g_array_index (states, guint, i));

      if (next_level == level)
        continue;
      if (found.n_bends == TL_MOST_BENDS)
        return FALSE;
      found.bends[found.n_bends++] = level ? place.x : place.y;
      level = next_level;
    }
  /* The last turn is given by the dock itself. */
  found.straight = found.n_bends == 0;
  if (found.n_bends > 0)
    found.n_bends--;
  found.detour = TRUE;
  *search->route = found;
  return TRUE;
}

static void
find_detour (TlBoxGrid *grid, TlRoute *route, TlDetour *detour)
{
  g_autoptr (GArray) xs = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) ys = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) heap = g_array_new (FALSE, FALSE, sizeof (Visit));
  g_autofree double *cost = NULL;
  g_autofree guint *came = NULL;
  Search search = { grid, route, xs, ys, heap, .seen = &detour->seen, .work = &detour->work };
  const Gate *entry;
  guint last = NONE;

  if (!lay_lines (&search))
    return;
  search.cost = cost = g_new (double, 2 * xs->len * ys->len);
  search.came = came = g_new (guint, 2 * xs->len * ys->len);
  for (guint i = 0; i < 2 * xs->len * ys->len; i++)
    {
      cost[i] = G_MAXDOUBLE;
      came[i] = NONE;
    }
  entry = search_way (&search, &last);
  if (entry != NULL)
    write_route (&search, entry, last);
}

/**
 * tl_route_is_free:
 * @grid: the boxes that stand there
 * @route: a route
 *
 * Returns: whether it runs through no box, nor scrapes one
 */
gboolean
tl_route_is_free (const TlBoxGrid *grid, const TlRoute *route)
{
  TlPlace points[TL_MOST_CORNERS];
  guint count = tl_route_corners (route, points);

  for (guint i = 0; i + 1 < count; i++)
    if (!is_line_free (grid, points[i], points[i + 1], i == 0 ? route->from_node : TL_GRID_NOBODY,
                       i + 2 == count ? route->to_node : TL_GRID_NOBODY))
      return FALSE;
  return TRUE;
}

static TlBox
area_of (const GArray *points)
{
  TlPlace first = g_array_index (points, TlPlace, 0);
  TlBox area = { first.x - CLEAR, first.y - CLEAR, 2 * CLEAR, 2 * CLEAR };

  for (guint i = 1; i < points->len; i++)
    {
      TlPlace at = g_array_index (points, TlPlace, i);
      tl_box_enclose (&area, &(TlBox){ at.x - CLEAR, at.y - CLEAR, 2 * CLEAR, 2 * CLEAR });
    }
  return area;
}

/**
 * tl_route_detour:
 * @grid: the boxes that stand there
 * @route: a route whose ends are docked
 * @work: what was spent on routes before it
 *
 * Finds another way for a route that runs through a box or scrapes it, if there is one. In a crowd
 * of such routes the rest is left as it is, so that the time it takes has a bound.
 *
 * Returns: what that depended on, and what it took
 */
TlDetour
tl_route_detour (TlBoxGrid *grid, TlRoute *route, guint work)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TlPlace));
  TlDetour detour = { .in_time = work < MOST_WORK };

  tl_route_points (route, points);
  detour.seen = area_of (points);
  if (detour.in_time && route->from_node != route->to_node && !tl_route_is_free (grid, route))
    find_detour (grid, route, &detour);
  return detour;
}

/**
 * tl_detour_in_time:
 * @work: what was spent on routes before
 *
 * Returns: whether there is time to look for one more detour
 */
gboolean
tl_detour_in_time (guint work)
{
  return work < MOST_WORK;
}
