/* flow-layers.c: the layers of a ranked part of a graph, with a cell wherever an edge passes one.
 */
#include "layout/flow-layers.h"

#include "layout/flow-label.h"

/* How much edges insist on being straight where they pass a layer: more than any way through; what
 * leads back passes where it may. */
#define WEIGHT_PASSING 400.0
#define WEIGHT_PASSING_BACK 4.0
/* What leads back runs above what it leads back over. */
#define ABOVE 0.5
/* Cells for passing edges, at most, for each node and edge: where very many edges are very long,
 * the longest get none and go round. */
#define MOST_CELLS 12

static guint
add_cell (TlLayers *layers, int node, guint layer, int lane, double key, double size)
{
  TlCell cell = { node, layer, lane, key, 0, size };

  g_array_append_val (layers->cells, cell);
  return layers->cells->len - 1;
}

static void
add_span (TlLayers *layers, guint from, guint to, double weight, const TlGraphEdge *edge)
{
  gboolean begins = tl_cell (layers, from)->node >= 0;
  TlSpan span = { from, to, weight, edge->back, begins && tl_path_has_label (edge->item) };
  g_array_append_val (layers->spans, span);
}

static void
add_nodes (TlLayers *layers, const guint *nodes, guint n_nodes)
{
  for (guint i = 0; i < n_nodes; i++)
    {
      TlGraphNode *node = &layers->graph->nodes[nodes[i]];

      node->cell = add_cell (layers, (int) nodes[i], (guint) node->rank, node->lane, node->key, node->height);
      layers->n_layers = MAX (layers->n_layers, (guint) node->rank + 1);
    }
}

/* What leads back is turned round. */
static void
ends_of (const TlGraphEdge *edge, guint *from, guint *to)
{
  *from = edge->back ? edge->to : edge->from;
  *to = edge->back ? edge->from : edge->to;
}

static int
length_of (const TlLayers *layers, const TlGraphEdge *edge)
{
  const TlGraphNode *nodes = layers->graph->nodes;
  guint from, to;

  ends_of (edge, &from, &to);
  return nodes[to].rank - nodes[from].rank;
}

static void
add_edge (TlLayers *layers, const TlGraphEdge *edge)
{
  const TlGraphNode *nodes = layers->graph->nodes;
  double passing = edge->back ? WEIGHT_PASSING_BACK : WEIGHT_PASSING;
  int length = length_of (layers, edge);
  guint from, to, cell;

  ends_of (edge, &from, &to);
  cell = nodes[from].cell;
  for (int i = 1; i < length; i++)
    {
      double key = edge->back ? MIN (nodes[from].key, nodes[to].key) - ABOVE
                              : nodes[from].key + (nodes[to].key - nodes[from].key) * i / length;
      guint next = add_cell (layers, -1, (guint) (nodes[from].rank + i), nodes[from].lane, key, 0);

      add_span (layers, cell, next, i > 1 ? passing : edge->weight, edge);
      cell = next;
    }
  add_span (layers, cell, nodes[to].cell, edge->weight, edge);
}

/* Returns: the length from which on edges get no cells, so that there are not too many */
static int
longest_length (const TlLayers *layers, const TlPart *part)
{
  g_autofree guint *counts = g_new0 (guint, layers->n_layers + 1);
  guint64 most = MOST_CELLS * ((guint64) part->n_nodes + part->n_edges) + 1000;
  guint64 cells = 0;

  for (guint e = 0; e < part->n_edges; e++)
    counts[MAX (length_of (layers, &layers->graph->edges[part->edges[e]]), 0)]++;
  for (guint length = 1; length <= layers->n_layers; length++)
    {
      cells += (guint64) counts[length] * (length - 1);
      if (cells > most)
        return (int) length - 1;
    }
  return (int) layers->n_layers;
}

static void
add_edges (TlLayers *layers, const TlPart *part)
{
  int longest = longest_length (layers, part);

  for (guint e = 0; e < part->n_edges; e++)
    {
      const TlGraphEdge *edge = &layers->graph->edges[part->edges[e]];
      int length = length_of (layers, edge);

      if (length >= 1 && length <= longest)
        add_edge (layers, edge);
    }
}

/* Lists, for each cell, what it is joined to on one side. */
static void
index_side (const TlLayers *layers, gboolean after, TlSide *side)
{
  guint n_cells = layers->cells->len;
  g_autofree guint *next = NULL;

  side->start = g_new0 (guint, n_cells + 1);
  side->cell = g_new (guint, layers->spans->len + 1);
  side->weight = g_new (double, layers->spans->len + 1);
  for (guint s = 0; s < layers->spans->len; s++)
    side->start[(after ? tl_span (layers, s)->from : tl_span (layers, s)->to) + 1]++;
  for (guint c = 0; c < n_cells; c++)
    side->start[c + 1] += side->start[c];
  next = g_memdup2 (side->start, (n_cells + 1) * sizeof (guint));
  for (guint s = 0; s < layers->spans->len; s++)
    {
      const TlSpan *span = tl_span (layers, s);
      guint i = next[after ? span->from : span->to]++;

      side->cell[i] = after ? span->to : span->from;
      side->weight[i] = span->weight;
    }
}

static void
fill_layers (TlLayers *layers)
{
  guint n_cells = layers->cells->len;
  g_autofree guint *next = NULL;

  layers->start = g_new0 (guint, layers->n_layers + 2);
  layers->order = g_new (guint, n_cells + 1);
  layers->place = g_new0 (guint, n_cells + 1);
  for (guint c = 0; c < n_cells; c++)
    {
      layers->start[tl_cell (layers, c)->layer + 1]++;
      layers->many_lanes |= tl_cell (layers, c)->lane != tl_cell (layers, 0)->lane;
    }
  for (guint l = 0; l < layers->n_layers; l++)
    layers->start[l + 1] += layers->start[l];
  next = g_memdup2 (layers->start, (layers->n_layers + 1) * sizeof (guint));
  for (guint c = 0; c < n_cells; c++)
    layers->order[next[tl_cell (layers, c)->layer]++] = c;
}

/**
 * tl_layers_new:
 * @graph: a ranked and weighed graph, which must outlive the layers
 * @part: the nodes to put in layers, and the connectors between them
 *
 * Returns: (transfer full): their layers, each in the order of the cells' keys
 */
TlLayers *
tl_layers_new (TlFlowGraph *graph, const TlPart *part)
{
  TlLayers *layers = g_new0 (TlLayers, 1);

  layers->graph = graph;
  layers->cells = g_array_new (FALSE, FALSE, sizeof (TlCell));
  layers->spans = g_array_new (FALSE, FALSE, sizeof (TlSpan));
  add_nodes (layers, part->nodes, part->n_nodes);
  add_edges (layers, part);
  index_side (layers, FALSE, &layers->before);
  index_side (layers, TRUE, &layers->after);
  fill_layers (layers);
  tl_layers_sort_by_key (layers);
  return layers;
}

static void
clear_side (TlSide *side)
{
  g_free (side->start);
  g_free (side->cell);
  g_free (side->weight);
}

/**
 * tl_layers_free:
 * @layers: (transfer full): layers
 */
void
tl_layers_free (TlLayers *layers)
{
  g_array_unref (layers->cells);
  g_array_unref (layers->spans);
  g_free (layers->start);
  g_free (layers->order);
  g_free (layers->place);
  clear_side (&layers->before);
  clear_side (&layers->after);
  g_free (layers);
}

static int
compare_cells (gconstpointer a, gconstpointer b, gpointer data)
{
  const TlLayers *layers = data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  const TlCell *one = tl_cell (layers, first), *other = tl_cell (layers, second);

  if (one->lane != other->lane)
    return one->lane < other->lane ? -1 : 1;
  if (one->key < other->key || one->key > other->key)
    return one->key < other->key ? -1 : 1;
  return first < second ? -1 : first > second;
}

/**
 * tl_layers_sort_by_key:
 * @layers: layers
 *
 * Orders each layer by lane, then by the cells' keys, then as they came.
 */
void
tl_layers_sort_by_key (TlLayers *layers)
{
  for (guint l = 0; l < layers->n_layers; l++)
    {
      guint *cells = layers->order + layers->start[l];
      guint count = layers->start[l + 1] - layers->start[l];

      g_qsort_with_data (cells, (int) count, sizeof (guint), compare_cells, layers);
      for (guint i = 0; i < count; i++)
        layers->place[cells[i]] = i;
    }
}

/**
 * tl_layers_move:
 * @layers: layers
 * @cell: a cell
 * @to: a place in its layer
 *
 * Puts it there; those between make room.
 */
void
tl_layers_move (TlLayers *layers, guint cell, guint to)
{
  guint *order = layers->order + layers->start[tl_cell (layers, cell)->layer];
  guint at = layers->place[cell];

  for (; at < to; at++)
    layers->place[order[at] = order[at + 1]] = at;
  for (; at > to; at--)
    layers->place[order[at] = order[at - 1]] = at;
  layers->place[order[to] = cell] = to;
}
