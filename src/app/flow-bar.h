/* flow-bar.h: which flow is shown, how a redesign serves the purpose, and what can be done with flows. */
#pragma once

#include <adwaita.h>

#include "app/document.h"

G_BEGIN_DECLS

#define TL_TYPE_FLOW_BAR (tl_flow_bar_get_type ())
G_DECLARE_FINAL_TYPE (TlFlowBar, tl_flow_bar, TL, FLOW_BAR, GtkWidget)

GtkWidget *tl_flow_bar_new (void);
void tl_flow_bar_set_document (TlFlowBar *self, TlDocument *document);

G_END_DECLS
