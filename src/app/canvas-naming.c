#include "app/canvas-private.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* A name is typed right where the step stands. Enter keeps it, Escape does not, Tab keeps it and
 * goes on to the next step; clicking elsewhere keeps it. */

#define LEAST_WIDTH 200

static void
hide_entry (TlCanvas *self)
{
  self->naming = NULL;
  gtk_widget_set_visible (self->name_entry, FALSE);
  tl_canvas_update_bar (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
keep_name (TlCanvas *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_entry)));
  g_autofree char *gesture = NULL;
  TlHistory *history = tl_canvas_history (self);
  TlStep *step = self->naming;

  /* The first name of a new step belongs to the gesture that made it. */
  if (self->naming_new)
    gesture = g_strdup_printf ("add step %u", self->drags);
  hide_entry (self);
  g_strstrip (name);
  tl_history_begin (history, _("Rename"), gesture);
  tl_item_rename (history, step, name);
  tl_history_end (history);
  tl_history_settle (history);
}

/* Keeps what was typed and gives the keyboard back to the canvas. */
void
tl_canvas_finish_naming (TlCanvas *self)
{
  if (!self->naming)
    return;
  keep_name (self);
  tl_canvas_go_home (self);
}

/* Forgets what was typed; a step that was added to be named goes again. */
void
tl_canvas_cancel_naming (TlCanvas *self)
{
  gboolean unwanted;

  if (!self->naming)
    return;
  unwanted = self->naming_new && tl_study_of (self->naming);
  hide_entry (self);
  tl_canvas_go_home (self);
  if (unwanted)
    tl_history_undo (tl_canvas_history (self));
}

/* Lets the name of a step be typed over it. */
void
tl_canvas_start_naming (TlCanvas *self, TlStep *step, gboolean is_new)
{
  tl_canvas_finish_naming (self);
  if (tl_document_is_read_only (self->document))
    return;
  tl_canvas_leave_home (self);
  self->naming = step;
  self->naming_new = is_new;
  gtk_editable_set_text (GTK_EDITABLE (self->name_entry), step->name ? step->name : "");
  tl_canvas_reveal (self, step);
  gtk_widget_set_visible (self->name_entry, TRUE);
  gtk_widget_grab_focus (self->name_entry);
  tl_canvas_update_bar (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Begins a new step's name with a letter that was typed before there was an entry to type in. */
void
tl_canvas_type_into_name (TlCanvas *self, gunichar letter)
{
  char text[7] = { 0 };

  g_unichar_to_utf8 (letter, text);
  gtk_editable_set_text (GTK_EDITABLE (self->name_entry), text);
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->name_entry));
  gtk_editable_set_position (GTK_EDITABLE (self->name_entry), -1);
}

/* Puts the entry over the step, in size_allocate. */
void
tl_canvas_place_name_entry (TlCanvas *self)
{
  int minimum, height, width;
  TlBox box;
  GskTransform *place;

  if (!self->naming)
    return;
  box = tl_canvas_box_of (self, self->naming);
  box = tl_viewport_box_to_widget (&self->viewport, &box);
  gtk_widget_measure (self->name_entry, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  width = MAX (minimum, MAX (LEAST_WIDTH, (int) box.width));
  gtk_widget_measure (self->name_entry, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  place = gsk_transform_translate (
    NULL, &GRAPHENE_POINT_INIT ((float) (box.x + (box.width - width) / 2),
                                (float) (box.y + (box.height - height) / 2)));
  gtk_widget_allocate (self->name_entry, width, height, -1, place);
}

static gboolean
on_key (TlCanvas *self, guint key, guint code, GdkModifierType state, GtkEventController *controller)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  tl_canvas_cancel_naming (self);
  return GDK_EVENT_STOP;
}

static void
on_leave (TlCanvas *self)
{
  if (self->naming)
    keep_name (self);
}

void
tl_canvas_create_name_entry (TlCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->name_entry = gtk_entry_new ();
  gtk_widget_set_visible (self->name_entry, FALSE);
  gtk_widget_add_css_class (self->name_entry, "step-name");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->name_entry), _("What happens here?"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name_entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Name of the step"), -1);
  gtk_widget_set_parent (self->name_entry, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->name_entry, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (self->name_entry, focus);
  g_signal_connect_swapped (self->name_entry, "activate", G_CALLBACK (tl_canvas_finish_naming), self);
}
