/* view-by-condition.c: hours that changing each system condition would give back, most first. */
#include "paint/view.h"

#include <math.h>

#include "paint/bar-rows.h"
#include "paint/words.h"
#include "study/condition.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#define REMARK 22.0
#define GAP 12.0

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
condition_row (const TlConditionLeverage *one)
{
  TlBarRow *row = tl_bar_row_new (tl_words_name (one->condition->name), hours_words (one));

  row->parts[TL_PART_MIXED] = one->hours;
  return row;
}

static TlBarRow *
rest_row (const TlLeverage *leverage, guint from, guint n)
{
  guint rest = n - from;
  g_autofree char *hours = tl_words_hours (at (leverage, from)->hours);
  g_autofree char *number = g_strdup_printf (
      /* TRANSLATORS: hours, as "2.5 h": none of these gives back more */
      ngettext ("%s", "at most %s each", rest), hours);
  TlBarRow *row
      = tl_bar_row_new (g_strdup_printf (ngettext ("and %u more condition", "and %u more conditions", rest), rest),
                        g_steal_pointer (&number));

  row->rest = TRUE;
  return row;
}

static TlLabel *
measure_remark (TlScene *scene, double width)
{
  TlLabelStyle style = { .size = TL_SIZE_SMALL, .ink = TL_INK_QUIET, .lines = 3, .sentence = TRUE };

  return tl_scene_measure (scene, &style,
                           _ ("Hours given back when all that a condition is tied to goes together: "
                              "waste, rework and failure demand. Conditions that share causes do "
                              "not add up."),
                           width);
}

static void
fill (TlScene *scene, const TlSubject *subject, const TlBox *body)
{
  const TlLeverage *leverage = subject->leverage;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_bar_row_free);
  TlBarRows table = { .rows = rows, .name_share = 0.5, .sentences = TRUE };
  guint n = count (leverage);
  TlBox place = *body;
  TlLabel *remark = measure_remark (scene, body->width);
  double height = remark->height + tl_scene_unit (scene, GAP);
  guint room;
  guint whole;

  tl_scene_place (scene, remark, body->x, body->y);
  place.y += height;
  place.height -= height;
  room = tl_bar_rows_room (scene, place.height, n);
  whole = room >= n ? n : room - 1;
  for (guint i = 0; i < whole; i++)
    g_ptr_array_add (rows, condition_row (at (leverage, i)));
  if (whole < n)
    g_ptr_array_add (rows, rest_row (leverage, whole, n));
  table.axis = tl_axis_for_amounts (at (leverage, 0)->hours, 5);
  tl_bar_rows_add (scene, &table, &place);
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
  return REMARK + GAP + MIN (count (subject->leverage), 4) * TL_ROW_LEAST;
}

static double
comfort (TlScene *scene, const TlSubject *subject, double width)
{
  g_autoptr (TlLabel) remark = measure_remark (scene, width);
  guint rows = MIN (count (subject->leverage), TL_MOST_ROWS);

  return remark->height + tl_scene_unit (scene, GAP + rows * TL_ROW_COMFORT);
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
