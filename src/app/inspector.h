/* inspector.h: the fields of what is selected, beside the canvas. */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

#define TL_TYPE_INSPECTOR (tl_inspector_get_type ())
G_DECLARE_FINAL_TYPE (TlInspector, tl_inspector, TL, INSPECTOR, GtkWidget)

GtkWidget *tl_inspector_new (void);
void tl_inspector_set_document (TlInspector *self, TlDocument *document);

G_END_DECLS
