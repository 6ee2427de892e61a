#include "app/canvas-private.h"

#include <math.h>

static void
draw_band (TlCanvas *self, cairo_t *cr, const TlColour *accent)
{
  double x = MIN (self->press_x, self->pointer_x), y = MIN (self->press_y, self->pointer_y);
  double width = fabs (self->pointer_x - self->press_x);
  double height = fabs (self->pointer_y - self->press_y);

  cairo_rectangle (cr, x + 0.5, y + 0.5, width, height);
  cairo_set_source_rgba (cr, accent->red, accent->green, accent->blue, 0.12);
  cairo_fill_preserve (cr);
  tl_colour_set (cr, accent);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
draw_new_connector (TlCanvas *self, cairo_t *cr, const TlColour *accent)
{
  cairo_move_to (cr, self->press_x, self->press_y);
  cairo_line_to (cr, self->pointer_x, self->pointer_y);
  cairo_set_line_width (cr, 2.5);
  tl_colour_set (cr, accent);
  cairo_stroke (cr);
  cairo_arc (cr, self->pointer_x, self->pointer_y, 5, 0, 2 * G_PI);
  cairo_fill (cr);
}

/* The small disc on a step's side from which a connector is drawn. */
static void
draw_handle (TlCanvas *self, cairo_t *cr, TlStep *step, const TlTheme *theme)
{
  TlColour accent = tl_theme_ink (theme, TL_INK_ACCENT);
  TlColour ground = tl_theme_ink (theme, TL_INK_GROUND);
  double x, y;

  tl_canvas_handle_place (self, step, &x, &y);
  cairo_arc (cr, x, y, self->handle == step ? 10 : 8, 0, 2 * G_PI);
  tl_colour_set (cr, &accent);
  cairo_fill (cr);
  tl_colour_set (cr, &ground);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, x - 3.5, y);
  cairo_line_to (cr, x + 3.5, y);
  cairo_move_to (cr, x, y - 3.5);
  cairo_line_to (cr, x, y + 3.5);
  cairo_stroke (cr);
}

static void
draw_flow (TlCanvas *self, cairo_t *cr)
{
  TlBox visible = tl_viewport_visible (&self->viewport, self->width, self->height);
  TlFlowMarks marks = { 0 };

  marks.selected = tl_selection_table (tl_canvas_selection (self));
  marks.hover = self->hover;
  if (gtk_widget_has_focus (GTK_WIDGET (self)))
    marks.focus = tl_selection_focus (tl_canvas_selection (self));
  cairo_save (cr);
  cairo_translate (cr, self->viewport.x, self->viewport.y);
  cairo_scale (cr, self->viewport.zoom, self->viewport.zoom);
  tl_flow_picture_paint (tl_canvas_picture (self), cr, &visible, self->viewport.zoom, &marks);
  cairo_restore (cr);
}

static void
draw_tools (TlCanvas *self, cairo_t *cr, const TlTheme *theme)
{
  TlColour accent = tl_theme_ink (theme, TL_INK_ACCENT);
  TlItem *hover = self->hover;

  if (self->grip == TL_GRIP_BAND)
    draw_band (self, cr, &accent);
  else if (self->grip == TL_GRIP_CONNECT)
    draw_new_connector (self, cr, &accent);
  else if (self->handle)
    draw_handle (self, cr, self->handle, theme);
  else if (self->grip == TL_GRIP_NONE && hover && hover->kind == TL_ITEM_STEP)
    draw_handle (self, cr, (TlStep *) hover, theme);
}

/* Draws the flow and what the pointer is doing to it. */
void
tl_canvas_draw (TlCanvas *self, cairo_t *cr)
{
  TlTheme theme = tl_canvas_theme ();
  TlColour ground = tl_theme_ink (&theme, TL_INK_GROUND);

  tl_colour_set (cr, &ground);
  cairo_paint (cr);
  if (!self->flow)
    return;
  draw_flow (self, cr);
  draw_tools (self, cr, &theme);
}
