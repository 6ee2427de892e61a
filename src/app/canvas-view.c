#include "app/canvas-private.h"
#include "layout/flow-lanes.h"
#include "layout/flow-ways.h"

#include <math.h>

#define REVEAL_MARGIN 24.0
/* Under this zoom, at 100 % room scale, nobody reads a name from the back of the room. */
#define READABLE 0.6
/* How long the view takes to follow an edit, in microseconds: eyes can go with it, and nobody waits. */
#define FOLLOW_TIME (300 * 1000)

/* Returns: (nullable): the line of an item */
static const TlPath *
path_of (TlCanvas *self, gconstpointer item)
{
  TlFlowGeometry *geometry = tl_canvas_geometry (self);

  for (guint i = 0; geometry && i < geometry->paths->len; i++)
    if (g_array_index (geometry->paths, TlPath, i).item == item)
      return &g_array_index (geometry->paths, TlPath, i);
  return NULL;
}

/* Returns: where an item stands in the flow; width 0 for what is not on the canvas. */
TlBox
tl_canvas_box_of (TlCanvas *self, gpointer item)
{
  TlFlowGeometry *geometry = tl_canvas_geometry (self);
  const TlPath *path;

  if (geometry && TL_ITEM (item)->kind == TL_ITEM_STEP)
    {
      const TlStepBox *step = tl_flow_geometry_step (geometry, item);
      return step ? step->box : (TlBox){ 0 };
    }
  for (guint i = 0; geometry && i < geometry->chips->len; i++)
    {
      const TlChipBox *chip = &g_array_index (geometry->chips, TlChipBox, i);

      if (TL_ITEM (chip->demand) == item)
        return chip->box;
    }
  path = path_of (self, item);
  return path && path->points->len ? tl_path_box (path) : (TlBox){ 0 };
}

static gboolean
is_right_to_left (TlCanvas *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static double
covered_left (TlCanvas *self)
{
  return is_right_to_left (self) ? 0 : self->covered;
}

static double
open_width (TlCanvas *self)
{
  return MAX (1, self->width - self->covered);
}

/* Above the legend, where that stands at the bottom. */
static double
open_height (TlCanvas *self)
{
  TlBox card;

  if (tl_canvas_legend_card (self, &self->legend.place, &card) && card.y > self->height / 2.0)
    return card.y;
  return self->height;
}

static gboolean
is_in_sight (TlCanvas *self, const TlViewport *view, const TlBox *box)
{
  TlBox seen = tl_viewport_box_to_widget (view, box);

  return seen.x >= covered_left (self) && seen.y >= 0 && seen.x + seen.width <= covered_left (self) + open_width (self)
         && seen.y + seen.height <= open_height (self) && !tl_canvas_is_covered (self, &seen);
}

static void
centre (TlCanvas *self, TlViewport *view, const TlBox *box)
{
  tl_viewport_centre (view, box, covered_left (self) + open_width (self) / 2, self->height / 2.0);
}

/* Returns: (nullable): the box of the step that is nearest to @place */
static const TlBox *
nearest_step (TlCanvas *self, TlPlace place)
{
  const TlFlowGeometry *geometry = tl_canvas_geometry (self);
  const TlBox *nearest = NULL;
  double least = G_MAXDOUBLE;

  for (guint i = 0; geometry && i < geometry->steps->len; i++)
    {
      const TlBox *box = &g_array_index (geometry->steps, TlStepBox, i).box;
      double distance = hypot (box->x + box->width / 2 - place.x, box->y + box->height / 2 - place.y);

      if (distance >= least)
        continue;
      least = distance;
      nearest = box;
    }
  return nearest;
}

/* Returns: a step or a demand itself; of a line the middle, as what encloses it may be empty there */
static TlBox
heart_of (TlCanvas *self, TlItem *item)
{
  const TlPath *path = path_of (self, item);

  if (path && path->points->len)
    {
      const TlPlace *at = &g_array_index (path->points, TlPlace, path->points->len / 2);
      return (TlBox){ at->x, at->y, 1, 1 };
    }
  return tl_canvas_box_of (self, item);
}

/* A view that comes nearer may come to look at nothing: it moves to what the keys act on, else, where it no longer
 * sees the step that is nearest to @place, to that. */
void
tl_canvas_find_something (TlCanvas *self, TlViewport *view, TlPlace place)
{
  TlItem *focus = self->flow ? tl_selection_focus (tl_canvas_selection (self)) : NULL;
  TlBox heart = focus ? heart_of (self, focus) : (TlBox){ 0 };
  const TlBox *nearest = nearest_step (self, place);

  if (heart.width > 0)
    centre (self, view, &heart);
  else if (nearest && !tl_viewport_sees (view, nearest, self->width, self->height))
    centre (self, view, nearest);
}

/* Pans as little as needed, beside what lies over the canvas. */
static void
pan_to (TlCanvas *self, TlViewport *view, const TlBox *box)
{
  view->x -= covered_left (self);
  tl_viewport_reveal (view, box, open_width (self), open_height (self), REVEAL_MARGIN);
  view->x += covered_left (self);
  tl_canvas_lift_over_tools (self, view, box);
}

/* Whether a view that shows all can go on doing so, and still be read. */
static gboolean
goes_on_showing_all (TlCanvas *self, TlViewport *view)
{
  return self->fitted && !self->covered
         && tl_canvas_fit_between (self, view, READABLE * self->text_scale, self->text_scale);
}

/**
 * tl_canvas_reveal:
 * @self: a canvas
 * @item: an item of the flow shown
 *
 * Brings it into sight: by making room for it where the view shows all, else by panning as little as needed.
 */
void
tl_canvas_reveal (TlCanvas *self, gpointer item)
{
  TlBox box = tl_canvas_box_of (self, item);
  TlViewport there = tl_canvas_destination (self);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->presented || box.width <= 0 || self->width <= 0 || is_in_sight (self, &there, &box))
    return;
  tl_canvas_stop_travel (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (goes_on_showing_all (self, &self->viewport))
    return;
  pan_to (self, &self->viewport, &box);
  self->fitted = FALSE;
}

/* As tl_canvas_reveal(), but so that eyes can follow: for what an edit has brought about. */
void
tl_canvas_follow_step (TlCanvas *self, TlStep *step)
{
  TlBox box = tl_canvas_box_of (self, step);
  TlViewport to = tl_canvas_destination (self);

  if (self->presented || box.width <= 0 || self->width <= 0 || is_in_sight (self, &to, &box))
    return;
  if (!goes_on_showing_all (self, &to))
    {
      pan_to (self, &to, &box);
      self->fitted = FALSE;
    }
  tl_canvas_travel (self, &to, FOLLOW_TIME);
}

/* The flow has been laid out anew: pans so that it fills the view, and what the keys act on is in sight. */
void
tl_canvas_find_flow (TlCanvas *self, TlViewport *view)
{
  TlItem *focus = tl_selection_focus (tl_canvas_selection (self));
  TlBox heart = focus ? heart_of (self, focus) : (TlBox){ 0 };

  view->x -= covered_left (self);
  tl_viewport_fill (view, &tl_canvas_geometry (self)->bounds, open_width (self), open_height (self), REVEAL_MARGIN);
  view->x += covered_left (self);
  if (heart.width > 0 && !is_in_sight (self, view, &heart))
    pan_to (self, view, &heart);
}

/* What encloses all lanes from top to bottom, as they run through all of the flow: a line in the middle of the view. */
static TlBox
box_of_lanes (TlCanvas *self, const TlViewport *view)
{
  const GArray *lanes = tl_canvas_geometry (self)->lanes;
  TlPlace middle = tl_viewport_to_flow (view, covered_left (self) + open_width (self) / 2, 0);
  TlBox all = { middle.x, g_array_index (lanes, TlLane, 0).box.y, 1, 0 };

  for (guint i = 0; i < lanes->len; i++)
    {
      const TlBox *lane = &g_array_index (lanes, TlLane, i).box;

      tl_box_enclose (&all, &(TlBox){ middle.x, lane->y, 1, lane->height });
    }
  return all;
}

/* Shows the lanes from top to bottom, coming no farther away than one can read, and of what stands in them the step
 * that the keys act on, else one that is near. */
static void
show_lanes (TlCanvas *self, TlViewport *view)
{
  TlItem *focus = tl_selection_focus (tl_canvas_selection (self));
  TlBox lanes = box_of_lanes (self, view), heart = focus ? heart_of (self, focus) : (TlBox){ 0 };
  double fits = (open_height (self) - 2 * REVEAL_MARGIN) / lanes.height;
  double zoom = MIN (view->zoom, MAX (fits, READABLE * self->text_scale));
  const TlBox *nearest;

  tl_viewport_zoom_at (view, zoom / view->zoom, covered_left (self) + open_width (self) / 2, self->height / 2.0);
  if (!is_in_sight (self, view, &lanes))
    pan_to (self, view, &lanes);
  nearest = nearest_step (self, tl_viewport_to_flow (view, self->width / 2.0, self->height / 2.0));
  if (heart.width <= 0 && nearest)
    heart = *nearest;
  if (heart.width > 0 && !is_in_sight (self, view, &heart))
    pan_to (self, view, &heart);
}

/* Lanes have been switched on: gently brings them into sight, as far as they are not. */
void
tl_canvas_follow_lanes (TlCanvas *self)
{
  const TlFlowGeometry *geometry = tl_canvas_geometry (self);
  TlViewport from = tl_canvas_destination (self), to = from;
  gboolean all;

  if (self->presented || self->width <= 0 || !geometry || geometry->lanes->len == 0)
    return;
  all = goes_on_showing_all (self, &to);
  if (!all)
    show_lanes (self, &to);
  if (fabs (to.zoom - from.zoom) <= 0 && fabs (to.x - from.x) <= 0 && fabs (to.y - from.y) <= 0)
    return;
  self->fitted = all;
  tl_canvas_travel (self, &to, FOLLOW_TIME);
}

/* Goes back to a view, which showed all where @fitted: then it does so in the window as it is now. */
void
tl_canvas_return_to (TlCanvas *self, const TlViewport *view, gboolean fitted)
{
  TlViewport to = *view;

  if (self->presented || self->width <= 0)
    return;
  if (fitted)
    tl_canvas_fit_between (self, &to, 0, view->zoom);
  self->fitted = fitted;
  tl_canvas_travel (self, &to, FOLLOW_TIME);
}

/**
 * tl_canvas_set_text_scale:
 * @self: a canvas
 * @scale: the room scale, 1 for 100 %
 *
 * What is seen grows about the middle; a view that shows all goes on showing all.
 */
void
tl_canvas_set_text_scale (TlCanvas *self, double scale)
{
  if (self->fitted)
    self->fit_pending = TRUE;
  else
    tl_viewport_zoom_at (&self->viewport, scale / self->text_scale, self->width / 2.0, self->height / 2.0);
  self->text_scale = scale;
  tl_canvas_forget_legend (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tl_canvas_set_covered:
 * @self: a canvas
 * @width: how much of it a pane lies over, on the side where reading begins, in pixels
 *
 * What is to be seen is brought into sight beside that.
 */
void
tl_canvas_set_covered (TlCanvas *self, double width)
{
  self->covered = width;
}

/**
 * tl_canvas_get_text_scale:
 * @self: a canvas
 *
 * Returns: the room scale, 1 for 100 %
 */
double
tl_canvas_get_text_scale (TlCanvas *self)
{
  return self->text_scale;
}

/**
 * tl_canvas_get_zoom:
 * @self: a canvas
 *
 * Returns: widget units a point of the flow
 */
double
tl_canvas_get_zoom (TlCanvas *self)
{
  return self->viewport.zoom;
}

/**
 * tl_canvas_place_of:
 * @self: a canvas
 * @step: an item of the flow shown
 * @x: (out): its middle, in the widget
 * @y: (out): its middle, in the widget
 *
 * Returns: whether it is on the canvas
 */
gboolean
tl_canvas_place_of (TlCanvas *self, gconstpointer step, double *x, double *y)
{
  TlBox box = tl_canvas_box_of (self, (gpointer) step);
  TlPlace middle = { box.x + box.width / 2, box.y + box.height / 2 };
  TlPlace at = tl_viewport_to_widget (&self->viewport, middle);

  *x = at.x;
  *y = at.y;
  return box.width > 0;
}
