#include "app/minimap.h"

#include <math.h>

#include "app/canvas-private.h"
#include "paint/flow-map.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* At 100 %, in widget units. */
#define WIDTH 240.0
#define HEIGHT 150.0
/* Of the canvas, at most. */
#define MOST_ACROSS 0.28
#define MOST_DOWN 0.3
#define MARGIN 8.0
/* Under this a map shows nothing. */
#define LEAST 60.0
/* Of the flow, by area. */
#define MOSTLY 0.6

struct _TlMinimap
{
  GtkWidget parent_instance;
  TlCanvas *canvas; /* not owned: it stands beside it */
  GdkTexture *picture;
  TlTheme theme; /* of the picture */
  int width;
  int height;
  double grip_x; /* from the middle of the frame to the pointer */
  double grip_y;
};

G_DEFINE_FINAL_TYPE (TlMinimap, tl_minimap, GTK_TYPE_WIDGET)

/* Returns: how the map shows the flow: all of it, in the middle */
static TlViewport
map_of (TlMinimap *self)
{
  const TlBox *bounds = &tl_canvas_geometry (self->canvas)->bounds;
  TlViewport map = { 1, 0, 0 };

  map.zoom = MIN ((self->width - 2 * MARGIN) / MAX (bounds->width, 1),
                  (self->height - 2 * MARGIN) / MAX (bounds->height, 1));
  map.x = self->width / 2.0 - (bounds->x + bounds->width / 2) * map.zoom;
  map.y = self->height / 2.0 - (bounds->y + bounds->height / 2) * map.zoom;
  return map;
}

/* Whoever sees most of a flow needs no map of it. */
static gboolean
is_mostly_in_sight (TlCanvas *canvas)
{
  const TlBox *bounds = &tl_canvas_geometry (canvas)->bounds;
  TlBox flow = tl_viewport_box_to_widget (&canvas->viewport, bounds);
  double width = MIN (flow.x + flow.width, canvas->width) - MAX (flow.x, 0);
  double height = MIN (flow.y + flow.height, canvas->height) - MAX (flow.y, 0);

  return width > 0 && height > 0 && width * height >= MOSTLY * flow.width * flow.height;
}

/* As the flow is shaped, so that nothing of the canvas is covered for nothing. */
static void
choose_size (TlMinimap *self)
{
  const TlBox *bounds = &tl_canvas_geometry (self->canvas)->bounds;
  double most_width = MIN (WIDTH * self->canvas->text_scale, self->canvas->width * MOST_ACROSS);
  double most_height = MIN (HEIGHT * self->canvas->text_scale, self->canvas->height * MOST_DOWN);
  double zoom = MIN ((most_width - 2 * MARGIN) / bounds->width, (most_height - 2 * MARGIN) / bounds->height);
  int width = (int) ceil (MAX (bounds->width * zoom + 2 * MARGIN, MIN (LEAST, most_width)));
  int height = (int) ceil (MAX (bounds->height * zoom + 2 * MARGIN, MIN (LEAST / 2, most_height)));

  if (width == self->width && height == self->height)
    return;
  self->width = width;
  self->height = height;
  g_clear_object (&self->picture);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
is_wanted (TlMinimap *self)
{
  TlCanvas *canvas = self->canvas;

  return canvas && canvas->flow && tl_canvas_get_minimap (canvas) && tl_canvas_geometry (canvas)->bounds.width > 0
         && canvas->width * MOST_ACROSS >= LEAST && !is_mostly_in_sight (canvas);
}

/* ---- its corner ---- */

/* Returns: what it would lie over on the canvas, with its margin */
static TlBox
cover_at (TlMinimap *self, GtkAlign valign)
{
  TlCanvas *canvas = self->canvas;
  gboolean right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkRequisition size;
  double x, y;

  gtk_widget_get_preferred_size (GTK_WIDGET (self), NULL, &size);
  size.height -= gtk_widget_get_margin_bottom (GTK_WIDGET (self));
  x = right_to_left ? 0 : canvas->width - size.width;
  y = valign == GTK_ALIGN_START ? 0 : canvas->height - canvas->corner_height - size.height;
  return (TlBox){ x, y, size.width, size.height };
}

static gboolean
is_free (TlMinimap *self, GtkAlign valign)
{
  TlCanvas *canvas = self->canvas;
  TlItem *focus = tl_selection_focus (tl_canvas_selection (canvas));
  TlBox cover = cover_at (self, valign);
  TlBox box = focus ? tl_canvas_box_of (canvas, focus) : (TlBox){ 0 };
  TlBox seen = tl_viewport_box_to_widget (&canvas->viewport, &box);

  if (valign == GTK_ALIGN_START
      && (canvas->found || (canvas->legend.card.width > 0 && tl_boxes_meet (&cover, &canvas->legend.card))))
    return FALSE;
  return !focus || box.width <= 0 || focus->kind != TL_ITEM_STEP || !tl_boxes_meet (&cover, &seen);
}

/* Over the tools; at the top where the selected step would lie under it there.
 * Returns: whether there is a place */
static gboolean
choose_corner (TlMinimap *self)
{
  static const GtkAlign corners[] = { GTK_ALIGN_END, GTK_ALIGN_START };

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    if (is_free (self, corners[i]))
      {
        gtk_widget_set_valign (GTK_WIDGET (self), corners[i]);
        self->canvas->map_cover = cover_at (self, corners[i]);
        return TRUE;
      }
  return FALSE;
}

/* Beside its margin of the style sheet. */
static void
stand_over_tools (TlMinimap *self)
{
  gboolean low = gtk_widget_get_valign (GTK_WIDGET (self)) != GTK_ALIGN_START;

  gtk_widget_set_margin_bottom (GTK_WIDGET (self), low ? (int) self->canvas->corner_height : 0);
}

/* What the canvas shows, or the flow itself where @flow_changed, is other. */
static void
on_view (TlMinimap *self, gboolean flow_changed)
{
  gboolean wanted = is_wanted (self);

  if (flow_changed)
    g_clear_object (&self->picture);
  if (self->canvas)
    self->canvas->map_cover = (TlBox){ 0 };
  if (wanted)
    {
      choose_size (self);
      wanted = choose_corner (self);
      stand_over_tools (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), wanted);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_wanted (TlMinimap *self)
{
  on_view (self, TRUE);
}

/* ---- drawing ---- */

static GdkTexture *
paint (TlMinimap *self)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = self->width * scale, height = self->height * scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  TlViewport map = map_of (self);
  g_autoptr (GBytes) bytes = NULL;
  gsize stride;

  cairo_scale (cr, scale, scale);
  cairo_translate (cr, map.x, map.y);
  cairo_scale (cr, map.zoom, map.zoom);
  tl_flow_map_paint (tl_canvas_geometry (self->canvas), &self->theme, cr, map.zoom * scale);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = (gsize) cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize) height);
  cairo_surface_destroy (surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
follow_theme (TlMinimap *self)
{
  TlTheme theme = tl_canvas_theme ();

  if (theme.dark != self->theme.dark || theme.high_contrast != self->theme.high_contrast)
    g_clear_object (&self->picture);
  self->theme = theme;
}

/* Returns: the part of the map that is in sight on the canvas */
static TlBox
frame_of (TlMinimap *self)
{
  TlBox seen = tl_viewport_visible (&self->canvas->viewport, self->canvas->width, self->canvas->height);
  TlViewport map = map_of (self);

  return tl_viewport_box_to_widget (&map, &seen);
}

static void
append_frame (TlMinimap *self, GtkSnapshot *snapshot)
{
  TlBox box = frame_of (self);
  TlColour accent = tl_theme_ink (&self->theme, TL_INK_ACCENT);
  GdkRGBA line = { (float) accent.red, (float) accent.green, (float) accent.blue, 1 };
  GdkRGBA fill = { line.red, line.green, line.blue, 0.12f };
  graphene_rect_t inner = GRAPHENE_RECT_INIT (1, 1, (float) self->width - 2, (float) self->height - 2);
  graphene_rect_t frame = GRAPHENE_RECT_INIT ((float) box.x, (float) box.y, (float) box.width, (float) box.height);
  GskRoundedRect outline;

  /* A sheet seen from far beyond it: the frame's sides stay on the map. */
  if (!graphene_rect_intersection (&frame, &inner, &frame))
    return;
  gtk_snapshot_append_color (snapshot, &fill, &frame);
  gsk_rounded_rect_init_from_rect (&outline, &frame, 2);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2, 2, 2, 2 }, (GdkRGBA[4]){ line, line, line, line });
}

static void
tl_minimap_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TlMinimap *self = TL_MINIMAP (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height);

  if (!self->canvas || !self->canvas->flow)
    return;
  follow_theme (self);
  if (!self->picture)
    self->picture = paint (self);
  gtk_snapshot_append_texture (snapshot, self->picture, &bounds);
  append_frame (self, snapshot);
}

static void
tl_minimap_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  TlMinimap *self = TL_MINIMAP (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;
  *minimum_baseline = *natural_baseline = -1;
}

/* ---- dragging ---- */

static void
go_to (TlMinimap *self, double x, double y)
{
  TlViewport map = map_of (self);
  TlPlace middle = tl_viewport_to_flow (&map, x, y);
  TlCanvas *canvas = self->canvas;

  tl_canvas_stop_travel (canvas);
  canvas->viewport.x = canvas->width / 2.0 - middle.x * canvas->viewport.zoom;
  canvas->viewport.y = canvas->height / 2.0 - middle.y * canvas->viewport.zoom;
  canvas->fitted = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (canvas));
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

/* The frame is taken where it is; beside it, it jumps under the pointer. */
static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, gpointer data)
{
  TlMinimap *self = data;
  TlBox frame = frame_of (self);
  gboolean inside = x >= frame.x && x <= frame.x + frame.width && y >= frame.y && y <= frame.y + frame.height;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->grip_x = inside ? x - frame.x - frame.width / 2 : 0;
  self->grip_y = inside ? y - frame.y - frame.height / 2 : 0;
  if (!inside)
    go_to (self, x, y);
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, gpointer data)
{
  TlMinimap *self = data;
  double x, y;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    go_to (self, x + dx - self->grip_x, y + dy - self->grip_y);
}

static void
tl_minimap_dispose (GObject *object)
{
  TlMinimap *self = TL_MINIMAP (object);

  tl_minimap_set_canvas (self, NULL);
  g_clear_object (&self->picture);
  G_OBJECT_CLASS (tl_minimap_parent_class)->dispose (object);
}

static void
tl_minimap_class_init (TlMinimapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_minimap_dispose;
  widget_class->snapshot = tl_minimap_snapshot;
  widget_class->measure = tl_minimap_measure;
  gtk_widget_class_set_css_name (widget_class, "minimap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tl_minimap_init (TlMinimap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Drag to go there (M hides the map)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Map of the whole flow"),
                                  -1);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/**
 * tl_minimap_new:
 *
 * Returns: (transfer floating): a map of no canvas yet
 */
GtkWidget *
tl_minimap_new (void)
{
  return g_object_new (TL_TYPE_MINIMAP, NULL);
}

/**
 * tl_minimap_set_canvas:
 * @self: a map
 * @canvas: (nullable): whose flow it shows; it must live as long as the map shows it
 */
void
tl_minimap_set_canvas (TlMinimap *self, TlCanvas *canvas)
{
  if (self->canvas)
    g_signal_handlers_disconnect_by_data (self->canvas, self);
  g_set_weak_pointer (&self->canvas, canvas);
  if (!canvas)
    return;
  g_signal_connect_swapped (canvas, "view", G_CALLBACK (on_view), self);
  g_signal_connect_swapped (canvas, "notify::minimap", G_CALLBACK (on_wanted), self);
}
