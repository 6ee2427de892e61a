/* A type of demand found by some letters of its name. */
#include "study/contact.h"
#include "study/demand-search.h"
#include "study/item-build.h"

static TlDemand *
add_demand (TlStudy *study, const char *name)
{
  TlDemand *demand = tl_item_new (TL_ITEM_DEMAND);
  g_autofree char *id = tl_study_new_id (study, TL_ITEM_DEMAND);

  tl_item_set_id (demand, id);
  tl_item_set_text (demand, "name", name);
  tl_item_append (study, demand);
  return demand;
}

static void
assert_found (TlStudy *study, const char *typed, gboolean often_first, const char *expected)
{
  g_autoptr (GArray) found = tl_demands_find (study, typed, often_first);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (names, "%s%s", i ? "|" : "", g_array_index (found, TlDemandMatch, i).demand->name);
  g_assert_cmpstr (names->str, ==, expected);
}

static TlStudy *
make_study (void)
{
  TlStudy *study = tl_study_new ();

  add_demand (study, "Progress of a repair");
  add_demand (study, "Repair a tap");
  add_demand (study, "Répair");
  add_demand (study, "Rent");
  return study;
}

/* The same name before one that begins so, before one that has it somewhere. */
static void
test_closeness (void)
{
  g_autoptr (TlStudy) study = make_study ();

  assert_found (study, " repair ", FALSE, "Répair|Repair a tap|Progress of a repair");
  assert_found (study, "REN", FALSE, "Rent");
  assert_found (study, "boiler", FALSE, "");
  assert_found (study, "", FALSE, "Progress of a repair|Repair a tap|Répair|Rent");
}

static void
test_often (void)
{
  g_autoptr (TlStudy) study = make_study ();

  for (guint i = 0; i < 3; i++)
    {
      TlContact *contact = tl_item_new (TL_ITEM_CONTACT);
      g_autofree char *id = tl_study_new_id (study, TL_ITEM_CONTACT);

      tl_item_set_id (contact, id);
      contact->demand = study->demands->pdata[i < 2 ? 3 : 1];
      tl_item_append (study, contact);
    }
  assert_found (study, "", TRUE, "Rent|Repair a tap|Progress of a repair|Répair");
}

static void
test_new_name (void)
{
  g_autoptr (TlStudy) study = make_study ();
  g_autoptr (GArray) same = tl_demands_find (study, "rent", FALSE);
  g_autoptr (GArray) some = tl_demands_find (study, "ren", FALSE);
  g_autoptr (GArray) none = tl_demands_find (study, "x", FALSE);

  g_assert_true (tl_demands_have (same));
  g_assert_false (tl_demands_have (some));
  g_assert_false (tl_demands_have (none));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/demand-search/closeness", test_closeness);
  g_test_add_func ("/demand-search/often", test_often);
  g_test_add_func ("/demand-search/new-name", test_new_name);
  return g_test_run ();
}
