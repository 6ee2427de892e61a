/* flow-queue.h: in which order parts of routes that run along one another stand side by side.
 *
 * Private to the layout.
 */
#pragma once

#include "layout/flow-parts.h"

G_BEGIN_DECLS

/* In larger crowds the order makes no difference that an eye could follow. */
#define TL_QUEUE_MOST 400

guint tl_parts_queue (TlPart **parts, guint count, guint *sizes);

G_END_DECLS
