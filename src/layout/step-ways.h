/* step-ways.h: what meets at each step of a flow, found at once for all of them. */
#pragma once

#include "study/flow.h"
#include "study/step.h"

G_BEGIN_DECLS

/**
 * TlWay:
 * @TL_WAY_OUT: connectors that leave a step
 * @TL_WAY_IN: connectors that lead to it
 * @TL_WAY_ENTRIES: demands that enter at it
 * @TL_WAY_RAISES: failure demands that it causes
 */
typedef enum
{
  TL_WAY_OUT,
  TL_WAY_IN,
  TL_WAY_ENTRIES,
  TL_WAY_RAISES,
  TL_N_WAYS,
} TlWay;

typedef struct _TlStepWays TlStepWays;

TlStepWays *tl_step_ways_new (TlFlow *flow) G_GNUC_WARN_UNUSED_RESULT;
void tl_step_ways_free (TlStepWays *ways);

/**
 * TlStepWaysIter:
 *
 * Goes through what meets at a step, in the flow's order.
 */
typedef struct
{
  /*< private >*/
  GPtrArray *items;
  const guint *next;
  guint at;
} TlStepWaysIter;

void tl_step_ways_iter (const TlStepWays *ways, const TlStep *step, TlWay way, TlStepWaysIter *iter);
gpointer tl_step_ways_next (TlStepWaysIter *iter);
gboolean tl_step_ways_is_loose (const TlStepWays *ways, const TlStep *step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlStepWays, tl_step_ways_free)

G_END_DECLS
