/* flow-step.c: draws one step of a flow.
 *
 * A tinted box whose left edge says by colour and hatch, and whose badge says by letter, whether
 * the step is value or waste. In it the name, and in small what it takes and who does it.
 */
#include "paint/flow-step.h"

#include <math.h>

#include "paint/flow-shape.h"
#include "paint/flow-text.h"
#include "paint/step-words.h"
#include "paint/words.h"

#define EDGE 11.0
#define PAD 9.0
#define LINE_SMALL 15.5
#define SIZE_SMALL 12.5

static const TlFlowFont font_name = { 16, PANGO_WEIGHT_BOLD, 2 };
static const TlFlowFont font_long_name = { 13, PANGO_WEIGHT_BOLD, 3 };
static const TlFlowFont font_small = { SIZE_SMALL, PANGO_WEIGHT_NORMAL, 1 };
static const TlFlowFont font_word = { SIZE_SMALL, PANGO_WEIGHT_BOLD, 1 };

static double
text_left (const TlStep *step)
{
  return EDGE + PAD - 1 + tl_shape_step_margin (step->kind);
}

static double
text_width (const TlStep *step)
{
  return TL_STEP_WIDTH - text_left (step) - PAD - tl_shape_step_margin (step->kind);
}

/* Returns: (nullable): "33 h", spelt as in the charts */
static char *
hours_text (const TlFlowBrush *brush, const TlStep *step)
{
  const TlStepNumbers *numbers
      = brush->capacity != NULL ? tl_capacity_step (brush->capacity, step) : NULL;
  double hours = numbers != NULL ? tl_buckets_sum (&numbers->hours) : 0;

  return hours > 0 && isfinite (hours) ? tl_words_hours (hours) : NULL;
}

static PangoLayout *
small_text (const TlFlowBrush *brush, const TlFlowFont *font, const char *text, double width)
{
  return text != NULL ? tl_flow_text_new (brush, font, text, width) : NULL;
}

/* Large where two lines hold it; else smaller, in three lines if the line of the role is not
 * needed. */
static PangoLayout *
name_text (const TlFlowBrush *brush, const TlStep *step, double width)
{
  const char *name = step->name != NULL ? step->name : "…";
  double room = width - TL_BADGE - 2;
  PangoLayout *layout = tl_flow_text_new (brush, &font_name, name, room);

  if (!tl_flow_text_is_cut (layout))
    return layout;
  g_object_unref (layout);
  return tl_flow_text_new (brush, &font_long_name, name, room);
}

static double
width_or_none (PangoLayout *layout)
{
  return layout != NULL ? tl_flow_text_width (layout) + 8 : 0;
}

/**
 * tl_step_text_new:
 * @brush: a brush
 * @step: a step
 *
 * Returns: (transfer full): its texts, set to fit its box
 */
TlStepText *
tl_step_text_new (const TlFlowBrush *brush, const TlStep *step)
{
  TlStepText *text = g_new0 (TlStepText, 1);
  double width = text_width (step);
  g_autofree char *times = tl_step_times_words (step);
  g_autofree char *hours = hours_text (brush, step);

  text->name = name_text (brush, step, width);
  text->times = small_text (brush, &font_small, times, width);
  if (hours != NULL)
    text->hours = tl_flow_text_new (brush, &font_small, hours, width);
  /* The hours are the first to give way: they stand in the charts too. */
  if (text->hours != NULL && width_or_none (text->times) + tl_flow_text_width (text->hours) > width)
    g_clear_object (&text->hours);
  text->waste = small_text (brush, &font_word, tl_step_waste_word (step), width);
  if (step->role != NULL && step->role->name != NULL)
    text->role = tl_flow_text_new (brush, &font_small, step->role->name,
                                   width - width_or_none (text->waste));
  return text;
}

/**
 * tl_step_print:
 * @brush: a brush
 * @step: a step
 * @fine: with all that is written on it
 *
 * Returns: what its look depends on, but for its place, in one number
 */
guint64
tl_step_print (const TlFlowBrush *brush, const TlStep *step, gboolean fine)
{
  guint64 print = tl_print_number (tl_print_number (0, (int) step->class), (int) step->kind);
  g_autofree char *hours = NULL;

  if (!fine)
    return print;
  hours = hours_text (brush, step);
  print = tl_print_text (print, step->name);
  print = tl_print_text (print, step->role != NULL ? step->role->name : NULL);
  print = tl_print_number (print, step->work_minutes);
  print = tl_print_number (print, step->wait_minutes);
  print = tl_print_number (print, (int) step->waste);
  return tl_print_text (print, hours);
}

/**
 * tl_step_text_free:
 * @text: (transfer full) (nullable): texts
 */
void
tl_step_text_free (TlStepText *text)
{
  if (text == NULL)
    return;
  g_clear_object (&text->name);
  g_clear_object (&text->times);
  g_clear_object (&text->role);
  g_clear_object (&text->waste);
  g_clear_object (&text->hours);
  g_free (text);
}

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
draw_edge (const TlFlowBrush *brush, const TlStepBox *box, TlBucket bucket)
{
  TlColour colour = tl_theme_bucket (brush->theme, bucket);
  TlColour tint = tl_theme_bucket_tint (brush->theme, bucket);
  TlBox inner = { box->box.x + EDGE, box->box.y, box->box.width - EDGE, box->box.height };
  cairo_t *cr = brush->cr;

  tl_shape_add_step (cr, &box->box, box->step->kind, 0);
  if (brush->hatched)
    {
      cairo_save (cr);
      cairo_clip (cr);
      cairo_rectangle (cr, box->box.x, box->box.y, TL_STEP_HEIGHT / 2 + EDGE, box->box.height);
      tl_theme_fill_bucket (brush->theme, cr, bucket);
      cairo_restore (cr);
    }
  else
    {
      tl_colour_set (cr, &colour);
      cairo_fill (cr);
    }
  tl_shape_add_step (cr, &inner, box->step->kind, 0);
  tl_colour_set (cr, &tint);
  cairo_fill (cr);
}

static void
draw_outline (const TlFlowBrush *brush, const TlStepBox *box, TlBucket bucket)
{
  static const double dashes[] = { 6, 4 };
  TlMark mark = tl_flow_brush_mark (brush, box->step);
  TlColour accent = tl_theme_ink (brush->theme, TL_INK_ACCENT);
  TlColour text = tl_theme_ink (brush->theme, TL_INK_TEXT);
  TlColour hue = tl_theme_bucket (brush->theme, bucket);
  TlColour line = brush->theme->high_contrast ? text : tl_colour_mix (&hue, &text, 0.25);
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

/* Afar, a flat box and its edge: what an eye takes in of a small picture, and quick to draw. */
static void
draw_plain (const TlFlowBrush *brush, const TlStepBox *box, TlBucket bucket)
{
  TlColour hue = tl_theme_bucket (brush->theme, bucket);
  TlColour surface = tl_theme_ink (brush->theme, TL_INK_SURFACE);
  TlColour ground = tl_colour_mix (&surface, &hue, 0.45);

  if (tl_flow_brush_mark (brush, box->step) == TL_MARK_SELECTED)
    hue = ground = tl_theme_ink (brush->theme, TL_INK_ACCENT);
  tl_colour_set (brush->cr, &ground);
  cairo_rectangle (brush->cr, box->box.x, box->box.y, box->box.width, box->box.height);
  cairo_fill (brush->cr);
  tl_colour_set (brush->cr, &hue);
  cairo_rectangle (brush->cr, box->box.x, box->box.y, 3 * EDGE, box->box.height);
  cairo_fill (brush->cr);
}

/* Two triangles on their points. */
static void
draw_hourglass (const TlFlowBrush *brush, double x, double y)
{
  TlColour ink = tl_theme_ink (brush->theme, TL_INK_QUIET);
  cairo_t *cr = brush->cr;

  cairo_move_to (cr, x - 5, y - 7);
  cairo_line_to (cr, x + 5, y - 7);
  cairo_line_to (cr, x - 5, y + 7);
  cairo_line_to (cr, x + 5, y + 7);
  cairo_close_path (cr);
  tl_colour_set (cr, &ink);
  tl_flow_brush_width (brush, 1.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x - 4, y + 6.5);
  cairo_line_to (cr, x + 4, y + 6.5);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* From below: who does it, and over that what it takes; the name has the rest and stands in its
 * middle. */
static void
draw_texts (const TlFlowBrush *brush, const TlStepBox *box, const TlStepText *text, TlBucket bucket)
{
  TlColour ink = tl_theme_ink (brush->theme, TL_INK_TEXT);
  TlColour quiet = tl_theme_ink (brush->theme, TL_INK_QUIET);
  TlColour word = tl_theme_bucket_text (brush->theme, bucket);
  double left = box->box.x + text_left (box->step);
  double right = left + text_width (box->step);
  double top = box->box.y + 7;
  double y = box->box.y + box->box.height - 6;
  double room;

  if (text->role != NULL || text->waste != NULL)
    y -= LINE_SMALL;
  if (text->role != NULL)
    tl_flow_text_draw (brush, text->role, &quiet, left, y);
  if (text->waste != NULL)
    tl_flow_text_draw (brush, text->waste, &word,
                       text->role != NULL ? right - tl_flow_text_width (text->waste) : left, y);
  if (text->times != NULL || text->hours != NULL)
    y -= LINE_SMALL;
  if (text->times != NULL)
    tl_flow_text_draw (brush, text->times, &quiet, left, y);
  if (text->hours != NULL)
    tl_flow_text_draw (brush, text->hours, &quiet, right - tl_flow_text_width (text->hours), y);
  room = y - top - tl_flow_text_height (text->name);
  tl_flow_text_draw (brush, text->name, &ink, left, top + MAX (0, MIN (room / 2, room)));
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
  TlBucket bucket = tl_step_bucket (box->step);
  double badge_x = box->box.x + box->box.width - PAD - TL_BADGE / 2 + 1
                   - tl_shape_step_margin (box->step->kind);
  double badge_y = box->box.y + 8 + TL_BADGE / 2;

  if (!brush->fine)
    {
      draw_plain (brush, box, bucket);
      return;
    }
  draw_edge (brush, box, bucket);
  draw_outline (brush, box, bucket);
  if (text == NULL)
    return;
  tl_flow_brush_badge (brush, bucket, badge_x, badge_y);
  if (box->step->kind == TL_STEP_WAIT)
    draw_hourglass (brush, badge_x, badge_y + 24);
  draw_texts (brush, box, text, bucket);
}
