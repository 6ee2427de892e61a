/* canvas-questions.c: what all questions on the canvas have in common. */
#include "app/canvas-private.h"

#include <string.h>

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* Asks beside an item. What the answer is about is remembered, as the selection may change. */
void
tl_canvas_ask (TlCanvas *self, gpointer beside, GPtrArray *about, const TlQuestion *question, TlAnswered answered)
{
  TlBox box;

  if (tl_document_is_read_only (self->document))
    {
      tl_canvas_say (self, _ ("This study can be looked at, but not changed"));
      return;
    }
  tl_canvas_reveal (self, beside);
  box = tl_canvas_box_of (self, beside);
  box = tl_viewport_box_to_widget (&self->viewport, &box);
  g_clear_pointer (&self->asked_about, g_ptr_array_unref);
  self->asked_about = g_ptr_array_new_with_free_func (tl_item_unref);
  for (guint i = 0; i < about->len; i++)
    g_ptr_array_add (self->asked_about, tl_item_ref (g_ptr_array_index (about, i)));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->prompt),
                               &(GdkRectangle){ (int) CLAMP (box.x, 0, self->width),
                                                (int) CLAMP (box.y, 0, self->height), MAX (1, (int) box.width),
                                                MAX (1, (int) box.height) });
  tl_canvas_leave_home (self);
  tl_prompt_ask (self->prompt, question, answered, self);
}

/* Returns: (nullable) (transfer full): the selected steps; says so where there are none. */
GPtrArray *
tl_canvas_selected_steps (TlCanvas *self)
{
  GPtrArray *steps = NULL;

  if (self->flow)
    steps = tl_selection_of_kind (tl_canvas_selection (self), TL_ITEM_STEP);
  if (!steps || steps->len == 0)
    {
      tl_canvas_refuse (self, _ ("Select a step first"));
      g_clear_pointer (&steps, g_ptr_array_unref);
    }
  return steps;
}

/* As tl_canvas_selected_steps(), for a question about one: the one that was selected last, alone. */
GPtrArray *
tl_canvas_newest_step (TlCanvas *self)
{
  GPtrArray *steps = tl_canvas_selected_steps (self);

  if (steps)
    g_ptr_array_remove_range (steps, 0, steps->len - 1);
  return steps;
}

/* Returns: (transfer container): the names of items, and @last (nullable), for suggestions;
 * NULL-terminated. */
const char **
tl_canvas_names_of (GPtrArray *items, const char *last)
{
  const char **names = g_new0 (const char *, items->len + 2);

  for (guint i = 0; i < items->len; i++)
    names[i] = tl_item_name (g_ptr_array_index (items, i));
  names[items->len] = last;
  return names;
}

/* Returns: (nullable): the item that was taken from the suggestions, or that has just that name. */
gpointer
tl_canvas_chosen (GPtrArray *items, int suggestion, const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  if (suggestion >= 0 && suggestion < (int) items->len)
    return g_ptr_array_index (items, suggestion);
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *candidate = g_utf8_casefold (tl_item_name (g_ptr_array_index (items, i)), -1);

      if (strcmp (candidate, wanted) == 0)
        return g_ptr_array_index (items, i);
    }
  return NULL;
}
