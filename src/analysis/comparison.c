#include "analysis/comparison.h"

static const TlRoleNumbers *
role_in (const TlCapacity *capacity, const TlRole *role)
{
  for (guint i = 0; i < capacity->roles->len; i++)
    if (g_array_index (capacity->roles, TlRoleNumbers, i).role == role)
      return &g_array_index (capacity->roles, TlRoleNumbers, i);
  return NULL;
}

static void
add_role (TlComparison *self, TlRole *role)
{
  const TlRoleNumbers *before = role_in (self->before, role);
  const TlRoleNumbers *after = role_in (self->after, role);
  TlRoleComparison row = { .role = role };

  if (before)
    row.before = before->hours;
  if (after)
    row.after = after->hours;
  row.available = after ? after->available : before ? before->available : 0;
  if (tl_buckets_sum (&row.before) > 0 || tl_buckets_sum (&row.after) > 0)
    g_array_append_val (self->roles, row);
}

static void
compare_roles (TlComparison *self, TlStudy *study)
{
  self->roles = g_array_new (FALSE, FALSE, sizeof (TlRoleComparison));
  for (guint i = 0; i < study->roles->len; i++)
    add_role (self, g_ptr_array_index (study->roles, i));
  add_role (self, NULL);
}

/**
 * tl_comparison_new:
 * @study: a study
 * @before: one of its flows
 * @after: another one
 * @error: place for an error
 *
 * Errors: those of tl_capacity_compute(), of either flow.
 *
 * Returns: (transfer full) (nullable): the two side by side, %NULL with @error set
 */
TlComparison *
tl_comparison_new (TlStudy *study, TlFlow *before, TlFlow *after, GError **error)
{
  g_autoptr (TlComparison) self = g_new0 (TlComparison, 1);

  self->before = tl_capacity_compute (study, before, error);
  if (self->before)
    self->after = tl_capacity_compute (study, after, error);
  if (!self->after)
    return NULL;
  self->differences = tl_flow_differences_new (before, after);
  self->freed = self->before->used - self->after->used;
  compare_roles (self, study);
  return g_steal_pointer (&self);
}

/**
 * tl_comparison_free:
 * @comparison: (transfer full) (nullable): a comparison; on the thread that owns the study
 */
void
tl_comparison_free (TlComparison *comparison)
{
  if (!comparison)
    return;
  g_clear_pointer (&comparison->roles, g_array_unref);
  g_clear_pointer (&comparison->differences, tl_flow_differences_free);
  g_clear_pointer (&comparison->before, tl_capacity_unref);
  g_clear_pointer (&comparison->after, tl_capacity_unref);
  g_free (comparison);
}

/**
 * tl_comparison_n_demands:
 * @comparison: a comparison
 *
 * Returns: how many demand types the study has
 */
guint
tl_comparison_n_demands (const TlComparison *comparison)
{
  return comparison->before->demands->len;
}

/**
 * tl_comparison_demand:
 * @comparison: a comparison
 * @index: of a demand type of the study
 * @after: in the flow that is looked at, else in that compared with
 *
 * Returns: (transfer none): its numbers
 */
const TlDemandNumbers *
tl_comparison_demand (const TlComparison *comparison, guint index, gboolean after)
{
  return &g_array_index ((after ? comparison->after : comparison->before)->demands, TlDemandNumbers, index);
}

static TlFlow *
first_redesign_of (TlStudy *study, const TlFlow *flow)
{
  for (guint i = 0; i < study->flows->len; i++)
    {
      TlFlow *other = g_ptr_array_index (study->flows, i);

      if (other != flow && other->based_on == flow)
        return other;
    }
  return NULL;
}

/**
 * tl_comparison_pair:
 * @study: a study
 * @flow: (nullable): the flow that is looked at
 * @before: (out): what to compare with
 * @after: (out): what is compared
 *
 * A redesign is compared with the flow that it is based on, and that flow with the first redesign of it. Where
 * nothing is based on anything, the first flow is compared with the one that is looked at, or with the second.
 *
 * Returns: %FALSE where there are no two flows
 */
gboolean
tl_comparison_pair (TlStudy *study, TlFlow *flow, TlFlow **before, TlFlow **after)
{
  TlFlow *first = study->flows->len > 0 ? g_ptr_array_index (study->flows, 0) : NULL;

  *before = *after = NULL;
  if (study->flows->len < 2)
    return FALSE;
  if (!flow)
    flow = first;
  *after = flow->based_on && flow->based_on != flow ? flow : first_redesign_of (study, flow);
  if (*after)
    *before = (*after)->based_on;
  else
    {
      *before = first;
      *after = flow == first ? g_ptr_array_index (study->flows, 1) : flow;
    }
  return TRUE;
}
