/* flow-step.c: draws one step of a flow.
 *
 * A tinted box whose left edge says by colour and hatch, and whose badge says by letter, whether
 * the step is value or waste. In it the name, and in small what it takes and who does it.
 */
#include "paint/flow-step.h"

#include <math.h>

#include "paint/flow-look.h"
#include "paint/flow-shape.h"
#include "paint/flow-text.h"
#include "paint/step-words.h"

#define EDGE TL_STEP_EDGE
#define PAD TL_STEP_PAD
#define LINE_SMALL 15.5
/* Around a selected step that is seen from afar: in points, and at least in pixels. */
#define RING 4.0
#define RING_LEAST 2.0
#define RING_MOST 14.0

/**
 * tl_step_draw_halo:
 * @brush: a brush
 * @box: where a step stands
 *
 * Draws what lies around a step that is selected, pointed at or has the keyboard.
 */
void
tl_step_draw_halo (const TlFlowBrush *brush, const TlStepBox *box)
{
  TlColour accent = tl_theme_ink (brush->theme, TL_INK_ACCENT);
  TlMark mark = tl_flow_brush_mark (brush, box->step);
  cairo_t *cr = brush->cr;

  if (mark == TL_MARK_SELECTED)
    {
      cairo_set_source_rgba (cr, accent.red, accent.green, accent.blue, 0.24);
      tl_shape_add_step (cr, &box->box, box->step->kind, 7);
      cairo_fill (cr);
    }
  if (tl_flow_brush_has_focus (brush, box->step))
    {
      tl_colour_set (cr, &accent);
      tl_flow_brush_width (brush, 1.6);
      tl_shape_add_step (cr, &box->box, box->step->kind, 7);
      cairo_stroke (cr);
    }
}

/* The left edge is what of the outline the inner shape leaves over. Where the hatch can't be seen,
 * the clip that keeps it inside, which is what costs, is spared. */
static void
draw_edge (const TlFlowBrush *brush, const TlStepBox *box, const TlStepLook *look)
{
  TlBox inner = { box->box.x + EDGE, box->box.y, box->box.width - EDGE, box->box.height };
  cairo_t *cr = brush->cr;

  tl_shape_add_step (cr, &box->box, box->step->kind, 0);
  if (brush->hatched && look->hatch < TL_N_BUCKETS)
    {
      cairo_save (cr);
      cairo_clip (cr);
      cairo_rectangle (cr, box->box.x, box->box.y, TL_STEP_HEIGHT / 2 + EDGE, box->box.height);
      tl_theme_fill_hatched (brush->theme, cr, &look->edge, look->hatch);
      cairo_restore (cr);
    }
  else
    {
      tl_colour_set (cr, &look->edge);
      cairo_fill (cr);
    }
  if (look->hatch == TL_N_BUCKETS)
    return;
  tl_shape_add_step (cr, &inner, box->step->kind, 0);
  tl_colour_set (cr, &look->ground);
  cairo_fill (cr);
}

static void
draw_outline (const TlFlowBrush *brush, const TlStepBox *box, const TlStepLook *look)
{
  static const double dashes[] = { 6, 4 };
  TlMark mark = tl_flow_brush_mark (brush, box->step);
  TlColour accent = tl_theme_ink (brush->theme, TL_INK_ACCENT);
  TlColour text = tl_theme_ink (brush->theme, TL_INK_TEXT);
  TlColour line = brush->theme->high_contrast
                      ? text
                      : tl_colour_mix (&look->edge, &text, look->hatch < TL_N_BUCKETS ? 0.25 : 0.5);
  cairo_t *cr = brush->cr;

  cairo_save (cr);
  if (mark != TL_MARK_NONE)
    line = accent;
  if (box->step->kind == TL_STEP_WAIT && mark != TL_MARK_SELECTED)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  tl_colour_set (cr, &line);
  tl_flow_brush_width (brush, mark == TL_MARK_SELECTED         ? 3
                              : mark == TL_MARK_HOVER          ? 2.2
                              : box->step->kind == TL_STEP_END ? 2.6
                                                               : 1.3);
  tl_shape_add_step (cr, &box->box, box->step->kind, 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Around the box, and not over it: what the step is stays to be seen. */
static void
draw_ring (const TlFlowBrush *brush, const TlBox *box)
{
  TlColour accent = tl_theme_ink (brush->theme, TL_INK_ACCENT);
  double width = MIN (MAX (RING, RING_LEAST / brush->zoom), RING_MOST);

  tl_colour_set (brush->cr, &accent);
  cairo_set_line_width (brush->cr, width);
  cairo_rectangle (brush->cr, box->x - width / 2, box->y - width / 2, box->width + width, box->height + width);
  cairo_stroke (brush->cr);
}

/* Afar, a flat box and its edge: what an eye takes in of a small picture, and quick to draw. */
static void
draw_plain (const TlFlowBrush *brush, const TlStepBox *box, const TlStepLook *look)
{
  tl_colour_set (brush->cr, &look->far);
  cairo_rectangle (brush->cr, box->box.x, box->box.y, box->box.width, box->box.height);
  cairo_fill (brush->cr);
  if (look->hatch != TL_N_BUCKETS)
    {
      tl_colour_set (brush->cr, &look->edge);
      cairo_rectangle (brush->cr, box->box.x, box->box.y, 3 * EDGE, box->box.height);
      cairo_fill (brush->cr);
    }
  if (tl_flow_brush_mark (brush, box->step) == TL_MARK_SELECTED)
    draw_ring (brush, &box->box);
}

/* Two triangles on their points. */
static void
draw_hourglass (const TlFlowBrush *brush, const TlColour *ink, double x, double y)
{
  cairo_t *cr = brush->cr;

  cairo_move_to (cr, x - 5, y - 7);
  cairo_line_to (cr, x + 5, y - 7);
  cairo_line_to (cr, x - 5, y + 7);
  cairo_line_to (cr, x + 5, y + 7);
  cairo_close_path (cr);
  tl_colour_set (cr, ink);
  tl_flow_brush_width (brush, 1.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x - 4, y + 6.5);
  cairo_line_to (cr, x + 4, y + 6.5);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* A name that could not be read, as long as it is. */
static void
draw_bars (const TlFlowBrush *brush, const TlStepBox *box, const TlStepText *text, const TlStepLook *look)
{
  double left = box->box.x + tl_step_text_left (box->step);
  int lines = MIN (pango_layout_get_line_count (text->name), 2);
  double step = 22;
  double y = box->box.y + (box->box.height - lines * step) / 2 + step / 4;

  for (int i = 0; i < lines; i++)
    {
      PangoRectangle extents;

      pango_layout_line_get_extents (pango_layout_get_line_readonly (text->name, i), NULL, &extents);
      cairo_rectangle (brush->cr, left, y + i * step, pango_units_to_double (extents.width), step / 2);
    }
  cairo_set_source_rgba (brush->cr, look->quiet.red, look->quiet.green, look->quiet.blue, 0.55);
  cairo_fill (brush->cr);
}

/* The name alone, in the middle. */
static void
draw_name (const TlFlowBrush *brush, const TlStepBox *box, const TlStepText *text, const TlStepLook *look)
{
  double room = box->box.height - tl_flow_text_height (text->name);

  tl_flow_text_draw (brush, text->name, &look->ink, box->box.x + tl_step_text_left (box->step),
                     box->box.y + MAX (room / 2, 2));
}

/* From below: who does it, and over that what it takes; the name has the rest and stands in its
 * middle. */
static void
draw_texts (const TlFlowBrush *brush, const TlStepBox *box, const TlStepText *text, const TlStepLook *look)
{
  TlColour word = tl_theme_bucket_text (brush->theme, tl_step_bucket (box->step));
  double left = box->box.x + tl_step_text_left (box->step);
  double right = left + tl_step_text_width (box->step);
  double top = box->box.y + 7;
  double y = box->box.y + box->box.height - 6;
  double room;

  if (text->role != NULL || text->waste != NULL)
    y -= LINE_SMALL;
  if (text->role != NULL)
    tl_flow_text_draw (brush, text->role, &look->quiet, left, y);
  if (text->waste != NULL)
    tl_flow_text_draw (brush, text->waste, &word, text->role != NULL ? right - tl_flow_text_width (text->waste) : left,
                       y);
  if (text->times != NULL || text->hours != NULL)
    y -= LINE_SMALL;
  if (text->times != NULL)
    tl_flow_text_draw (brush, text->times, &look->quiet, left, y);
  if (text->hours != NULL)
    tl_flow_text_draw (brush, text->hours, &look->quiet, right - tl_flow_text_width (text->hours), y);
  room = y - top - tl_flow_text_height (text->name);
  tl_flow_text_draw (brush, text->name, &look->ink, left, top + MAX (0, MIN (room / 2, room)));
}

/* How much of the largest it is, as a length: shades alone are hard to compare. */
static void
draw_part (const TlFlowBrush *brush, const TlBox *track, double part, const TlStepLook *look)
{
  TlColour empty = tl_colour_mix (&look->ground, &look->ink, 0.16);
  TlColour full = tl_colour_mix (&look->ground, &look->ink, 0.8);
  TlBox bar = *track;

  tl_shape_add_round (brush->cr, track, track->height / 2);
  tl_colour_set (brush->cr, &empty);
  cairo_fill (brush->cr);
  bar.width = MAX (track->height, track->width * part);
  if (!(part > 0))
    return;
  tl_shape_add_round (brush->cr, &bar, bar.height / 2);
  tl_colour_set (brush->cr, &full);
  cairo_fill (brush->cr);
}

/* Over a bar the figure, over that the name. */
static void
draw_figure (const TlFlowBrush *brush, const TlStepBox *box, const TlStepText *text, const TlStepLook *look)
{
  double left = box->box.x + tl_step_text_left (box->step);
  double width = tl_step_text_width (box->step);
  double part = brush->lens->most > 0 ? tl_flow_lens_measure (brush->lens, box->step) / brush->lens->most : 0;
  TlBox track = { left, box->box.y + box->box.height - 14, width, 5 };
  double y = track.y - 3;
  double room;

  draw_part (brush, &track, part, look);
  if (text->figure != NULL)
    {
      y -= tl_flow_text_height (text->figure) - 2;
      tl_flow_text_draw (brush, text->figure, &look->ink, left, y);
    }
  if (text->hours != NULL)
    tl_flow_text_draw (brush, text->hours, &look->quiet, left + width - tl_flow_text_width (text->hours),
                       track.y - 3 - LINE_SMALL - 1);
  room = y - box->box.y - 6 - tl_flow_text_height (text->name);
  tl_flow_text_draw (brush, text->name, &look->ink, left, box->box.y + 6 + MAX (0, MIN (room / 2, room)));
}

/* In the right upper corner: the class, the rank among all steps, or the role. */
static void
draw_corner (const TlFlowBrush *brush, const TlStepBox *box, const TlStepLook *look)
{
  double right = box->box.x + box->box.width - PAD + 1 - tl_shape_step_margin (box->step->kind);
  double y = box->box.y + 8 + TL_BADGE / 2;
  const TlFlowLens *lens = brush->lens;
  const char *initials = tl_step_initials (lens, box->step);
  guint rank = tl_flow_lens_rank (lens, box->step);
  char number[] = { (char) ('0' + rank % 10), '\0' };

  if (initials != NULL)
    tl_flow_brush_plate (brush, &look->edge, initials, right, y);
  else if (lens->lens == TL_LENS_ROLE)
    tl_flow_brush_badge (brush, TL_BUCKET_UNCLASSIFIED, right - TL_BADGE / 2, y);
  else if (lens->lens == TL_LENS_CLASS || lens->lens == TL_LENS_RIVER)
    tl_flow_brush_badge (brush, tl_step_bucket (box->step), right - TL_BADGE / 2, y);
  else if (rank > 0)
    tl_flow_brush_plate (brush, &look->ink, number, right, y);
  if (box->step->kind == TL_STEP_WAIT && lens->lens == TL_LENS_CLASS)
    draw_hourglass (brush, &look->quiet, right - TL_BADGE / 2, y + 24);
}

/**
 * tl_step_draw:
 * @brush: a brush
 * @box: where a step stands
 * @text: (nullable): its texts; %NULL where the picture is too small for them
 */
void
tl_step_draw (const TlFlowBrush *brush, const TlStepBox *box, const TlStepText *text)
{
  TlStepLook look = tl_step_look (brush, box->step);

  if (!brush->fine)
    {
      draw_plain (brush, box, &look);
      return;
    }
  draw_edge (brush, box, &look);
  draw_outline (brush, box, &look);
  if (text == NULL)
    return;
  if (brush->bars)
    {
      draw_bars (brush, box, text, &look);
      return;
    }
  draw_corner (brush, box, &look);
  if (!brush->small)
    draw_name (brush, box, text, &look);
  else if (brush->lens->lens == TL_LENS_HOURS || brush->lens->lens == TL_LENS_WAIT)
    draw_figure (brush, box, text, &look);
  else
    draw_texts (brush, box, text, &look);
}
