/* comparison.h: two flows of one study side by side: their hours, their contacts, the customer's clock.
 *
 * Both flows are worked out with the same demands and roles, so what is another is the work's doing.
 */
#pragma once

#include "analysis/capacity.h"
#include "analysis/flow-differences.h"

G_BEGIN_DECLS

/**
 * TlRoleComparison:
 * @role: (nullable): %NULL for steps without a role
 * @available: hours a period, 0 where the role does not say
 * @before: hours a period, by bucket
 * @after: hours a period, by bucket
 */
typedef struct
{
  TlRole *role;
  double available;
  TlBuckets before;
  TlBuckets after;
} TlRoleComparison;

/**
 * TlComparison:
 * @before: numbers of the flow compared with
 * @after: numbers of the flow that is looked at
 * @differences: what is another in the work
 * @roles: (element-type TlRoleComparison): those with hours in either flow, in the study's order
 * @freed: hours a period that @after takes less than @before; negative: more
 *
 * A value: it stays as it is when the study changes.
 */
typedef struct
{
  TlCapacity *before;
  TlCapacity *after;
  TlFlowDifferences *differences;
  GArray *roles;
  double freed;
} TlComparison;

TlComparison *
tl_comparison_new (TlStudy *study, TlFlow *before, TlFlow *after, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tl_comparison_free (TlComparison *comparison);

guint tl_comparison_n_demands (const TlComparison *comparison);
const TlDemandNumbers *tl_comparison_demand (const TlComparison *comparison, guint index, gboolean after);

gboolean tl_comparison_pair (TlStudy *study, TlFlow *flow, TlFlow **before, TlFlow **after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlComparison, tl_comparison_free)

G_END_DECLS
