#include "paint/xmr-histogram.h"

#include <math.h>

#include "paint/words.h"
#include "paint/xmr-drawing.h"
#include "paint/xmr-series.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* At 100 %. */
#define GAP 8.0
#define THINNEST 4.0 /* of a bar */
#define TICK 5.0
/* Of the bars' colour is the line's, so that the line keeps the first word. */
#define STRENGTH 0.45
/* 3 : 1 against the ground at the least. */
#define STRENGTH_HIGH 0.75

static const TlLabelStyle small_style = { .size = TL_SIZE_SMALL, .ink = TL_INK_QUIET, .sentence = TRUE };

static TlBox
box_of (const TlHistogramBin *bin, const TlAxis *values, const TlAxis *counts, const TlBox *box, double thinnest)
{
  double top = tl_xmr_series_y (values, box, bin->to);
  double bottom = tl_xmr_series_y (values, box, bin->from);
  double middle = (top + bottom) / 2;

  if (bottom - top < thinnest)
    {
      top = MAX (box->y, middle - thinnest / 2);
      bottom = MIN (box->y + box->height, middle + thinnest / 2);
    }
  return (TlBox){ box->x, top, box->width * tl_axis_place (counts, bin->count), bottom - top };
}

/**
 * tl_xmr_histogram_bars:
 * @histogram: how often values came
 * @values: the axis of the chart beside it, which runs upwards
 * @counts: of how often, from left to right
 * @box: where bars may lie, as high as the chart beside it
 * @thinnest: less high no bar is
 *
 * Returns: (transfer full) (element-type TlXmrBar): a bar for each bin that is not empty, the lowest values first
 */
GArray *
tl_xmr_histogram_bars (const TlHistogram *histogram,
                       const TlAxis *values,
                       const TlAxis *counts,
                       const TlBox *box,
                       double thinnest)
{
  GArray *bars = g_array_new (FALSE, FALSE, sizeof (TlXmrBar));

  for (guint i = 0; i < histogram->bins->len; i++)
    {
      const TlHistogramBin *bin = &g_array_index (histogram->bins, TlHistogramBin, i);
      TlXmrBar bar = { box_of (bin, values, counts, box, thinnest), i };

      if (bin->count > 0)
        g_array_append_val (bars, bar);
    }
  return bars;
}

static char *
bin_words (const TlXmrDrawing *drawing, const TlHistogramBin *bin, double unit)
{
  g_autofree char *least = tl_xmr_drawing_words (drawing, bin->least, unit);
  g_autofree char *most = tl_xmr_drawing_words (drawing, bin->most, unit);

  if (g_str_equal (least, most))
    /* TRANSLATORS: how many values there are, and which, as "3 values: 14" */
    return g_strdup_printf (ngettext ("%u value: %s", "%u values: %s", bin->count), bin->count, least);
  /* TRANSLATORS: how many values there are, the smallest and the largest of them, as "3 values: 14 to 18" */
  return g_strdup_printf (ngettext ("%u value: %s to %s", "%u values: %s to %s", bin->count), bin->count, least, most);
}

static void
add_bars (TlXmrDrawing *drawing, const TlHistogram *histogram, const TlAxis *counts)
{
  TlScene *scene = drawing->scene;
  const TlXmrPanel *panel = &drawing->panels[0];
  TlColour ground = tl_theme_ink (&scene->theme, TL_INK_GROUND);
  TlColour accent = tl_theme_ink (&scene->theme, TL_INK_ACCENT);
  TlColour colour = tl_colour_mix (&ground, &accent, scene->theme.high_contrast ? STRENGTH_HIGH : STRENGTH);
  double unit = histogram->width > 0 ? histogram->width : panel->axis.step;
  g_autoptr (GArray) bars
      = tl_xmr_histogram_bars (histogram, &panel->axis, counts, &drawing->histogram, tl_scene_unit (scene, THINNEST));

  for (guint i = 0; i < bars->len; i++)
    {
      const TlXmrBar *bar = &g_array_index (bars, TlXmrBar, i);
      g_autofree char *words = bin_words (drawing, &g_array_index (histogram->bins, TlHistogramBin, bar->bin), unit);
      TlBox drawn = bar->box;

      /* A slit between bars, taken from each. */
      drawn.y += 0.5;
      drawn.height = MAX (1, drawn.height - 1);
      tl_scene_add_block (scene, &colour, &drawn, 0);
      tl_scene_add_hint (scene, &bar->box, words);
    }
}

/* How long the longest bar is: nothing else needs a number, lengths are compared by eye. */
static void
add_count (TlXmrDrawing *drawing, const TlHistogram *histogram)
{
  TlScene *scene = drawing->scene;
  const TlBox *box = &drawing->histogram;
  double bottom = box->y + box->height;
  double right = box->x + box->width;
  g_autofree char *text = g_strdup_printf ("%'u", histogram->most);
  TlLabel *none = tl_scene_measure (scene, &small_style, "0", 0);
  TlLabel *most = tl_scene_measure (scene, &small_style, text, 0);
  double top = bottom + tl_scene_unit (scene, TICK);

  tl_scene_add_line (scene, TL_INK_LINE, 1, box->x, bottom, right, bottom);
  tl_scene_add_line (scene, TL_INK_LINE, 1, box->x, bottom, box->x, top);
  tl_scene_add_line (scene, TL_INK_LINE, 1, right, bottom, right, top);
  tl_scene_place (scene, none, box->x, top);
  tl_scene_place (scene, most, right - most->width, top);
}

/* Of the last phase: what was before a change is another system, and its values are no part of this one. */
static void
add_head (TlXmrDrawing *drawing, double width)
{
  gboolean changed = drawing->plot->xmr->phases->len > 1;
  const char *text = changed ? _ ("How often since the change") : _ ("How often");
  TlLabel *label = tl_scene_measure (drawing->scene, &small_style, text, width);

  tl_scene_place (drawing->scene, label, drawing->histogram.x,
                  drawing->histogram.y - label->height - tl_scene_unit (drawing->scene, GAP));
}

/**
 * tl_xmr_histogram_add:
 * @drawing: a chart whose panels and histogram have their places
 * @width: that the words over it may take
 *
 * Adds how often the values of the last phase came.
 */
void
tl_xmr_histogram_add (TlXmrDrawing *drawing, double width)
{
  const TlXmr *xmr = drawing->plot->xmr;
  const TlXmrPhase *phase = &g_array_index (xmr->phases, TlXmrPhase, xmr->phases->len - 1);
  const TlBox *box = &drawing->histogram;
  guint most_bins = (guint) MAX (2, box->height / tl_scene_unit (drawing->scene, THINNEST));
  g_autoptr (TlHistogram) histogram = tl_histogram_new (xmr->values + phase->first, phase->n_points, most_bins);
  TlAxis counts = tl_axis_for_amounts (histogram->most, 1);

  add_head (drawing, width);
  tl_scene_add_line (drawing->scene, TL_INK_LINE, 1, box->x, box->y, box->x, box->y + box->height);
  if (histogram->n_values == 0)
    return;
  add_bars (drawing, histogram, &counts);
  add_count (drawing, histogram);
}
