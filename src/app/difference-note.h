/* difference-note.h: in the inspector: what is another about an item than in the flow compared with. */
#pragma once

#include "app/panel.h"

G_BEGIN_DECLS

char *tl_difference_note (TlDocument *document, gconstpointer item) G_GNUC_WARN_UNUSED_RESULT;
void tl_difference_note_follow (TlPanel *panel, GtkWidget *group, gpointer item);

G_END_DECLS
