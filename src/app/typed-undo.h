/* typed-undo.h: undo and redo of what is being typed, before those of the study. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tl_typed_begin (GtkEditable *field, const char *text);
gboolean tl_typed_undo (GtkWindow *window);
gboolean tl_typed_redo (GtkWindow *window);

G_END_DECLS
