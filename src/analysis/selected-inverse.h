/* selected-inverse.h: the diagonal of an inverse without the inverse.
 *
 * Sources: K. Takahashi, J. Fagan, M.-S. Chin, "Formation of a sparse bus impedance matrix", PICA
 * (1973); A. M. Erisman, W. F. Tinney, "On computing certain elements of the inverse of a sparse
 * matrix", Comm. ACM 18 (1975).
 */
#pragma once

#include <glib.h>
#include <suitesparse/klu.h>

G_BEGIN_DECLS

/**
 * tl_selected_inverse_diagonal:
 * @symbolic: order of a matrix of one block
 * @numeric: its factors, all pivots on the diagonal, not scaled
 * @common: as they were made with
 *
 * Takes about as long as the factorisation did, where solving for every column would take as long
 * for each.
 *
 * Returns: (transfer full) (array): the diagonal of the inverse, in the matrix's own order
 */
double *tl_selected_inverse_diagonal (klu_symbolic *symbolic,
                                      klu_numeric *numeric,
                                      klu_common *common) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
