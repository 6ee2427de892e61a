/* Steps that are copied as bytes and pasted from bytes. */
#include "storage-testing.h"
#include "study/fragment.h"
#include "study/flow.h"
#include "study/history.h"
#include "study/step.h"

/* Half of a random flow, written, read and pasted into another study, is what it was. */
static void
test_round_trip (void)
{
  for (guint32 seed = 1; seed <= 10; seed++)
    {
      g_autoptr (TlStudy) study = tl_test_random_study (seed, 30);
      TlFlow *flow = tl_fragment_flow (study);
      g_autoptr (GPtrArray) steps = g_ptr_array_new ();
      g_autoptr (TlStudy) fragment = NULL;
      g_autofree char *written = NULL;
      g_autofree char *again = NULL;
      g_autofree char *whole = NULL;
      g_autoptr (TlStudy) read = NULL;
      g_autoptr (TlHistory) history = NULL;
      g_autoptr (GPtrArray) added = NULL;

      for (guint i = 0; i < flow->steps->len; i += 2)
        g_ptr_array_add (steps, g_ptr_array_index (flow->steps, i));
      fragment = tl_fragment_new (steps);
      written = tl_test_write (fragment);
      read = tl_test_read (written);
      again = tl_test_write (read);
      g_assert_cmpstr (again, ==, written);
      /* Into the very study that it comes from: all ids are new. */
      history = tl_history_new (study);
      added = tl_fragment_insert (history, flow, read, 0, 1000);
      g_assert_cmpuint (added->len, ==, steps->len);
      for (guint i = 0; i < added->len; i++)
        {
          const TlStep *step = g_ptr_array_index (added, i);
          const TlStep *original = g_ptr_array_index (steps, i);

          g_assert_true (step->item.parent == TL_ITEM (flow));
          g_assert_cmpstr (step->name, ==, original->name);
          g_assert_true (step->role == original->role);
          g_assert_true (tl_study_find (study, step->item.id) == step);
        }
      /* And what they were pasted into can be written and read. */
      whole = tl_test_write (study);
      tl_test_same_bytes (whole);
    }
}

/* A study without steps has nothing to paste, and says so by having no flow. */
static void
test_nothing (void)
{
  g_autoptr (TlStudy) study = tl_test_read (STUDY_START "/>");

  g_assert_null (tl_fragment_flow (study));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/fragment/round-trip", test_round_trip);
  g_test_add_func ("/fragment/nothing", test_nothing);
  return g_test_run ();
}
