/* assistive.h: whether somebody hears the screen instead of seeing it, and what is said to them. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tl_assistive_watch (void);
gboolean tl_assistive_reads_screen (void);
void tl_assistive_announce (GtkWindow *window, const char *words);
void tl_assistive_tell (GtkWidget *widget, const char *words);

G_END_DECLS
