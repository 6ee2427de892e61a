/* canvas-edge.c: while something is dragged near the border, the sheet moves under the pointer. */
#include <math.h>

#include "app/canvas-private.h"

/* From the border inwards, in widget units at 100 % room scale. */
#define ZONE 28.0
/* In widget units a second, at the border. */
#define SPEED 900.0

/* How fast the sheet moves along one axis: the deeper in the zone, the faster. */
static double
pull (double at, double room, double zone)
{
  if (room < 4 * zone)
    return 0;
  if (at < zone)
    return MIN ((zone - at) / zone, 1.5);
  if (at > room - zone)
    return -MIN ((at - room + zone) / zone, 1.5);
  return 0;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  TlCanvas *self = TL_CANVAS (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = self->edge_time ? MIN ((double) (now - self->edge_time) / G_USEC_PER_SEC, 0.1) : 0;
  double zone = ZONE * sqrt (self->text_scale);
  double dx = pull (self->pointer.x, self->width, zone);
  double dy = pull (self->pointer.y, self->height, zone);

  self->edge_time = now;
  if (!self->tool || !self->tool->klass->scrolls || (dx == 0 && dy == 0))
    {
      self->edge_tick = 0;
      return G_SOURCE_REMOVE;
    }
  if (seconds <= 0)
    return G_SOURCE_CONTINUE;
  tl_viewport_pan (&self->viewport, dx * SPEED * seconds, dy * SPEED * seconds);
  self->fitted = FALSE;
  gtk_widget_queue_allocate (widget);
  tl_canvas_drag (self);
  return G_SOURCE_CONTINUE;
}

/* The pointer has been dragged to where self->pointer says. */
void
tl_canvas_watch_edge (TlCanvas *self)
{
  double zone = ZONE * sqrt (self->text_scale);

  if (self->edge_tick || !self->tool || !self->tool->klass->scrolls || !tl_pointer_has_moved (&self->pointer))
    return;
  if (pull (self->pointer.x, self->width, zone) == 0 && pull (self->pointer.y, self->height, zone) == 0)
    return;
  self->edge_time = 0;
  self->edge_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}
