/* list-headings.h: the row over a pasted table that says what its columns are. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tl_list_headings_are (const char *row);

G_END_DECLS
