/* chart.h: the views, each laid out for a size and then painted on any cairo surface.
 *
 * Laying out and painting are apart: a laid out chart tells where everything stands, so that it can
 * be tested, pointed at and given titles in an SVG, and is painted by the same code on screen, PNG,
 * SVG, PDF and paper.
 */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "analysis/capacity.h"
#include "analysis/comparison.h"
#include "analysis/leverage.h"
#include "analysis/xmr.h"
#include "paint/lens.h"
#include "paint/theme.h"

G_BEGIN_DECLS

typedef enum
{
  TL_VIEW_FLOW,
  TL_VIEW_CAPACITY,
  TL_VIEW_CAPACITY_BY_STEP,
  TL_VIEW_CAPACITY_BY_ROLE,
  TL_VIEW_CLOCK,
  TL_VIEW_LEVERAGE,
  TL_VIEW_CAPABILITY,
  TL_VIEW_COMPARE,
  TL_VIEW_DEMAND,
  TL_VIEW_DEMAND_OVER_TIME,
  TL_VIEW_DEMAND_BY_HOUR,
  TL_VIEW_DEMAND_BY_WEEKDAY,
  TL_VIEW_NEEDS,
  TL_VIEW_LEVERAGE_BY_CONDITION,
  TL_VIEW_TRACE,
  TL_N_VIEWS,
} TlView;

const char *tl_view_nick (TlView view);  /* "capacity-by-step" */
const char *tl_view_label (TlView view); /* "Capacity by step", translated */
gboolean tl_view_is_of_study (TlView view);
gboolean tl_view_from_nick (const char *nick, TlView *view);
gboolean tl_view_needs_leverage (TlView view);
gboolean tl_view_needs_hours (TlView view);
gboolean tl_view_has_targets (TlView view);

/**
 * TlSubject:
 * @study: what is drawn
 * @flow: (nullable): of it
 * @capacity: (nullable): numbers of @flow; %NULL where they can't be computed
 * @leverage: (nullable): for views that tl_view_needs_leverage()
 * @measure: (nullable): for %TL_VIEW_CAPABILITY
 * @xmr: (nullable): numbers of @measure
 * @histogram: for %TL_VIEW_CAPABILITY: how often which values came stands beside, where there is room
 * @comparison: (nullable): for %TL_VIEW_COMPARE
 * @differs_from: (nullable): for %TL_VIEW_FLOW: a flow; what is another than there is marked
 * @message: (nullable): why there are no numbers, in words
 * @date: shown on the chart
 * @lens: for %TL_VIEW_FLOW
 * @by: for %TL_VIEW_DEMAND_OVER_TIME: day, week or month
 * @demand: (nullable): for %TL_VIEW_TRACE: where it begins; %NULL for all failure demand
 */
typedef struct
{
  TlStudy *study;
  TlFlow *flow;
  const TlCapacity *capacity;
  const TlLeverage *leverage;
  const TlMeasure *measure;
  const TlXmr *xmr;
  gboolean histogram;
  const TlComparison *comparison;
  TlFlow *differs_from;
  const char *message;
  GDate date;
  TlLens lens;
  TlPeriod by;
  TlDemand *demand;
} TlSubject;

/**
 * TlTextBox:
 * @x: left
 * @text: as drawn, perhaps shortened
 * @whole: (nullable): the whole text where @text is shortened
 * @letters: the size of its font, in the chart's units; 0 for text that another painter draws
 *
 * A piece of text of a laid out chart, for tests, pointing and SVG titles. In the chart's units.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  char *text;
  char *whole;
  double letters;
} TlTextBox;

/**
 * TlSpot:
 * @x: in the chart's units
 * @y: in the chart's units
 * @number: of the point that stands there, from 0
 */
typedef struct
{
  double x;
  double y;
  guint number;
} TlSpot;

/**
 * TlChartTarget:
 * @x: left
 * @id: of the item that is drawn there
 * @words: what it says, for who can't see it
 *
 * A place of a chart that stands for one item of the study, so that one can go there. In the chart's
 * units.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  char *id;
  char *words;
} TlChartTarget;

typedef struct _TlChart TlChart;

TlChart *tl_chart_new (TlView view, const TlSubject *subject, const TlTheme *theme, double width, double height)
    G_GNUC_WARN_UNUSED_RESULT;
TlChart *tl_chart_new_for_room (TlView view,
                                const TlSubject *subject,
                                const TlTheme *theme,
                                double width,
                                double height,
                                double least_letters) G_GNUC_WARN_UNUSED_RESULT;
void tl_chart_free (TlChart *chart);
void tl_chart_paint (TlChart *chart, cairo_t *cr);
const char *tl_chart_title (TlChart *chart);
char *tl_chart_nothing (TlView view, const TlSubject *subject) G_GNUC_WARN_UNUSED_RESULT;
double tl_chart_natural_height (TlView view, const TlSubject *subject, const TlTheme *theme, double width);
const GPtrArray *tl_chart_texts (TlChart *chart);
const GArray *tl_chart_spots (TlChart *chart);
const TlTextBox *tl_chart_pick (TlChart *chart, double x, double y);
const GPtrArray *tl_chart_targets (TlChart *chart);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlChart, tl_chart_free)

G_END_DECLS
