/* tie-checks.h: which demands are about what matters to customers, ticked from either side. */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

GtkWidget *tl_tie_checks_new (TlDocument *document, gpointer item);
guint tl_tie_checks_count (TlDocument *document, gconstpointer item);

G_END_DECLS
