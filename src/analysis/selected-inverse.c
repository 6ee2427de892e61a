#include "analysis/selected-inverse.h"

/* The factors A = L D U with unit diagonals, and Z = A⁻¹ in the places that the recursion needs:
 * where L or U has an entry, Z has one at the transposed place. So z_below[] lies beside the rows of
 * U and z_right[] beside the columns of L.
 */
typedef struct
{
  int n;
  int *l_first; /* columns of L, diagonal first */
  int *l_row;
  double *l;
  int *u_first; /* rows of U without the diagonal */
  int *u_column;
  double *u;
  double *pivot;
  double *z_right;    /* Z[j, m] beside L[m, j] */
  double *z_below;    /* Z[k, j] beside U[j, k] */
  double *z_diagonal; /* Z[j, j] */
  /* Where the entries of the column at hand are, −1 elsewhere. */
  int *in_l;
  int *in_u;
  int *permutation;
} Inverse;

static void
inverse_clear (Inverse *self)
{
  g_free (self->l_first);
  g_free (self->l_row);
  g_free (self->l);
  g_free (self->u_first);
  g_free (self->u_column);
  g_free (self->u);
  g_free (self->pivot);
  g_free (self->z_right);
  g_free (self->z_below);
  g_free (self->z_diagonal);
  g_free (self->in_l);
  g_free (self->in_u);
  g_free (self->permutation);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Inverse, inverse_clear)

/* KLU gives columns of U, the recursion reads rows; and it wants them divided by the pivot. */
static void
set_upper (Inverse *self, const int *first, const int *row, const double *value)
{
  int n = self->n;
  g_autofree int *next = g_new (int, n + 1);

  for (int k = 0; k < n; k++)
    for (int e = first[k]; e < first[k + 1]; e++)
      {
        if (row[e] == k)
          self->pivot[k] = value[e];
        else
          self->u_first[row[e] + 1]++;
      }
  for (int j = 0; j < n; j++)
    {
      self->u_first[j + 1] += self->u_first[j];
      next[j] = self->u_first[j];
    }
  for (int k = 0; k < n; k++)
    for (int e = first[k]; e < first[k + 1]; e++)
      if (row[e] != k)
        {
          int at = next[row[e]]++;

          self->u_column[at] = k;
          self->u[at] = value[e] / self->pivot[row[e]];
        }
}

static void
inverse_init (Inverse *self, klu_symbolic *symbolic, klu_numeric *numeric, klu_common *common)
{
  int n = self->n = symbolic->n;
  g_autofree int *u_first = g_new (int, n + 1);
  g_autofree int *u_row = g_new (int, numeric->unz);
  g_autofree double *u = g_new (double, numeric->unz);

  self->l_first = g_new (int, n + 1);
  self->l_row = g_new (int, numeric->lnz);
  self->l = g_new (double, numeric->lnz);
  self->permutation = g_new (int, n);
  klu_extract (numeric, symbolic, self->l_first, self->l_row, self->l, u_first, u_row, u, NULL, NULL,
               NULL, NULL, self->permutation, NULL, NULL, common);

  self->u_first = g_new0 (int, n + 1);
  self->u_column = g_new (int, numeric->unz);
  self->u = g_new (double, numeric->unz);
  self->pivot = g_new (double, n);
  set_upper (self, u_first, u_row, u);

  self->z_right = g_new (double, numeric->lnz);
  self->z_below = g_new (double, numeric->unz);
  self->z_diagonal = g_new (double, n);
  self->in_l = g_new (int, n);
  self->in_u = g_new (int, n);
  for (int j = 0; j < n; j++)
    self->in_l[j] = self->in_u[j] = -1;
}

static void
mark (Inverse *self, int j, gboolean on)
{
  for (int e = self->l_first[j]; e < self->l_first[j + 1]; e++)
    if (self->l_row[e] != j)
      self->in_l[self->l_row[e]] = on ? e : -1;
  for (int e = self->u_first[j]; e < self->u_first[j + 1]; e++)
    self->in_u[self->u_column[e]] = on ? e : -1;
}

/* Column j of Z below the diagonal and row j right of it are sums over the same numbers, those of Z
 * in the rows of U's row j and the columns of L's column j, so both are summed in one pass.
 */
static void
add (Inverse *self, int in_u, int in_l, double z)
{
  self->z_below[in_u] -= z * self->l[in_l];
  self->z_right[in_l] -= z * self->u[in_u];
}

static void
add_row_right (Inverse *self, int k, int in_u)
{
  for (int e = self->l_first[k]; e < self->l_first[k + 1]; e++)
    {
      int in_l = self->in_l[self->l_row[e]];

      if (in_l >= 0 && self->l_row[e] != k)
        add (self, in_u, in_l, self->z_right[e]);
    }
}

static void
add_column_below (Inverse *self, int m, int in_l)
{
  for (int e = self->u_first[m]; e < self->u_first[m + 1]; e++)
    {
      int in_u = self->in_u[self->u_column[e]];

      if (in_u >= 0)
        add (self, in_u, in_l, self->z_below[e]);
    }
}

static void
solve_column (Inverse *self, int j)
{
  double z = 1 / self->pivot[j];

  mark (self, j, TRUE);
  for (int e = self->l_first[j]; e < self->l_first[j + 1]; e++)
    self->z_right[e] = 0;
  for (int e = self->u_first[j]; e < self->u_first[j + 1]; e++)
    self->z_below[e] = 0;

  for (int e = self->u_first[j]; e < self->u_first[j + 1]; e++)
    {
      int k = self->u_column[e];

      add_row_right (self, k, e);
      if (self->in_l[k] >= 0)
        add (self, e, self->in_l[k], self->z_diagonal[k]);
    }
  for (int e = self->l_first[j]; e < self->l_first[j + 1]; e++)
    if (self->l_row[e] != j)
      add_column_below (self, self->l_row[e], e);

  for (int e = self->u_first[j]; e < self->u_first[j + 1]; e++)
    z -= self->u[e] * self->z_below[e];
  self->z_diagonal[j] = z;
  mark (self, j, FALSE);
}

double *
tl_selected_inverse_diagonal (klu_symbolic *symbolic, klu_numeric *numeric, klu_common *common)
{
  g_auto (Inverse) inverse = { 0 };
  double *diagonal = g_new (double, symbolic->n);

  inverse_init (&inverse, symbolic, numeric, common);
  for (int j = inverse.n - 1; j >= 0; j--)
    solve_column (&inverse, j);
  for (int j = 0; j < inverse.n; j++)
    diagonal[inverse.permutation[j]] = inverse.z_diagonal[j];

  return diagonal;
}
