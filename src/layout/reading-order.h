/* reading-order.h: the steps of a flow as a list, in the order in which the work goes. */
#pragma once

#include "study/flow.h"

G_BEGIN_DECLS

/**
 * TlReadingOrder:
 * @steps: (element-type TlStep): all steps of the flow, each once
 * @n_connected: how many of them hang together with others; those that stand alone come after
 */
typedef struct
{
  GPtrArray *steps;
  guint n_connected;
} TlReadingOrder;

TlReadingOrder *tl_reading_order_new (TlFlow *flow) G_GNUC_WARN_UNUSED_RESULT;
void tl_reading_order_free (TlReadingOrder *order);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlReadingOrder, tl_reading_order_free)

G_END_DECLS
