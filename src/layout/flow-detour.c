/* flow-detour.c: a way round for the few edges whose simple shapes run through a box.
 *
 * The lines beside all boxes nearby make an uneven grid; the cheapest way on it, by length and
 * bends, is searched by Dijkstra's algorithm. That costs more than to try shapes, so only so many
 * edges get it.
 */
#include "layout/flow-maze.h"

#include <math.h>

/* How far beside both boxes a way is looked for: first near, then, if there is none, farther out.
 */
#define AROUND 280.0
#define AROUND_FAR 1200.0
#define COST_BEND 60.0
#define COST_SIDE 45.0
/* Crossings looked at, for all edges of a flow together: some tenths of a second, in a crowd. */
#define MOST_WORK 2000000
#define MOST_WORK_OF_ONE 100000
#define MOST_BOXES 400
/* To set up a search costs as much as to look at one of so many of its crossings. */
#define SET_UP 16
/* Above 1: the search makes for the head at once, and may miss a way that is a little shorter. */
#define HASTE 1.2
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

/* A crossing of lines, and how it was come to: level or upright. */
typedef struct
{
  double cost;
  guint came;
  guint search; /* the last one that came here; else nothing is known of it */
} State;

struct _TlFinder
{
  State *states; /* kept from search to search: to clear them would take longer than to search */
  guint size;
  guint search;
  GArray *heap;
};

typedef struct
{
  TlBoxGrid *grid;
  TlRoute *route;
  TlMaze *maze;
  TlFinder *finder;
  Gate exits[4];
  Gate entries[4];
  TlBox *seen;
  guint work;
} Search;

static double
x_at (const Search *search, guint i)
{
  return g_array_index (search->maze->xs, double, i);
}

static double
y_at (const Search *search, guint i)
{
  return g_array_index (search->maze->ys, double, i);
}

static double
cost_of (const Search *search, guint state)
{
  const State *known = &search->finder->states[state];

  return known->search == search->finder->search ? known->cost : G_MAXDOUBLE;
}

static void
know (Search *search, guint state, double cost, guint came)
{
  search->finder->states[state] = (State){ cost, came, search->finder->search };
}

static TlPlace
place_of (const Search *search, guint state)
{
  return (TlPlace){ x_at (search, state / 2 % search->maze->xs->len),
                    y_at (search, state / 2 / search->maze->xs->len) };
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

/* Where a line that leaves @box at @side can turn first. */
static TlPlace
before_side (const TlBox *box, TlSide side, double at)
{
  double out = side == TL_SIDE_RIGHT || side == TL_SIDE_BOTTOM ? TL_BESIDE : -TL_BESIDE;
  double position = tl_side_position (box, side) + out;

  return tl_side_is_level (side) ? (TlPlace){ position, at } : (TlPlace){ at, position };
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
      tl_maze_add_line (search->maze, place);
    }
}

static void
find_gate (Search *search, Gate *gate, const TlBox *box, guint node)
{
  TlPlace place = before_side (box, gate->side, gate->at);
  TlPlace dock = place;
  guint column = tl_maze_column (search->maze, place.x);
  guint row = tl_maze_row (search->maze, place.y);

  *(tl_side_is_level (gate->side) ? &dock.x : &dock.y) = tl_side_position (box, gate->side);
  if (tl_line_is_free (search->grid, place, dock, node, TL_GRID_NOBODY))
    gate->state = 2 * (row * search->maze->xs->len + column) + !tl_side_is_level (gate->side);
}

static gboolean
has_gate (const Gate *gates)
{
  return gates[0].state != NONE || gates[1].state != NONE || gates[2].state != NONE || gates[3].state != NONE;
}

/* Returns: %FALSE where a search is hopeless */
static gboolean
lay_lines (Search *search, double around)
{
  const TlRoute *route = search->route;
  double left = MIN (route->from.x, route->to.x) - around;
  double top = MIN (route->from.y, route->to.y) - around;
  double right = MAX (route->from.x + route->from.width, route->to.x + route->to.width) + around;
  double bottom = MAX (route->from.y + route->from.height, route->to.y + route->to.height) + around;
  TlBox area = { left, top, right - left, bottom - top };
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (TlBox));

  tl_box_enclose (search->seen, &area);
  tl_box_grid_collect (search->grid, area, MOST_BOXES + 1, boxes);
  if (boxes->len > MOST_BOXES)
    return FALSE;
  open_gates (search, TRUE);
  open_gates (search, FALSE);
  tl_maze_build (search->maze, search->grid, boxes);
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

/* Hardly any way from @place to the edge's head is shorter. */
static double
still_to_come (const Search *search, TlPlace place)
{
  const TlBox *to = &search->route->to;
  double x = outside (place.x, to->x - TL_BESIDE, to->width + 2 * TL_BESIDE);
  double y = outside (place.y, to->y - TL_BESIDE, to->height + 2 * TL_BESIDE);

  /* What is off in both directions has to turn. */
  return HASTE * (x + y + (x > 0 && y > 0 ? COST_BEND : 0));
}

static void
visit_later (Search *search, guint state)
{
  heap_push (search->finder->heap, cost_of (search, state) + still_to_come (search, place_of (search, state)), state);
}

static void
reach (Search *search, guint from, guint cell, guint upright, double cost)
{
  guint state = 2 * cell + upright;

  if (cost >= cost_of (search, state))
    return;
  know (search, state, cost, from);
  visit_later (search, state);
}

static void
go_on (Search *search, guint state)
{
  guint cell = state / 2;
  guint column = cell % search->maze->xs->len;
  guint row = cell / search->maze->xs->len;
  double level = cost_of (search, state) + (state % 2 == 1 ? COST_BEND : 0);
  double upright = cost_of (search, state) + (state % 2 == 0 ? COST_BEND : 0);
  double x = x_at (search, column);
  double y = y_at (search, row);
  const guint8 *walls = search->maze->walls;

  if (column > 0 && !(walls[cell - 1] & TL_WALL_RIGHT))
    reach (search, state, cell - 1, 0, level + x - x_at (search, column - 1));
  if (column + 1 < search->maze->xs->len && !(walls[cell] & TL_WALL_RIGHT))
    reach (search, state, cell + 1, 0, level + x_at (search, column + 1) - x);
  if (row > 0 && !(walls[cell - search->maze->xs->len] & TL_WALL_BELOW))
    reach (search, state, cell - search->maze->xs->len, 1, upright + y - y_at (search, row - 1));
  if (row + 1 < search->maze->ys->len && !(walls[cell] & TL_WALL_BELOW))
    reach (search, state, cell + search->maze->xs->len, 1, upright + y_at (search, row + 1) - y);
}

static void
leave (Search *search)
{
  for (guint i = 0; i < 4; i++)
    {
      const Gate *exit = &search->exits[i];

      if (exit->state == NONE || exit->cost >= cost_of (search, exit->state))
        continue;
      know (search, exit->state, exit->cost, NONE);
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
      double cost = cost_of (search, state) + entry->cost + (entry->state == state ? 0 : COST_BEND);

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
  while (search->finder->heap->len > 0 && search->work < MOST_WORK_OF_ONE)
    {
      Visit visit = heap_pop (search->finder->heap);
      double known = cost_of (search, visit.state) + still_to_come (search, place_of (search, visit.state));

      if (visit.cost >= least)
        break;
      if (visit.cost > known)
        continue;
      if (arrive (search, visit.state, &best, &least))
        *last = visit.state;
      go_on (search, visit.state);
      search->work++;
    }
  return best;
}

static const Gate *
exit_of (const Search *search, guint state)
{
  for (guint i = 0; i < 4; i++)
    if (search->exits[i].state == state && search->finder->states[state].came == NONE)
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

  for (guint state = last; state != NONE; state = search->finder->states[state].came)
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
      gboolean next_level
          = i + 1 < states->len ? g_array_index (states, guint, i + 1) % 2 == 0 : tl_side_is_level (entry->side);
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

/**
 * tl_finder_new:
 *
 * Returns: (transfer full): what searches for detours need, kept from one to the next
 */
TlFinder *
tl_finder_new (void)
{
  TlFinder *finder = g_new0 (TlFinder, 1);

  finder->heap = g_array_new (FALSE, FALSE, sizeof (Visit));
  return finder;
}

/**
 * tl_finder_free:
 * @finder: (transfer full): a finder
 */
void
tl_finder_free (TlFinder *finder)
{
  g_array_unref (finder->heap);
  g_free (finder->states);
  g_free (finder);
}

static void
begin_search (TlFinder *finder, guint n_states)
{
  g_array_set_size (finder->heap, 0);
  finder->search++;
  if (n_states <= finder->size)
    return;
  g_free (finder->states);
  finder->size = n_states + n_states / 2;
  finder->states = g_new0 (State, finder->size);
}

/* Returns: whether there is a way */
static gboolean
find_detour (TlFinder *finder, TlBoxGrid *grid, TlRoute *route, double around, TlDetour *detour)
{
  g_autoptr (TlMaze) maze = tl_maze_new ();
  Search search = { grid, route, maze, finder, .seen = &detour->seen };
  const Gate *entry;
  guint last = NONE;

  if (!lay_lines (&search, around))
    return FALSE;
  begin_search (finder, 2 * maze->xs->len * maze->ys->len);
  entry = search_way (&search, &last);
  detour->work += search.work + maze->xs->len * maze->ys->len / SET_UP;
  return entry != NULL && write_route (&search, entry, last);
}

static TlBox
area_of (const GArray *points)
{
  TlPlace first = g_array_index (points, TlPlace, 0);
  TlBox area = { first.x - TL_CLEAR, first.y - TL_CLEAR, 2 * TL_CLEAR, 2 * TL_CLEAR };

  for (guint i = 1; i < points->len; i++)
    {
      TlPlace at = g_array_index (points, TlPlace, i);
      tl_box_enclose (&area, &(TlBox){ at.x - TL_CLEAR, at.y - TL_CLEAR, 2 * TL_CLEAR, 2 * TL_CLEAR });
    }
  return area;
}

/**
 * tl_route_detour:
 * @finder: a finder
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
tl_route_detour (TlFinder *finder, TlBoxGrid *grid, TlRoute *route, guint work)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TlPlace));
  TlDetour detour = { .in_time = work < MOST_WORK };

  tl_route_points (route, points);
  detour.seen = area_of (points);
  if (detour.in_time && route->from_node != route->to_node && !tl_route_is_free (grid, route)
      && !find_detour (finder, grid, route, AROUND, &detour))
    find_detour (finder, grid, route, AROUND_FAR, &detour);
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
