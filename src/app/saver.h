/* saver.h: saving a document, with all the questions that this can take. */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

/* @saved: whether the study is on the disk; %FALSE where the person thought better of it. */
typedef void (*TlSaved) (gboolean saved, gpointer data);

void tl_saver_save (GtkWindow *parent, TlDocument *document, gboolean elsewhere, TlSaved saved, gpointer data);

G_END_DECLS
