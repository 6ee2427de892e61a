/* cause.h: the single causes that there are in a flow. For leverage only. */
#pragma once

#include "analysis/leverage.h"

G_BEGIN_DECLS

/**
 * TlFoundCause:
 * @kind: what kind of cause
 * @place: of the raises, edge, step or demand, in the model
 */
typedef struct
{
  TlCauseKind kind;
  int place;
} TlFoundCause;

/**
 * tl_causes_find:
 * @model: a flow
 *
 * Returns: (transfer full) (element-type TlFoundCause): all causes, in the study's order
 */
GArray *tl_causes_find (const TlFlowModel *model) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_cause_is_tied:
 * @model: the flow
 * @cause: a cause in it
 * @tie: what some condition is tied to
 *
 * Returns: whether @cause goes where what @tie names is put right
 */
gboolean tl_cause_is_tied (const TlFlowModel *model, const TlFoundCause *cause, const TlModelTie *tie);

/**
 * tl_cause_remove:
 * @model: a model that nobody else sees yet
 * @cause: a cause in it
 *
 * Takes it away from the model.
 */
void tl_cause_remove (TlFlowModel *model, const TlFoundCause *cause);

/**
 * tl_cause_init:
 * @cause: (out caller-allocates): a cause to fill in
 * @model: the flow that it was found in; must outlive @cause
 * @found: where
 * @hours: released by removing it
 */
void tl_cause_init (TlCause *cause, const TlFlowModel *model, const TlFoundCause *found, double hours);

G_END_DECLS
