/* flow-lens.c: a lens on one flow: what is compared with what, before anything is drawn. */
#include "paint/flow-lens.h"

#include <math.h>

#include "paint/role-look.h"
#include "study/entry.h"
#include "study/raises.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static void
take_roles (TlFlowLens *self, const TlStudy *study, const TlFlow *flow)
{
  for (guint i = 0; i < study->roles->len; i++)
    {
      TlRole *role = g_ptr_array_index (study->roles, i);

      g_ptr_array_add (self->roles, tl_item_ref (role));
      g_hash_table_insert (self->role_places, role, GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < flow->steps->len; i++)
    self->has_unroled |= ((TlStep *) g_ptr_array_index (flow->steps, i))->role == NULL;
}

/* Of demand that enters at more than one step, the first entry is the one that counts. */
static void
take_arrivals (TlFlowLens *self, const TlFlow *flow)
{
  g_autoptr (GHashTable) waiting = g_hash_table_new (NULL, NULL);

  for (guint i = 0; self->capacity != NULL && i < self->capacity->demands->len; i++)
    {
      TlDemandNumbers *numbers = &g_array_index (self->capacity->demands, TlDemandNumbers, i);

      if (numbers->enters && numbers->computed)
        g_hash_table_insert (waiting, numbers->demand, numbers);
    }
  for (guint i = 0; i < flow->entries->len; i++)
    {
      TlEntry *entry = g_ptr_array_index (flow->entries, i);
      gpointer numbers = NULL;

      if (g_hash_table_steal_extended (waiting, entry->demand, NULL, &numbers))
        g_hash_table_insert (self->arrivals, entry, numbers);
    }
}

/* Whether the numbers tell how long the customer of one case waits. */
static gboolean
has_cases (const TlCapacity *capacity)
{
  for (guint i = 0; capacity != NULL && i < capacity->demands->len; i++)
    {
      const TlDemandNumbers *numbers = &g_array_index (capacity->demands, TlDemandNumbers, i);

      if (numbers->demand->kind == TL_DEMAND_VALUE && numbers->enters && numbers->computed && numbers->arrivals > 0)
        return TRUE;
    }
  return FALSE;
}

/* Ranks begin at 1; equals stand in the flow's order. */
static void
rank_steps (TlFlowLens *self, const TlFlow *flow)
{
  for (guint rank = 1; rank <= TL_LENS_RANKS; rank++)
    {
      TlStep *largest = NULL;
      double most = 0;

      for (guint i = 0; i < flow->steps->len; i++)
        {
          TlStep *step = g_ptr_array_index (flow->steps, i);
          double measure = tl_flow_lens_measure (self, step);

          if (measure > most && !g_hash_table_contains (self->ranks, step))
            {
              largest = step;
              most = measure;
            }
        }
      if (largest == NULL)
        return;
      g_hash_table_insert (self->ranks, largest, GUINT_TO_POINTER (rank));
      self->most = MAX (self->most, most);
    }
}

static void
compare_steps (TlFlowLens *self, const TlFlow *flow)
{
  if (self->lens != TL_LENS_HOURS && self->lens != TL_LENS_WAIT)
    return;
  self->each_visit = self->lens == TL_LENS_WAIT && !has_cases (self->capacity);
  for (guint i = 0; i < flow->steps->len; i++)
    self->total += tl_flow_lens_measure (self, g_ptr_array_index (flow->steps, i));
  rank_steps (self, flow);
}

/* Contacts a period that the flow does not cause itself. */
static double
from_outside (const TlFlowLens *self, const TlFlow *flow)
{
  double raised = 0;

  for (guint i = 0; i < flow->raises->len; i++)
    {
      TlVolume volume = tl_flow_lens_volume (self, g_ptr_array_index (flow->raises, i));

      raised += tl_volume_sum (&volume);
    }
  return self->capacity ? self->capacity->contacts - raised : 0;
}

static double
most_of (const TlFlowLens *self, const GPtrArray *items)
{
  double most = 0;

  for (guint i = 0; i < items->len; i++)
    {
      TlVolume volume = tl_flow_lens_volume (self, g_ptr_array_index (items, i));
      most = MAX (most, tl_volume_sum (&volume));
    }
  return most;
}

static void
compare_volumes (TlFlowLens *self, const TlFlow *flow)
{
  self->most_raised = most_of (self, flow->raises);
  self->whole_loop = MAX (self->most_raised, from_outside (self, flow));
  if (self->lens == TL_LENS_RIVER)
    self->most_volume = MAX (MAX (most_of (self, flow->connectors), most_of (self, flow->entries)), self->most_raised);
}

/* Returns: (nullable): what to do next, where the lens has nothing to show. */
static const char *
missing_words (const TlFlowLens *self)
{
  switch (self->lens)
    {
    case TL_LENS_RIVER:
      return self->most_volume > 0 ? NULL
                                   : _ ("No demand flows here yet. Say what customers ask for, how "
                                        "often, and at which "
                                        "step it enters (E).");
    case TL_LENS_HOURS:
      if (self->most > 0)
        return NULL;
      return self->capacity != NULL && self->capacity->contacts > 0
                 ? _ ("No hours yet. Say how long the work of each step takes (T).")
                 : _ ("No hours yet. Say how long each step takes (T), and how often customers "
                      "ask.");
    case TL_LENS_WAIT:
      return self->most > 0 ? NULL : _ ("Nobody waits yet. Say how long the customer waits at a step (T).");
    case TL_LENS_ROLE:
      return self->roles->len > 0 ? NULL : _ ("No roles yet. Say who does a step (L).");
    case TL_LENS_CLASS:
    case TL_N_LENSES:
    default:
      return NULL;
    }
}

/**
 * tl_flow_lens_new:
 * @lens: which one
 * @study: a study
 * @flow: one of its flows
 * @capacity: (nullable): numbers of @flow
 *
 * Returns: (transfer full): the lens on that flow; it keeps @capacity
 */
TlFlowLens *
tl_flow_lens_new (TlLens lens, TlStudy *study, TlFlow *flow, const TlCapacity *capacity)
{
  TlFlowLens *self = g_new0 (TlFlowLens, 1);

  self->lens = lens;
  self->room = 1;
  self->capacity = capacity != NULL ? tl_capacity_ref ((TlCapacity *) capacity) : NULL;
  self->period = study->period;
  self->roles = g_ptr_array_new_with_free_func (tl_item_unref);
  self->ranks = g_hash_table_new (NULL, NULL);
  self->role_places = g_hash_table_new (NULL, NULL);
  self->arrivals = g_hash_table_new (NULL, NULL);
  take_roles (self, study, flow);
  self->initials = tl_roles_initials (self->roles);
  take_arrivals (self, flow);
  compare_steps (self, flow);
  compare_volumes (self, flow);
  self->missing = g_strdup (missing_words (self));
  return self;
}

/**
 * tl_flow_lens_free:
 * @lens: (transfer full) (nullable): a lens
 */
void
tl_flow_lens_free (TlFlowLens *lens)
{
  if (lens == NULL)
    return;
  g_hash_table_unref (lens->ranks);
  g_hash_table_unref (lens->role_places);
  g_hash_table_unref (lens->arrivals);
  g_ptr_array_unref (lens->roles);
  g_ptr_array_unref (lens->initials);
  g_clear_pointer (&lens->capacity, tl_capacity_unref);
  g_free (lens->missing);
  g_free (lens);
}

/**
 * tl_flow_lens_measure:
 * @lens: a lens of hours or waiting
 * @step: a step of its flow
 *
 * Returns: what steps are compared by: hours a period, or minutes that a customer waits there;
 * never below 0, and 0 where that is not known
 */
double
tl_flow_lens_measure (const TlFlowLens *lens, const TlStep *step)
{
  const TlStepNumbers *numbers = lens->capacity != NULL ? tl_capacity_step (lens->capacity, step) : NULL;
  double measure = 0;

  if (lens->lens == TL_LENS_HOURS)
    measure = numbers != NULL ? tl_buckets_sum (&numbers->hours) : 0;
  else if (lens->lens == TL_LENS_WAIT && lens->each_visit)
    measure = step->wait_minutes;
  else if (lens->lens == TL_LENS_WAIT)
    measure = numbers != NULL ? numbers->wait_minutes : 0;
  return isfinite (measure) && measure > 0 ? measure : 0;
}

/**
 * tl_flow_lens_rank:
 * @lens: a lens
 * @step: a step of its flow
 *
 * Returns: 1 for the largest, 2 for the one after it …; 0 for all after the first few
 */
guint
tl_flow_lens_rank (const TlFlowLens *lens, const TlStep *step)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (lens->ranks, step));
}

/**
 * tl_flow_lens_first:
 * @lens: a lens
 *
 * Returns: (transfer none) (nullable): the largest of all steps; %NULL where none is compared
 */
const TlStep *
tl_flow_lens_first (const TlFlowLens *lens)
{
  GHashTableIter iter;
  gpointer step, rank;

  g_hash_table_iter_init (&iter, lens->ranks);
  while (g_hash_table_iter_next (&iter, &step, &rank))
    if (GPOINTER_TO_UINT (rank) == 1)
      return step;
  return NULL;
}

/**
 * tl_flow_lens_role:
 * @lens: a lens
 * @role: (nullable): a role
 *
 * Returns: its place in the study's order; −1 for none
 */
int
tl_flow_lens_role (const TlFlowLens *lens, const TlRole *role)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (lens->role_places, role)) - 1;
}

static TlVolume
volume_of_entry (const TlFlowLens *lens, const TlEntry *entry)
{
  const TlDemandNumbers *numbers = g_hash_table_lookup (lens->arrivals, entry);
  TlVolume volume = { { 0 } };

  if (numbers != NULL)
    volume.by_kind[entry->demand->kind] = numbers->arrivals;
  return volume;
}

/* What is raised is of the kind of the demand that it becomes, whatever the step was visited for.
 */
static TlVolume
volume_of_raises (const TlFlowLens *lens, const TlRaises *raises)
{
  TlVolume volume = { { 0 } };

  volume.by_kind[raises->demand->kind] = tl_volume_sum (tl_volumes_of_raises (lens->capacity->volumes, raises));
  return volume;
}

/**
 * tl_flow_lens_volume:
 * @lens: a lens
 * @item: a connector, entry or raises of its flow
 *
 * Returns: what takes that way in a period, by kind of demand: of an entry its arrivals, of a
 * raises the contacts that it causes; 0 where that is not known
 */
TlVolume
tl_flow_lens_volume (const TlFlowLens *lens, const TlItem *item)
{
  const TlVolume *volume = NULL;

  if (lens->capacity == NULL)
    return (TlVolume){ { 0 } };
  if (item->kind == TL_ITEM_ENTRY)
    return volume_of_entry (lens, (const TlEntry *) item);
  if (item->kind == TL_ITEM_CONNECTOR)
    volume = tl_volumes_of_connector (lens->capacity->volumes, (const TlConnector *) item);
  else if (item->kind == TL_ITEM_RAISES)
    return volume_of_raises (lens, (const TlRaises *) item);
  return volume != NULL ? *volume : (TlVolume){ { 0 } };
}

/**
 * tl_flow_lens_width:
 * @lens: a lens
 * @item: a connector, entry or raises of its flow
 *
 * Proportional to the volume: in the river for all ways of one flow, with other lenses for raised demand, and then to
 * one scale for all flows of a study.
 *
 * Returns: how wide it is drawn, at 100 %; 0 where its volume does not say
 */
double
tl_flow_lens_width (const TlFlowLens *lens, const TlItem *item)
{
  TlVolume volume;

  if (lens->lens == TL_LENS_RIVER && lens->most_volume > 0)
    {
      volume = tl_flow_lens_volume (lens, item);
      return lens->room * TL_RIBBON_MOST * tl_volume_sum (&volume) / lens->most_volume;
    }
  if (item->kind != TL_ITEM_RAISES || !(lens->most_raised > 0))
    return 0;
  volume = tl_flow_lens_volume (lens, item);
  return MAX (TL_LOOP_LEAST, TL_LOOP_MOST * tl_volume_sum (&volume) / lens->whole_loop);
}
