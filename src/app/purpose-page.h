/* purpose-page.h: the purpose, what matters to customers, and the six questions of Check. */
#pragma once

#include "app/panel-page.h"
#include "app/purpose-bar.h"

G_BEGIN_DECLS

#define TL_TYPE_PURPOSE_PAGE (tl_purpose_page_get_type ())
G_DECLARE_FINAL_TYPE (TlPurposePage, tl_purpose_page, TL, PURPOSE_PAGE, TlPanelPage)

GtkWidget *tl_purpose_page_new (void);
void tl_purpose_page_set_document (TlPurposePage *self, TlDocument *document);
TlPurposeBar *tl_purpose_page_get_purpose (TlPurposePage *self);

G_END_DECLS
