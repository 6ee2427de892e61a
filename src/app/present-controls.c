#include "app/present-controls.h"

#include "app/appearance.h"
#include "app/present-keys.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlPresentControls
{
  GtkBox parent_instance;
  TlPresentation *presentation;
  TlSlideStage *stage;
  GtkWidget *marks; /* for the step that is shown */
  GtkWidget *back;
  GtkWidget *next;
  GtkWidget *page;
};

G_DEFINE_FINAL_TYPE (TlPresentControls, tl_present_controls, GTK_TYPE_BOX)

static void
on_next (TlPresentControls *self)
{
  tl_presentation_go_by (self->presentation, 1);
}

static void
on_back (TlPresentControls *self)
{
  tl_presentation_go_by (self->presentation, -1);
}

static void
on_black (TlPresentControls *self)
{
  tl_presentation_set_black (self->presentation, TRUE);
}

static void
on_dark (TlPresentControls *self)
{
  tl_appearance_toggle_presented (tl_appearance_get_default ());
}

static void
on_keys (TlPresentControls *self)
{
  tl_present_show_keys (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

static void
on_end (TlPresentControls *self)
{
  tl_presentation_end (self->presentation, FALSE);
}

static void
on_mark (TlPresentControls *self, GtkWidget *button)
{
  GtkWidget *canvas = GTK_WIDGET (tl_slide_stage_canvas (self->stage));

  gtk_widget_grab_focus (canvas);
  gtk_widget_activate_action (canvas, g_object_get_data (G_OBJECT (button), "action"), NULL);
}

static void
set_words (GtkWidget *button, const char *words)
{
  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_can_focus (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static GtkWidget *
add_button (TlPresentControls *self, const char *icon, const char *words, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  set_words (button, words);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (self), button);
  return button;
}

/* The letters are those of the keys, as on the steps. */
static void
add_mark (TlPresentControls *self, const char *letter, const char *words, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (letter);

  set_words (button, words);
  g_object_set_data (G_OBJECT (button), "action", (gpointer) action);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_mark), self);
  gtk_box_append (GTK_BOX (self->marks), button);
}

static void
refresh (TlPresentControls *self)
{
  guint at = tl_presentation_at (self->presentation);
  g_autofree char *page = tl_presentation_page (self->presentation);

  gtk_widget_set_sensitive (self->back, at > 0);
  gtk_widget_set_sensitive (self->next, at + 1 < tl_presentation_size (self->presentation));
  gtk_widget_set_visible (self->marks, tl_slide_stage_is_walking (self->stage));
  gtk_label_set_text (GTK_LABEL (self->page), page);
}

static void
tl_present_controls_dispose (GObject *object)
{
  TlPresentControls *self = TL_PRESENT_CONTROLS (object);

  if (self->presentation)
    g_signal_handlers_disconnect_by_data (self->presentation, self);
  g_clear_object (&self->presentation);
  G_OBJECT_CLASS (tl_present_controls_parent_class)->dispose (object);
}

static void
tl_present_controls_class_init (TlPresentControlsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_present_controls_dispose;
}

static void
tl_present_controls_init (TlPresentControls *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "osd");
  gtk_widget_add_css_class (GTK_WIDGET (self), "toolbar");
  gtk_widget_add_css_class (GTK_WIDGET (self), "present-controls");
}

static void
fill (TlPresentControls *self)
{
  self->back = add_button (self, "go-previous-symbolic", _ ("Back (Left)"), G_CALLBACK (on_back));
  self->page = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->page, "numeric");
  gtk_box_append (GTK_BOX (self), self->page);
  self->next = add_button (self, "go-next-symbolic", _ ("Next (Right)"), G_CALLBACK (on_next));
  self->marks = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self), self->marks);
  add_mark (self, "V", _ ("Value (V)"), "canvas.mark-value");
  add_mark (self, "W", _ ("Waste (W)"), "canvas.mark-waste");
  add_mark (self, "?", _ ("Not judged (U)"), "canvas.mark-none");
  add_mark (self, "T", _ ("Times (T)"), "canvas.times");
  add_mark (self, "F", _ ("Raises a failure demand (F)"), "canvas.raise-failure");
  add_button (self, "video-display-symbolic", _ ("Black screen (B)"), G_CALLBACK (on_black));
  add_button (self, "night-light-symbolic", _ ("Dark or light (D)"), G_CALLBACK (on_dark));
  add_button (self, "input-keyboard-symbolic", _ ("Keys (F1)"), G_CALLBACK (on_keys));
  add_button (self, "window-close-symbolic", _ ("Back to the study (Esc)"), G_CALLBACK (on_end));
}

/**
 * tl_present_controls_new:
 * @presentation: what they steer
 * @stage: the slide, whose step they mark
 *
 * Returns: (transfer floating): the controls
 */
GtkWidget *
tl_present_controls_new (TlPresentation *presentation, TlSlideStage *stage)
{
  TlPresentControls *self = g_object_new (TL_TYPE_PRESENT_CONTROLS, NULL);

  self->presentation = g_object_ref (presentation);
  self->stage = stage;
  fill (self);
  g_signal_connect_swapped (presentation, "changed", G_CALLBACK (refresh), self);
  refresh (self);
  return GTK_WIDGET (self);
}
