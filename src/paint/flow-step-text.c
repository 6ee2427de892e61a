/* flow-step-text.c: what is written on a step of a flow, under each lens. */
#include "paint/flow-step.h"

#include <math.h>

#include "paint/flow-shape.h"
#include "paint/flow-text.h"
#include "paint/step-words.h"
#include "paint/words.h"

#define SIZE_SMALL 12.5

static const TlFlowFont font_name = { 16, PANGO_WEIGHT_BOLD, 2 };
static const TlFlowFont font_long_name = { 13, PANGO_WEIGHT_BOLD, 3 };
static const TlFlowFont font_small = { SIZE_SMALL, PANGO_WEIGHT_NORMAL, 1 };
static const TlFlowFont font_word = { SIZE_SMALL, PANGO_WEIGHT_BOLD, 1 };
static const TlFlowFont font_figure = { 19, PANGO_WEIGHT_BOLD, 1 };

/* Left of its texts, from the left of its box. */
double
tl_step_text_left (const TlStep *step)
{
  return TL_STEP_EDGE + TL_STEP_PAD - 1 + tl_shape_step_margin (step->kind);
}

/* Of its texts. */
double
tl_step_text_width (const TlStep *step)
{
  return TL_STEP_WIDTH - tl_step_text_left (step) - TL_STEP_PAD - tl_shape_step_margin (step->kind);
}

static double
hours_of (const TlFlowBrush *brush, const TlStep *step)
{
  const TlStepNumbers *numbers = brush->capacity != NULL ? tl_capacity_step (brush->capacity, step) : NULL;

  return numbers != NULL ? tl_buckets_sum (&numbers->hours) : 0;
}

/* Returns: (nullable): "33 h", spelt as in the charts */
static char *
hours_text (const TlFlowBrush *brush, const TlStep *step)
{
  double hours = hours_of (brush, step);

  return hours > 0 && isfinite (hours) ? tl_words_hours (hours) : NULL;
}

static PangoLayout *
small_text (const TlFlowBrush *brush, const TlFlowFont *font, const char *text, double width)
{
  return text != NULL ? tl_flow_text_new (brush, font, text, width) : NULL;
}

/* Returns: (nullable): the role's initials, where the lens shows roles and the step has one */
const char *
tl_step_initials (const TlFlowLens *lens, const TlStep *step)
{
  int place = tl_flow_lens_role (lens, step->role);

  return lens->lens == TL_LENS_ROLE && place >= 0 ? g_ptr_array_index (lens->initials, (guint) place) : NULL;
}

/* Of what stands in the right upper corner. */
static double
corner_width (const TlFlowBrush *brush, const TlStep *step)
{
  const char *initials = tl_step_initials (brush->lens, step);

  return initials != NULL ? tl_flow_brush_plate_width (brush, initials) : TL_BADGE;
}

/* Large where two lines hold it; else smaller, in three lines if the line of the role is not
 * needed. */
static PangoLayout *
name_text (const TlFlowBrush *brush, const TlStep *step, double width)
{
  const char *name = step->name != NULL ? step->name : "…";
  double room = width - corner_width (brush, step) - 5;
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

/* "361 a week": what comes through, beside the river. */
static char *
visits_text (const TlFlowBrush *brush, const TlStep *step)
{
  const TlStepNumbers *numbers = brush->capacity != NULL ? tl_capacity_step (brush->capacity, step) : NULL;

  if (numbers == NULL || !(numbers->visits > 0) || !isfinite (numbers->visits))
    return NULL;
  return tl_words_times_per (numbers->visits, brush->period);
}

/* What is compared, large, and its part of the whole, small. */
static void
set_figure (const TlFlowBrush *brush, const TlStep *step, TlStepText *text, double width)
{
  const TlFlowLens *lens = brush->lens;
  double measure = tl_flow_lens_measure (lens, step);
  g_autofree char *figure = NULL;
  g_autofree char *share = NULL;

  if (!(measure > 0))
    return;
  figure = lens->lens == TL_LENS_HOURS ? tl_words_hours (measure) : tl_words_time (measure);
  share = tl_words_share (measure / lens->total);
  text->figure = tl_flow_text_new (brush, &font_figure, figure, width);
  if (!lens->each_visit && width_or_none (text->figure) + 30 < width)
    text->hours = tl_flow_text_new (brush, &font_small, share, width);
}

static void
set_class_texts (const TlFlowBrush *brush, const TlStep *step, TlStepText *text, double width)
{
  gboolean river = brush->lens->lens == TL_LENS_RIVER;
  g_autofree char *times = river ? visits_text (brush, step) : tl_step_times_words (step);
  g_autofree char *hours = river ? NULL : hours_text (brush, step);

  text->times = small_text (brush, river ? &font_word : &font_small, times, width);
  if (hours != NULL)
    text->hours = tl_flow_text_new (brush, &font_small, hours, width);
  /* The hours are the first to give way: they stand in the charts too. */
  if (text->hours != NULL && width_or_none (text->times) + tl_flow_text_width (text->hours) > width)
    g_clear_object (&text->hours);
  if (brush->lens->lens == TL_LENS_CLASS)
    text->waste = small_text (brush, &font_word, tl_step_waste_word (step), width);
  if (step->role != NULL && step->role->name != NULL)
    text->role = tl_flow_text_new (brush, brush->lens->lens == TL_LENS_ROLE ? &font_word : &font_small,
                                   step->role->name, width - width_or_none (text->waste));
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
  double width = tl_step_text_width (step);

  text->name = name_text (brush, step, width);
  if (brush->lens->lens == TL_LENS_HOURS || brush->lens->lens == TL_LENS_WAIT)
    set_figure (brush, step, text, width);
  else
    set_class_texts (brush, step, text, width);
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
  g_autofree char *visits = NULL;

  print = tl_print_number (print, (int) brush->lens->lens);
  print = tl_print_number (print, tl_flow_lens_role (brush->lens, step->role));
  if (brush->lens->most > 0)
    print = tl_print_number (print, tl_flow_lens_measure (brush->lens, step) / brush->lens->most);
  if (!fine)
    return print;
  if (brush->lens->lens == TL_LENS_RIVER)
    visits = visits_text (brush, step);
  /* As they are, not in words: an edit asks for those of each step of the flow. */
  else
    print = tl_print_number (print, hours_of (brush, step));
  print = tl_print_number (print, tl_flow_lens_rank (brush->lens, step));
  print = tl_print_number (print, tl_flow_lens_measure (brush->lens, step));
  print = tl_print_number (print, brush->lens->total);
  print = tl_print_text (print, tl_step_initials (brush->lens, step));
  print = tl_print_text (print, step->name);
  print = tl_print_text (print, step->role != NULL ? step->role->name : NULL);
  print = tl_print_number (print, step->work_minutes);
  print = tl_print_number (print, step->wait_minutes);
  print = tl_print_number (print, (int) step->waste);
  return tl_print_text (print, visits);
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
  g_clear_object (&text->figure);
  g_free (text);
}
