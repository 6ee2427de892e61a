/* flow-layers.c: the layers of a ranked graph, with a free cell wherever an edge passes one. */
#include "layout/flow-layers.h"

#include <math.h>

/* How much edges insist on being straight: what passes a layer most, then the main way through. */
#define WEIGHT_PASSING 400.0
#define WEIGHT_MAIN 100.0
#define WEIGHT_SECOND 10.0

static double
share_or_rest (const TlConnector *connector, double given)
{
  return isnan (connector->share) ? MAX (0, 1 - given) : connector->share;
}

/* The sum of the shares that are given, of the connectors that leave @n. */
static double
shares_given (const TlFlowGraph *graph, guint n)
{
  double sum = 0;

  for (guint o = graph->out_start[n]; o < graph->out_start[n + 1]; o++)
    {
      const TlItem *item = graph->edges[graph->out[o]].item;

      if (item->kind == TL_ITEM_CONNECTOR && !isnan (((const TlConnector *) item)->share))
        sum += ((const TlConnector *) item)->share;
    }
  return sum;
}

/* The connector that most of the work takes ahead, or -1. */
static int
main_way (const TlFlowGraph *graph, guint n)
{
  double given = shares_given (graph, n);
  double most = -1;
  int best = -1;

  for (guint o = graph->out_start[n]; o < graph->out_start[n + 1]; o++)
    {
      const TlGraphEdge *edge = &graph->edges[graph->out[o]];
      double share;

      if (edge->back || edge->item->kind != TL_ITEM_CONNECTOR)
        continue;
      share = share_or_rest ((const TlConnector *) edge->item, given);
      if (share > most)
        {
          most = share;
          best = (int) graph->out[o];
        }
    }
  return best;
}

/* A step has one straight way out and one straight way in. */
static void
weigh_edges (TlFlowGraph *graph)
{
  g_autofree gboolean *taken = g_new0 (gboolean, graph->n_nodes + 1);

  for (guint n = 0; n < graph->n_steps; n++)
    {
      int best = main_way (graph, n);

      if (best < 0)
        continue;
      graph->edges[best].weight = taken[graph->edges[best].to] ? WEIGHT_SECOND : WEIGHT_MAIN;
      taken[graph->edges[best].to] = TRUE;
    }
}

static guint
add_cell (TlLayers *layers, int node, guint layer, guint part, double height)
{
  TlCell cell = { node, layer, layers->layers[layer]->len, part, 0, height };
  guint number = layers->cells->len;

  g_array_append_val (layers->cells, cell);
  g_array_append_val (layers->layers[layer], number);
  return number;
}

static void
add_span (TlLayers *layers, guint from, guint to, double weight)
{
  TlSpan span = { from, to, weight };
  g_array_append_val (layers->spans, span);
}

/* In the order that people gave, part after part. */
static void
add_nodes (TlLayers *layers, guint *cell_of)
{
  const TlFlowGraph *graph = layers->graph;

  for (guint n = 0; n < graph->n_nodes; n++)
    {
      const TlGraphNode *node = &graph->nodes[n];

      if (!node->loose)
        cell_of[n] = add_cell (layers, (int) n, (guint) node->rank, node->part, node->height);
    }
}

static void
add_edge (TlLayers *layers, const TlGraphEdge *edge, const guint *cell_of)
{
  const TlGraphNode *from = &layers->graph->nodes[edge->from];
  const TlGraphNode *to = &layers->graph->nodes[edge->to];
  int span = to->rank - from->rank;
  guint cell = cell_of[edge->from];

  if (edge->back || span < 1 || span > TL_LONGEST_SPAN)
    return;
  for (int layer = from->rank + 1; layer < to->rank; layer++)
    {
      guint next = add_cell (layers, -1, (guint) layer, from->part, 0);

      add_span (layers, cell, next, layer > from->rank + 1 ? WEIGHT_PASSING : edge->weight);
      cell = next;
    }
  add_span (layers, cell, cell_of[edge->to], edge->weight);
}

/* Lists, for each cell, the spans at its one side. */
static void
index_side (const TlLayers *layers, gboolean right, guint **start, guint **list)
{
  guint n_cells = layers->cells->len;
  g_autofree guint *next = NULL;

  *start = g_new0 (guint, n_cells + 1);
  *list = g_new (guint, layers->spans->len + 1);
  for (guint s = 0; s < layers->spans->len; s++)
    (*start)[(right ? tl_span (layers, s)->from : tl_span (layers, s)->to) + 1]++;
  for (guint c = 0; c < n_cells; c++)
    (*start)[c + 1] += (*start)[c];
  next = g_memdup2 (*start, (n_cells + 1) * sizeof (guint));
  for (guint s = 0; s < layers->spans->len; s++)
    (*list)[next[right ? tl_span (layers, s)->from : tl_span (layers, s)->to]++] = s;
}

/**
 * tl_layers_new:
 * @graph: a ranked graph, which must outlive the layers
 *
 * Loose steps are left out.
 *
 * Returns: (transfer full): its layers, in the flow's own order
 */
TlLayers *
tl_layers_new (TlFlowGraph *graph)
{
  TlLayers *layers = g_new0 (TlLayers, 1);
  g_autofree guint *cell_of = g_new0 (guint, graph->n_nodes + 1);

  layers->graph = graph;
  layers->cells = g_array_new (FALSE, FALSE, sizeof (TlCell));
  layers->spans = g_array_new (FALSE, FALSE, sizeof (TlSpan));
  for (guint n = 0; n < graph->n_nodes; n++)
    layers->n_layers = MAX (layers->n_layers, (guint) graph->nodes[n].rank + 1);
  layers->layers = g_new (GArray *, layers->n_layers + 1);
  for (guint l = 0; l < layers->n_layers; l++)
    layers->layers[l] = g_array_new (FALSE, FALSE, sizeof (guint));
  weigh_edges (graph);
  add_nodes (layers, cell_of);
  for (guint e = 0; e < graph->n_edges; e++)
    add_edge (layers, &graph->edges[e], cell_of);
  index_side (layers, FALSE, &layers->left_start, &layers->left);
  index_side (layers, TRUE, &layers->right_start, &layers->right);
  return layers;
}

/**
 * tl_layers_free:
 * @layers: (transfer full): layers
 */
void
tl_layers_free (TlLayers *layers)
{
  for (guint l = 0; l < layers->n_layers; l++)
    g_array_unref (layers->layers[l]);
  g_free (layers->layers);
  g_array_unref (layers->cells);
  g_array_unref (layers->spans);
  g_free (layers->left_start);
  g_free (layers->left);
  g_free (layers->right_start);
  g_free (layers->right);
  g_free (layers);
}

/**
 * tl_layers_renumber:
 * @layers: layers
 * @layer: one whose order changed
 *
 * Tells the cells of @layer their place.
 */
void
tl_layers_renumber (TlLayers *layers, guint layer)
{
  const GArray *list = layers->layers[layer];

  for (guint i = 0; i < list->len; i++)
    tl_cell (layers, g_array_index (list, guint, i))->place = i;
}
