#include "paint/comparison-rows.h"

#include <math.h>
#include <string.h>

#include "paint/words.h"

#include "throughline-config.h"
#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* ---- rows ---- */

static void
row_free (TlComparisonRow *row)
{
  g_free (row->word);
  g_free (row->name);
  g_free (row);
}

static TlComparisonRow *
add (GPtrArray *rows, char *word, char *name, TlUnit unit, double before, double after)
{
  TlComparisonRow *row = g_new0 (TlComparisonRow, 1);

  *row = (TlComparisonRow){ word, NULL, name, unit, -1, FALSE, before, after };
  g_ptr_array_add (rows, row);
  return row;
}

static void
add_hours (GPtrArray *rows, const TlCapacity *before, const TlCapacity *after)
{
  for (int b = 0; b < TL_N_BUCKETS; b++)
    {
      TlComparisonRow *row = add (rows, g_strdup (tl_bucket_nick (b)), g_strdup (tl_bucket_label (b)), TL_UNIT_HOURS,
                                  before->hours.hours[b], after->hours.hours[b]);

      row->bucket = b;
      row->main = row->before > 0 || row->after > 0;
    }
  add (rows, g_strdup ("used"), g_strdup (_ ("Worked")), TL_UNIT_HOURS, before->used, after->used)->main = TRUE;
  add (rows, g_strdup ("available"), g_strdup (_ ("Available")), TL_UNIT_HOURS, before->available, after->available);
  add (rows, g_strdup ("spare"), g_strdup (_ ("Spare")), TL_UNIT_HOURS, before->spare, after->spare);
}

static void
add_contacts (GPtrArray *rows, const TlCapacity *before, const TlCapacity *after)
{
  add (rows, g_strdup ("contacts"), g_strdup (_ ("Contacts")), TL_UNIT_CONTACTS, before->contacts, after->contacts)
      ->main
      = TRUE;
  add (rows, g_strdup ("failure contacts"), g_strdup (_ ("Of them failure demand")), TL_UNIT_CONTACTS,
       before->failure_contacts, after->failure_contacts)
      ->main
      = TRUE;
}

static double
time_of (const TlDemandNumbers *numbers)
{
  return numbers->enters ? numbers->work_minutes + numbers->wait_minutes : (double) NAN;
}

/* Of a failure demand nobody wants it quicker; its numbers are for who looks closer. */
static void
add_demand (GPtrArray *rows, const TlDemandNumbers *before, const TlDemandNumbers *after)
{
  g_autofree char *name = tl_words_name (before->demand->name);
  gboolean value = before->demand->kind == TL_DEMAND_VALUE && (before->enters || after->enters);
  const char *id = before->demand->item.id;
  TlComparisonRow *row;

  row = add (rows, g_strdup ("arrivals"), g_strdup_printf (_ ("Arrivals: %s"), name), TL_UNIT_CONTACTS,
             before->arrivals, after->arrivals);
  row->id = id;
  /* Translators: %s is a demand, in the customer's words */
  row = add (rows, g_strdup ("customer's time"), g_strdup_printf (_ ("From end to end: %s"), name), TL_UNIT_MINUTES,
             time_of (before), time_of (after));
  row->id = id;
  row->main = value;
  /* Translators: %s is a demand, in the customer's words */
  row = add (rows, g_strdup ("right first time"), g_strdup_printf (_ ("Right first time: %s"), name), TL_UNIT_SHARE,
             before->right_first_time, after->right_first_time);
  row->id = id;
  row->main = value;
}

static void
add_role (GPtrArray *rows, const TlRoleComparison *role)
{
  g_autofree char *name = role->role ? tl_words_name (role->role->name) : g_strdup (_ ("Nobody named"));
  TlComparisonRow *row = add (rows, g_strdup ("role"), g_strdup_printf (_ ("Worked by %s"), name), TL_UNIT_HOURS,
                              tl_buckets_sum (&role->before), tl_buckets_sum (&role->after));

  row->id = role->role ? role->role->item.id : NULL;
}

/**
 * tl_comparison_rows:
 * @comparison: two flows, which must outlive what is returned
 *
 * Returns: (transfer full) (element-type TlComparisonRow): hours by bucket, contacts, demands, roles
 */
GPtrArray *
tl_comparison_rows (const TlComparison *comparison)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);

  add_hours (rows, comparison->before, comparison->after);
  add_contacts (rows, comparison->before, comparison->after);
  for (guint i = 0; i < tl_comparison_n_demands (comparison); i++)
    add_demand (rows, tl_comparison_demand (comparison, i, FALSE), tl_comparison_demand (comparison, i, TRUE));
  for (guint i = 0; i < comparison->roles->len; i++)
    add_role (rows, &g_array_index (comparison->roles, TlRoleComparison, i));
  return rows;
}

/* ---- words ---- */

/**
 * tl_comparison_words:
 * @unit: of @value
 * @value: a value; NAN where there is none
 *
 * Returns: (transfer full): "128 h", "591", "17.6 d", "41 %", "–"
 */
char *
tl_comparison_words (TlUnit unit, double value)
{
  if (!isfinite (value))
    return g_strdup ("–");
  switch (unit)
    {
    case TL_UNIT_HOURS:
      return tl_words_hours (value);
    case TL_UNIT_MINUTES:
      return tl_words_time (value);
    case TL_UNIT_SHARE:
      return tl_words_share (value);
    case TL_UNIT_CONTACTS:
    default:
      return tl_words_number (value);
    }
}

static char *
share_change (double change)
{
  /* Translators: how much a share went up or down, in percentage points */
  return g_strdup_printf (_ ("%.0f points"), fabs (change) * 100);
}

/**
 * tl_comparison_change_words:
 * @row: a row
 *
 * Returns: (transfer full): "−116 h", "+39 points"; "=" where they are the same to look at
 */
char *
tl_comparison_change_words (const TlComparisonRow *row)
{
  double change = row->after - row->before;
  g_autofree char *before = tl_comparison_words (row->unit, row->before);
  g_autofree char *after = tl_comparison_words (row->unit, row->after);
  g_autofree char *size = NULL;

  if (!isfinite (change))
    return g_strdup ("");
  if (strcmp (before, after) == 0)
    return g_strdup ("=");
  size = row->unit == TL_UNIT_SHARE ? share_change (change) : tl_comparison_words (row->unit, fabs (change));
  return g_strconcat (change < 0 ? "−" : "+", size, NULL);
}

static char *
hours_clause (const TlComparison *comparison)
{
  TlPeriod period = comparison->after->period;
  g_autofree char *name = tl_words_name (comparison->after->flow->name);
  g_autofree char *other = tl_words_name (comparison->before->flow->name);
  g_autofree char *before = tl_words_hours_per (comparison->before->used, period);
  g_autofree char *after = tl_words_hours_per (comparison->after->used, period);
  g_autofree char *freed = tl_words_hours_of_per (comparison->freed, comparison->before->used, period);
  g_autofree char *more = tl_words_hours_per (-comparison->freed, period);

  if (strcmp (before, after) == 0)
    /* Translators: the names of two flows, and hours as "689 h a week" */
    return g_strdup_printf (_ ("“%s” takes as many hours as “%s”: %s"), name, other, after);
  if (comparison->freed > 0)
    /* Translators: the name of a flow, and hours as "158 of 689 h a week" */
    return g_strdup_printf (_ ("“%s” frees %s"), name, freed);
  /* Translators: the name of a flow, hours as "20 h a week", the name of another flow */
  return g_strdup_printf (_ ("“%s” takes %s more than “%s”"), name, more, other);
}

static char *
failure_clause (const TlComparison *comparison)
{
  double before = comparison->before->hours.hours[TL_BUCKET_FAILURE];
  double after = comparison->after->hours.hours[TL_BUCKET_FAILURE];
  g_autofree char *old = tl_words_number (before);
  g_autofree char *new = tl_words_hours (after);
  g_autofree char *old_hours = tl_words_hours (before);

  if (strcmp (old_hours, new) == 0)
    return after > 0 ? g_strdup_printf (_ ("failure demand stays at %s"), new)
                     : g_strdup (_ ("there is no failure demand"));
  if (after < before)
    /* Translators: hours, as "failure demand falls from 128 to 12 h" */
    return g_strdup_printf (_ ("failure demand falls from %s to %s"), old, new);
  return g_strdup_printf (_ ("failure demand rises from %s to %s"), old, new);
}

/**
 * tl_comparison_headline:
 * @comparison: two flows
 *
 * Returns: (transfer full): "“Trades decide” frees 158 of 689 h a week; failure demand falls from 128 to 12 h"
 */
char *
tl_comparison_headline (const TlComparison *comparison)
{
  g_autofree char *hours = hours_clause (comparison);
  g_autofree char *failure = failure_clause (comparison);

  /* Translators: two clauses of one sentence: what it does to the hours, and to failure demand */
  return g_strdup_printf (_ ("%s; %s"), hours, failure);
}
