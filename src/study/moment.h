/* moment.h: when a contact was, out of the text that a study keeps of it ("2026-03-01T09:30"). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What tl_moment_of() says where a text tells no day. */
#define TL_MOMENT_UNKNOWN G_MININT64

gint64 tl_moment_of (const char *when);
int tl_hour_of (const char *when);

G_END_DECLS
