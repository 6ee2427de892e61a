/* canvas-undo.c: undo and redo where the flow is seen: what changes by them is in sight. */
#include <math.h>

#include "app/canvas-private.h"

static gboolean
stands_elsewhere (const TlFlowGeometry *before, const TlStepBox *now)
{
  const TlStepBox *old = tl_flow_geometry_step (before, now->step);

  return !old || fabs (old->box.x - now->box.x) > 0.5 || fabs (old->box.y - now->box.y) > 0.5;
}

/* Returns: whether steps stand elsewhere than @before, none of which is in sight; @nearest is the one that is nearest
 */
static gboolean
is_out_of_sight (TlCanvas *self, const TlFlowGeometry *before, const TlBox **nearest)
{
  const GArray *steps = tl_canvas_geometry (self)->steps;
  TlPlace middle = tl_viewport_to_flow (&self->viewport, self->width / 2.0, self->height / 2.0);
  double least = G_MAXDOUBLE;

  *nearest = NULL;
  for (guint i = 0; i < steps->len; i++)
    {
      const TlStepBox *step = &g_array_index (steps, TlStepBox, i);
      double distance = hypot (step->box.x - middle.x, step->box.y - middle.y);

      if (!stands_elsewhere (before, step))
        continue;
      if (tl_viewport_sees (&self->viewport, &step->box, self->width, self->height))
        return FALSE;
      if (distance < least)
        *nearest = &step->box;
      least = MIN (least, distance);
    }
  return *nearest != NULL;
}

/* Where all was shown all is shown again, but nothing comes nearer than before, or than life size. */
static void
look_after (TlCanvas *self, const TlFlowGeometry *before)
{
  double most = MAX (self->viewport.zoom, self->text_scale);
  const TlBox *nearest;

  if (self->fitted && tl_canvas_geometry (self)->bounds.width > 0)
    tl_canvas_fit_between (self, &self->viewport, 0, most);
  else if (is_out_of_sight (self, before, &nearest))
    tl_viewport_centre (&self->viewport, nearest, self->width / 2.0, self->height / 2.0);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
moved_at_all (TlCanvas *self, const TlFlowGeometry *before)
{
  const GArray *steps = tl_canvas_geometry (self)->steps;

  for (guint i = 0; i < steps->len; i++)
    if (stands_elsewhere (before, &g_array_index (steps, TlStepBox, i)))
      return TRUE;
  return FALSE;
}

static void
go (TlCanvas *self, gboolean (*step) (TlHistory *history))
{
  TlFlow *flow = self->flow;
  gboolean seen = flow && !self->presented && gtk_widget_get_mapped (GTK_WIDGET (self));
  g_autoptr (TlFlowGeometry) before = seen ? tl_flow_geometry_ref (tl_canvas_geometry (self)) : NULL;

  tl_canvas_stop_travel (self);
  if (step (tl_canvas_history (self)) && before && self->flow == flow && moved_at_all (self, before))
    look_after (self, before);
}

/**
 * tl_canvas_undo:
 * @self: a canvas with a document
 *
 * Undoes, and where steps then stand elsewhere brings them into sight, if none of them is there.
 */
void
tl_canvas_undo (TlCanvas *self)
{
  go (self, tl_history_undo);
}

/**
 * tl_canvas_redo:
 * @self: a canvas with a document
 *
 * As tl_canvas_undo(), but forwards.
 */
void
tl_canvas_redo (TlCanvas *self)
{
  go (self, tl_history_redo);
}
