/* insertion.h: putting a step into a connector, as one entry of the history. */
#pragma once

#include "connector.h"
#include "history.h"

G_BEGIN_DECLS

gboolean tl_connector_can_take (const TlConnector *connector, const TlStep *step);
TlStep *tl_flow_insert_step (TlHistory *history, TlConnector *connector, TlStep *step, double x, double y);

G_END_DECLS
