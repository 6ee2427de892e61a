/* listen-page.h: writing down what customers ask for while listening to them, one contact after another.
 *
 * Takes the whole window. Every letter is in the study at once.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

#define TL_TYPE_LISTEN_PAGE (tl_listen_page_get_type ())
G_DECLARE_FINAL_TYPE (TlListenPage, tl_listen_page, TL, LISTEN_PAGE, GtkWidget)

GtkWidget *tl_listen_page_new (void);
void tl_listen_page_set_document (TlListenPage *self, TlDocument *document);

G_END_DECLS
