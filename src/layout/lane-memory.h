/* lane-memory.h: where the steps of a flow stood before it was shown in lanes. */
#pragma once

#include "study/flow.h"
#include "study/history.h"

G_BEGIN_DECLS

/**
 * TlLaneMemory:
 *
 * Where each step stood before lanes were shown, and where it stood then.
 */
typedef struct _TlLaneMemory TlLaneMemory;

TlLaneMemory *tl_lane_memory_new (TlFlow *flow) G_GNUC_WARN_UNUSED_RESULT;
void tl_lane_memory_free (TlLaneMemory *self);
void tl_lane_memory_settle (TlLaneMemory *self);
gboolean tl_lane_memory_holds (const TlLaneMemory *self, const TlFlow *flow);
void tl_lane_memory_restore (const TlLaneMemory *self, TlHistory *history);
gboolean tl_lane_memory_is_laid_out (const TlLaneMemory *self, const TlFlow *flow);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLaneMemory, tl_lane_memory_free)

G_END_DECLS
