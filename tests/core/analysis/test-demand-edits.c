/* Splitting a demand type moves no hours, and merging the two again gives back what was. */
#include <math.h>

#include "analysis/capacity.h"
#include "small-study.h"
#include "study/demand-edits.h"
#include "study/item-build.h"

static TlCapacity *
compute (const SmallStudy *small)
{
  g_autoptr (GError) error = NULL;
  TlCapacity *capacity = tl_capacity_compute (small->study, small->flow, &error);

  g_assert_no_error (error);
  return capacity;
}

static void
add_contacts (TlStudy *study, TlDemand *demand, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      TlItem *contact = tl_item_new (TL_ITEM_CONTACT);

      tl_item_set_text (contact, "words", i % 3 == 0 ? "When does he come?" : "Is he coming?");
      tl_item_set_item (contact, "demand", demand);
      tl_item_append (study, contact);
    }
}

static void
assert_same_hours (const TlCapacity *a, const TlCapacity *b)
{
  for (int i = 0; i < TL_N_BUCKETS; i++)
    g_assert_cmpfloat_with_epsilon (a->hours.hours[i], b->hours.hours[i], 1e-9);
  g_assert_cmpfloat_with_epsilon (a->contacts, b->contacts, 1e-9);
  g_assert_cmpfloat_with_epsilon (a->failure_contacts, b->failure_contacts, 1e-9);
}

static void
test_split_and_merge (gconstpointer id)
{
  g_auto (SmallStudy) small;
  g_autoptr (TlHistory) history = NULL;
  g_autoptr (GPtrArray) contacts = NULL;
  g_autoptr (TlCapacity) before = NULL, split = NULL, merged = NULL;
  TlDemand *demand, *other;

  small_study_init_repairs (&small);
  demand = tl_study_find (small.study, id);
  add_contacts (small.study, demand, 30);
  history = tl_history_new (small.study);
  before = compute (&small);
  contacts = tl_demand_contacts_saying (demand, "when");
  g_assert_cmpuint (contacts->len, ==, 10);
  other = tl_demand_split (history, demand, contacts, "When?");
  split = compute (&small);
  assert_same_hours (before, split);
  tl_demand_merge (history, demand, other, demand->frequency, other->frequency);
  merged = compute (&small);
  assert_same_hours (before, merged);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/analysis/demand-edits/value", "d1", test_split_and_merge);
  g_test_add_data_func ("/analysis/demand-edits/raised", "d2", test_split_and_merge);
  g_test_add_data_func ("/analysis/demand-edits/raised-alone", "d3", test_split_and_merge);
  return g_test_run ();
}
