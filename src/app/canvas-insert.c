/* canvas-insert.c: a step put between two others, which make room. */
#include "app/canvas-private.h"

#include <math.h>

#include "layout/flow-walk.h"
#include "layout/room.h"
#include "study/insertion.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* Moves steps, within an entry of the history. */
void
tl_canvas_shift (TlCanvas *self, GArray *shifts)
{
  TlHistory *history = tl_canvas_history (self);

  for (guint i = 0; i < shifts->len; i++)
    {
      const TlShift *shift = &g_array_index (shifts, TlShift, i);

      tl_history_apply (history, tl_edit_new_set_number (shift->step, "x", shift->step->x + shift->dx));
      tl_history_apply (history, tl_edit_new_set_number (shift->step, "y", shift->step->y + shift->dy));
    }
}

/* Puts @step into @connector, or, where it is NULL, a new step whose name is then typed. What follows
 * makes room. With @gesture (nullable) this is a part of a gesture that has begun, as a drag.
 * Returns: (nullable): the step; NULL where it can't be, which is then said */
TlStep *
tl_canvas_insert (TlCanvas *self, TlConnector *connector, TlStep *step, const char *gesture)
{
  g_autofree char *adding = NULL;
  g_autoptr (GArray) shifts = NULL;
  TlHistory *history;
  gboolean is_new = !step;
  TlPlace place;

  if (!tl_canvas_can_edit (self))
    return NULL;
  if (!tl_connector_can_take (connector, step))
    {
      tl_canvas_say (self, _ ("This step is at one end of the connector already"));
      return NULL;
    }
  history = tl_canvas_history (self);
  shifts = tl_room_between (tl_canvas_geometry (self), connector, step, &place);
  if (is_new)
    adding = tl_canvas_adding_gesture (self);
  tl_history_begin (history, _ ("Insert step"), is_new ? adding : gesture);
  step = tl_canvas_put_between (self, connector, step, shifts, place);
  tl_history_end (history);
  tl_selection_set (tl_canvas_selection (self), step);
  tl_canvas_follow_step (self, step);
  if (is_new)
    tl_canvas_start_naming (self, step, TRUE);
  return step;
}

/* Where the work mostly goes on to: the connector of kind flow with the greatest share. */
static TlConnector *
main_way_on (TlFlow *flow, TlStep *step)
{
  g_autoptr (GPtrArray) out = tl_flow_connectors_from (flow, step);
  TlConnector *main_way = NULL;
  double greatest = -1;

  for (guint i = 0; i < out->len; i++)
    {
      TlConnector *connector = g_ptr_array_index (out, i);
      /* A blank one takes what the others leave, which is mostly the most. */
      double share = isnan (connector->share) ? 0.5 : connector->share;

      if (connector->kind != TL_CONNECTOR_FLOW || share <= greatest)
        continue;
      greatest = share;
      main_way = connector;
    }
  return main_way;
}

/* I: a step into the selected connector, or after the selected step. */
void
tl_canvas_insert_at_focus (TlCanvas *self)
{
  TlItem *focus = self->flow ? tl_selection_focus (tl_canvas_selection (self)) : NULL;
  TlConnector *connector = NULL;

  if (focus && focus->kind == TL_ITEM_CONNECTOR)
    connector = (TlConnector *) focus;
  else if (focus && focus->kind == TL_ITEM_STEP)
    {
      connector = main_way_on (self->flow, (TlStep *) focus);
      if (!connector)
        {
          tl_canvas_add_step_after (self, (TlStep *) focus);
          return;
        }
    }
  if (connector)
    tl_canvas_insert (self, connector, NULL, NULL);
  else
    tl_canvas_refuse (self, _ ("Select a connector first, or the step after which to insert one"));
}
