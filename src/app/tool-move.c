/* tool-move.c: a press on an item selects it; dragging a step moves all that are selected. */
#include "app/canvas-private.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

typedef struct
{
  TlTool tool;
  TlItem *pressed;
  GPtrArray *before; /* what was selected */
  gboolean dragging;
  char *gesture;  /* the key in the history of this drag */
  double moved_x; /* so far, in the flow's points */
  double moved_y;
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
  g_clear_pointer (&self->gesture, g_free);
  self->dragging = FALSE;
  self->moved_x = self->moved_y = 0;
}

static gboolean
hover (TlTool *tool, const TlPointer *pointer)
{
  return tl_canvas_item_at (tool->canvas, pointer->x, pointer->y) != NULL;
}

/* Ctrl and Shift add to what is selected or take from it. */
static void
select_pressed (MoveTool *self, gboolean adding)
{
  TlSelection *selection = tl_canvas_selection (self->tool.canvas);

  if (adding)
    tl_selection_toggle (selection, self->pressed);
  else if (!tl_selection_has (selection, self->pressed))
    tl_selection_set (selection, self->pressed);
  else
    tl_selection_add (selection, self->pressed);
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

static void
move (TlTool *tool, const TlPointer *pointer)
{
  MoveTool *self = (MoveTool *) tool;
  TlCanvas *canvas = tool->canvas;
  double to_x = (pointer->x - pointer->press_x) / canvas->viewport.zoom;
  double to_y = (pointer->y - pointer->press_y) / canvas->viewport.zoom;

  if (!self->dragging && !tl_pointer_has_moved (pointer))
    return;
  self->dragging = TRUE;
  if (!self->gesture)
    self->gesture = g_strdup_printf ("drag %u", ++canvas->drags);
  tl_canvas_move_selected (canvas, to_x - self->moved_x, to_y - self->moved_y, self->gesture);
  self->moved_x = to_x;
  self->moved_y = to_y;
}

static void
release (TlTool *tool, const TlPointer *pointer)
{
  MoveTool *self = (MoveTool *) tool;

  if (self->dragging)
    tl_history_settle (tl_canvas_history (tool->canvas));
  else if (!is_adding (pointer))
    tl_selection_set (tl_canvas_selection (tool->canvas), self->pressed);
  let_go (self);
}

static void
cancel (TlTool *tool)
{
  MoveTool *self = (MoveTool *) tool;
  TlHistory *history = tl_canvas_history (tool->canvas);

  if (self->gesture)
    {
      tl_history_begin (history, ngettext ("Move step", "Move steps", 1), self->gesture);
      tl_history_cancel (history);
    }
  tl_selection_set_items (tl_canvas_selection (tool->canvas), self->before);
  let_go (self);
}

static void
move_free (TlTool *tool)
{
  let_go ((MoveTool *) tool);
}

static const TlToolClass klass = {
  .hover_cursor = "pointer",
  .hover = hover,
  .press = press,
  .move = move,
  .release = release,
  .cancel = cancel,
  .free = move_free,
};

TlTool *
tl_move_tool_new (void)
{
  MoveTool *self = g_new0 (MoveTool, 1);

  self->tool.klass = &klass;
  return &self->tool;
}
