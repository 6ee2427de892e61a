/* demand.h: a type of demand, never one contact. */
#pragma once

#include "item.h"

G_BEGIN_DECLS

/**
 * TlDemandKind:
 * @TL_DEMAND_UNSURE: not judged yet, or the team is not sure; counted apart
 * @TL_DEMAND_VALUE: what the service exists for
 * @TL_DEMAND_FAILURE: caused by a failure to do something, or to do something right, for the customer
 */
typedef enum
{
  TL_DEMAND_UNSURE,
  TL_DEMAND_VALUE,
  TL_DEMAND_FAILURE,
} TlDemandKind;

/**
 * TlPredictable:
 * @TL_PREDICTABLE_UNKNOWN: nobody said
 * @TL_PREDICTABLE_YES: the system makes it come, again and again
 * @TL_PREDICTABLE_NO: it comes by chance
 */
typedef enum
{
  TL_PREDICTABLE_UNKNOWN,
  TL_PREDICTABLE_YES,
  TL_PREDICTABLE_NO,
} TlPredictable;

/**
 * TlDemand:
 * @name: in the customers' words
 * @kind: value or failure
 * @predictable: whether it can be expected
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

G_END_DECLS
