/* raised.h: the demand that the flow makes itself.
 *
 * Arrivals are A = a + M A, where M[d′, d] is how many demands of type d′ one arrival of d raises:
 * the traffic equations of J. R. Jackson, "Networks of waiting lines", Operations Research 5
 * (1957), one level up. They have an answer while the spectral radius of M is below 1.
 */
#pragma once

#include "analysis/flow-model.h"

G_BEGIN_DECLS

/* More types of raised demand than this are refused: the equations are solved densely. */
#define TL_RAISED_MOST 2000

/**
 * TlRaised:
 * @n_demands: how many demand types there are
 * @n_raised: how many of them some step raises
 * @raised: (array length=n_raised): which ones
 * @row: (array length=n_demands): the row of each in @matrix, −1 where nothing raises it
 * @matrix: the rows of M that are not empty, each of @n_demands numbers
 */
typedef struct
{
  guint n_demands;
  guint n_raised;
  int *raised;
  int *row;
  double *matrix;
} TlRaised;

/**
 * tl_raised_new:
 * @model: a flow
 *
 * Returns: (transfer full) (nullable): the equations with M all zero; %NULL if they would be too
 * many
 */
TlRaised *tl_raised_new (const TlFlowModel *model) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_raised_copy:
 * @raised: equations
 *
 * Returns: (transfer full): the same, to be changed
 */
TlRaised *tl_raised_copy (const TlRaised *raised) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_raised_add:
 * @raised: equations
 * @to: demand type that is raised; there must be a step that raises it
 * @by: demand type that visits such a step
 * @rate: demands of @to for one arrival of @by, to be added
 */
void tl_raised_add (TlRaised *raised, int to, int by, double rate);

/**
 * tl_raised_circle:
 * @raised: equations
 *
 * Looks for demand types that raise each other without end: a strongly connected component of M
 * with a spectral radius of 1 or more.
 *
 * Returns: (transfer full) (nullable) (element-type int): the demand types of such a circle, in the
 *   study's order; %NULL if there is none
 */
GArray *tl_raised_circle (const TlRaised *raised) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_raised_is_moderate:
 * @raised: equations
 *
 * Returns: whether the rates are such as are met with; solving with others can fail because numbers
 *   become too large on the way, without any circle
 */
gboolean tl_raised_is_moderate (const TlRaised *raised);

/**
 * tl_raised_solve:
 * @raised: equations without such a circle
 * @frequencies: (array): a, arrivals from outside
 * @arrivals: (out caller-allocates) (array): A, all arrivals
 *
 * Returns: %FALSE if there is such a circle; @arrivals mean nothing then
 */
gboolean tl_raised_solve (const TlRaised *raised, const double *frequencies, double *arrivals);

/**
 * tl_raised_free:
 * @raised: (transfer full) (nullable): equations
 */
void tl_raised_free (TlRaised *raised);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRaised, tl_raised_free)

G_END_DECLS
