/* flow-reading.h: the steps of a flow in the order in which one would tell of them. */
#pragma once

#include "study/flow.h"
#include "study/study.h"

G_BEGIN_DECLS

GPtrArray *tl_flow_reading_order (TlStudy *study, TlFlow *flow) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
