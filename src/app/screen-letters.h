/* screen-letters.h: what GTK draws in a window that fills a screen is as large as the screen asks for.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _TlScreenLetters TlScreenLetters;

TlScreenLetters *tl_screen_letters_new (GtkWidget *window, const char *css_class) G_GNUC_WARN_UNUSED_RESULT;
void tl_screen_letters_free (TlScreenLetters *self);

void tl_screen_letters_set (TlScreenLetters *self, int size);

G_END_DECLS
