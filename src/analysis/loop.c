#include "analysis/loop.h"

#include <math.h>
#include <suitesparse/klu.h>

#include "analysis/selected-inverse.h"

struct _TlLoop
{
  int n;
  klu_common common;
  klu_symbolic *symbolic;
  klu_numeric *numeric;
  double *diagonal;
};

/* I − Pᵀ within the loop, in compressed columns: the column of a step holds where its work goes. */
typedef struct
{
  int *first;
  int *row;
  double *value;
} Columns;

static void
columns_clear (Columns *columns)
{
  g_free (columns->first);
  g_free (columns->row);
  g_free (columns->value);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Columns, columns_clear)

static guint
count_edges (const TlGraph *graph, const int *nodes, guint n)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    count += (guint) (graph->first[nodes[i] + 1] - graph->first[nodes[i]]);
  return count;
}

/* KLU takes no entry twice: parallel edges are added up. @at has the place of each row met so far. */
static void
fill_column (Columns *columns,
             const TlGraph *graph,
             const double *shares,
             const TlComponents *components,
             int node,
             int *at)
{
  int column = components->place[node];
  int begin = columns->first[column];
  int next = begin;

  columns->row[next] = column;
  columns->value[next] = 1;
  at[column] = next++;
  for (int e = graph->first[node]; e < graph->first[node + 1]; e++)
    {
      int to = graph->to[e];
      int row = components->place[to];

      if (!(shares[e] > 0) || components->component[to] != components->component[node])
        continue;
      if (at[row] < begin || at[row] >= next || columns->row[at[row]] != row)
        {
          at[row] = next++;
          columns->row[at[row]] = row;
          columns->value[at[row]] = 0;
        }
      columns->value[at[row]] -= shares[e];
    }
  columns->first[column + 1] = next;
}

static void
columns_init (Columns *columns,
              const TlGraph *graph,
              const double *shares,
              const TlComponents *components,
              int component)
{
  const int *nodes = components->order + components->first[component];
  guint n = (guint) tl_components_size (components, component);
  guint room = n + count_edges (graph, nodes, n);
  g_autofree int *at = g_new0 (int, n);

  columns->first = g_new0 (int, n + 1);
  columns->row = g_new (int, room);
  columns->value = g_new (double, room);
  for (guint i = 0; i < n; i++)
    fill_column (columns, graph, shares, components, nodes[i], at);
}

/* The one block has no order to find by block triangular form, and needs neither scaling nor pivots
 * off the diagonal.
 */
static void
set_up (klu_common *common)
{
  klu_defaults (common);
  common->btf = FALSE;
  common->scale = -1;
  common->tol = 0;
}

/* Of an M-matrix all pivots are positive; where one is not, the loop does not end. */
static gboolean
pivots_are_positive (const TlLoop *self)
{
  const double *pivots = self->numeric->Udiag;

  for (int i = 0; i < self->n; i++)
    if (!(pivots[i] > 0) || !isfinite (1 / pivots[i]))
      return FALSE;
  return TRUE;
}

TlLoop *
tl_loop_new (const TlGraph *graph, const double *shares, const TlComponents *components, int component)
{
  g_autoptr (TlLoop) self = g_new0 (TlLoop, 1);
  g_auto (Columns) columns = { NULL };

  self->n = tl_components_size (components, component);
  set_up (&self->common);
  columns_init (&columns, graph, shares, components, component);

  self->symbolic = klu_analyze (self->n, columns.first, columns.row, &self->common);
  if (self->symbolic != NULL)
    self->numeric = klu_factor (columns.first, columns.row, columns.value, self->symbolic, &self->common);
  if (self->numeric == NULL || !pivots_are_positive (self))
    return NULL;

  return g_steal_pointer (&self);
}

void
tl_loop_visits (TlLoop *self, double *x)
{
  klu_solve (self->symbolic, self->numeric, self->n, 1, x, &self->common);
}

void
tl_loop_expect (TlLoop *self, double *x)
{
  klu_tsolve (self->symbolic, self->numeric, self->n, 1, x, &self->common);
}

const double *
tl_loop_diagonal (TlLoop *self)
{
  if (self->diagonal == NULL)
    self->diagonal = tl_selected_inverse_diagonal (self->symbolic, self->numeric, &self->common);
  return self->diagonal;
}

void
tl_loop_free (TlLoop *self)
{
  if (self == NULL)
    return;
  if (self->numeric != NULL)
    klu_free_numeric (&self->numeric, &self->common);
  if (self->symbolic != NULL)
    klu_free_symbolic (&self->symbolic, &self->common);
  g_free (self->diagonal);
  g_free (self);
}
