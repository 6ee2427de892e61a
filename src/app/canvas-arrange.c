/* canvas-arrange.c: aligning and distributing the selected steps. */
#include "app/canvas-private.h"

#include "layout/arrange.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static const char *
arrangement_name (TlArrangement how)
{
  return how >= TL_ARRANGE_ACROSS ? _ ("Distribute steps") : _ ("Align steps");
}

/* Arranges the selected steps. */
void
tl_canvas_arrange (TlCanvas *self, TlArrangement how)
{
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GArray) shifts = NULL;
  TlHistory *history;

  if (!tl_canvas_can_edit (self))
    return;
  steps = tl_selection_of_kind (tl_canvas_selection (self), TL_ITEM_STEP);
  if (steps->len < tl_arrange_least (how))
    {
      tl_canvas_say (self, how >= TL_ARRANGE_ACROSS ? _ ("Select three steps or more to distribute them")
                                                    : _ ("Select two steps or more to align them"));
      return;
    }
  shifts = tl_arrange (tl_canvas_geometry (self), steps, how);
  if (shifts->len == 0)
    return;
  history = tl_canvas_history (self);
  tl_history_begin (history, arrangement_name (how), NULL);
  tl_canvas_hold_places (self);
  tl_canvas_shift (self, shifts);
  tl_history_end (history);
}
