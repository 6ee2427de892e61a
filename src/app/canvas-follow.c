/* canvas-follow.c: the canvas follows its document: what was edited, what is selected, and the geometry and the
 * picture that come of it. */
#include "app/canvas-private.h"
#include "layout/flow-lanes.h"

#define MOST_RECENT 64

/* Returns: (transfer none): the geometry of the flow as it is now; while steps are dragged one that is quick
 * rather than exact. */
TlFlowGeometry *
tl_canvas_geometry (TlCanvas *self)
{
  TlStudy *study = self->flow ? tl_document_study (self->document) : NULL;

  if (self->geometry || !self->flow)
    return self->geometry;
  if (self->before && tl_canvas_drags_quickly (self))
    {
      self->geometry = tl_flow_geometry_new_dragged (self->before, self->drag.steps);
      return self->geometry;
    }
  self->geometry = self->before ? tl_flow_geometry_new_moved (self->before, study, self->flow, NULL)
                                : tl_flow_geometry_new (study, self->flow);
  /* The hand only rests: a lane that ran away now would take the step into another. */
  if (self->before && self->drag.steps && self->flow->lanes == TL_YES)
    tl_flow_geometry_keep_lanes (self->geometry, self->before);
  g_clear_pointer (&self->before, tl_flow_geometry_unref);
  return self->geometry;
}

/* Returns: (transfer none): while steps are dragged quickly, the last geometry that was exact; else the one of now */
TlFlowGeometry *
tl_canvas_settled_geometry (TlCanvas *self)
{
  TlFlowGeometry *geometry = tl_canvas_geometry (self);

  return self->before ? self->before : geometry;
}

/* The river gets narrower where lines come close; not while steps are on their way, when all of it would swell and
 * shrink. */
static void
set_lens (TlCanvas *self)
{
  gboolean moves = self->drag.steps || self->glide;

  if (self->lens == TL_LENS_RIVER && moves && self->river_room > 0)
    tl_flow_picture_set_river (self->picture, self->river_room);
  else
    tl_flow_picture_set_lens (self->picture, self->lens);
  self->river_room = self->lens == TL_LENS_RIVER ? tl_flow_picture_get_lens (self->picture)->room : 0;
}

/* Returns: (transfer none) (nullable): the picture of the flow as it is now. */
TlFlowPicture *
tl_canvas_picture (TlCanvas *self)
{
  TlTheme theme = tl_canvas_theme ();

  if (self->picture && self->picture_behind)
    {
      self->picture_behind = FALSE;
      tl_canvas_tiles_move (self, tl_canvas_geometry (self));
    }
  if (!self->picture && self->flow)
    {
      self->picture_behind = FALSE;
      self->picture = tl_flow_picture_new (tl_document_study (self->document), self->flow, tl_canvas_geometry (self),
                                           tl_document_capacity (self->document), &theme, self->letters);
      set_lens (self);
    }
  return self->picture;
}

/* What is drawn is out of date, though every step stands where it stood. */
void
tl_canvas_forget_picture (TlCanvas *self)
{
  /* The tiles show it still: they will be compared with the next. */
  if (self->picture != self->tiles.painted)
    g_clear_pointer (&self->picture, tl_flow_picture_free);
  self->picture = NULL;
  self->map_stale = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  tl_canvas_forget_legend (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
forget_geometry (TlCanvas *self)
{
  g_clear_pointer (&self->geometry, tl_flow_geometry_unref);
  g_clear_pointer (&self->before, tl_flow_geometry_unref);
  tl_canvas_forget_picture (self);
}

/* Steps moved, and nothing else changed: ways that they don't touch stay as they are. */
void
tl_canvas_outdate_geometry (TlCanvas *self)
{
  if (self->geometry && tl_flow_geometry_is_of_drag (self->geometry))
    g_clear_pointer (&self->geometry, tl_flow_geometry_unref);
  else if (self->geometry)
    {
      g_clear_pointer (&self->before, tl_flow_geometry_unref);
      self->before = g_steal_pointer (&self->geometry);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (tl_canvas_drags_quickly (self))
    {
      self->picture_behind = TRUE;
      return;
    }
  /* Ribbons are stacked anew where steps stand elsewhere. */
  if (!self->before || self->lens == TL_LENS_RIVER)
    {
      tl_canvas_forget_picture (self);
      return;
    }
  self->picture_behind = TRUE;
  self->map_stale = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
stands_here (TlCanvas *self, TlStep *step)
{
  return step->item.parent == TL_ITEM (self->flow);
}

/* Returns: (nullable): the step to go on from: the selected one, the one selected last, or the last */
TlStep *
tl_canvas_last_step (TlCanvas *self)
{
  for (guint i = self->recent->len; i-- > 0;)
    if (stands_here (self, g_ptr_array_index (self->recent, i)))
      return g_ptr_array_index (self->recent, i);
  return self->flow->steps->len ? g_ptr_array_index (self->flow->steps, self->flow->steps->len - 1) : NULL;
}

static void
on_selection (TlCanvas *self)
{
  TlItem *focus = tl_selection_focus (tl_canvas_selection (self));

  if (focus && focus->kind == TL_ITEM_STEP)
    {
      g_ptr_array_remove (self->recent, focus);
      if (self->recent->len >= MOST_RECENT)
        g_ptr_array_remove_index (self->recent, 0);
      g_ptr_array_add (self->recent, tl_item_ref (focus));
    }
  /* A letter that comes now would speak of another step. */
  tl_canvas_take_letter (self, 0);
  tl_canvas_follow_selection (self);
  tl_canvas_update_bar (self);
  tl_canvas_tell_view (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* When an undo takes the selected step away, the one selected before is selected again: who types
 * goes on from there. */
static void
mend_selection (TlCanvas *self)
{
  TlSelection *selection = tl_canvas_selection (self);
  TlStep *newest = self->recent->len ? g_ptr_array_index (self->recent, self->recent->len - 1) : NULL;

  if (!self->flow || !newest || stands_here (self, newest) || tl_selection_size (selection) > 0)
    return;
  while (self->recent->len && !stands_here (self, g_ptr_array_index (self->recent, self->recent->len - 1)))
    g_ptr_array_remove_index (self->recent, self->recent->len - 1);
  if (self->recent->len)
    tl_selection_set (selection, g_ptr_array_index (self->recent, self->recent->len - 1));
}

static void
update_empty (TlCanvas *self)
{
  gtk_widget_set_visible (self->empty_label, self->flow && self->flow->steps->len == 0);
}

static void
show_flow (TlCanvas *self)
{
  TlFlow *flow = self->document ? tl_document_flow (self->document) : NULL;

  if (flow != self->flow)
    {
      tl_canvas_finish_naming (self);
      tl_canvas_find_end (self, TRUE);
      self->flow = flow;
      self->fit_pending = TRUE;
      self->opening = TRUE;
    }
  tl_canvas_forget_hover (self);
  forget_geometry (self);
  tl_canvas_update_bar (self);
  update_empty (self);
  tl_canvas_notify_lanes (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* A step is another colour, or says another time: all lines stay where they are. */
static void
show_marks (TlCanvas *self)
{
  tl_canvas_forget_picture (self);
  tl_canvas_update_bar (self);
}

static void
on_edited (TlCanvas *self, guint scope, TlDocument *document)
{
  tl_canvas_end_glide (self);
  if (self->naming && !tl_study_of (self->naming))
    tl_canvas_cancel_naming (self);
  if (!self->document || tl_document_flow (self->document) != self->flow)
    show_flow (self);
  else if (scope == TL_SCOPE_PLACES)
    tl_canvas_outdate_geometry (self);
  else if (!(scope & (TL_SCOPE_PLACES | TL_SCOPE_STRUCTURE | TL_SCOPE_ROUTES)))
    show_marks (self);
  else
    show_flow (self);
  mend_selection (self);
}

static void
on_state (TlCanvas *self, TlDocument *document)
{
  if (tl_document_flow (document) == self->flow)
    return;
  tl_canvas_end_glide (self);
  show_flow (self);
}

/* Lets go of the document. */
void
tl_canvas_unfollow (TlCanvas *self)
{
  if (!self->document)
    return;
  tl_canvas_end_glide (self);
  tl_canvas_cancel_tool (self);
  tl_canvas_cancel_naming (self);
  g_signal_handlers_disconnect_by_data (self->document, self);
  g_signal_handlers_disconnect_by_data (tl_document_selection (self->document), self);
  g_clear_object (&self->document);
}

/**
 * tl_canvas_set_document:
 * @self: a canvas
 * @document: (nullable): the document whose flow is shown and edited
 */
void
tl_canvas_set_document (TlCanvas *self, TlDocument *document)
{
  tl_canvas_unfollow (self);
  self->flow = NULL;
  if (document)
    {
      self->document = g_object_ref (document);
      g_signal_connect_swapped (document, "edited", G_CALLBACK (on_edited), self);
      g_signal_connect_swapped (document, "numbers", G_CALLBACK (tl_canvas_forget_picture), self);
      g_signal_connect_swapped (document, "state", G_CALLBACK (on_state), self);
      g_signal_connect_swapped (tl_document_selection (document), "changed", G_CALLBACK (on_selection), self);
    }
  g_ptr_array_set_size (self->recent, 0);
  tl_canvas_update_speakers (self);
  show_flow (self);
  self->fit_pending = TRUE;
  self->opening = TRUE;
}
