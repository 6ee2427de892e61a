/* safe-file.h: replacing a file so that at every moment either the old or the new one is whole.
 *
 * Used for everything the program writes: studies, charts, numbers.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean tl_safe_file_replace (GFile *file, GBytes *bytes, const char *expected_etag, char **new_etag, GError **error);

G_END_DECLS
