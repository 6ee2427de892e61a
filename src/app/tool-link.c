#include "app/tool-link.h"

#include <math.h>

#include "app/canvas-private.h"
#include "app/tool-paint.h"

/* In widget units at 100 % room scale: a finger finds it. */
#define REACH 16.0
#define DISC 9.0
#define RING 6.5
/* A step drawn smaller than this has no handles. */
#define LEAST_WIDTH 36.0
/* On one drawn narrower than so many discs they would be in the way of the hand: they stand beside it. */
#define ROOMY 12.0

typedef struct
{
  TlTool tool;
  const TlLinkKind *link;
  TlItem *near; /* whose handle is under the pointer; not owned, asked anew with each move */
  TlItem *from;
  TlItem *target; /* not owned, asked anew with each move */
} LinkTool;

/* Ends show only on what is selected: under each pointer they would be in the way. */
static gboolean
shows_on_hover (LinkTool *self)
{
  return self->link->handle != TL_HANDLE_TAIL && self->link->handle != TL_HANDLE_HEAD;
}

/* How far a handle stands off a small step; 0 where half of it lies on its item. */
static double
aside (LinkTool *self)
{
  double disc = DISC * sqrt (self->tool.canvas->text_scale);

  return TL_STEP_WIDTH * self->tool.canvas->viewport.zoom < ROOMY * disc ? disc + 1 : 0;
}

static gboolean
handle_place (LinkTool *self, TlItem *item, TlPlace *place)
{
  TlCanvas *canvas = self->tool.canvas;

  if (!item || TL_STEP_WIDTH * canvas->viewport.zoom < LEAST_WIDTH
      || !tl_flow_handle_place (tl_canvas_geometry (canvas), self->link->handle, item, place))
    return FALSE;
  *place = tl_viewport_to_widget (&canvas->viewport, *place);
  if (self->link->handle == TL_HANDLE_RAISE)
    place->y += aside (self);
  else if (shows_on_hover (self))
    place->x += aside (self);
  return TRUE;
}

/* The item selected alone shows its handles always: a finger does not hover. */
static TlItem *
alone (TlCanvas *canvas)
{
  TlSelection *selection = tl_canvas_selection (canvas);

  return tl_selection_size (selection) == 1 ? tl_selection_focus (selection) : NULL;
}

static gboolean
is_near (LinkTool *self, TlItem *item, const TlPointer *pointer)
{
  double reach = aside (self) > 0 ? aside (self) : REACH * sqrt (self->tool.canvas->text_scale);
  TlPlace at;

  return handle_place (self, item, &at) && hypot (pointer->x - at.x, pointer->y - at.y) <= reach;
}

/* Half of a handle, or all, lies beside its item. */
static gboolean
hover (TlTool *tool, const TlPointer *pointer)
{
  LinkTool *self = (LinkTool *) tool;
  TlCanvas *canvas = tool->canvas;
  TlItem *candidates[] = { alone (canvas), NULL, NULL };

  if (shows_on_hover (self))
    {
      candidates[1] = tl_canvas_item_at (canvas, pointer->x, pointer->y);
      candidates[2] = canvas->hover;
    }
  self->near = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (candidates) && !self->near; i++)
    if (is_near (self, candidates[i], pointer))
      self->near = candidates[i];
  if (self->near)
    canvas->hover = self->near;
  return self->near != NULL;
}

static gboolean
press (TlTool *tool, const TlPointer *pointer)
{
  LinkTool *self = (LinkTool *) tool;

  if (!hover (tool, pointer))
    return FALSE;
  g_clear_pointer (&self->from, tl_item_unref);
  self->from = tl_item_ref (self->near);
  self->target = NULL;
  return TRUE;
}

/* What it would lead to shows itself. */
static void
move (TlTool *tool, const TlPointer *pointer)
{
  LinkTool *self = (LinkTool *) tool;
  TlItem *under = tl_canvas_item_at (tool->canvas, pointer->x, pointer->y);

  self->target = tl_flow_handle_accepts (self->link->handle, self->from, under) ? under : NULL;
  tool->canvas->hover = self->target;
}

static void
let_go (TlTool *tool)
{
  LinkTool *self = (LinkTool *) tool;

  self->near = self->target = NULL;
  g_clear_pointer (&self->from, tl_item_unref);
}

static void
release (TlTool *tool, const TlPointer *pointer)
{
  LinkTool *self = (LinkTool *) tool;
  TlCanvas *canvas = tool->canvas;
  g_autoptr (TlItem) from = g_steal_pointer (&self->from);
  TlItem *under = tl_canvas_item_at (canvas, pointer->x, pointer->y);
  TlPlace place = tl_viewport_to_flow (&canvas->viewport, pointer->x, pointer->y);
  gboolean accepted = tl_flow_handle_accepts (self->link->handle, from, under);

  let_go (tool);
  if (!tl_study_of (from))
    return;
  if (!tl_pointer_has_moved (pointer))
    {
      if (self->link->click)
        self->link->click (canvas, from);
      else
        tl_canvas_select (canvas, from);
    }
  /* What it does not accept is not open ground either, but a path is thin and may be dropped upon.
   */
  else if (accepted || !under || (under->kind != TL_ITEM_STEP && under->kind != TL_ITEM_DEMAND))
    self->link->drop (canvas, from, accepted ? under : NULL, place);
}

static TlColour
colour_of (LinkTool *self, const TlTheme *theme)
{
  return self->link->bucket == TL_N_BUCKETS ? tl_theme_ink (theme, TL_INK_ACCENT)
                                            : tl_theme_bucket (theme, self->link->bucket);
}

static void
paint_ghost (LinkTool *self, cairo_t *cr, const TlColour *colour)
{
  const TlPointer *pointer = &self->tool.canvas->pointer;
  double width = self->link->ghost_width * self->tool.canvas->viewport.zoom;
  double height = self->link->ghost_height * self->tool.canvas->viewport.zoom;

  if (width > 0)
    tl_tool_paint_ghost (cr, &(TlBox){ pointer->x - width / 2, pointer->y - height / 2, width, height }, colour);
}

/* From the other end of what is taken elsewhere, so that it is seen what stays. */
static TlPlace
start_of (LinkTool *self)
{
  TlCanvas *canvas = self->tool.canvas;
  TlHandle end = self->link->handle == TL_HANDLE_HEAD   ? TL_HANDLE_TAIL
                 : self->link->handle == TL_HANDLE_TAIL ? TL_HANDLE_HEAD
                                                        : self->link->handle;
  TlPlace place;

  if (tl_flow_handle_place (tl_canvas_geometry (canvas), end, self->from, &place))
    return tl_viewport_to_widget (&canvas->viewport, place);
  return (TlPlace){ canvas->pointer.press_x, canvas->pointer.press_y };
}

static void
paint (TlTool *tool, cairo_t *cr, const TlTheme *theme)
{
  LinkTool *self = (LinkTool *) tool;
  const TlPointer *pointer = &tool->canvas->pointer;
  TlColour colour = colour_of (self, theme);
  TlPlace start = start_of (self);

  if (!self->target && tl_pointer_has_moved (pointer))
    paint_ghost (self, cr, &colour);
  cairo_move_to (cr, start.x, start.y);
  cairo_line_to (cr, pointer->x, pointer->y);
  cairo_set_line_width (cr, 2.5);
  tl_colour_set (cr, &colour);
  cairo_stroke (cr);
  cairo_arc (cr, pointer->x, pointer->y, self->target ? 7 : 5, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
paint_handle (LinkTool *self, cairo_t *cr, const TlTheme *theme, TlItem *item)
{
  gboolean held = self->tool.canvas->hovering == &self->tool && self->near == item;
  double scale = sqrt (self->tool.canvas->text_scale) * (held ? 1.25 : 1);
  TlColour colour = colour_of (self, theme);
  TlPlace at;

  if (!handle_place (self, item, &at))
    return;
  if (self->link->sign)
    tl_tool_paint_disc (cr, theme, at, DISC * scale, &colour, self->link->sign);
  else
    tl_tool_paint_ring (cr, theme, at, RING * scale, &colour);
}

static void
hint (TlTool *tool, cairo_t *cr, const TlTheme *theme)
{
  LinkTool *self = (LinkTool *) tool;
  TlItem *selected = alone (tool->canvas);

  if (selected)
    paint_handle (self, cr, theme, selected);
  if (shows_on_hover (self) && tool->canvas->hover && tool->canvas->hover != selected)
    paint_handle (self, cr, theme, tool->canvas->hover);
}

static const TlToolClass klass = {
  .cursor = "crosshair",
  .hover_cursor = "crosshair",
  .scrolls = TRUE,
  .hover = hover,
  .press = press,
  .move = move,
  .release = release,
  .cancel = let_go,
  .paint = paint,
  .hint = hint,
  .free = let_go,
};

/**
 * tl_link_tool_new:
 * @link: (transfer none): what is particular about it; static
 *
 * Returns: (transfer full): a tool
 */
TlTool *
tl_link_tool_new (const TlLinkKind *link)
{
  LinkTool *self = g_new0 (LinkTool, 1);

  self->tool.klass = &klass;
  self->link = link;
  return &self->tool;
}
