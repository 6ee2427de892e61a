/* slide-list.h: measures and conditions, some to a slide. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More on one slide nobody takes in. */
#define TL_SLIDE_LIST_MOST 4

guint tl_slide_list_pages (guint count);

G_END_DECLS
