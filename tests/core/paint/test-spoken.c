/* What is said and written of steps. */
#include "paint/spoken.h"

#include <locale.h>

#include "drawn-flow.h"
#include "paint/step-words.h"
#include "study/item-build.h"

static void
assert_time (double minutes, const char *expected)
{
  g_autofree char *text = tl_spoken_time (minutes);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_times (void)
{
  assert_time (0.5, "30 seconds");
  assert_time (1, "1 minute");
  assert_time (4, "4 minutes");
  assert_time (59.7, "1 hour");
  assert_time (60, "1 hour");
  assert_time (90, "1 hour 30 minutes");
  assert_time (120, "2 hours");
  assert_time (1440, "1 day");
  assert_time (1440 * 2 + 60 * 3 + 20, "2 days 3 hours");
  assert_time (1440 * 2 - 10, "2 days");
  assert_time (10080 * 3 + 1440, "3 weeks 1 day");
}

/* Call → Check → Visit, and back from Visit to Check; Check causes "Where is it?". */
typedef struct
{
  TlStudy *study;
  TlStep *call, *check, *visit, *alone;
  TlConnector *on, *back;
  TlDemand *asked, *chased;
  TlEntry *entry;
  TlRaises *raises;
} Room;

static void
furnish (Room *room, gconstpointer data)
{
  TlRole *role = tl_item_new (TL_ITEM_ROLE);

  room->study = drawn_study_new ();
  tl_item_set_text (role, "name", "Call centre");
  tl_item_append (room->study, role);
  room->call = drawn_step (room->study, "Call");
  room->check = drawn_step (room->study, "Check the policy");
  room->visit = drawn_step (room->study, "Visit");
  room->alone = drawn_step (room->study, NULL);
  tl_item_set_choice (room->call, "kind", TL_STEP_START);
  tl_item_set_choice (room->check, "class", TL_CLASS_WASTE);
  tl_item_set_choice (room->check, "waste", TL_WASTE_CHECKING);
  tl_item_set_number (room->check, "work-minutes", 4);
  tl_item_set_number (room->check, "wait-minutes", 120);
  tl_item_set_item (room->check, "role", role);
  drawn_connector (room->study, room->call, room->check, TL_CONNECTOR_FLOW);
  room->on = drawn_connector (room->study, room->check, room->visit, TL_CONNECTOR_FLOW);
  room->back = drawn_connector (room->study, room->visit, room->check, TL_CONNECTOR_REWORK);
  tl_item_set_number (room->back, "share", 0.25);
  room->asked = drawn_demand (room->study, "Please mend it", TL_DEMAND_VALUE);
  room->chased = drawn_demand (room->study, "Where is it?", TL_DEMAND_FAILURE);
  room->entry = drawn_entry (room->study, room->asked, room->call);
  room->raises = drawn_raises (room->study, room->visit, room->chased, 0.3);
}

static void
clear (Room *room, gconstpointer data)
{
  tl_study_unref (room->study);
}

static void
assert_says (Room *room, gconstpointer item, const char *expected)
{
  g_autoptr (TlStepWays) ways = tl_step_ways_new (drawn_flow (room->study));
  g_autofree char *text = tl_spoken_name (ways, item, TL_PERIOD_WEEK);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_names (Room *room, gconstpointer data)
{
  assert_says (room, room->check, "Check the policy, waste, checking, 4 minutes of work, waits 2 hours, Call centre");
  assert_says (room, room->call, "Call, start, not yet judged");
  assert_says (room, room->visit, "Visit, not yet judged, causes “Where is it?”");
  assert_says (room, room->alone, "No name yet, not yet judged");
  assert_says (room, room->on, "from “Check the policy” to “Visit”");
  assert_says (room, room->back, "from “Visit” to “Check the policy”, rework, 25\302\240%");
  assert_says (room, room->chased, "Where is it?, failure demand, 100 contacts a week");
  assert_says (room, room->entry, "“Please mend it” enters at “Call”");
  assert_says (room, room->raises, "“Visit” causes “Where is it?”, 30\302\240%");
}

static void
assert_stands (Room *room, const TlStep *step, const char *expected)
{
  g_autoptr (TlStepWays) ways = tl_step_ways_new (drawn_flow (room->study));
  g_autofree char *text = tl_spoken_ways (ways, step);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_ways (Room *room, gconstpointer data)
{
  assert_stands (room, room->call, "Leads to Check the policy. Customers come here with Please mend it.");
  assert_stands (room, room->check, "Leads to Visit. Comes after Call. Rework comes from Visit 25\302\240%.");
  assert_stands (room, room->visit, "Rework goes to Check the policy 25\302\240%. Comes after Check the policy.");
  assert_stands (room, room->alone, "Not connected.");
}

static void
test_lines (Room *room, gconstpointer data)
{
  g_autofree char *check = tl_step_line (room->check);
  g_autofree char *call = tl_step_line (room->call);
  g_autofree char *alone = tl_step_line (room->alone);

  g_assert_cmpstr (check, ==, "4\302\240min · waits 2\302\240h · Call centre");
  g_assert_cmpstr (call, ==, "Start");
  g_assert_null (alone);
  g_assert_cmpstr (tl_step_waste_word (room->check), ==, "Checking");
  g_assert_null (tl_step_waste_word (room->visit));
}

typedef void (*Change) (Room *room);

static void
rename_visit (Room *room)
{
  tl_item_set_text (room->visit, "name", "Go there");
}
static void
mark (Room *room)
{
  tl_item_set_choice (room->check, "class", TL_CLASS_VALUE);
}
static void
hurry (Room *room)
{
  tl_item_set_number (room->check, "wait-minutes", 60);
}
static void
share (Room *room)
{
  tl_item_set_number (room->back, "share", 0.5);
}
static void
turn (Room *room)
{
  tl_item_set_choice (room->on, "kind", TL_CONNECTOR_REWORK);
}
static void
hire (Room *room)
{
  tl_item_set_text (room->check->role, "name", "Office");
}
static void
enter (Room *room)
{
  drawn_entry (room->study, room->chased, room->check);
}
static void
cause (Room *room)
{
  drawn_raises (room->study, room->check, room->chased, 1);
}

/* Whatever changes the words of a step changes its mark, and nothing else does. */
static void
test_marks (Room *room, gconstpointer data)
{
  static const Change changes[] = { rename_visit, mark, hurry, share, turn, hire, enter, cause };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (TlStepWays) before = tl_step_ways_new (drawn_flow (room->study));
      guint64 check = tl_spoken_mark (before, room->check);
      guint64 alone = tl_spoken_mark (before, room->alone);
      g_autoptr (TlStepWays) after = NULL;

      changes[i](room);
      after = tl_step_ways_new (drawn_flow (room->study));
      g_assert_cmpuint (tl_spoken_mark (after, room->check), !=, check);
      g_assert_cmpuint (tl_spoken_mark (after, room->alone), ==, alone);
    }
}

#define ADD(path, test) g_test_add (path, Room, NULL, furnish, test, clear)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spoken/times", test_times);
  ADD ("/spoken/names", test_names);
  ADD ("/spoken/ways", test_ways);
  ADD ("/spoken/lines", test_lines);
  ADD ("/spoken/marks", test_marks);
  return g_test_run ();
}
