#include "app/canvas-private.h"

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
  tl_canvas_paint_tools (self, cr, &theme);
}
