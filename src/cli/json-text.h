/* json-text.h: JSON as text, with numbers that every reader takes. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * tl_json_text:
 * @node: any value
 *
 * Why not json_to_string(): JSON-GLib writes 1e22 as "1e+22.0", which is not JSON.
 *
 * Returns: (transfer full): @node in lines, indented by two spaces; numbers are written as short as they
 *   read back exactly
 */
char *tl_json_text (JsonNode *node) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
