#include "analysis/chain.h"

#include <math.h>
#include <string.h>

#include "analysis/loop.h"

static const int *
nodes_of (const TlChain *self, int component)
{
  return self->components->order + self->components->first[component];
}

static double
share_to_itself (const TlChain *self, int node)
{
  double share = 0;

  for (int e = self->graph->first[node]; e < self->graph->first[node + 1]; e++)
    if (self->graph->to[e] == node && self->shares[e] > 0)
      share += self->shares[e];
  return share;
}

/* What a step alone needs instead of a factorisation. */
static double
pivot_of (const TlChain *self, int node)
{
  return 1 - share_to_itself (self, node);
}

static gboolean
has_way_out (const TlChain *self, const double *leaves, int component)
{
  const int *nodes = nodes_of (self, component);
  int n = tl_components_size (self->components, component);

  for (int i = 0; i < n; i++)
    {
      if (leaves[nodes[i]] > 0)
        return TRUE;
      for (int e = self->graph->first[nodes[i]]; e < self->graph->first[nodes[i] + 1]; e++)
        if (self->shares[e] > 0 && self->components->component[self->graph->to[e]] != component)
          return TRUE;
    }
  return FALSE;
}

static gboolean
leads_to_endless (const TlChain *self, int component)
{
  const int *nodes = nodes_of (self, component);
  int n = tl_components_size (self->components, component);

  for (int i = 0; i < n; i++)
    for (int e = self->graph->first[nodes[i]]; e < self->graph->first[nodes[i] + 1]; e++)
      if (self->shares[e] > 0 && self->endless[self->components->component[self->graph->to[e]]])
        return TRUE;
  return FALSE;
}

/* Components come with those first that lead nowhere else: what one leads to is known already. */
static void
examine (TlChain *self, const double *leaves, int component)
{
  gboolean alone = tl_components_size (self->components, component) == 1;

  self->closed[component] = !has_way_out (self, leaves, component);
  if (!self->closed[component] && alone)
    self->closed[component] = !(pivot_of (self, *nodes_of (self, component)) > 0);
  self->endless[component] = self->closed[component] || leads_to_endless (self, component);
  if (self->endless[component] || alone)
    return;

  self->loops->pdata[component] = tl_loop_new (self->graph, self->shares, self->components, component);
  if (self->loops->pdata[component] == NULL)
    self->closed[component] = self->endless[component] = TRUE;
}

TlChain *
tl_chain_new (const TlGraph *graph, const double *shares, const double *leaves, const int *starts, guint n_starts)
{
  TlChain *self = g_new0 (TlChain, 1);
  guint n;

  self->graph = graph;
  self->shares = shares;
  self->components = tl_components_new (graph, shares, starts, n_starts);
  n = self->components->n_components;
  self->closed = g_new0 (gboolean, n);
  self->endless = g_new0 (gboolean, n);
  self->loops = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_loop_free);
  g_ptr_array_set_size (self->loops, (int) n);
  for (guint c = 0; c < n; c++)
    examine (self, leaves, (int) c);

  return self;
}

gboolean
tl_chain_ends (const TlChain *self, int start)
{
  int component = self->components->component[start];

  return component >= 0 && !self->endless[component];
}

/* Takes the numbers of a loop's steps out of @x, solves with them, and puts them back. */
static void
solve_loop (const TlChain *self, int component, double *x, void (*solve) (TlLoop *, double *))
{
  const int *nodes = nodes_of (self, component);
  int n = tl_components_size (self->components, component);
  g_autofree double *part = g_new (double, n);
  gboolean empty = TRUE;

  for (int i = 0; i < n; i++)
    {
      part[i] = x[nodes[i]];
      empty = empty && part[i] == 0;
    }
  if (empty)
    return;
  solve (self->loops->pdata[component], part);
  for (int i = 0; i < n; i++)
    x[nodes[i]] = part[i];
}

static void
solve_component (const TlChain *self, int component, double *x, void (*solve) (TlLoop *, double *))
{
  if (self->loops->pdata[component] != NULL)
    solve_loop (self, component, x, solve);
  else if (x[*nodes_of (self, component)] != 0)
    x[*nodes_of (self, component)] /= pivot_of (self, *nodes_of (self, component));
}

static void
pass_on (const TlChain *self, int component, double *x)
{
  const int *nodes = nodes_of (self, component);
  int n = tl_components_size (self->components, component);

  for (int i = 0; i < n; i++)
    for (int e = self->graph->first[nodes[i]]; e < self->graph->first[nodes[i] + 1]; e++)
      if (self->shares[e] > 0 && self->components->component[self->graph->to[e]] != component)
        x[self->graph->to[e]] += x[nodes[i]] * self->shares[e];
}

void
tl_chain_visits (const TlChain *self, double *x)
{
  for (int c = (int) self->components->n_components - 1; c >= 0; c--)
    {
      if (self->endless[c])
        continue;
      solve_component (self, c, x, tl_loop_visits);
      pass_on (self, c, x);
    }
}

static void
collect (const TlChain *self, int component, double *x)
{
  const int *nodes = nodes_of (self, component);
  int n = tl_components_size (self->components, component);

  for (int i = 0; i < n; i++)
    for (int e = self->graph->first[nodes[i]]; e < self->graph->first[nodes[i] + 1]; e++)
      if (self->shares[e] > 0 && self->components->component[self->graph->to[e]] != component)
        x[nodes[i]] += self->shares[e] * x[self->graph->to[e]];
}

void
tl_chain_expect (const TlChain *self, double *x)
{
  for (guint c = 0; c < self->components->n_components; c++)
    {
      if (self->endless[c])
        {
          for (int i = self->components->first[c]; i < self->components->first[c + 1]; i++)
            x[self->components->order[i]] = NAN;
          continue;
        }
      collect (self, (int) c, x);
      solve_component (self, (int) c, x, tl_loop_expect);
    }
  for (guint s = 0; s < self->graph->n_nodes; s++)
    if (self->components->component[s] < 0)
      x[s] = NAN;
}

static void
loop_returns (const TlChain *self, int component, const gboolean *wanted, double *returns)
{
  const int *nodes = nodes_of (self, component);
  int n = tl_components_size (self->components, component);
  const double *diagonal;
  gboolean any = FALSE;

  for (int i = 0; i < n && !any; i++)
    any = wanted[nodes[i]];
  if (!any)
    return;
  diagonal = tl_loop_diagonal (self->loops->pdata[component]);
  for (int i = 0; i < n; i++)
    returns[nodes[i]] = diagonal[i];
}

void
tl_chain_returns (const TlChain *self, const gboolean *wanted, double *returns)
{
  for (guint c = 0; c < self->components->n_components; c++)
    {
      int node = *nodes_of (self, (int) c);

      if (self->endless[c])
        continue;
      if (self->loops->pdata[c] != NULL)
        loop_returns (self, (int) c, wanted, returns);
      else if (wanted[node])
        returns[node] = 1 / pivot_of (self, node);
    }
}

void
tl_chain_free (TlChain *self)
{
  if (self == NULL)
    return;
  tl_components_free (self->components);
  g_ptr_array_unref (self->loops);
  g_free (self->closed);
  g_free (self->endless);
  g_free (self);
}
