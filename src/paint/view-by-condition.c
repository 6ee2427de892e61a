/* view-by-condition.c: hours that changing each system condition would give back, most first. */
#include "paint/view.h"

#include <math.h>

#include "paint/release-rows.h"
#include "paint/words.h"
#include "study/condition.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static const TlConditionLeverage *
at (const TlLeverage *leverage, guint index)
{
  return &g_array_index (leverage->conditions, TlConditionLeverage, index);
}

/* Those that give something back; they come first. */
static guint
count (const TlLeverage *leverage)
{
  guint n = 0;

  while (n < leverage->conditions->len && at (leverage, n)->hours > 0)
    n++;
  return n;
}

/* What single causes would give back is said where it reads differently. */
static char *
hours_words (const TlConditionLeverage *one)
{
  g_autofree char *hours = tl_words_hours (one->hours);
  g_autofree char *sum = isnan (one->sum) ? NULL : tl_words_hours (one->sum);

  if (!sum || g_str_equal (sum, hours))
    return g_steal_pointer (&hours);
  /* TRANSLATORS: hours that go when several causes go together, and what they give back one by one */
  return g_strdup_printf (_ ("%s (one by one: %s)"), hours, sum);
}

static TlBarRow *
condition_row (const TlLeverage *leverage, guint index)
{
  const TlConditionLeverage *one = at (leverage, index);
  TlBarRow *row = tl_bar_row_new (tl_words_name (one->condition->name), hours_words (one));

  row->parts[TL_PART_MIXED] = one->hours;
  return row;
}

static TlBarRow *
rest_row (const TlLeverage *leverage, guint from, guint rest)
{
  char *name = g_strdup_printf (ngettext ("and %u more condition", "and %u more conditions", rest), rest);

  return tl_release_rest_row (name, at (leverage, from)->hours, rest);
}

static TlReleaseRows
rows_of (const TlSubject *subject)
{
  const TlLeverage *leverage = subject->leverage;

  return (TlReleaseRows){
    .leverage = leverage,
    .count = count (leverage),
    .most = at (leverage, 0)->hours,
    .remark = _ ("Hours given back when all that a condition is tied to goes together: waste, rework and failure "
                 "demand. Conditions that share causes do not add up."),
    .row = condition_row,
    .rest = rest_row,
  };
}

static void
fill (TlScene *scene, const TlSubject *subject, const TlBox *body)
{
  TlReleaseRows rows = rows_of (subject);

  tl_release_rows_add (scene, &rows, body);
}

static gboolean
any_causes (const TlLeverage *leverage)
{
  for (guint i = 0; i < leverage->conditions->len; i++)
    if (at (leverage, i)->n_causes > 0)
      return TRUE;
  return FALSE;
}

static char *
nothing (const TlSubject *subject)
{
  const TlLeverage *leverage = subject->leverage;
  g_autofree char *no_hours = tl_view_no_hours (subject);

  if (no_hours)
    return g_steal_pointer (&no_hours);
  if (subject->study && subject->study->conditions->len == 0)
    return g_strdup (_ ("Nobody has said yet why the flow behaves like this. Ask why at the waste and "
                        "at the failure demand, and write down the system conditions."));
  if (!leverage)
    return g_strdup (_ ("What changing a condition gives back is not worked out yet."));
  if (!any_causes (leverage))
    return g_strdup (_ ("No system condition is tied to waste, rework or failure demand of this "
                        "flow yet."));
  if (count (leverage) == 0)
    return g_strdup (_ ("What the system conditions are tied to takes no hours in this flow."));
  return NULL;
}

static char *
finding (const TlSubject *subject)
{
  const TlConditionLeverage *first = at (subject->leverage, 0);
  g_autofree char *hours = tl_words_hours_per (first->hours, subject->leverage->period);
  g_autofree char *name = tl_words_name (first->condition->name);

  /* TRANSLATORS: the name of a system condition, and hours as "63 h a week" */
  return g_strdup_printf (_ ("Changing “%s” gives back %s"), name, hours);
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

const TlViewType tl_view_by_condition_type = {
  .nick = "leverage-by-condition",
  .label = N_ ("What changing a condition gives back"),
  .nothing = nothing,
  .finding = finding,
  .count = tl_view_count_contacts,
  .least = least,
  .comfort = comfort,
  .fill = fill,
};
