#include "app/canvas-private.h"

#include <math.h>

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* In widget units. */
#define DRAG_THRESHOLD 5.0
#define PICK_TOLERANCE 7.0
#define HANDLE_RADIUS 14.0
#define SCROLL_STEP 60.0
#define WHEEL_ZOOM 1.15

static TlItem *
item_at (TlCanvas *self, double x, double y)
{
  if (!self->flow)
    return NULL;
  return tl_flow_geometry_pick (tl_canvas_geometry (self), tl_viewport_to_flow (&self->viewport, x, y),
                                PICK_TOLERANCE / self->viewport.zoom);
}

/* Where the disc stands from which a step is connected: on the middle of its right side. */
void
tl_canvas_handle_place (TlCanvas *self, TlStep *step, double *x, double *y)
{
  TlBox box = tl_canvas_box_of (self, step);
  TlPlace at
    = tl_viewport_to_widget (&self->viewport, (TlPlace){ box.x + box.width, box.y + box.height / 2 });

  *x = at.x;
  *y = at.y;
}

static gboolean
near_handle (TlCanvas *self, TlStep *step, double x, double y)
{
  double hx, hy;

  tl_canvas_handle_place (self, step, &hx, &hy);
  return hypot (x - hx, y - hy) <= HANDLE_RADIUS;
}

/* Returns: (nullable): the step whose handle lies there. Only the step under the pointer shows one. */
TlStep *
tl_canvas_handle_at (TlCanvas *self, double x, double y)
{
  TlItem *under = item_at (self, x, y);

  if (under && under->kind == TL_ITEM_STEP && near_handle (self, (TlStep *) under, x, y))
    return (TlStep *) under;
  if (self->hover && self->hover->kind == TL_ITEM_STEP
      && near_handle (self, (TlStep *) self->hover, x, y))
    return (TlStep *) self->hover;
  return NULL;
}

static void
update_cursor (TlCanvas *self)
{
  const char *cursor = NULL;

  if (self->grip == TL_GRIP_PAN)
    cursor = "grabbing";
  else if (self->handle || self->grip == TL_GRIP_CONNECT)
    cursor = "crosshair";
  else if (self->space_held)
    cursor = "grab";
  else if (self->hover)
    cursor = "pointer";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, gpointer data)
{
  TlCanvas *self = data;
  TlStep *handle;
  TlItem *hover;

  self->pointer_x = x;
  self->pointer_y = y;
  if (self->grip != TL_GRIP_NONE || !self->flow)
    return;
  handle = tl_canvas_handle_at (self, x, y);
  hover = handle ? TL_ITEM (handle) : item_at (self, x, y);
  if (hover == self->hover && handle == self->handle)
    return;
  self->hover = hover;
  self->handle = handle;
  update_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_leave (GtkEventControllerMotion *controller, gpointer data)
{
  TlCanvas *self = data;

  if (self->grip != TL_GRIP_NONE)
    return;
  self->hover = NULL;
  self->handle = NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What a press on an item selects. Ctrl and Shift add to what is selected or take from it. */
static void
press_item (TlCanvas *self, TlItem *item, GdkModifierType state)
{
  TlSelection *selection = tl_canvas_selection (self);

  if (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    tl_selection_toggle (selection, item);
  else if (!tl_selection_has (selection, item))
    tl_selection_set (selection, item);
  else
    tl_selection_add (selection, item);
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, gpointer data)
{
  TlCanvas *self = data;
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  TlItem *item;

  if (!self->flow)
    return;
  if (self->naming)
    tl_canvas_finish_naming (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  tl_canvas_take_waste_letter (self, 0);
  self->press_x = self->pointer_x = x;
  self->press_y = self->pointer_y = y;
  self->moved_x = self->moved_y = 0;
  self->handle = tl_canvas_handle_at (self, x, y);
  item = item_at (self, x, y);
  if (self->space_held)
    self->grip = TL_GRIP_PAN;
  else if (self->handle)
    self->grip = TL_GRIP_CONNECT;
  else if (item)
    {
      press_item (self, item, state);
      self->grip = TL_GRIP_PRESSED;
    }
  else
    self->grip = TL_GRIP_BAND;
  update_cursor (self);
}

static void
drag_steps (TlCanvas *self, double dx, double dy)
{
  g_autofree char *gesture = g_strdup_printf ("drag %u", self->drags);
  double to_x = dx / self->viewport.zoom, to_y = dy / self->viewport.zoom;

  tl_canvas_move_selected (self, to_x - self->moved_x, to_y - self->moved_y, gesture);
  self->moved_x = to_x;
  self->moved_y = to_y;
}

static void
select_in_band (TlCanvas *self, gboolean adding)
{
  TlPlace a = tl_viewport_to_flow (&self->viewport, MIN (self->press_x, self->pointer_x),
                                   MIN (self->press_y, self->pointer_y));
  TlPlace b = tl_viewport_to_flow (&self->viewport, MAX (self->press_x, self->pointer_x),
                                   MAX (self->press_y, self->pointer_y));
  g_autoptr (GPtrArray) steps
    = tl_flow_geometry_steps_in (tl_canvas_geometry (self), (TlBox){ a.x, a.y, b.x - a.x, b.y - a.y });

  if (!adding)
    {
      tl_selection_set_items (tl_canvas_selection (self), steps);
      return;
    }
  for (guint i = 0; i < steps->len; i++)
    tl_selection_add (tl_canvas_selection (self), g_ptr_array_index (steps, i));
}

/* While a connector is drawn, the step that it would lead to shows itself. */
static void
hover_target (TlCanvas *self)
{
  TlItem *target = item_at (self, self->pointer_x, self->pointer_y);

  self->hover = target && target->kind == TL_ITEM_STEP ? target : NULL;
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, gpointer data)
{
  TlCanvas *self = data;
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  double last_x = self->pointer_x, last_y = self->pointer_y;

  if (self->grip == TL_GRIP_NONE || !self->flow)
    return;
  self->pointer_x = self->press_x + dx;
  self->pointer_y = self->press_y + dy;
  if (self->grip == TL_GRIP_PRESSED && hypot (dx, dy) > DRAG_THRESHOLD)
    {
      self->grip = TL_GRIP_MOVE;
      self->drags++;
    }
  if (self->grip == TL_GRIP_MOVE)
    drag_steps (self, dx, dy);
  else if (self->grip == TL_GRIP_BAND && hypot (dx, dy) > DRAG_THRESHOLD)
    select_in_band (self, (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0);
  else if (self->grip == TL_GRIP_CONNECT)
    hover_target (self);
  else if (self->grip == TL_GRIP_PAN)
    {
      tl_viewport_pan (&self->viewport, self->pointer_x - last_x, self->pointer_y - last_y);
      self->fitted = FALSE;
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A connector that is let go over a step connects to it; over nothing it makes a step there. */
static void
finish_connecting (TlCanvas *self)
{
  TlStep *from = self->handle;
  TlItem *to = item_at (self, self->pointer_x, self->pointer_y);
  TlPlace place = tl_viewport_to_flow (&self->viewport, self->pointer_x, self->pointer_y);
  TlHistory *history = tl_canvas_history (self);
  TlStep *step;

  if (hypot (self->pointer_x - self->press_x, self->pointer_y - self->press_y) <= DRAG_THRESHOLD)
    tl_canvas_add_step_after (self, from);
  else if (to && to->kind == TL_ITEM_STEP)
    tl_canvas_connect (self, from, (TlStep *) to);
  else if ((step = tl_canvas_add_step_at (self, place.x, place.y)))
    {
      g_autofree char *gesture = g_strdup_printf ("add step %u", self->drags);

      tl_history_begin (history, _("Add step"), gesture);
      tl_flow_connect (history, from, step, TL_CONNECTOR_FLOW);
      tl_history_end (history);
    }
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, gpointer data)
{
  TlCanvas *self = data;
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  gboolean adding = (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0;
  TlGrip grip = self->grip;
  TlItem *item;

  self->grip = TL_GRIP_NONE;
  if (!self->flow)
    return;
  self->pointer_x = self->press_x + dx;
  self->pointer_y = self->press_y + dy;
  if (grip == TL_GRIP_CONNECT)
    finish_connecting (self);
  else if (grip == TL_GRIP_BAND && hypot (dx, dy) <= DRAG_THRESHOLD && !adding)
    tl_selection_clear (tl_canvas_selection (self));
  else if (grip == TL_GRIP_PRESSED && !adding && (item = item_at (self, self->press_x, self->press_y)))
    tl_selection_set (tl_canvas_selection (self), item);
  else if (grip == TL_GRIP_MOVE)
    tl_history_settle (tl_canvas_history (self));
  self->handle = NULL;
  update_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_pan_begin (GtkGestureDrag *gesture, double x, double y, gpointer data)
{
  TlCanvas *self = data;

  self->grip = TL_GRIP_PAN;
  self->press_x = self->pointer_x = x;
  self->press_y = self->pointer_y = y;
  update_cursor (self);
}

static void
on_pan_end (GtkGestureDrag *gesture, double dx, double dy, gpointer data)
{
  TlCanvas *self = data;

  self->grip = TL_GRIP_NONE;
  update_cursor (self);
}

static void
edit_item (TlCanvas *self, TlItem *item)
{
  if (item->kind == TL_ITEM_STEP)
    tl_canvas_start_naming (self, (TlStep *) item, FALSE);
  else if (item->kind == TL_ITEM_CONNECTOR)
    tl_canvas_ask_share (self);
}

static void
on_pressed (GtkGestureClick *gesture, int presses, double x, double y, gpointer data)
{
  TlCanvas *self = data;
  TlItem *item;
  TlPlace place;

  if (presses != 2 || !self->flow)
    return;
  item = item_at (self, x, y);
  place = tl_viewport_to_flow (&self->viewport, x, y);
  self->grip = TL_GRIP_NONE;
  if (item)
    edit_item (self, item);
  else
    tl_canvas_add_step_at (self, place.x, place.y);
}

static void
on_menu_pressed (GtkGestureClick *gesture, int presses, double x, double y, gpointer data)
{
  TlCanvas *self = data;
  TlItem *item;

  if (!self->flow)
    return;
  tl_canvas_finish_naming (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  item = item_at (self, x, y);
  if (!item)
    tl_selection_clear (tl_canvas_selection (self));
  else if (!tl_selection_has (tl_canvas_selection (self), item))
    tl_selection_set (tl_canvas_selection (self), item);
  tl_canvas_show_menu (self, x, y);
}

static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, gpointer data)
{
  TlCanvas *self = data;
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (state & GDK_CONTROL_MASK)
    tl_viewport_zoom_at (&self->viewport, pow (WHEEL_ZOOM, -dy), self->pointer_x, self->pointer_y);
  else if (state & GDK_SHIFT_MASK)
    tl_viewport_pan (&self->viewport, -dy * SCROLL_STEP, -dx * SCROLL_STEP);
  else
    tl_viewport_pan (&self->viewport, -dx * SCROLL_STEP, -dy * SCROLL_STEP);
  self->fitted = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return GDK_EVENT_STOP;
}

static void
on_pinch_begin (GtkGesture *gesture, GdkEventSequence *sequence, gpointer data)
{
  ((TlCanvas *) data)->pinch_scale = 1;
}

static void
on_pinch (GtkGestureZoom *gesture, double scale, gpointer data)
{
  TlCanvas *self = data;
  double x = self->width / 2.0, y = self->height / 2.0;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  tl_viewport_zoom_at (&self->viewport, scale / self->pinch_scale, x, y);
  self->pinch_scale = scale;
  self->fitted = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
add_drags (TlCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pan = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (pan), GDK_BUTTON_MIDDLE);
  g_signal_connect (pan, "drag-begin", G_CALLBACK (on_pan_begin), self);
  g_signal_connect (pan, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (pan, "drag-end", G_CALLBACK (on_pan_end), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pan));
}

/* Listens to mouse, wheel and touch. */
void
tl_canvas_add_controllers (TlCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (on_menu_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  add_drags (self);
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}
