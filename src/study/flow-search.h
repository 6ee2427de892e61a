/* flow-search.h: steps by what they say, by what they have in common, by what they lead to. */
#pragma once

#include "flow.h"
#include "study.h"

G_BEGIN_DECLS

char *tl_text_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *tl_flow_find (TlStudy *study, TlFlow *flow, const char *text) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *tl_flow_steps_alike (TlFlow *flow, GPtrArray *steps, const char *field) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *tl_flow_steps_downstream (TlFlow *flow, GPtrArray *steps) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
