/* tool-pan.c: the sheet is moved under the window, with space held or by the middle button. */
#include "app/canvas-private.h"

typedef struct
{
  TlTool tool;
  TlViewport before;
  double last_x;
  double last_y;
} PanTool;

static gboolean
hover (TlTool *tool, const TlPointer *pointer)
{
  return tool->canvas->space_held;
}

static gboolean
press (TlTool *tool, const TlPointer *pointer)
{
  PanTool *self = (PanTool *) tool;

  if (!tool->canvas->space_held && !tool->canvas->middle_held)
    return FALSE;
  self->before = tool->canvas->viewport;
  self->last_x = pointer->x;
  self->last_y = pointer->y;
  return TRUE;
}

static void
move (TlTool *tool, const TlPointer *pointer)
{
  PanTool *self = (PanTool *) tool;
  TlCanvas *canvas = tool->canvas;

  tl_viewport_pan (&canvas->viewport, pointer->x - self->last_x, pointer->y - self->last_y);
  self->last_x = pointer->x;
  self->last_y = pointer->y;
  canvas->fitted = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (canvas));
}

static void
cancel (TlTool *tool)
{
  tool->canvas->viewport = ((PanTool *) tool)->before;
  gtk_widget_queue_allocate (GTK_WIDGET (tool->canvas));
}

static const TlToolClass klass = {
  .cursor = "grabbing",
  .hover_cursor = "grab",
  .hover = hover,
  .press = press,
  .move = move,
  .cancel = cancel,
};

TlTool *
tl_pan_tool_new (void)
{
  PanTool *self = g_new0 (PanTool, 1);

  self->tool.klass = &klass;
  return &self->tool;
}
