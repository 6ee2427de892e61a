#include "app/canvas-private.h"

#include <math.h>

/* What is marked, over the tiles. As much as lies around it is drawn, no more: a renderer of textures
 * makes one of its size. */
static void
draw_marks (TlCanvas *self, GtkSnapshot *snapshot)
{
  TlTileView view = tl_canvas_tile_view (self);
  double scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  TlViewport drawn = { self->viewport.zoom, view.left / scale, view.top / scale };
  TlBox visible = tl_viewport_visible (&drawn, self->width, self->height);
  gboolean selected_too = !tl_canvas_tiles_show_selection (self);
  TlFlowMarks marks = { .selected = tl_selection_table (tl_canvas_selection (self)), .hover = self->hover };
  graphene_rect_t bounds;
  TlBox box;
  cairo_t *cr;

  if (tl_canvas_has_keyboard (self))
    marks.focus = tl_selection_focus (tl_canvas_selection (self));
  box = tl_flow_picture_marks_box (tl_canvas_picture (self), &marks, selected_too);
  if (box.width <= 0)
    return;
  box = tl_viewport_box_to_widget (&drawn, &box);
  graphene_rect_init (&bounds, (float) box.x, (float) box.y, (float) box.width, (float) box.height);
  if (!graphene_rect_intersection (
        &bounds, &GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height), &bounds))
    return;
  graphene_rect_round_extents (&bounds, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, drawn.x, drawn.y);
  cairo_scale (cr, drawn.zoom, drawn.zoom);
  tl_flow_picture_paint_marks (tl_canvas_picture (self), cr, &visible, drawn.zoom, &marks, selected_too);
  cairo_destroy (cr);
}

/* In a node as large as what is drawn: one of the whole canvas would be cleared and laid over it in each
 * frame, which takes longer than all the rest. */
static void
append_tools (TlCanvas *self, GtkSnapshot *snapshot, const TlTheme *theme)
{
  cairo_surface_t *drawn = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (drawn);
  double x, y, width, height;

  tl_canvas_paint_tools (self, cr, theme);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (drawn, &x, &y, &width, &height);
  if (width > 0 && height > 0)
    {
      cr = gtk_snapshot_append_cairo (
        snapshot, &GRAPHENE_RECT_INIT ((float) floor (x), (float) floor (y), (float) ceil (width) + 1,
                                       (float) ceil (height) + 1));
      cairo_set_source_surface (cr, drawn, 0, 0);
      cairo_paint (cr);
      cairo_destroy (cr);
    }
  cairo_surface_destroy (drawn);
}

/* A flow on its way is painted as it is in this moment: tiles of it would be of no use in the next. */
static void
draw_gliding (TlCanvas *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  TlBox visible = tl_viewport_visible (&self->viewport, self->width, self->height);
  TlFlowMarks marks = { .selected = tl_selection_table (tl_canvas_selection (self)) };
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);

  cairo_translate (cr, self->viewport.x, self->viewport.y);
  cairo_scale (cr, self->viewport.zoom, self->viewport.zoom);
  tl_flow_picture_paint (tl_canvas_picture (self), cr, &visible, self->viewport.zoom, &marks);
  cairo_destroy (cr);
}

/* Draws the flow and what the pointer is doing to it. */
void
tl_canvas_draw (TlCanvas *self, GtkSnapshot *snapshot)
{
  TlTheme theme = tl_canvas_theme ();
  TlColour ground = tl_theme_ink (&theme, TL_INK_GROUND);
  GdkRGBA colour = { (float) ground.red, (float) ground.green, (float) ground.blue, 1 };
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height);

  gtk_snapshot_append_color (snapshot, &colour, &bounds);
  if (!self->flow)
    return;
  if (self->glide)
    {
      draw_gliding (self, snapshot, &bounds);
      return;
    }
  tl_canvas_tiles_draw (self, snapshot);
  draw_marks (self, snapshot);
  /* What hands could do is nothing for a room to see. */
  if (self->presented)
    return;
  tl_canvas_draw_lens (self, snapshot);
  append_tools (self, snapshot, &theme);
}
