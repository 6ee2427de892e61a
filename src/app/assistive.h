/* assistive.h: whether somebody hears the screen instead of seeing it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void tl_assistive_watch (void);
gboolean tl_assistive_reads_screen (void);

G_END_DECLS
