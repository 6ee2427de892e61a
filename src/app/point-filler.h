/* point-filler.h: values into a measure from the clipboard or a file, with what could not be read.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

void tl_point_filler_paste (GtkWindow *parent, TlDocument *document);
void tl_point_filler_open (GtkWindow *parent, TlDocument *document);

G_END_DECLS
