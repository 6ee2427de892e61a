#include "analysis/components.h"

/* One depth-first search. A flow may be one chain of 100,000 steps, so the recursion of the
 * textbook is a stack of our own: @path is the way to the node at hand, @edge the next edge of each
 * node.
 */
typedef struct
{
  const TlGraph *graph;
  const double *weights;
  TlComponents *found;
  int *edge;
  int *low;
  int *index;
  int *path;
  int *open;
  guint path_length;
  guint n_open;
  int next_index;
  int n_ordered;
} Search;

static void
enter (Search *self, int node)
{
  self->index[node] = self->low[node] = ++self->next_index;
  self->edge[node] = self->graph->first[node];
  self->path[self->path_length++] = node;
  self->open[self->n_open++] = node;
}

static gboolean
is_open (const Search *self, int node)
{
  return self->found->component[node] < 0;
}

static void
close_component (Search *self, int root)
{
  TlComponents *found = self->found;
  int node;

  do
    {
      node = self->open[--self->n_open];
      found->component[node] = (int) found->n_components;
      found->place[node] = self->n_ordered - found->first[found->n_components];
      found->order[self->n_ordered++] = node;
    }
  while (node != root);
  found->first[++found->n_components] = self->n_ordered;
}

static void
leave (Search *self, int node)
{
  self->path_length--;
  if (self->low[node] == self->index[node])
    close_component (self, node);
  if (self->path_length > 0)
    {
      int before = self->path[self->path_length - 1];

      self->low[before] = MIN (self->low[before], self->low[node]);
    }
}

static void
step_on (Search *self)
{
  int node = self->path[self->path_length - 1];

  while (self->edge[node] < self->graph->first[node + 1])
    {
      int e = self->edge[node]++;
      int to = self->graph->to[e];

      if (!(self->weights[e] > 0))
        continue;
      if (self->index[to] == 0)
        {
          enter (self, to);
          return;
        }
      if (is_open (self, to))
        self->low[node] = MIN (self->low[node], self->index[to]);
    }
  leave (self, node);
}

static void
search_from (Search *self, int start)
{
  if (self->index[start] != 0)
    return;
  enter (self, start);
  while (self->path_length > 0)
    step_on (self);
}

TlComponents *
tl_components_new (const TlGraph *graph, const double *weights, const int *starts, guint n_starts)
{
  guint n = graph->n_nodes;
  TlComponents *found = g_new0 (TlComponents, 1);
  g_autofree int *edge = g_new (int, n);
  g_autofree int *low = g_new0 (int, n);
  g_autofree int *index = g_new0 (int, n);
  g_autofree int *path = g_new (int, n);
  g_autofree int *open = g_new (int, n);
  Search search = { .graph = graph,
                    .weights = weights,
                    .found = found,
                    .edge = edge,
                    .low = low,
                    .index = index,
                    .path = path,
                    .open = open };

  found->component = g_new (int, n);
  found->order = g_new (int, n);
  found->place = g_new (int, n);
  found->first = g_new0 (int, n + 1);
  for (guint i = 0; i < n; i++)
    found->component[i] = -1;
  for (guint i = 0; i < n_starts; i++)
    search_from (&search, starts[i]);

  return found;
}

void
tl_components_free (TlComponents *components)
{
  if (components == NULL)
    return;
  g_free (components->component);
  g_free (components->order);
  g_free (components->first);
  g_free (components->place);
  g_free (components);
}
