#include "app/canvas-private.h"

#include <math.h>

/* In widget units. */
#define PICK_TOLERANCE 7.0

/* Returns: (nullable): what is drawn at a place of the widget */
TlItem *
tl_canvas_item_at (TlCanvas *self, double x, double y)
{
  if (!self->flow)
    return NULL;
  return tl_flow_geometry_pick (tl_canvas_geometry (self), tl_viewport_to_flow (&self->viewport, x, y),
                                PICK_TOLERANCE / self->viewport.zoom);
}

static void
take_state (TlCanvas *self, gpointer controller)
{
  self->pointer.state = gtk_event_controller_get_current_event_state (controller);
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, gpointer data)
{
  TlCanvas *self = data;

  if (self->tool)
    return;
  self->pointer.x = x;
  self->pointer.y = y;
  take_state (self, controller);
  if (tl_canvas_is_on_bar (self, x, y))
    {
      tl_canvas_forget_hover (self);
      gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }
  tl_canvas_hover (self);
}

static void
on_leave (GtkEventControllerMotion *controller, gpointer data)
{
  TlCanvas *self = data;

  if (self->tool)
    return;
  tl_canvas_forget_hover (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
press_at (TlCanvas *self, gpointer controller, double x, double y)
{
  self->pointer = (TlPointer){ .x = x, .y = y, .press_x = x, .press_y = y };
  self->pointer.press_place = tl_viewport_to_flow (&self->viewport, x, y);
  take_state (self, controller);
  tl_canvas_press (self);
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, gpointer data)
{
  TlCanvas *self = data;

  if (!self->flow || tl_canvas_is_on_bar (self, x, y))
    return;
  if (self->naming)
    tl_canvas_finish_naming (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  tl_canvas_take_letter (self, 0);
  self->in_vain = FALSE;
  press_at (self, gesture, x, y);
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, gpointer data)
{
  TlCanvas *self = data;

  self->pointer.x = self->pointer.press_x + dx;
  self->pointer.y = self->pointer.press_y + dy;
  take_state (self, gesture);
  tl_canvas_drag (self);
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, gpointer data)
{
  TlCanvas *self = data;

  self->middle_held = FALSE;
  if (!self->tool)
    return;
  self->pointer.x = self->pointer.press_x + dx;
  self->pointer.y = self->pointer.press_y + dy;
  take_state (self, gesture);
  tl_canvas_release (self);
}

/* The system has taken the pointer away: what it was doing does not count. */
static void
on_drag_cancel (GtkGesture *gesture, GdkEventSequence *sequence, gpointer data)
{
  tl_canvas_cancel_tool (data);
}

static void
on_pan_begin (GtkGestureDrag *gesture, double x, double y, gpointer data)
{
  TlCanvas *self = data;

  if (!self->flow)
    return;
  self->middle_held = TRUE;
  press_at (self, gesture, x, y);
}

static void
edit_item (TlCanvas *self, TlItem *item)
{
  if (item->kind == TL_ITEM_STEP)
    tl_canvas_start_naming (self, (TlStep *) item, FALSE);
  else if (item->kind == TL_ITEM_CONNECTOR)
    tl_canvas_ask_label (self);
  else if (item->kind == TL_ITEM_DEMAND)
    tl_canvas_ask_demand (self, (TlDemand *) item);
  else if (item->kind == TL_ITEM_RAISES)
    tl_canvas_ask_raise_rate (self, ((TlRaises *) item)->step, ((TlRaises *) item)->demand);
}

static void
on_pressed (GtkGestureClick *gesture, int presses, double x, double y, gpointer data)
{
  TlCanvas *self = data;
  TlItem *item;
  TlPlace place;

  if (presses != 2 || !self->flow || tl_canvas_is_on_bar (self, x, y))
    return;
  /* The second press selects nothing that the first did not. */
  tl_canvas_cancel_tool (self);
  item = tl_canvas_item_at (self, x, y);
  place = tl_viewport_to_flow (&self->viewport, x, y);
  tl_canvas_want_bar (self, TRUE);
  if (item)
    edit_item (self, item);
  else
    tl_canvas_add_step_at (self, place.x, place.y);
}

static void
show_menu_at (TlCanvas *self, double x, double y)
{
  TlItem *item;

  if (!self->flow || tl_canvas_is_on_bar (self, x, y))
    return;
  tl_canvas_cancel_tool (self);
  tl_canvas_finish_naming (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  item = tl_canvas_item_at (self, x, y);
  if (!item)
    tl_selection_clear (tl_canvas_selection (self));
  else if (!tl_selection_has (tl_canvas_selection (self), item))
    tl_selection_set (tl_canvas_selection (self), item);
  tl_canvas_show_menu (self, x, y);
}

static void
on_menu_pressed (GtkGestureClick *gesture, int presses, double x, double y, gpointer data)
{
  show_menu_at (data, x, y);
}

/* A finger has no second button: it stays where it is. */
static void
on_long_pressed (GtkGestureLongPress *gesture, double x, double y, gpointer data)
{
  show_menu_at (data, x, y);
}

static void
add_drag (TlCanvas *self, guint button, GCallback begin)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), button);
  g_signal_connect (drag, "drag-begin", begin, self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/* Listens to mouse and touch. */
void
tl_canvas_add_controllers (TlCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (on_menu_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect (hold, "pressed", G_CALLBACK (on_long_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (hold));
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  add_drag (self, GDK_BUTTON_PRIMARY, G_CALLBACK (on_drag_begin));
  add_drag (self, GDK_BUTTON_MIDDLE, G_CALLBACK (on_pan_begin));
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  tl_canvas_add_zooming (self);
}
