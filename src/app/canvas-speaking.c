#include "app/canvas-private.h"

#include "app/assistive.h"
#include "app/speakers.h"

/* What is drawn is told to assistive technology by widgets that nobody sees (speakers.h). Who sees draws with the
 * keyboard on the canvas itself. For who hears it follows the selection from step to step, so that each is read; all
 * keys mean the same there. */

/* Creates the list of steps and the layer that speaks for them. */
void
tl_canvas_create_speakers (TlCanvas *self)
{
  tl_assistive_watch ();
  self->steps = tl_step_list_new ();
  self->speakers = tl_speakers_new (self->steps);
  gtk_widget_set_parent (self->speakers, GTK_WIDGET (self));
}

/* Lets them follow the document that is shown. */
void
tl_canvas_update_speakers (TlCanvas *self)
{
  /* First who listens, then what tells. */
  tl_speakers_set_document (TL_SPEAKERS (self->speakers), self->document);
  tl_step_list_set_document (self->steps, self->document);
}

/* Puts them where things stand, in size_allocate. */
void
tl_canvas_place_speakers (TlCanvas *self)
{
  if (self->flow)
    tl_speakers_allocate (TL_SPEAKERS (self->speakers), tl_canvas_settled_geometry (self), &self->viewport);
  else
    gtk_widget_allocate (self->speakers, 1, 1, -1, NULL);
}

/**
 * tl_canvas_steps:
 * @self: a canvas
 *
 * Returns: (transfer none): its steps as a list that shares its selection
 */
TlStepList *
tl_canvas_steps (TlCanvas *self)
{
  return self->steps;
}

/* Returns: whether keys come to the canvas, or to what speaks for a thing on it */
gboolean
tl_canvas_has_keyboard (TlCanvas *self)
{
  return gtk_widget_has_focus (GTK_WIDGET (self)) || tl_speakers_have_keyboard (TL_SPEAKERS (self->speakers));
}

/* Gives the keyboard to what speaks for the thing that was selected last, where somebody listens. */
static gboolean
focus_speaker (TlCanvas *self)
{
  TlItem *focus = self->document ? tl_selection_focus (tl_canvas_selection (self)) : NULL;

  if (!focus || !(tl_assistive_reads_screen () || tl_speakers_have_keyboard (TL_SPEAKERS (self->speakers))))
    return FALSE;
  return tl_speakers_focus (TL_SPEAKERS (self->speakers), focus);
}

/* The canvas takes the keyboard, as its class does it. */
gboolean
tl_canvas_take_keyboard (TlCanvas *self, gboolean (*otherwise) (GtkWidget *))
{
  return focus_speaker (self) || otherwise (GTK_WIDGET (self));
}

/* The selection is another. */
void
tl_canvas_follow_selection (TlCanvas *self)
{
  if (gtk_widget_has_focus (GTK_WIDGET (self)))
    focus_speaker (self);
}
