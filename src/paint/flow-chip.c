/* flow-chip.c: draws a demand at the front of a flow: a speech bubble, as it is what customers say.
 */
#include "paint/flow-chip.h"

#include <math.h>

#include "throughline-config.h"
#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "paint/flow-shape.h"
#include "paint/flow-text.h"
#include "paint/words.h"
#include "study/quantity.h"

#define PAD 8.0

static const TlFlowFont font_name = { 13, PANGO_WEIGHT_BOLD, 1 };
static const TlFlowFont font_long_name = { 12.5, PANGO_WEIGHT_BOLD, 2 };
static const TlFlowFont font_small = { 12, PANGO_WEIGHT_NORMAL, 1 };

static const char *
frequency_format (TlPeriod period)
{
  switch (period)
    {
    case TL_PERIOD_DAY:
      return _ ("%s a day");
    case TL_PERIOD_MONTH:
      return _ ("%s a month");
    case TL_PERIOD_YEAR:
      return _ ("%s a year");
    case TL_PERIOD_WEEK:
    default:
      return _ ("%s a week");
    }
}

/* Whole contacts where there are many, one decimal where there are few. */
static char *
amount_text (double amount)
{
  return fabs (amount) < 10 ? tl_amount_format (round (amount * 10) / 10) : tl_words_number (amount);
}

static const TlDemandNumbers *
numbers_of (const TlCapacity *capacity, const TlDemand *demand)
{
  for (guint i = 0; capacity != NULL && i < capacity->demands->len; i++)
    {
      const TlDemandNumbers *numbers = &g_array_index (capacity->demands, TlDemandNumbers, i);

      if (numbers->demand == demand)
        return numbers;
    }
  return NULL;
}

/* Returns: (nullable): how often it comes, and how much of that the flow itself causes */
static char *
frequency_text (const TlFlowBrush *brush, const TlDemand *demand)
{
  const TlDemandNumbers *numbers = numbers_of (brush->capacity, demand);
  double arrivals = numbers != NULL ? numbers->arrivals : demand->frequency;
  double raised = numbers != NULL ? numbers->arrivals - numbers->frequency : 0;
  g_autofree char *amount = NULL;
  g_autofree char *often = NULL;
  g_autofree char *caused = NULL;

  if (!isfinite (arrivals))
    return NULL;
  /* Nobody has said, nothing was heard, and no step causes it: not the same as none. */
  if (isnan (demand->frequency) && arrivals == 0)
    return g_strdup (_ ("how often?"));
  amount = amount_text (arrivals);
/* The format is one of four of our own. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  often = g_strdup_printf (frequency_format (brush->period), amount);
#pragma GCC diagnostic pop
  if (!(raised > 0.05) || numbers->frequency <= 0)
    return g_steal_pointer (&often);
  caused = amount_text (raised);
  /* Translators: how often a demand comes, and how much of that the flow itself causes, as in "188
   * a week, 128 raised"; keep it short */
  return g_strdup_printf (_ ("%s, %s raised"), often, caused);
}

static double
text_width (void)
{
  return TL_CHIP_WIDTH - TL_BADGE - 3 * PAD + 2;
}

/**
 * tl_chip_text_new:
 * @brush: a brush
 * @demand: a demand type
 *
 * Returns: (transfer full): its texts, set to fit its chip
 */
TlChipText *
tl_chip_text_new (const TlFlowBrush *brush, const TlDemand *demand)
{
  TlChipText *text = g_new0 (TlChipText, 1);
  const char *name = demand->name != NULL ? demand->name : "…";
  g_autofree char *frequency = frequency_text (brush, demand);

  text->name = tl_flow_text_new (brush, &font_name, name, text_width ());
  if (tl_flow_text_is_cut (text->name))
    {
      g_object_unref (text->name);
      text->name = tl_flow_text_new (brush, &font_long_name, name, text_width ());
    }
  if (frequency != NULL)
    text->frequency = tl_flow_text_new (brush, &font_small, frequency, text_width ());
  return text;
}

/**
 * tl_chip_text_free:
 * @text: (transfer full) (nullable): texts
 */
void
tl_chip_text_free (TlChipText *text)
{
  if (text == NULL)
    return;
  g_clear_object (&text->name);
  g_clear_object (&text->frequency);
  g_free (text);
}

/**
 * tl_chip_print:
 * @brush: a brush
 * @demand: a demand type
 * @fine: with all that is written on it
 *
 * Returns: what the look of its chip depends on, but for its place, in one number
 */
guint64
tl_chip_print (const TlFlowBrush *brush, const TlDemand *demand, gboolean fine)
{
  guint64 print = tl_print_number (0, (int) demand->kind);
  g_autofree char *frequency = NULL;

  if (!fine)
    return print;
  frequency = frequency_text (brush, demand);
  return tl_print_text (tl_print_text (print, demand->name), frequency);
}

static void
draw_bubble (const TlFlowBrush *brush, const TlChipBox *chip, TlBucket bucket)
{
  TlColour tint = tl_theme_bucket_tint (brush->theme, bucket);
  TlColour accent = tl_theme_ink (brush->theme, TL_INK_ACCENT);
  TlColour line = tl_theme_bucket_text (brush->theme, bucket);
  TlMark mark = tl_flow_brush_mark (brush, chip->demand);
  cairo_t *cr = brush->cr;

  if (mark == TL_MARK_SELECTED)
    {
      cairo_set_source_rgba (cr, accent.red, accent.green, accent.blue, 0.24);
      tl_shape_add_speech (cr, &chip->box, 7);
      cairo_fill (cr);
    }
  if (tl_flow_brush_has_focus (brush, chip->demand))
    {
      tl_colour_set (cr, &accent);
      tl_flow_brush_width (brush, 1.6);
      tl_shape_add_speech (cr, &chip->box, 7);
      cairo_stroke (cr);
    }
  tl_shape_add_speech (cr, &chip->box, 0);
  tl_colour_set (cr, &tint);
  cairo_fill_preserve (cr);
  tl_colour_set (cr, mark != TL_MARK_NONE ? &accent : &line);
  tl_flow_brush_width (brush, mark == TL_MARK_SELECTED ? 3 : 1.5);
  cairo_stroke (cr);
}

static void
draw_texts (const TlFlowBrush *brush, const TlChipBox *chip, const TlChipText *text)
{
  TlColour ink = tl_theme_ink (brush->theme, TL_INK_TEXT);
  TlColour quiet = tl_theme_ink (brush->theme, TL_INK_QUIET);
  double left = chip->box.x + TL_BADGE + 2 * PAD - 1;
  double name = tl_flow_text_height (text->name);
  double below = text->frequency != NULL ? tl_flow_text_height (text->frequency) : 0;
  double y = chip->box.y + (chip->box.height - name - below) / 2;

  tl_flow_text_draw (brush, text->name, &ink, left, y);
  if (text->frequency != NULL)
    tl_flow_text_draw (brush, text->frequency, &quiet, left, y + name);
}

/**
 * tl_chip_draw:
 * @brush: a brush
 * @chip: where a demand stands
 * @text: (nullable): its texts; %NULL where the picture is too small for them
 */
void
tl_chip_draw (const TlFlowBrush *brush, const TlChipBox *chip, const TlChipText *text)
{
  TlBucket bucket = tl_demand_bucket (chip->demand);

  if (!brush->fine)
    {
      TlColour colour = tl_theme_bucket (brush->theme, bucket);

      tl_colour_set (brush->cr, &colour);
      cairo_rectangle (brush->cr, chip->box.x, chip->box.y, chip->box.width, chip->box.height);
      cairo_fill (brush->cr);
      return;
    }
  draw_bubble (brush, chip, bucket);
  if (text == NULL)
    return;
  tl_flow_brush_badge (brush, bucket, chip->box.x + PAD + TL_BADGE / 2, chip->box.y + chip->box.height / 2);
  draw_texts (brush, chip, text);
}
