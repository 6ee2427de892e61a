#include "paint/slide.h"

#include "paint/slide-parts.h"
#include "paint/view.h"
#include "paint/words.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static const TlView views[TL_N_SLIDE_KINDS] = {
  [TL_SLIDE_DEMAND_SHARES] = TL_VIEW_DEMAND,
  [TL_SLIDE_DEMAND_OVER_TIME] = TL_VIEW_DEMAND_OVER_TIME,
  [TL_SLIDE_CAPACITY] = TL_VIEW_CAPACITY,
  [TL_SLIDE_BY_STEP] = TL_VIEW_CAPACITY_BY_STEP,
  [TL_SLIDE_CLOCK] = TL_VIEW_CLOCK,
  [TL_SLIDE_TRACE] = TL_VIEW_TRACE,
  [TL_SLIDE_BY_CONDITION] = TL_VIEW_LEVERAGE_BY_CONDITION,
  [TL_SLIDE_LEVERAGE] = TL_VIEW_LEVERAGE,
  [TL_SLIDE_COMPARE] = TL_VIEW_COMPARE,
};

/* tl_slide_layout_new: takes @scene. */
TlSlideLayout *
tl_slide_layout_new (TlScene *scene)
{
  TlSlideLayout *layout = g_new0 (TlSlideLayout, 1);

  layout->scene = scene;
  layout->zoom = 1;
  return layout;
}

/* The chart as everywhere, with letters for a room; it keeps off the foot. */
static TlSlideLayout *
chart_slide (TlView view, const TlSubject *subject, TlScene *scene)
{
  TlTheme theme = scene->theme;
  double height = MAX (1, scene->height - tl_scene_unit (scene, TL_SLIDE_FOOT * 0.6));
  TlChart *chart;

  theme.scale = 1;
  chart = tl_chart_new_for_room (view, subject, &theme, scene->width, height, scene->least);
  tl_scene_add_scene (scene, tl_chart_take_scene (chart), 0, 0);
  return tl_slide_layout_new (scene);
}

static TlSlideLayout *
measure_slide (const TlSlide *slide, const TlSubject *subject, TlScene *scene)
{
  g_autoptr (TlXmr) xmr = tl_xmr_for_measure (slide->measure, NULL);
  TlSubject own = *subject;

  own.measure = slide->measure;
  own.xmr = xmr;
  return chart_slide (TL_VIEW_CAPABILITY, &own, scene);
}

static TlSlideLayout *
trace_slide (const TlSlide *slide, const TlSubject *subject, TlScene *scene)
{
  TlSubject own = *subject;

  own.demand = slide->demand;
  return chart_slide (TL_VIEW_TRACE, &own, scene);
}

static TlSlideLayout *
flow_slide (const TlSlide *slide, const TlSubject *subject, TlFlowGeometry *geometry, TlScene *scene, gboolean alive)
{
  g_autoptr (TlFlowGeometry) own
      = geometry ? tl_flow_geometry_ref (geometry) : tl_flow_geometry_new (subject->study, subject->flow);

  if (slide->kind == TL_SLIDE_FLOW)
    return tl_slide_flow (subject, own, scene);
  return tl_slide_step (slide, subject, own, scene, alive);
}

/**
 * tl_slide_lay_out:
 * @slide: of the deck of @subject
 * @subject: the study and its numbers
 * @geometry: (nullable): of the flow, where it is known already
 * @theme: light or dark; its scale is not taken: a slide fills the screen
 * @width: of the screen
 * @height: of the screen
 * @alive: the flow of a walk is drawn by who calls, in the window that the layout names
 *
 * Returns: (transfer full): the slide
 */
TlSlideLayout *
tl_slide_lay_out (const TlSlide *slide,
                  const TlSubject *subject,
                  TlFlowGeometry *geometry,
                  const TlTheme *theme,
                  double width,
                  double height,
                  gboolean alive)
{
  TlScene *scene = tl_slide_scene (theme, width, height);

  switch (slide->kind)
    {
    case TL_SLIDE_PURPOSE:
      return tl_slide_purpose (slide, subject, scene);
    case TL_SLIDE_DEMAND:
      return tl_slide_demand (slide, subject, scene);
    case TL_SLIDE_CAPABILITY:
      return tl_slide_measures (slide, subject, scene);
    case TL_SLIDE_MEASURE:
      return measure_slide (slide, subject, scene);
    case TL_SLIDE_FLOW:
    case TL_SLIDE_STEP:
      return flow_slide (slide, subject, geometry, scene, alive);
    case TL_SLIDE_DEMAND_SHARES:
    case TL_SLIDE_DEMAND_OVER_TIME:
    case TL_SLIDE_CAPACITY:
    case TL_SLIDE_BY_STEP:
    case TL_SLIDE_CLOCK:
    case TL_SLIDE_BY_CONDITION:
    case TL_SLIDE_LEVERAGE:
    case TL_SLIDE_COMPARE:
      return chart_slide (views[slide->kind], subject, scene);
    case TL_SLIDE_TRACE:
      return trace_slide (slide, subject, scene);
    case TL_SLIDE_CONDITIONS:
      return tl_slide_conditions (slide, subject, scene);
    case TL_SLIDE_THINKING:
      return tl_slide_thinking (slide, subject, scene);
    case TL_SLIDE_NOTHING:
    case TL_N_SLIDE_KINDS:
    default:
      return tl_slide_nothing (slide, subject, scene);
    }
}

/**
 * tl_slide_layout_free:
 * @layout: (transfer full) (nullable): a slide
 */
void
tl_slide_layout_free (TlSlideLayout *layout)
{
  if (!layout)
    return;
  g_clear_pointer (&layout->flow, tl_flow_geometry_unref);
  tl_scene_free (layout->scene);
  g_free (layout);
}

/**
 * tl_slide_title:
 * @slide: a slide
 * @subject: the study
 *
 * Returns: (transfer full): what it is about, in a few words
 */
char *
tl_slide_title (const TlSlide *slide, const TlSubject *subject)
{
  switch (slide->kind)
    {
    case TL_SLIDE_PURPOSE:
      return g_strdup (_ ("Purpose"));
    case TL_SLIDE_DEMAND:
      return g_strdup (_ ("Demand"));
    case TL_SLIDE_CAPABILITY:
      return g_strdup (_ ("Capability"));
    case TL_SLIDE_MEASURE:
      return tl_words_name (slide->measure->name);
    case TL_SLIDE_FLOW:
      return g_strdup (_ ("Flow"));
    case TL_SLIDE_STEP:
      return tl_words_name (slide->step->name);
    case TL_SLIDE_DEMAND_SHARES:
    case TL_SLIDE_DEMAND_OVER_TIME:
    case TL_SLIDE_CAPACITY:
    case TL_SLIDE_BY_STEP:
    case TL_SLIDE_CLOCK:
    case TL_SLIDE_TRACE:
    case TL_SLIDE_BY_CONDITION:
    case TL_SLIDE_LEVERAGE:
    case TL_SLIDE_COMPARE:
      return g_strdup (tl_view_label (views[slide->kind]));
    case TL_SLIDE_CONDITIONS:
      return g_strdup (_ ("System conditions"));
    case TL_SLIDE_THINKING:
      return g_strdup (_ ("Thinking"));
    case TL_SLIDE_NOTHING:
    case TL_N_SLIDE_KINDS:
    default:
      return g_strdup (_ ("Nothing yet"));
    }
}

/**
 * tl_slide_notes:
 * @slide: a slide
 * @subject: the study
 *
 * Returns: (transfer full) (nullable): what who presents may want to remember, and the room need
 * not see
 */
char *
tl_slide_notes (const TlSlide *slide, const TlSubject *subject)
{
  if (slide->kind == TL_SLIDE_STEP)
    return g_strdup (slide->step->notes);
  return slide->kind == TL_SLIDE_PURPOSE ? g_strdup (subject->study->notes) : NULL;
}
