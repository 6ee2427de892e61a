/* lane-hold.c: steps stand in the lanes of their roles, once a flow shows lanes. */
#include "layout/lane-hold.h"

#include <math.h>

#include "layout/flow-lanes.h"
#include "layout/tidy.h"

/* Beyond this part of all steps, moving strays one by one makes no order: the flow is tidied. */
#define FEW 0.25
/* Between a step that is moved and those that stand. */
#define ROOM 20.0
/* To the right and to the left, so many columns. */
#define MOST_COLUMNS 4

static gboolean
is_within (const TlBox *box, const TlLane *lane)
{
  return box->y >= lane->box.y && box->y + box->height <= lane->box.y + lane->box.height;
}

/* Returns: (element-type TlStepBox): pointers to those that stand outside of their lane */
static GPtrArray *
find_strays (const TlFlowGeometry *geometry)
{
  GPtrArray *strays = g_ptr_array_new ();

  for (guint i = 0; i < geometry->steps->len; i++)
    {
      TlStepBox *box = &g_array_index (geometry->steps, TlStepBox, i);
      const TlLane *lane = tl_flow_lanes_of (geometry->lanes, box->step->role);

      if (lane != NULL && !is_within (&box->box, lane))
        g_ptr_array_add (strays, box);
    }
  return strays;
}

static gboolean
is_free (const TlFlowGeometry *geometry, const TlStepBox *stray, TlBox box)
{
  for (guint i = 0; i < geometry->steps->len; i++)
    {
      const TlStepBox *other = &g_array_index (geometry->steps, TlStepBox, i);

      if (other != stray && other->box.x < box.x + box.width + ROOM && box.x < other->box.x + other->box.width + ROOM
          && other->box.y < box.y + box.height + ROOM && box.y < other->box.y + other->box.height + ROOM)
        return FALSE;
    }
  return TRUE;
}

/* In the rows of the lane, the first one where its steps begin; in the column where the step
 * stands, then in those beside it. */
static gboolean
find_place (const TlFlowGeometry *geometry, TlStepBox *stray, const TlLane *lane)
{
  double first = lane->box.y + MIN (TL_LANE_TOP, (lane->box.height - stray->box.height) / 2);
  double last = lane->box.y + lane->box.height - stray->box.height;

  for (int i = 0; i <= 2 * MOST_COLUMNS; i++)
    for (double y = first; y <= last; y += TL_STEP_HEIGHT + TL_STEP_GAP_Y)
      {
        int column = i % 2 == 1 ? (i + 1) / 2 : -i / 2;
        TlBox box = { stray->box.x + column * (TL_STEP_WIDTH + TL_STEP_GAP_X), y, stray->box.width, stray->box.height };

        if (is_free (geometry, stray, box))
          {
            stray->box = box;
            return TRUE;
          }
      }
  return FALSE;
}

static gboolean
place_strays (const TlFlowGeometry *geometry, const GPtrArray *strays)
{
  for (guint i = 0; i < strays->len; i++)
    {
      TlStepBox *stray = g_ptr_array_index (strays, i);

      if (!find_place (geometry, stray, tl_flow_lanes_of (geometry->lanes, stray->step->role)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_placed (const TlFlow *flow)
{
  for (guint i = 0; i < flow->steps->len; i++)
    if (tl_step_is_placed (g_ptr_array_index (flow->steps, i)))
      return TRUE;
  return FALSE;
}

static GArray *
places_of (const GPtrArray *strays)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (TlTidyPlace));

  for (guint i = 0; i < strays->len; i++)
    {
      const TlStepBox *stray = g_ptr_array_index (strays, i);
      TlTidyPlace place
          = { stray->step, round (stray->box.x + stray->box.width / 2), round (stray->box.y + stray->box.height / 2) };

      g_array_append_val (places, place);
    }
  return places;
}

/**
 * tl_flow_hold_lanes:
 * @history: of the study
 * @study: a study
 * @flow: one of its flows
 * @name: what this is called where it can be undone, translated
 *
 * Where @flow shows lanes, moves the steps that stand outside of their role's lane into it: a few
 * to a free place there, beside which nothing else moves; where they are many, or there is no such
 * place, the flow is tidied. A flow in which nobody has placed a step stands in lanes by itself.
 * Nothing is done where all stand well.
 */
void
tl_flow_hold_lanes (TlHistory *history, TlStudy *study, TlFlow *flow, const char *name)
{
  static const TlTidyOptions options = { FALSE, FALSE, NULL };
  g_autoptr (TlFlowGeometry) geometry = NULL;
  g_autoptr (GPtrArray) strays = NULL;
  g_autoptr (GArray) places = NULL;

  if (flow->lanes != TL_YES || !is_placed (flow))
    return;
  geometry = tl_flow_geometry_new (study, flow);
  strays = find_strays (geometry);
  if (strays->len == 0)
    return;
  if (strays->len <= MAX (1, FEW * geometry->steps->len) && place_strays (geometry, strays))
    places = places_of (strays);
  else
    places = tl_flow_tidy (study, flow, &options);
  tl_tidy_apply (history, places, name);
}

/**
 * tl_flow_is_tidy_in_lanes:
 * @study: a study
 * @flow: one of its flows
 *
 * Returns: whether @flow shows lanes, its steps have places, and all of these are where tidying would place them
 */
gboolean
tl_flow_is_tidy_in_lanes (TlStudy *study, TlFlow *flow)
{
  static const TlTidyOptions options = { FALSE, FALSE, NULL };
  g_autoptr (GArray) places = NULL;

  if (flow->lanes != TL_YES || !is_placed (flow))
    return FALSE;
  places = tl_flow_tidy (study, flow, &options);
  for (guint i = 0; i < places->len; i++)
    {
      const TlTidyPlace *place = &g_array_index (places, TlTidyPlace, i);

      if (!tl_step_is_placed (place->step) || fabs (place->step->x - place->x) > 1
          || fabs (place->step->y - place->y) > 1)
        return FALSE;
    }
  return TRUE;
}
