/* capacity-page.h: the charts of where the hours go, one under the other. */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

#define TL_TYPE_CAPACITY_PAGE (tl_capacity_page_get_type ())
G_DECLARE_FINAL_TYPE (TlCapacityPage, tl_capacity_page, TL, CAPACITY_PAGE, GtkWidget)

GtkWidget *tl_capacity_page_new (void);
void tl_capacity_page_set_document (TlCapacityPage *self, TlDocument *document);

G_END_DECLS
