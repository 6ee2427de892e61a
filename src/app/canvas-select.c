/* canvas-select.c: selecting steps by what they have in common, or by where they stand in the flow. */
#include "app/canvas-private.h"

#include "study/flow-search.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* Selects @steps, the one that has the focus last, so that keys go on from it. */
static void
select_steps (TlCanvas *self, GPtrArray *steps)
{
  TlItem *focus = tl_selection_focus (tl_canvas_selection (self));

  if (focus && g_ptr_array_remove (steps, focus))
    g_ptr_array_add (steps, focus);
  tl_selection_set_items (tl_canvas_selection (self), steps);
}

static void
say_count (TlCanvas *self, guint count)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u step selected", "%u steps selected", count), count);

  tl_canvas_say (self, words);
}

/* All steps that say the same as one of the selected in a field, as "role". */
void
tl_canvas_select_alike (TlCanvas *self, const char *field)
{
  g_autoptr (GPtrArray) steps = tl_canvas_selected_steps (self);
  g_autoptr (GPtrArray) found = NULL;

  if (!steps)
    return;
  found = tl_flow_steps_alike (self->flow, steps, field);
  select_steps (self, found);
  say_count (self, found->len);
}

/* The selected steps and all that follows. */
void
tl_canvas_select_downstream (TlCanvas *self)
{
  g_autoptr (GPtrArray) steps = tl_canvas_selected_steps (self);
  g_autoptr (GPtrArray) found = NULL;

  if (!steps)
    return;
  found = tl_flow_steps_downstream (self->flow, steps);
  select_steps (self, found);
  say_count (self, found->len);
}

/* All steps that are not selected. */
void
tl_canvas_select_others (TlCanvas *self)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  if (!self->flow)
    return;
  for (guint i = 0; i < self->flow->steps->len; i++)
    if (!tl_selection_has (tl_canvas_selection (self), g_ptr_array_index (self->flow->steps, i)))
      g_ptr_array_add (others, g_ptr_array_index (self->flow->steps, i));
  tl_selection_set_items (tl_canvas_selection (self), others);
  say_count (self, others->len);
}
