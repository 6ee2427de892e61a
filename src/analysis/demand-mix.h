/* demand-mix.h: what customers ask for: how much of it, how it was judged, and the hours that it takes.
 *
 * A share of contacts is not a share of hours: both are here, and where each comes from.
 */
#pragma once

#include "analysis/capacity.h"
#include "analysis/contact-tally.h"
#include "analysis/wilson.h"

G_BEGIN_DECLS

/**
 * TlMixSource:
 * @TL_MIX_NOTHING: nobody has said how much there is
 * @TL_MIX_LOG: counted in the log of contacts: a sample
 * @TL_MIX_FLOW: arrivals a period, what the flow raises included
 * @TL_MIX_TYPED: typed frequencies, a period
 */
typedef enum
{
  TL_MIX_NOTHING,
  TL_MIX_LOG,
  TL_MIX_FLOW,
  TL_MIX_TYPED,
} TlMixSource;

/**
 * TlMixPart:
 * @demand: (nullable): the type; %NULL for contacts that have none yet
 * @contacts: (array fixed-size=4): by #TlContactKind, as tl_contact_judged() says
 * @n: their sum
 * @share: of all contacts, 0..1
 * @interval: of @share, where it was counted in the log; NAN else
 * @hours: that it takes; 0 where that is not known
 * @hours_share: of all hours that are known, 0..1
 */
typedef struct
{
  const TlDemand *demand;
  double contacts[TL_N_JUDGEMENTS];
  double n;
  double share;
  TlInterval interval;
  double hours;
  double hours_share;
} TlMixPart;

/**
 * TlDemandMix:
 * @source: where the numbers of contacts come from
 * @hours_source: where the hours come from: %TL_MIX_LOG for minutes of contacts, %TL_MIX_FLOW for the capacity
 *   of a flow, %TL_MIX_NOTHING where there are none
 * @parts: (element-type TlMixPart): most contacts first; contacts without a type last
 * @contacts: (array fixed-size=4): of all, by #TlContactKind
 * @n: their sum
 * @failure_interval: of the share of failure demand, where it was counted in the log; NAN else
 * @hours: (array fixed-size=4): by #TlContactKind
 * @all_hours: their sum
 * @n_timed: contacts of the log that say how long they took
 */
typedef struct
{
  TlMixSource source;
  TlMixSource hours_source;
  GArray *parts;
  double contacts[TL_N_JUDGEMENTS];
  double n;
  TlInterval failure_interval;
  double hours[TL_N_JUDGEMENTS];
  double all_hours;
  guint n_timed;
} TlDemandMix;

TlDemandMix *tl_demand_mix_new (const TlStudy *study, const TlCapacity *capacity) G_GNUC_WARN_UNUSED_RESULT;
void tl_demand_mix_free (TlDemandMix *mix);
double tl_demand_mix_failure_share (const TlDemandMix *mix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDemandMix, tl_demand_mix_free)

G_END_DECLS
