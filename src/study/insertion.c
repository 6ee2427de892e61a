#include "insertion.h"

#include <math.h>

#include "flow-edits.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static TlConnector *
connector_between (TlFlow *flow, const TlStep *from, const TlStep *to)
{
  for (guint i = 0; i < flow->connectors->len; i++)
    {
      TlConnector *connector = g_ptr_array_index (flow->connectors, i);

      if (connector->from == from && connector->to == to)
        return connector;
    }
  return NULL;
}

/**
 * tl_connector_can_take:
 * @connector: a connector
 * @step: (nullable): a step, or %NULL for a new one
 *
 * A step can't stand between itself and another, nor in a flow that it is not of, nor where the way
 * to it from the connector's beginning is there already.
 *
 * Returns: whether @step can be put into @connector
 */
gboolean
tl_connector_can_take (const TlConnector *connector, const TlStep *step)
{
  TlItem *flow = connector->item.parent;

  if (!flow)
    return FALSE;
  return !step
         || (step->item.parent == flow && step != connector->from && step != connector->to
             && !connector_between ((TlFlow *) flow, connector->from, step));
}

/**
 * tl_flow_insert_step:
 * @history: the study's history
 * @connector: the connector that the step is put into
 * @step: (nullable): a step that tl_connector_can_take(), or %NULL for a new one
 * @x: the step's place, or NAN: a new one is not placed, one that was there stays where it is
 * @y: the step's place, or NAN
 *
 * The connector goes on to lead to the step, with its share, its shares for single demands, its
 * label and its kind: they say how much of the work comes this way, which is decided where it begins. From
 * the step all goes on to where the connector led: a connector of kind flow without a share, also where
 * the first half is rework, as the work that is sent back is counted once, where it is sent back. Where
 * the step led there already, that way stays as it is.
 *
 * Returns: (transfer none): the step; a new one has no name
 */
TlStep *
tl_flow_insert_step (TlHistory *history, TlConnector *connector, TlStep *step, double x, double y)
{
  TlFlow *flow = (TlFlow *) connector->item.parent;
  TlStep *to = connector->to;

  g_return_val_if_fail (tl_connector_can_take (connector, step), NULL);
  tl_history_begin (history, _ ("Insert step"), NULL);
  if (!step)
    step = tl_flow_add_step (history, flow, NULL, x, y);
  else if (!isnan (x) && !isnan (y))
    {
      tl_history_apply (history, tl_edit_new_set_number (step, "x", x));
      tl_history_apply (history, tl_edit_new_set_number (step, "y", y));
    }
  tl_history_apply (history, tl_edit_new_set_item (connector, "to", step));
  if (!connector_between (flow, step, to))
    tl_flow_connect (history, step, to, TL_CONNECTOR_FLOW);
  tl_history_end (history);
  return step;
}
