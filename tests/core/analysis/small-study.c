#include "small-study.h"

#include <math.h>

#include "study/contact.h"
#include "study/item-build.h"

static gpointer
add (SmallStudy *self, gpointer parent, TlItemKind kind)
{
  gpointer item = tl_item_new (kind);

  tl_item_append (parent, item);
  if (tl_item_type (kind)->id_prefix != 0)
    {
      g_autofree char *id = tl_study_new_id (self->study, kind);

      g_assert_true (tl_item_set_id (item, id));
    }
  return item;
}

static void
set_number (gpointer item, const char *field, double number)
{
  if (!isnan (number))
    tl_item_set_number (item, field, number);
}

void
small_study_init (SmallStudy *self)
{
  self->study = tl_study_new ();
  self->flow = add (self, self->study, TL_ITEM_FLOW);
}

void
small_study_clear (SmallStudy *self)
{
  g_clear_pointer (&self->study, tl_study_unref);
}

TlRole *
small_study_role (SmallStudy *self, double people, double hours)
{
  TlRole *role = add (self, self->study, TL_ITEM_ROLE);

  set_number (role, "people", people);
  set_number (role, "hours", hours);
  return role;
}

TlDemand *
small_study_demand (SmallStudy *self, const char *name, TlDemandKind kind, double frequency)
{
  TlDemand *demand = add (self, self->study, TL_ITEM_DEMAND);

  tl_item_set_text (demand, "name", name);
  tl_item_set_choice (demand, "kind", kind);
  set_number (demand, "frequency", frequency);
  return demand;
}

TlStep *
small_study_step (SmallStudy *self, const char *name, TlStepClass class, double work)
{
  TlStep *step = add (self, self->flow, TL_ITEM_STEP);

  tl_item_set_text (step, "name", name);
  tl_item_set_choice (step, "class", class);
  set_number (step, "work-minutes", work);
  return step;
}

TlConnector *
small_study_connect (SmallStudy *self, TlStep *from, TlStep *to, double share)
{
  TlConnector *connector = add (self, self->flow, TL_ITEM_CONNECTOR);

  tl_item_set_item (connector, "from", from);
  tl_item_set_item (connector, "to", to);
  set_number (connector, "share", share);
  return connector;
}

TlConnector *
small_study_rework (SmallStudy *self, TlStep *from, TlStep *to, double share)
{
  TlConnector *connector = small_study_connect (self, from, to, share);

  tl_item_set_choice (connector, "kind", TL_CONNECTOR_REWORK);
  return connector;
}

void
small_study_share (TlConnector *connector, TlDemand *demand, double share)
{
  gpointer item = tl_item_new (TL_ITEM_SHARE);

  tl_item_append (connector, item);
  tl_item_set_item (item, "demand", demand);
  tl_item_set_number (item, "value", share);
}

TlEntry *
small_study_enter (SmallStudy *self, TlDemand *demand, TlStep *step)
{
  TlEntry *entry = add (self, self->flow, TL_ITEM_ENTRY);

  tl_item_set_item (entry, "demand", demand);
  tl_item_set_item (entry, "step", step);
  return entry;
}

TlRaises *
small_study_raise (SmallStudy *self, TlStep *step, TlDemand *demand, double rate)
{
  TlRaises *raises = add (self, self->flow, TL_ITEM_RAISES);

  tl_item_set_item (raises, "step", step);
  tl_item_set_item (raises, "demand", demand);
  set_number (raises, "rate", rate);
  return raises;
}

void
small_study_contact (SmallStudy *self, TlDemand *demand, const char *when)
{
  TlContact *contact = add (self, self->study, TL_ITEM_CONTACT);

  if (demand != NULL)
    tl_item_set_item (contact, "demand", demand);
  if (when != NULL)
    tl_item_set_text (contact, "when", when);
}

void
small_study_init_repairs (SmallStudy *self)
{
  TlRole *calls, *trades;
  TlDemand *fix, *where, *again;
  TlStep *call, *check, *visit, *close, *chaser;
  TlConnector *on, *to_chaser;

  small_study_init (self);
  calls = small_study_role (self, 6, 30);
  trades = small_study_role (self, 20, 32);
  fix = small_study_demand (self, "Please fix something", TL_DEMAND_VALUE, 325);
  where = small_study_demand (self, "Where is my repair?", TL_DEMAND_FAILURE, 60);
  again = small_study_demand (self, "You did not finish the job", TL_DEMAND_FAILURE, 0);

  call = small_study_step (self, "Take the call", TL_CLASS_VALUE, 6);
  check = small_study_step (self, "Check the policy", TL_CLASS_WASTE, 4);
  visit = small_study_step (self, "Visit and fix", TL_CLASS_VALUE, 70);
  close = small_study_step (self, "Close the works order", TL_CLASS_WASTE, 5);
  chaser = small_study_step (self, "Answer the chaser", TL_CLASS_WASTE, 8);
  tl_item_set_number (check, "wait-minutes", 120);
  tl_item_set_number (visit, "wait-minutes", 20160);
  tl_item_set_item (call, "role", calls);
  tl_item_set_item (check, "role", calls);
  tl_item_set_item (visit, "role", trades);
  tl_item_set_item (close, "role", calls);
  tl_item_set_item (chaser, "role", calls);

  on = small_study_connect (self, call, check, NAN);
  small_study_share (on, where, 0);
  to_chaser = small_study_connect (self, call, chaser, 0);
  small_study_share (to_chaser, where, 1);
  small_study_connect (self, check, visit, 0.9);
  small_study_rework (self, check, call, 0.1);
  small_study_connect (self, visit, close, 0.8);
  small_study_rework (self, visit, visit, 0.2);

  small_study_enter (self, fix, call);
  small_study_enter (self, where, call);
  small_study_enter (self, again, call);
  small_study_raise (self, visit, where, 0.35);
  small_study_raise (self, close, again, 0.12);
}

void
assert_same (double actual, double expected)
{
  g_assert_cmpfloat_with_epsilon (actual, expected, 1e-9 * MAX (MAX (fabs (actual), fabs (expected)), 1e-3));
}
