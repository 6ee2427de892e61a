#include "paint/chart.h"

#include <math.h>

#include "paint/frame.h"
#include "paint/scene.h"
#include "paint/view.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* A chart at 100 % is so wide, and at most so high before its text grows with the surface. */
#define BASE_WIDTH 1280.0
#define BASE_HEIGHT 480.0
/* With few rows and much room text grows beyond 100 %, for the back of the room. */
#define GROW 1.2
/* Of a sentence that stands for a chart, at 100 %. */
#define EMPTY_HEIGHT 260.0
#define ENDLESS 1e6
/* So much smaller is tried next where a chart does not fit. */
#define SHRINK 0.92

struct _TlChart
{
  TlScene *scene;
  char *title;
  double least; /* size of letters */
};

static const TlViewType *const view_types[TL_N_VIEWS] = {
  [TL_VIEW_FLOW] = &tl_view_flow_type,
  [TL_VIEW_CAPACITY] = &tl_view_capacity_type,
  [TL_VIEW_CAPACITY_BY_STEP] = &tl_view_by_step_type,
  [TL_VIEW_CAPACITY_BY_ROLE] = &tl_view_by_role_type,
  [TL_VIEW_CLOCK] = &tl_view_clock_type,
  [TL_VIEW_LEVERAGE] = &tl_view_leverage_type,
  [TL_VIEW_CAPABILITY] = &tl_view_capability_type,
  [TL_VIEW_COMPARE] = &tl_view_compare_type,
  [TL_VIEW_DEMAND] = &tl_view_demand_type,
  [TL_VIEW_DEMAND_OVER_TIME] = &tl_view_demand_over_time_type,
  [TL_VIEW_DEMAND_BY_HOUR] = &tl_view_demand_by_hour_type,
  [TL_VIEW_DEMAND_BY_WEEKDAY] = &tl_view_demand_by_weekday_type,
  [TL_VIEW_NEEDS] = &tl_view_needs_type,
  [TL_VIEW_LEVERAGE_BY_CONDITION] = &tl_view_by_condition_type,
  [TL_VIEW_TRACE] = &tl_view_trace_type,
};

/**
 * tl_view_nick:
 * @view: a view
 *
 * Returns: (transfer none): the word for it on the command line, as "capacity-by-step"
 */
const char *
tl_view_nick (TlView view)
{
  g_return_val_if_fail (view < TL_N_VIEWS, NULL);
  return view_types[view]->nick;
}

/**
 * tl_view_label:
 * @view: a view
 *
 * Returns: (transfer none): its name on the screen, translated
 */
const char *
tl_view_label (TlView view)
{
  g_return_val_if_fail (view < TL_N_VIEWS, NULL);
  return _ (view_types[view]->label);
}

/**
 * tl_view_is_of_study:
 * @view: a view
 *
 * Returns: whether it is of the whole study, whatever flow is shown
 */
gboolean
tl_view_is_of_study (TlView view)
{
  g_return_val_if_fail (view < TL_N_VIEWS, FALSE);
  return view_types[view]->of_study;
}

/**
 * tl_view_from_nick:
 * @nick: a word of the command line
 * @view: (out): the view
 *
 * Returns: whether there is such a view
 */
gboolean
tl_view_from_nick (const char *nick, TlView *view)
{
  for (int i = 0; i < TL_N_VIEWS; i++)
    if (g_str_equal (view_types[i]->nick, nick))
      {
        *view = i;
        return TRUE;
      }
  return FALSE;
}

/* What the view is told. */
static TlSubject
subject_for (TlView view, const TlSubject *subject)
{
  TlSubject told = *subject;

  if (view_types[view]->of_study)
    {
      told.flow = NULL;
      told.capacity = NULL;
      told.message = NULL;
    }
  return told;
}

/**
 * tl_view_needs_leverage:
 * @view: a view
 *
 * Returns: whether it shows what #TlLeverage says
 */
gboolean
tl_view_needs_leverage (TlView view)
{
  return view == TL_VIEW_LEVERAGE || view == TL_VIEW_LEVERAGE_BY_CONDITION || view == TL_VIEW_TRACE;
}

/**
 * tl_view_needs_hours:
 * @view: a view
 *
 * Returns: whether it is nothing where the numbers of the flow can't be computed
 */
gboolean
tl_view_needs_hours (TlView view)
{
  return !view_types[view]->of_study && view != TL_VIEW_FLOW && view != TL_VIEW_DEMAND && view != TL_VIEW_TRACE;
}

/**
 * tl_view_has_targets:
 * @view: a view
 *
 * Returns: whether its charts have places that stand for items: see tl_chart_targets()
 */
gboolean
tl_view_has_targets (TlView view)
{
  return view == TL_VIEW_TRACE;
}

static double
least_scale (double letters)
{
  return letters / TL_SIZE_SMALL;
}

/* Of text on a surface of that width, as large as the room wishes. */
static double
scale_for_width (const TlTheme *theme, double width, double letters)
{
  return MAX (width / BASE_WIDTH, least_scale (letters)) * (theme->scale > 0 ? theme->scale : 1);
}

/* Height that the chart would like at @scale: laid out on a roll of paper without an end. */
static double
wanted_height (const TlViewType *type, const TlSubject *subject, const TlTheme *theme, double scale, double width)
{
  g_autoptr (TlScene) scene = tl_scene_new (theme, scale, width, ENDLESS);
  g_autofree char *nothing = type->nothing (subject);
  g_autofree char *finding = NULL;
  TlFrame frame;

  if (nothing)
    return EMPTY_HEIGHT * scale;
  finding = type->finding (subject);
  frame = tl_frame_add (scene, subject, finding, NULL);
  return ENDLESS - frame.body.height + type->comfort (scene, subject, frame.body.width);
}

/* More height than it wants makes a chart larger; less makes it smaller, but not before its rows
 * have come close together. */
static double
first_scale (const TlViewType *type,
             const TlSubject *subject,
             const TlTheme *theme,
             double width,
             double height,
             double letters)
{
  double scale = scale_for_width (theme, width, letters);
  double wanted = wanted_height (type, subject, theme, scale, width);

  if (height >= wanted)
    return scale * MIN (height / wanted, GROW);
  return MAX (scale * MIN (1, height / MIN (wanted, BASE_HEIGHT * scale)), least_scale (letters));
}

/* Returns whether all that the view wants to say has room. */
static gboolean
lay_out (TlChart *chart, const TlViewType *type, const TlSubject *subject)
{
  g_autofree char *nothing = type->nothing (subject);
  g_autofree char *finding = NULL;
  g_autofree char *count = NULL;
  TlFrame frame;

  g_clear_pointer (&chart->title, g_free);
  if (nothing)
    {
      tl_frame_add_sentence (chart->scene, subject, _ (type->label), nothing);
      chart->title = tl_label_plain (nothing);
      return chart->scene->height >= tl_scene_unit (chart->scene, EMPTY_HEIGHT) - 1;
    }
  finding = type->finding (subject);
  chart->title = tl_label_plain (finding);
  count = type->count (subject);
  frame = tl_frame_add (chart->scene, subject, chart->title, count);
  type->fill (chart->scene, subject, &frame.body);
  if (type->fits && !type->fits (chart->scene, subject, &frame.body))
    return FALSE;
  return frame.fits && frame.body.height >= tl_scene_unit (chart->scene, type->least (subject));
}

/**
 * tl_chart_new:
 * @view: which chart
 * @subject: what is drawn; read here, not kept
 * @theme: light or dark; its scale multiplies what the size gives
 * @width: of the surface
 * @height: of the surface
 *
 * Lays a chart out. Text grows with the surface; where not all fits it is made smaller, down to 11
 * units, and then rows are summed up and names shortened. Where there is nothing to draw, a
 * sentence says why.
 *
 * Returns: (transfer full): the chart, ready to be painted
 */
TlChart *
tl_chart_new (TlView view, const TlSubject *subject, const TlTheme *theme, double width, double height)
{
  return tl_chart_new_for_room (view, subject, theme, width, height, TL_LEAST_LETTERS);
}

/**
 * tl_chart_new_for_room:
 * @view: which chart
 * @subject: what is drawn; read here, not kept
 * @theme: light or dark; its scale multiplies what the size gives
 * @width: of the surface
 * @height: of the surface
 * @least_letters: size of the smallest letters that can be read from the back of the room
 *
 * The same as tl_chart_new(), but text stays as large as that.
 *
 * Returns: (transfer full): the chart, ready to be painted
 */
TlChart *
tl_chart_new_for_room (TlView view,
                       const TlSubject *subject,
                       const TlTheme *theme,
                       double width,
                       double height,
                       double least_letters)
{
  TlSubject told;
  TlChart *chart;
  double scale;
  gboolean fits = FALSE;

  g_return_val_if_fail (view < TL_N_VIEWS, NULL);
  told = subject_for (view, subject);
  chart = g_new0 (TlChart, 1);
  scale = first_scale (view_types[view], &told, theme, width, height, least_letters);
  while (!fits)
    {
      tl_scene_free (chart->scene);
      chart->scene = tl_scene_new (theme, scale, width, height);
      chart->scene->least = least_letters;
      fits = lay_out (chart, view_types[view], &told) || scale <= least_scale (least_letters);
      scale = MAX (scale * SHRINK, least_scale (least_letters));
    }
  return chart;
}

/**
 * tl_chart_take_scene:
 * @chart: (transfer full): a chart
 *
 * Returns: (transfer full): what it is made of, as a part of something larger
 */
TlScene *
tl_chart_take_scene (TlChart *chart)
{
  TlScene *scene = g_steal_pointer (&chart->scene);

  tl_chart_free (chart);
  return scene;
}

/**
 * tl_chart_free:
 * @chart: (transfer full): a chart
 */
void
tl_chart_free (TlChart *chart)
{
  if (!chart)
    return;
  tl_scene_free (chart->scene);
  g_free (chart->title);
  g_free (chart);
}

/**
 * tl_chart_paint:
 * @chart: a chart
 * @cr: where to draw, from 0, 0
 *
 * Paints ground and chart, the same on every kind of surface.
 */
void
tl_chart_paint (TlChart *chart, cairo_t *cr)
{
  tl_scene_paint (chart->scene, cr);
}

/**
 * tl_chart_title:
 * @chart: a chart
 *
 * Returns: (transfer none): what it found, in a sentence, or why there is nothing to see
 */
const char *
tl_chart_title (TlChart *chart)
{
  return chart->title;
}

/**
 * tl_chart_nothing:
 * @view: which chart
 * @subject: what would be drawn
 *
 * Returns: (transfer full) (nullable): a friendly sentence where there is nothing to draw: why, or
 *   what to do next; %NULL where there is
 */
char *
tl_chart_nothing (TlView view, const TlSubject *subject)
{
  TlSubject told;

  g_return_val_if_fail (view < TL_N_VIEWS, NULL);
  told = subject_for (view, subject);
  return view_types[view]->nothing (&told);
}

/**
 * tl_chart_natural_height:
 * @view: which chart
 * @subject: what is drawn
 * @theme: its scale counts
 * @width: of the surface
 *
 * For charts under one another on a page that scrolls.
 *
 * Returns: the height at which the chart of this width is neither cramped nor empty
 */
double
tl_chart_natural_height (TlView view, const TlSubject *subject, const TlTheme *theme, double width)
{
  double scale = scale_for_width (theme, width, TL_LEAST_LETTERS);

  TlSubject told;

  g_return_val_if_fail (view < TL_N_VIEWS, width);
  told = subject_for (view, subject);
  return ceil (wanted_height (view_types[view], &told, theme, scale, width));
}

/**
 * tl_chart_texts:
 * @chart: a chart
 *
 * Returns: (transfer none) (element-type TlTextBox): all its texts, title first
 */
const GPtrArray *
tl_chart_texts (TlChart *chart)
{
  return chart->scene->texts;
}

/**
 * tl_chart_spots:
 * @chart: a chart
 *
 * Returns: (transfer none) (element-type TlSpot): its points from left to right, where it has some;
 *   where points lie closer together than pixels, one for all of them
 */
const GArray *
tl_chart_spots (TlChart *chart)
{
  return chart->scene->spots;
}

/**
 * tl_chart_pick:
 * @chart: a chart
 * @x: in the chart's units
 * @y: in the chart's units
 *
 * Returns: (transfer none) (nullable): the text at that place
 */
const TlTextBox *
tl_chart_pick (TlChart *chart, double x, double y)
{
  const GPtrArray *texts = chart->scene->texts;

  for (guint i = texts->len; i > 0; i--)
    {
      const TlTextBox *box = g_ptr_array_index (texts, i - 1);

      if (x >= box->x && x < box->x + box->width && y >= box->y && y < box->y + box->height)
        return box;
    }
  return NULL;
}

/**
 * tl_chart_targets:
 * @chart: a chart
 *
 * Returns: (transfer none) (element-type TlChartTarget): the places that stand for items, in reading
 *   order; none for most views
 */
const GPtrArray *
tl_chart_targets (TlChart *chart)
{
  return chart->scene->targets;
}
