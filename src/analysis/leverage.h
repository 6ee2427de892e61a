/* leverage.h: what removing each single cause would give back, recomputed exactly without it. */
#pragma once

#include "analysis/capacity.h"

G_BEGIN_DECLS

typedef enum
{
  TL_CAUSE_RAISES,         /* rate → 0 */
  TL_CAUSE_REWORK,         /* share of a rework connector → 0, the step's others scaled up */
  TL_CAUSE_WASTE_STEP,     /* work → 0 */
  TL_CAUSE_OUTSIDE_DEMAND, /* frequency of a failure demand → 0 */
} TlCauseKind;

/**
 * TlCause:
 * @kind: what kind of cause
 * @item: the raises, connector, step or demand
 * @hours: released per period
 */
typedef struct
{
  TlCauseKind kind;
  TlItem *item;
  double hours;
} TlCause;

/**
 * TlLeverage:
 * @causes: (element-type TlCause): most hours first; equal hours in the study's order
 * @left_out: causes that there are, where the flow is too large to try them all; else 0
 */
typedef struct
{
  guint ref_count;
  TlPeriod period;
  GArray *causes;
  guint left_out;
} TlLeverage;

/* More single causes than this are not tried one by one. */
#define TL_LEVERAGE_MOST_CAUSES 2000

TlLeverage *tl_leverage_compute (TlStudy *study,
                                 TlFlow *flow,
                                 GCancellable *cancellable,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
TlLeverage *tl_leverage_ref (TlLeverage *leverage) G_GNUC_WARN_UNUSED_RESULT;
void tl_leverage_unref (TlLeverage *leverage);

const char *tl_cause_kind_nick (TlCauseKind kind);
char *tl_cause_describe (const TlCause *cause) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLeverage, tl_leverage_unref)

G_END_DECLS
