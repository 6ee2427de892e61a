/* leverage.h: what removing each single cause would give back, and what changing each condition
 * would: recomputed exactly without it.
 */
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
 * @hours: released per period; negative where things get worse without it
 */
typedef struct
{
  TlCauseKind kind;
  TlItem *item;
  double hours;
  /*< private >*/
  char *words;
} TlCause;

/**
 * TlConditionLeverage:
 * @condition: a system condition
 * @n_causes: how many causes are tied to it in this flow
 * @hours: released per period when all of them go together; 0 without causes; %NAN where nothing can be
 *   computed then
 * @sum: what the same causes release one by one, added up; %NAN where one of them can't be
 *   removed alone, or was not tried
 *
 * To a step are tied the waste of it, the rework that it sends back and the failure demand that it
 * raises; to a demand type, what raises it and what comes from outside.
 */
typedef struct
{
  TlCondition *condition;
  guint n_causes;
  double hours;
  double sum;
} TlConditionLeverage;

/**
 * TlLeverage:
 * @causes: (element-type TlCause): most hours first; equal hours in the study's order
 * @left_out: causes that there are, where the flow is too large to try them all; else 0
 * @conditions: (element-type TlConditionLeverage): most hours first; what can't be computed before
 *   what has no causes, both last; else in the study's order
 *
 * A cause without which nothing can be computed is not among @causes: a rework connector that is
 * the only way out of a loop, or that keeps failure from breeding failure.
 */
typedef struct
{
  int ref_count;
  TlPeriod period;
  GArray *causes;
  guint left_out;
  GArray *conditions;
  /*< private >*/
  TlFlowModel *model;
} TlLeverage;

/* More single causes than this are not tried one by one. */
#define TL_LEVERAGE_MOST_CAUSES 2000

/**
 * tl_leverage_compute:
 * @study: a study
 * @flow: (nullable): one of its flows
 * @cancellable: (nullable): to stop it
 * @error: place for an error
 *
 * Errors: those of tl_capacity_compute(), and %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full) (nullable): the causes, %NULL with @error set
 */
TlLeverage *
tl_leverage_compute (TlStudy *study, TlFlow *flow, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_leverage_compute_model:
 * @model: a flow, as it was when the model was made
 * @cancellable: (nullable): to stop it
 * @error: place for an error
 *
 * The same as tl_leverage_compute(), on any thread.
 *
 * Returns: (transfer full) (nullable): the causes, %NULL with @error set
 */
TlLeverage *
tl_leverage_compute_model (TlFlowModel *model, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_leverage_ref:
 * @leverage: causes
 *
 * Returns: (transfer full): @leverage
 */
TlLeverage *tl_leverage_ref (TlLeverage *leverage) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_leverage_unref:
 * @leverage: (transfer full) (nullable): causes; the last reference must be given back on the
 * thread that owns the study
 */
void tl_leverage_unref (TlLeverage *leverage);

/**
 * tl_leverage_condition:
 * @leverage: causes
 * @condition: a system condition
 *
 * Returns: (transfer none) (nullable): its numbers, %NULL if they were computed without it
 */
const TlConditionLeverage *tl_leverage_condition (const TlLeverage *leverage, const TlCondition *condition);

/**
 * tl_cause_kind_nick:
 * @kind: a kind of cause
 *
 * Returns: (transfer none): its word in files and commands: "raises", "rework", "waste" or
 * "outside"; never translated
 */
const char *tl_cause_kind_nick (TlCauseKind kind);

/**
 * tl_cause_describe:
 * @cause: a cause
 *
 * Returns: (transfer full): what it is, as "Waste at “Check the policy”", with the names that
 * things had when it was computed; translated
 */
char *tl_cause_describe (const TlCause *cause) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLeverage, tl_leverage_unref)

G_END_DECLS
