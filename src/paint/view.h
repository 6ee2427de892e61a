/* view.h: what each view of a chart brings; chart.c has the table of them. */
#pragma once

#include "paint/scene.h"

G_BEGIN_DECLS

/**
 * TlViewType:
 * @nick: the word of the command line
 * @label: on the screen, to be translated with gettext
 * @nothing: a friendly sentence where there is nothing to draw, what to do next; %NULL where there is
 * @finding: the title: what the chart found, in a sentence; only where @nothing is %NULL
 * @count: how much was counted, for the footer
 * @of_study: it is of the whole study, whatever flow is shown: neither a flow nor what is wrong with
 * its numbers is named
 * @least: height below the title that it can't do without, at 100 %
 * @comfort: height below the title that it would like in a scene of that scale and width
 * @fits: (nullable): whether all that it wants to say has room in a box that is as high as @least; %NULL
 *   where that is always so
 * @fill: adds its marks to the scene, within a box below title and above footer
 */
typedef struct
{
  const char *nick;
  const char *label;
  gboolean of_study;
  char *(*nothing) (const TlSubject *subject);
  char *(*finding) (const TlSubject *subject);
  char *(*count) (const TlSubject *subject);
  double (*least) (const TlSubject *subject);
  double (*comfort) (TlScene *scene, const TlSubject *subject, double width);
  gboolean (*fits) (TlScene *scene, const TlSubject *subject, const TlBox *body);
  void (*fill) (TlScene *scene, const TlSubject *subject, const TlBox *body);
} TlViewType;

extern const TlViewType tl_view_flow_type;
extern const TlViewType tl_view_capacity_type;
extern const TlViewType tl_view_by_step_type;
extern const TlViewType tl_view_by_role_type;
extern const TlViewType tl_view_clock_type;
extern const TlViewType tl_view_leverage_type;
extern const TlViewType tl_view_capability_type;
extern const TlViewType tl_view_compare_type;
extern const TlViewType tl_view_demand_type;
extern const TlViewType tl_view_demand_over_time_type;
extern const TlViewType tl_view_demand_by_hour_type;
extern const TlViewType tl_view_demand_by_weekday_type;
extern const TlViewType tl_view_needs_type;
extern const TlViewType tl_view_by_condition_type;
extern const TlViewType tl_view_trace_type;

char *tl_view_no_hours (const TlSubject *subject) G_GNUC_WARN_UNUSED_RESULT;
char *tl_view_count_contacts (const TlSubject *subject) G_GNUC_WARN_UNUSED_RESULT;
char *tl_view_no_log (const TlSubject *subject) G_GNUC_WARN_UNUSED_RESULT;
char *tl_view_count_log (const TlStudy *study) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
