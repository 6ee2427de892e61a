/* canvas-zoom.c: nearer and farther: by wheel, by fingers, by keys and menus; gliding there, so that
 * eyes can follow. */
#include "app/canvas-private.h"

#include <math.h>

#define ZOOM_STEP 1.25
#define WHEEL_ZOOM 1.15
/* A touchpad says pixels: so many of them are one notch of a wheel. */
#define PIXELS_A_NOTCH 60.0
/* A notch of the wheel without Ctrl moves the sheet so far, in widget units. */
#define SCROLL_STEP 60.0
/* How long a glide takes, in microseconds: shorter than it takes to think of the next one. */
#define GLIDE_TIME (160 * 1000)
#define WHEEL_TIME (90 * 1000)
/* How much of the speed of a swipe is left after a second. */
#define FRICTION 0.03
#define SLOWEST 12.0
/* The nearest that a few steps alone are shown. */
#define MOST_FOR_SELECTION 1.6
#define SELECTION_MARGIN 60.0

static void
view_changed (TlCanvas *self)
{
  /* Who goes elsewhere does not want to see all any more. */
  self->fit_pending &= self->fitted;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- gliding ---- */

/* A view that is on its way stops where it is. */
void
tl_canvas_stop_travel (TlCanvas *self)
{
  if (self->travel.tick)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->travel.tick);
  self->travel.tick = 0;
}

/* From its first frame on it moves: as if it had begun with the frame before. */
static gint64
first_frame (GdkFrameClock *clock)
{
  gint64 interval;

  gdk_frame_clock_get_refresh_info (clock, 0, &interval, NULL);
  return gdk_frame_clock_get_frame_time (clock) - interval;
}

static gboolean
on_glide (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  TlCanvas *self = TL_CANVAS (widget);
  double part;

  if (!self->travel.start)
    self->travel.start = first_frame (clock);
  self->travel.seen = gdk_frame_clock_get_frame_time (clock);
  part = (double) (self->travel.seen - self->travel.start) / (double) self->travel.time;
  /* Quick at first, as the hand is. */
  part = 1 - pow (1 - CLAMP (part, 0, 1), 3);
  self->viewport = tl_viewport_between (&self->travel.from, &self->travel.to, part);
  view_changed (self);
  if (part < 1)
    return G_SOURCE_CONTINUE;
  self->travel.tick = 0;
  return G_SOURCE_REMOVE;
}

/* Goes where @to says, so that eyes can follow; at once where the desktop wants no animation. One that is on its way
 * goes on from its last frame: with each notch of a wheel it would else stand still for a frame. */
void
tl_canvas_travel (TlCanvas *self, const TlViewport *to, gint64 time)
{
  gint64 seen = self->travel.tick && self->travel.time ? self->travel.seen : 0;
  gboolean animated;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animated, NULL);
  tl_canvas_stop_travel (self);
  if (!animated || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->viewport = *to;
      view_changed (self);
      return;
    }
  self->travel.from = self->viewport;
  self->travel.to = *to;
  self->travel.time = time;
  self->travel.start = self->travel.seen = seen;
  self->travel.tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_glide, NULL, NULL);
}

/* Returns: where the view is, or is about to be */
TlViewport
tl_canvas_destination (TlCanvas *self)
{
  return self->travel.tick && self->travel.time ? self->travel.to : self->viewport;
}

/* ---- wheel ---- */

static void
zoom_by_wheel (TlCanvas *self, double notches, gboolean by_wheel)
{
  TlViewport to = tl_canvas_destination (self);

  tl_viewport_zoom_at (&to, pow (WHEEL_ZOOM, -notches), self->pointer.x, self->pointer.y);
  if (by_wheel)
    tl_canvas_travel (self, &to, WHEEL_TIME);
  else
    {
      tl_canvas_stop_travel (self);
      self->viewport = to;
      view_changed (self);
    }
}

static void
pan_by (TlCanvas *self, double dx, double dy)
{
  tl_canvas_stop_travel (self);
  tl_viewport_pan (&self->viewport, dx, dy);
  view_changed (self);
}

/* Wheels count notches, touchpads pixels: both move as far as the hand says. */
static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, gpointer data)
{
  TlCanvas *self = data;
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean by_wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
  double step = by_wheel ? SCROLL_STEP : 1;

  self->fitted = FALSE;
  if (state & GDK_CONTROL_MASK)
    zoom_by_wheel (self, by_wheel ? dy : dy / PIXELS_A_NOTCH, by_wheel);
  else if (state & GDK_SHIFT_MASK)
    pan_by (self, -dy * step, -dx * step);
  else
    pan_by (self, -dx * step, -dy * step);
  return GDK_EVENT_STOP;
}

static gboolean
on_coast (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  TlCanvas *self = TL_CANVAS (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = (double) (now - self->travel.start) / G_USEC_PER_SEC;
  double left = pow (FRICTION, seconds);
  /* As far as it goes while it slows down, so that a slow machine coasts as far as a quick one. */
  double slowing = (1 - left) / -log (FRICTION);

  tl_viewport_pan (&self->viewport, -self->travel.speed_x * slowing, -self->travel.speed_y * slowing);
  self->travel.start = now;
  self->travel.speed_x *= left;
  self->travel.speed_y *= left;
  view_changed (self);
  if (hypot (self->travel.speed_x, self->travel.speed_y) > SLOWEST)
    return G_SOURCE_CONTINUE;
  self->travel.tick = 0;
  return G_SOURCE_REMOVE;
}

/* Fingers left the touchpad: the sheet goes on for a while. */
static void
on_decelerate (GtkEventControllerScroll *controller, double speed_x, double speed_y, gpointer data)
{
  TlCanvas *self = data;
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    return;
  tl_canvas_stop_travel (self);
  self->travel.time = 0;
  self->travel.speed_x = speed_x;
  self->travel.speed_y = speed_y;
  self->travel.start = gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (GTK_WIDGET (self)));
  self->travel.tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_coast, NULL, NULL);
}

/* ---- fingers ---- */

static void
take_middle (GtkGesture *gesture, TlCanvas *self)
{
  self->pinch_x = self->width / 2.0;
  self->pinch_y = self->height / 2.0;
  if (gtk_gesture_is_recognized (gesture))
    gtk_gesture_get_bounding_box_center (gesture, &self->pinch_x, &self->pinch_y);
}

static void
on_pinch_begin (GtkGesture *gesture, GdkEventSequence *sequence, gpointer data)
{
  TlCanvas *self = data;

  /* The first of two fingers was no drag. */
  tl_canvas_cancel_tool (self);
  tl_canvas_stop_travel (self);
  self->pinch_scale = 1;
  take_middle (gesture, self);
}

/* What lay between the fingers stays between them, wherever they go. */
static void
on_pinch (GtkGestureZoom *gesture, double scale, gpointer data)
{
  TlCanvas *self = data;
  double x = self->pinch_x, y = self->pinch_y;

  take_middle (GTK_GESTURE (gesture), self);
  tl_viewport_pan (&self->viewport, self->pinch_x - x, self->pinch_y - y);
  tl_viewport_zoom_at (&self->viewport, scale / self->pinch_scale, self->pinch_x, self->pinch_y);
  self->pinch_scale = scale;
  self->fitted = FALSE;
  view_changed (self);
}

/* Listens to wheel, touchpad and pinching fingers. */
void
tl_canvas_add_zooming (TlCanvas *self)
{
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);

  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect (scroll, "decelerate", G_CALLBACK (on_decelerate), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

/* ---- actions ---- */

static void
zoom_to (TlCanvas *self, double zoom)
{
  TlViewport to = tl_canvas_destination (self);

  tl_viewport_zoom_at (&to, zoom / to.zoom, self->width / 2.0, self->height / 2.0);
  self->fitted = FALSE;
  tl_canvas_travel (self, &to, GLIDE_TIME);
}

void
tl_canvas_zoom_in (TlCanvas *self)
{
  zoom_to (self, tl_canvas_destination (self).zoom * ZOOM_STEP);
}

void
tl_canvas_zoom_out (TlCanvas *self)
{
  zoom_to (self, tl_canvas_destination (self).zoom / ZOOM_STEP);
}

/* As large as everything in the window; what the keys act on is in the middle then. */
void
tl_canvas_zoom_100 (TlCanvas *self)
{
  TlViewport to = tl_canvas_destination (self);
  TlPlace middle = tl_viewport_to_flow (&to, self->width / 2.0, self->height / 2.0);

  tl_viewport_zoom_at (&to, self->text_scale / to.zoom, self->width / 2.0, self->height / 2.0);
  tl_canvas_find_something (self, &to, middle);
  self->fitted = FALSE;
  tl_canvas_travel (self, &to, GLIDE_TIME);
}

static void
enclose (TlBox *all, const TlBox *box)
{
  double right = MAX (all->x + all->width, box->x + box->width);
  double bottom = MAX (all->y + all->height, box->y + box->height);

  if (all->width <= 0)
    {
      *all = *box;
      return;
    }
  all->x = MIN (all->x, box->x);
  all->y = MIN (all->y, box->y);
  all->width = right - all->x;
  all->height = bottom - all->y;
}

/* Shows what is selected, as large as it goes; where nothing is, all. */
void
tl_canvas_zoom_to_selection (TlCanvas *self)
{
  g_autoptr (GPtrArray) items = self->flow ? tl_selection_items (tl_canvas_selection (self)) : NULL;
  TlViewport to = self->viewport;
  TlBox all = { 0 };

  for (guint i = 0; items && i < items->len; i++)
    {
      TlBox box = tl_canvas_box_of (self, g_ptr_array_index (items, i));

      if (box.width > 0)
        enclose (&all, &box);
    }
  if (all.width <= 0)
    {
      tl_canvas_zoom_to_fit (self);
      return;
    }
  all.height = MAX (all.height, 1);
  tl_canvas_fit_box (self, &all, SELECTION_MARGIN, MOST_FOR_SELECTION * self->text_scale, &to);
  self->fitted = FALSE;
  tl_canvas_travel (self, &to, GLIDE_TIME);
}
