/* file-name.h: the ending of a name that a person gives a file. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tl_file_name_with_ending (const char *name, const char *ending, const char *other) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
