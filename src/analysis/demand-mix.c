#include "analysis/demand-mix.h"

#include <math.h>

#include "analysis/demand-rate.h"

static TlContactKind
judged (const TlDemand *demand)
{
  return tl_contact_kind_judged (TL_CONTACT_AS_DEMAND, demand);
}

static TlMixPart *
part_at (TlDemandMix *mix, guint i)
{
  return &g_array_index (mix->parts, TlMixPart, i);
}

/* ---- from the log ---- */

static TlContactTally *
tally_log (const TlStudy *study)
{
  TlContactTally *tallies = g_new0 (TlContactTally, study->demands->len + 1);
  const GPtrArray *cells = tl_study_log_counts (study)->by_day;
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < study->demands->len; i++)
    g_hash_table_insert (places, g_ptr_array_index (study->demands, i), GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < cells->len; i++)
    {
      const TlLogCell *cell = cells->pdata[i];
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, cell->demand));

      tl_contact_tally_add (&tallies[place > 0 ? place - 1 : study->demands->len], cell);
    }
  return tallies;
}

static void
take_tally (TlDemandMix *mix, const TlDemand *demand, const TlContactTally *tally)
{
  TlMixPart part = { .demand = demand, .n = tally->n };

  for (int k = 0; k < TL_N_JUDGEMENTS; k++)
    {
      part.contacts[k] = tally->contacts[k];
      part.hours += tally->minutes[k] / 60;
      mix->contacts[k] += tally->contacts[k];
      mix->hours[k] += tally->minutes[k] / 60;
    }
  mix->n += tally->n;
  mix->n_timed += tally->n_timed;
  if (demand || tally->n > 0)
    g_array_append_val (mix->parts, part);
}

static void
take_log (TlDemandMix *mix, const TlStudy *study)
{
  g_autofree TlContactTally *tallies = tally_log (study);

  mix->source = TL_MIX_LOG;
  for (guint i = 0; i < study->demands->len; i++)
    take_tally (mix, g_ptr_array_index (study->demands, i), &tallies[i]);
  take_tally (mix, NULL, &tallies[study->demands->len]);
  mix->hours_source = mix->n_timed > 0 ? TL_MIX_LOG : TL_MIX_NOTHING;
}

/* ---- from frequencies ---- */

static void
take_frequency (TlDemandMix *mix, const TlDemand *demand, double n)
{
  TlMixPart part = { .demand = demand, .n = n > 0 ? n : 0 };
  TlContactKind kind = judged (demand);

  part.contacts[kind] = part.n;
  mix->contacts[kind] += part.n;
  mix->n += part.n;
  g_array_append_val (mix->parts, part);
}

static void
take_frequencies (TlDemandMix *mix, const TlStudy *study, const TlCapacity *capacity)
{
  g_autofree double *rates = tl_demand_rates (study);
  gboolean flow = capacity && capacity->contacts > 0 && capacity->demands->len == study->demands->len;

  for (guint i = 0; i < study->demands->len; i++)
    take_frequency (mix, g_ptr_array_index (study->demands, i),
                    flow ? g_array_index (capacity->demands, TlDemandNumbers, i).arrivals : rates[i]);
  mix->source = !(mix->n > 0) ? TL_MIX_NOTHING : flow ? TL_MIX_FLOW : TL_MIX_TYPED;
}

/* ---- hours of the flow ---- */

static double
hours_in_flow (const TlCapacity *capacity, const TlDemand *demand)
{
  for (guint i = 0; i < capacity->demands->len; i++)
    {
      const TlDemandNumbers *numbers = &g_array_index (capacity->demands, TlDemandNumbers, i);

      if (numbers->demand == demand)
        return numbers->used > 0 ? numbers->used : 0;
    }
  return 0;
}

static void
take_hours (TlDemandMix *mix, const TlCapacity *capacity)
{
  for (guint i = 0; i < mix->parts->len; i++)
    {
      TlMixPart *part = part_at (mix, i);

      if (!part->demand)
        continue;
      part->hours = hours_in_flow (capacity, part->demand);
      mix->hours[judged (part->demand)] += part->hours;
    }
  mix->hours_source = TL_MIX_FLOW;
}

/* ---- shares ---- */

/* Contacts without a type come last, however many they are: they are not one demand. */
static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const TlMixPart *first = a, *second = b;

  if (!first->demand != !second->demand)
    return first->demand ? -1 : 1;
  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;
  return first->demand ? (int) tl_item_position (first->demand) - (int) tl_item_position (second->demand) : 0;
}

static void
share_out (TlDemandMix *mix)
{
  const TlInterval none = { (double) NAN, (double) NAN };
  gboolean sample = mix->source == TL_MIX_LOG;

  for (int k = 0; k < TL_N_JUDGEMENTS; k++)
    mix->all_hours += mix->hours[k];
  if (!(mix->all_hours > 0))
    mix->hours_source = TL_MIX_NOTHING;
  for (guint i = 0; i < mix->parts->len; i++)
    {
      TlMixPart *part = part_at (mix, i);

      part->share = mix->n > 0 ? part->n / mix->n : 0;
      part->interval = sample ? tl_wilson_interval (part->n, mix->n) : none;
      part->hours_share = mix->all_hours > 0 ? part->hours / mix->all_hours : 0;
    }
  mix->failure_interval = sample ? tl_wilson_interval (mix->contacts[TL_CONTACT_FAILURE], mix->n) : none;
  g_array_sort (mix->parts, compare_parts);
}

/**
 * tl_demand_mix_new:
 * @study: a study
 * @capacity: (nullable): numbers of one of its flows
 *
 * Counts the log where there is one; else takes the arrivals of the flow, or typed frequencies. Hours are the
 * minutes of the contacts where any says so, else those of the flow.
 *
 * Returns: (transfer full): what customers ask for
 */
TlDemandMix *
tl_demand_mix_new (const TlStudy *study, const TlCapacity *capacity)
{
  TlDemandMix *mix = g_new0 (TlDemandMix, 1);

  mix->parts = g_array_new (FALSE, FALSE, sizeof (TlMixPart));
  if (study->contacts->len > 0)
    take_log (mix, study);
  else
    take_frequencies (mix, study, capacity);
  if (mix->hours_source == TL_MIX_NOTHING && capacity)
    take_hours (mix, capacity);
  share_out (mix);
  return mix;
}

/**
 * tl_demand_mix_free:
 * @mix: (transfer full): what customers ask for
 */
void
tl_demand_mix_free (TlDemandMix *mix)
{
  g_array_unref (mix->parts);
  g_free (mix);
}

/**
 * tl_demand_mix_failure_share:
 * @mix: what customers ask for
 *
 * Returns: the share of all contacts that is failure demand, 0..1
 */
double
tl_demand_mix_failure_share (const TlDemandMix *mix)
{
  return mix->n > 0 ? mix->contacts[TL_CONTACT_FAILURE] / mix->n : 0;
}
