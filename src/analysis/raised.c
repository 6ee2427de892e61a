#include "analysis/raised.h"

#include "analysis/components.h"

/* A pivot below this is nothing but rounding: the circle feeds itself wholly. */
#define SMALLEST_PIVOT 1e-12

/* A circle that feeds itself only by a rounding has rates next to 1, not above this. */
#define MOST_MODERATE 10

TlRaised *
tl_raised_new (const TlFlowModel *model)
{
  g_autoptr (TlRaised) self = g_new0 (TlRaised, 1);

  self->n_demands = model->n_demands;
  self->raised = g_new (int, model->n_demands);
  self->row = g_new (int, model->n_demands);
  for (guint d = 0; d < model->n_demands; d++)
    self->row[d] = -1;
  for (guint i = 0; i < model->n_raises; i++)
    {
      int d = model->raises[i].demand;

      if (self->row[d] < 0)
        {
          self->row[d] = (int) self->n_raised;
          self->raised[self->n_raised++] = d;
        }
    }

  if (self->n_raised > TL_RAISED_MOST)
    return NULL;
  self->matrix = g_new0 (double, (gsize) self->n_raised * self->n_demands);
  return g_steal_pointer (&self);
}

TlRaised *
tl_raised_copy (const TlRaised *self)
{
  TlRaised *copy = g_new0 (TlRaised, 1);
  gsize size = sizeof (double) * self->n_raised * self->n_demands;

  copy->n_demands = self->n_demands;
  copy->n_raised = self->n_raised;
  copy->raised = g_memdup2 (self->raised, sizeof (int) * self->n_demands);
  copy->row = g_memdup2 (self->row, sizeof (int) * self->n_demands);
  copy->matrix = g_memdup2 (self->matrix, size);
  return copy;
}

static double *
cell (const TlRaised *self, int to, int by)
{
  return self->matrix + (gsize) self->row[to] * self->n_demands + by;
}

void
tl_raised_add (TlRaised *self, int to, int by, double rate)
{
  g_return_if_fail (self->row[to] >= 0);
  *cell (self, to, by) += rate;
}

/* M[@to, @by] */
static double
rate_of (const TlRaised *self, int to, int by)
{
  return self->row[to] < 0 ? 0 : *cell (self, to, by);
}

/* I − M among @demands, and the right-hand side beside it. */
static double *
equations (const TlRaised *self, const int *demands, guint n)
{
  double *a = g_new (double, (gsize) n *n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      a[(gsize) i * n + j] = (i == j ? 1 : 0) - rate_of (self, demands[i], demands[j]);
  return a;
}

/* Gauss without looking for pivots. For a matrix I − M with M ≥ 0 all pivots are positive exactly
 * if the spectral radius of M is below 1 (a nonsingular M-matrix: A. Berman, R. J. Plemmons,
 * "Nonnegative Matrices in the Mathematical Sciences", 1979, chapter 6), so the elimination is the
 * test as well.
 */
static gboolean
eliminate (double *a, double *b, guint n)
{
  for (guint k = 0; k < n; k++)
    {
      const double *pivot_row = a + (gsize) k * n;

      if (!(pivot_row[k] > SMALLEST_PIVOT))
        return FALSE;
      for (guint i = k + 1; i < n; i++)
        {
          double *row = a + (gsize) i * n;
          double factor = row[k] / pivot_row[k];

          if (factor == 0)
            continue;
          for (guint j = k; j < n; j++)
            row[j] -= factor * pivot_row[j];
          b[i] -= factor * b[k];
        }
    }
  return TRUE;
}

static void
substitute_back (const double *a, double *b, guint n)
{
  for (guint i = n; i-- > 0;)
    {
      const double *row = a + (gsize) i * n;

      /* Zero times what became too large would make all the others no number either. */
      for (guint j = i + 1; j < n; j++)
        if (row[j] != 0)
          b[i] -= row[j] * b[j];
      b[i] /= row[i];
    }
}

gboolean
tl_raised_is_moderate (const TlRaised *self)
{
  for (gsize i = 0; i < (gsize) self->n_raised * self->n_demands; i++)
    if (!(self->matrix[i] <= MOST_MODERATE))
      return FALSE;
  return TRUE;
}

gboolean
tl_raised_solve (const TlRaised *self, const double *frequencies, double *arrivals)
{
  guint n = self->n_raised;
  g_autofree double *a = equations (self, self->raised, n);
  g_autofree double *b = g_new (double, n);

  /* What nothing raises arrives from outside only, and stands on the right-hand side. */
  for (guint i = 0; i < n; i++)
    {
      b[i] = frequencies[self->raised[i]];
      for (guint d = 0; d < self->n_demands; d++)
        if (self->row[d] < 0)
          b[i] += rate_of (self, self->raised[i], (int) d) * frequencies[d];
    }
  if (!eliminate (a, b, n))
    return FALSE;
  substitute_back (a, b, n);

  for (guint d = 0; d < self->n_demands; d++)
    arrivals[d] = self->row[d] < 0 ? frequencies[d] : b[self->row[d]];
  return TRUE;
}

/* Which raised type raises which, as a graph over the rows of the matrix. */
static TlGraph *
raised_graph (const TlRaised *self, double **weights)
{
  g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) weight = g_array_new (FALSE, FALSE, sizeof (double));

  for (int by = 0; by < (int) self->n_raised; by++)
    for (int i = 0; i < (int) self->n_raised; i++)
      {
        double rate = rate_of (self, self->raised[i], self->raised[by]);

        if (!(rate > 0))
          continue;
        g_array_append_val (from, by);
        g_array_append_val (to, i);
        g_array_append_val (weight, rate);
      }

  /* Edges come by node already, so they keep their places. */
  *weights = (double *) g_array_free (g_steal_pointer (&weight), FALSE);
  return tl_graph_new (self->n_raised, from->len, (const int *) from->data, (const int *) to->data, NULL);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static GArray *
component_demands (const TlRaised *self, const TlComponents *components, guint component)
{
  GArray *demands = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = components->first[component]; i < components->first[component + 1]; i++)
    g_array_append_val (demands, self->raised[components->order[i]]);
  g_array_sort (demands, compare_places);
  return demands;
}

static gboolean
feeds_itself (const TlRaised *self, GArray *demands)
{
  g_autofree double *a = equations (self, (const int *) demands->data, demands->len);
  g_autofree double *b = g_new0 (double, demands->len);

  return !eliminate (a, b, demands->len);
}

GArray *
tl_raised_circle (const TlRaised *self)
{
  g_autofree double *weights = NULL;
  g_autoptr (TlGraph) graph = raised_graph (self, &weights);
  g_autofree int *starts = g_new (int, self->n_raised);
  g_autoptr (TlComponents) components = NULL;

  for (guint i = 0; i < self->n_raised; i++)
    starts[i] = (int) i;
  components = tl_components_new (graph, weights, starts, self->n_raised);
  for (guint c = 0; c < components->n_components; c++)
    {
      g_autoptr (GArray) demands = component_demands (self, components, c);

      if (feeds_itself (self, demands))
        return g_steal_pointer (&demands);
    }

  return NULL;
}

void
tl_raised_free (TlRaised *self)
{
  if (self == NULL)
    return;
  g_free (self->raised);
  g_free (self->row);
  g_free (self->matrix);
  g_free (self);
}
