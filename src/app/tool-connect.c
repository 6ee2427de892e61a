/* tool-connect.c: from the disc on a step's side to another step, or to where a new one shall
 * stand. */
#include <math.h>

#include "app/canvas-private.h"

#define HANDLE_RADIUS 14.0

typedef struct
{
  TlTool tool;
  TlStep *near; /* whose disc is under the pointer; not owned, asked anew with each move */
  TlStep *from;
} ConnectTool;

static TlPlace
handle_place (TlCanvas *canvas, TlStep *step)
{
  TlBox box = tl_canvas_box_of (canvas, step);

  return tl_viewport_to_widget (&canvas->viewport,
                                (TlPlace){ box.x + box.width, box.y + box.height / 2 });
}

static gboolean
is_near (TlCanvas *canvas, TlItem *item, const TlPointer *pointer)
{
  TlPlace at;

  if (!item || item->kind != TL_ITEM_STEP)
    return FALSE;
  at = handle_place (canvas, (TlStep *) item);
  return hypot (pointer->x - at.x, pointer->y - at.y) <= HANDLE_RADIUS;
}

/* Only the step under the pointer shows its disc, but half of that lies beside the step. */
static gboolean
hover (TlTool *tool, const TlPointer *pointer)
{
  ConnectTool *self = (ConnectTool *) tool;
  TlItem *under = tl_canvas_item_at (tool->canvas, pointer->x, pointer->y);

  self->near = NULL;
  if (is_near (tool->canvas, under, pointer))
    self->near = (TlStep *) under;
  else if (is_near (tool->canvas, tool->canvas->hover, pointer))
    self->near = (TlStep *) tool->canvas->hover;
  if (self->near)
    tool->canvas->hover = TL_ITEM (self->near);
  return self->near != NULL;
}

static gboolean
press (TlTool *tool, const TlPointer *pointer)
{
  ConnectTool *self = (ConnectTool *) tool;

  if (!hover (tool, pointer))
    return FALSE;
  g_clear_pointer (&self->from, tl_item_unref);
  self->from = (TlStep *) tl_item_ref (self->near);
  return TRUE;
}

/* The step that it would lead to shows itself. */
static void
move (TlTool *tool, const TlPointer *pointer)
{
  TlItem *target = tl_canvas_item_at (tool->canvas, pointer->x, pointer->y);

  tool->canvas->hover = target && target->kind == TL_ITEM_STEP ? target : NULL;
}

static void
let_go (TlTool *tool)
{
  ConnectTool *self = (ConnectTool *) tool;

  self->near = NULL;
  g_clear_pointer (&self->from, tl_item_unref);
}

/* Over a step it connects to it; over nothing it makes a step there. */
static void
release (TlTool *tool, const TlPointer *pointer)
{
  TlCanvas *canvas = tool->canvas;
  TlItem *to = tl_canvas_item_at (canvas, pointer->x, pointer->y);
  TlPlace place = tl_viewport_to_flow (&canvas->viewport, pointer->x, pointer->y);
  TlStep *from = ((ConnectTool *) tool)->from;

  if (!tl_pointer_has_moved (pointer))
    tl_canvas_add_step_after (canvas, from);
  else if (to && to->kind == TL_ITEM_STEP)
    tl_canvas_connect (canvas, from, (TlStep *) to);
  else
    tl_canvas_add_step_after_at (canvas, from, place.x, place.y);
  let_go (tool);
}

static void
paint (TlTool *tool, cairo_t *cr, const TlTheme *theme)
{
  TlColour accent = tl_theme_ink (theme, TL_INK_ACCENT);
  const TlPointer *pointer = &tool->canvas->pointer;

  cairo_move_to (cr, pointer->press_x, pointer->press_y);
  cairo_line_to (cr, pointer->x, pointer->y);
  cairo_set_line_width (cr, 2.5);
  tl_colour_set (cr, &accent);
  cairo_stroke (cr);
  cairo_arc (cr, pointer->x, pointer->y, 5, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
hint (TlTool *tool, cairo_t *cr, const TlTheme *theme)
{
  TlColour accent = tl_theme_ink (theme, TL_INK_ACCENT);
  TlColour ground = tl_theme_ink (theme, TL_INK_GROUND);
  TlItem *item = tool->canvas->hover;
  TlPlace at;

  if (!item || item->kind != TL_ITEM_STEP)
    return;
  at = handle_place (tool->canvas, (TlStep *) item);
  cairo_arc (cr, at.x, at.y, tool->canvas->hovering == tool ? 10 : 8, 0, 2 * G_PI);
  tl_colour_set (cr, &accent);
  cairo_fill (cr);
  tl_colour_set (cr, &ground);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, at.x - 3.5, at.y);
  cairo_line_to (cr, at.x + 3.5, at.y);
  cairo_move_to (cr, at.x, at.y - 3.5);
  cairo_line_to (cr, at.x, at.y + 3.5);
  cairo_stroke (cr);
}

static const TlToolClass klass = {
  .cursor = "crosshair",
  .hover_cursor = "crosshair",
  .hover = hover,
  .press = press,
  .move = move,
  .release = release,
  .cancel = let_go,
  .paint = paint,
  .hint = hint,
  .free = let_go,
};

TlTool *
tl_connect_tool_new (void)
{
  ConnectTool *self = g_new0 (ConnectTool, 1);

  self->tool.klass = &klass;
  return &self->tool;
}
