/* whole-text.h: what has no room where it stands is told whole to who points there. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tl_whole_text_of_label (GtkLabel *label);
void tl_whole_text_of_editable (GtkEditable *editable);

G_END_DECLS
