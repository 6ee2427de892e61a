/* Steps copied with what belongs to them, and pasted here and elsewhere. */
#include <math.h>
#include <string.h>

#include "small-study.h"
#include "study/connector.h"
#include "study/demand.h"
#include "study/entry.h"
#include "study/flow-edits.h"
#include "study/fragment.h"
#include "study/item-build.h"
#include "study/step-list.h"

static GPtrArray *
steps_of (TlStudy *study, const char *ids)
{
  GPtrArray *steps = g_ptr_array_new ();
  g_auto (GStrv) list = g_strsplit (ids, " ", -1);

  for (guint i = 0; list[i]; i++)
    g_ptr_array_add (steps, tl_study_find (study, list[i]));
  return steps;
}

static TlStudy *
fragment_of (TlStudy *study, const char *ids)
{
  g_autoptr (GPtrArray) steps = steps_of (study, ids);

  return tl_fragment_new (steps);
}

static void
test_copy (void)
{
  g_autoptr (TlStudy) study = small_study_new ();
  g_autofree char *before = study_text (study);
  /* Not in the order in which they were selected. */
  g_autoptr (TlStudy) fragment = fragment_of (study, "s3 s1 s2");
  g_autofree char *after = study_text (study);
  g_autofree char *text = tl_fragment_text (fragment);
  TlFlow *flow = tl_fragment_flow (fragment);

  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (flow->steps->len, ==, 3);
  g_assert_cmpstr (TL_ITEM (g_ptr_array_index (flow->steps, 0))->id, ==, "s1");
  /* c1, c3 and the loop c5; not those that lead out. */
  g_assert_cmpuint (flow->connectors->len, ==, 3);
  g_assert_cmpuint (flow->entries->len, ==, 1);
  g_assert_cmpuint (flow->raises->len, ==, 1);
  g_assert_cmpuint (fragment->roles->len, ==, 2);
  g_assert_cmpuint (fragment->demands->len, ==, 2);
  g_assert_cmpuint (((TlDemand *) tl_study_find (fragment, "d1"))->links->len, ==, 0);
  g_assert_cmpuint (((TlConnector *) tl_study_find (fragment, "c1"))->shares->len, ==, 1);
  g_assert_true (tl_study_of (((TlConnector *) tl_study_find (fragment, "c1"))->to) == fragment);
  g_assert_cmpstr (text, ==, "Take the call\nCheck\nFix");
}

static void
test_text (void)
{
  g_autoptr (TlStudy) study = small_study_new ();
  g_autoptr (TlStudy) chain = fragment_of (study, "s2 s1");
  g_autoptr (TlStudy) loose = fragment_of (study, "s2 s5");
  g_autofree char *chain_text = tl_fragment_text (chain);
  g_autofree char *loose_text = tl_fragment_text (loose);

  g_assert_cmpstr (chain_text, ==, "Take the call > Check");
  g_assert_cmpstr (loose_text, ==, "Check\nAnswer");
}

/* Into the same flow: new ids, the same roles and demands, and who enters already stays where it is. */
static void
test_paste_here (void)
{
  g_autoptr (TlHistory) history = small_history_new ();
  TlStudy *study = tl_history_get_study (history);
  g_autofree char *before = study_text (study);
  g_autoptr (TlStudy) fragment = fragment_of (study, "s1 s2 s3");
  TlFlow *flow = tl_study_find (study, "f1");
  guint connectors = flow->connectors->len;
  g_autoptr (GPtrArray) added = tl_fragment_insert (history, flow, fragment, 10, 300);
  TlStep *first = g_ptr_array_index (added, 0);

  g_assert_cmpuint (added->len, ==, 3);
  g_assert_cmpstr (first->item.id, ==, "s6");
  g_assert_cmpstr (first->name, ==, "Take the call");
  g_assert_cmpfloat (first->x, ==, 10);
  g_assert_cmpfloat (first->y, ==, 400);
  g_assert_true (first->role == tl_study_find (study, "r1"));
  g_assert_cmpuint (flow->connectors->len, ==, connectors + 3);
  g_assert_cmpuint (study->roles->len, ==, 2);
  g_assert_cmpuint (study->demands->len, ==, 2);
  g_assert_cmpuint (flow->entries->len, ==, 2);
  g_assert_cmpuint (flow->raises->len, ==, 2);
  g_assert_cmpstr (tl_history_undo_name (history), ==, "Paste steps");
  assert_undone_and_redone (history, before);
  g_assert_cmpuint (tl_history_length (history), ==, 1);
}

/* Into another study: roles of the same name are the same, whatever their ids; others come along. */
static void
test_paste_elsewhere (void)
{
  g_autoptr (TlStudy) from = small_study_new ();
  g_autoptr (TlStudy) fragment = fragment_of (from, "s1 s2 s3");
  g_autoptr (TlHistory) history = tl_history_new (tl_study_new ());
  TlStudy *study = tl_history_get_study (history);
  TlFlow *flow = tl_study_add_flow (history, NULL);
  TlRole *trades = tl_study_add_role (history, "TRADES", 4, NAN);
  g_autoptr (GPtrArray) added = NULL;

  added = tl_fragment_insert (history, flow, fragment, 0, 0);
  g_assert_true (((TlStep *) g_ptr_array_index (added, 2))->role == trades);
  g_assert_cmpuint (study->roles->len, ==, 2);
  g_assert_cmpuint (study->demands->len, ==, 2);
  g_assert_cmpfloat (((TlDemand *) g_ptr_array_index (study->demands, 0))->frequency, ==, 325);
  g_assert_cmpuint (flow->entries->len, ==, 1);
  g_assert_true (((TlEntry *) g_ptr_array_index (flow->entries, 0))->step == g_ptr_array_index (added, 0));
  tl_study_unref (study);
}

static void
test_list (void)
{
  g_autoptr (GPtrArray) steps = tl_step_list_parse ("Call\t6\tClerk\nCheck\t10\tclerk\nVisit\t60\tTrades");
  g_autoptr (TlStudy) fragment = tl_step_list_fragment (steps);
  TlFlow *flow = tl_fragment_flow (fragment);
  g_autofree char *text = tl_fragment_text (fragment);

  g_assert_cmpstr (text, ==, "Call > Check > Visit");
  g_assert_cmpuint (fragment->roles->len, ==, 2);
  g_assert_cmpfloat (((TlStep *) g_ptr_array_index (flow->steps, 2))->work_minutes, ==, 60);
  g_assert_false (tl_step_is_placed (g_ptr_array_index (flow->steps, 0)));
}

static char *
ways_of (const char *list)
{
  g_autoptr (GPtrArray) steps = tl_step_list_parse (list);
  g_autoptr (TlStudy) fragment = tl_step_list_fragment (steps);
  TlFlow *flow = tl_fragment_flow (fragment);
  GString *said = g_string_new (NULL);

  g_string_printf (said, "%u", flow->steps->len);
  for (guint i = 0; i < flow->connectors->len; i++)
    {
      TlConnector *connector = g_ptr_array_index (flow->connectors, i);

      g_string_append_printf (said, " %s%s%s", connector->from->name,
                              connector->kind == TL_CONNECTOR_REWORK ? "<" : ">", connector->to->name);
    }
  return g_string_free (said, FALSE);
}

#define assert_ways(list, expected)                                                                                    \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *ways = ways_of (list);                                                                            \
    g_assert_cmpstr (ways, ==, expected);                                                                              \
  }                                                                                                                    \
  G_STMT_END

/* Lines with arrows that have a step in common are ways through one flow. */
static void
test_ways (void)
{
  assert_ways ("A > B\nA > C", "3 A>B A>C");
  assert_ways ("A > B\na > C\nB > D\nC > D > A", "4 A>B A>C B>D C>D D<A");
  assert_ways ("A > B\nA > B", "2 A>B");
  assert_ways ("A > B\nA > C\nD", "4 A>B A>C C>D");
  /* One chain, as before: nothing is in common, or no line has arrows, or there is but one. */
  assert_ways ("A > B\nC > D", "4 A>B B>C C>D");
  assert_ways ("A\nB\nA", "3 A>B B>A");
  assert_ways ("A > B > A", "3 A>B B>A");
  assert_ways ("A\nA > B", "3 A>A A>B");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/study/fragment/copy", test_copy);
  g_test_add_func ("/study/fragment/text", test_text);
  g_test_add_func ("/study/fragment/paste-here", test_paste_here);
  g_test_add_func ("/study/fragment/paste-elsewhere", test_paste_elsewhere);
  g_test_add_func ("/study/fragment/list", test_list);
  g_test_add_func ("/study/fragment/ways", test_ways);
  return g_test_run ();
}
