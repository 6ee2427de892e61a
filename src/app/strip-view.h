/* strip-view.h: the live bar of where the hours go, at the bottom of a page. */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

#define TL_TYPE_STRIP_VIEW (tl_strip_view_get_type ())
G_DECLARE_FINAL_TYPE (TlStripView, tl_strip_view, TL, STRIP_VIEW, GtkWidget)

GtkWidget *tl_strip_view_new (void);
void tl_strip_view_set_document (TlStripView *self, TlDocument *document);
const char *tl_strip_view_get_headline (TlStripView *self);

G_END_DECLS
