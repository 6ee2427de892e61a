/* canvas-camera.c: what is in sight while a flow is presented: the camera, not hands, moves the view. */
#include "app/canvas-private.h"

#include <adwaita.h>
#include <math.h>

#define MOVE_TIME 550

/* Where the camera is on its way: zooming by equal factors in equal times looks even. */
static void
move_camera (double part, gpointer data)
{
  TlCanvas *self = data;
  TlCamera *camera = &self->camera;
  double zoom = camera->from_zoom * pow (camera->to_zoom / camera->from_zoom, part);
  double x = camera->from.x + (camera->to.x - camera->from.x) * part;
  double y = camera->from.y + (camera->to.y - camera->from.y) * part;

  self->viewport = (TlViewport){ zoom, self->width / 2.0 - x * zoom, self->height / 2.0 - y * zoom };
  self->fitted = FALSE;
  self->fit_pending = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_moving (TlCanvas *self)
{
  return self->camera.animation && adw_animation_get_state (self->camera.animation) == ADW_ANIMATION_PLAYING;
}

static TlPlace
middle (TlCanvas *self)
{
  return tl_viewport_to_flow (&self->viewport, self->width / 2.0, self->height / 2.0);
}

static void
start (TlCanvas *self)
{
  TlCamera *camera = &self->camera;

  if (!camera->animation)
    camera->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, MOVE_TIME,
                                                 adw_callback_animation_target_new (move_camera, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (camera->animation), ADW_EASE_IN_OUT_CUBIC);
  adw_animation_reset (camera->animation);
  adw_animation_play (camera->animation);
}

/**
 * tl_canvas_set_presented:
 * @self: a canvas
 * @presented: whether the view belongs to tl_canvas_look_at() alone: nothing fits or reveals by itself
 */
void
tl_canvas_set_presented (TlCanvas *self, gboolean presented)
{
  self->presented = presented;
}

/**
 * tl_canvas_look_from:
 * @self: a canvas that is presented
 * @centre: the place of the flow in its middle
 * @zoom: widget units a point
 *
 * Looks there at once: where the next move begins.
 */
void
tl_canvas_look_from (TlCanvas *self, TlPlace centre, double zoom)
{
  TlCamera *camera = &self->camera;

  if (camera->animation)
    adw_animation_skip (camera->animation);
  *camera = (TlCamera){ camera->animation, centre, zoom, centre, zoom, TRUE };
  move_camera (1, self);
}

/**
 * tl_canvas_look_at:
 * @self: a canvas that is presented and has its size
 * @centre: the place of the flow in its middle
 * @zoom: widget units a point
 *
 * Moves the view there, gently where the desktop wants animations.
 */
void
tl_canvas_look_at (TlCanvas *self, TlPlace centre, double zoom)
{
  TlCamera *camera = &self->camera;
  gboolean same = camera->placed && camera->to.x == centre.x && camera->to.y == centre.y && camera->to_zoom == zoom;

  if (same)
    {
      /* Perhaps the widget has another size. */
      if (!is_moving (self))
        move_camera (1, self);
      return;
    }
  if (!camera->placed)
    {
      tl_canvas_look_from (self, centre, zoom);
      return;
    }
  camera->from = is_moving (self) ? middle (self) : camera->to;
  camera->from_zoom = is_moving (self) ? self->viewport.zoom : camera->to_zoom;
  camera->to = centre;
  camera->to_zoom = zoom;
  start (self);
}

/**
 * tl_canvas_show_selected:
 * @self: a canvas
 *
 * Brings what is selected into sight.
 */
void
tl_canvas_show_selected (TlCanvas *self)
{
  TlItem *focus = self->document ? tl_selection_focus (tl_canvas_selection (self)) : NULL;

  if (focus)
    tl_canvas_reveal (self, focus);
}

/* tl_canvas_end_camera: when the canvas goes. */
void
tl_canvas_end_camera (TlCanvas *self)
{
  if (self->camera.animation)
    adw_animation_pause (self->camera.animation);
  g_clear_object (&self->camera.animation);
}
