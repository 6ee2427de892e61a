/* connector-panel.h: all fields of what connects steps and demands: a connector, an entry, a raises. */
#pragma once

#include "app/panel.h"

G_BEGIN_DECLS

TlPanel *tl_connector_panel_new (TlDocument *document, TlItem *connector);
TlPanel *tl_entry_panel_new (TlDocument *document, TlItem *entry);
TlPanel *tl_raises_panel_new (TlDocument *document, TlItem *raises);

G_END_DECLS
