/* test-need.c: end-to-end days out of the log, counted by hand. */
#include "analysis/need.h"
#include "study/item-build.h"
#include "study/measure.h"

static void
hear (TlStudy *study, const char *when, const char *thread)
{
  gpointer contact = tl_item_new (TL_ITEM_CONTACT);

  tl_item_set_text (contact, "when", when);
  tl_item_set_text (contact, "thread", thread);
  tl_item_append (study, contact);
}

/* A: 1 March to 4 March; B: one call; C: over the end of February; the rest tells nothing. */
static void
test_needs (void)
{
  g_autoptr (TlStudy) study = tl_study_new ();
  g_autoptr (GArray) needs = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) later = NULL;
  static const struct
  {
    const char *when;
    double days;
  } expected[] = { { "2026-03-02", 2 }, { "2026-03-04", 3 }, { "2026-03-05", 0 } };

  hear (study, "2026-03-04T10:00", "A");
  hear (study, "2026-03-01", "A");
  hear (study, "2026-03-05T23:59", "B");
  hear (study, "2026-02-28", "C");
  hear (study, "2026-03-02", "C");
  hear (study, "2026-03-02", "C");
  hear (study, "2026-03-09", NULL);
  hear (study, "soon", "D");
  needs = tl_needs_of (study);
  g_assert_cmpuint (needs->len, ==, 3);
  g_assert_cmpuint (g_array_index (needs, TlNeed, 0).contacts, ==, 3);
  all = tl_needs_as_points (needs, 0);
  g_assert_cmpuint (all->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < all->len; i++)
    {
      const TlPoint *point = g_ptr_array_index (all, i);

      g_assert_cmpstr (point->when, ==, expected[i].when);
      g_assert_cmpfloat (point->value, ==, expected[i].days);
    }
  later = tl_needs_as_points (needs, g_array_index (needs, TlNeed, 1).last);
  g_assert_cmpuint (later->len, ==, 1);
}

static void
test_none (void)
{
  g_autoptr (TlStudy) study = tl_study_new ();
  g_autoptr (GArray) needs = tl_needs_of (study);

  g_assert_cmpuint (needs->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/need/needs", test_needs);
  g_test_add_func ("/need/none", test_none);
  return g_test_run ();
}
