/* canvas-lanes.c: lanes shown and hidden, and steps that come into them: each is for the role whose lane it stands in.
 */
#include "app/canvas-private.h"

#include "layout/lane-hold.h"
#include "layout/lane-room.h"
#include "layout/room.h"
#include "study/insertion.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* ---- shown or not ---- */

gboolean
tl_canvas_shows_lanes (TlCanvas *self)
{
  return self->flow && self->flow->lanes == TL_YES;
}

/* How the flow stands now, and how it is seen, is not lost. */
static void
show_lanes (TlCanvas *self)
{
  TlHistory *history = tl_canvas_history (self);

  g_clear_pointer (&self->lane_memory, tl_lane_memory_free);
  self->lane_memory = tl_lane_memory_new (self->flow);
  self->lane_view = tl_canvas_destination (self);
  self->lane_view_fitted = self->fitted;
  tl_history_begin (history, _ ("Show lanes"), NULL);
  tl_history_apply (history, tl_edit_new_set_choice (self->flow, "lanes", TL_YES));
  tl_flow_hold_lanes (history, tl_document_study (self->document), self->flow, _ ("Show lanes"));
  tl_history_end (history);
  tl_lane_memory_settle (self->lane_memory);
  tl_canvas_follow_lanes (self);
}

/* Steps go back to where they stood before lanes were shown, if @back. */
static void
hide_lanes (TlCanvas *self, const TlLaneMemory *back)
{
  TlHistory *history = tl_canvas_history (self);

  tl_history_begin (history, _ ("Hide lanes"), NULL);
  tl_history_apply (history, tl_edit_new_set_choice (self->flow, "lanes", TL_NO));
  if (back)
    tl_lane_memory_restore (back, history);
  tl_history_end (history);
  if (back)
    tl_canvas_return_to (self, &self->lane_view, self->lane_view_fitted);
  else
    tl_canvas_show_whole (self);
}

/* Shows the flow in lanes or without, as one entry of the history. Without them it is as it was before, if nothing was
 * moved, added or taken away since; what was laid out in lanes is laid out anew; what people placed stays. */
void
tl_canvas_set_show_lanes (TlCanvas *self, gboolean show)
{
  const TlLaneMemory *memory = self->lane_memory;

  if (show == tl_canvas_shows_lanes (self) || !tl_canvas_can_edit (self))
    return;
  if (show)
    show_lanes (self);
  else if (memory && tl_lane_memory_holds (memory, self->flow))
    hide_lanes (self, memory);
  else if ((memory && tl_lane_memory_is_laid_out (memory, self->flow))
           || tl_flow_is_tidy_in_lanes (tl_document_study (self->document), self->flow))
    tl_canvas_lay_out_without_lanes (self);
  else
    hide_lanes (self, NULL);
}

/* ---- steps that come into them ---- */

/* Whether lanes are seen: they are where there are steps. */
gboolean
tl_canvas_has_lanes (TlCanvas *self)
{
  TlFlowGeometry *geometry = tl_canvas_geometry (self);

  return geometry && geometry->lanes->len > 0;
}

static void
move_to (TlCanvas *self, TlStep *step, TlPlace place)
{
  TlHistory *history = tl_canvas_history (self);

  tl_history_apply (history, tl_edit_new_set_number (step, "x", place.x));
  tl_history_apply (history, tl_edit_new_set_number (step, "y", place.y));
}

static void
give_to (TlCanvas *self, TlStep *step, const TlLane *lane)
{
  if (step->role != lane->role)
    tl_history_apply (tl_canvas_history (self), tl_edit_new_set_item (step, "role", lane->role));
}

/* Makes room in a lane for a step, within an entry of the history, after others have gone aside by @shifts (nullable).
 * Returns: where it then stands */
static TlPlace
make_room (TlCanvas *self, const TlStep *guest, GArray *shifts, const TlLane *lane, TlPlace wanted)
{
  g_autoptr (TlLaneRoom) room = tl_lane_room_new (tl_canvas_geometry (self), guest, shifts);
  guint number = tl_lane_room_take (room, lane->role, wanted);
  g_autoptr (GArray) down = tl_lane_room_shifts (room);

  tl_canvas_hold_places (self);
  if (shifts)
    tl_canvas_shift (self, shifts);
  tl_canvas_shift (self, down);
  return tl_lane_room_place (room, number);
}

/* Adds a step, within an entry of the history. In lanes it is for the role whose lane is at that height, and stands
 * clear there; what is below goes down where the lane has to grow. */
TlStep *
tl_canvas_put_step (TlCanvas *self, const char *name, TlPlace place)
{
  const TlLane *lane = tl_canvas_has_lanes (self) ? tl_flow_lanes_at (tl_canvas_geometry (self)->lanes, place.y) : NULL;
  /* The lane is a part of it, and adding a step makes another one. */
  g_autoptr (TlFlowGeometry) before = lane ? tl_flow_geometry_ref (tl_canvas_geometry (self)) : NULL;
  TlStep *step;

  if (!lane)
    {
      tl_canvas_hold_places (self);
      return tl_flow_add_step (tl_canvas_history (self), self->flow, name, place.x, place.y);
    }
  place = make_room (self, NULL, NULL, lane, place);
  step = tl_flow_add_step (tl_canvas_history (self), self->flow, name, place.x, place.y);
  give_to (self, step, lane);
  return step;
}

/* Where a step that follows another is wanted: in lanes beside it, as its lane makes room. */
TlPlace
tl_canvas_place_after (TlCanvas *self, TlStep *after)
{
  TlPlace place = tl_flow_geometry_free_place (tl_canvas_geometry (self), after);
  TlBox box;

  if (after && tl_canvas_has_lanes (self))
    {
      box = tl_canvas_box_of (self, after);
      place.y = box.y + box.height / 2;
    }
  return place;
}

static const TlLane *
lane_where (TlCanvas *self, gpointer step)
{
  TlBox box = tl_canvas_box_of (self, step);

  return tl_flow_lanes_at (tl_canvas_geometry (self)->lanes, box.y + box.height / 2);
}

/* Between two steps one stands in the lane of one of them. */
static const TlLane *
lane_between (TlCanvas *self, TlConnector *connector, TlPlace place)
{
  const TlLane *there = tl_flow_lanes_at (tl_canvas_geometry (self)->lanes, place.y);
  const TlLane *from = lane_where (self, connector->from);

  return there == lane_where (self, connector->to) ? there : from;
}

/* Puts @step, or a new one where it is NULL, into @connector, within an entry of the history, once those that follow
 * have gone aside by @shifts. In lanes it is for the role in whose lane it comes to stand. */
TlStep *
tl_canvas_put_between (TlCanvas *self, TlConnector *connector, TlStep *step, GArray *shifts, TlPlace place)
{
  const TlLane *lane = tl_canvas_has_lanes (self) ? lane_between (self, connector, place) : NULL;
  /* The lane is a part of it, and moving steps makes another one. */
  g_autoptr (TlFlowGeometry) before = tl_flow_geometry_ref (tl_canvas_geometry (self));

  if (lane)
    place = make_room (self, step, shifts, lane, place);
  else
    {
      tl_canvas_hold_places (self);
      tl_canvas_shift (self, shifts);
    }
  step = tl_flow_insert_step (tl_canvas_history (self), connector, step, place.x, place.y);
  if (lane)
    give_to (self, step, lane);
  return step;
}

/* Lets steps that were added come into the lanes of their roles, within an entry of the history: each as near as there
 * is room to where it stands. @before is the geometry without them. One without a role is for the role whose lane is
 * where it stands; where @keep, it stays without, in the lane of those. */
void
tl_canvas_settle_in_lanes (TlCanvas *self, TlFlowGeometry *before, GPtrArray *added, gboolean keep)
{
  g_autoptr (TlLaneRoom) room = tl_lane_room_new (before, NULL, NULL);
  g_autofree guint *numbers = g_new (guint, added->len + 1);
  g_autoptr (GArray) down = NULL;

  for (guint i = 0; i < added->len; i++)
    {
      TlStep *step = g_ptr_array_index (added, i);

      if (!step->role && !keep)
        give_to (self, step, tl_flow_lanes_at (before->lanes, step->y));
      numbers[i] = tl_lane_room_take (room, step->role, (TlPlace){ step->x, step->y });
    }
  down = tl_lane_room_shifts (room);
  tl_canvas_shift (self, down);
  for (guint i = 0; i < added->len; i++)
    move_to (self, g_ptr_array_index (added, i), tl_lane_room_place (room, numbers[i]));
}

/* Steps were let go over a lane, within an entry of the history: they are for its role, and others make room. */
void
tl_canvas_let_into_lane (TlCanvas *self, const TlLane *lane, GPtrArray *steps)
{
  TlHistory *history = tl_canvas_history (self);
  double dx, dy;
  g_autoptr (GArray) shifts = tl_room_in_lane (tl_canvas_geometry (self), &lane->box, steps, &dx, &dy);

  tl_canvas_shift (self, shifts);
  tl_steps_move_by (history, steps, dx, dy, NULL);
  tl_steps_set_role (history, steps, lane->role);
}
