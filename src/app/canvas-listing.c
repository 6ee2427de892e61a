/* canvas-listing.c: several steps typed or pasted where the name of one is asked for.
 *
 * The first names the step, the others follow it, as when they were pasted on the canvas.
 */
#include "app/canvas-private.h"

#include <math.h>
#include <string.h>

#include "study/step-list.h"
#include "study/step-names.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

void
tl_canvas_forget_pasted (TlCanvas *self)
{
  g_clear_handle_id (&self->pasted_idle, g_source_remove);
  g_clear_pointer (&self->pasted, g_free);
}

/* What is pasted says it by its lines, what is typed by its arrows; an old name may have arrows and is left as it is.
 * Returns: (transfer full) (nullable): the steps that the name lists; NULL where it is the name of one */
GPtrArray *
tl_canvas_listed_name (TlCanvas *self, const TlStep *step)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->name_entry));

  if (self->pasted)
    return tl_step_list_parse (self->pasted);
  if (g_strcmp0 (typed, step->name) == 0 || !tl_step_names_are_chain (typed))
    return NULL;
  return tl_step_list_parse (typed);
}

static TlRole *
role_named (TlCanvas *self, const char *name)
{
  TlRole *role = tl_canvas_chosen (tl_document_study (self->document)->roles, -1, name);

  return role ? role : tl_study_add_role (tl_canvas_history (self), name, NAN, NAN);
}

/* What the list says of the step that is named. */
static void
take_first (TlCanvas *self, TlStep *step, const TlListedStep *first)
{
  TlHistory *history = tl_canvas_history (self);

  tl_item_rename (history, step, first->name);
  if (!isnan (first->work))
    tl_history_apply (history, tl_edit_new_set_number (step, "work-minutes", first->work));
  if (!isnan (first->wait))
    tl_history_apply (history, tl_edit_new_set_number (step, "wait-minutes", first->wait));
  if (first->notes && !step->notes)
    tl_history_apply (history, tl_edit_new_set_text (step, "notes", first->notes));
  if (first->role)
    tl_history_apply (history, tl_edit_new_set_item (step, "role", role_named (self, first->role)));
}

/* Names @step by the first of @steps and lets the others follow it, as one entry of the history.
 * Returns: the last of them */
TlStep *
tl_canvas_keep_list (TlCanvas *self, TlStep *step, GPtrArray *steps, const char *gesture)
{
  TlHistory *history = tl_canvas_history (self);
  gboolean is_cut = steps->len > TL_STEP_NAMES_MOST;
  const char *name = _ ("Add steps");
  g_autoptr (GPtrArray) added = NULL;

  g_ptr_array_set_size (steps, MIN ((int) steps->len, TL_STEP_NAMES_MOST));
  tl_history_begin (history, name, gesture);
  take_first (self, step, g_ptr_array_index (steps, 0));
  g_ptr_array_remove_index (steps, 0);
  added = tl_canvas_insert_list (self, steps, step, name);
  tl_history_end (history);
  if (is_cut)
    tl_canvas_say_cut (self);
  return g_ptr_array_index (added, added->len - 1);
}

/* ---- pasting ---- */

static gboolean
on_idle (gpointer data)
{
  TlCanvas *self = data;

  self->pasted_idle = 0;
  tl_canvas_finish_naming (self);
  return G_SOURCE_REMOVE;
}

/* The entry's text as it would be with @words at @position, and line ends in it. */
static char *
text_with (GtkEditable *entry, const char *words, int position)
{
  g_autofree char *before = gtk_editable_get_chars (entry, 0, position);
  g_autofree char *after = gtk_editable_get_chars (entry, position, -1);

  return g_strconcat (before, words, after, NULL);
}

/* A name is one line. Several lines are steps, which are made when the entry is done with what it is in the middle of;
 * line ends and tabs around or within one are spaces. */
static void
on_insert (GtkEditable *entry, const char *text, int length, int *position, gpointer data)
{
  TlCanvas *self = data;
  g_autofree char *words = g_strndup (text, length < 0 ? strlen (text) : (gsize) length);
  g_autofree char *whole = NULL;
  g_autoptr (GPtrArray) steps = NULL;

  if (!self->naming || self->pasted || !strpbrk (words, "\n\r\t"))
    return;
  g_signal_stop_emission_by_name (entry, "insert-text");
  whole = text_with (entry, words, *position);
  steps = tl_step_list_parse (whole);
  if (steps->len > 1 && strpbrk (g_strstrip (whole), "\n\r"))
    {
      self->pasted = g_steal_pointer (&whole);
      self->pasted_idle = g_idle_add (on_idle, self);
      return;
    }
  g_strdelimit (g_strstrip (words), "\n\r\t", ' ');
  if (*words)
    gtk_editable_insert_text (entry, words, -1, position);
}

void
tl_canvas_watch_name_pasting (TlCanvas *self)
{
  g_signal_connect (gtk_editable_get_delegate (GTK_EDITABLE (self->name_entry)), "insert-text", G_CALLBACK (on_insert),
                    self);
}
