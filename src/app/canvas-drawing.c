#include "app/canvas-private.h"

#include <math.h>

/* More pieces than this are drawn as one. */
#define MOST_PIECES 40

/* How the canvas shows the flow: in whole pixels, as the tiles do. */
typedef struct
{
  TlViewport viewport;
  double scale; /* pixels a widget unit */
  int width;    /* in pixels */
  int height;
} Sheet;

static Sheet
sheet_of (TlCanvas *self)
{
  TlTileView view = tl_canvas_tile_view (self);
  double scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  return (Sheet){ { self->viewport.zoom, view.left / scale, view.top / scale }, scale, view.width, view.height };
}

/* Returns: (transfer full): the pixels that the boxes touch. */
static cairo_region_t *
region_of (const Sheet *sheet, const GArray *boxes)
{
  cairo_rectangle_int_t all = { 0, 0, sheet->width, sheet->height };
  cairo_region_t *region = cairo_region_create ();

  for (guint i = 0; i < boxes->len; i++)
    {
      TlBox box = tl_viewport_box_to_widget (&sheet->viewport, &g_array_index (boxes, TlBox, i));
      double left = CLAMP (floor (box.x * sheet->scale), -1, sheet->width + 1);
      double top = CLAMP (floor (box.y * sheet->scale), -1, sheet->height + 1);
      double right = CLAMP (ceil ((box.x + box.width) * sheet->scale), -1, sheet->width + 1);
      double bottom = CLAMP (ceil ((box.y + box.height) * sheet->scale), -1, sheet->height + 1);

      cairo_region_union_rectangle (
          region, &(cairo_rectangle_int_t){ (int) left, (int) top, (int) (right - left), (int) (bottom - top) });
    }
  cairo_region_intersect_rectangle (region, &all);
  if (cairo_region_num_rectangles (region) > MOST_PIECES)
    {
      cairo_region_get_extents (region, &all);
      cairo_region_union_rectangle (region, &all);
    }
  return region;
}

static void
draw_part (const TlFlowOverlay *overlay, const Sheet *sheet, const cairo_rectangle_int_t *part, GtkSnapshot *snapshot)
{
  double x = part->x / sheet->scale, y = part->y / sheet->scale;
  double width = part->width / sheet->scale, height = part->height / sheet->scale;
  TlPlace corner = tl_viewport_to_flow (&sheet->viewport, x, y);
  TlBox visible = { corner.x, corner.y, width / sheet->viewport.zoom, height / sheet->viewport.zoom };
  cairo_t *cr
      = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));

  cairo_translate (cr, sheet->viewport.x, sheet->viewport.y);
  cairo_scale (cr, sheet->viewport.zoom, sheet->viewport.zoom);
  tl_flow_overlay_paint (overlay, cr, &visible);
  cairo_destroy (cr);
}

/* What is marked or on the move, over the tiles. Only where it is drawn: a line across the screen is thin, and
 * what a node encloses is drawn anew with all that lies under it. */
static void
draw_marks (TlCanvas *self, GtkSnapshot *snapshot)
{
  Sheet sheet = sheet_of (self);
  TlBox visible = tl_viewport_visible (&sheet.viewport, self->width, self->height);
  gboolean selected_too = !tl_canvas_tiles_show_selection (self);
  TlFlowMarks marks = { .selected = tl_selection_table (tl_canvas_selection (self)),
                        .hover = self->hover,
                        .apart = self->drag.apart };
  GtkSnapshot *marked = gtk_snapshot_new ();
  g_autoptr (TlFlowOverlay) overlay = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  cairo_region_t *region;

  if (tl_canvas_has_keyboard (self))
    marks.focus = tl_selection_focus (tl_canvas_selection (self));
  overlay = tl_flow_overlay_new (tl_canvas_picture (self), &visible, sheet.viewport.zoom, &marks, selected_too);
  region = region_of (&sheet, tl_flow_overlay_boxes (overlay));
  for (int i = 0; i < cairo_region_num_rectangles (region); i++)
    {
      cairo_rectangle_int_t part;

      cairo_region_get_rectangle (region, i, &part);
      draw_part (overlay, &sheet, &part, marked);
    }
  cairo_region_destroy (region);
  node = gtk_snapshot_free_to_node (marked);
  if (node)
    gtk_snapshot_append_node (snapshot, node);
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
      cr = gtk_snapshot_append_cairo (snapshot,
                                      &GRAPHENE_RECT_INIT ((float) floor (x), (float) floor (y),
                                                           (float) ceil (width) + 1, (float) ceil (height) + 1));
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
  TlTheme theme = tl_canvas_theme ();
  TlColour ground = tl_theme_ink (&theme, TL_INK_GROUND);

  tl_colour_set (cr, &ground);
  cairo_paint (cr);
  cairo_translate (cr, self->viewport.x, self->viewport.y);
  cairo_scale (cr, self->viewport.zoom, self->viewport.zoom);
  tl_flow_picture_paint (tl_canvas_picture (self), cr, &visible, self->viewport.zoom, &marks);
  cairo_destroy (cr);
}

static void
draw_empty (GtkSnapshot *snapshot, const graphene_rect_t *bounds, const TlTheme *theme)
{
  TlColour ground = tl_theme_ink (theme, TL_INK_GROUND);

  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ (float) ground.red, (float) ground.green, (float) ground.blue, 1 },
                             bounds);
}

/* Draws the flow and what the pointer is doing to it. */
void
tl_canvas_draw (TlCanvas *self, GtkSnapshot *snapshot)
{
  TlTheme theme = tl_canvas_theme ();
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height);

  if (!self->flow)
    {
      draw_empty (snapshot, &bounds, &theme);
      return;
    }
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
  if (self->tool && self->tool->klass->snapshot)
    self->tool->klass->snapshot (self->tool, snapshot, &theme);
}
