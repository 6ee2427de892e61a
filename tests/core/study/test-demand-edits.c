/* Two demand types become one, and one becomes two: what moves, what adds up, and back again. */
#include <math.h>

#include "small-study.h"
#include "study/condition.h"
#include "study/connector.h"
#include "study/demand-edits.h"
#include "study/flow-edits.h"
#include "study/item-build.h"

typedef struct
{
  TlHistory *history;
  TlStudy *study;
  TlFlow *flow;
  TlDemand *repair; /* d1, value, enters at s1 */
  TlDemand *chase;  /* d2, failure, enters at s5, raised by s3, tied to n1, share 0 of c1 */
  TlDemand *third;  /* d3, failure, with three contacts, raised by s3 and s2 */
  char *before;
} Fixture;

static gpointer
found (Fixture *self, const char *id)
{
  gpointer item = tl_study_find (self->study, id);

  g_assert_nonnull (item);
  return item;
}

static TlContact *
say (Fixture *self, const char *words, TlDemand *demand)
{
  TlItem *contact = tl_item_new (TL_ITEM_CONTACT);
  g_autofree char *id = tl_study_new_id (self->study, TL_ITEM_CONTACT);

  tl_item_set_id (contact, id);
  tl_item_set_text (contact, "words", words);
  tl_item_set_item (contact, "demand", demand);
  tl_item_append (self->study, contact);
  return (TlContact *) contact;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (TlHistory) building = small_history_new ();

  self->study = tl_study_ref (tl_history_get_study (building));
  self->flow = found (self, "f1");
  self->repair = found (self, "d1");
  self->chase = found (self, "d2");
  self->third = tl_study_add_demand (building, "Nobody came", TL_DEMAND_FAILURE, (double) NAN);
  tl_flow_add_raises (building, found (self, "s3"), self->third, 0.15);
  tl_flow_add_raises (building, found (self, "s2"), self->third, 0.1);
  tl_flow_add_entry (building, self->third, found (self, "s1"));
  tl_connector_set_share (building, found (self, "c1"), self->third, 0.5);
  say (self, "Nobody came on Monday", self->third);
  say (self, "I waited all day", self->third);
  say (self, "nobody CAME again", self->third);
  self->history = tl_history_new (self->study);
  self->before = study_text (self->study);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->history);
  tl_study_unref (self->study);
  g_free (self->before);
}

static double
rate_at (Fixture *self, const char *step, const TlDemand *demand)
{
  double rate = 0;

  for (guint i = 0; i < self->flow->raises->len; i++)
    {
      TlRaises *raises = g_ptr_array_index (self->flow->raises, i);

      if (raises->demand == demand && raises->step == found (self, step))
        rate += raises->rate;
    }
  return rate;
}

static void
check_undone (Fixture *self)
{
  g_assert_cmpuint (tl_history_length (self->history), ==, 1);
  assert_undone_and_redone (self->history, self->before);
}

static void
test_ties (Fixture *self, gconstpointer data)
{
  TlDemandTies ties = tl_demand_ties (self->third);

  g_assert_cmpuint (ties.contacts, ==, 3);
  g_assert_cmpuint (ties.entries, ==, 1);
  g_assert_cmpuint (ties.raises, ==, 2);
  g_assert_cmpuint (ties.shares, ==, 1);
  g_assert_cmpuint (ties.links, ==, 0);
  ties = tl_demand_ties (self->chase);
  g_assert_cmpuint (ties.contacts, ==, 1);
  g_assert_cmpuint (ties.links, ==, 1);
}

/* Of both: contacts move, rates of the same step add, shares are weighed by frequency, the entry stays. */
static void
test_merge (Fixture *self, gconstpointer data)
{
  g_autofree char *gone = g_strdup (self->third->item.id);
  TlDemandTies ties;

  tl_demand_merge (self->history, self->chase, self->third, 30, 10);
  g_assert_null (tl_study_find (self->study, gone));
  ties = tl_demand_ties (self->chase);
  g_assert_cmpuint (ties.contacts, ==, 4);
  g_assert_cmpuint (ties.entries, ==, 1);
  g_assert_cmpuint (ties.raises, ==, 2);
  g_assert_cmpuint (ties.shares, ==, 1);
  g_assert_cmpuint (ties.links, ==, 1);
  g_assert_cmpfloat (rate_at (self, "s3", self->chase), ==, 0.35 + 0.15);
  g_assert_cmpfloat (rate_at (self, "s2", self->chase), ==, 0.1);
  g_assert_cmpfloat (tl_connector_own_share (found (self, "c1"), self->chase)->value, ==, 0.5 * 0.25);
  /* Neither is typed: the log goes on counting. */
  g_assert_true (isnan (self->chase->frequency));
  check_undone (self);
}

/* The kind of a type that goes stays with its contacts where the other is of another kind. */
static void
test_merge_kinds (Fixture *self, gconstpointer data)
{
  TlContact *own = say (self, "unsure", self->third);
  guint judged = 0;

  tl_item_set_choice (own, "kind", TL_CONTACT_UNSURE);
  g_free (self->before);
  self->before = study_text (self->study);
  tl_demand_merge (self->history, self->repair, self->third, 325, 7);
  g_assert_cmpfloat (self->repair->frequency, ==, 332);
  g_assert_cmpint (self->repair->kind, ==, TL_DEMAND_VALUE);
  for (guint i = 0; i < self->study->contacts->len; i++)
    {
      TlContact *contact = g_ptr_array_index (self->study->contacts, i);

      judged += contact->demand == self->repair && contact->kind == TL_CONTACT_FAILURE;
    }
  g_assert_cmpuint (judged, ==, 3);
  g_assert_cmpint (own->kind, ==, TL_CONTACT_UNSURE);
  check_undone (self);
}

static void
test_merge_matters (Fixture *self, gconstpointer data)
{
  tl_demand_merge (self->history, self->third, self->repair, (double) NAN, 325);
  g_assert_cmpuint (self->third->links->len, ==, 1);
  g_assert_true (((TlLink *) g_ptr_array_index (self->third->links, 0))->matter == found (self, "m1"));
  g_assert_cmpfloat (self->third->frequency, ==, 325);
  check_undone (self);
}

static void
test_split (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) contacts = tl_demand_contacts_saying (self->third, "nobody came");
  TlDemand *other;
  TlDemandTies ties;

  g_assert_cmpuint (contacts->len, ==, 2);
  other = tl_demand_split (self->history, self->third, contacts, "Missed visit");
  g_assert_cmpstr (other->name, ==, "Missed visit");
  g_assert_cmpint (other->kind, ==, TL_DEMAND_FAILURE);
  g_assert_cmpuint (tl_item_position (other), ==, tl_item_position (self->third) + 1);
  ties = tl_demand_ties (other);
  g_assert_cmpuint (ties.contacts, ==, 2);
  g_assert_cmpuint (ties.entries, ==, 1);
  g_assert_cmpuint (ties.shares, ==, 1);
  g_assert_cmpuint (tl_demand_ties (self->third).contacts, ==, 1);
  g_assert_cmpfloat_with_epsilon (rate_at (self, "s3", other), 0.1, 1e-12);
  g_assert_cmpfloat_with_epsilon (rate_at (self, "s3", self->third), 0.05, 1e-12);
  check_undone (self);
}

static void
test_split_typed (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) all = tl_demand_contacts_saying (self->chase, "");
  TlDemand *other;

  g_assert_cmpuint (all->len, ==, 1);
  say (self, "second", self->chase);
  say (self, "third", self->chase);
  say (self, "fourth", self->chase);
  tl_item_set_number (self->chase, "frequency", 60);
  g_free (self->before);
  self->before = study_text (self->study);
  other = tl_demand_split (self->history, self->chase, all, "Other");
  g_assert_cmpfloat (self->chase->frequency, ==, 45);
  g_assert_cmpfloat (other->frequency, ==, 15);
  g_assert_cmpuint (tl_demand_ties (other).links, ==, 1);
  check_undone (self);
}

static void
test_named (Fixture *self, gconstpointer data)
{
  g_assert_true (tl_demand_named (self->study, "NOBODY came") == self->third);
  g_assert_null (tl_demand_named (self->study, "nobody"));
}

#define ADD(name, function) g_test_add ("/study/demand-edits/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("ties", test_ties);
  ADD ("merge", test_merge);
  ADD ("merge-kinds", test_merge_kinds);
  ADD ("merge-matters", test_merge_matters);
  ADD ("split", test_split);
  ADD ("split-typed", test_split_typed);
  ADD ("named", test_named);
  return g_test_run ();
}
