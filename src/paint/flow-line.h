/* flow-line.h: draws connectors, entries and raises of a flow. Private to the flow picture. */
#pragma once

#include "paint/flow-brush.h"

G_BEGIN_DECLS

PangoLayout *tl_line_text_new (const TlFlowBrush *brush, const TlPath *path) G_GNUC_WARN_UNUSED_RESULT;

guint64 tl_line_print (const TlFlowBrush *brush, const TlPath *path, gboolean fine);
void tl_line_draw (const TlFlowBrush *brush, const TlPath *path);
void tl_line_draw_label (const TlFlowBrush *brush, const TlPath *path, PangoLayout *text);

G_END_DECLS
