/* view-demand-over-time.c: whether the share of failure demand varies by chance or because something happened. */
#include "paint/view.h"

#include <math.h>

#include "analysis/demand-times.h"
#include "analysis/xmr.h"
#include "paint/words.h"
#include "paint/xmr-plot.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* In percent: as people say shares. A spell without contacts is a gap. */
static TlXmr *
xmr_of (const TlDemandTimes *times)
{
  const TlXmrOptions options = { .rules = TL_XMR_WHEELER, .floor_at_zero = TRUE };
  g_autofree double *values = tl_demand_times_failure_shares (times);

  for (guint i = 0; i < times->spells->len; i++)
    values[i] *= 100;
  return tl_xmr_compute (values, times->spells->len, NULL, 0, &options);
}

static TlDemandTimes *
times_of (const TlSubject *subject)
{
  return tl_demand_times_new (subject->study, subject->by);
}

static char *
iso_day (guint32 day)
{
  char text[32];
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
  return g_strdup (text);
}

static const TlXmrPhase *
phase_of (const TlXmr *xmr)
{
  return &g_array_index (xmr->phases, TlXmrPhase, 0);
}

/* ---- the view ---- */

static void
fill (TlScene *scene, const TlSubject *subject, const TlBox *body)
{
  g_autoptr (TlDemandTimes) times = times_of (subject);
  g_autoptr (TlXmr) xmr = xmr_of (times);
  g_autoptr (GPtrArray) whens = g_ptr_array_new_with_free_func (g_free);
  TlXmrPlot plot = { .xmr = xmr };

  for (guint i = 0; i < times->spells->len; i++)
    g_ptr_array_add (whens, iso_day (g_array_index (times->spells, TlDemandSpell, i).first));
  plot.whens = (const char *const *) whens->pdata;
  plot.values_label = _ ("Failure demand, in percent of contacts");
  plot.ranges_label = _ ("Moving range: how far each value is from the one before");
  tl_xmr_plot_add (scene, &plot, body);
}

/* Where nobody has judged, no failure demand is not what was found. */
static gboolean
any_judged (const TlDemandTimes *times)
{
  for (guint i = 0; i < times->spells->len; i++)
    {
      const TlContactTally *tally = &g_array_index (times->spells, TlDemandSpell, i).tally;

      if (tally->contacts[TL_CONTACT_VALUE] + tally->contacts[TL_CONTACT_FAILURE] > 0)
        return TRUE;
    }
  return FALSE;
}

static char *
nothing (const TlSubject *subject)
{
  g_autoptr (TlDemandTimes) times = NULL;

  if (!subject->study || subject->study->contacts->len == 0)
    return g_strdup (_ ("There is no log yet: listen to contacts, or bring them in from a file."));
  times = times_of (subject);
  if (times->n_days == 0)
    return g_strdup (_ ("No contact of the log says on which day it was."));
  if (!any_judged (times))
    return g_strdup (_ ("No contact of the log is judged yet: say of each whether it is value or failure, and see "
                        "here how failure demand varies."));
  return NULL;
}

static const char *
spell_words (TlPeriod by)
{
  switch (by)
    {
    case TL_PERIOD_DAY:
      return _ ("by day");
    case TL_PERIOD_MONTH:
    case TL_PERIOD_YEAR:
      return _ ("by month");
    case TL_PERIOD_WEEK:
    default:
      return _ ("by week");
    }
}

static char *
finding (const TlSubject *subject)
{
  g_autoptr (TlDemandTimes) times = times_of (subject);
  g_autoptr (TlXmr) xmr = xmr_of (times);
  const TlXmrPhase *phase = phase_of (xmr);
  guint marked = tl_xmr_n_signals (xmr);
  g_autofree char *low = NULL, *high = NULL;

  if (phase->n_values < 2)
    {
      low = tl_words_share (phase->limits.centre / 100);
      /* TRANSLATORS: a share */
      return g_strdup_printf (_ ("Failure demand is %s of contacts; two spells are needed to see how it varies"), low);
    }
  low = tl_words_share (phase->lower / 100);
  high = tl_words_share (MIN (phase->limits.upper, 100) / 100);
  if (!(phase->limits.upper > phase->limits.lower))
    /* TRANSLATORS: a share */
    return g_strdup_printf (_ ("Failure demand is always %s of contacts"), high);
  if (marked > 0)
    return g_strdup_printf (
        /* TRANSLATORS: two shares, and how many points */
        ngettext ("Failure demand is mostly between %s and %s of contacts; at %u point, ask what happened",
                  "Failure demand is mostly between %s and %s of contacts; at %u points, ask what happened", marked),
        low, high, marked);
  if (phase->trial)
    /* TRANSLATORS: two shares */
    return g_strdup_printf (_ ("Failure demand is between %s and %s of contacts so far; the limits are a trial"), low,
                            high);
  /* TRANSLATORS: two shares */
  return g_strdup_printf (_ ("Failure demand is predictable: between %s and %s of contacts"), low, high);
}

static char *
count (const TlSubject *subject)
{
  g_autoptr (TlDemandTimes) times = times_of (subject);
  g_autofree char *log = tl_view_count_log (subject->study);
  TlContactTally all = { 0 };

  for (guint i = 0; i < times->spells->len; i++)
    for (int k = 0; k < TL_N_JUDGEMENTS; k++)
      all.contacts[k] += g_array_index (times->spells, TlDemandSpell, i).tally.contacts[k];
  /* TRANSLATORS: "412 contacts, 2 March 2026 to 13 April 2026", "by week", and two numbers of contacts */
  return g_strdup_printf (_ ("%s, %s; not sure %u, not yet judged %u"), log, spell_words (subject->by),
                          all.contacts[TL_CONTACT_UNSURE], all.contacts[TL_CONTACT_AS_DEMAND]);
}

static double
least (const TlSubject *subject)
{
  return TL_XMR_PLOT_LEAST;
}

static double
comfort (TlScene *scene, const TlSubject *subject, double width)
{
  return tl_scene_unit (scene, TL_XMR_PLOT_COMFORT);
}

const TlViewType tl_view_demand_over_time_type = {
  .nick = "demand-over-time",
  .label = N_ ("Failure demand over time"),
  .of_study = TRUE,
  .nothing = nothing,
  .finding = finding,
  .count = count,
  .least = least,
  .comfort = comfort,
  .fill = fill,
};
