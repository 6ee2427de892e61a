/* choice-button.h: one of a few buttons of which one is down.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *tl_choice_button_new (const char *label);
void tl_choice_button_set (GtkWidget *button, gboolean down);

G_END_DECLS
