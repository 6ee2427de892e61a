/* trace-words.h: what is written on the trace from failure demand to thinking. */
#pragma once

#include "analysis/trace.h"
#include "paint/chart.h"

G_BEGIN_DECLS

const char *tl_trace_column_words (TlTraceColumn column);
char *tl_trace_node_words (const TlTraceNode *node, const TlSubject *subject) G_GNUC_WARN_UNUSED_RESULT;
char *tl_trace_node_more (const TlTraceNode *node, const TlSubject *subject) G_GNUC_WARN_UNUSED_RESULT;
char *tl_trace_nothing (const TlTrace *trace, const TlSubject *subject) G_GNUC_WARN_UNUSED_RESULT;
char *tl_trace_finding (const TlTrace *trace, const TlSubject *subject) G_GNUC_WARN_UNUSED_RESULT;
char *tl_trace_count (const TlTrace *trace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
