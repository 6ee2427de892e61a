#include "analysis/graph.h"

TlGraph *
tl_graph_new (guint n_nodes, guint n_edges, const int *from, const int *to, int *place)
{
  TlGraph *graph = g_new0 (TlGraph, 1);
  g_autofree int *next = g_new (int, n_nodes + 1);

  graph->n_nodes = n_nodes;
  graph->n_edges = n_edges;
  graph->first = g_new0 (int, n_nodes + 1);
  graph->to = g_new (int, n_edges);

  for (guint e = 0; e < n_edges; e++)
    graph->first[from[e] + 1]++;
  for (guint s = 0; s < n_nodes; s++)
    {
      graph->first[s + 1] += graph->first[s];
      next[s] = graph->first[s];
    }
  for (guint e = 0; e < n_edges; e++)
    {
      int at = next[from[e]]++;

      graph->to[at] = to[e];
      if (place != NULL)
        place[e] = at;
    }

  return graph;
}

void
tl_graph_free (TlGraph *graph)
{
  if (graph == NULL)
    return;
  g_free (graph->first);
  g_free (graph->to);
  g_free (graph);
}
