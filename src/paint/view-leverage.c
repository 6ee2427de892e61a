/* view-leverage.c: hours that removing each single cause would give back, most first. */
#include "paint/view.h"

#include "paint/release-rows.h"
#include "paint/words.h"
#include "study/connector.h"
#include "study/raises.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static const TlCause *
cause_at (const TlLeverage *leverage, guint index)
{
  return &g_array_index (leverage->causes, TlCause, index);
}

/* Causes whose removal gives something back; they come first. */
static guint
count_causes (const TlLeverage *leverage)
{
  guint n = 0;

  while (n < leverage->causes->len && cause_at (leverage, n)->hours > 0)
    n++;
  return n;
}

static TlBucket
cause_bucket (TlCauseKind kind)
{
  switch (kind)
    {
    case TL_CAUSE_REWORK:
      return TL_BUCKET_REWORK;
    case TL_CAUSE_WASTE_STEP:
      return TL_BUCKET_WASTE;
    case TL_CAUSE_RAISES:
    case TL_CAUSE_OUTSIDE_DEMAND:
    default:
      return TL_BUCKET_FAILURE;
    }
}

static TlBarRow *
cause_row (const TlLeverage *leverage, guint index)
{
  const TlCause *cause = cause_at (leverage, index);
  TlBarRow *row = tl_bar_row_new (tl_cause_describe (cause), tl_words_hours (cause->hours));

  row->parts[cause_bucket (cause->kind)] = cause->hours;
  return row;
}

static TlBarRow *
rest_row (const TlLeverage *leverage, guint from, guint rest)
{
  char *name = g_strdup_printf (ngettext ("and %u more cause", "and %u more causes", rest), rest);

  return tl_release_rest_row (name, cause_at (leverage, from)->hours, rest);
}

static TlReleaseRows
rows_of (const TlSubject *subject)
{
  const TlLeverage *leverage = subject->leverage;

  return (TlReleaseRows){
    .leverage = leverage,
    .count = count_causes (leverage),
    .most = cause_at (leverage, 0)->hours,
    .remark = _ ("Hours given back when one cause is removed and all else stays. They do not add up."),
    .row = cause_row,
    .rest = rest_row,
  };
}

static void
fill (TlScene *scene, const TlSubject *subject, const TlBox *body)
{
  TlReleaseRows rows = rows_of (subject);

  tl_release_rows_add (scene, &rows, body);
}

static char *
nothing (const TlSubject *subject)
{
  const TlLeverage *leverage = subject->leverage;
  g_autofree char *no_hours = tl_view_no_hours (subject);

  if (no_hours)
    return g_steal_pointer (&no_hours);
  if (!leverage)
    return g_strdup (_ ("What to remove first is not worked out yet."));
  if (leverage->left_out > 0 && count_causes (leverage) == 0)
    return g_strdup_printf (_ ("This flow has %u single causes: too many to try them all. "
                               "Up to %u are tried."),
                            leverage->left_out, (guint) TL_LEVERAGE_MOST_CAUSES);
  if (count_causes (leverage) == 0)
    return g_strdup (_ ("There is nothing to remove: no failure demand, rework or waste takes hours "
                        "in this flow."));
  return NULL;
}

static char *
rework_finding (const TlConnector *connector, const char *hours)
{
  g_autofree char *from = tl_words_name (connector->from ? connector->from->name : NULL);
  g_autofree char *to = tl_words_name (connector->to ? connector->to->name : NULL);

  if (connector->from == connector->to)
    /* TRANSLATORS: the name of a step, and hours as "63 h a week" */
    return g_strdup_printf (_ ("Doing “%s” right first time gives back %s"), from, hours);
  /* TRANSLATORS: the names of two steps, and hours as "63 h a week" */
  return g_strdup_printf (_ ("Removing the rework from “%s” to “%s” gives back %s"), from, to, hours);
}

static char *
raises_finding (const TlRaises *raises, const char *hours)
{
  g_autofree char *demand = tl_words_name (raises->demand ? raises->demand->name : NULL);
  g_autofree char *step = tl_words_name (raises->step ? raises->step->name : NULL);

  /* TRANSLATORS: the name of a failure demand, of the step that causes it, and hours as "63 h a
   * week" */
  return g_strdup_printf (_ ("Removing the cause of “%s” at “%s” gives back %s"), demand, step, hours);
}

static char *
finding (const TlSubject *subject)
{
  const TlCause *first = cause_at (subject->leverage, 0);
  g_autofree char *hours = tl_words_hours_per (first->hours, subject->leverage->period);
  g_autofree char *name = NULL;

  switch (first->kind)
    {
    case TL_CAUSE_RAISES:
      return raises_finding ((const TlRaises *) first->item, hours);
    case TL_CAUSE_REWORK:
      return rework_finding ((const TlConnector *) first->item, hours);
    case TL_CAUSE_WASTE_STEP:
      name = tl_words_name (((const TlStep *) first->item)->name);
      /* TRANSLATORS: the name of a step, and hours as "63 h a week" */
      return g_strdup_printf (_ ("Removing the waste of “%s” gives back %s"), name, hours);
    case TL_CAUSE_OUTSIDE_DEMAND:
    default:
      name = tl_words_name (((const TlDemand *) first->item)->name);
      /* TRANSLATORS: the name of a failure demand, and hours as "63 h a week" */
      return g_strdup_printf (_ ("Removing what causes “%s” gives back %s"), name, hours);
    }
}

static double
least (const TlSubject *subject)
{
  TlReleaseRows rows = rows_of (subject);

  return tl_release_rows_least (&rows);
}

static double
comfort (TlScene *scene, const TlSubject *subject, double width)
{
  TlReleaseRows rows = rows_of (subject);

  return tl_release_rows_comfort (scene, &rows, width);
}

const TlViewType tl_view_leverage_type = {
  .nick = "leverage",
  .label = N_ ("What to remove first"),
  .nothing = nothing,
  .finding = finding,
  .count = tl_view_count_contacts,
  .least = least,
  .comfort = comfort,
  .fill = fill,
};
