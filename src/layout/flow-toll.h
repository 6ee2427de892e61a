/* flow-toll.h: which other edges a way might cross, before those have theirs.
 *
 * Private to the layout.
 */
#pragma once

#include "layout/flow-route.h"

G_BEGIN_DECLS

typedef struct _TlToll TlToll;

/**
 * TlCrossed:
 * @from: where an edge comes into a gap: a y
 * @to: where it leaves it
 */
typedef struct
{
  double from;
  double to;
} TlCrossed;

TlToll *tl_toll_new (const TlFlowGraph *graph, const GArray *routes) G_GNUC_WARN_UNUSED_RESULT;
void tl_toll_free (TlToll *toll);
void tl_toll_collect (const TlToll *toll, guint edge, double left, double right, GArray *crossed);
TlBox tl_toll_box (const TlFlowGraph *graph, guint edge);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlToll, tl_toll_free)

G_END_DECLS
