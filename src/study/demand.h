/* demand.h: a type of demand, never one contact. */
#pragma once

#include "item.h"

G_BEGIN_DECLS

typedef enum
{
  TL_DEMAND_UNSURE,
  TL_DEMAND_VALUE,
  TL_DEMAND_FAILURE,
} TlDemandKind;

typedef enum
{
  TL_PREDICTABLE_UNKNOWN,
  TL_PREDICTABLE_YES,
  TL_PREDICTABLE_NO,
} TlPredictable;

/**
 * TlDemand:
 * @frequency: arrivals per period from outside; absent: counted from the contacts
 * @links: (element-type TlLink): the matters it is about
 */
typedef struct
{
  TlItem item;
  char *name;
  TlDemandKind kind;
  TlPredictable predictable;
  double frequency;
  GPtrArray *links;
} TlDemand;

extern const TlItemType tl_demand_type;

const TlChoice *tl_demand_kind_choices (void);
const TlChoice *tl_predictable_choices (void);

G_END_DECLS
