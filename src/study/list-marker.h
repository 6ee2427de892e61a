/* list-marker.h: the bullet or number before a line of a list. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *tl_list_marker_skip (const char *line) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
