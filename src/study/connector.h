/* connector.h: a directed edge, with the share of the work that takes it. */
#pragma once

#include "demand.h"
#include "step.h"

G_BEGIN_DECLS

/**
 * TlConnectorKind:
 * @TL_CONNECTOR_FLOW: work goes on
 * @TL_CONNECTOR_REWORK: work goes back, or is done again
 */
typedef enum
{
  TL_CONNECTOR_FLOW,
  TL_CONNECTOR_REWORK,
} TlConnectorKind;

/**
 * TlShare:
 * @demand: the demand type it is for
 * @value: 0..1
 *
 * A connector's share for one demand type.
 */
typedef struct
{
  TlItem item;
  TlDemand *demand;
  double value;
} TlShare;

/**
 * TlConnector:
 * @from: the step that work leaves
 * @to: the step that it goes to, of the same flow; may be @from
 * @share: 0..1 for all demand types without one of their own; absent: what the others leave
 * @kind: flow or rework
 * @label: (nullable): words beside it, as "not at home"
 * @shares: (element-type TlShare): for demand types that take it more or less often than others
 */
typedef struct
{
  TlItem item;
  TlStep *from;
  TlStep *to;
  double share;
  TlConnectorKind kind;
  char *label;
  GPtrArray *shares;
} TlConnector;

extern const TlItemType tl_connector_type;
extern const TlItemType tl_share_type;

double tl_connector_share_for (const TlConnector *connector, const TlDemand *demand);
TlShare *tl_connector_own_share (const TlConnector *connector, const TlDemand *demand);

G_END_DECLS
