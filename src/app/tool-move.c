/* tool-move.c: a press on an item selects it; dragging a step moves all that are selected. */
#include <math.h>

#include "app/canvas-private.h"
#include "app/move-hints.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

typedef struct
{
  TlTool tool;
  TlItem *pressed;
  GPtrArray *before; /* what was selected */
  gboolean take_out; /* a click lets the pressed item go out of the selection */
  gboolean refused;  /* the study can't be changed: it has been said */
  GPtrArray *steps;  /* what moves; NULL until it does */
  GArray *origins;   /* (element-type TlPlace): where each stood */
  char *gesture;     /* the key in the history of this drag */
  TlMoveHints *hints;
} MoveTool;

static gboolean
is_adding (const TlPointer *pointer)
{
  return (pointer->state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0;
}

static void
let_go (MoveTool *self)
{
  g_clear_pointer (&self->pressed, tl_item_unref);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->origins, g_array_unref);
  g_clear_pointer (&self->gesture, g_free);
  g_clear_pointer (&self->hints, tl_move_hints_free);
  self->take_out = self->refused = FALSE;
}

static gboolean
hover (TlTool *tool, const TlPointer *pointer)
{
  return tl_canvas_item_at (tool->canvas, pointer->x, pointer->y) != NULL;
}

/* Ctrl and Shift add to what is selected, or take from it: but only when the button is let go, as
 * what is pressed may be about to be dragged with the rest. */
static void
select_pressed (MoveTool *self, gboolean adding)
{
  TlSelection *selection = tl_canvas_selection (self->tool.canvas);
  gboolean selected = tl_selection_has (selection, self->pressed);

  self->take_out = adding && selected;
  if (selected || adding)
    tl_selection_add (selection, self->pressed);
  else
    tl_selection_set (selection, self->pressed);
}

static gboolean
press (TlTool *tool, const TlPointer *pointer)
{
  MoveTool *self = (MoveTool *) tool;
  TlItem *item = tl_canvas_item_at (tool->canvas, pointer->x, pointer->y);

  if (!item)
    return FALSE;
  let_go (self);
  self->pressed = tl_item_ref (item);
  self->before = tl_selection_items (tl_canvas_selection (tool->canvas));
  select_pressed (self, is_adding (pointer));
  return TRUE;
}

/* Who undoes in the middle of a drag wants it to be over: what the hand still does then is nothing. */
static void
end_undone (MoveTool *self)
{
  if (!self->gesture || tl_history_holds (tl_canvas_history (self->tool.canvas), self->gesture))
    return;
  tl_canvas_end_drag (self->tool.canvas);
  g_ptr_array_set_size (self->steps, 0);
  g_clear_pointer (&self->hints, tl_move_hints_free);
}

static gboolean
is_line (const TlItem *item)
{
  return item->kind == TL_ITEM_CONNECTOR || item->kind == TL_ITEM_ENTRY || item->kind == TL_ITEM_RAISES;
}

/* Whether a line is pressed and nothing moves with it. */
static gboolean
moves_nothing (MoveTool *self)
{
  g_autoptr (GPtrArray) steps = NULL;

  if (self->steps || !is_line (self->pressed))
    return FALSE;
  steps = tl_selection_of_kind (tl_canvas_selection (self->tool.canvas), TL_ITEM_STEP);
  return steps->len == 0;
}

/* Returns: whether there is something to move */
static gboolean
begin (MoveTool *self)
{
  TlCanvas *canvas = self->tool.canvas;

  if (self->steps)
    return self->steps->len > 0;
  if (self->refused)
    return FALSE;
  self->refused = !tl_canvas_can_edit (canvas);
  if (self->refused)
    return FALSE;
  self->steps = tl_selection_of_kind (tl_canvas_selection (canvas), TL_ITEM_STEP);
  self->origins = g_array_new (FALSE, FALSE, sizeof (TlPlace));
  for (guint i = 0; i < self->steps->len; i++)
    {
      TlBox box = tl_canvas_box_of (canvas, g_ptr_array_index (self->steps, i));
      TlPlace place = { box.x + box.width / 2, box.y + box.height / 2 };

      g_array_append_val (self->origins, place);
    }
  self->gesture = g_strdup_printf ("drag %u", ++canvas->drags);
  tl_history_hold (tl_canvas_history (canvas), self->gesture);
  self->hints = tl_move_hints_new (tl_canvas_geometry (canvas), self->steps);
  return self->steps->len > 0;
}

static void
place_steps (MoveTool *self, double dx, double dy)
{
  TlCanvas *canvas = self->tool.canvas;
  TlHistory *history = tl_canvas_history (canvas);

  tl_history_begin (history, ngettext ("Move step", "Move steps", self->steps->len), self->gesture);
  tl_canvas_hold_places (canvas);
  for (guint i = 0; i < self->steps->len; i++)
    {
      const TlPlace *origin = &g_array_index (self->origins, TlPlace, i);
      TlStep *step = g_ptr_array_index (self->steps, i);

      if (step->item.parent != TL_ITEM (canvas->flow))
        continue;
      tl_history_apply (history, tl_edit_new_set_number (step, "x", origin->x + dx));
      tl_history_apply (history, tl_edit_new_set_number (step, "y", origin->y + dy));
    }
  tl_history_end (history);
}

static void
move (TlTool *tool, const TlPointer *pointer)
{
  MoveTool *self = (MoveTool *) tool;
  TlCanvas *canvas = tool->canvas;
  TlPlace at = tl_viewport_to_flow (&canvas->viewport, pointer->x, pointer->y);
  double dx = at.x - pointer->press_place.x, dy = at.y - pointer->press_place.y;
  TlBox visible;

  end_undone (self);
  if (!self->steps && !tl_pointer_has_moved (pointer))
    return;
  if (moves_nothing (self))
    {
      /* Lines are everywhere: who draws a frame around steps may well begin on one. */
      tl_canvas_pass_on (canvas);
      return;
    }
  if (!begin (self))
    return;
  visible = tl_viewport_visible (&canvas->viewport, canvas->width, canvas->height);
  tl_move_hints_update (self->hints, &visible, canvas->viewport.zoom, pointer->state, &dx, &dy);
  tl_canvas_keep_dragging (canvas, self->steps);
  place_steps (self, dx, dy);
  canvas->hover = TL_ITEM (tl_move_hints_drop (self->hints)->connector);
}

/* All in the entry of the history that moved them. */
static void
finish_drag (MoveTool *self)
{
  TlCanvas *canvas = self->tool.canvas;
  TlHistory *history = tl_canvas_history (canvas);
  const TlFlowDrop *drop = tl_move_hints_drop (self->hints);

  if (drop->connector)
    tl_canvas_insert (canvas, drop->connector, g_ptr_array_index (self->steps, 0), self->gesture);
  else if (drop->lane)
    {
      tl_history_begin (history, ngettext ("Move step", "Move steps", self->steps->len), self->gesture);
      tl_canvas_let_into_lane (canvas, drop->lane, self->steps);
      tl_history_end (history);
    }
  tl_history_settle (history);
}

static void
release (TlTool *tool, const TlPointer *pointer)
{
  MoveTool *self = (MoveTool *) tool;
  TlSelection *selection = tl_canvas_selection (tool->canvas);

  end_undone (self);
  tl_canvas_end_drag (tool->canvas);
  if (self->steps && self->steps->len)
    finish_drag (self);
  else if (self->steps)
    ; /* it was undone */
  else if (self->take_out)
    tl_selection_toggle (selection, self->pressed);
  else if (!is_adding (pointer))
    tl_selection_set (selection, self->pressed);
  let_go (self);
}

static void
cancel (TlTool *tool)
{
  MoveTool *self = (MoveTool *) tool;
  TlHistory *history = tl_canvas_history (tool->canvas);

  tl_canvas_end_drag (tool->canvas);
  if (self->gesture)
    {
      tl_history_begin (history, ngettext ("Move step", "Move steps", 1), self->gesture);
      tl_history_cancel (history);
    }
  tl_selection_set_items (tl_canvas_selection (tool->canvas), self->before);
  let_go (self);
}

static void
paint (TlTool *tool, cairo_t *cr, const TlTheme *theme)
{
  MoveTool *self = (MoveTool *) tool;

  if (self->hints)
    tl_move_hints_paint (self->hints, cr, theme, &tool->canvas->viewport, tool->canvas->text_scale);
}

static void
snapshot_guides (TlTool *tool, GtkSnapshot *snapshot, const TlTheme *theme)
{
  MoveTool *self = (MoveTool *) tool;

  if (self->hints)
    tl_move_hints_snapshot (self->hints, snapshot, theme, &tool->canvas->viewport);
}

static void
move_free (TlTool *tool)
{
  let_go ((MoveTool *) tool);
}

static const TlToolClass klass = {
  .hover_cursor = "pointer",
  .scrolls = TRUE,
  .hover = hover,
  .press = press,
  .move = move,
  .release = release,
  .cancel = cancel,
  .paint = paint,
  .snapshot = snapshot_guides,
  .free = move_free,
};

TlTool *
tl_move_tool_new (void)
{
  MoveTool *self = g_new0 (MoveTool, 1);

  self->tool.klass = &klass;
  return &self->tool;
}
