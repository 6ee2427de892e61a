/* reconnection.h: an end of what leads from one item of a flow to another is taken elsewhere. */
#pragma once

#include "history.h"

G_BEGIN_DECLS

void tl_item_lead (TlHistory *history, gpointer item, gboolean tail, gpointer target);

G_END_DECLS
