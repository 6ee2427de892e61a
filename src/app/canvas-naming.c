#include "app/canvas-private.h"

#include <math.h>

#include "study/quantity.h"
#include "app/typed-undo.h"
#include "study/step-line.h"
#include "study/step-names.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* A name is typed right where the step stands, with its times behind it if they are known. Enter keeps
 * it, Escape does not, Tab keeps it and goes on to the next step, Shift+Tab to one more from the step
 * before, Shift+Enter to a loose note; clicking elsewhere keeps it. Several names in it are a chain
 * (canvas-listing.c). */

#define LEAST_WIDTH 200
/* The entry grows with its words to so many times its width. */
#define MOST_GROWTH 3
#define MOST_CHARS 1000
#define HINT_GAP 4.0
#define MARGIN 6

static void
hide_entry (TlCanvas *self)
{
  self->naming = NULL;
  tl_canvas_forget_pasted (self);
  gtk_widget_set_visible (self->name_entry, FALSE);
  gtk_widget_set_visible (self->name_hint, FALSE);
  tl_canvas_update_bar (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What was typed behind the name, where it says anything. */
static void
keep_times (TlHistory *history, TlStep *step, double work, double wait)
{
  if (!isnan (work))
    tl_history_apply (history, tl_edit_new_set_number (step, "work-minutes", work));
  if (!isnan (wait))
    tl_history_apply (history, tl_edit_new_set_number (step, "wait-minutes", wait));
}

/* Returns: the step from which one goes on */
static TlStep *
keep_name (TlCanvas *self)
{
  TlStep *step = self->naming;
  g_autoptr (GPtrArray) steps = tl_canvas_listed_name (self, step);
  double work, wait;
  g_autofree char *name = tl_step_line_parse (gtk_editable_get_text (GTK_EDITABLE (self->name_entry)), &work, &wait);
  g_autofree char *gesture = NULL;
  gboolean is_cut = steps && steps->len > TL_STEP_NAMES_MOST;
  g_autofree char *pasted = g_strdup (self->pasted);
  TlHistory *history = tl_canvas_history (self);

  /* The first name of a new step belongs to the gesture that made it. */
  if (self->naming_new)
    gesture = g_strdup_printf ("add step %u", self->drags);
  hide_entry (self);
  if (steps && steps->len > 1)
    {
      step = tl_canvas_keep_list (self, step, steps, gesture);
      if (pasted && !is_cut)
        tl_canvas_say_told (self, pasted);
    }
  else
    {
      tl_history_begin (history, _ ("Rename"), gesture);
      tl_item_rename (history, step, name);
      keep_times (history, step, work, wait);
      tl_history_end (history);
    }
  tl_history_settle (history);
  return step;
}

/* Keeps what was typed and gives the keyboard back to the canvas. */
void
tl_canvas_finish_naming (TlCanvas *self)
{
  TlStep *named = self->naming, *last;

  if (!named)
    return;
  last = keep_name (self);
  if (last != named)
    tl_canvas_select (self, last);
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

/* Says which times are read behind the name; before anything is typed, that they may be typed there. */
static void
update_hint (TlCanvas *self)
{
  double work, wait;
  g_autoptr (GPtrArray) steps = self->naming ? tl_canvas_listed_name (self, self->naming) : NULL;
  g_autofree char *name = tl_step_line_parse (gtk_editable_get_text (GTK_EDITABLE (self->name_entry)), &work, &wait);
  g_autofree char *work_words = tl_minutes_format (work);
  g_autofree char *wait_words = tl_minutes_format (wait);
  g_autofree char *words = NULL;

  if (steps && steps->len > 1)
    words = g_strdup_printf (ngettext ("%u step in a chain", "%u steps in a chain", steps->len), steps->len);
  else if (!isnan (wait))
    words = g_strdup_printf (_ ("Work %s, the customer waits %s"), work_words, wait_words);
  else if (!isnan (work))
    words = g_strdup_printf (_ ("Work %s; how long the customer waits may follow"), work_words);
  else if (!*name && self->naming && self->naming->name)
    words = g_strdup (_ ("Left empty, it keeps its name"));
  else if (!*name)
    words = g_strdup (_ ("Times may follow the name: Check the form 6m 2d"));
  gtk_label_set_text (GTK_LABEL (self->name_hint), words ? words : "");
  gtk_widget_set_visible (self->name_hint, words && self->naming);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Lets the name of a step be typed over it. */
void
tl_canvas_start_naming (TlCanvas *self, TlStep *step, gboolean is_new)
{
  tl_canvas_finish_naming (self);
  if (tl_document_is_read_only (self->document))
    return;
  tl_canvas_leave_home (self);
  /* Before it is being named: line ends in a name that is there already are no pasted list. */
  tl_typed_begin (GTK_EDITABLE (self->name_entry), step->name ? step->name : "");
  self->naming = step;
  self->naming_new = is_new;
  update_hint (self);
  tl_canvas_reveal (self, step);
  gtk_widget_set_visible (self->name_entry, TRUE);
  gtk_widget_grab_focus (self->name_entry);
  /* Where it had the keyboard already, nothing else selects what stands there. */
  gtk_editable_select_region (GTK_EDITABLE (self->name_entry), 0, -1);
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

/* Where something of that width begins that has its middle there, but does not go over an edge. */
static double
within (TlCanvas *self, double middle, int width)
{
  return MAX (MARGIN, MIN (middle - width / 2.0, self->width - MARGIN - width));
}

/* Below the entry, in the middle. */
static void
place_hint (TlCanvas *self, const TlBox *below)
{
  int minimum, width, height;

  if (!gtk_widget_get_visible (self->name_hint))
    return;
  gtk_widget_measure (self->name_hint, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &width, NULL, NULL);
  gtk_widget_measure (self->name_hint, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_allocate (
      self->name_hint, width, height, -1,
      gsk_transform_translate (
          NULL, &GRAPHENE_POINT_INIT ((float) within (self, below->x + below->width / 2, width), (float) below->y)));
}

/* From where and how far the entry goes: as wide as the step, and on in the direction of reading while there is more
 * in it; back from the edge of the canvas where that is in the way. */
static void
reach_of_entry (TlCanvas *self, const TlBox *box, double *x, int *width)
{
  int minimum, natural, least, room = self->width - 2 * MARGIN;

  gtk_widget_measure (self->name_entry, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  least = MAX (minimum, MIN (MAX (LEAST_WIDTH, (int) box->width), room));
  *width = CLAMP (natural, least, MAX (least, MIN (MOST_GROWTH * least, room)));
  *x = within (self, box->x + box->width / 2, least);
  if (gtk_widget_get_direction (self->name_entry) == GTK_TEXT_DIR_RTL)
    *x += least - *width;
  *x = MAX (MARGIN, MIN (*x, self->width - MARGIN - *width));
}

/* Puts the entry over the step, in size_allocate. */
void
tl_canvas_place_name_entry (TlCanvas *self)
{
  int height, width;
  double x;
  TlBox box;
  GskTransform *place;

  if (!self->naming)
    return;
  box = tl_canvas_box_of (self, self->naming);
  box = tl_viewport_box_to_widget (&self->viewport, &box);
  reach_of_entry (self, &box, &x, &width);
  gtk_widget_measure (self->name_entry, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  place = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, (float) (box.y + (box.height - height) / 2)));
  gtk_widget_allocate (self->name_entry, width, height, -1, place);
  box.y += (box.height + height) / 2 + HINT_GAP;
  place_hint (self, &box);
}

static gboolean
on_key (TlCanvas *self, guint key, guint code, GdkModifierType state, GtkEventController *controller)
{
  if (key == GDK_KEY_Escape)
    tl_canvas_cancel_naming (self);
  else if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && (state & GDK_SHIFT_MASK))
    gtk_widget_activate_action (GTK_WIDGET (self), "canvas.add-note", NULL);
  else
    return GDK_EVENT_PROPAGATE;
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
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->name_entry), MOST_CHARS);
  g_object_set (gtk_editable_get_delegate (GTK_EDITABLE (self->name_entry)), "propagate-text-width", TRUE, NULL);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->name_entry), _ ("What happens here?"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name_entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the step"), -1);
  gtk_widget_set_parent (self->name_entry, GTK_WIDGET (self));
  self->name_hint = gtk_label_new (NULL);
  gtk_widget_set_visible (self->name_hint, FALSE);
  gtk_widget_set_can_target (self->name_hint, FALSE);
  gtk_widget_add_css_class (self->name_hint, "name-hint");
  gtk_widget_set_parent (self->name_hint, GTK_WIDGET (self));
  g_signal_connect_swapped (self->name_entry, "changed", G_CALLBACK (update_hint), self);
  tl_canvas_watch_name_pasting (self);
  update_hint (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->name_entry, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (self->name_entry, focus);
  g_signal_connect_swapped (self->name_entry, "activate", G_CALLBACK (tl_canvas_finish_naming), self);
}
