/* lane-room.c: a step that comes into a lane stands clear in it; where the lane is full there it gets one more row, and
 * what lies below goes down. */
#include "layout/lane-room.h"

/* Between a step that comes and those that stand. */
#define ROOM 20.0
#define ROW (TL_STEP_HEIGHT + TL_STEP_GAP_Y)

/* What stands: a step of the geometry, or one that has come. */
typedef struct
{
  TlStep *step; /* NULL for one that has come */
  TlBox box;
  double down; /* how far it went */
} Body;

/* A lane that may have grown, and gone down with what is over it. */
typedef struct
{
  const TlRole *role;
  TlBox box;
  double down;
} Lane;

struct _TlLaneRoom
{
  GArray *bodies; /* (element-type Body) */
  GArray *lanes;  /* (element-type Lane) */
};

static Body *
body_at (const TlLaneRoom *self, guint i)
{
  return &g_array_index (self->bodies, Body, i);
}

static Lane *
lane_at (const TlLaneRoom *self, guint i)
{
  return &g_array_index (self->lanes, Lane, i);
}

static double
bottom_of (const TlBox *box)
{
  return box->y + box->height;
}

static double
middle_of (const TlBox *box)
{
  return box->y + box->height / 2;
}

static void
go_aside (const GArray *shifts, Body *body)
{
  for (guint i = 0; shifts != NULL && i < shifts->len; i++)
    {
      const TlShift *shift = &g_array_index (shifts, TlShift, i);

      if (shift->step != body->step)
        continue;
      body->box.x += shift->dx;
      body->box.y += shift->dy;
    }
}

/**
 * tl_lane_room_new:
 * @geometry: a geometry that shows lanes
 * @guest: (nullable): a step of it that leaves its place to come elsewhere
 * @shifts: (nullable) (element-type TlShift): how steps go aside before any come
 *
 * Returns: (transfer full): what stands in the lanes, and their room
 */
TlLaneRoom *
tl_lane_room_new (const TlFlowGeometry *geometry, const TlStep *guest, const GArray *shifts)
{
  TlLaneRoom *self = g_new0 (TlLaneRoom, 1);

  self->bodies = g_array_new (FALSE, FALSE, sizeof (Body));
  self->lanes = g_array_new (FALSE, FALSE, sizeof (Lane));
  for (guint i = 0; i < geometry->steps->len; i++)
    {
      const TlStepBox *step = &g_array_index (geometry->steps, TlStepBox, i);
      Body body = { step->step, step->box, 0 };

      go_aside (shifts, &body);
      if (step->step != guest)
        g_array_append_val (self->bodies, body);
    }
  for (guint i = 0; i < geometry->lanes->len; i++)
    {
      const TlLane *there = &g_array_index (geometry->lanes, TlLane, i);
      Lane lane = { there->role, there->box, 0 };

      g_array_append_val (self->lanes, lane);
    }
  return self;
}

/**
 * tl_lane_room_free:
 * @self: (transfer full): room
 */
void
tl_lane_room_free (TlLaneRoom *self)
{
  g_array_unref (self->bodies);
  g_array_unref (self->lanes);
  g_free (self);
}

/* A role that nobody had yet gets its lane under all others. */
static guint
lane_of (TlLaneRoom *self, const TlRole *role)
{
  const Lane *last;
  Lane lane = { role, { 0, 0, 0, TL_LANE_LEAST }, 0 };

  for (guint i = 0; i < self->lanes->len; i++)
    if (lane_at (self, i)->role == role)
      return i;
  if (self->lanes->len > 0)
    {
      last = lane_at (self, self->lanes->len - 1);
      lane.box.y = bottom_of (&last->box);
      lane.down = last->down;
    }
  g_array_append_val (self->lanes, lane);
  return self->lanes->len - 1;
}

static gboolean
is_beside (const TlBox *a, const TlBox *b)
{
  return a->x >= b->x + b->width + ROOM || b->x >= a->x + a->width + ROOM;
}

static gboolean
is_clear (const TlLaneRoom *self, const TlBox *box)
{
  for (guint i = 0; i < self->bodies->len; i++)
    {
      const TlBox *other = &body_at (self, i)->box;

      if (!is_beside (box, other) && box->y < bottom_of (other) + ROOM && other->y < bottom_of (box) + ROOM)
        return FALSE;
    }
  return TRUE;
}

/* In a row of the lane as it is, the nearest first. Returns: whether one is clear */
static gboolean
find_row (const TlLaneRoom *self, const TlBox *lane, TlBox *box)
{
  double first, last, wanted;

  if (!tl_lane_room_across (lane, box->height, &first, &last))
    return FALSE;
  wanted = CLAMP (box->y, first, last);
  for (int i = 0; wanted - i * ROW >= first || wanted + i * ROW <= last; i++)
    for (int side = 1; side >= -1; side -= 2)
      {
        box->y = wanted + side * i * ROW;
        if (box->y >= first && box->y <= last && is_clear (self, box))
          return TRUE;
      }
  return FALSE;
}

/* What stands or lies below @y goes down by @by. */
static void
go_down (TlLaneRoom *self, double y, double by)
{
  for (guint i = 0; i < self->bodies->len; i++)
    {
      Body *body = body_at (self, i);

      if (middle_of (&body->box) < y)
        continue;
      body->box.y += by;
      body->down += by;
    }
  for (guint i = 0; i < self->lanes->len; i++)
    {
      Lane *lane = lane_at (self, i);

      if (lane->box.y < y)
        continue;
      lane->box.y += by;
      lane->down += by;
    }
}

/* The row under all that stands at that place in the lane, which grows as far as it has to. */
static void
open_row (TlLaneRoom *self, Lane *lane, TlBox *box)
{
  double end = bottom_of (&lane->box), missing;

  box->y = lane->box.y + TL_LANE_TOP;
  for (guint i = 0; i < self->bodies->len; i++)
    {
      const TlBox *other = &body_at (self, i)->box;

      if (!is_beside (box, other) && middle_of (other) >= lane->box.y && middle_of (other) < end)
        box->y = MAX (box->y, bottom_of (other) + TL_STEP_GAP_Y);
    }
  missing = bottom_of (box) + TL_LANE_BOTTOM - end;
  if (missing <= 0)
    return;
  go_down (self, end, missing);
  lane->box.height += missing;
}

/**
 * tl_lane_room_take:
 * @self: room
 * @role: (nullable): whose lane; %NULL for the lane of no role
 * @wanted: the centre for a step, as things lay at first
 *
 * Lets a step come into a lane, at the height that is nearest to the wanted one. Where nothing is clear there the lane
 * gets one more row, and what lies below goes down. Those that have come stand in the way of those that come later.
 *
 * Returns: its number, for tl_lane_room_place()
 */
guint
tl_lane_room_take (TlLaneRoom *self, const TlRole *role, TlPlace wanted)
{
  Lane *lane = lane_at (self, lane_of (self, role));
  Body body = { NULL, { wanted.x - TL_STEP_WIDTH / 2, 0, TL_STEP_WIDTH, TL_STEP_HEIGHT }, 0 };

  body.box.y = wanted.y - TL_STEP_HEIGHT / 2 + lane->down;
  if (!find_row (self, &lane->box, &body.box))
    open_row (self, lane, &body.box);
  g_array_append_val (self->bodies, body);
  return self->bodies->len - 1;
}

/**
 * tl_lane_room_place:
 * @self: room
 * @number: of a step that has come
 *
 * Returns: its centre, now: when others come it may have to go down
 */
TlPlace
tl_lane_room_place (const TlLaneRoom *self, guint number)
{
  const TlBox *box = &body_at (self, number)->box;

  return (TlPlace){ box->x + box->width / 2, middle_of (box) };
}

/**
 * tl_lane_room_shifts:
 * @self: room
 *
 * Returns: (transfer full) (element-type TlShift): how those that stood there go down
 */
GArray *
tl_lane_room_shifts (const TlLaneRoom *self)
{
  GArray *shifts = g_array_new (FALSE, FALSE, sizeof (TlShift));

  for (guint i = 0; i < self->bodies->len; i++)
    {
      TlShift shift = { body_at (self, i)->step, 0, body_at (self, i)->down };

      if (shift.step != NULL && shift.dy > 0)
        g_array_append_val (shifts, shift);
    }
  return shifts;
}

/* Where the rows end in which @block lies. */
static double
end_of_rows (const TlFlowGeometry *geometry, const TlBox *block)
{
  double end = bottom_of (block);

  for (guint i = 0; i < geometry->steps->len; i++)
    {
      const TlBox *box = &g_array_index (geometry->steps, TlStepBox, i).box;

      if (middle_of (box) >= block->y && middle_of (box) < bottom_of (block))
        end = MAX (end, bottom_of (box));
    }
  return end;
}

/**
 * tl_room_under:
 * @geometry: a geometry
 * @block: what encloses some of its steps
 * @down: (out): how far under @block a copy of it stands clear
 *
 * Finds how what lies below @block goes down, so that a copy of it stands clear under it, with the layout's gap over it
 * and under it.
 *
 * Returns: (transfer full) (element-type TlShift): what has to move
 */
GArray *
tl_room_under (const TlFlowGeometry *geometry, const TlBox *block, double *down)
{
  GArray *shifts = g_array_new (FALSE, FALSE, sizeof (TlShift));
  double end = end_of_rows (geometry, block), next = G_MAXDOUBLE, missing;

  *down = end + TL_STEP_GAP_Y - block->y;
  for (guint i = 0; i < geometry->steps->len; i++)
    if (middle_of (&g_array_index (geometry->steps, TlStepBox, i).box) >= bottom_of (block))
      next = MIN (next, g_array_index (geometry->steps, TlStepBox, i).box.y);
  missing = end + block->height + 2 * TL_STEP_GAP_Y - next;
  for (guint i = 0; missing > 0 && i < geometry->steps->len; i++)
    {
      const TlStepBox *step = &g_array_index (geometry->steps, TlStepBox, i);
      TlShift shift = { step->step, 0, missing };

      if (middle_of (&step->box) >= bottom_of (block))
        g_array_append_val (shifts, shift);
    }
  return shifts;
}
