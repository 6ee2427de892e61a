/* view-capability.c: what a measure predictably does: its chart of variation. */
#include "paint/view.h"

#include <math.h>

#include "paint/words.h"
#include "paint/xmr-plot.h"
#include "study/day.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static guint
count_values (const TlXmr *xmr)
{
  guint count = 0;

  for (guint i = 0; i < xmr->phases->len; i++)
    count += g_array_index (xmr->phases, TlXmrPhase, i).n_values;
  return count;
}

static char *
nothing (const TlSubject *subject)
{
  g_autofree char *name = NULL;

  if (!subject->measure || !subject->xmr)
    return g_strdup (_ ("Add a measure of what matters to customers, and see what the system "
                        "predictably achieves."));
  name = tl_words_name (subject->measure->name);
  if (count_values (subject->xmr) == 0)
    return g_strdup_printf (_ ("“%s” has no values yet: type or paste them, the oldest first."), name);
  return NULL;
}

/* To what the numbers of a sentence are rounded: half of what lies between ticks. */
static double
unit_of (const TlXmr *xmr)
{
  TlAxis axis = tl_xmr_plot_axis (xmr, FALSE);

  return tl_axis_for_span (axis.least, axis.most, 8).step / 2;
}

static char *
with_unit (const TlSubject *subject, const char *number)
{
  const char *unit = subject->measure->unit;

  /* TRANSLATORS: a number and its unit, as "34 days". The space is a no-break space. */
  return unit ? g_strdup_printf (_ ("%s\302\240%s"), number, unit) : g_strdup (number);
}

/* "between 3 and 34 days" */
static char *
span_words (const TlSubject *subject, const TlXmrPhase *phase)
{
  double unit = unit_of (subject->xmr);
  gboolean flat = phase->limits.upper <= phase->limits.lower;
  g_autofree char *lower = tl_words_near (phase->lower, unit);
  g_autofree char *number = flat ? tl_words_number (phase->limits.centre) : tl_words_near (phase->limits.upper, unit);
  g_autofree char *upper = with_unit (subject, number);
  gboolean cut = phase->lower > phase->limits.lower;

  if (flat)
    /* TRANSLATORS: a number with its unit; part of a sentence */
    return g_strdup_printf (_ ("always %s"), upper);
  if (cut)
    /* TRANSLATORS: a number with its unit; part of a sentence */
    return g_strdup_printf (_ ("between nothing and %s"), upper);
  /* TRANSLATORS: two numbers, the second with its unit; part of a sentence */
  return g_strdup_printf (_ ("between %s and %s"), lower, upper);
}

static char *
date_of (const TlPoint *point)
{
  guint32 day = tl_day_read (point->when);
  GDate date;

  if (day == 0)
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return tl_words_date (&date);
}

static guint
count_marked (const TlXmr *xmr, const TlXmrPhase *phase)
{
  guint count = 0;

  for (guint i = phase->first; i < phase->first + phase->n_points; i++)
    count += xmr->marks[i] != 0 ? 1 : 0;
  return count;
}

/* Since the day of the first value of the phase. */
static char *
ordinary_words (const TlSubject *subject, const TlXmrPhase *phase, const char *name, const char *span)
{
  const TlPoint *first = g_ptr_array_index (subject->measure->points, phase->first);
  g_autofree char *since = date_of (first);

  if (since)
    /* TRANSLATORS: a measure's name, "between 3 and 34 days", a date */
    return g_strdup_printf (_ ("“%s” is predictable: %s; nothing out of the ordinary since %s"), name, span, since);
  /* TRANSLATORS: a measure's name, "between 3 and 34 days" */
  return g_strdup_printf (_ ("“%s” is predictable: %s; nothing out of the ordinary"), name, span);
}

static char *
few_words (const TlSubject *subject, const TlXmrPhase *phase, const char *name)
{
  g_autofree char *number = NULL;
  g_autofree char *value = NULL;

  if (phase->n_values == 0)
    return g_strdup_printf (_ ("“%s” has no value yet since the last change"), name);
  number = tl_words_number (phase->limits.centre);
  value = with_unit (subject, number);
  return g_strdup_printf (_ ("“%s” has one value, %s: limits need two, and are sure from twelve on"), name, value);
}

/* What a change was followed by is said of the phases before and after it, with no word of praise.
 */
static char *
change_words (const TlSubject *subject, const TlXmrPhase *phase, const char *name, const char *span)
{
  const TlXmrPhase *before = phase - 1;
  g_autofree char *earlier = NULL;

  if (phase == (TlXmrPhase *) (void *) subject->xmr->phases->data || before->n_values < 2)
    return NULL;
  earlier = span_words (subject, before);
  /* TRANSLATORS: a measure's name, then twice "between 3 and 34 days" */
  return g_strdup_printf (_ ("“%s” is %s since the last change; before it was %s"), name, span, earlier);
}

static char *
finding (const TlSubject *subject)
{
  const TlXmr *xmr = subject->xmr;
  const TlXmrPhase *phase = &g_array_index (xmr->phases, TlXmrPhase, xmr->phases->len - 1);
  g_autofree char *name = tl_words_name (subject->measure->name);
  guint marked = count_marked (xmr, phase);
  g_autofree char *span = NULL;
  char *changed;

  if (phase->n_values < 2)
    return few_words (subject, phase, name);
  span = span_words (subject, phase);
  changed = change_words (subject, phase, name, span);
  if (changed)
    return changed;
  if (marked > 0)
    return g_strdup_printf (
        /* TRANSLATORS: a measure's name, "between 3 and 34 days", how many points */
        ngettext ("“%s” is mostly %s; at %u point, ask what happened",
                  "“%s” is mostly %s; at %u points, ask what happened", marked),
        name, span, marked);
  if (phase->trial)
    return g_strdup_printf (_ ("“%s” is %s so far; fewer than twelve values, so the limits are a trial"), name, span);
  return ordinary_words (subject, phase, name, span);
}

static char *
dates_words (const TlMeasure *measure)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  for (guint i = 0; i < measure->points->len && !first; i++)
    first = date_of (g_ptr_array_index (measure->points, i));
  for (guint i = measure->points->len; i > 0 && !last; i--)
    last = date_of (g_ptr_array_index (measure->points, i - 1));
  if (!first || g_str_equal (first, last))
    return g_steal_pointer (&first);
  /* TRANSLATORS: two dates */
  return g_strdup_printf (_ ("%s to %s"), first, last);
}

static char *
count (const TlSubject *subject)
{
  const TlXmr *xmr = subject->xmr;
  guint values = count_values (xmr);
  guint missing = xmr->n_points - values;
  GString *text = g_string_new (NULL);
  g_autofree char *dates = dates_words (subject->measure);

  g_string_append_printf (text, ngettext ("%'u value", "%'u values", values), values);
  if (missing > 0)
    g_string_append_printf (text, ngettext (", %u missing", ", %u missing", missing), missing);
  if (dates)
    g_string_append_printf (text, " \302\267 %s", dates);
  g_string_append (text, " \302\267 ");
  g_string_append_printf (text, _ ("rules: %s"), tl_xmr_rule_set_label (xmr->options.rules));
  return g_string_free (text, FALSE);
}

static char *
values_label (const TlMeasure *measure)
{
  const char *unit = measure->unit ? measure->unit : _ ("Values");

  if (measure->better == TL_BETTER_LOWER)
    /* TRANSLATORS: a unit, as "days" */
    return g_strdup_printf (_ ("%s (lower is better)"), unit);
  if (measure->better == TL_BETTER_HIGHER)
    /* TRANSLATORS: a unit, as "%" */
    return g_strdup_printf (_ ("%s (higher is better)"), unit);
  return g_strdup (unit);
}

static const char **
whens_of (const TlMeasure *measure)
{
  const char **whens = g_new0 (const char *, measure->points->len + 1);

  for (guint i = 0; i < measure->points->len; i++)
    whens[i] = ((const TlPoint *) g_ptr_array_index (measure->points, i))->when;
  return whens;
}

static void
fill (TlScene *scene, const TlSubject *subject, const TlBox *body)
{
  g_autofree const char **whens = whens_of (subject->measure);
  g_autofree const char **reasons = tl_xmr_reasons (subject->xmr, subject->measure);
  g_autofree char *label = values_label (subject->measure);
  const TlXmrPlot plot = {
    .xmr = subject->xmr,
    .whens = whens,
    .reasons = reasons,
    .values_label = label,
    .ranges_label = _ ("Moving range: how far each value is from the one before"),
    .histogram = subject->histogram,
  };

  tl_xmr_plot_add (scene, &plot, body);
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

const TlViewType tl_view_capability_type = {
  .nick = "capability",
  .label = N_ ("Capability"),
  .of_study = TRUE,
  .nothing = nothing,
  .finding = finding,
  .count = count,
  .least = least,
  .comfort = comfort,
  .fill = fill,
};
