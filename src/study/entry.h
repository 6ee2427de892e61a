/* entry.h: where a demand type enters a flow. */
#pragma once

#include "demand.h"
#include "step.h"

G_BEGIN_DECLS

/**
 * TlEntry:
 * @demand: the demand type
 * @step: where each of its arrivals begins
 */
typedef struct
{
  TlItem item;
  TlDemand *demand;
  TlStep *step;
} TlEntry;

extern const TlItemType tl_entry_type;

G_END_DECLS
