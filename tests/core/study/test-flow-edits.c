/* What a team does to a flow: done, undone, redone, and what each is called. */
#include <math.h>

#include "small-study.h"
#include "study/condition.h"
#include "study/contact.h"
#include "study/flow-edits.h"
#include "study/item-build.h"
#include "study/study.h"

typedef struct
{
  TlHistory *history;
  TlStudy *study;
  char *before;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->history = small_history_new ();
  fixture->study = tl_history_get_study (fixture->history);
  fixture->before = study_text (fixture->study);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->history);
  g_free (fixture->before);
}

static gpointer
item (Fixture *fixture, const char *id)
{
  return tl_study_find (fixture->study, id);
}

/* The entry just made is the only one, has that name, and goes back and forth without a trace. The
 * state after it is where the next check begins. */
static void
check (Fixture *fixture, const char *name)
{
  g_assert_cmpstr (tl_history_undo_name (fixture->history), ==, name);
  assert_undone_and_redone (fixture->history, fixture->before);
  g_assert_cmpuint (tl_history_length (fixture->history), ==, 1);
  g_object_unref (fixture->history);
  fixture->history = tl_history_new (fixture->study);
  g_free (fixture->before);
  fixture->before = study_text (fixture->study);
}

static GPtrArray *
items (Fixture *fixture, const char *ids)
{
  GPtrArray *array = g_ptr_array_new ();
  g_auto (GStrv) list = g_strsplit (ids, " ", -1);

  for (guint i = 0; list[i]; i++)
    g_ptr_array_add (array, item (fixture, list[i]));
  return array;
}

/* The study must outlive the histories that check() makes one after the other. */
static void
hold_study (Fixture *fixture, gconstpointer data)
{
  set_up (fixture, data);
  fixture->study = tl_study_ref (fixture->study);
}

static void
let_study_go (Fixture *fixture, gconstpointer data)
{
  tear_down (fixture, data);
  tl_study_unref (fixture->study);
}

static void
test_add (Fixture *fixture, gconstpointer data)
{
  TlFlow *flow = tl_study_add_flow (fixture->history, "Trial");
  TlRole *role;
  TlDemand *demand;
  TlStep *step;

  g_assert_cmpstr (flow->item.id, ==, "f3");
  check (fixture, "Add flow");
  role = tl_study_add_role (fixture->history, "Planner", 2, 30);
  g_assert_cmpfloat (tl_role_available (role), ==, 60);
  check (fixture, "Add role");
  demand = tl_study_add_demand (fixture->history, "Late", TL_DEMAND_FAILURE, NAN);
  g_assert_cmpint (demand->kind, ==, TL_DEMAND_FAILURE);
  g_assert_true (isnan (demand->frequency));
  check (fixture, "Add demand");
  step = tl_flow_add_step (fixture->history, flow, NULL, NAN, NAN);
  g_assert_cmpstr (step->item.id, ==, "s6");
  g_assert_false (tl_step_is_placed (step));
  g_assert_true (g_ptr_array_index (flow->steps, 0) == step);
  check (fixture, "Add step");
}

static void
test_connect (Fixture *fixture, gconstpointer data)
{
  TlConnector *connector
      = tl_flow_connect (fixture->history, item (fixture, "s4"), item (fixture, "s1"), TL_CONNECTOR_REWORK);

  g_assert_cmpstr (connector->item.id, ==, "c6");
  g_assert_true (isnan (connector->share));
  g_assert_cmpint (connector->kind, ==, TL_CONNECTOR_REWORK);
  check (fixture, "Connect");
  connector = tl_flow_connect (fixture->history, item (fixture, "s4"), item (fixture, "s4"), TL_CONNECTOR_FLOW);
  g_assert_true (connector->from == connector->to);
  check (fixture, "Connect");
}

static void
test_entry (Fixture *fixture, gconstpointer data)
{
  TlFlow *flow = item (fixture, "f1");
  TlEntry *entry = tl_flow_add_entry (fixture->history, item (fixture, "d1"), item (fixture, "s3"));

  g_assert_true (entry == g_ptr_array_index (flow->entries, 0));
  g_assert_true (entry->step == item (fixture, "s3"));
  g_assert_cmpuint (flow->entries->len, ==, 2);
  check (fixture, "Let a demand enter");
  tl_study_add_demand (fixture->history, "Late", TL_DEMAND_FAILURE, 5);
  check (fixture, "Add demand");
  tl_flow_add_entry (fixture->history, item (fixture, "d3"), item (fixture, "s1"));
  g_assert_cmpuint (flow->entries->len, ==, 3);
  check (fixture, "Let a demand enter");
}

static void
test_raises (Fixture *fixture, gconstpointer data)
{
  TlFlow *flow = item (fixture, "f1");
  TlRaises *raises = tl_flow_add_raises (fixture->history, item (fixture, "s3"), item (fixture, "d2"), 0.5);

  g_assert_cmpuint (flow->raises->len, ==, 1);
  g_assert_cmpfloat (raises->rate, ==, 0.5);
  check (fixture, "Raise a failure demand");
  tl_flow_add_raises (fixture->history, item (fixture, "s4"), item (fixture, "d2"), 2);
  g_assert_cmpuint (flow->raises->len, ==, 2);
  check (fixture, "Raise a failure demand");
}

static void
test_class (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) steps = items (fixture, "s1 s2");
  TlStep *step = item (fixture, "s2");

  tl_steps_set_class (fixture->history, steps, TL_CLASS_WASTE, TL_WASTE_CHECKING);
  g_assert_cmpint (step->class, ==, TL_CLASS_WASTE);
  g_assert_cmpint (step->waste, ==, TL_WASTE_CHECKING);
  check (fixture, "Mark as waste");
  tl_steps_set_class (fixture->history, steps, TL_CLASS_VALUE, TL_WASTE_CHECKING);
  g_assert_cmpint (step->waste, ==, TL_WASTE_NONE);
  check (fixture, "Mark as value");
  tl_steps_set_class (fixture->history, steps, TL_CLASS_NONE, TL_WASTE_NONE);
  check (fixture, "Mark as not judged");
}

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) steps = items (fixture, "s1 s2");
  g_autoptr (GPtrArray) one = items (fixture, "s3");
  TlStep *step = item (fixture, "s2");

  tl_steps_set_role (fixture->history, steps, item (fixture, "r2"));
  g_assert_true (step->role == item (fixture, "r2"));
  check (fixture, "Change role");
  tl_steps_set_role (fixture->history, steps, NULL);
  check (fixture, "Change role");
  tl_steps_set_times (fixture->history, steps, 7, NAN);
  g_assert_cmpfloat (step->work_minutes, ==, 7);
  g_assert_true (isnan (step->wait_minutes));
  check (fixture, "Change times");
  tl_steps_move_by (fixture->history, one, 10, -20, NULL);
  check (fixture, "Move step");
  tl_steps_move_by (fixture->history, steps, 10, -20, "drag 1");
  tl_steps_move_by (fixture->history, steps, 10, -20, "drag 1");
  g_assert_cmpfloat (step->x, ==, 220);
  g_assert_cmpfloat (step->y, ==, 60);
  check (fixture, "Move steps");
}

static void
test_share (Fixture *fixture, gconstpointer data)
{
  TlConnector *connector = item (fixture, "c1");
  TlDemand *d1 = item (fixture, "d1");
  TlDemand *d2 = item (fixture, "d2");

  g_assert_cmpfloat (tl_connector_share_for (connector, d1), ==, 0.9);
  g_assert_cmpfloat (tl_connector_share_for (connector, d2), ==, 0);
  tl_connector_set_share (fixture->history, connector, NULL, 0.5);
  g_assert_cmpfloat (tl_connector_share_for (connector, d1), ==, 0.5);
  g_assert_cmpfloat (tl_connector_share_for (connector, d2), ==, 0);
  check (fixture, "Change share");
  tl_connector_set_share (fixture->history, connector, d1, 0.25);
  g_assert_cmpfloat (tl_connector_share_for (connector, d1), ==, 0.25);
  check (fixture, "Change share");
  tl_connector_set_share (fixture->history, connector, d2, 1);
  check (fixture, "Change share");
  tl_connector_set_share (fixture->history, connector, d2, NAN);
  g_assert_null (tl_connector_own_share (connector, d2));
  check (fixture, "Change share");
  tl_connector_set_share (fixture->history, connector, NULL, NAN);
  g_assert_true (isnan (tl_connector_share_for (connector, d2)));
  check (fixture, "Change share");
  tl_connector_set_share (fixture->history, connector, d2, NAN);
  g_assert_false (tl_history_can_undo (fixture->history));
}

static void
test_rework (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) one = items (fixture, "c1");
  g_autoptr (GPtrArray) both = items (fixture, "c1 c2");

  tl_connectors_toggle_rework (fixture->history, one);
  check (fixture, "Mark as rework");
  tl_connectors_toggle_rework (fixture->history, both);
  g_assert_cmpint (((TlConnector *) item (fixture, "c1"))->kind, ==, TL_CONNECTOR_REWORK);
  g_assert_cmpint (((TlConnector *) item (fixture, "c2"))->kind, ==, TL_CONNECTOR_REWORK);
  check (fixture, "Mark as rework");
  tl_connectors_toggle_rework (fixture->history, both);
  check (fixture, "Mark as flow");
}

static void
test_rename (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "s1", "d1", "r1", "f1", "m1", "c1", "x1", "n1" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      tl_item_rename (fixture->history, item (fixture, ids[i]), "Ümbenannt\n🏠");
      g_assert_cmpstr (tl_item_name (item (fixture, ids[i])), ==, "Ümbenannt\n🏠");
      check (fixture, "Rename");
    }
}

static void
test_change (Fixture *fixture, gconstpointer data)
{
  TlStudy *study = fixture->study;

  tl_item_change (fixture->history, study, "statement", tl_value_text ("F"), "Change purpose");
  tl_item_change (fixture->history, study, "statement", tl_value_text ("Fi"), "Change purpose");
  tl_item_change (fixture->history, study, "statement", tl_value_text ("Fix"), "Change purpose");
  g_assert_cmpstr (study->statement, ==, "Fix");
  check (fixture, "Change purpose");
  tl_item_change (fixture->history, study, "title", tl_value_text ("A"), "Change title");
  tl_item_change (fixture->history, study, "notes", tl_value_text ("B"), "Change notes");
  g_assert_cmpuint (tl_history_length (fixture->history), ==, 2);
}

static guint
n_links (Fixture *fixture)
{
  return ((TlCondition *) item (fixture, "n1"))->links->len;
}

static void
test_delete_step (Fixture *fixture, gconstpointer data)
{
  TlFlow *flow = item (fixture, "f1");

  tl_item_delete (fixture->history, item (fixture, "s3"));
  g_assert_null (item (fixture, "c3"));
  g_assert_null (item (fixture, "c4"));
  g_assert_null (item (fixture, "c5"));
  g_assert_nonnull (item (fixture, "c1"));
  g_assert_cmpuint (flow->raises->len, ==, 0);
  g_assert_cmpuint (flow->entries->len, ==, 2);
  check (fixture, "Delete step");
  tl_item_delete (fixture->history, item (fixture, "s2"));
  g_assert_cmpuint (n_links (fixture), ==, 1);
  check (fixture, "Delete step");
  tl_item_delete (fixture->history, item (fixture, "s1"));
  g_assert_cmpuint (flow->entries->len, ==, 1);
  g_assert_cmpuint (flow->connectors->len, ==, 0);
  check (fixture, "Delete step");
}

static void
test_delete_demand (Fixture *fixture, gconstpointer data)
{
  TlFlow *flow = item (fixture, "f1");

  tl_item_delete (fixture->history, item (fixture, "d2"));
  g_assert_null (((TlContact *) item (fixture, "k1"))->demand);
  g_assert_cmpuint (((TlConnector *) item (fixture, "c1"))->shares->len, ==, 0);
  g_assert_cmpuint (flow->entries->len, ==, 1);
  g_assert_cmpuint (flow->raises->len, ==, 0);
  g_assert_cmpuint (n_links (fixture), ==, 1);
  check (fixture, "Delete demand");
}

static void
test_delete_role (Fixture *fixture, gconstpointer data)
{
  tl_item_delete (fixture->history, item (fixture, "r1"));
  g_assert_null (((TlStep *) item (fixture, "s1"))->role);
  g_assert_nonnull (((TlStep *) item (fixture, "s3"))->role);
  check (fixture, "Delete role");
}

static void
test_delete_flow (Fixture *fixture, gconstpointer data)
{
  tl_item_delete (fixture->history, item (fixture, "f1"));
  g_assert_null (((TlFlow *) item (fixture, "f2"))->based_on);
  g_assert_null (item (fixture, "s2"));
  g_assert_cmpuint (n_links (fixture), ==, 1);
  check (fixture, "Delete flow");
}

static void
test_delete_others (Fixture *fixture, gconstpointer data)
{
  tl_item_delete (fixture->history, item (fixture, "c2"));
  check (fixture, "Delete connector");
  tl_item_delete (fixture->history, item (fixture, "m1"));
  g_assert_cmpuint (((TlDemand *) item (fixture, "d1"))->links->len, ==, 0);
  check (fixture, "Delete");
  tl_item_delete (fixture->history, item (fixture, "x1"));
  check (fixture, "Delete");
}

static void
test_delete_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) many = items (fixture, "s4 c4 s1 r1 d2 c1 s1 m1");

  tl_items_delete (fixture->history, many);
  g_assert_null (item (fixture, "s1"));
  g_assert_nonnull (item (fixture, "s2"));
  g_assert_null (((TlStep *) item (fixture, "s2"))->role);
  check (fixture, "Delete selection");
}

/* A flow and what stands in it, in one go: the parts come back where they were. */
static void
test_delete_nested (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) many = items (fixture, "s4 f1 c4 s2 r1");

  tl_items_delete (fixture->history, many);
  check (fixture, "Delete selection");
}

static void
test_delete_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  TlItem *step = item (fixture, "s4");

  tl_items_delete (fixture->history, none);
  tl_item_delete (fixture->history, fixture->study);
  g_assert_false (tl_history_can_undo (fixture->history));
  tl_item_delete (fixture->history, step);
  tl_item_delete (fixture->history, step);
  g_assert_cmpuint (tl_history_length (fixture->history), ==, 1);
}

static TlHistory *
chain_new (guint n)
{
  TlHistory *history = empty_history_new ();
  TlFlow *flow = tl_study_find (tl_history_get_study (history), "f1");
  TlStep *last = NULL;

  tl_history_begin (history, "Chain", NULL);
  for (guint i = 0; i < n; i++)
    {
      TlStep *step = tl_flow_add_step (history, flow, "Step", 10 * i, 0);

      if (last)
        tl_flow_connect (history, last, step, TL_CONNECTOR_FLOW);
      last = step;
    }
  tl_history_end (history);
  return history;
}

/* 2,000 of 5,000 steps, and each time the connectors to both sides. What would be quadratic in the
 * size of the study does not end while anybody waits. */
static void
test_delete_2000_of_5000 (void)
{
  g_autoptr (TlHistory) history = chain_new (5000);
  TlStudy *study = tl_history_get_study (history);
  TlFlow *flow = tl_study_find (study, "f1");
  g_autofree char *before = study_text (study);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; i < 2000; i++)
    g_ptr_array_add (chosen, g_ptr_array_index (flow->steps, i * 5 / 2));
  tl_items_delete (history, chosen);
  g_assert_cmpuint (flow->steps->len, ==, 3000);
  g_assert_cmpuint (flow->connectors->len, ==, 1000);
  assert_undone_and_redone (history, before);
  tl_history_undo (history);
  tl_history_undo (history);
  g_assert_cmpuint (flow->steps->len, ==, 0);
  tl_history_redo (history);
  g_assert_cmpuint (flow->steps->len, ==, 5000);
}

#define ADD(name, function) g_test_add ("/study/flow-edits/" name, Fixture, NULL, hold_study, function, let_study_go)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("add", test_add);
  ADD ("connect", test_connect);
  ADD ("entry", test_entry);
  ADD ("raises", test_raises);
  ADD ("class", test_class);
  ADD ("steps", test_steps);
  ADD ("share", test_share);
  ADD ("rework", test_rework);
  ADD ("rename", test_rename);
  ADD ("change", test_change);
  ADD ("delete-step", test_delete_step);
  ADD ("delete-demand", test_delete_demand);
  ADD ("delete-role", test_delete_role);
  ADD ("delete-flow", test_delete_flow);
  ADD ("delete-others", test_delete_others);
  ADD ("delete-many", test_delete_many);
  ADD ("delete-nested", test_delete_nested);
  ADD ("delete-nothing", test_delete_nothing);
  g_test_add_func ("/study/flow-edits/delete-2000-of-5000", test_delete_2000_of_5000);
  return g_test_run ();
}
