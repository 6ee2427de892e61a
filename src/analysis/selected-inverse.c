#include "analysis/selected-inverse.h"

/* The last rows and columns of factors fill up. There, entries are found by their place in a square
 * instead of by search; it may have at most so many rows (72 MB).
 */
#define MOST_SQUARE 3000

/* Search costs nothing to speak of while it looks at this many times the entries of the factors. */
#define CHEAP_SEARCH 4

/* The factors A = L D U with unit diagonals, and Z = A⁻¹ in the places that the recursion needs:
 * where L or U has an entry, Z has one at the transposed place. So z_below[] lies beside the rows
 * of U and z_right[] beside the columns of L; entries of Z right of and below @corner are in
 * @square.
 */
typedef struct
{
  int n;
  int *l_first; /* columns of L without the diagonal */
  int *l_row;
  double *l;
  int *u_first; /* rows of U without the diagonal */
  int *u_column;
  double *u;
  double *pivot;
  int *permutation;

  double *z_right;    /* Z[j, m] beside L[m, j] */
  double *z_below;    /* Z[k, j] beside U[j, k] */
  double *z_diagonal; /* Z[j, j] */
  int corner;
  double *square;

  /* Where the entries of the column at hand are, −1 elsewhere. */
  int *in_l;
  int *in_u;
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
  g_free (self->permutation);
  g_free (self->z_right);
  g_free (self->z_below);
  g_free (self->z_diagonal);
  g_free (self->square);
  g_free (self->in_l);
  g_free (self->in_u);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Inverse, inverse_clear)

/* KLU's L has its unit diagonal among the entries. */
static void
drop_diagonal (Inverse *self)
{
  int next = 0;
  int begin = 0;

  for (int j = 0; j < self->n; j++)
    {
      int end = self->l_first[j + 1];

      for (int e = begin; e < end; e++)
        if (self->l_row[e] != j)
          {
            self->l_row[next] = self->l_row[e];
            self->l[next++] = self->l[e];
          }
      begin = end;
      self->l_first[j + 1] = next;
    }
}

/* KLU gives columns of U, the recursion reads rows; and it wants them divided by the pivot. */
static void
set_upper (Inverse *self, const int *first, const int *row, const double *value)
{
  int n = self->n;
  g_autofree int *next = g_new (int, (guint) n + 1);

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
take_factors (Inverse *self, klu_symbolic *symbolic, klu_numeric *numeric, klu_common *common)
{
  guint n = (guint) self->n;
  guint lnz = (guint) numeric->lnz;
  guint unz = (guint) numeric->unz;
  g_autofree int *u_first = g_new (int, n + 1);
  g_autofree int *u_row = g_new (int, unz);
  g_autofree double *u = g_new (double, unz);

  self->l_first = g_new (int, n + 1);
  self->l_row = g_new (int, lnz);
  self->l = g_new (double, lnz);
  self->permutation = g_new (int, n);
  klu_extract (numeric, symbolic, self->l_first, self->l_row, self->l, u_first, u_row, u, NULL, NULL, NULL, NULL,
               self->permutation, NULL, NULL, common);
  drop_diagonal (self);

  self->u_first = g_new0 (int, n + 1);
  self->u_column = g_new (int, unz);
  self->u = g_new (double, unz);
  self->pivot = g_new (double, n);
  set_upper (self, u_first, u_row, u);
}

static int
n_in_column (const Inverse *self, int j)
{
  return self->l_first[j + 1] - self->l_first[j];
}

static int
n_in_row (const Inverse *self, int j)
{
  return self->u_first[j + 1] - self->u_first[j];
}

/* How many entries a search for those that column j needs looks at. */
static gint64
cost_of_search (const Inverse *self, int j)
{
  gint64 cost = 0;

  for (int e = self->u_first[j]; e < self->u_first[j + 1]; e++)
    cost += n_in_column (self, self->u_column[e]);
  for (int e = self->l_first[j]; e < self->l_first[j + 1]; e++)
    cost += n_in_row (self, self->l_row[e]);
  return cost;
}

/* Where the square begins: searching is right for the many early columns with few entries. */
static int
find_corner (const Inverse *self)
{
  int n = self->n;
  gint64 left = CHEAP_SEARCH * ((gint64) self->l_first[n] + self->u_first[n] + n);
  int corner = 0;

  while (corner < n && left >= 0)
    left -= cost_of_search (self, corner++);
  return MAX (corner, n - MOST_SQUARE);
}

static void
inverse_init (Inverse *self, klu_symbolic *symbolic, klu_numeric *numeric, klu_common *common)
{
  guint n = (guint) symbolic->n;
  gsize side;

  self->n = symbolic->n;
  take_factors (self, symbolic, numeric, common);
  self->z_right = g_new (double, (guint) self->l_first[n]);
  self->z_below = g_new (double, (guint) self->u_first[n]);
  self->z_diagonal = g_new (double, n);
  self->corner = find_corner (self);
  side = (gsize) (self->n - self->corner);
  self->square = g_new (double, side *side);

  self->in_l = g_new (int, n);
  self->in_u = g_new (int, n);
  for (guint j = 0; j < n; j++)
    self->in_l[j] = self->in_u[j] = -1;
}

/* Z[k, …] of a row in the square, to be indexed by the column itself. */
static double *
square_row (const Inverse *self, int k)
{
  gssize side = self->n - self->corner;

  return self->square + (k - self->corner) * side - self->corner;
}

static void
mark (Inverse *self, int j, gboolean on)
{
  for (int e = self->l_first[j]; e < self->l_first[j + 1]; e++)
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
    if (self->in_l[self->l_row[e]] >= 0)
      add (self, in_u, self->in_l[self->l_row[e]], self->z_right[e]);
  if (self->in_l[k] >= 0)
    add (self, in_u, self->in_l[k], self->z_diagonal[k]);
}

static void
add_column_below (Inverse *self, int m, int in_l)
{
  for (int e = self->u_first[m]; e < self->u_first[m + 1]; e++)
    if (self->in_u[self->u_column[e]] >= 0)
      add (self, self->in_u[self->u_column[e]], in_l, self->z_below[e]);
}

static void
add_searched (Inverse *self, int j)
{
  mark (self, j, TRUE);
  for (int e = self->u_first[j]; e < self->u_first[j + 1]; e++)
    if (self->u_column[e] < self->corner)
      add_row_right (self, self->u_column[e], e);
  for (int e = self->l_first[j]; e < self->l_first[j + 1]; e++)
    if (self->l_row[e] < self->corner)
      add_column_below (self, self->l_row[e], e);
  mark (self, j, FALSE);
}

/* The entries of column j of L that lie in the square, side by side. */
typedef struct
{
  int n;
  int *row;
  int *at;
  double *l;
  double *right;
} Gathered;

static void
add_square_row (const double *row, double u, double *below, const Gathered *gathered)
{
  double sum = 0;

  for (int i = 0; i < gathered->n; i++)
    {
      double z = row[gathered->row[i]];

      sum += z * gathered->l[i];
      gathered->right[i] -= z * u;
    }
  *below -= sum;
}

static void
add_from_square (Inverse *self, int j, Gathered *gathered)
{
  gathered->n = 0;
  for (int e = self->l_first[j]; e < self->l_first[j + 1]; e++)
    if (self->l_row[e] >= self->corner)
      {
        int i = gathered->n++;

        gathered->row[i] = self->l_row[e];
        gathered->at[i] = e;
        gathered->l[i] = self->l[e];
        gathered->right[i] = 0;
      }
  for (int e = self->u_first[j]; e < self->u_first[j + 1]; e++)
    if (self->u_column[e] >= self->corner)
      add_square_row (square_row (self, self->u_column[e]), self->u[e], &self->z_below[e], gathered);
  for (int i = 0; i < gathered->n; i++)
    self->z_right[gathered->at[i]] += gathered->right[i];
}

static void
put_into_square (Inverse *self, int j)
{
  double *row = square_row (self, j);

  row[j] = self->z_diagonal[j];
  for (int e = self->l_first[j]; e < self->l_first[j + 1]; e++)
    row[self->l_row[e]] = self->z_right[e];
  for (int e = self->u_first[j]; e < self->u_first[j + 1]; e++)
    square_row (self, self->u_column[e])[j] = self->z_below[e];
}

static void
solve_column (Inverse *self, int j, Gathered *gathered)
{
  double z = 1 / self->pivot[j];

  for (int e = self->l_first[j]; e < self->l_first[j + 1]; e++)
    self->z_right[e] = 0;
  for (int e = self->u_first[j]; e < self->u_first[j + 1]; e++)
    self->z_below[e] = 0;

  if (j < self->corner)
    add_searched (self, j);
  add_from_square (self, j, gathered);

  for (int e = self->u_first[j]; e < self->u_first[j + 1]; e++)
    z -= self->u[e] * self->z_below[e];
  self->z_diagonal[j] = z;
  if (j >= self->corner)
    put_into_square (self, j);
}

double *
tl_selected_inverse_diagonal (klu_symbolic *symbolic, klu_numeric *numeric, klu_common *common)
{
  guint n = (guint) symbolic->n;
  g_auto (Inverse) inverse = { 0 };
  g_autofree int *row = g_new (int, n);
  g_autofree int *at = g_new (int, n);
  g_autofree double *l = g_new (double, n);
  g_autofree double *right = g_new (double, n);
  Gathered gathered = { 0, row, at, l, right };
  double *diagonal = g_new (double, n);

  inverse_init (&inverse, symbolic, numeric, common);
  for (int j = inverse.n - 1; j >= 0; j--)
    solve_column (&inverse, j, &gathered);
  for (int j = 0; j < inverse.n; j++)
    diagonal[inverse.permutation[j]] = inverse.z_diagonal[j];

  return diagonal;
}
