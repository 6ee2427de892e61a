/* plain-names.h: names without underscores or words of the program, for who hears the screen.
 *
 * GTK 4.8 reads a button with a mnemonic as "_Save Save", and what has no name as "GtkListBox".
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *tl_plain_name (const char *mnemonic) G_GNUC_WARN_UNUSED_RESULT;
void tl_plain_names_give (GtkWidget *widget);
void tl_plain_names_watch (void);

G_END_DECLS
