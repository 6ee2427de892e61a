/* canvas-edge.c: while something is dragged near the border, the sheet moves under the pointer. */
#include <math.h>

#include "app/canvas-private.h"

/* From the border inwards, in widget units at 100 % room scale. */
#define ZONE 28.0
/* Of the flow, so that a hand that rests at the border does not lose it. */
#define LEAST_IN_SIGHT 120.0

/* Whether a view would see too little of the flow for a team to know where it is. */
static gboolean
loses_flow (TlCanvas *self, const TlViewport *view)
{
  const TlFlowGeometry *geometry = tl_canvas_geometry (self);
  double least = LEAST_IN_SIGHT * sqrt (self->text_scale);
  TlBox seen;

  if (!geometry || geometry->bounds.width <= 0)
    return FALSE;
  seen = tl_viewport_box_to_widget (view, &geometry->bounds);
  return seen.x > self->width - least || seen.y > self->height - least || seen.x + seen.width < least
         || seen.y + seen.height < least;
}

/* Returns: whether the sheet moved */
static gboolean
pull (TlCanvas *self, double dx, double dy)
{
  TlViewport view = self->viewport;

  tl_viewport_pan (&view, dx, dy);
  if (loses_flow (self, &view))
    return FALSE;
  self->viewport = view;
  self->fitted = FALSE;
  return TRUE;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  TlCanvas *self = TL_CANVAS (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = self->edge_time ? MIN ((double) (now - self->edge_time) / G_USEC_PER_SEC, 0.1) : 0;
  double zone = ZONE * sqrt (self->text_scale);
  double dx = tl_viewport_pull (self->pointer.x, self->width, zone);
  double dy = tl_viewport_pull (self->pointer.y, self->height, zone);

  self->edge_time = now;
  if (!self->tool || !self->tool->klass->scrolls || (dx == 0 && dy == 0))
    {
      self->edge_tick = 0;
      return G_SOURCE_REMOVE;
    }
  if (seconds <= 0 || !pull (self, dx * seconds, dy * seconds))
    return G_SOURCE_CONTINUE;
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
  if (tl_viewport_pull (self->pointer.x, self->width, zone) == 0
      && tl_viewport_pull (self->pointer.y, self->height, zone) == 0)
    return;
  self->edge_time = 0;
  self->edge_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}
