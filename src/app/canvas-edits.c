#include "app/canvas-private.h"

#include <math.h>

#include "layout/flow-walk.h"
#include "layout/room.h"
#include "study/splicing.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* Gives every step the place where it is drawn. Once a person places one step, the others must not
 * be placed anew around it, so this goes into the same entry of the history. */
void
tl_canvas_hold_places (TlCanvas *self)
{
  TlFlowGeometry *geometry = tl_canvas_geometry (self);
  TlHistory *history = tl_canvas_history (self);

  for (guint i = 0; i < geometry->steps->len; i++)
    {
      TlStepBox *box = &g_array_index (geometry->steps, TlStepBox, i);

      if (tl_step_is_placed (box->step))
        continue;
      tl_history_apply (history, tl_edit_new_set_number (box->step, "x", box->box.x + box->box.width / 2));
      tl_history_apply (history, tl_edit_new_set_number (box->step, "y", box->box.y + box->box.height / 2));
    }
}

/* Returns: the key under which adding a step and typing its first name are one gesture. */
char *
tl_canvas_adding_gesture (TlCanvas *self)
{
  return g_strdup_printf ("add step %u", ++self->drags);
}

/* Whether the flow may be changed; says so where it may not. */
gboolean
tl_canvas_can_edit (TlCanvas *self)
{
  if (!self->document || !self->flow)
    return FALSE;
  if (tl_document_is_read_only (self->document))
    {
      tl_canvas_say (self, _ ("This study can be looked at, but not changed"));
      return FALSE;
    }
  return TRUE;
}

static TlStep *
add_step (TlCanvas *self, TlPlace place, TlStep *after)
{
  g_autofree char *gesture = tl_canvas_adding_gesture (self);
  TlHistory *history = tl_canvas_history (self);
  TlStep *step;

  tl_history_begin (history, _ ("Add step"), gesture);
  step = tl_canvas_put_step (self, NULL, place);
  if (after)
    tl_flow_connect (history, after, step, TL_CONNECTOR_FLOW);
  tl_history_end (history);
  tl_canvas_select (self, step);
  tl_canvas_start_naming (self, step, TRUE);
  return step;
}

/* Adds a step at a place of the flow and lets its name be typed. */
TlStep *
tl_canvas_add_step_at (TlCanvas *self, double x, double y)
{
  return tl_canvas_can_edit (self) ? add_step (self, (TlPlace){ x, y }, NULL) : NULL;
}

/* Adds the next step, connected to @after (nullable), and lets its name be typed. */
TlStep *
tl_canvas_add_step_after (TlCanvas *self, TlStep *after)
{
  return tl_canvas_can_edit (self) ? add_step (self, tl_canvas_place_after (self, after), after) : NULL;
}

/* The same, at a place of the flow. */
TlStep *
tl_canvas_add_step_after_at (TlCanvas *self, TlStep *after, double x, double y)
{
  return tl_canvas_can_edit (self) ? add_step (self, (TlPlace){ x, y }, after) : NULL;
}

/* The step that leads to @step, along a connector of kind flow if it can be. */
static TlStep *
step_before (TlCanvas *self, TlStep *step)
{
  g_autoptr (GPtrArray) into = tl_flow_connectors_to (self->flow, step);
  TlStep *before = NULL;

  for (guint i = 0; i < into->len; i++)
    {
      TlConnector *connector = g_ptr_array_index (into, i);

      if (connector->from != step && (!before || connector->kind == TL_CONNECTOR_FLOW))
        before = connector->from;
    }
  return before;
}

/* Adds another step beside @step: after the step that leads to it, as one more way on from there. */
void
tl_canvas_add_branch (TlCanvas *self, TlStep *step)
{
  TlStep *before = step ? step_before (self, step) : NULL;

  if (before)
    tl_canvas_add_step_after (self, before);
  else if (tl_canvas_can_edit (self))
    tl_canvas_refuse (self, step ? _ ("No step leads to this one; Tab adds the next one") : _ ("Select a step first"));
}

/* Adds a step that belongs to nothing yet, where there is room in sight. */
void
tl_canvas_add_note (TlCanvas *self)
{
  TlPlace place;

  if (!tl_canvas_can_edit (self))
    return;
  place = tl_flow_geometry_free_note (tl_canvas_geometry (self),
                                      tl_viewport_visible (&self->viewport, self->width, self->height));
  add_step (self, place, NULL);
}

/* What is selected next when the selection goes: the step before, so that typing can go on. */
static TlItem *
heir (TlCanvas *self, GPtrArray *doomed)
{
  TlItem *focus = tl_selection_focus (tl_canvas_selection (self));
  TlItem *candidate = NULL;

  if (focus && focus->kind == TL_ITEM_CONNECTOR)
    candidate = TL_ITEM (((TlConnector *) focus)->from);
  else if (focus && focus->kind == TL_ITEM_STEP)
    for (guint i = 0; i < self->flow->connectors->len && !candidate; i++)
      {
        TlConnector *connector = g_ptr_array_index (self->flow->connectors, i);

        if (TL_ITEM (connector->to) == focus && connector->from != connector->to)
          candidate = TL_ITEM (connector->from);
      }
  return candidate && !g_ptr_array_find (doomed, candidate, NULL) ? candidate : NULL;
}

void
tl_canvas_delete_selected (TlCanvas *self)
{
  g_autoptr (GPtrArray) items = NULL;
  TlItem *next;

  if (!tl_canvas_can_edit (self))
    return;
  items = tl_selection_items (tl_canvas_selection (self));
  if (items->len == 0)
    return;
  next = heir (self, items);
  tl_items_delete (tl_canvas_history (self), items);
  if (next)
    tl_canvas_select (self, next);
  else
    tl_selection_clear (tl_canvas_selection (self));
}

static void
say_spliced (TlCanvas *self, const TlSpliced *spliced)
{
  if (spliced->entries_lost)
    tl_canvas_say (self, _ ("A demand entered there and had no way on: say anew where it enters (E)"));
  else if (spliced->entries_parted)
    tl_canvas_say (self, _ ("A demand entered there. It now enters where most of it went on to"));
  else if (spliced->raises_lost)
    tl_canvas_say (self, _ ("The failure demand that it caused is gone with it"));
}

static gboolean
has_places (TlFlow *flow)
{
  for (guint i = 0; i < flow->steps->len; i++)
    if (tl_step_is_placed (g_ptr_array_index (flow->steps, i)))
      return TRUE;
  return FALSE;
}

/* What follows @steps in their rows closes up. Where nobody was placed all are placed anew anyway. */
static void
close_up (TlCanvas *self, GPtrArray *steps)
{
  g_autoptr (GArray) shifts = has_places (self->flow) ? tl_room_closed (tl_canvas_geometry (self), steps) : NULL;

  if (!shifts || shifts->len == 0)
    return;
  tl_canvas_hold_places (self);
  tl_canvas_shift (self, shifts);
}

/* Ctrl+Delete: takes the selected steps out and joins what stood before and after them. */
void
tl_canvas_splice_selected (TlCanvas *self)
{
  TlHistory *history;
  g_autoptr (GPtrArray) steps = NULL;
  TlSpliced spliced;
  TlItem *next;

  if (!tl_canvas_can_edit (self))
    return;
  steps = tl_canvas_selected_steps (self);
  if (!steps)
    return;
  next = heir (self, steps);
  history = tl_canvas_history (self);
  tl_history_begin (history, ngettext ("Take step out", "Take steps out", steps->len), NULL);
  close_up (self, steps);
  tl_steps_splice_out (history, steps, &spliced);
  tl_history_end (history);
  if (next)
    tl_canvas_select (self, next);
  else
    tl_selection_clear (tl_canvas_selection (self));
  say_spliced (self, &spliced);
}

static void
mark_demands (TlCanvas *self, GPtrArray *demands, TlDemandKind kind)
{
  TlHistory *history = tl_canvas_history (self);

  tl_history_begin (history, _ ("Change kind of demand"), NULL);
  for (guint i = 0; i < demands->len; i++)
    tl_history_apply (history, tl_edit_new_set_choice (g_ptr_array_index (demands, i), "kind", (int) kind));
  tl_history_end (history);
}

/* W and the letter after it are one gesture; any other key in between has settled it. */
static void
mark_steps (TlCanvas *self, GPtrArray *steps, TlStepClass class, TlWaste waste)
{
  TlHistory *history = tl_canvas_history (self);

  if (class != TL_CLASS_WASTE)
    {
      tl_steps_set_class (history, steps, class, waste);
      return;
    }
  if (waste == TL_WASTE_NONE)
    tl_history_settle (history);
  tl_history_begin (history, _ ("Mark as waste"), "mark as waste");
  tl_steps_set_class (history, steps, class, waste);
  tl_history_end (history);
}

/* Marks the selected steps. On a selected demand, value and not judged say what kind it is. */
void
tl_canvas_mark (TlCanvas *self, TlStepClass class, TlWaste waste)
{
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) demands = NULL;

  if (!tl_canvas_can_edit (self))
    return;
  steps = tl_selection_of_kind (tl_canvas_selection (self), TL_ITEM_STEP);
  demands = tl_selection_of_kind (tl_canvas_selection (self), TL_ITEM_DEMAND);
  if (steps->len)
    mark_steps (self, steps, class, waste);
  else if (demands->len && class != TL_CLASS_WASTE)
    mark_demands (self, demands, class == TL_CLASS_VALUE ? TL_DEMAND_VALUE : TL_DEMAND_UNSURE);
  else
    tl_canvas_refuse (self, _ ("Select a step first"));
}

void
tl_canvas_toggle_rework (TlCanvas *self)
{
  g_autoptr (GPtrArray) connectors = NULL;

  if (!tl_canvas_can_edit (self))
    return;
  connectors = tl_selection_of_kind (tl_canvas_selection (self), TL_ITEM_CONNECTOR);
  if (connectors->len)
    tl_connectors_toggle_rework (tl_canvas_history (self), connectors);
  else
    tl_canvas_refuse (self, _ ("Select a connector first: Shift+Right goes to the next one"));
}

/* Moves the selected steps, in the flow's points. */
void
tl_canvas_move_selected (TlCanvas *self, double dx, double dy, const char *gesture)
{
  g_autoptr (GPtrArray) steps = NULL;
  TlHistory *history;

  if (!tl_canvas_can_edit (self))
    return;
  steps = tl_selection_of_kind (tl_canvas_selection (self), TL_ITEM_STEP);
  if (steps->len == 0)
    return;
  history = tl_canvas_history (self);
  tl_history_begin (history, ngettext ("Move step", "Move steps", steps->len), gesture);
  tl_canvas_hold_places (self);
  tl_steps_move_by (history, steps, dx, dy, NULL);
  tl_history_end (history);
}
