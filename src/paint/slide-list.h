/* slide-list.h: measures and conditions, some to a slide. */
#pragma once

#include "study/study.h"

G_BEGIN_DECLS

/* More on one slide nobody takes in. */
#define TL_SLIDE_LIST_MOST 4

guint tl_slide_list_pages (guint count);
GPtrArray *tl_slide_thought_conditions (const TlStudy *study) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
