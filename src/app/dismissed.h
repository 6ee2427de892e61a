/* dismissed.h: texts of which a person does not want to hear the same hint again. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tl_dismissed_has (const char *text);
void tl_dismissed_add (const char *text);

G_END_DECLS
