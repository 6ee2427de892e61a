/* capacity-json.c: the numbers of a flow for other programs. */
#include "cli/capacity-json.h"

#include <json-glib/json-glib.h>
#include <math.h>

#include "cli/json-members.h"
#include "study/raises.h"

static void
add_buckets (JsonBuilder *json, const TlBuckets *buckets)
{
  for (guint i = 0; i < TL_N_BUCKETS; i++)
    tl_json_add_number (json, tl_bucket_nick (i), buckets->hours[i]);
}

static void
add_hours (JsonBuilder *json, const TlCapacity *capacity)
{
  tl_json_begin_object (json, "hours");
  add_buckets (json, &capacity->hours);
  tl_json_add_number (json, "used", capacity->used);
  tl_json_add_number (json, "available", capacity->available);
  tl_json_add_number (json, "spare", capacity->spare);
  json_builder_end_object (json);
}

static void
add_shares (JsonBuilder *json, const TlCapacity *capacity)
{
  tl_json_begin_object (json, "share_of_used");
  for (guint i = 0; i < TL_N_BUCKETS; i++)
    tl_json_add_number (json, tl_bucket_nick (i), capacity->used > 0 ? tl_capacity_share (capacity, i) : (double) NAN);
  json_builder_end_object (json);
}

static void
add_contacts (JsonBuilder *json, const TlCapacity *capacity)
{
  tl_json_begin_object (json, "contacts");
  tl_json_add_number (json, "total", capacity->contacts);
  tl_json_add_number (json, "failure", capacity->failure_contacts);
  tl_json_add_number (json, "failure_share",
                      capacity->contacts > 0 ? tl_capacity_failure_share_of_contacts (capacity) : (double) NAN);
  json_builder_end_object (json);
}

static const TlDemandNumbers *
demand_at (const TlCapacity *capacity, guint i)
{
  return &g_array_index (capacity->demands, TlDemandNumbers, i);
}

static void
add_arrivals (JsonBuilder *json, const TlCapacity *capacity)
{
  tl_json_begin_object (json, "arrivals");
  for (guint i = 0; i < capacity->demands->len; i++)
    {
      const TlDemandNumbers *numbers = demand_at (capacity, i);

      tl_json_add_number (json, numbers->demand->item.id, numbers->arrivals);
    }
  json_builder_end_object (json);
}

static void
add_steps (JsonBuilder *json, const TlCapacity *capacity)
{
  tl_json_begin_object (json, "steps");
  for (guint i = 0; i < capacity->steps->len; i++)
    {
      const TlStepNumbers *numbers = &g_array_index (capacity->steps, TlStepNumbers, i);

      tl_json_begin_object (json, numbers->step->item.id);
      tl_json_add_number (json, "visits", numbers->visits);
      add_buckets (json, &numbers->hours);
      json_builder_end_object (json);
    }
  json_builder_end_object (json);
}

/* Hours of steps that nobody is named for have no id to stand under; "hours" holds them. */
static void
add_roles (JsonBuilder *json, const TlCapacity *capacity)
{
  tl_json_begin_object (json, "roles");
  for (guint i = 0; i < capacity->roles->len; i++)
    {
      const TlRoleNumbers *numbers = &g_array_index (capacity->roles, TlRoleNumbers, i);

      if (numbers->role)
        tl_json_add_number (json, numbers->role->item.id, tl_buckets_sum (&numbers->hours));
    }
  json_builder_end_object (json);
}

static void
add_minutes (JsonBuilder *json, const TlCapacity *capacity)
{
  tl_json_begin_object (json, "minutes");
  for (guint i = 0; i < capacity->demands->len; i++)
    {
      const TlDemandNumbers *numbers = demand_at (capacity, i);

      tl_json_begin_object (json, numbers->demand->item.id);
      tl_json_add_number (json, "work", numbers->work_minutes);
      tl_json_add_number (json, "wait", numbers->wait_minutes);
      json_builder_end_object (json);
    }
  json_builder_end_object (json);
}

static void
add_right_first_time (JsonBuilder *json, const TlCapacity *capacity)
{
  tl_json_begin_object (json, "right_first_time");
  for (guint i = 0; i < capacity->demands->len; i++)
    {
      const TlDemandNumbers *numbers = demand_at (capacity, i);

      tl_json_add_number (json, numbers->demand->item.id, numbers->right_first_time);
    }
  json_builder_end_object (json);
}

/* What raises a demand has no id of its own: it is named by its step and its demand. */
static void
add_cause (JsonBuilder *json, const TlCause *cause)
{
  json_builder_begin_object (json);
  tl_json_add_text (json, "cause", tl_cause_kind_nick (cause->kind));
  if (cause->item->kind == TL_ITEM_RAISES)
    {
      const TlRaises *raises = (const TlRaises *) cause->item;

      tl_json_add_text (json, "id", raises->step->item.id);
      tl_json_add_text (json, "demand", raises->demand->item.id);
    }
  else
    tl_json_add_text (json, "id", cause->item->id);
  tl_json_add_number (json, "hours", cause->hours);
  json_builder_end_object (json);
}

static void
add_leverage (JsonBuilder *json, const TlLeverage *leverage)
{
  tl_json_begin_array (json, "leverage");
  for (guint i = 0; i < leverage->causes->len; i++)
    add_cause (json, &g_array_index (leverage->causes, TlCause, i));
  json_builder_end_array (json);
}

static void
add_condition (JsonBuilder *json, const TlConditionLeverage *one)
{
  json_builder_begin_object (json);
  tl_json_add_text (json, "id", one->condition->item.id);
  tl_json_add_number (json, "hours", one->hours);
  tl_json_add_number (json, "sum_of_causes", one->sum);
  tl_json_add_number (json, "causes", one->n_causes);
  json_builder_end_object (json);
}

static void
add_leverage_by_condition (JsonBuilder *json, const TlLeverage *leverage)
{
  tl_json_begin_array (json, "leverage_by_condition");
  for (guint i = 0; i < leverage->conditions->len; i++)
    add_condition (json, &g_array_index (leverage->conditions, TlConditionLeverage, i));
  json_builder_end_array (json);
}

static const char *
problem_word (TlFlowProblemKind kind)
{
  switch (kind)
    {
    case TL_PROBLEM_SHARES_OVER_100:
      return "shares-over-100";
    case TL_PROBLEM_ENDLESS_LOOP:
      return "endless-loop";
    case TL_PROBLEM_ENDLESS_FAILURE:
      return "endless-failure";
    case TL_PROBLEM_NO_ENTRY:
      return "no-entry";
    case TL_PROBLEM_TWO_ENTRIES:
      return "two-entries";
    case TL_PROBLEM_TOO_LARGE:
      return "too-large";
    default:
      return "other";
    }
}

static void
add_problem (JsonBuilder *json, const TlFlowProblem *problem)
{
  json_builder_begin_object (json);
  tl_json_add_text (json, "problem", problem_word (problem->kind));
  tl_json_add_text (json, "message", problem->message);
  tl_json_begin_array (json, "ids");
  for (guint i = 0; problem->ids && problem->ids[i]; i++)
    json_builder_add_string_value (json, problem->ids[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
add_problems (JsonBuilder *json, const TlCapacity *capacity)
{
  tl_json_begin_array (json, "problems");
  for (guint i = 0; i < capacity->problems->len; i++)
    add_problem (json, g_ptr_array_index (capacity->problems, i));
  json_builder_end_array (json);
}

char *
tl_capacity_json (const TlCapacity *capacity, const TlLeverage *leverage)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  add_hours (json, capacity);
  add_shares (json, capacity);
  add_contacts (json, capacity);
  add_arrivals (json, capacity);
  add_steps (json, capacity);
  add_roles (json, capacity);
  add_minutes (json, capacity);
  add_right_first_time (json, capacity);
  add_leverage (json, leverage);
  add_leverage_by_condition (json, leverage);
  add_problems (json, capacity);
  json_builder_end_object (json);
  return tl_json_finish (json);
}
