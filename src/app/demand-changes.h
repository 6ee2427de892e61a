/* demand-changes.h: the questions before a demand type is merged, split, deleted or let into the flow.
 */
#pragma once

#include "app/document.h"
#include "app/prompt.h"

G_BEGIN_DECLS

void tl_demand_ask_merge (TlPrompt *prompt, TlDocument *document, TlDemand *demand);
void tl_demand_ask_split (TlPrompt *prompt, TlDocument *document, TlDemand *demand);
void tl_demand_ask_entry (TlPrompt *prompt, TlDocument *document, TlDemand *demand);
void tl_demand_ask_delete (GtkWindow *parent, TlDocument *document, TlDemand *demand);

G_END_DECLS
