/* purpose-bar.h: the purpose, in the customer's words, in sight on every page and editable there. */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

#define TL_TYPE_PURPOSE_BAR (tl_purpose_bar_get_type ())
G_DECLARE_FINAL_TYPE (TlPurposeBar, tl_purpose_bar, TL, PURPOSE_BAR, GtkWidget)

GtkWidget *tl_purpose_bar_new (void);
void tl_purpose_bar_set_document (TlPurposeBar *self, TlDocument *document);
void tl_purpose_bar_edit (TlPurposeBar *self);
void tl_purpose_bar_set_large (TlPurposeBar *self);
gboolean tl_purpose_bar_is_editing (TlPurposeBar *self);

G_END_DECLS
