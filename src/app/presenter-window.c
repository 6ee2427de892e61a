#include "app/presenter-window.h"

#include "app/present-controls.h"
#include "app/present-keys.h"
#include "app/screen-letters.h"
#include "paint/slide.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* How far the divider between the slide and what comes next stands, of the width. */
#define SLIDE_SHARE 0.66
/* Of the height, for the preview of what comes next. */
#define PREVIEW_MOST 0.4
/* So many lines of text a screen is high. It stands on the desk of who presents. */
#define LINES 54
#define LEAST_LETTERS 13

struct _TlPresenterWindow
{
  GtkWindow parent_instance;
  TlPresentation *presentation;
  TlSlideStage *stage;
  double ratio;   /* of the audience's screen: width by height */
  GtkWidget *now; /* frames that keep the shape of the audience's screen */
  GtkWidget *then;
  GtkWidget *then_title;
  GtkWidget *notes;
  GtkWidget *timer;
  GtkWidget *clock;
  GtkWidget *black;
  GtkWidget *paned;
  TlScreenLetters *letters;
  int width; /* for which the divider was set; people may move it then */
};

G_DEFINE_FINAL_TYPE (TlPresenterWindow, tl_presenter_window, GTK_TYPE_WINDOW)

static void
on_tick (TlPresenterWindow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  /* Translators: the time of day, as g_date_time_format() writes it */
  g_autofree char *clock = g_date_time_format (now, _ ("%H:%M"));
  g_autofree char *time = tl_presentation_time (self->presentation);

  gtk_label_set_text (GTK_LABEL (self->timer), time);
  gtk_label_set_text (GTK_LABEL (self->clock), clock);
}

static void
show_notes (TlPresenterWindow *self, const TlSubject *subject)
{
  g_autofree char *notes = tl_slide_notes (tl_presentation_slide (self->presentation, 0), subject);

  gtk_label_set_text (GTK_LABEL (self->notes), notes ? notes : _ ("No notes"));
  if (notes)
    gtk_widget_remove_css_class (self->notes, "dim-label");
  else
    gtk_widget_add_css_class (self->notes, "dim-label");
}

static void
show_next (TlPresenterWindow *self, const TlSubject *subject)
{
  const TlSlide *next = tl_presentation_slide (self->presentation, 1);
  g_autofree char *title = next ? tl_slide_title (next, subject) : NULL;
  g_autofree char *words = NULL;

  /* Translators: %s is what the next slide is about */
  words = title ? g_strdup_printf (_ ("Next: %s"), title) : g_strdup (_ ("This is the last slide"));
  gtk_label_set_text (GTK_LABEL (self->then_title), words);
  gtk_widget_set_visible (self->then, next != NULL);
}

static void
refresh (TlPresenterWindow *self)
{
  TlSubject subject;

  tl_presentation_fill_subject (self->presentation, &subject);
  show_notes (self, &subject);
  show_next (self, &subject);
  gtk_widget_set_visible (self->black, tl_presentation_is_black (self->presentation));
  on_tick (self);
}

static gboolean
tl_presenter_window_close_request (GtkWindow *window)
{
  tl_presentation_end (TL_PRESENTER_WINDOW (window)->presentation, FALSE);
  return TRUE;
}

static void
tl_presenter_window_dispose (GObject *object)
{
  TlPresenterWindow *self = TL_PRESENTER_WINDOW (object);

  if (self->presentation)
    g_signal_handlers_disconnect_by_data (self->presentation, self);
  g_clear_pointer (&self->letters, tl_screen_letters_free);
  G_OBJECT_CLASS (tl_presenter_window_parent_class)->dispose (object);
  g_clear_object (&self->presentation);
}

static void
tl_presenter_window_class_init (TlPresenterWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_presenter_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = tl_presenter_window_close_request;
}

static void
tl_presenter_window_init (TlPresenterWindow *self)
{
  self->letters = tl_screen_letters_new (GTK_WIDGET (self), "presenter");
  gtk_window_set_title (GTK_WINDOW (self), _ ("For who presents"));
  gtk_window_set_decorated (GTK_WINDOW (self), FALSE);
}

static GtkWidget *
label (const char *style, float xalign)
{
  GtkWidget *widget = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (widget), xalign);
  gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (widget, style);
  return widget;
}

/* The slide stands in the middle where its frame is too high for it. */
static GtkWidget *
frame (GtkWidget *stage, float yalign)
{
  GtkWidget *aspect = gtk_aspect_frame_new (0.5F, yalign, 16.0F / 9.0F, FALSE);

  gtk_aspect_frame_set_child (GTK_ASPECT_FRAME (aspect), stage);
  gtk_widget_add_css_class (aspect, "slide-frame");
  return aspect;
}

static GtkWidget *
create_notes (TlPresenterWindow *self)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->notes = label ("presenter-notes", 0);
  gtk_widget_set_valign (self->notes, GTK_ALIGN_START);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), self->notes);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroll, TRUE);
  return scroll;
}

/* What comes next, and below it what only who presents can read. */
static GtkWidget *
create_side (TlPresenterWindow *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *preview = tl_slide_stage_new (self->presentation, 1);

  self->then_title = label ("presenter-next", 0);
  self->then = frame (preview, 0);
  /* As high as its width makes it, see on_layout(): the rest is for notes. */
  gtk_widget_set_vexpand (preview, FALSE);
  gtk_widget_set_vexpand (self->then, FALSE);
  gtk_widget_add_css_class (side, "presenter-side");
  gtk_box_append (GTK_BOX (side), self->then_title);
  gtk_box_append (GTK_BOX (side), self->then);
  gtk_box_append (GTK_BOX (side), create_notes (self));
  return side;
}

/* What the room sees, as large as there is room. */
static GtkWidget *
create_main (TlPresenterWindow *self)
{
  self->stage = TL_SLIDE_STAGE (tl_slide_stage_new (self->presentation, 0));
  self->now = frame (GTK_WIDGET (self->stage), 0.5F);
  return self->now;
}

static GtkWidget *
create_bar (TlPresenterWindow *self)
{
  GtkWidget *bar = gtk_center_box_new ();
  GtkWidget *times = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *controls = tl_present_controls_new (self->presentation, self->stage);

  self->timer = label ("presenter-time", 0);
  self->clock = label ("presenter-clock", 1);
  self->black = gtk_label_new (_ ("The screen is black"));
  gtk_widget_add_css_class (times, "presenter-times");
  gtk_widget_remove_css_class (controls, "osd");
  gtk_box_append (GTK_BOX (times), self->timer);
  gtk_box_append (GTK_BOX (times), self->black);
  gtk_center_box_set_start_widget (GTK_CENTER_BOX (bar), times);
  gtk_center_box_set_center_widget (GTK_CENTER_BOX (bar), controls);
  gtk_center_box_set_end_widget (GTK_CENTER_BOX (bar), self->clock);
  gtk_widget_add_css_class (bar, "presenter-bar");
  return bar;
}

/* The preview fills the width of its side, unless it is of a screen that stands upright. */
static void
shape_preview (TlPresenterWindow *self, int width, int height)
{
  double side = width * (1 - SLIDE_SHARE);
  int wanted = (int) MIN (side / self->ratio, height * PREVIEW_MOST);

  gtk_widget_set_size_request (self->then, -1, wanted);
}

static void
on_layout (TlPresenterWindow *self, int width, int height)
{
  tl_screen_letters_set (self->letters, MAX (MIN (height, width * 3 / 4) / LINES, LEAST_LETTERS));
  shape_preview (self, width, height);
  if (width > 0 && width != self->width)
    gtk_paned_set_position (GTK_PANED (self->paned), (int) (width * SLIDE_SHARE));
  self->width = width;
}

static void
on_realize (TlPresenterWindow *self)
{
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (self)), "layout", G_CALLBACK (on_layout), self,
                           G_CONNECT_SWAPPED);
}

static void
fill (TlPresenterWindow *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_vexpand (self->paned, TRUE);
  gtk_paned_set_start_child (GTK_PANED (self->paned), create_main (self));
  gtk_paned_set_end_child (GTK_PANED (self->paned), create_side (self));
  gtk_box_append (GTK_BOX (column), self->paned);
  gtk_box_append (GTK_BOX (column), create_bar (self));
  gtk_window_set_child (GTK_WINDOW (self), column);
}

/**
 * tl_presenter_window_new:
 * @presentation: what is presented
 *
 * Returns: (transfer none): a window that is not shown yet
 */
TlPresenterWindow *
tl_presenter_window_new (TlPresentation *presentation)
{
  TlPresenterWindow *self = g_object_new (TL_TYPE_PRESENTER_WINDOW, NULL);

  self->presentation = g_object_ref (presentation);
  self->ratio = 16.0 / 9.0;
  fill (self);
  tl_present_keys_add (GTK_WINDOW (self), self->stage, presentation);
  g_signal_connect (self, "realize", G_CALLBACK (on_realize), NULL);
  g_signal_connect_swapped (presentation, "changed", G_CALLBACK (refresh), self);
  g_signal_connect_swapped (presentation, "options", G_CALLBACK (refresh), self);
  g_signal_connect_swapped (presentation, "tick", G_CALLBACK (on_tick), self);
  refresh (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->stage));
  return self;
}

/**
 * tl_presenter_window_set_shape:
 * @self: a window
 * @width: of the audience's screen
 * @height: of the audience's screen
 *
 * Both slides are laid out as the room sees them.
 */
void
tl_presenter_window_set_shape (TlPresenterWindow *self, int width, int height)
{
  float ratio = height > 0 ? (float) width / (float) height : 16.0F / 9.0F;

  gtk_aspect_frame_set_ratio (GTK_ASPECT_FRAME (self->now), ratio);
  gtk_aspect_frame_set_ratio (GTK_ASPECT_FRAME (self->then), ratio);
  self->ratio = ratio;
}
