/* canvas-fit.c: all of the flow shown, as large as it goes, with nothing that lies over the canvas over it: the tools
 * in a corner, and the legend, which goes to the corner where it costs the flow least. */
#include "app/canvas-private.h"

#include <math.h>

#include "app/clearing.h"
#include "layout/flow-label.h"
#include "layout/flow-lanes.h"
#include "layout/flow-ways.h"

#define FIT_MARGIN 20.0
/* Under this zoom, at 100 % room scale, nobody reads a name from the back of the room. */
#define READABLE 0.6
/* The flow gives up so much of its size for a legend that it could be read without, and no more. */
#define WORTH 0.9
/* One corner is better than another where the flow becomes larger by more than this. */
#define BETTER 1.02
/* Of a line, in the flow. */
#define LINE 6.0
/* Of a lane's name. */
#define LANE_NAME 180.0

/* ---- what must not be covered ---- */

static void
add_path (GArray *boxes, const TlPath *path)
{
  TlBox label = tl_path_label_box (path);

  if (path->label_width > 0)
    g_array_append_val (boxes, label);
  for (guint i = 0; i + 1 < path->points->len; i++)
    {
      TlBox line = tl_box_between (g_array_index (path->points, TlPlace, i),
                                   g_array_index (path->points, TlPlace, i + 1), LINE / 2);

      g_array_append_val (boxes, line);
    }
}

/* Returns: (transfer full) (element-type TlBox): steps, demands, lines and their words, and the names of lanes */
static GArray *
all_boxes (const TlFlowGeometry *geometry)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (TlBox));

  for (guint i = 0; i < geometry->steps->len; i++)
    g_array_append_val (boxes, g_array_index (geometry->steps, TlStepBox, i).box);
  for (guint i = 0; i < geometry->chips->len; i++)
    g_array_append_val (boxes, g_array_index (geometry->chips, TlChipBox, i).box);
  for (guint i = 0; i < geometry->paths->len; i++)
    add_path (boxes, &g_array_index (geometry->paths, TlPath, i));
  for (guint i = 0; i < geometry->lanes->len; i++)
    {
      TlBox name = g_array_index (geometry->lanes, TlLane, i).box;

      name.width = MIN (name.width, LANE_NAME);
      name.height = MIN (name.height, TL_LANE_TOP);
      g_array_append_val (boxes, name);
    }
  return boxes;
}

/* Returns: what the tools lie over, in the widget */
TlBox
tl_canvas_tools_cover (TlCanvas *self)
{
  gboolean right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return (TlBox){ right_to_left ? 0 : self->width - self->corner_width, self->height - self->corner_height,
                  self->corner_width, self->corner_height };
}

/* Whether what is seen there lies under the tools, or under the legend where that stands. */
gboolean
tl_canvas_is_covered (TlCanvas *self, const TlBox *seen)
{
  TlBox tools = tl_canvas_tools_cover (self), card;

  tl_canvas_legend_card (self, &self->legend.place, &card);
  return tl_boxes_meet (&tools, seen) || (card.width > 0 && tl_boxes_meet (&card, seen));
}

/* What came into sight under the tools goes on to above them. */
void
tl_canvas_lift_over_tools (TlCanvas *self, TlViewport *view, const TlBox *box)
{
  TlBox tools = tl_canvas_tools_cover (self), seen = tl_viewport_box_to_widget (view, box);

  if (tl_boxes_meet (&tools, &seen))
    tl_viewport_pan (view, 0, MAX (tools.y - seen.y - seen.height, FIT_MARGIN - seen.y));
}

/* ---- the legend ---- */

/* The corner in which it costs the flow least.
 * Returns: how large the flow is then */
static double
fit_beside_card (TlCanvas *self, const TlClearing *clearing, gboolean small, TlLegendPlace *place, TlViewport *view)
{
  TlBox covers[2] = { tl_canvas_tools_cover (self) };
  double best = 0;

  for (int corner = 0; corner < TL_N_LEGEND_CORNERS; corner++)
    {
      TlLegendPlace tried = { (TlLegendCorner) corner, small, FALSE };
      TlViewport found = { 0 };

      tl_canvas_legend_card (self, &tried, &covers[1]);
      tl_clearing_fit (clearing, covers, G_N_ELEMENTS (covers), &found);
      if (found.zoom <= best * BETTER)
        continue;
      best = found.zoom;
      *place = tried;
      *view = found;
    }
  return best;
}

/* Where even small and in its best corner it costs too much, it is folded, if the flow can be read without. */
static void
fit_with_legend (TlCanvas *self, const TlClearing *clearing, TlLegendPlace *place, TlViewport *view)
{
  TlBox tools = tl_canvas_tools_cover (self), card;
  TlLegendPlace large = { 0 };
  TlViewport alone = { 0 };

  *place = large;
  tl_clearing_fit (clearing, &tools, 1, &alone);
  *view = alone;
  if (!tl_canvas_legend_card (self, &large, &card)
      || fit_beside_card (self, clearing, FALSE, place, view) >= alone.zoom * WORTH
      || fit_beside_card (self, clearing, TRUE, place, view) >= alone.zoom * WORTH || !tl_canvas_legend_may_fold (self))
    return;
  place->folded = TRUE;
  *view = alone;
}

static gboolean
find_free_corner (TlCanvas *self, const TlClearing *clearing, TlLegendPlace *place)
{
  for (int small = 0; small < 2; small++)
    for (int corner = 0; corner < TL_N_LEGEND_CORNERS; corner++)
      {
        TlBox card;

        *place = (TlLegendPlace){ (TlLegendCorner) corner, small, FALSE };
        tl_canvas_legend_card (self, place, &card);
        if (tl_clearing_is_clear (clearing, &self->viewport, &card, 1))
          return TRUE;
      }
  return FALSE;
}

/* Finds a corner for the legend of the view as it is: one without flow, if there is one.
 * A view that shows all makes room for it otherwise. */
void
tl_canvas_place_legend (TlCanvas *self)
{
  const TlFlowGeometry *geometry = tl_canvas_geometry (self);
  g_autoptr (GArray) boxes = geometry ? all_boxes (geometry) : NULL;
  TlClearing clearing = { .boxes = boxes };

  self->legend.pending = FALSE;
  if (!geometry || geometry->bounds.width <= 0)
    return;
  clearing.bounds = geometry->bounds;
  if (find_free_corner (self, &clearing, &self->legend.place))
    return;
  self->legend.place = (TlLegendPlace){ .folded = tl_canvas_legend_may_fold (self) };
  if (self->fitted && !self->presented)
    tl_canvas_fit (self);
}

/* Another legend, or another view: a place for it is found when there is one. */
void
tl_canvas_replace_legend (TlCanvas *self)
{
  self->legend.pending = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- all of the flow ---- */

/* The button at the flow's front is as large at any zoom: so where it stands depends on what is shown. */
static void
fit_all (TlCanvas *self, double most, TlLegendPlace *place, TlViewport *view)
{
  const TlFlowGeometry *geometry = tl_canvas_geometry (self);
  g_autoptr (GArray) boxes = all_boxes (geometry);
  TlClearing clearing = { geometry->bounds, boxes, self->width, self->height, FIT_MARGIN, most };
  guint n = boxes->len;
  TlBox front;

  for (guint turn = 0; turn < 3; turn++)
    {
      fit_with_legend (self, &clearing, place, view);
      if (!tl_canvas_front_box (self, view, &front) || (turn > 0 && tl_box_holds (&clearing.bounds, &front)))
        return;
      tl_box_enclose (&clearing.bounds, &front);
      g_array_set_size (boxes, n);
      g_array_append_val (boxes, front);
    }
}

/* Shows all of the flow, but no larger than @most and no smaller than @least.
 * Returns: whether it could; else nothing has changed */
gboolean
tl_canvas_fit_between (TlCanvas *self, TlViewport *view, double least, double most)
{
  TlViewport fitted = *view;
  TlLegendPlace place;

  fit_all (self, most, &place, &fitted);
  if (fitted.zoom < least)
    return FALSE;
  *view = fitted;
  self->legend.place = place;
  self->legend.pending = FALSE;
  return TRUE;
}

/* How a part of the flow is shown as a whole: with nothing of it under the tools. The legend goes out of the way. */
void
tl_canvas_fit_box (TlCanvas *self, const TlBox *bounds, double margin, double most, TlViewport *view)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (TlBox));
  TlClearing clearing = { *bounds, boxes, self->width, self->height, margin, most };
  TlBox tools = tl_canvas_tools_cover (self);

  g_array_append_val (boxes, *bounds);
  tl_clearing_fit (&clearing, &tools, 1, view);
}

/* Makes room for what was added beside the steps, where the view shows all. */
void
tl_canvas_show_whole (TlCanvas *self)
{
  if (self->fitted && !self->presented && self->width > 0
      && tl_canvas_fit_between (self, &self->viewport, READABLE * self->text_scale, self->text_scale))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
add_box_before (TlBox *all, TlBox box, double right)
{
  if (box.x >= right)
    return;
  if (all->width <= 0)
    *all = box;
  else
    tl_box_enclose (all, &box);
}

/* What of the flow is seen at first look, from its front on as far as the window goes: the boxes that begin there,
 * and the lines at the demands. */
static TlBox
box_at_front (TlCanvas *self, double reach)
{
  const TlFlowGeometry *geometry = tl_canvas_geometry (self);
  double right = geometry->bounds.x + reach;
  TlBox all = { 0 };

  for (guint i = 0; i < geometry->steps->len; i++)
    add_box_before (&all, g_array_index (geometry->steps, TlStepBox, i).box, right);
  for (guint i = 0; i < geometry->chips->len; i++)
    add_box_before (&all, g_array_index (geometry->chips, TlChipBox, i).box, right);
  for (guint i = 0; i < geometry->paths->len; i++)
    if (g_array_index (geometry->paths, TlPath, i).item->kind == TL_ITEM_RAISES)
      add_box_before (&all, tl_path_box (&g_array_index (geometry->paths, TlPath, i)), right);
  return all;
}

/* Where the flow's origin goes, from top to bottom: its front in the middle, or from its top on where that is too
 * high. */
static double
opening_top (TlCanvas *self, double zoom)
{
  TlBox front = box_at_front (self, self->width / zoom);

  if (front.height * zoom > self->height - 2 * FIT_MARGIN)
    return FIT_MARGIN - front.y * zoom;
  return self->height / 2.0 - (front.y + front.height / 2) * zoom;
}

/* At first look a long flow begins at its front, large enough to be read; later, on demand, all of it
 * is shown however small. */
void
tl_canvas_fit (TlCanvas *self)
{
  const TlBox *bounds = &tl_canvas_geometry (self)->bounds;
  double least = self->opening ? READABLE * self->text_scale : 0;

  self->fit_pending = FALSE;
  self->opening = FALSE;
  if (bounds->width <= 0)
    {
      /* Where the first step will stand: a flow goes on to the right and down. */
      self->viewport = (TlViewport){ self->text_scale, self->width * 0.1, self->height * 0.4 };
      self->fitted = TRUE;
      return;
    }
  self->fitted = tl_canvas_fit_between (self, &self->viewport, least, TL_ZOOM_FIT_MOST * self->text_scale);
  if (!self->fitted)
    {
      self->viewport.zoom = least;
      self->viewport.x = FIT_MARGIN - bounds->x * least;
      self->viewport.y = opening_top (self, least);
      tl_canvas_place_legend (self);
    }
}

/**
 * tl_canvas_zoom_to_fit:
 * @self: a canvas
 *
 * Shows the whole flow.
 */
void
tl_canvas_zoom_to_fit (TlCanvas *self)
{
  self->fit_pending = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * tl_canvas_set_corner:
 * @self: a canvas
 * @width: of what lies over its right bottom corner, with its margins
 * @height: of what lies there
 *
 * A flow that is shown as a whole keeps clear of it.
 */
void
tl_canvas_set_corner (TlCanvas *self, double width, double height)
{
  if (width == self->corner_width && height == self->corner_height)
    return;
  self->corner_width = width;
  self->corner_height = height;
  if (!self->fitted)
    return;
  self->fit_pending = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
