/* test-need.c: end-to-end days out of the log, counted by hand. */
#include "analysis/need.h"
#include "study/contact.h"
#include "study/item-build.h"
#include "study/measure.h"

#include <math.h>

static void
hear (TlStudy *study, const char *when, const char *thread)
{
  gpointer contact = tl_item_new (TL_ITEM_CONTACT);

  tl_item_set_text (contact, "when", when);
  tl_item_set_text (contact, "thread", thread);
  tl_item_append (study, contact);
}

/* A: 1 March to 4 March; B: one call; C: over the end of February; E may go on, as the log ends too soon after it; the
 * rest tells nothing. */
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
  hear (study, "2026-03-06", "E");
  hear (study, "2026-03-19", NULL);
  hear (study, "soon", "D");
  needs = tl_needs_of (study);
  g_assert_cmpuint (needs->len, ==, 4);
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

/* Against a count of its own, in the plainest way: every pair of contacts is compared. */
static void
assert_spread (const TlStudy *study)
{
  TlNeedSpread spread = tl_needs_spread (study);
  guint by_contacts[TL_NEED_MANY] = { 0 }, n = 0, without = 0, several = 0;

  for (guint i = 0; i < study->contacts->len; i++)
    {
      const TlContact *contact = study->contacts->pdata[i];
      guint before = 0, all = 0;

      without += contact->thread ? 0 : 1;
      for (guint j = 0; contact->thread && j < study->contacts->len; j++)
        if (g_strcmp0 (((TlContact *) study->contacts->pdata[j])->thread, contact->thread) == 0)
          {
            all++;
            before += j < i ? 1 : 0;
          }
      if (all == 0 || before > 0)
        continue;
      n++;
      several += all >= 2 ? 1 : 0;
      by_contacts[all >= 5 ? 4 : all - 1]++;
    }
  g_assert_cmpuint (spread.n, ==, n);
  g_assert_cmpuint (spread.several, ==, several);
  g_assert_cmpuint (spread.without, ==, without);
  g_assert_cmpuint (spread.contacts, ==, study->contacts->len);
  g_assert_cmpuint (spread.met + spread.open + spread.undated, ==, n);
  for (guint i = 0; i < TL_NEED_MANY; i++)
    g_assert_cmpuint (spread.by_contacts[i], ==, by_contacts[i]);
}

static void
test_spread_of_many (void)
{
  g_autoptr (TlStudy) study = tl_study_new ();
  g_autoptr (GRand) chance = g_rand_new_with_seed (7);

  for (guint i = 0; i < 600; i++)
    {
      g_autofree char *thread = g_strdup_printf ("t%d", g_rand_int_range (chance, 0, 220));
      g_autofree char *when
          = g_strdup_printf ("2026-%02d-%02d", g_rand_int_range (chance, 1, 13), g_rand_int_range (chance, 1, 29));

      hear (study, g_rand_boolean (chance) ? when : "soon", g_rand_int_range (chance, 0, 3) ? thread : NULL);
    }
  assert_spread (study);
}

/* By hand, in a log that ends on 20 April, so that what is heard after 6 April may go on: A took 9 days; B 1 day, but
 * it was heard of on the 7th; C the same day; D 30 days, to the 6th; E has no day. */
static void
test_spread_of_days (void)
{
  g_autoptr (TlStudy) study = tl_study_new ();
  TlNeedSpread spread;

  hear (study, "2026-03-10T15:00", "A");
  hear (study, "2026-03-10T09:00", "A");
  hear (study, "2026-03-01", "A");
  hear (study, "2026-04-06", "B");
  hear (study, "2026-04-07", "B");
  hear (study, "2026-03-05", "C");
  hear (study, "2026-03-07", "D");
  hear (study, "2026-04-06", "D");
  hear (study, NULL, "E");
  hear (study, "2026-04-20", NULL);
  spread = tl_needs_spread (study);
  g_assert_cmpuint (spread.met, ==, 3);
  g_assert_cmpuint (spread.open, ==, 1);
  g_assert_cmpuint (spread.undated, ==, 1);
  g_assert_cmpfloat (spread.median_days, ==, 9);
  g_assert_cmpuint (spread.by_days[0], ==, 1);
  g_assert_cmpuint (spread.by_days[4], ==, 1);
  g_assert_cmpuint (spread.by_days[6], ==, 1);
  g_assert_cmpuint (spread.without, ==, 1);
  /* An even number of needs: half way between the two in the middle. */
  hear (study, "2026-03-12", "F");
  hear (study, "2026-03-14", "F");
  g_assert_cmpfloat (tl_needs_spread (study).median_days, ==, 5.5);
}

static void
test_none (void)
{
  g_autoptr (TlStudy) study = tl_study_new ();
  g_autoptr (GArray) needs = tl_needs_of (study);

  g_assert_cmpuint (needs->len, ==, 0);
  g_assert_cmpuint (tl_needs_spread (study).n, ==, 0);
  g_assert_true (isnan (tl_needs_spread (study).median_days));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/need/needs", test_needs);
  g_test_add_func ("/need/none", test_none);
  g_test_add_func ("/need/spread-of-many", test_spread_of_many);
  g_test_add_func ("/need/spread-of-days", test_spread_of_days);
  return g_test_run ();
}
