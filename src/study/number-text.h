/* number-text.h: numbers as files have them: with a point, in any locale. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Room for any double in any of the ways that C prints it with 17 digits. */
#define TL_NUMBER_SIZE 32
char *tl_number_shortest (double number, char buffer[TL_NUMBER_SIZE]);
gboolean tl_number_read (const char *text, double *number);

G_END_DECLS
