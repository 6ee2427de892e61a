#include "paint/chart-numbers.h"

#include <math.h>

#include "analysis/trace.h"
#include "paint/comparison-rows.h"
#include "paint/csv-table.h"
#include "paint/demand-numbers.h"
#include "paint/export.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* An empty cell. */
#define ABSENT ((double) NAN)

/* Heads and words of the tables are the same in every language, as those of the command's JSON:
 * whoever reads them with a program or a spreadsheet can rely on them. */

static const char *
period_word (TlPeriod period)
{
  return tl_choice_by_value (tl_period_choices (), period)->nick;
}

static void
add_head (TlCsv *csv, const char *unit, TlPeriod period)
{
  g_autofree char *head = g_strdup_printf ("%s per %s", unit, period_word (period));

  tl_csv_add_text (csv, head);
}

static void
add_bucket_heads (TlCsv *csv, TlPeriod period)
{
  for (int b = 0; b < TL_N_BUCKETS; b++)
    {
      g_autofree char *unit = g_strdup_printf ("%s hours", tl_bucket_nick (b));

      add_head (csv, unit, period);
    }
  add_head (csv, "hours", period);
}

static void
add_buckets (TlCsv *csv, const TlBuckets *hours)
{
  for (int b = 0; b < TL_N_BUCKETS; b++)
    tl_csv_add_number (csv, hours->hours[b]);
  tl_csv_add_number (csv, tl_buckets_sum (hours));
}

static void
add_capacity_row (TlCsv *csv, const char *word, double hours, double share, double contacts, double contacts_share)
{
  tl_csv_add_text (csv, word);
  tl_csv_add_number (csv, hours);
  tl_csv_add_number (csv, share);
  tl_csv_add_number (csv, contacts);
  tl_csv_add_number (csv, contacts_share);
  tl_csv_end_row (csv);
}

static void
add_capacity (TlCsv *csv, const TlSubject *subject)
{
  const TlCapacity *capacity = subject->capacity;
  double part = tl_capacity_failure_share_of_contacts (capacity);

  tl_csv_add_text (csv, "bucket");
  add_head (csv, "hours", capacity->period);
  tl_csv_add_text (csv, "share of hours worked");
  add_head (csv, "contacts", capacity->period);
  tl_csv_add_text (csv, "share of contacts");
  tl_csv_end_row (csv);
  for (int b = 0; b < TL_N_BUCKETS; b++)
    {
      gboolean failure = b == TL_BUCKET_FAILURE;

      add_capacity_row (csv, tl_bucket_nick (b), capacity->hours.hours[b], tl_capacity_share (capacity, b),
                        failure ? capacity->failure_contacts : ABSENT, failure ? part : ABSENT);
    }
  add_capacity_row (csv, "used", capacity->used, capacity->used > 0 ? 1 : ABSENT, capacity->contacts,
                    capacity->contacts > 0 ? 1 : ABSENT);
  add_capacity_row (csv, "available", capacity->available, ABSENT, ABSENT, ABSENT);
  add_capacity_row (csv, "spare", capacity->spare, ABSENT, ABSENT, ABSENT);
}

static void
add_steps (TlCsv *csv, const TlSubject *subject)
{
  const TlCapacity *capacity = subject->capacity;

  tl_csv_add_text (csv, "id");
  tl_csv_add_text (csv, "step");
  add_head (csv, "visits", capacity->period);
  add_bucket_heads (csv, capacity->period);
  tl_csv_end_row (csv);
  for (guint i = 0; i < capacity->steps->len; i++)
    {
      const TlStepNumbers *numbers = &g_array_index (capacity->steps, TlStepNumbers, i);

      tl_csv_add_text (csv, numbers->step->item.id);
      tl_csv_add_text (csv, numbers->step->name);
      tl_csv_add_number (csv, numbers->visits);
      add_buckets (csv, &numbers->hours);
      tl_csv_end_row (csv);
    }
}

static void
add_roles (TlCsv *csv, const TlSubject *subject)
{
  const TlCapacity *capacity = subject->capacity;

  tl_csv_add_text (csv, "id");
  tl_csv_add_text (csv, "role");
  add_bucket_heads (csv, capacity->period);
  add_head (csv, "hours available", capacity->period);
  add_head (csv, "hours spare", capacity->period);
  tl_csv_end_row (csv);
  for (guint i = 0; i < capacity->roles->len; i++)
    {
      const TlRoleNumbers *numbers = &g_array_index (capacity->roles, TlRoleNumbers, i);
      double spare = numbers->available - tl_buckets_sum (&numbers->hours);

      tl_csv_add_text (csv, numbers->role ? numbers->role->item.id : NULL);
      tl_csv_add_text (csv, numbers->role ? numbers->role->name : NULL);
      add_buckets (csv, &numbers->hours);
      tl_csv_add_number (csv, numbers->role ? numbers->available : ABSENT);
      tl_csv_add_number (csv, numbers->role ? spare : ABSENT);
      tl_csv_end_row (csv);
    }
}

static void
add_clock (TlCsv *csv, const TlSubject *subject)
{
  const TlCapacity *capacity = subject->capacity;

  tl_csv_add_row (csv, "id", "step", "work minutes per customer", "wait minutes per customer", NULL);
  for (guint i = 0; i < capacity->steps->len; i++)
    {
      const TlStepNumbers *numbers = &g_array_index (capacity->steps, TlStepNumbers, i);

      tl_csv_add_text (csv, numbers->step->item.id);
      tl_csv_add_text (csv, numbers->step->name);
      tl_csv_add_number (csv, numbers->work_minutes);
      tl_csv_add_number (csv, numbers->wait_minutes);
      tl_csv_end_row (csv);
    }
}

static void
add_leverage (TlCsv *csv, const TlSubject *subject)
{
  const TlLeverage *leverage = subject->leverage;

  tl_csv_add_text (csv, "kind");
  tl_csv_add_text (csv, "id");
  tl_csv_add_text (csv, "cause");
  add_head (csv, "hours given back", leverage->period);
  tl_csv_end_row (csv);
  for (guint i = 0; i < leverage->causes->len; i++)
    {
      const TlCause *cause = &g_array_index (leverage->causes, TlCause, i);
      g_autofree char *words = tl_cause_describe (cause);

      tl_csv_add_text (csv, tl_cause_kind_nick (cause->kind));
      tl_csv_add_text (csv, cause->item->id);
      tl_csv_add_text (csv, words);
      tl_csv_add_number (csv, cause->hours);
      tl_csv_end_row (csv);
    }
}

static void
add_limits (TlCsv *csv, const TlXmrPhase *phase)
{
  tl_csv_add_number (csv, phase->limits.centre);
  tl_csv_add_number (csv, phase->lower);
  tl_csv_add_number (csv, phase->limits.upper);
  tl_csv_add_number (csv, phase->limits.range_limit);
}

static void
add_rules (TlCsv *csv, guint marks)
{
  g_autoptr (GString) nicks = g_string_new (NULL);

  for (guint rule = 0; rule < TL_XMR_N_RULES; rule++)
    if (marks & 1u << rule)
      g_string_append_printf (nicks, "%s%s", nicks->len > 0 ? " " : "", tl_xmr_rule_nick (rule));
  tl_csv_add_text (csv, nicks->str);
}

static void
add_capability (TlCsv *csv, const TlSubject *subject)
{
  const TlXmr *xmr = subject->xmr;

  tl_csv_add_row (csv, "point", "when", "value", "moving range", "centre", "lower limit", "upper limit", "range limit",
                  "signals", "note", NULL);
  for (guint i = 0; i < xmr->n_points; i++)
    {
      const TlPoint *point = g_ptr_array_index (subject->measure->points, i);

      tl_csv_add_number (csv, i + 1);
      tl_csv_add_text (csv, point->when);
      tl_csv_add_number (csv, xmr->values[i]);
      tl_csv_add_number (csv, xmr->ranges[i]);
      add_limits (csv, tl_xmr_phase_of (xmr, i));
      add_rules (csv, xmr->marks[i]);
      tl_csv_add_text (csv, point->note);
      tl_csv_end_row (csv);
    }
}

static void
add_conditions (TlCsv *csv, const TlSubject *subject)
{
  const TlLeverage *leverage = subject->leverage;

  tl_csv_add_text (csv, "id");
  tl_csv_add_text (csv, "condition");
  tl_csv_add_text (csv, "causes");
  add_head (csv, "hours given back", leverage->period);
  add_head (csv, "sum of single causes", leverage->period);
  tl_csv_end_row (csv);
  for (guint i = 0; i < leverage->conditions->len; i++)
    {
      const TlConditionLeverage *one = &g_array_index (leverage->conditions, TlConditionLeverage, i);

      tl_csv_add_text (csv, one->condition->item.id);
      tl_csv_add_text (csv, one->condition->name);
      tl_csv_add_number (csv, one->n_causes);
      tl_csv_add_number (csv, one->hours);
      tl_csv_add_number (csv, one->sum);
      tl_csv_end_row (csv);
    }
}

static const char *
nick (const TlChoice *choices, int value)
{
  return tl_choice_by_value (choices, value)->nick;
}

static void
add_flow (TlCsv *csv, const TlSubject *subject)
{
  const GPtrArray *steps = subject->flow->steps;

  tl_csv_add_row (csv, "id", "step", "kind", "class", "waste", "role", "work minutes", "wait minutes", NULL);
  for (guint i = 0; i < steps->len; i++)
    {
      const TlStep *step = g_ptr_array_index (steps, i);
      gboolean waste = step->class == TL_CLASS_WASTE && step->waste != TL_WASTE_NONE;

      tl_csv_add_text (csv, step->item.id);
      tl_csv_add_text (csv, step->name);
      tl_csv_add_text (csv, nick (tl_step_kind_choices (), step->kind));
      tl_csv_add_text (csv, nick (tl_step_class_choices (), step->class));
      tl_csv_add_text (csv, waste ? nick (tl_waste_choices (), step->waste) : NULL);
      tl_csv_add_text (csv, step->role ? step->role->name : NULL);
      tl_csv_add_number (csv, step->work_minutes);
      tl_csv_add_number (csv, step->wait_minutes);
      tl_csv_end_row (csv);
    }
}

static char *
unit_head (TlUnit unit, TlPeriod period)
{
  switch (unit)
    {
    case TL_UNIT_MINUTES:
      return g_strdup ("minutes");
    case TL_UNIT_SHARE:
      return g_strdup ("share");
    case TL_UNIT_CONTACTS:
      return g_strdup_printf ("contacts per %s", period_word (period));
    case TL_UNIT_HOURS:
    default:
      return g_strdup_printf ("hours per %s", period_word (period));
    }
}

static void
add_comparison (TlCsv *csv, const TlSubject *subject)
{
  const TlComparison *comparison = subject->comparison;
  g_autoptr (GPtrArray) rows = tl_comparison_rows (comparison);

  tl_csv_add_text (csv, "measure");
  tl_csv_add_text (csv, "of");
  tl_csv_add_text (csv, "unit");
  tl_csv_add_text (csv, comparison->before->flow->item.id);
  tl_csv_add_text (csv, comparison->after->flow->item.id);
  tl_csv_add_text (csv, "difference");
  tl_csv_end_row (csv);
  for (guint i = 0; i < rows->len; i++)
    {
      const TlComparisonRow *row = g_ptr_array_index (rows, i);
      g_autofree char *unit = unit_head (row->unit, comparison->after->period);

      tl_csv_add_text (csv, row->word);
      tl_csv_add_text (csv, row->id);
      tl_csv_add_text (csv, unit);
      tl_csv_add_number (csv, row->before);
      tl_csv_add_number (csv, row->after);
      tl_csv_add_number (csv, row->after - row->before);
      tl_csv_end_row (csv);
    }
}

static double
contacts_of (const TlSubject *subject, const TlRaises *raises)
{
  const TlVolume *volume
      = subject->capacity && raises ? tl_volumes_of_raises (subject->capacity->volumes, raises) : NULL;

  return volume ? tl_volume_sum (volume) : ABSENT;
}

static double
hours_of (const TlSubject *subject, const TlRaises *raises)
{
  for (guint i = 0; subject->leverage && i < subject->leverage->causes->len; i++)
    {
      const TlCause *cause = &g_array_index (subject->leverage->causes, TlCause, i);

      if (raises && cause->item == &raises->item)
        return cause->hours;
    }
  return ABSENT;
}

static void
add_way (TlCsv *csv, const TlSubject *subject, const TlTraceRow *row)
{
  const TlStep *step = row->step;
  const TlCondition *condition = row->condition;
  gboolean waste = step && step->class == TL_CLASS_WASTE && step->waste != TL_WASTE_NONE;

  tl_csv_add_text (csv, row->demand ? row->demand->name : NULL);
  tl_csv_add_text (csv, step ? step->name : NULL);
  tl_csv_add_number (csv, row->raises ? row->raises->rate : ABSENT);
  tl_csv_add_number (csv, contacts_of (subject, row->raises));
  tl_csv_add_number (csv, hours_of (subject, row->raises));
  tl_csv_add_text (csv, step ? nick (tl_step_class_choices (), step->class) : NULL);
  tl_csv_add_text (csv, waste ? nick (tl_waste_choices (), step->waste) : NULL);
  tl_csv_add_text (csv, condition ? condition->name : NULL);
  tl_csv_add_text (csv, condition ? nick (tl_condition_kind_choices (), condition->kind) : NULL);
  tl_csv_add_text (csv, condition ? condition->thinking : NULL);
  tl_csv_end_row (csv);
}

static void
add_trace (TlCsv *csv, const TlSubject *subject)
{
  g_autoptr (TlTrace) trace = tl_trace_new (subject->study, subject->flow, subject->demand);
  TlPeriod period = subject->study->period;

  tl_csv_add_text (csv, "demand");
  tl_csv_add_text (csv, "step");
  tl_csv_add_text (csv, "raised per visit");
  add_head (csv, "contacts raised", period);
  add_head (csv, "hours given back", period);
  tl_csv_add_text (csv, "class");
  tl_csv_add_text (csv, "waste");
  tl_csv_add_text (csv, "condition");
  tl_csv_add_text (csv, "kind");
  tl_csv_add_text (csv, "thinking");
  tl_csv_end_row (csv);
  for (guint i = 0; i < trace->rows->len; i++)
    add_way (csv, subject, &g_array_index (trace->rows, TlTraceRow, i));
}

static gboolean
has_numbers (TlView view, const TlSubject *subject)
{
  if (view == TL_VIEW_FLOW)
    return subject->flow != NULL;
  if (view == TL_VIEW_TRACE)
    return TRUE;
  if (view == TL_VIEW_LEVERAGE_BY_CONDITION)
    return subject->leverage != NULL;
  if (view == TL_VIEW_LEVERAGE)
    return subject->leverage && subject->leverage->left_out == 0;
  if (view == TL_VIEW_CAPABILITY)
    return subject->xmr && subject->xmr->n_points > 0;
  if (view == TL_VIEW_COMPARE)
    return subject->comparison != NULL;
  if (view == TL_VIEW_DEMAND || view == TL_VIEW_DEMAND_OVER_TIME || view == TL_VIEW_DEMAND_BY_HOUR
      || view == TL_VIEW_DEMAND_BY_WEEKDAY || view == TL_VIEW_NEEDS)
    {
      g_autofree char *nothing = tl_chart_nothing (view, subject);

      return nothing == NULL;
    }
  return subject->capacity != NULL;
}

/**
 * tl_chart_numbers:
 * @view: which chart
 * @subject: what it shows
 * @error: return location for %TL_EXPORT_ERROR_FAILED
 *
 * Returns: (transfer full): the numbers of the chart as CSV, with units in the heads; %NULL with
 *   @error set where there are none
 */
GBytes *
tl_chart_numbers (TlView view, const TlSubject *subject, GError **error)
{
  static void (*const tables[TL_N_VIEWS]) (TlCsv *, const TlSubject *) = {
    [TL_VIEW_FLOW] = add_flow,
    [TL_VIEW_CAPACITY] = add_capacity,
    [TL_VIEW_CAPACITY_BY_STEP] = add_steps,
    [TL_VIEW_CAPACITY_BY_ROLE] = add_roles,
    [TL_VIEW_CLOCK] = add_clock,
    [TL_VIEW_LEVERAGE] = add_leverage,
    [TL_VIEW_CAPABILITY] = add_capability,
    [TL_VIEW_COMPARE] = add_comparison,
    [TL_VIEW_DEMAND] = tl_demand_numbers_add,
    [TL_VIEW_DEMAND_OVER_TIME] = tl_demand_numbers_add_over_time,
    [TL_VIEW_DEMAND_BY_HOUR] = tl_demand_numbers_add_by_hour,
    [TL_VIEW_DEMAND_BY_WEEKDAY] = tl_demand_numbers_add_by_weekday,
    [TL_VIEW_NEEDS] = tl_demand_numbers_add_needs,
    [TL_VIEW_LEVERAGE_BY_CONDITION] = add_conditions,
    [TL_VIEW_TRACE] = add_trace,
  };
  g_autoptr (TlCsv) csv = NULL;

  if (!has_numbers (view, subject))
    {
      g_autofree char *why = tl_chart_nothing (view, subject);

      g_set_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_FAILED, _ ("There are no numbers: %s"),
                   why ? why : _ ("they could not be worked out"));
      return NULL;
    }
  csv = tl_csv_new ();
  tables[view](csv, subject);
  return tl_csv_to_bytes (csv);
}
