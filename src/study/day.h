/* day.h: the day of a date as it stands in a study. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint32 tl_day_read (const char *when);

G_END_DECLS
