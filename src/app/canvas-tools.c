#include <math.h>

#include "app/canvas-private.h"

/* The order in which they are asked. Small things that lie over large ones come first; what takes
 * any press is last. */
static TlTool *(*const makers[]) (void) = {
  tl_pan_tool_new,   tl_tail_tool_new,  tl_head_tool_new, tl_connect_tool_new,
  tl_raise_tool_new, tl_enter_tool_new, tl_move_tool_new, tl_band_tool_new,
};

gboolean
tl_pointer_has_moved (const TlPointer *pointer)
{
  return hypot (pointer->x - pointer->press_x, pointer->y - pointer->press_y) > TL_DRAG_THRESHOLD;
}

static void
tool_free (gpointer data)
{
  TlTool *tool = data;

  if (tool->klass->free)
    tool->klass->free (tool);
  g_free (tool);
}

/* Gives the canvas its tools. */
void
tl_canvas_add_tools (TlCanvas *self)
{
  self->tools = g_ptr_array_new_with_free_func (tool_free);
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      TlTool *tool = makers[i]();

      tool->canvas = self;
      g_ptr_array_add (self->tools, tool);
    }
}

static void
update_cursor (TlCanvas *self)
{
  const char *cursor = NULL;

  if (self->tool)
    cursor = self->tool->klass->cursor;
  else if (self->hovering)
    cursor = self->hovering->klass->hover_cursor;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
}

/* What was under the pointer may be gone. */
void
tl_canvas_forget_hover (TlCanvas *self)
{
  self->hover = NULL;
  self->hovering = NULL;
}

static TlTool *
tool_for_hover (TlCanvas *self)
{
  for (guint i = 0; i < self->tools->len; i++)
    {
      TlTool *tool = g_ptr_array_index (self->tools, i);

      if (tool->klass->hover && tool->klass->hover (tool, &self->pointer))
        return tool;
    }
  return NULL;
}

/* Nothing is pressed, and the pointer is where self->pointer says. */
void
tl_canvas_hover (TlCanvas *self)
{
  TlItem *before = self->hover;
  TlTool *tool_before = self->hovering;
  TlTool *tool;

  if (self->tool || !self->flow)
    return;
  tool = tool_for_hover (self);
  if (!tool || !tool->klass->hint)
    self->hover = tl_canvas_item_at (self, self->pointer.x, self->pointer.y);
  self->hovering = tool;
  if (self->hover == before && self->hovering == tool_before)
    return;
  update_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Of the tools from number @first on, the first that wants the press has the pointer. */
static void
offer_press (TlCanvas *self, guint first)
{
  for (guint i = first; i < self->tools->len && !self->tool; i++)
    {
      TlTool *tool = g_ptr_array_index (self->tools, i);

      if (tool->klass->press (tool, &self->pointer))
        self->tool = tool;
    }
  update_cursor (self);
}

/* The pointer is pressed where self->pointer says: the first tool that wants it has it. */
void
tl_canvas_press (TlCanvas *self)
{
  tl_canvas_end_glide (self);
  tl_canvas_cancel_tool (self);
  offer_press (self, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The tool that has the pointer can't do anything with what the hand does: it lets go, and a later one has it, as if
 * that had been pressed. */
void
tl_canvas_pass_on (TlCanvas *self)
{
  TlTool *before = self->tool;
  guint index;

  if (!before || !g_ptr_array_find (self->tools, before, &index))
    return;
  tl_canvas_cancel_tool (self);
  offer_press (self, index + 1);
  if (self->tool && self->tool->klass->move)
    self->tool->klass->move (self->tool, &self->pointer);
}

void
tl_canvas_drag (TlCanvas *self)
{
  if (!self->tool || !self->flow)
    return;
  if (self->tool->klass->move)
    self->tool->klass->move (self->tool, &self->pointer);
  tl_canvas_update_bar (self);
  tl_canvas_watch_edge (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
tl_canvas_release (TlCanvas *self)
{
  TlTool *tool = g_steal_pointer (&self->tool);

  if (!tool || !self->flow)
    return;
  if (tool->klass->release)
    tool->klass->release (tool, &self->pointer);
  tl_canvas_want_bar (self, TRUE);
  self->hovering = NULL;
  update_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Calls off what the pointer is doing: everything is as it was before the press.
 * Returns: whether it was doing anything */
gboolean
tl_canvas_cancel_tool (TlCanvas *self)
{
  TlTool *tool = g_steal_pointer (&self->tool);

  if (!tool)
    return FALSE;
  if (tool->klass->cancel)
    tool->klass->cancel (tool);
  tl_canvas_update_bar (self);
  self->hovering = NULL;
  update_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

/* Paints what the pointer is doing, or could do where it is. */
void
tl_canvas_paint_tools (TlCanvas *self, cairo_t *cr, const TlTheme *theme)
{
  if (self->tool)
    {
      if (self->tool->klass->paint)
        self->tool->klass->paint (self->tool, cr, theme);
      return;
    }
  if (self->naming)
    return;
  for (guint i = 0; i < self->tools->len; i++)
    {
      TlTool *tool = g_ptr_array_index (self->tools, i);

      if (tool->klass->hint)
        tool->klass->hint (tool, cr, theme);
    }
}
