/* flow-parts.c: the parts of routes between their ends, and which of them run near one another. */
#include "layout/flow-parts.h"

#define NEAR 10.0
#define CLEAR 8.0
/* In a larger crowd, who runs near whom makes no difference that an eye could follow. */
#define CROWD 400

/* Sorted in place of the parts, which are large. */
typedef struct
{
  double at;
  guint number;
} Key;

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
  return i + 1 == (int) route->n_bends ? tl_side_position (&route->to, route->entry) : tl_route_at (route, i + 2);
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

static TlPart
part_of (const GArray *routes, guint number, guint bend)
{
  const TlRoute *route = &g_array_index (routes, TlRoute, number);
  double from = tl_route_at (route, (int) bend - 1);
  double to = tl_route_at (route, (int) bend + 1);
  double at = route->bends[bend];
  double before = comes_from (route, (int) bend);
  double after = goes_to (route, (int) bend);
  gboolean along = from <= to;

  return (TlPart){
    .route = number,
    .bend = bend,
    .level = tl_side_is_level (route->exit) == (bend % 2 == 1),
    .at = at,
    .low = MIN (from, to),
    .high = MAX (from, to),
    .low_turn = turn_towards (at, along ? before : after),
    .high_turn = turn_towards (at, along ? after : before),
    .low_far = along ? before : after,
    .high_far = along ? after : before,
    .thick = route->thick,
    .tree = tree_of (route, number, bend),
  };
}

/* Number goes by route, then by bend. */
static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const Key *first = a;
  const Key *second = b;

  if (first->at < second->at || first->at > second->at)
    return first->at < second->at ? -1 : 1;
  return first->number < second->number ? -1 : first->number > second->number;
}

/**
 * tl_parts_run_together:
 * @a: a part
 * @b: another one, level if @a is
 *
 * Returns: whether there is a place that both pass or nearly pass
 */
gboolean
tl_parts_run_together (const TlPart *a, const TlPart *b)
{
  return a->low < b->high + CLEAR && b->low < a->high + CLEAR;
}

/* A group is called by any part of it; ways to that name are shortened as they are gone. */
static guint
group_of (TlParts *self, guint i)
{
  while (tl_part (self, i)->group != i)
    {
      TlPart *part = tl_part (self, i);

      part->group = tl_part (self, part->group)->group;
      i = part->group;
    }
  return i;
}

static void
join (TlParts *self, guint i, guint j)
{
  guint a = group_of (self, i);
  guint b = group_of (self, j);

  tl_part (self, MAX (a, b))->group = MIN (a, b);
}

static gboolean
are_near (const TlParts *self, const Key *a, const Key *b)
{
  return a->at - b->at <= NEAR + (tl_part (self, a->number)->thick + tl_part (self, b->number)->thick) / 2;
}

/* A part joins the group of any neighbour that it runs along with. */
static void
group_parts (TlParts *self, const GArray *keys)
{
  for (guint i = 0; i < keys->len; i++)
    {
      const Key *key = &g_array_index (keys, Key, i);

      for (guint j = i; j-- > 0 && i - j < CROWD;)
        {
          const Key *other = &g_array_index (keys, Key, j);

          if (key->at - other->at > NEAR + TL_THICK)
            break;
          if (are_near (self, key, other)
              && tl_parts_run_together (tl_part (self, key->number), tl_part (self, other->number)))
            join (self, key->number, other->number);
        }
    }
}

static void
group_direction (TlParts *self, gboolean level)
{
  g_autoptr (GArray) keys = g_array_sized_new (FALSE, FALSE, sizeof (Key), self->parts->len);

  for (guint i = 0; i < self->parts->len; i++)
    {
      Key key = { tl_part (self, i)->at, i };

      if (tl_part (self, i)->level == level)
        g_array_append_val (keys, key);
    }
  if (keys->len > 0)
    g_array_sort (keys, compare_keys);
  group_parts (self, keys);
}

static int
compare_members (gconstpointer a, gconstpointer b, gpointer data)
{
  TlParts *self = data;
  const TlPart *first = tl_part (self, *(const guint *) a);
  const TlPart *second = tl_part (self, *(const guint *) b);
  Key keys[] = { { first->at, *(const guint *) a }, { second->at, *(const guint *) b } };

  if (first->group != second->group)
    return first->group < second->group ? -1 : 1;
  if (first->tree != second->tree)
    return first->tree < second->tree ? -1 : 1;
  if (first->low_turn != second->low_turn)
    return first->low_turn - second->low_turn;
  if (first->high_turn != second->high_turn)
    return first->high_turn - second->high_turn;
  return compare_keys (&keys[0], &keys[1]);
}

static void
count_members (TlParts *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      TlPart *part = tl_part (self, i);

      part->group = group_of (self, i);
      tl_part (self, part->group)->size++;
    }
  for (guint i = 0; i < self->parts->len; i++)
    {
      TlPart *part = tl_part (self, i);

      part->size = tl_part (self, part->group)->size;
      if (part->size > 1)
        g_array_append_val (self->order, i);
    }
  if (self->order->len > 0)
    g_array_sort_with_data (self->order, compare_members, self);
}

static void
add_parts (TlParts *self, const GArray *routes, guint number)
{
  const TlRoute *route = &g_array_index (routes, TlRoute, number);

  g_array_append_val (self->first, self->parts->len);
  for (guint bend = 0; bend < route->n_bends; bend++)
    {
      TlPart part = part_of (routes, number, bend);

      part.group = self->parts->len;
      part.place = part.at;
      g_array_append_val (self->parts, part);
    }
}

/**
 * tl_parts_new:
 * @routes: (element-type TlRoute): routes whose ends are docked
 *
 * Returns: (transfer full): their parts, in groups
 */
TlParts *
tl_parts_new (const GArray *routes)
{
  TlParts *self = g_new0 (TlParts, 1);

  self->parts = g_array_sized_new (FALSE, FALSE, sizeof (TlPart), 2 * routes->len);
  self->first = g_array_sized_new (FALSE, FALSE, sizeof (guint), routes->len + 1);
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint r = 0; r < routes->len; r++)
    add_parts (self, routes, r);
  g_array_append_val (self->first, self->parts->len);
  group_direction (self, TRUE);
  group_direction (self, FALSE);
  count_members (self);
  return self;
}

/**
 * tl_parts_measure:
 * @self: parts
 * @routes: (element-type TlRoute): their routes, of which parts in the other direction have moved
 * @level: whether to measure level parts, or upright ones
 *
 * Finds again where those parts begin and end and how they turn there.
 */
void
tl_parts_measure (TlParts *self, const GArray *routes, gboolean level)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      TlPart *part = tl_part (self, i);
      TlPart now;

      if (part->level != level)
        continue;
      now = part_of (routes, part->route, part->bend);
      part->low = now.low;
      part->high = now.high;
      part->low_turn = now.low_turn;
      part->high_turn = now.high_turn;
      part->low_far = now.low_far;
      part->high_far = now.high_far;
    }
}

/**
 * tl_parts_free:
 * @self: (transfer full): parts
 */
void
tl_parts_free (TlParts *self)
{
  g_array_unref (self->parts);
  g_array_unref (self->first);
  g_array_unref (self->order);
  g_free (self);
}

/**
 * tl_parts_find:
 * @self: parts
 * @route: number of a route
 * @bend: number of one of its bends, maybe of one that it has not
 *
 * Returns: (transfer none) (nullable): that part
 */
const TlPart *
tl_parts_find (const TlParts *self, guint route, guint bend)
{
  guint number = g_array_index (self->first, guint, route) + bend;

  return number < g_array_index (self->first, guint, route + 1) ? tl_part (self, number) : NULL;
}
