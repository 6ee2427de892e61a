/* trace-choice.h: at which failure demand the trace begins. */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

#define TL_TYPE_TRACE_CHOICE (tl_trace_choice_get_type ())
G_DECLARE_FINAL_TYPE (TlTraceChoice, tl_trace_choice, TL, TRACE_CHOICE, GtkWidget)

GtkWidget *tl_trace_choice_new (void);
void tl_trace_choice_set_document (TlTraceChoice *self, TlDocument *document);
void tl_trace_choice_refresh (TlTraceChoice *self);

G_END_DECLS
