/* xmr-limits.c: centre and limits of each phase, as lines with their numbers. */
#include "paint/xmr-drawing.h"

#include <math.h>

#include "paint/xmr-series.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* Centre, upper and lower: of ranges, mean range and range limit. */
#define LINES 3

/* At 100 %. */
#define LABEL_GAP 8.0
#define NUMBER_PAD 2.0
/* Than the ticks of the axis are the numbers of limits. */
#define FINER 40

typedef struct
{
  double value; /* NaN where there is none */
  gboolean centre;
} Line;

static void
lines_of (const TlXmrDrawing *drawing, const TlXmrPanel *panel, guint phase, Line lines[LINES])
{
  const TlXmr *xmr = drawing->plot->xmr;
  const TlXmrPhase *numbers = &g_array_index (xmr->phases, TlXmrPhase, phase);

  lines[0] = (Line){ panel->ranges ? numbers->limits.range_limit : numbers->limits.upper, FALSE };
  lines[1] = (Line){ panel->ranges ? numbers->range : numbers->limits.centre, TRUE };
  lines[2] = (Line){ panel->ranges ? (double) NAN : numbers->lower, FALSE };
}

static char *
line_words (const TlXmrPanel *panel, guint line, gboolean median, const char *number)
{
  if (line == 2)
    /* TRANSLATORS: a number beside a line in a chart */
    return g_strdup_printf (_ ("lower limit %s"), number);
  if (line == 0)
    return panel->ranges ? g_strdup_printf (_ ("range limit %s"), number)
                         : g_strdup_printf (_ ("upper limit %s"), number);
  if (panel->ranges)
    return median ? g_strdup_printf (_ ("median range %s"), number) : g_strdup_printf (_ ("mean range %s"), number);
  return median ? g_strdup_printf (_ ("median %s"), number) : g_strdup_printf (_ ("mean %s"), number);
}

/**
 * tl_xmr_limits_add:
 * @drawing: a chart
 * @panel: one of its panels
 *
 * Adds centre and limits, through the room of each phase's points; those of the last go on through the histogram.
 */
void
tl_xmr_limits_add (TlXmrDrawing *drawing, const TlXmrPanel *panel)
{
  const TlXmr *xmr = drawing->plot->xmr;

  for (guint i = 0; i < xmr->phases->len; i++)
    {
      const TlXmrPhase *phase = &g_array_index (xmr->phases, TlXmrPhase, i);
      double x1 = panel->box.x + tl_xmr_column_x (xmr, phase->first - 0.5, panel->box.width);
      double x2 = x1 + tl_xmr_column_x (xmr, phase->n_points - 0.5, panel->box.width);
      Line lines[LINES];

      if (i + 1 == xmr->phases->len)
        x2 = panel->right;
      lines_of (drawing, panel, i, lines);
      for (guint l = 0; l < LINES; l++)
        {
          double y = tl_xmr_series_y (&panel->axis, &panel->box, lines[l].value);

          if (!isfinite (lines[l].value))
            continue;
          if (lines[l].centre)
            tl_scene_add_line (drawing->scene, TL_INK_LINE, 1.5, x1, y, x2, y);
          else
            tl_scene_add_dashes (drawing->scene, TL_INK_QUIET, 1.5, x1, y, x2, y);
        }
    }
}

/**
 * tl_xmr_limit_labels:
 * @drawing: a chart
 * @panel: one of its panels
 *
 * Returns: (transfer full) (element-type TlLabel) (nullable): what stands beside the lines of the
 * last phase, by line; %NULL where there is no such line
 */
GPtrArray *
tl_xmr_limit_labels (TlXmrDrawing *drawing, const TlXmrPanel *panel)
{
  GPtrArray *labels = g_ptr_array_new ();
  TlLabelStyle style = { .size = TL_SIZE_SMALL, .ink = TL_INK_TEXT, .sentence = TRUE };
  Line lines[LINES];

  lines_of (drawing, panel, drawing->plot->xmr->phases->len - 1, lines);
  for (guint l = 0; l < LINES; l++)
    {
      g_autofree char *number = NULL;
      g_autofree char *text = NULL;

      if (!isfinite (lines[l].value))
        {
          g_ptr_array_add (labels, NULL);
          continue;
        }
      number = tl_xmr_drawing_words (drawing, lines[l].value, panel->axis.step / FINER);
      text = line_words (panel, l, drawing->plot->xmr->options.median, number);
      g_ptr_array_add (labels, tl_scene_measure (drawing->scene, &style, text, 0));
    }
  return labels;
}

/* Below one another in their order: where lines lie close together they are moved apart, no further
 * than needed, and stay within the panel's height. */
static void
spread (double *tops, const GPtrArray *labels, const TlBox *box)
{
  double free = box->y;
  double bottom = box->y + box->height;

  for (guint l = 0; l < labels->len; l++)
    {
      const TlLabel *label = g_ptr_array_index (labels, l);

      if (!label)
        continue;
      tops[l] = MAX (tops[l], free);
      free = tops[l] + label->height;
    }
  for (guint l = labels->len; l > 0; l--)
    {
      const TlLabel *label = g_ptr_array_index (labels, l - 1);

      if (!label)
        continue;
      tops[l - 1] = MIN (tops[l - 1], bottom - label->height);
      bottom = tops[l - 1];
    }
}

/**
 * tl_xmr_limits_add_labels:
 * @drawing: a chart
 * @panel: one of its panels
 * @labels: (transfer full): of tl_xmr_limit_labels()
 *
 * Adds them right of the panel.
 */
void
tl_xmr_limits_add_labels (TlXmrDrawing *drawing, const TlXmrPanel *panel, GPtrArray *labels)
{
  double x = panel->right + tl_scene_unit (drawing->scene, LABEL_GAP);
  Line lines[LINES];
  double tops[LINES] = { 0 };

  lines_of (drawing, panel, drawing->plot->xmr->phases->len - 1, lines);
  for (guint l = 0; l < LINES; l++)
    {
      const TlLabel *label = g_ptr_array_index (labels, l);

      if (label)
        tops[l] = tl_xmr_series_y (&panel->axis, &panel->box, lines[l].value) - label->height / 2;
    }
  spread (tops, labels, &panel->box);
  for (guint l = 0; l < LINES; l++)
    if (g_ptr_array_index (labels, l))
      tl_scene_place (drawing->scene, g_ptr_array_index (labels, l), x, tops[l]);
  g_ptr_array_unref (labels);
}

/* Over a line, at the end of its phase, on a plate, so that it can be read over what is drawn. */
static void
add_number (TlXmrDrawing *drawing, const TlXmrPanel *panel, double value, double x1, double x2)
{
  TlScene *scene = drawing->scene;
  TlLabelStyle style = { .size = TL_SIZE_SMALL, .ink = TL_INK_QUIET };
  TlColour ground = tl_theme_ink (&scene->theme, TL_INK_GROUND);
  g_autofree char *text = tl_xmr_drawing_words (drawing, value, panel->axis.step / FINER);
  TlLabel *label = tl_scene_measure (scene, &style, text, 0);
  double pad = tl_scene_unit (scene, NUMBER_PAD);
  double y = tl_xmr_series_y (&panel->axis, &panel->box, value);
  TlBox plate = { x2 - label->width - 3 * pad, y - label->height - pad, label->width + 2 * pad, label->height };

  if (plate.x < x1 || plate.y < panel->box.y || !tl_xmr_drawing_take (drawing, &plate))
    {
      tl_label_free (label);
      return;
    }
  tl_scene_add_block (scene, &ground, &plate, pad);
  tl_scene_place (scene, label, plate.x + pad, plate.y);
}

/**
 * tl_xmr_limits_add_numbers:
 * @drawing: a chart
 * @panel: one of its panels
 *
 * Adds the numbers of all phases but the last, whose lines have labels, where there is room.
 */
void
tl_xmr_limits_add_numbers (TlXmrDrawing *drawing, const TlXmrPanel *panel)
{
  const TlXmr *xmr = drawing->plot->xmr;

  for (guint i = 0; i + 1 < xmr->phases->len; i++)
    {
      const TlXmrPhase *phase = &g_array_index (xmr->phases, TlXmrPhase, i);
      double x1 = panel->box.x + tl_xmr_column_x (xmr, phase->first - 0.5, panel->box.width);
      double x2 = x1 + tl_xmr_column_x (xmr, phase->n_points - 0.5, panel->box.width);
      Line lines[LINES];

      lines_of (drawing, panel, i, lines);
      for (guint l = 0; l < LINES; l++)
        if (isfinite (lines[l].value))
          add_number (drawing, panel, lines[l].value, x1, x2);
    }
}
