/* canvas-frames.c: when the frames of the canvas begin and end, and how long each may paint. */
#include "app/canvas-private.h"

static void
on_begin (TlCanvas *self)
{
  self->frames.began = g_get_monotonic_time ();
  self->frames.painted = 0;
}

static void
on_end (TlCanvas *self)
{
  if (self->frames.painted)
    tl_frame_budget_note (&self->frames.budget, self->frames.kind, self->frames.painted, g_get_monotonic_time ());
  self->frames.painted = 0;
}

static void
on_realize (TlCanvas *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (on_begin), self);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (on_end), self);
}

/* By function: GTK follows the clock for the widget's sake, too. */
static void
on_unrealize (TlCanvas *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  g_signal_handlers_disconnect_by_func (clock, on_begin, self);
  g_signal_handlers_disconnect_by_func (clock, on_end, self);
}

/* Prepares to measure frames. */
void
tl_canvas_frames_init (TlCanvas *self)
{
  tl_frame_budget_init (&self->frames.budget);
  g_signal_connect (self, "realize", G_CALLBACK (on_realize), NULL);
  g_signal_connect (self, "unrealize", G_CALLBACK (on_unrealize), NULL);
}

/* Returns: how long this frame may paint: it is of one kind, or of the other if tiles of another zoom come to be
 * shown. What GDK calls the time of a frame is smoothed, by some milliseconds: it says when a frame shall be seen, not
 * when it began. */
TlTileTime
tl_canvas_time_to_paint (TlCanvas *self, TlFrameKind kind, TlFrameKind kind_anew)
{
  const TlFrameBudget *budget = &self->frames.budget;
  gint64 now = g_get_monotonic_time ();
  gint64 began = self->frames.began ? self->frames.began : now;

  return (TlTileTime){
    .until = tl_frame_budget_until (budget, kind, began, now),
    .until_anew = tl_frame_budget_until (budget, kind_anew, began, now),
    .until_ahead = tl_frame_budget_until_ahead (budget, kind, began),
  };
}

/* Notes that this frame, which is of that kind, has painted what it could: the rest of it is measured. */
void
tl_canvas_has_painted (TlCanvas *self, TlFrameKind kind)
{
  self->frames.kind = kind;
  self->frames.painted = g_get_monotonic_time ();
}
