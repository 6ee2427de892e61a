#include "layout/flow-reading.h"

#include "layout/reading-order.h"

/**
 * tl_flow_reading_order:
 * @study: to which the flow belongs
 * @flow: a flow
 *
 * As tl_reading_order_new(), the steps alone.
 *
 * Returns: (transfer container) (element-type TlStep): all steps of @flow
 */
GPtrArray *
tl_flow_reading_order (TlStudy *study, TlFlow *flow)
{
  g_autoptr (TlReadingOrder) order = tl_reading_order_new (flow);
  GPtrArray *steps = g_ptr_array_sized_new (order->steps->len);

  for (guint i = 0; i < order->steps->len; i++)
    g_ptr_array_add (steps, g_ptr_array_index (order->steps, i));
  return steps;
}
