/* canvas-drag.c: steps that are being dragged.
 *
 * What a frame of a drag costs must depend on what moves, not on how large the flow is. So the steps and the
 * lines that end at them are taken off the tiles when the drag begins, and drawn over them (flow-marks.c) by a
 * geometry that is quick (layout/flow-drag.c). Whenever the hand rests, and when it lets go, all lines are led as
 * they should be.
 */
#include "app/canvas-private.h"

/* Without a movement for so long the hand rests, in milliseconds. */
#define REST 150

/* Returns: whether lines are led quickly for now */
gboolean
tl_canvas_drags_quickly (TlCanvas *self)
{
  return self->drag.steps && !self->drag.rests;
}

static gboolean
on_rest (gpointer data)
{
  TlCanvas *self = data;

  self->drag.timer = 0;
  self->drag.rests = TRUE;
  tl_canvas_outdate_geometry (self);
  return G_SOURCE_REMOVE;
}

/* Steps are about to be dragged; or, once more, have been dragged elsewhere. */
void
tl_canvas_keep_dragging (TlCanvas *self, GPtrArray *steps)
{
  if (!self->drag.steps && self->flow)
    {
      self->drag.apart = tl_flow_geometry_moving (tl_canvas_geometry (self), steps);
      self->drag.steps = g_ptr_array_ref (steps);
    }
  self->drag.rests = FALSE;
  g_clear_handle_id (&self->drag.timer, g_source_remove);
  self->drag.timer = g_timeout_add (REST, on_rest, self);
}

/* They stay where they are. */
void
tl_canvas_end_drag (TlCanvas *self)
{
  if (!self->drag.steps)
    return;
  g_clear_handle_id (&self->drag.timer, g_source_remove);
  g_clear_pointer (&self->drag.steps, g_ptr_array_unref);
  g_clear_pointer (&self->drag.apart, g_hash_table_unref);
  /* Lanes that were kept under the hand take their new heights now, and a river its width. */
  if (!self->geometry || tl_flow_geometry_is_of_drag (self->geometry) || (self->flow && self->flow->lanes == TL_YES)
      || self->lens == TL_LENS_RIVER)
    tl_canvas_outdate_geometry (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
