#include "paint/xmr-plot.h"

#include <math.h>

#include "paint/time-ticks.h"
#include "paint/words.h"
#include "paint/xmr-drawing.h"
#include "paint/xmr-series.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* At 100 %. */
#define GAP 8.0
#define PANEL_GAP 16.0
#define TICK_ROOM 64.0   /* of a date below the chart */
#define TICK_HEIGHT 44.0 /* of axis numbers */
#define LEAST_REMARK 56.0
#define REMARK_LINES 2
/* Of the height that both panels have together. */
#define RANGES_PART 0.28
/* Beyond the outermost values, as a part of the axis. */
#define ROOM_BELOW 0.08
/* Of a histogram: so wide the chart must be for one, and so much of it it takes, with a gap before it. */
#define HISTOGRAM_NEEDS 480.0
#define HISTOGRAM_PART 0.2
#define HISTOGRAM_LEAST 110.0
#define HISTOGRAM_MOST 260.0
#define HISTOGRAM_GAP 20.0
/* For a number over the highest point. */
#define ROOM_ABOVE 0.16

static const TlLabelStyle small_style = { .size = TL_SIZE_SMALL, .ink = TL_INK_QUIET, .sentence = TRUE };

/**
 * tl_xmr_drawing_words:
 * @drawing: a chart
 * @value: a value
 * @unit: to what it may be rounded
 *
 * Returns: (transfer full): it as text
 */
char *
tl_xmr_drawing_words (const TlXmrDrawing *drawing, double value, double unit)
{
  if (drawing->plot->words)
    return drawing->plot->words (value, unit);
  return tl_words_near (value, unit);
}

/**
 * tl_xmr_drawing_take:
 * @drawing: a chart
 * @box: where a text would stand
 *
 * Returns: whether it was free: then it is taken now
 */
gboolean
tl_xmr_drawing_take (TlXmrDrawing *drawing, const TlBox *box)
{
  for (guint i = 0; i < drawing->taken->len; i++)
    {
      const TlBox *other = &g_array_index (drawing->taken, TlBox, i);

      if (box->x < other->x + other->width && other->x < box->x + box->width && box->y < other->y + other->height
          && other->y < box->y + box->height)
        return FALSE;
    }
  g_array_append_val (drawing->taken, *box);
  return TRUE;
}

static void
widen (double *least, double *most, double value)
{
  if (!isfinite (value))
    return;
  *least = isnan (*least) ? value : MIN (*least, value);
  *most = isnan (*most) ? value : MAX (*most, value);
}

/**
 * tl_xmr_plot_axis:
 * @xmr: a chart's numbers
 * @ranges: whether of the moving ranges, else of the values
 *
 * Returns: an axis for all values and limits, with some room; its ticks are to be thinned out where
 *   the chart is low
 */
TlAxis
tl_xmr_plot_axis (const TlXmr *xmr, gboolean ranges)
{
  const double *series = ranges ? xmr->ranges : xmr->values;
  double least = (double) NAN;
  double most = (double) NAN;
  TlAxis axis;

  for (guint i = 0; i < xmr->n_points; i++)
    widen (&least, &most, series[i]);
  for (guint i = 0; i < xmr->phases->len; i++)
    {
      const TlXmrPhase *phase = &g_array_index (xmr->phases, TlXmrPhase, i);

      widen (&least, &most, ranges ? phase->limits.range_limit : phase->limits.upper);
      widen (&least, &most, ranges ? 0 : phase->lower);
    }
  if (isnan (least))
    return tl_axis_for_span (0, 1, 1);
  if (least == 0 && most == 0)
    return tl_axis_for_span (0, 1, 1);
  axis = tl_axis_for_span (least, most, 1);
  least = axis.least - ROOM_BELOW * (axis.most - axis.least);
  most = axis.most + ROOM_ABOVE * (axis.most - axis.least);
  /* What can't be below zero, or is not, has nothing to show there. */
  if (axis.least >= 0 && least < 0)
    least = 0;
  return tl_axis_for_span (least, most, 1);
}

static guint
ticks_for (const TlScene *scene, double height)
{
  return (guint) MAX (1, floor (height / tl_scene_unit (scene, TICK_HEIGHT)));
}

/* ---- rooms: what stands where ---- */

/**
 * Rooms:
 * @remarks: height of what people said of changes
 * @head: of the line that says what the values are
 * @dates: of the dates below
 * @left: of the numbers of the axes
 * @right: of the labels of the limits
 * @histogram: beside the values, with the gap before it; 0 where there is none
 */
typedef struct
{
  double remarks;
  double head;
  double dates;
  double left;
  double right;
  double histogram;
} Rooms;

static double
line_height (TlScene *scene)
{
  g_autoptr (TlLabel) label = tl_scene_measure (scene, &small_style, "0", 0);

  return label->height;
}

static double
widest_tick (TlXmrDrawing *drawing, const TlXmrPanel *panel)
{
  double most = 0;

  for (guint i = 0; i < tl_axis_n_ticks (&panel->axis); i++)
    {
      g_autofree char *text = tl_xmr_drawing_words (drawing, tl_axis_tick (&panel->axis, i), panel->axis.step);
      g_autoptr (TlLabel) label = tl_scene_measure (drawing->scene, &small_style, text, 0);

      most = MAX (most, label->width);
    }
  return most;
}

static double
widest_label (const GPtrArray *labels)
{
  double most = 0;

  for (guint i = 0; i < labels->len; i++)
    if (g_ptr_array_index (labels, i))
      most = MAX (most, ((TlLabel *) g_ptr_array_index (labels, i))->width);
  return most;
}

static char *
remark_of (const TlXmrPlot *plot, guint index)
{
  const TlXmrPhase *phase = &g_array_index (plot->xmr->phases, TlXmrPhase, index);
  const char *reason = plot->reasons ? plot->reasons[index] : NULL;
  g_autofree char *trial
      = phase->trial ? g_strdup_printf (
            ngettext ("trial limits, from %u value", "trial limits, from %u values", phase->n_values), phase->n_values)
                     : NULL;

  if (!reason || !trial)
    return reason ? g_strdup (reason) : g_steal_pointer (&trial);
  /* TRANSLATORS: why a phase of a chart began, and "trial limits, from 8 values" */
  return g_strdup_printf (_ ("%s (%s)"), reason, trial);
}

/* Over its phase, that of the last also over what stands beside the chart; NULL where there is nothing to say, or no
 * room. */
static TlLabel *
measure_remark (TlXmrDrawing *drawing, guint index, double chart_width)
{
  TlLabelStyle style = { .size = TL_SIZE_SMALL, .ink = TL_INK_TEXT, .lines = REMARK_LINES, .sentence = TRUE };
  const TlXmr *xmr = drawing->plot->xmr;
  const TlXmrPhase *phase = &g_array_index (xmr->phases, TlXmrPhase, index);
  double width = tl_xmr_column_x (xmr, phase->n_points - 0.5, chart_width) - 2 * tl_scene_unit (drawing->scene, GAP);
  g_autofree char *text = remark_of (drawing->plot, index);

  if (index + 1 == xmr->phases->len)
    width += drawing->beside;
  if (!text || width < tl_scene_unit (drawing->scene, LEAST_REMARK))
    return NULL;
  return tl_scene_measure (drawing->scene, &style, text, width);
}

static double
remarks_height (TlXmrDrawing *drawing, double chart_width)
{
  double most = 0;

  for (guint i = 0; i < drawing->plot->xmr->phases->len; i++)
    {
      g_autoptr (TlLabel) label = measure_remark (drawing, i, chart_width);

      if (label)
        most = MAX (most, label->height + tl_scene_unit (drawing->scene, GAP));
    }
  return most;
}

static Rooms
rooms_of (TlXmrDrawing *drawing, GPtrArray *const labels[2])
{
  TlScene *scene = drawing->scene;
  double line = line_height (scene);
  double gap = tl_scene_unit (scene, GAP);
  Rooms rooms = { .head = line + gap, .dates = 2 * line + gap };

  for (guint p = 0; p < 2; p++)
    {
      rooms.left = MAX (rooms.left, widest_tick (drawing, &drawing->panels[p]) + gap);
      rooms.right = MAX (rooms.right, widest_label (labels[p]) + gap);
    }
  return rooms;
}

/* A histogram takes nothing from the points where those have little room themselves. */
static double
histogram_room (const TlXmrDrawing *drawing, double width)
{
  const TlScene *scene = drawing->scene;

  if (!drawing->plot->histogram || width < tl_scene_unit (scene, HISTOGRAM_NEEDS))
    return 0;
  return CLAMP (width * HISTOGRAM_PART, tl_scene_unit (scene, HISTOGRAM_LEAST), tl_scene_unit (scene, HISTOGRAM_MOST))
         + tl_scene_unit (scene, HISTOGRAM_GAP);
}

/* ---- parts ---- */

static void
add_axis (TlXmrDrawing *drawing, const TlXmrPanel *panel)
{
  TlScene *scene = drawing->scene;
  const TlBox *box = &panel->box;

  for (guint i = 0; i < tl_axis_n_ticks (&panel->axis); i++)
    {
      double value = tl_axis_tick (&panel->axis, i);
      double y = tl_xmr_series_y (&panel->axis, box, value);
      g_autofree char *text = tl_xmr_drawing_words (drawing, value, panel->axis.step);
      TlLabel *label = tl_scene_measure (scene, &small_style, text, 0);

      tl_scene_add_line (scene, TL_INK_FAINT, 1, box->x, y, panel->right, y);
      tl_scene_place (scene, label, box->x - label->width - tl_scene_unit (scene, GAP),
                      CLAMP (y - label->height / 2, box->y, MAX (box->y, box->y + box->height - label->height)));
    }
}

static void
add_head (TlXmrDrawing *drawing, const TlXmrPanel *panel, const TlBox *place, double height)
{
  const char *text = panel->ranges ? drawing->plot->ranges_label : drawing->plot->values_label;
  double width = drawing->histogram.width > 0 ? panel->box.x + panel->box.width - place->x : place->width;

  TlColour ground = tl_theme_ink (&drawing->scene->theme, TL_INK_GROUND);
  TlLabel *label = tl_scene_measure (drawing->scene, &small_style, text, width);
  TlBox plate = { place->x, panel->box.y - height, label->width, label->height };

  /* The line where a phase begins would go through it. */
  if (drawing->plot->xmr->phases->len > 1)
    tl_scene_add_block (drawing->scene, &ground, &plate, 0);
  tl_scene_place (drawing->scene, label, plate.x, plate.y);
}

/* What people said of each change, over its phase, and a line where it begins. */
static void
add_remarks (TlXmrDrawing *drawing, double top, double bottom)
{
  const TlXmr *xmr = drawing->plot->xmr;
  const TlBox *box = &drawing->panels[0].box;
  TlScene *scene = drawing->scene;

  for (guint i = 0; i < xmr->phases->len; i++)
    {
      const TlXmrPhase *phase = &g_array_index (xmr->phases, TlXmrPhase, i);
      double x = box->x + tl_xmr_column_x (xmr, phase->first - 0.5, box->width);
      TlLabel *label = measure_remark (drawing, i, box->width);

      if (i > 0)
        tl_scene_add_line (scene, TL_INK_LINE, 1.5, x, top, x, bottom);
      if (label)
        tl_scene_place (scene, label, x + tl_scene_unit (scene, GAP), top);
    }
}

static void
add_date (TlXmrDrawing *drawing, const TlTimeTick *tick, double *free, double top)
{
  const TlBox *box = &drawing->panels[1].box;
  TlScene *scene = drawing->scene;
  double x = box->x + tl_xmr_column_x (drawing->plot->xmr, tick->point, box->width);
  TlLabel *label = tl_scene_measure (scene, &small_style, tick->text, 0);
  TlLabel *year = tick->year ? tl_scene_measure (scene, &small_style, tick->year, 0) : NULL;
  double half = MAX (label->width, year ? year->width : 0) / 2;
  double middle = MAX (x, box->x + half);

  if (middle - half < *free || middle + half > box->x + box->width + half)
    {
      tl_label_free (label);
      tl_label_free (year);
      return;
    }
  *free = middle + half + tl_scene_unit (scene, GAP);
  tl_scene_add_line (scene, TL_INK_LINE, 1, x, box->y + box->height, x,
                     box->y + box->height + tl_scene_unit (scene, 5));
  if (year)
    tl_scene_place (scene, year, middle - half, top + label->height);
  tl_scene_place (scene, label, middle - half, top);
}

static void
add_dates (TlXmrDrawing *drawing)
{
  const TlXmrPlot *plot = drawing->plot;
  const TlBox *box = &drawing->panels[1].box;
  guint most = (guint) MAX (1, box->width / tl_scene_unit (drawing->scene, TICK_ROOM));
  g_autoptr (GArray) ticks = tl_time_ticks (plot->whens, plot->xmr->n_points, most);
  double top = box->y + box->height + tl_scene_unit (drawing->scene, GAP);
  double free = 0;

  for (guint i = 0; i < ticks->len; i++)
    add_date (drawing, &g_array_index (ticks, TlTimeTick, i), &free, top);
}

static void
add_panel (TlXmrDrawing *drawing, TlXmrPanel *panel)
{
  const TlBox *box = &panel->box;

  panel->columns = tl_xmr_columns (drawing->plot->xmr, panel->ranges, box->width);
  add_axis (drawing, panel);
  if (!panel->ranges && drawing->histogram.width > 0)
    tl_xmr_histogram_add (drawing, drawing->right - drawing->histogram.x);
  /* So many points hide what lies under them. */
  if (drawing->plot->xmr->n_points > box->width)
    {
      tl_xmr_series_add (drawing->scene, panel->columns, &panel->axis, box);
      tl_xmr_limits_add (drawing, panel);
    }
  else
    {
      tl_xmr_limits_add (drawing, panel);
      tl_xmr_series_add (drawing->scene, panel->columns, &panel->axis, box);
    }
  tl_xmr_limits_add_numbers (drawing, panel);
  tl_xmr_signals_add (drawing, panel);
  if (!panel->ranges)
    for (guint i = 0; i < panel->columns->len; i++)
      {
        const TlXmrColumn *column = &g_array_index (panel->columns, TlXmrColumn, i);

        tl_scene_add_spot (drawing->scene, box->x + column->x, tl_xmr_series_y (&panel->axis, box, column->value),
                           column->point);
      }
}

static void
place_panels (TlXmrDrawing *drawing, const TlBox *place, const Rooms *rooms, double key)
{
  double gap = tl_scene_unit (drawing->scene, PANEL_GAP);
  double room = MAX (0, place->height - rooms->remarks - 2 * rooms->head - rooms->dates - gap - key);
  double x = place->x + rooms->left;
  double width = MAX (1, place->width - rooms->left - rooms->right - rooms->histogram);
  double top = place->y + rooms->remarks + rooms->head;
  double upper = round (room * (1 - RANGES_PART));

  drawing->panels[0].box = (TlBox){ x, top, width, upper };
  drawing->panels[1].box = (TlBox){ x, top + upper + gap + rooms->head, width, room - upper };
  drawing->panels[0].right = x + width + rooms->histogram;
  drawing->panels[1].right = x + width;
  drawing->histogram = (TlBox){ x + width, top, 0, upper };
  if (rooms->histogram > 0)
    {
      double beside = tl_scene_unit (drawing->scene, HISTOGRAM_GAP);

      drawing->histogram.x += beside;
      drawing->histogram.width = rooms->histogram - beside;
    }
}

static void
set_axes (TlXmrDrawing *drawing, double height)
{
  for (guint p = 0; p < 2; p++)
    {
      TlXmrPanel *panel = &drawing->panels[p];
      double part = p == 0 ? 1 - RANGES_PART : RANGES_PART;

      panel->ranges = p == 1;
      panel->axis = tl_xmr_plot_axis (drawing->plot->xmr, panel->ranges);
      panel->axis = tl_axis_for_span (panel->axis.least, panel->axis.most, ticks_for (drawing->scene, height * part));
    }
}

/**
 * tl_xmr_plot_add:
 * @scene: a scene
 * @plot: what is drawn; it has at least one point
 * @place: where
 *
 * Adds a spot of the scene for each point of the chart of values that can be told from its
 * neighbours.
 *
 * Returns: where the values stand: between the numbers of the axis and the labels of the limits
 */
TlBox
tl_xmr_plot_add (TlScene *scene, const TlXmrPlot *plot, const TlBox *place)
{
  TlXmrDrawing drawing = { .scene = scene, .plot = plot };
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (TlBox));
  GPtrArray *labels[2];
  GPtrArray *key;
  Rooms rooms;
  double key_height;

  drawing.taken = taken;
  drawing.right = place->x + place->width;
  set_axes (&drawing, MAX (0, place->height - tl_scene_unit (scene, 140)));
  for (guint p = 0; p < 2; p++)
    labels[p] = tl_xmr_limit_labels (&drawing, &drawing.panels[p]);
  rooms = rooms_of (&drawing, labels);
  rooms.histogram = histogram_room (&drawing, place->width - rooms.left - rooms.right);
  drawing.beside = rooms.right + rooms.histogram;
  rooms.remarks = remarks_height (&drawing, place->width - rooms.left - drawing.beside);
  key = tl_xmr_signals_key (&drawing);
  key_height = tl_xmr_signals_key_height (&drawing, key, place->width);
  place_panels (&drawing, place, &rooms, key_height);
  add_remarks (&drawing, place->y, drawing.panels[1].box.y + drawing.panels[1].box.height);
  for (guint p = 0; p < 2; p++)
    {
      add_head (&drawing, &drawing.panels[p], place, rooms.head);
      add_panel (&drawing, &drawing.panels[p]);
      tl_xmr_limits_add_labels (&drawing, &drawing.panels[p], labels[p]);
      g_array_unref (drawing.panels[p].columns);
    }
  add_dates (&drawing);
  tl_xmr_signals_add_key (&drawing, key,
                          &(TlBox){ place->x, place->y + place->height - key_height, place->width, key_height });
  return drawing.panels[0].box;
}
