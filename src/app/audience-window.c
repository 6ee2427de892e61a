#include "app/audience-window.h"

#include <adwaita.h>
#include <math.h>

#include "app/present-controls.h"
#include "app/present-keys.h"
#include "app/screen-letters.h"
#include "paint/slide.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* Seconds after which a pointer that lies still, and what it has called up, are in the way. */
#define POINTER_TIME 3
#define TOAST_TIME 3
/* A hand that rests on a table moves a pointer a little. */
#define POINTER_SLACK 4.0

struct _TlAudienceWindow
{
  GtkWindow parent_instance;
  TlPresentation *presentation;
  TlSlideStage *stage;
  AdwToastOverlay *toasts;
  GtkWidget *controls; /* a revealer */
  GtkWidget *foot;
  GtkWidget *timer;
  GtkWidget *page;
  GtkWidget *cover;
  TlScreenLetters *letters;
  guint pointer_source;
  double pointer_x;
  double pointer_y;
};

G_DEFINE_FINAL_TYPE (TlAudienceWindow, tl_audience_window, GTK_TYPE_WINDOW)

/* ---- what is over the slide ---- */

static void
on_tick (TlAudienceWindow *self)
{
  g_autofree char *time = tl_presentation_time (self->presentation);

  gtk_label_set_text (GTK_LABEL (self->timer), time);
}

static void
show_foot (TlAudienceWindow *self)
{
  g_autofree char *page = tl_presentation_page (self->presentation);

  on_tick (self);
  gtk_label_set_text (GTK_LABEL (self->page), page);
  gtk_widget_set_visible (self->page, tl_presentation_shows_page (self->presentation));
  gtk_widget_set_visible (self->timer, tl_presentation_shows_timer (self->presentation));
  gtk_widget_set_visible (self->cover, tl_presentation_is_black (self->presentation));
}

static void
on_said (TlAudienceWindow *self, const char *words)
{
  tl_audience_window_say (self, words);
}

/* ---- the pointer ---- */

static gboolean
hide_pointer (gpointer data)
{
  TlAudienceWindow *self = data;

  self->pointer_source = 0;
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->controls), FALSE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  return G_SOURCE_REMOVE;
}

static void
on_motion (TlAudienceWindow *self, double x, double y)
{
  /* Windows that come and go under a pointer send it motions without any. */
  if (hypot (x - self->pointer_x, y - self->pointer_y) < POINTER_SLACK)
    return;
  if (self->pointer_x >= 0)
    {
      gtk_revealer_set_reveal_child (GTK_REVEALER (self->controls), TRUE);
      gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
      g_clear_handle_id (&self->pointer_source, g_source_remove);
      self->pointer_source = g_timeout_add_seconds (POINTER_TIME, hide_pointer, self);
    }
  self->pointer_x = x;
  self->pointer_y = y;
}

static void
on_click (TlAudienceWindow *self, int presses, double x, double y, GtkGesture *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  tl_canvas_take_letter (tl_slide_stage_canvas (self->stage), 0);
  if (tl_presentation_is_black (self->presentation))
    tl_presentation_set_black (self->presentation, FALSE);
  else if (button == GDK_BUTTON_PRIMARY)
    tl_presentation_go_by (self->presentation, 1);
  else if (button == GDK_BUTTON_SECONDARY)
    tl_presentation_go_by (self->presentation, -1);
}

static void
add_pointer (TlAudienceWindow *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_click), self);
  gtk_widget_add_controller (GTK_WIDGET (self->toasts), GTK_EVENT_CONTROLLER (click));
}

/* ---- the window ---- */

/* What GTK draws, questions above all, is as large as what is on the slides. */
static void
on_layout (TlAudienceWindow *self, int width, int height)
{
  tl_screen_letters_set (self->letters, (int) ceil (tl_slide_least_letters (width, height)));
}

static void
tl_audience_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_audience_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout", G_CALLBACK (on_layout), widget,
                           G_CONNECT_SWAPPED);
}

static gboolean
tl_audience_window_close_request (GtkWindow *window)
{
  tl_presentation_end (TL_AUDIENCE_WINDOW (window)->presentation, FALSE);
  return TRUE;
}

static void
tl_audience_window_dispose (GObject *object)
{
  TlAudienceWindow *self = TL_AUDIENCE_WINDOW (object);

  g_clear_handle_id (&self->pointer_source, g_source_remove);
  if (self->presentation)
    g_signal_handlers_disconnect_by_data (self->presentation, self);
  g_clear_pointer (&self->letters, tl_screen_letters_free);
  G_OBJECT_CLASS (tl_audience_window_parent_class)->dispose (object);
  g_clear_object (&self->presentation);
}

static void
tl_audience_window_class_init (TlAudienceWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_audience_window_dispose;
  widget_class->realize = tl_audience_window_realize;
  GTK_WINDOW_CLASS (klass)->close_request = tl_audience_window_close_request;
}

static void
tl_audience_window_init (TlAudienceWindow *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _ ("Presentation"));
  gtk_window_set_decorated (GTK_WINDOW (self), FALSE);
  self->pointer_x = self->pointer_y = -1;
  self->letters = tl_screen_letters_new (GTK_WIDGET (self), "audience");
}

static GtkWidget *
foot_label (TlAudienceWindow *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (self->foot), label);
  return label;
}

static GtkWidget *
create_foot (TlAudienceWindow *self)
{
  self->foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->foot, "foot");
  gtk_widget_set_halign (self->foot, GTK_ALIGN_END);
  gtk_widget_set_valign (self->foot, GTK_ALIGN_END);
  gtk_widget_set_can_target (self->foot, FALSE);
  self->timer = foot_label (self);
  self->page = foot_label (self);
  return self->foot;
}

static GtkWidget *
create_controls (TlAudienceWindow *self)
{
  self->controls = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->controls), GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  gtk_revealer_set_child (GTK_REVEALER (self->controls), tl_present_controls_new (self->presentation, self->stage));
  gtk_widget_set_halign (self->controls, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->controls, GTK_ALIGN_END);
  return self->controls;
}

static GtkWidget *
create_cover (TlAudienceWindow *self)
{
  self->cover = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->cover, "black-cover");
  gtk_widget_set_can_target (self->cover, FALSE);
  return self->cover;
}

static void
fill (TlAudienceWindow *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->stage = TL_SLIDE_STAGE (tl_slide_stage_new (self->presentation, 0));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->stage));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), create_foot (self));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), create_cover (self));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), create_controls (self));
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, overlay);
  gtk_window_set_child (GTK_WINDOW (self), GTK_WIDGET (self->toasts));
}

/**
 * tl_audience_window_new:
 * @presentation: what is presented
 *
 * Returns: (transfer none): a window that is not shown yet
 */
TlAudienceWindow *
tl_audience_window_new (TlPresentation *presentation)
{
  TlAudienceWindow *self = g_object_new (TL_TYPE_AUDIENCE_WINDOW, NULL);

  self->presentation = g_object_ref (presentation);
  fill (self);
  add_pointer (self);
  tl_present_keys_add (GTK_WINDOW (self), self->stage, presentation);
  g_signal_connect_swapped (self->stage, "said", G_CALLBACK (on_said), self);
  g_signal_connect_swapped (presentation, "changed", G_CALLBACK (show_foot), self);
  g_signal_connect_swapped (presentation, "options", G_CALLBACK (show_foot), self);
  g_signal_connect_swapped (presentation, "tick", G_CALLBACK (on_tick), self);
  show_foot (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->stage));
  return self;
}

/**
 * tl_audience_window_say:
 * @self: a window
 * @words: something to tell, translated
 */
void
tl_audience_window_say (TlAudienceWindow *self, const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_timeout (toast, TOAST_TIME);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
