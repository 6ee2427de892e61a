#include "subjects.h"

#include <math.h>

#include "study/condition.h"
#include "study/connector.h"
#include "study/contact.h"
#include "study/entry.h"
#include "study/flow-edits.h"
#include "study/item-build.h"
#include "study/raises.h"
#include "study/redesign.h"

#define MANY_STEPS 60
#define MANY_ROLES 12
#define MANY_CONDITIONS 15

static const char *const names[N_SUBJECTS] = {
  [SUBJECT_SAMPLE] = "sample",
  [SUBJECT_MANY] = "many",
  [SUBJECT_EMPTY] = "empty",
  [SUBJECT_NO_HOURS] = "no-hours",
  [SUBJECT_OVERLOAD] = "overload",
  [SUBJECT_ONE_STEP] = "one-step",
  [SUBJECT_PROVISIONAL] = "provisional",
  [SUBJECT_NO_ROLES] = "no-roles",
  [SUBJECT_NO_FAILURE] = "no-failure",
  [SUBJECT_HUGE] = "huge",
  [SUBJECT_TINY] = "tiny",
  [SUBJECT_CONDITIONS] = "conditions",
  [SUBJECT_ERROR] = "error",
};

/* What people may call a step. */
static const char *const hard_names[] = {
  "Check that the tenancy agreement, the repairs policy and the list of excluded works allow it",
  "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesprüfungsvorbereitung",
  "التحقق من سياسة الإصلاح قبل إرسال الفني إلى المنزل لإصلاح العطل",
  "🔧🏠📞 fix it 👩🏽‍🔧 now, please "
  "🙏🙏🙏🙏🙏🙏🙏🙏🙏🙏🙏🙏",
  "派遣维修人员之前检查维修政策和租赁协议并通知租户预约时间",
  "Say \"yes\" & <mean> it",
  "Visit",
  "",
  "בדיקת מדיניות התיקונים לפני שליחת טכנאי abc 123 לבית הלקוח",
  "A\tname\nwith breaks",
};

const char *
test_subject_name (SubjectKind kind)
{
  return names[kind];
}

static gpointer
add_item (gpointer parent, TlItemKind kind, const char *id, const char *name)
{
  gpointer item = tl_item_new (kind);

  if (id)
    g_assert_true (tl_item_set_id (item, id));
  if (name && *name)
    tl_item_set_text (item, "name", name);
  tl_item_append (parent, item);
  return item;
}

static TlRole *
add_role (TlStudy *study, const char *id, const char *name, double people, double hours)
{
  TlRole *role = add_item (study, TL_ITEM_ROLE, id, name);

  tl_item_set_number (role, "people", people);
  tl_item_set_number (role, "hours", hours);
  return role;
}

static TlDemand *
add_demand (TlStudy *study, const char *id, const char *name, TlDemandKind kind, double frequency)
{
  TlDemand *demand = add_item (study, TL_ITEM_DEMAND, id, name);

  tl_item_set_choice (demand, "kind", kind);
  tl_item_set_number (demand, "frequency", frequency);
  return demand;
}

static TlStep *
add_step (TlFlow *flow, const char *id, const char *name, TlStepClass class, TlRole *role, double work, double wait)
{
  TlStep *step = add_item (flow, TL_ITEM_STEP, id, name);

  tl_item_set_choice (step, "class", class);
  if (role)
    tl_item_set_item (step, "role", role);
  tl_item_set_number (step, "work-minutes", work);
  tl_item_set_number (step, "wait-minutes", wait);
  return step;
}

static TlConnector *
connect_steps (TlFlow *flow, const char *id, TlStep *from, TlStep *to, double share, gboolean rework)
{
  TlConnector *connector = add_item (flow, TL_ITEM_CONNECTOR, id, NULL);

  tl_item_set_item (connector, "from", from);
  tl_item_set_item (connector, "to", to);
  if (share >= 0)
    tl_item_set_number (connector, "share", share);
  tl_item_set_choice (connector, "kind", rework ? TL_CONNECTOR_REWORK : TL_CONNECTOR_FLOW);
  return connector;
}

static void
set_share (TlConnector *connector, TlDemand *demand, double value)
{
  TlItem *share = add_item (connector, TL_ITEM_SHARE, NULL, NULL);

  tl_item_set_item (share, "demand", demand);
  tl_item_set_number (share, "value", value);
}

static void
add_entry (TlFlow *flow, TlDemand *demand, TlStep *step)
{
  TlItem *entry = add_item (flow, TL_ITEM_ENTRY, NULL, NULL);

  tl_item_set_item (entry, "demand", demand);
  tl_item_set_item (entry, "step", step);
}

static void
add_raises (TlFlow *flow, TlStep *step, TlDemand *demand, double rate)
{
  TlItem *raises = add_item (flow, TL_ITEM_RAISES, NULL, NULL);

  tl_item_set_item (raises, "step", step);
  tl_item_set_item (raises, "demand", demand);
  tl_item_set_number (raises, "rate", rate);
}

/* The worked example of the arithmetic; @hours are those of one of the trades. */
static TlFlow *
build_repairs (TlStudy *study, double hours, gboolean failure)
{
  TlRole *call = hours > 0 ? add_role (study, "r1", "Call centre", 6, 30) : NULL;
  TlRole *trades = hours > 0 ? add_role (study, "r2", "Trades", 20, hours) : NULL;
  TlDemand *fix = add_demand (study, "d1", "Please fix something", TL_DEMAND_VALUE, 325);
  TlDemand *where = add_demand (study, "d2", "Where is my repair?", TL_DEMAND_FAILURE, failure ? 60 : 0);
  TlDemand *again = add_demand (study, "d3", "You did not finish the job", TL_DEMAND_FAILURE, 0);
  TlFlow *flow = add_item (study, TL_ITEM_FLOW, "f1", "As it is");
  TlStep *take = add_step (flow, "s1", "Take the call", TL_CLASS_VALUE, call, 6, 0);
  TlStep *check = add_step (flow, "s2", "Check the policy", TL_CLASS_WASTE, call, 4, 120);
  TlStep *visit = add_step (flow, "s3", "Visit and fix", TL_CLASS_VALUE, trades, 70, 20160);
  TlStep *close = add_step (flow, "s4", "Close the works order", TL_CLASS_WASTE, call, 5, 0);
  TlStep *chaser = add_step (flow, "s5", "Answer the chaser", TL_CLASS_WASTE, call, 8, 0);

  tl_item_set_choice (take, "kind", TL_STEP_START);
  set_share (connect_steps (flow, "c1", take, check, -1, FALSE), where, 0);
  set_share (connect_steps (flow, "c6", take, chaser, 0, FALSE), where, 1);
  connect_steps (flow, "c2", check, visit, 0.9, FALSE);
  connect_steps (flow, "c3", check, take, 0.1, TRUE);
  connect_steps (flow, "c4", visit, close, 0.8, FALSE);
  connect_steps (flow, "c5", visit, visit, 0.2, TRUE);
  add_entry (flow, fix, take);
  add_entry (flow, where, take);
  add_entry (flow, again, take);
  if (failure)
    {
      add_raises (flow, visit, where, 0.35);
      add_raises (flow, close, again, 0.12);
    }
  return flow;
}

static TlFlow *
build_many (TlStudy *study)
{
  TlDemand *value = add_demand (study, "d1", hard_names[0], TL_DEMAND_VALUE, 40);
  TlDemand *failure = add_demand (study, "d2", hard_names[2], TL_DEMAND_FAILURE, 7);
  TlDemand *unsure = add_demand (study, "d3", hard_names[3], TL_DEMAND_UNSURE, 3);
  TlFlow *flow = add_item (study, TL_ITEM_FLOW, "f1", hard_names[1]);
  TlRole *roles[MANY_ROLES];
  TlStep *before = NULL;

  for (guint i = 0; i < MANY_ROLES; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", i + 1);

      roles[i] = add_role (study, id, hard_names[i % G_N_ELEMENTS (hard_names)], i % 4, 9.5);
    }
  for (guint i = 0; i < MANY_STEPS; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i + 1);
      g_autofree char *connector = g_strdup_printf ("c%u", i + 1);
      TlStep *step = add_step (flow, id, hard_names[i % G_N_ELEMENTS (hard_names)], i * 7 % 3,
                               i % 5 ? roles[i % MANY_ROLES] : NULL, i * 37 % 29, i * 53 % 997);

      if (before)
        connect_steps (flow, connector, before, step, -1, FALSE);
      if (i == 0)
        {
          add_entry (flow, value, step);
          add_entry (flow, failure, step);
          add_entry (flow, unsure, step);
        }
      if (i % 6 == 3)
        add_raises (flow, step, failure, 0.01 + i * 0.0003);
      before = step;
    }
  return flow;
}

static TlFlow *
build_one_step (TlStudy *study, double work, double frequency)
{
  TlDemand *demand = add_demand (study, "d1", "Please fix something", TL_DEMAND_VALUE, frequency);
  TlFlow *flow = add_item (study, TL_ITEM_FLOW, "f1", "As it is");
  TlStep *step = add_step (flow, "s1", "Fix", TL_CLASS_NONE, add_role (study, "r1", "Trades", 1, 30), work, work * 4);

  add_entry (flow, demand, step);
  return flow;
}

static void
tie (TlCondition *condition, const char *field, gpointer target)
{
  TlItem *link = add_item (condition, TL_ITEM_LINK, NULL, NULL);

  tl_item_set_item (link, field, target);
}

/* Some have no name, some no thinking, some are tied to nothing. */
static TlFlow *
build_conditions (TlStudy *study)
{
  TlFlow *flow = build_repairs (study, 32, TRUE);

  for (guint i = 0; i < MANY_CONDITIONS; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", i + 1);
      TlCondition *condition = add_item (study, TL_ITEM_CONDITION, id, hard_names[i % G_N_ELEMENTS (hard_names)]);
      const char *thinking = hard_names[(i + 3) % G_N_ELEMENTS (hard_names)];

      tl_item_set_choice (condition, "kind", (int) i % 9);
      if (i % 4 != 1 && *thinking)
        tl_item_set_text (condition, "thinking", thinking);
      if (i % 5 != 4)
        tie (condition, "step", g_ptr_array_index (flow->steps, i % flow->steps->len));
      if (i % 3 == 0)
        tie (condition, "demand", g_ptr_array_index (study->demands, 1 + i % 2));
    }
  return flow;
}

static TlFlow *
build (SubjectKind kind, TlStudy *study)
{
  TlFlow *flow;

  switch (kind)
    {
    case SUBJECT_MANY:
      return build_many (study);
    case SUBJECT_CONDITIONS:
      return build_conditions (study);
    case SUBJECT_EMPTY:
      return add_item (study, TL_ITEM_FLOW, "f1", "As it is");
    case SUBJECT_OVERLOAD:
      return build_repairs (study, 24, TRUE);
    case SUBJECT_ONE_STEP:
      return build_one_step (study, 30, 12);
    case SUBJECT_NO_HOURS:
    case SUBJECT_ERROR:
      return build_one_step (study, 0, 12);
    case SUBJECT_HUGE:
      return build_one_step (study, 1e7, 987654321);
    case SUBJECT_TINY:
      return build_one_step (study, 0.02, 0.5);
    case SUBJECT_PROVISIONAL:
      flow = build_repairs (study, 32, TRUE);
      tl_item_set_number (g_ptr_array_index (flow->connectors, 2), "share", 0.99);
      return flow;
    case SUBJECT_NO_ROLES:
      return build_repairs (study, 0, TRUE);
    case SUBJECT_NO_FAILURE:
      flow = build_repairs (study, 32, FALSE);
      tl_item_set_number (g_ptr_array_index (flow->steps, 3), "work-minutes", (double) NAN);
      return flow;
    case SUBJECT_SAMPLE:
    case N_SUBJECTS:
    default:
      return build_repairs (study, 32, TRUE);
    }
}

/* ---- the log ---- */

/* Nine weeks with one in which nobody listened; every kind, with a type and without. */
static void
add_log (TlStudy *study)
{
  guint32 state = 88172645;

  for (guint i = 0; i < 90; i++)
    {
      TlItem *contact = tl_item_new (TL_ITEM_CONTACT);
      guint day = i * 7 / 10 >= 28 ? i * 7 / 10 + 7 : i * 7 / 10;
      g_autofree char *when = NULL;
      GDate date;

      state = state * 1664525 + 1013904223;
      g_date_clear (&date, 1);
      g_date_set_dmy (&date, 2, G_DATE_MARCH, 2026);
      g_date_add_days (&date, day);
      when = g_strdup_printf ("%04d-%02d-%02dT%02u:%02u", g_date_get_year (&date), g_date_get_month (&date),
                              g_date_get_day (&date), 8 + (state >> 8) % 10, (state >> 16) % 60);
      tl_item_set_text (contact, "when", when);
      if (i % 9 != 0)
        tl_item_set_item (contact, "demand", g_ptr_array_index (study->demands, (state >> 12) % study->demands->len));
      tl_item_set_choice (contact, "kind", i % 11 == 0 ? TL_CONTACT_UNSURE : TL_CONTACT_AS_DEMAND);
      if (i % 3 != 0)
        tl_item_set_number (contact, "minutes", 2 + (state >> 20) % 9);
      if (i % 3 == 0)
        tl_item_set_text (contact, "thread", i % 4 == 0 ? "A" : i % 5 == 0 ? "B" : "C");
      tl_item_append (study, contact);
    }
}

/* ---- measures ---- */

static void
add_point (TlMeasure *measure, guint day, double value)
{
  gpointer point = tl_item_new (TL_ITEM_POINT);
  g_autofree char *when = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 5, G_DATE_JANUARY, 2026);
  g_date_add_days (&date, day);
  when = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
  tl_item_set_text (point, "when", when);
  if (isfinite (value))
    tl_item_set_number (point, "value", value);
  tl_item_append (measure, point);
}

static void
add_change (TlMeasure *measure, guint at, const char *what)
{
  const TlPoint *point = g_ptr_array_index (measure->points, at);
  gpointer change = tl_item_new (TL_ITEM_CHANGE);

  tl_item_set_text (change, "when", point->when);
  tl_item_set_text (change, "what", what);
  tl_item_append (measure, change);
}

/* Goes up and down without a plan, the same in every run; jumps once, and lacks a value. */
static void
add_points (TlMeasure *measure, guint count, double centre, double reach)
{
  guint32 state = 2463534242;

  for (guint i = 0; i < count; i++)
    {
      state = state * 1664525 + 1013904223;
      add_point (measure, i * 7,
                 i == 14 ? (double) NAN : centre + reach * ((state >> 8) % 1000 / 500.0 - 1) * (i == 9 ? 6 : 1));
    }
}

static TlMeasure *
new_measure (TlStudy *study, const char *name)
{
  TlMeasure *measure = add_item (study, TL_ITEM_MEASURE, "x1", name);

  tl_item_set_text (measure, "unit", "days");
  tl_item_set_choice (measure, "better", TL_BETTER_LOWER);
  tl_item_set_choice (measure, "floor-at-zero", TL_YES);
  return measure;
}

/* Easy and difficult ones. */
static TlMeasure *
build_measure (SubjectKind kind, TlStudy *study)
{
  static const guint counts[N_SUBJECTS] = {
    [SUBJECT_SAMPLE] = 36,     [SUBJECT_MANY] = 400,    [SUBJECT_OVERLOAD] = 2,      [SUBJECT_ONE_STEP] = 1,
    [SUBJECT_PROVISIONAL] = 8, [SUBJECT_NO_ROLES] = 20, [SUBJECT_NO_FAILURE] = 3000, [SUBJECT_HUGE] = 30,
    [SUBJECT_TINY] = 30,       [SUBJECT_ERROR] = 13,
  };
  double size = kind == SUBJECT_HUGE ? 1e11 : kind == SUBJECT_TINY ? 1e-7 : 1;
  TlMeasure *measure;

  if (kind == SUBJECT_EMPTY)
    return NULL;
  measure = new_measure (study, kind == SUBJECT_MANY ? hard_names[1] : "Days from call to mended");
  add_points (measure, counts[kind], 18 * size, kind == SUBJECT_NO_ROLES ? 0 : 5 * size);
  if (kind == SUBJECT_SAMPLE)
    add_change (measure, 20, "Trades keep the job until it is done");
  for (guint i = 0; kind == SUBJECT_MANY && i < 8; i++)
    add_change (measure, 40 + i * i * 5, hard_names[i]);
  return measure;
}

/* A redesign of what is drawn: its second step has gone, its first takes longer and is called otherwise. */
static TlComparison *
redesign_and_compare (TlStudy *study, TlFlow *flow)
{
  TlHistory *history = tl_history_new (study);
  TlFlow *redesign
      = tl_flow_redesign (history, flow, "Decided where the work is", "It is mended on the day that suits");
  g_autoptr (GError) error = NULL;
  TlComparison *comparison;

  if (redesign->steps->len > 1)
    tl_item_delete (history, g_ptr_array_index (redesign->steps, 1));
  if (redesign->steps->len > 0)
    tl_item_rename (history, g_ptr_array_index (redesign->steps, 0), "Agree it with the customer");
  comparison = tl_comparison_new (study, flow, redesign, &error);
  g_assert_no_error (error);
  g_object_unref (history);
  return comparison;
}

TestSubject *
test_subject_new (SubjectKind kind)
{
  TestSubject *test = g_new0 (TestSubject, 1);
  TlSubject *subject = &test->subject;
  g_autoptr (GError) error = NULL;

  subject->study = tl_study_new ();
  tl_item_set_text (subject->study, "title", kind == SUBJECT_MANY ? hard_names[4] : "Housing repairs");
  subject->flow = build (kind, subject->study);
  if (subject->study->demands->len > 0)
    add_log (subject->study);
  test->measures = tl_study_new ();
  subject->measure = build_measure (kind, test->measures);
  if (subject->measure)
    test->xmr = tl_xmr_for_measure (subject->measure, NULL);
  subject->xmr = test->xmr;
  g_date_clear (&subject->date, 1);
  g_date_set_dmy (&subject->date, 1, G_DATE_JANUARY, 2026);
  if (kind == SUBJECT_ERROR)
    {
      subject->message = "“Where is my repair?” is raised again by its own answer, without end.";
      return test;
    }
  test->capacity = tl_capacity_compute (subject->study, subject->flow, &error);
  g_assert_no_error (error);
  test->leverage = tl_leverage_compute (subject->study, subject->flow, NULL, &error);
  g_assert_no_error (error);
  subject->capacity = test->capacity;
  subject->leverage = test->leverage;
  if (subject->flow)
    test->comparison = redesign_and_compare (subject->study, subject->flow);
  subject->comparison = test->comparison;
  return test;
}

void
test_subject_free (TestSubject *test)
{
  g_clear_pointer (&test->comparison, tl_comparison_free);
  g_clear_pointer (&test->leverage, tl_leverage_unref);
  g_clear_pointer (&test->capacity, tl_capacity_unref);
  tl_xmr_free (test->xmr);
  tl_study_unref (test->measures);
  tl_study_unref (test->subject.study);
  g_free (test);
}
