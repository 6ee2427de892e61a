/* Steps found by what they say, by what they have in common, by what they lead to. */
#include "small-study.h"
#include "study/demand.h"
#include "study/flow-search.h"
#include "study/item-build.h"
#include "study/step.h"

static TlStudy *study;

/* The ids of what is found, parted by spaces. */
static void
check_ids (GPtrArray *found, const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (ids, "%s%s", i ? " " : "", TL_ITEM (g_ptr_array_index (found, i))->id);
  g_assert_cmpstr (ids->str, ==, expected);
  g_ptr_array_unref (found);
}

static void
find (const char *text, const char *expected)
{
  check_ids (tl_flow_find (study, tl_study_find (study, "f1"), text), expected);
}

static void
test_find (void)
{
  study = small_study_new ();
  tl_item_set_text (tl_study_find (study, "s4"), "notes", "Caf\xc3\xa9 rendez-vous");
  tl_item_set_choice (tl_study_find (study, "s5"), "class", TL_CLASS_WASTE);
  tl_item_set_choice (tl_study_find (study, "s5"), "waste", TL_WASTE_CHASING);
  find ("check", "s2");
  find ("CALL take", "s1");
  find ("trades", "s3");
  find ("cafe\xcc\x81", "s4");
  find ("CAFE", "s4");
  find ("chasing", "s5");
  find ("where is", "d2");
  find ("call", "s1 s2 s4 s5");
  find ("call nothing", "");
  find ("", "");
  find ("  ", "");
  find ("\xff", "");
  tl_study_unref (study);
}

static GPtrArray *
steps (const char *first, const char *second)
{
  GPtrArray *array = g_ptr_array_new ();

  g_ptr_array_add (array, tl_study_find (study, first));
  if (second)
    g_ptr_array_add (array, tl_study_find (study, second));
  return array;
}

static void
test_alike (void)
{
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) both = NULL;
  TlFlow *flow;

  study = small_study_new ();
  flow = tl_study_find (study, "f1");
  one = steps ("s1", NULL);
  both = steps ("s1", "s3");
  check_ids (tl_flow_steps_alike (flow, one, "role"), "s1 s2 s4 s5");
  check_ids (tl_flow_steps_alike (flow, both, "role"), "s1 s2 s3 s4 s5");
  tl_item_set_choice (tl_study_find (study, "s2"), "class", TL_CLASS_VALUE);
  check_ids (tl_flow_steps_alike (flow, one, "class"), "s1 s3 s4 s5");
  tl_study_unref (study);
}

static void
test_downstream (void)
{
  g_autoptr (GPtrArray) from = NULL;

  study = small_study_new ();
  from = steps ("s2", NULL);
  check_ids (tl_flow_steps_downstream (tl_study_find (study, "f1"), from), "s2 s3 s4");
  tl_study_unref (study);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/study/flow-search/find", test_find);
  g_test_add_func ("/study/flow-search/alike", test_alike);
  g_test_add_func ("/study/flow-search/downstream", test_downstream);
  return g_test_run ();
}
