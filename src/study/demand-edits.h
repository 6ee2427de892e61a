/* demand-edits.h: making one demand type of two, and two of one, each as one named entry of the history.
 *
 * What is typed stays typed, what is counted from the log stays counted, and the hours that a flow takes
 * are the same before and after, as far as the two types take the same way.
 */
#pragma once

#include "contact.h"
#include "history.h"

G_BEGIN_DECLS

/**
 * TlDemandTies:
 * @contacts: that belong to the type
 * @entries: into flows
 * @raises: steps that cause it
 * @shares: connectors with a share of its own
 * @links: conditions tied to it
 *
 * How much hangs on a demand type, to be said before it goes.
 */
typedef struct
{
  guint contacts;
  guint entries;
  guint raises;
  guint shares;
  guint links;
} TlDemandTies;

TlDemandTies tl_demand_ties (const TlDemand *demand);
void tl_demand_merge (TlHistory *history, TlDemand *into, TlDemand *from, double into_rate, double from_rate);
TlDemand *tl_demand_split (TlHistory *history, TlDemand *demand, GPtrArray *contacts, const char *name);
GPtrArray *tl_demand_contacts_saying (const TlDemand *demand, const char *words) G_GNUC_WARN_UNUSED_RESULT;
TlDemand *tl_demand_named (const TlStudy *study, const char *name);

G_END_DECLS
