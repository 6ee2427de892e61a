/* step-match.h: which steps of two flows are the same. */
#pragma once

#include "study/flow.h"

G_BEGIN_DECLS

GHashTable *tl_steps_match (TlFlow *before, TlFlow *after) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
