/* settings.h: what the program remembers from one day to the next. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *tl_settings_get (void);
double tl_settings_number (const char *key, double otherwise);
int tl_settings_choice (const char *key, int otherwise);

G_END_DECLS
