/* room.c: what follows in a row goes on to make room for a step, and closes up where one goes. */
#include "layout/room.h"

#include <math.h>

#include "layout/flow-lanes.h"

/* What is left beside a step that is put between two, where they stood closer than that. */
#define LEAST_GAP 40.0
/* Between steps that only stand side by side. */
#define LEAST_BESIDE 28.0
/* The layout's gap along the flow, whichever way that runs. */
#define USUAL TL_STEP_GAP_X
#define MOST_TRIES 60
/* Who stands so much nearer to the step before it than the layout would have it, or so much farther, was put there by
 * hand: lines that pass make a gap wider, but not by more. */
#define NEARER 60.0
#define FARTHER 100.0
#define IN_COLUMN 2.0

/* A step's box, turned so that the flow runs along "at". */
typedef struct
{
  TlStep *step;
  double at;
  double size;
  double cross;
  double cross_size;
  double shift;  /* along the flow */
  guint sources; /* its first outgoing way, plus 1 */
  double pull;   /* what closes up before it would move it by so much, which is not above 0 */
  double before; /* the least gap to a step that leads to it; infinite if none stands before it */
  gboolean is_led_to;
  gboolean goes; /* it is taken out */
} Body;

typedef struct
{
  guint to;
  guint next; /* plus 1 */
} Way;

typedef struct
{
  const TlFlowGeometry *geometry;
  const TlStep *guest;
  GPtrArray *guests; /* NULL where there is one at most */
  gboolean down;     /* the flow runs downwards */
  Body *bodies;      /* as the geometry's steps */
  GArray *ways;
} Room;

static guint
body_of (const Room *room, const TlStep *step)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (room->geometry->step_index, step)) - 1;
}

static double
end_of (const Body *body)
{
  return body->at + body->size;
}

static Body
body_new (const TlStepBox *box, gboolean down)
{
  const TlBox *b = &box->box;

  if (down)
    return (Body){ box->step, b->y, b->height, b->x, b->width, .before = INFINITY };
  return (Body){ box->step, b->x, b->width, b->y, b->height, .before = INFINITY };
}

static void
add_way (Room *room, const TlConnector *connector)
{
  Body *from = &room->bodies[body_of (room, connector->from)];
  Way way = { body_of (room, connector->to), from->sources };

  if (connector->kind != TL_CONNECTOR_FLOW)
    return;
  g_array_append_val (room->ways, way);
  from->sources = room->ways->len;
}

static void
read_geometry (Room *room)
{
  GArray *steps = room->geometry->steps;

  room->bodies = g_new0 (Body, steps->len + 1);
  room->ways = g_array_new (FALSE, FALSE, sizeof (Way));
  for (guint i = 0; i < steps->len; i++)
    room->bodies[i] = body_new (&g_array_index (steps, TlStepBox, i), room->down);
  for (guint i = 0; i < room->geometry->paths->len; i++)
    {
      TlItem *item = g_array_index (room->geometry->paths, TlPath, i).item;

      if (item->kind == TL_ITEM_CONNECTOR)
        add_way (room, (TlConnector *) item);
    }
}

static void
room_clear (Room *room)
{
  g_array_unref (room->ways);
  g_free (room->bodies);
}

static gboolean
is_guest (const Room *room, const Body *body)
{
  return body->step == room->guest || (room->guests && g_ptr_array_find (room->guests, body->step, NULL));
}

static gboolean
share_a_row (const Body *a, const Body *b)
{
  return a->cross < b->cross + b->cross_size && b->cross < a->cross + a->cross_size;
}

/* @ahead keeps its distance from @body, as far as that is no more than @most. */
static void
push (const Body *body, Body *ahead, double most)
{
  double gap = ahead->at - end_of (body);

  if (gap >= 0)
    ahead->shift = MAX (ahead->shift, body->shift - MAX (0, gap - most));
}

static int
compare_bodies (gconstpointer a, gconstpointer b, gpointer data)
{
  const Body *bodies = data;
  const Body *one = &bodies[*(const guint *) a];
  const Body *other = &bodies[*(const guint *) b];

  return (one->at > other->at) - (one->at < other->at);
}

static void
push_from (Room *room, Body *body, const guint *order, guint rank)
{
  guint n = room->geometry->steps->len;

  for (guint w = body->sources; w != 0; w = g_array_index (room->ways, Way, w - 1).next)
    push (body, &room->bodies[g_array_index (room->ways, Way, w - 1).to], USUAL);
  for (guint i = rank + 1; i < n; i++)
    if (share_a_row (body, &room->bodies[order[i]]))
      push (body, &room->bodies[order[i]], LEAST_BESIDE);
}

/* Returns: (transfer full): the numbers of all bodies, along the flow */
static guint *
order_along (const Room *room)
{
  guint n = room->geometry->steps->len;
  guint *order = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof (guint), compare_bodies, room->bodies);
  return order;
}

/* One pass along the flow does, as everybody is pushed by those before only. */
static void
push_all (Room *room)
{
  guint n = room->geometry->steps->len;
  g_autofree guint *order = order_along (room);

  for (guint i = 0; i < n; i++)
    {
      Body *body = &room->bodies[order[i]];

      if (is_guest (room, body))
        body->shift = 0;
      else if (body->shift > 0)
        push_from (room, body, order, i);
    }
}

/* Whether a step at that place stands clear of all others, as they stand then. */
static gboolean
is_clear (const Room *room, const Body *wanted)
{
  for (guint i = 0; i < room->geometry->steps->len; i++)
    {
      const Body *body = &room->bodies[i];
      double at = body->at + body->shift;

      if (body->step != room->guest && at < end_of (wanted) + LEAST_BESIDE
          && wanted->at < at + body->size + LEAST_BESIDE
          && body->cross < wanted->cross + wanted->cross_size + LEAST_BESIDE
          && wanted->cross < body->cross + body->cross_size + LEAST_BESIDE)
        return FALSE;
    }
  return TRUE;
}

/* Looks aside, ever farther: to and fro, or only to the far side. */
static void
step_aside (const Room *room, Body *wanted, gboolean one_way)
{
  double first = wanted->cross;
  double stride = (wanted->cross_size + LEAST_BESIDE) / 2;

  for (int i = 1; i < MOST_TRIES && !is_clear (room, wanted); i++)
    wanted->cross = first + (one_way ? i : i % 2 ? (i + 1) / 2 : -i / 2) * stride;
}

static guint
ways_on (const Room *room, const Body *body)
{
  guint count = 0;

  for (guint w = body->sources; w != 0; w = g_array_index (room->ways, Way, w - 1).next)
    count++;
  return count;
}

/* Between two that stand one after the other: with the gap that they have, but no more than the
 * layout's own, on both sides. */
static void
place_between (Room *room, const Body *from, Body *to, Body *wanted)
{
  double gap = to->at - end_of (from);
  double spacing = CLAMP (gap, LEAST_GAP, USUAL);
  double missing = wanted->size + 2 * spacing - gap;

  wanted->at = end_of (from) + MAX (spacing, (gap - wanted->size) / 2);
  /* A branch is a row of its own; what joins others stays in its own row. */
  wanted->cross = ways_on (room, from) > 1 ? to->cross : from->cross;
  if (missing > 0)
    {
      to->shift = missing;
      push_all (room);
    }
  step_aside (room, wanted, FALSE);
}

/* On a way back there is nothing to be pushed: the step stands clear, under both. */
static void
place_under (Room *room, const Body *from, const Body *to, Body *wanted)
{
  wanted->at = (from->at + to->at) / 2;
  wanted->cross = MAX (from->cross, to->cross) + wanted->cross_size + TL_STEP_GAP_Y;
  step_aside (room, wanted, TRUE);
}

static GArray *
shifts_of (const Room *room)
{
  GArray *shifts = g_array_new (FALSE, FALSE, sizeof (TlShift));

  for (guint i = 0; i < room->geometry->steps->len; i++)
    {
      const Body *body = &room->bodies[i];
      TlShift shift = { body->step, room->down ? 0 : body->shift, room->down ? body->shift : 0 };

      if (!body->goes && fabs (body->shift) > 0)
        g_array_append_val (shifts, shift);
    }
  return shifts;
}

/* Steps under one another make a flow that runs downwards, but not in lanes: from one lane it then goes to another. */
static gboolean
runs_down (const TlFlowGeometry *geometry, const TlBox *from, const TlBox *to)
{
  return geometry->lanes->len == 0 && to->y >= from->y + from->height && fabs (to->x - from->x) < from->width;
}

/**
 * tl_room_between:
 * @geometry: a geometry
 * @connector: a connector that it draws
 * @guest: (nullable): a step that is there already and goes between; %NULL for a new one
 * @place: (out): the centre for the step
 *
 * Finds a place for a step between the two that @connector connects. What follows goes on by as much
 * as is missing: the spacing stays as it was, up to that of the layout, and a wider gap is used up
 * first. What is not in the way stays. Where the flow wraps into a new row, or goes back, nothing is
 * moved: the step then goes on behind the first, or under both.
 *
 * Returns: (transfer full) (element-type TlShift): what has to move
 */
GArray *
tl_room_between (const TlFlowGeometry *geometry, const TlConnector *connector, const TlStep *guest, TlPlace *place)
{
  const TlBox *from_box = &tl_flow_geometry_step (geometry, connector->from)->box;
  const TlBox *to_box = &tl_flow_geometry_step (geometry, connector->to)->box;
  gboolean down = runs_down (geometry, from_box, to_box);
  Room room = { .geometry = geometry, .guest = guest, .down = down };
  Body wanted = { .size = down ? TL_STEP_HEIGHT : TL_STEP_WIDTH, .cross_size = down ? TL_STEP_WIDTH : TL_STEP_HEIGHT };
  Body *from, *to;
  GArray *shifts;

  read_geometry (&room);
  from = &room.bodies[body_of (&room, connector->from)];
  to = &room.bodies[body_of (&room, connector->to)];
  if (to->at >= end_of (from))
    place_between (&room, from, to, &wanted);
  else if (connector->kind == TL_CONNECTOR_FLOW && from != to)
    {
      wanted.at = end_of (from) + USUAL;
      wanted.cross = from->cross;
      step_aside (&room, &wanted, FALSE);
    }
  else
    place_under (&room, from, to, &wanted);
  place->x = down ? wanted.cross + wanted.cross_size / 2 : wanted.at + wanted.size / 2;
  place->y = down ? wanted.at + wanted.size / 2 : wanted.cross + wanted.cross_size / 2;
  shifts = shifts_of (&room);
  room_clear (&room);
  return shifts;
}

/* What encloses all guests. */
static Body
enclose_guests (const Room *room)
{
  Body all = { .size = -1 };

  for (guint i = 0; i < room->geometry->steps->len; i++)
    {
      const Body *body = &room->bodies[i];
      double end = MAX (end_of (&all), end_of (body));
      double far = MAX (all.cross + all.cross_size, body->cross + body->cross_size);

      if (!is_guest (room, body))
        continue;
      if (all.size < 0)
        {
          all = *body;
          continue;
        }
      all.at = MIN (all.at, body->at);
      all.cross = MIN (all.cross, body->cross);
      all.size = end - all.at;
      all.cross_size = far - all.cross;
    }
  return all;
}

/* Returns: (nullable): the one of which @wanted covers most */
static const Body *
most_covered (const Room *room, const Body *wanted)
{
  const Body *most = NULL;
  double greatest = 0;

  for (guint i = 0; i < room->geometry->steps->len; i++)
    {
      const Body *body = &room->bodies[i];
      double along = MIN (end_of (body), end_of (wanted)) - MAX (body->at, wanted->at);
      double across
          = MIN (body->cross + body->cross_size, wanted->cross + wanted->cross_size) - MAX (body->cross, wanted->cross);

      if (is_guest (room, body) || along <= 0 || across <= 0 || along * across <= greatest)
        continue;
      greatest = along * across;
      most = body;
    }
  return most;
}

/* Those on which @wanted stands, or close behind, go on. */
static void
push_off (Room *room, const Body *wanted)
{
  for (guint i = 0; i < room->geometry->steps->len; i++)
    {
      Body *body = &room->bodies[i];

      if (!is_guest (room, body) && share_a_row (body, wanted) && end_of (body) > wanted->at
          && body->at < end_of (wanted) + LEAST_BESIDE)
        body->shift = end_of (wanted) + USUAL - body->at;
    }
  push_all (room);
}

/**
 * tl_room_in_lane:
 * @geometry: a geometry
 * @lane: where the guests come to stand
 * @guests: (element-type TlStep): steps that have been put where it draws them
 * @dx: (out): how far they go to the right
 * @dy: (out): how far they go down
 *
 * Finds room in a lane for steps that were let go over it: they stand inside it, and where they cover another step, in
 * the row of that and in its place, or in the place behind it, whichever is nearer. The others go on, as for
 * tl_room_between().
 *
 * Returns: (transfer full) (element-type TlShift): what else has to move
 */
GArray *
tl_room_in_lane (const TlFlowGeometry *geometry, const TlBox *lane, GPtrArray *guests, double *dx, double *dy)
{
  Room room = { .geometry = geometry, .guests = guests };
  double first, last;
  const Body *covered;
  Body stood, wanted;
  GArray *shifts;

  read_geometry (&room);
  stood = wanted = enclose_guests (&room);
  tl_lane_room_across (lane, wanted.cross_size, &first, &last);
  wanted.cross = CLAMP (wanted.cross, first, last);
  covered = most_covered (&room, &wanted);
  if (covered)
    {
      gboolean before = wanted.at + wanted.size / 2 < covered->at + covered->size / 2;

      wanted.cross = covered->cross;
      wanted.at = before ? covered->at : end_of (covered) + USUAL;
      push_off (&room, &wanted);
    }
  *dx = wanted.at - stood.at;
  *dy = wanted.cross - stood.cross;
  shifts = shifts_of (&room);
  room_clear (&room);
  return shifts;
}

static gboolean
is_regular (double gap)
{
  return gap >= USUAL - NEARER && gap <= USUAL + FARTHER;
}

/* Whether a step stands where the layout would have it: behind the one before it, or in a column with such a step. */
static gboolean
is_tidy (const Room *room, const Body *body)
{
  if (is_regular (body->before))
    return TRUE;
  for (guint i = 0; i < room->geometry->steps->len; i++)
    if (fabs (room->bodies[i].at - body->at) <= IN_COLUMN && is_regular (room->bodies[i].before))
      return TRUE;
  return FALSE;
}

static void
look_before (Room *room)
{
  for (guint i = 0; i < room->geometry->steps->len; i++)
    for (guint w = room->bodies[i].sources; w != 0; w = g_array_index (room->ways, Way, w - 1).next)
      {
        Body *to = &room->bodies[g_array_index (room->ways, Way, w - 1).to];
        double gap = to->at - end_of (&room->bodies[i]);

        to->is_led_to |= to != &room->bodies[i];
        if (gap >= 0)
          to->before = MIN (to->before, gap);
      }
}

/* What @body leads to closes up as it does; where it is taken out, into its place, with the wider of the gaps on its
 * two sides. At the front of the flow there is no hole to be closed. */
static void
pull_from (Room *room, const Body *body)
{
  for (guint w = body->sources; w != 0; w = g_array_index (room->ways, Way, w - 1).next)
    {
      Body *to = &room->bodies[g_array_index (room->ways, Way, w - 1).to];
      double gap = to->at - end_of (body);
      double taken = body->goes && body->is_led_to ? body->size + MIN (gap, body->before) : 0;

      if (gap >= 0)
        to->pull = MIN (to->pull, body->shift - taken);
    }
}

/* Each step closes up as far as those before it let it: they push as they do when room is made, only that all go back.
 */
static void
pull_all (Room *room)
{
  guint n = room->geometry->steps->len;
  g_autofree guint *order = order_along (room);

  look_before (room);
  for (guint i = 0; i < n; i++)
    room->bodies[i].shift = -INFINITY;
  for (guint i = 0; i < n; i++)
    {
      Body *body = &room->bodies[order[i]];

      body->shift = MAX (body->shift, body->pull < 0 && is_tidy (room, body) ? body->pull : 0);
      pull_from (room, body);
      if (!body->goes)
        push_from (room, body, order, i);
    }
}

/* Whether the work mostly runs downwards where steps are taken out. */
static gboolean
runs_down_at (const TlFlowGeometry *geometry, GPtrArray *going)
{
  int down = 0;

  for (guint i = 0; i < geometry->paths->len; i++)
    {
      const TlConnector *connector = (TlConnector *) g_array_index (geometry->paths, TlPath, i).item;
      const TlBox *from, *to;

      if (connector->item.kind != TL_ITEM_CONNECTOR || connector->kind != TL_CONNECTOR_FLOW
          || !(g_ptr_array_find (going, connector->from, NULL) || g_ptr_array_find (going, connector->to, NULL)))
        continue;
      from = &tl_flow_geometry_step (geometry, connector->from)->box;
      to = &tl_flow_geometry_step (geometry, connector->to)->box;
      down += runs_down (geometry, from, to) - (to->x >= from->x + from->width);
    }
  return down > 0;
}

/**
 * tl_room_closed:
 * @geometry: a geometry
 * @going: (element-type TlStep): steps that it draws, which are taken out
 *
 * Finds how what follows in the row closes up, the reverse of tl_room_between(): by as much as a step and its gap took,
 * as far as nobody then stands nearer to another than the layout would have it. Who does not stand as the layout would
 * have it was placed by hand, and stays, with what follows it.
 *
 * Returns: (transfer full) (element-type TlShift): what has to move; none of @going
 */
GArray *
tl_room_closed (const TlFlowGeometry *geometry, GPtrArray *going)
{
  Room room = { .geometry = geometry, .down = runs_down_at (geometry, going) };
  GArray *shifts;

  read_geometry (&room);
  for (guint i = 0; i < going->len; i++)
    room.bodies[body_of (&room, g_ptr_array_index (going, i))].goes = TRUE;
  pull_all (&room);
  shifts = shifts_of (&room);
  room_clear (&room);
  return shifts;
}
