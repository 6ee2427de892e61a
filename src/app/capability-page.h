/* capability-page.h: what the system predictably achieves: measures, their values and their charts. */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

#define TL_TYPE_CAPABILITY_PAGE (tl_capability_page_get_type ())
G_DECLARE_FINAL_TYPE (TlCapabilityPage, tl_capability_page, TL, CAPABILITY_PAGE, GtkWidget)

GtkWidget *tl_capability_page_new (void);
void tl_capability_page_set_document (TlCapabilityPage *self, TlDocument *document);

G_END_DECLS
