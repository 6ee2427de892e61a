/* contacts-export.h: the log of contacts as a table in a file that a person names. */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

void tl_contacts_export_ask (GtkWindow *parent, TlDocument *document, gboolean without_words);

G_END_DECLS
