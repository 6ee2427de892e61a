/* flow-panel.h: the study and its flow, with all roles and demands; and one demand by itself. */
#pragma once

#include "app/panel.h"

G_BEGIN_DECLS

TlPanel *tl_flow_panel_new (TlDocument *document, GHashTable *unfolded);
TlPanel *tl_demand_panel_new (TlDocument *document, TlItem *demand);

G_END_DECLS
