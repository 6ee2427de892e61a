/* condition-leverage.h: what changing each condition gives back. For leverage.c only. */
#pragma once

#include "analysis/flow-solution.h"
#include "analysis/leverage.h"

G_BEGIN_DECLS

/**
 * tl_leverage_hours:
 * @before: hours used with something
 * @after: without it
 *
 * Returns: the hours released; what is only rounding counts as 0
 */
double tl_leverage_hours (double before, double after);

/**
 * tl_condition_leverages_compute:
 * @leverage: takes the result
 * @base: its model, solved
 * @found: (element-type TlFoundCause): all causes in it
 * @single: (nullable) (array): hours that each of @found releases alone, %NAN where it can't be removed
 * @cancellable: (nullable): to stop it
 * @error: place for %G_IO_ERROR_CANCELLED
 *
 * Solves the flow anew for each condition that causes are tied to.
 *
 * Returns: %FALSE with @error set
 */
gboolean tl_condition_leverages_compute (TlLeverage *leverage,
                                         const TlFlowSolution *base,
                                         const GArray *found,
                                         const double *single,
                                         GCancellable *cancellable,
                                         GError **error);

G_END_DECLS
