/* flow-toll.h: how many other edges a way would cross, before those have theirs.
 *
 * Private to the layout.
 */
#pragma once

#include "layout/flow-graph.h"

G_BEGIN_DECLS

typedef struct _TlToll TlToll;

TlToll *tl_toll_new (const TlFlowGraph *graph) G_GNUC_WARN_UNUSED_RESULT;
void tl_toll_free (TlToll *toll);
guint
tl_toll_of (const TlToll *toll, guint edge, const TlPlace *line, guint count, guint most);
TlBox tl_toll_box (const TlFlowGraph *graph, guint edge);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlToll, tl_toll_free)

G_END_DECLS
