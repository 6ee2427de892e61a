/* capacity-text.c: the numbers of a flow as plain text for people. */
#include "cli/capacity-text.h"

#include <math.h>

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "cli/output.h"
#include "cli/text-table.h"
#include "study/plain-number.h"
#include "study/quantity.h"

/* A list of all causes of a large flow would bury the few that matter. */
#define MOST_CAUSES 10
#define NOTHING "–"

static char *
number_cell (double number)
{
  if (!isfinite (number))
    return g_strdup (NOTHING);
  if (fabs (number) >= TL_AMOUNT_LONG)
    return tl_amount_format (number);
  /* Adding 0 makes a plain zero of what would be shown as −0. */
  return g_strdup_printf ("%.1f", round (number * 10) / 10 + 0.0);
}

static char *
share_cell (double share)
{
  return isfinite (share) ? g_strdup_printf ("%.1f %%", share * 100) : g_strdup (NOTHING);
}

static char *
time_cell (double minutes)
{
  return isfinite (minutes) ? tl_minutes_format_short (minutes) : g_strdup (NOTHING);
}

static char *
name_cell (gconstpointer item)
{
  const char *name = item ? tl_item_name (item) : "";

  return g_strdup (*name ? name : _ ("(no name)"));
}

/* What hours are per. */
static char *
hours_heading (const TlCapacity *capacity)
{
  switch (capacity->period)
    {
    case TL_PERIOD_DAY:
      return g_strdup (_ ("h a day"));
    case TL_PERIOD_MONTH:
      return g_strdup (_ ("h a month"));
    case TL_PERIOD_YEAR:
      return g_strdup (_ ("h a year"));
    case TL_PERIOD_WEEK:
    default:
      return g_strdup (_ ("h a week"));
    }
}

/* Over a narrow column, where the whole label of a bucket has no room. */
static const char *
bucket_heading (TlBucket bucket)
{
  static const char *const headings[TL_N_BUCKETS] = {
    [TL_BUCKET_VALUE] = NC_ ("column", "value"),
    [TL_BUCKET_REWORK] = NC_ ("column", "rework"),
    [TL_BUCKET_WASTE] = NC_ ("column", "waste"),
    [TL_BUCKET_FAILURE] = NC_ ("column", "failure"),
    [TL_BUCKET_UNCLASSIFIED] = NC_ ("column", "not judged"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "column", headings[bucket]);
}

static void
append_table (GString *text, const TlTextTable *table)
{
  if (tl_text_table_n_rows (table) == 0)
    return;
  g_string_append_c (text, '\n');
  tl_text_table_append (table, text);
}

static void
append_hours_row (TlTextTable *table, const char *label, double hours, double share)
{
  tl_text_table_add_cell (table, g_strdup (label));
  tl_text_table_add_cell (table, number_cell (hours));
  tl_text_table_add_cell (table, isfinite (share) ? share_cell (share) : g_strdup (""));
}

static void
append_hours (GString *text, const TlCapacity *capacity)
{
  const double used = capacity->used > 0 ? capacity->used : (double) NAN;
  g_autoptr (TlTextTable) table = tl_text_table_new (g_strdup (_ ("Where the hours go")));

  tl_text_table_add_column (table, hours_heading (capacity));
  tl_text_table_add_column (table, g_strdup (_ ("of hours worked")));
  for (guint i = 0; i < TL_N_BUCKETS; i++)
    append_hours_row (table, tl_bucket_label (i), capacity->hours.hours[i], capacity->hours.hours[i] / used);
  append_hours_row (table, _ ("Worked"), capacity->used, capacity->used / used);
  append_hours_row (table, _ ("Available"), capacity->available, (double) NAN);
  if (capacity->spare < 0)
    append_hours_row (table, _ ("Overload"), -capacity->spare, (double) NAN);
  else
    append_hours_row (table, _ ("Spare"), capacity->spare, (double) NAN);
  append_table (text, table);
}

static void
append_demands (GString *text, const TlCapacity *capacity)
{
  g_autoptr (TlTextTable) table = tl_text_table_new (g_strdup (_ ("Contacts")));

  tl_text_table_add_column (table, g_strdup (_ ("outside")));
  tl_text_table_add_column (table, g_strdup (_ ("in all")));
  tl_text_table_add_column (table, g_strdup (_ ("work")));
  tl_text_table_add_column (table, g_strdup (_ ("wait")));
  tl_text_table_add_column (table, g_strdup (_ ("right first time")));
  for (guint i = 0; i < capacity->demands->len; i++)
    {
      const TlDemandNumbers *numbers = &g_array_index (capacity->demands, TlDemandNumbers, i);

      tl_text_table_add_cell (table, name_cell (numbers->demand));
      tl_text_table_add_cell (table, number_cell (numbers->frequency));
      tl_text_table_add_cell (table, number_cell (numbers->arrivals));
      tl_text_table_add_cell (table, time_cell (numbers->work_minutes));
      tl_text_table_add_cell (table, time_cell (numbers->wait_minutes));
      tl_text_table_add_cell (table, share_cell (numbers->right_first_time));
    }
  append_table (text, table);
}

static void
add_bucket_columns (TlTextTable *table)
{
  for (guint i = 0; i < TL_N_BUCKETS; i++)
    tl_text_table_add_column (table, g_strdup (bucket_heading (i)));
}

static void
add_bucket_cells (TlTextTable *table, const TlBuckets *buckets)
{
  for (guint i = 0; i < TL_N_BUCKETS; i++)
    tl_text_table_add_cell (table, number_cell (buckets->hours[i]));
}

static void
append_steps (GString *text, const TlCapacity *capacity)
{
  g_autoptr (TlTextTable) table = tl_text_table_new (g_strdup (_ ("Steps")));

  tl_text_table_add_column (table, g_strdup (_ ("visits")));
  tl_text_table_add_column (table, hours_heading (capacity));
  add_bucket_columns (table);
  for (guint i = 0; i < capacity->steps->len; i++)
    {
      const TlStepNumbers *numbers = &g_array_index (capacity->steps, TlStepNumbers, i);

      tl_text_table_add_cell (table, name_cell (numbers->step));
      tl_text_table_add_cell (table, number_cell (numbers->visits));
      tl_text_table_add_cell (table, number_cell (tl_buckets_sum (&numbers->hours)));
      add_bucket_cells (table, &numbers->hours);
    }
  append_table (text, table);
}

static void
append_roles (GString *text, const TlCapacity *capacity)
{
  g_autoptr (TlTextTable) table = tl_text_table_new (g_strdup (_ ("Roles")));

  tl_text_table_add_column (table, g_strdup (_ ("available")));
  tl_text_table_add_column (table, g_strdup (_ ("worked")));
  add_bucket_columns (table);
  for (guint i = 0; i < capacity->roles->len; i++)
    {
      const TlRoleNumbers *numbers = &g_array_index (capacity->roles, TlRoleNumbers, i);

      tl_text_table_add_cell (table, numbers->role ? name_cell (numbers->role) : g_strdup (_ ("Nobody named")));
      tl_text_table_add_cell (table, number_cell (numbers->role ? numbers->available : (double) NAN));
      tl_text_table_add_cell (table, number_cell (tl_buckets_sum (&numbers->hours)));
      add_bucket_cells (table, &numbers->hours);
    }
  append_table (text, table);
}

static void
append_leverage (GString *text, const TlCapacity *capacity, const TlLeverage *leverage)
{
  const guint shown = MIN (leverage->causes->len, MOST_CAUSES);
  g_autoptr (TlTextTable) table = tl_text_table_new (g_strdup (_ ("What removing one cause gives back")));

  tl_text_table_add_column (table, hours_heading (capacity));
  for (guint i = 0; i < shown; i++)
    {
      const TlCause *cause = &g_array_index (leverage->causes, TlCause, i);

      tl_text_table_add_cell (table, tl_cause_describe (cause));
      tl_text_table_add_cell (table, number_cell (cause->hours));
    }
  append_table (text, table);
  if (leverage->causes->len > shown)
    {
      const guint more = leverage->causes->len - shown;

      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "and %u cause more\n", "and %u causes more\n", more),
                              more);
    }
}

static void
append_conditions (GString *text, const TlCapacity *capacity, const TlLeverage *leverage)
{
  g_autoptr (TlTextTable) table = tl_text_table_new (g_strdup (_ ("What changing a condition gives back")));

  tl_text_table_add_column (table, hours_heading (capacity));
  tl_text_table_add_column (table, g_strdup (_ ("Causes")));
  for (guint i = 0; i < leverage->conditions->len; i++)
    {
      const TlConditionLeverage *one = &g_array_index (leverage->conditions, TlConditionLeverage, i);

      tl_text_table_add_cell (table, name_cell (one->condition));
      tl_text_table_add_cell (table, number_cell (one->hours));
      tl_text_table_add_cell (table, g_strdup_printf ("%u", one->n_causes));
    }
  append_table (text, table);
}

static char *
title_of (const TlStudy *study, const TlCapacity *capacity)
{
  const char *title = study->title ? study->title : "";
  const char *flow = capacity->flow && capacity->flow->name ? capacity->flow->name : "";

  return tl_output_line (g_strconcat (title, *title && *flow ? ": " : "", flow, NULL));
}

static void
append_headline (GString *text, const TlStudy *study, const TlCapacity *capacity)
{
  g_autofree char *headline = tl_capacity_headline (capacity);
  g_autofree char *contacts = tl_capacity_contacts_sentence (capacity);
  g_autofree char *title = title_of (study, capacity);

  if (*title)
    g_string_append_printf (text, "%s\n\n", title);
  g_string_append_printf (text, "%s\n", headline);
  if (contacts)
    g_string_append_printf (text, "%s\n", contacts);
}

char *
tl_capacity_text (const TlStudy *study, const TlCapacity *capacity, const TlLeverage *leverage)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_headline (text, study, capacity);
  append_hours (text, capacity);
  append_demands (text, capacity);
  append_steps (text, capacity);
  append_roles (text, capacity);
  append_leverage (text, capacity, leverage);
  append_conditions (text, capacity, leverage);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
