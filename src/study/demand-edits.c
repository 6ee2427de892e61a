#include "demand-edits.h"

#include <math.h>
#include <string.h>

#include "condition.h"
#include "connector.h"
#include "deletion.h"
#include "entry.h"
#include "flow-edits.h"
#include "flow.h"
#include "item-build.h"
#include "raises.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* ---- what hangs on a type ---- */

typedef struct
{
  const TlDemand *demand;
  TlDemandTies ties;
} Count;

static gboolean
count_tie (TlItem *item, gpointer data)
{
  Count *self = data;

  switch ((int) item->kind)
    {
    case TL_ITEM_CONTACT:
      self->ties.contacts += ((TlContact *) item)->demand == self->demand;
      break;
    case TL_ITEM_ENTRY:
      self->ties.entries += ((TlEntry *) item)->demand == self->demand;
      break;
    case TL_ITEM_RAISES:
      self->ties.raises += ((TlRaises *) item)->demand == self->demand;
      break;
    case TL_ITEM_SHARE:
      self->ties.shares += ((TlShare *) item)->demand == self->demand;
      break;
    case TL_ITEM_LINK:
      self->ties.links += ((TlLink *) item)->demand == self->demand;
      break;
    default:
      break;
    }
  return TRUE;
}

/**
 * tl_demand_ties:
 * @demand: a demand type of a study
 *
 * Returns: how much hangs on it
 */
TlDemandTies
tl_demand_ties (const TlDemand *demand)
{
  Count count = { demand, { 0 } };

  tl_item_walk (tl_study_of (demand), count_tie, &count);
  return count.ties;
}

/* ---- two become one ---- */

typedef struct
{
  TlHistory *history;
  TlDemand *into;
  TlDemand *from;
  double into_part; /* of the arrivals of both */
} Merge;

static void
hand_over (Merge *self, gpointer item)
{
  tl_history_apply (self->history, tl_edit_new_set_item (item, "demand", self->into));
}

static void
drop (Merge *self, gpointer item)
{
  tl_history_apply (self->history, tl_edit_new_remove (item));
}

/* What was judged stays judged: who listened said value or failure by choosing the type. */
static TlContactKind
kind_kept (Merge *self, const TlContact *contact)
{
  if (contact->kind != TL_CONTACT_AS_DEMAND || self->from->kind == self->into->kind)
    return contact->kind;
  switch (self->from->kind)
    {
    case TL_DEMAND_VALUE:
      return TL_CONTACT_VALUE;
    case TL_DEMAND_FAILURE:
      return TL_CONTACT_FAILURE;
    case TL_DEMAND_UNSURE:
    default:
      return TL_CONTACT_AS_DEMAND;
    }
}

static void
merge_contacts (Merge *self, GPtrArray *contacts)
{
  for (guint i = 0; i < contacts->len; i++)
    {
      TlContact *contact = g_ptr_array_index (contacts, i);
      TlContactKind kind = kind_kept (self, contact);

      if (contact->demand != self->from)
        continue;
      hand_over (self, contact);
      tl_history_apply (self->history, tl_edit_new_set_choice (contact, "kind", (int) kind));
    }
}

/* A type enters a flow at one step. Goes backwards, as some are dropped. */
static void
merge_entries (Merge *self, GPtrArray *entries)
{
  gboolean enters = FALSE;

  for (guint i = 0; i < entries->len; i++)
    enters |= ((TlEntry *) g_ptr_array_index (entries, i))->demand == self->into;
  for (guint i = entries->len; i-- > 0;)
    {
      TlEntry *entry = g_ptr_array_index (entries, i);

      if (entry->demand == self->from && enters)
        drop (self, entry);
      else if (entry->demand == self->from)
        hand_over (self, entry);
    }
}

static TlRaises *
raises_of (GPtrArray *list, const TlStep *step, const TlDemand *demand)
{
  for (guint i = 0; i < list->len; i++)
    {
      TlRaises *raises = g_ptr_array_index (list, i);

      if (raises->step == step && raises->demand == demand)
        return raises;
    }
  return NULL;
}

/* A step that caused both causes the one as often as it did the two. */
static void
merge_raises (Merge *self, GPtrArray *list)
{
  for (guint i = list->len; i-- > 0;)
    {
      TlRaises *raises = g_ptr_array_index (list, i);
      TlRaises *own;

      if (raises->demand != self->from)
        continue;
      own = raises_of (list, raises->step, self->into);
      if (!own)
        {
          hand_over (self, raises);
          continue;
        }
      tl_history_apply (self->history, tl_edit_new_set_number (own, "rate", own->rate + raises->rate));
      drop (self, raises);
    }
}

/* Where both have a share of their own, each counts by how often it comes. */
static void
merge_shares (Merge *self, TlConnector *connector)
{
  TlShare *own = tl_connector_own_share (connector, self->into);
  TlShare *other = tl_connector_own_share (connector, self->from);

  if (!other)
    return;
  if (!own)
    {
      hand_over (self, other);
      return;
    }
  tl_history_apply (
      self->history,
      tl_edit_new_set_number (own, "value", own->value * self->into_part + other->value * (1 - self->into_part)));
  drop (self, other);
}

static void
merge_flow (Merge *self, TlFlow *flow)
{
  merge_entries (self, flow->entries);
  merge_raises (self, flow->raises);
  for (guint i = 0; i < flow->connectors->len; i++)
    merge_shares (self, g_ptr_array_index (flow->connectors, i));
}

static void
merge_condition (Merge *self, TlCondition *condition)
{
  gboolean tied = FALSE;

  for (guint i = 0; i < condition->links->len; i++)
    tied |= ((TlLink *) g_ptr_array_index (condition->links, i))->demand == self->into;
  for (guint i = condition->links->len; i-- > 0;)
    {
      TlLink *link = g_ptr_array_index (condition->links, i);

      if (link->demand == self->from && tied)
        drop (self, link);
      else if (link->demand == self->from)
        hand_over (self, link);
    }
}

static gboolean
is_about (const TlDemand *demand, const TlMatter *matter)
{
  for (guint i = 0; i < demand->links->len; i++)
    if (((TlLink *) g_ptr_array_index (demand->links, i))->matter == matter)
      return TRUE;
  return FALSE;
}

static void
add_matter (TlHistory *history, TlDemand *demand, TlMatter *matter)
{
  g_autoptr (TlItem) link = tl_item_new (TL_ITEM_LINK);

  tl_item_set_item (link, "matter", matter);
  tl_history_apply (history, tl_edit_new_insert (demand, link, demand->links->len));
}

static void
merge_matters (Merge *self)
{
  for (guint i = 0; i < self->from->links->len; i++)
    {
      TlLink *link = g_ptr_array_index (self->from->links, i);

      if (link->matter && !is_about (self->into, link->matter))
        add_matter (self->history, self->into, link->matter);
    }
}

static double
or_zero (double number)
{
  return isnan (number) ? 0 : number;
}

/* Where neither is typed, the log goes on counting both. */
static void
merge_frequency (Merge *self, double into_rate, double from_rate)
{
  if (isnan (self->into->frequency) && isnan (self->from->frequency))
    return;
  tl_history_apply (self->history,
                    tl_edit_new_set_number (self->into, "frequency",
                                            MIN (or_zero (into_rate) + or_zero (from_rate), TL_NUMBER_MOST)));
}

static void
merge_judgement (Merge *self)
{
  if (self->into->kind == TL_DEMAND_UNSURE)
    tl_history_apply (self->history, tl_edit_new_set_choice (self->into, "kind", (int) self->from->kind));
  if (self->into->predictable == TL_PREDICTABLE_UNKNOWN)
    tl_history_apply (self->history, tl_edit_new_set_choice (self->into, "predictable", (int) self->from->predictable));
}

static double
part_of (double into_rate, double from_rate)
{
  double sum = or_zero (into_rate) + or_zero (from_rate);

  return sum > 0 ? or_zero (into_rate) / sum : 0.5;
}

/**
 * tl_demand_merge:
 * @history: the study's history
 * @into: the demand type that stays, with its name
 * @from: another one, which goes
 * @into_rate: how often @into comes from outside, by what is typed or counted; NAN where not known
 * @from_rate: the same of @from
 *
 * Contacts, entries, raises, shares, links and matters of @from become those of @into. Frequencies and
 * the rates of a step that causes both add up; of two shares the mean by frequency is taken; of two
 * entries into one flow that of @into stays. Contacts that were judged by a type of another kind keep
 * that judgement.
 */
void
tl_demand_merge (TlHistory *history, TlDemand *into, TlDemand *from, double into_rate, double from_rate)
{
  TlStudy *study = tl_history_get_study (history);
  Merge self = { history, into, from, part_of (into_rate, from_rate) };

  g_return_if_fail (into != from);
  tl_history_begin (history, _ ("Merge demands"), NULL);
  merge_judgement (&self);
  merge_contacts (&self, study->contacts);
  for (guint i = 0; i < study->flows->len; i++)
    merge_flow (&self, g_ptr_array_index (study->flows, i));
  for (guint i = 0; i < study->conditions->len; i++)
    merge_condition (&self, g_ptr_array_index (study->conditions, i));
  merge_matters (&self);
  merge_frequency (&self, into_rate, from_rate);
  tl_item_delete (history, from);
  tl_history_end (history);
}

/* ---- one becomes two ---- */

static TlDemand *
add_beside (TlHistory *history, TlDemand *demand, const char *name)
{
  TlDemand *other = tl_study_add_demand (history, name, demand->kind, (double) NAN);

  tl_history_apply (history, tl_edit_new_move (other, tl_item_position (demand) + 1));
  tl_history_apply (history, tl_edit_new_set_choice (other, "predictable", (int) demand->predictable));
  for (guint i = 0; i < demand->links->len; i++)
    {
      TlLink *link = g_ptr_array_index (demand->links, i);

      if (link->matter)
        add_matter (history, other, link->matter);
    }
  return other;
}

static void
split_flow (TlHistory *history, TlFlow *flow, TlDemand *demand, TlDemand *other, double part)
{
  guint n_entries = flow->entries->len, n_raises = flow->raises->len;

  for (guint i = 0; i < n_entries; i++)
    {
      TlEntry *entry = g_ptr_array_index (flow->entries, i);

      if (entry->demand == demand)
        tl_flow_add_entry (history, other, entry->step);
    }
  for (guint i = 0; i < n_raises; i++)
    {
      TlRaises *raises = g_ptr_array_index (flow->raises, i);
      double rate = raises->rate;

      if (raises->demand != demand)
        continue;
      tl_history_apply (history, tl_edit_new_set_number (raises, "rate", rate * (1 - part)));
      tl_flow_add_raises (history, raises->step, other, rate * part);
    }
  for (guint i = 0; i < flow->connectors->len; i++)
    {
      TlConnector *connector = g_ptr_array_index (flow->connectors, i);
      TlShare *own = tl_connector_own_share (connector, demand);

      if (own)
        tl_connector_set_share (history, connector, other, own->value);
    }
}

static void
split_links (TlHistory *history, TlCondition *condition, TlDemand *demand, TlDemand *other)
{
  guint n = condition->links->len;

  for (guint i = 0; i < n; i++)
    if (((TlLink *) g_ptr_array_index (condition->links, i))->demand == demand)
      {
        g_autoptr (TlItem) link = tl_item_new (TL_ITEM_LINK);

        tl_item_set_item (link, "demand", other);
        tl_history_apply (history, tl_edit_new_insert (condition, link, condition->links->len));
      }
}

static void
split_frequency (TlHistory *history, TlDemand *demand, TlDemand *other, double part)
{
  double whole = demand->frequency;

  if (isnan (whole))
    return;
  tl_history_apply (history, tl_edit_new_set_number (demand, "frequency", whole * (1 - part)));
  tl_history_apply (history, tl_edit_new_set_number (other, "frequency", whole * part));
}

/**
 * tl_demand_split:
 * @history: the study's history
 * @demand: a demand type
 * @contacts: (element-type TlContact): those of its contacts that are about something else
 * @name: (nullable): what these are about
 *
 * Makes a new type of those contacts, of the same kind and taking the same way through the flow. A typed
 * frequency, and the rates at which steps cause it, are parted as the contacts are.
 *
 * Returns: (transfer none): the new type, right after @demand
 */
TlDemand *
tl_demand_split (TlHistory *history, TlDemand *demand, GPtrArray *contacts, const char *name)
{
  TlStudy *study = tl_history_get_study (history);
  guint n = tl_demand_ties (demand).contacts;
  double part = n > 0 ? (double) contacts->len / n : 0;
  TlDemand *other;

  tl_history_begin (history, _ ("Split demand"), NULL);
  other = add_beside (history, demand, name);
  for (guint i = 0; i < contacts->len; i++)
    tl_history_apply (history, tl_edit_new_set_item (g_ptr_array_index (contacts, i), "demand", other));
  for (guint i = 0; i < study->flows->len; i++)
    split_flow (history, g_ptr_array_index (study->flows, i), demand, other, part);
  for (guint i = 0; i < study->conditions->len; i++)
    split_links (history, g_ptr_array_index (study->conditions, i), demand, other);
  split_frequency (history, demand, other, part);
  tl_history_end (history);
  return other;
}

/* ---- looking ---- */

/**
 * tl_demand_contacts_saying:
 * @demand: a demand type of a study
 * @words: some words, in any case
 *
 * Returns: (transfer container) (element-type TlContact): its contacts that say all that in one piece; all
 *   of them where @words is empty
 */
GPtrArray *
tl_demand_contacts_saying (const TlDemand *demand, const char *words)
{
  GPtrArray *contacts = tl_study_of (demand)->contacts;
  GPtrArray *found = g_ptr_array_new ();
  g_autofree char *needle = g_utf8_casefold (words, -1);

  for (guint i = 0; i < contacts->len; i++)
    {
      TlContact *contact = g_ptr_array_index (contacts, i);
      g_autofree char *hay = NULL;

      if (contact->demand != demand)
        continue;
      hay = g_utf8_casefold (contact->words ? contact->words : "", -1);
      if (strstr (hay, needle))
        g_ptr_array_add (found, contact);
    }
  return found;
}

/**
 * tl_demand_named:
 * @study: a study
 * @name: a name, in any case
 *
 * Returns: (transfer none) (nullable): the first demand type of that name
 */
TlDemand *
tl_demand_named (const TlStudy *study, const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < study->demands->len; i++)
    {
      TlDemand *demand = g_ptr_array_index (study->demands, i);
      g_autofree char *own = g_utf8_casefold (demand->name ? demand->name : "", -1);

      if (strcmp (own, wanted) == 0)
        return demand;
    }
  return NULL;
}
