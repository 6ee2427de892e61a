/* flow-picture.c: draws a flow: on the canvas, and in the view "flow". */
#include "paint/flow-picture.h"

#include <math.h>

#include "layout/ribbon-room.h"
#include "paint/flow-bands.h"
#include "paint/flow-line.h"
#include "paint/flow-picture-private.h"
#include "paint/flow-stacks.h"

/* Labels reach this far beyond their line. */
#define AROUND_LINE 80.0
/* Ribbons are wide, and moved aside where they share a trunk. */
#define AROUND_RIBBON (TL_RIBBON_MOST * 2)

/* tl_flow_picture_path_box: what a path and its label are drawn within. */
TlBox
tl_flow_picture_path_box (const TlPath *path, double around)
{
  double left = path->label.x, right = path->label.x, top = path->label.y, bottom = path->label.y;

  for (guint i = 0; i < path->points->len; i++)
    {
      TlPlace at = g_array_index (path->points, TlPlace, i);

      left = MIN (left, at.x);
      right = MAX (right, at.x);
      top = MIN (top, at.y);
      bottom = MAX (bottom, at.y);
    }
  return (TlBox){ left - AROUND_LINE, top - around, right - left + 2 * AROUND_LINE, bottom - top + 2 * around };
}

/* How much of their full width ways can take; what is more than can be counted has none. */
static double
find_room (const TlFlowPicture *picture)
{
  const GArray *paths = picture->geometry->paths;
  g_autofree double *widths = g_new (double, paths->len + 1);

  for (guint i = 0; i < paths->len; i++)
    {
      double width = tl_flow_lens_width (picture->lens, g_array_index (paths, TlPath, i).item);

      widths[i] = isfinite (width) ? width : 0;
    }
  return tl_ribbon_room (picture->geometry, widths, picture->shifts, TL_RIBBON_ROOM_LEAST);
}

/* All is as wide as there is room for; @room is 0 where that is to be found out. */
static void
take_river (TlFlowPicture *picture, double room)
{
  picture->shifts = tl_flow_stacks_new (picture->geometry, picture->lens);
  picture->lens->room = room > 0 ? room : find_room (picture);
  for (guint i = 0; i < picture->geometry->paths->len; i++)
    picture->shifts[i] *= picture->lens->room;
}

static void
take_lens (TlFlowPicture *picture, TlLens lens, double room)
{
  const GArray *paths = picture->geometry->paths;

  g_clear_pointer (&picture->lens, tl_flow_lens_free);
  picture->lens = tl_flow_lens_new (lens, picture->study, picture->flow, picture->capacity);
  g_clear_pointer (&picture->shifts, g_free);
  if (lens == TL_LENS_RIVER)
    take_river (picture, room);
  picture->around_lines = lens == TL_LENS_RIVER ? AROUND_RIBBON : TL_FLOW_AROUND;
  for (guint i = 0; i < paths->len; i++)
    picture->path_boxes[i] = tl_flow_picture_path_box (&g_array_index (paths, TlPath, i), picture->around_lines);
  tl_flow_picture_take_prints (picture);
}

/**
 * tl_flow_picture_new:
 * @study: to which the flow belongs
 * @flow: what is drawn
 * @geometry: of @flow
 * @capacity: (nullable): its numbers: with them, steps say their hours and demands what is raised
 * @theme: colours; its scale does not matter, as a flow is made larger by zooming
 * @letters: (nullable): texts kept from the picture before; %NULL for one that is drawn once
 *
 * The picture shows the items as they are when they are first drawn: make a new one after a change. Its
 * lens is value and waste.
 *
 * Returns: (transfer full): a picture; it keeps what it is made of
 */
TlFlowPicture *
tl_flow_picture_new (TlStudy *study,
                     TlFlow *flow,
                     TlFlowGeometry *geometry,
                     const TlCapacity *capacity,
                     const TlTheme *theme,
                     TlFlowLetters *letters)
{
  TlFlowPicture *picture = g_new0 (TlFlowPicture, 1);

  picture->study = tl_study_ref (study);
  picture->flow = (TlFlow *) tl_item_ref (flow);
  picture->geometry = tl_flow_geometry_ref (geometry);
  picture->capacity = capacity != NULL ? tl_capacity_ref ((TlCapacity *) capacity) : NULL;
  picture->theme = *theme;
  picture->theme.scale = 1;
  picture->period = study->period;
  picture->letters = letters != NULL ? tl_flow_letters_ref (letters) : tl_flow_letters_new ();
  picture->step_texts = g_new0 (TlStepText *, geometry->steps->len + 1);
  picture->chip_texts = g_new0 (TlChipText *, geometry->chips->len + 1);
  picture->path_texts = g_new0 (PangoLayout *, geometry->paths->len + 1);
  picture->path_done = g_new0 (gboolean, geometry->paths->len + 1);
  picture->path_boxes = g_new0 (TlBox, geometry->paths->len + 1);
  take_lens (picture, TL_LENS_CLASS, 0);
  return picture;
}

/**
 * tl_flow_picture_set_lens:
 * @picture: a picture that has not been painted yet
 * @lens: what it shows by colour and width
 */
void
tl_flow_picture_set_lens (TlFlowPicture *picture, TlLens lens)
{
  if (lens != picture->lens->lens)
    take_lens (picture, lens, 0);
}

/**
 * tl_flow_picture_set_river:
 * @picture: a picture that has not been painted yet
 * @room: how much of their full width its ways take: that of a picture before
 *
 * Gives it the river as its lens, in which ways are as wide as they were, though there may be more or less room for
 * them now: while steps are dragged, the whole river would swell and shrink.
 */
void
tl_flow_picture_set_river (TlFlowPicture *picture, double room)
{
  take_lens (picture, TL_LENS_RIVER, room);
}

/**
 * tl_flow_picture_get_lens:
 * @picture: a picture
 *
 * Returns: (transfer none): its lens, for a legend
 */
const TlFlowLens *
tl_flow_picture_get_lens (TlFlowPicture *picture)
{
  return picture->lens;
}

/**
 * tl_flow_picture_free:
 * @picture: (transfer full): a picture
 */
void
tl_flow_picture_free (TlFlowPicture *picture)
{
  for (guint i = 0; i < picture->geometry->steps->len; i++)
    tl_step_text_free (picture->step_texts[i]);
  for (guint i = 0; i < picture->geometry->chips->len; i++)
    tl_chip_text_free (picture->chip_texts[i]);
  for (guint i = 0; i < picture->geometry->paths->len; i++)
    g_clear_object (&picture->path_texts[i]);
  g_free (picture->step_texts);
  g_free (picture->chip_texts);
  g_free (picture->path_texts);
  g_free (picture->path_done);
  g_free (picture->path_boxes);
  g_free (picture->step_prints);
  g_free (picture->chip_prints);
  g_free (picture->path_prints);
  tl_flow_letters_unref (picture->letters);
  tl_flow_lens_free (picture->lens);
  g_free (picture->shifts);
  tl_flow_geometry_unref (picture->geometry);
  tl_item_unref (picture->flow);
  tl_study_unref (picture->study);
  g_clear_pointer (&picture->capacity, tl_capacity_unref);
  g_free (picture);
}

/**
 * tl_flow_box_is_seen:
 * @box: of an item
 * @visible: (nullable): what can be seen; %NULL for all
 * @around: how far it is drawn beyond @box
 *
 * Returns: whether some of it can be seen
 */
gboolean
tl_flow_box_is_seen (const TlBox *box, const TlBox *visible, double around)
{
  return visible == NULL
         || (box->x - around < visible->x + visible->width && visible->x < box->x + box->width + around
             && box->y - around < visible->y + visible->height && visible->y < box->y + box->height + around);
}

/* Names are typed over steps alone: lines are only left out where they move. */
static gboolean
is_without (const TlFlowBrush *brush, gconstpointer item)
{
  const TlFlowMarks *marks = brush->marks;

  return marks != NULL
         && (marks->without == item || (marks->apart != NULL && g_hash_table_contains (marks->apart, item)));
}

static void
paint_lines (TlFlowPicture *picture, const TlFlowBrush *brush, const TlBox *visible, gboolean marked)
{
  for (guint i = 0; i < picture->geometry->paths->len; i++)
    {
      const TlPath *path = &g_array_index (picture->geometry->paths, TlPath, i);

      if (tl_flow_box_is_seen (&picture->path_boxes[i], visible, 0)
          && (tl_flow_brush_mark (brush, path->item) != TL_MARK_NONE) == marked && !is_without (brush, path->item))
        tl_line_draw (brush, path);
    }
}

/* tl_flow_picture_paint_label: draws the label of a path, if it has one. */
void
tl_flow_picture_paint_label (TlFlowPicture *picture, const TlFlowBrush *brush, guint path)
{
  const TlPath *of = &g_array_index (picture->geometry->paths, TlPath, path);

  if (!picture->path_done[path])
    picture->path_texts[path] = tl_line_text_new (brush, of);
  picture->path_done[path] = TRUE;
  if (picture->path_texts[path] != NULL)
    tl_line_draw_label (brush, of, picture->path_texts[path]);
}

/* tl_flow_picture_paint_step: draws a step and what lies around it. */
void
tl_flow_picture_paint_step (TlFlowPicture *picture, const TlFlowBrush *brush, guint step)
{
  const TlStepBox *box = &g_array_index (picture->geometry->steps, TlStepBox, step);

  if (brush->words && picture->step_texts[step] == NULL)
    picture->step_texts[step] = tl_step_text_new (brush, box->step);
  tl_step_draw_halo (brush, box);
  tl_step_draw (brush, box, brush->words ? picture->step_texts[step] : NULL);
}

/* tl_flow_picture_paint_chip: draws a demand at the flow's front. */
void
tl_flow_picture_paint_chip (TlFlowPicture *picture, const TlFlowBrush *brush, guint chip)
{
  const TlChipBox *box = &g_array_index (picture->geometry->chips, TlChipBox, chip);

  if (brush->words && picture->chip_texts[chip] == NULL)
    picture->chip_texts[chip] = tl_chip_text_new (brush, box->demand);
  tl_chip_draw (brush, box, brush->words ? picture->chip_texts[chip] : NULL);
}

static void
paint_labels (TlFlowPicture *picture, const TlFlowBrush *brush, const TlBox *visible)
{
  for (guint i = 0; brush->words && brush->small && i < picture->geometry->paths->len; i++)
    if (tl_flow_box_is_seen (&picture->path_boxes[i], visible, 0)
        && !is_without (brush, g_array_index (picture->geometry->paths, TlPath, i).item))
      tl_flow_picture_paint_label (picture, brush, i);
}

static void
paint_steps (TlFlowPicture *picture, const TlFlowBrush *brush, const TlBox *visible)
{
  for (guint i = 0; i < picture->geometry->steps->len; i++)
    {
      const TlStepBox *box = &g_array_index (picture->geometry->steps, TlStepBox, i);

      if (tl_flow_box_is_seen (&box->box, visible, TL_FLOW_AROUND) && !is_without (brush, box->step))
        tl_flow_picture_paint_step (picture, brush, i);
    }
}

static void
paint_chips (TlFlowPicture *picture, const TlFlowBrush *brush, const TlBox *visible)
{
  for (guint i = 0; i < picture->geometry->chips->len; i++)
    {
      const TlChipBox *chip = &g_array_index (picture->geometry->chips, TlChipBox, i);

      if (tl_flow_box_is_seen (&chip->box, visible, TL_FLOW_AROUND) && !is_without (brush, chip->demand))
        tl_flow_picture_paint_chip (picture, brush, i);
    }
}

/* tl_flow_picture_brush: what the painters of parts share, set up for one painting. */
TlFlowBrush
tl_flow_picture_brush (TlFlowPicture *picture, cairo_t *cr, double zoom, const TlFlowMarks *marks)
{
  return (TlFlowBrush){
    .cr = cr,
    .letters = picture->letters,
    .theme = &picture->theme,
    .geometry = picture->geometry,
    .marks = marks,
    .capacity = picture->capacity,
    .lens = picture->lens,
    .shifts = picture->shifts,
    .period = picture->period,
    .zoom = MAX (zoom, 0.001),
    .fine = zoom >= TL_FLOW_ZOOM_TEXT,
    .small = zoom >= TL_ZOOM_SMALL,
    .bars = zoom < TL_ZOOM_NAME,
    .words = zoom >= TL_FLOW_ZOOM_TEXT && !(marks != NULL && marks->wordless),
    .hatched = zoom >= TL_ZOOM_HATCH,
  };
}

/**
 * tl_flow_picture_paint:
 * @picture: a picture
 * @cr: where to draw, in the geometry's units
 * @visible: (nullable): the part that can be seen, in the geometry's units; what lies outside is
 * left out
 * @zoom: pixels a unit; under 0.35 texts are left out. Give 1 for a picture that is to be complete
 * @marks: (nullable): selection, hover and focus
 *
 * Draws lanes, then lines, then boxes, then labels, on a ground that whoever calls has painted.
 */
void
tl_flow_picture_paint (TlFlowPicture *picture, cairo_t *cr, const TlBox *visible, double zoom, const TlFlowMarks *marks)
{
  TlFlowBrush brush = tl_flow_picture_brush (picture, cr, zoom, marks);

  cairo_save (cr);
  cairo_new_path (cr);
  if (!brush.fine)
    cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  tl_bands_draw (&brush, visible);
  paint_lines (picture, &brush, visible, FALSE);
  paint_lines (picture, &brush, visible, TRUE);
  paint_chips (picture, &brush, visible);
  paint_steps (picture, &brush, visible);
  paint_labels (picture, &brush, visible);
  cairo_restore (cr);
}

/**
 * tl_flow_picture_paint_lane_names:
 * @picture: a picture
 * @cr: where to draw, in the geometry's units
 * @visible: (nullable): the part that can be seen; %NULL for all
 * @unit: of the geometry, what is one point of text on the surface
 * @least: the same, where there is not much room: under this it could not be read
 *
 * Writes the name of each lane and its hours at the left end of what is seen of it, over the picture: they
 * stay in sight and readable wherever one looks. Draws nothing where no lanes are shown.
 */
void
tl_flow_picture_paint_lane_names (TlFlowPicture *picture, cairo_t *cr, const TlBox *visible, double unit, double least)
{
  TlFlowBrush brush = tl_flow_picture_brush (picture, cr, 1, NULL);

  cairo_save (cr);
  cairo_new_path (cr);
  tl_bands_draw_names (&brush, visible != NULL ? visible : &picture->geometry->bounds, unit, least);
  cairo_restore (cr);
}
