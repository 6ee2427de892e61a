/* deletion.h: deleting items with all that hangs on them, as one entry of the history. */
#pragma once

#include "history.h"

G_BEGIN_DECLS

void tl_items_delete (TlHistory *history, GPtrArray *items);
void tl_item_delete (TlHistory *history, gpointer item);

G_END_DECLS
