/* flow-page.h: the canvas, the inspector beside it and the strip below. */
#pragma once

#include <gtk/gtk.h>

#include "app/canvas.h"
#include "app/document.h"

G_BEGIN_DECLS

#define TL_TYPE_FLOW_PAGE (tl_flow_page_get_type ())
G_DECLARE_FINAL_TYPE (TlFlowPage, tl_flow_page, TL, FLOW_PAGE, GtkWidget)

/* Signal "said" (const char *words): something to tell the team.
 * Property "show-inspector". */

GtkWidget *tl_flow_page_new (void);
void tl_flow_page_set_document (TlFlowPage *self, TlDocument *document);
void tl_flow_page_set_room (TlFlowPage *self, int width);
TlCanvas *tl_flow_page_get_canvas (TlFlowPage *self);
void tl_flow_page_set_show_inspector (TlFlowPage *self, gboolean show);
gboolean tl_flow_page_get_show_inspector (TlFlowPage *self);
void tl_flow_page_set_show_outline (TlFlowPage *self, gboolean show);
gboolean tl_flow_page_get_show_outline (TlFlowPage *self);
GPtrArray *tl_flow_page_panes (TlFlowPage *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
