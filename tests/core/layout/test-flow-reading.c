/* test-flow-reading.c: the order in which a flow is told. */
#include "layout/flow-reading.h"

#include "drawn-flow.h"

static void
assert_order (TlStudy *study, const char *names)
{
  g_autoptr (GPtrArray) order = tl_flow_reading_order (study, drawn_flow (study));
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; i < order->len; i++)
    g_string_append (told, ((TlStep *) g_ptr_array_index (order, i))->name);
  g_assert_cmpstr (told->str, ==, names);
}

/* Drawn in any order, at any place: told along the work. */
static void
test_along_the_work (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *c = drawn_step_at (study, "c", 0, 0);
  TlStep *alone = drawn_step_at (study, "x", -500, 0);
  TlStep *a = drawn_step_at (study, "a", 900, 0);
  TlStep *b = drawn_step_at (study, "b", 300, 0);

  drawn_connector (study, a, b, TL_CONNECTOR_FLOW);
  drawn_connector (study, b, c, TL_CONNECTOR_FLOW);
  drawn_connector (study, c, a, TL_CONNECTOR_REWORK);
  drawn_connector (study, b, b, TL_CONNECTOR_REWORK);
  g_assert_nonnull (alone);
  assert_order (study, "abcx");
}

/* Two ways that part are told side by side, in the order in which they were drawn. */
static void
test_ways_part (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *a = drawn_step (study, "a");
  TlStep *d = drawn_step (study, "d");
  TlStep *b = drawn_step (study, "b");
  TlStep *c = drawn_step (study, "c");

  drawn_connector (study, a, b, TL_CONNECTOR_FLOW);
  drawn_connector (study, a, c, TL_CONNECTOR_FLOW);
  drawn_connector (study, b, d, TL_CONNECTOR_FLOW);
  drawn_connector (study, c, d, TL_CONNECTOR_FLOW);
  assert_order (study, "abcd");
}

/* Whatever the flow: each step once. */
static void
test_each_once (void)
{
  for (guint seed = 0; seed < 20; seed++)
    {
      g_autoptr (TlStudy) study = random_study_new (seed, seed * 7, PLACES_SOME);
      g_autoptr (GPtrArray) order = tl_flow_reading_order (study, drawn_flow (study));
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      g_assert_cmpuint (order->len, ==, drawn_flow (study)->steps->len);
      for (guint i = 0; i < order->len; i++)
        g_assert_true (g_hash_table_add (seen, g_ptr_array_index (order, i)));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/flow-reading/along-the-work", test_along_the_work);
  g_test_add_func ("/flow-reading/ways-part", test_ways_part);
  g_test_add_func ("/flow-reading/each-once", test_each_once);
  return g_test_run ();
}
