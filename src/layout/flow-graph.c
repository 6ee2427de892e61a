/* flow-graph.c: a flow as nodes and edges by number, which is what placing and routing work on. */
#include "layout/flow-graph.h"

#include <math.h>

/* Beyond this a place is a mistake, not a place: pictures of that size can't be drawn. */
#define FARTHEST 1e6

typedef struct
{
  TlFlowGraph *graph;
  GHashTable *numbers; /* step or demand → its node's number + 1 */
  GArray *edges;
} Builder;

static gboolean
has_place (const TlStep *step)
{
  return isfinite (step->x) && isfinite (step->y) && fabs (step->x) <= FARTHEST && fabs (step->y) <= FARTHEST;
}

/* All, or only those of a set. */
static void
add_steps (Builder *builder, TlFlow *flow, GHashTable *only)
{
  for (guint i = 0; i < flow->steps->len; i++)
    {
      TlStep *step = g_ptr_array_index (flow->steps, i);
      gboolean placed = has_place (step);

      if (only != NULL && !g_hash_table_contains (only, step))
        continue;
      builder->graph->nodes[builder->graph->n_nodes++] = (TlGraphNode){
        .step = step,
        .width = TL_STEP_WIDTH,
        .height = TL_STEP_HEIGHT,
        .placed = placed,
        .x = placed ? step->x : 0,
        .y = placed ? step->y : 0,
        .stood_x = placed ? step->x : (double) NAN,
        .stood_y = placed ? step->y : (double) NAN,
      };
      g_hash_table_insert (builder->numbers, step, GUINT_TO_POINTER (builder->graph->n_nodes));
    }
  builder->graph->n_steps = builder->graph->n_nodes;
}

static void
add_chip (Builder *builder, TlDemand *demand)
{
  TlGraphNode *nodes = builder->graph->nodes;

  nodes[builder->graph->n_nodes++] = (TlGraphNode){
    .demand = demand,
    .width = TL_CHIP_WIDTH,
    .height = TL_CHIP_HEIGHT,
  };
  g_hash_table_insert (builder->numbers, demand, GUINT_TO_POINTER (builder->graph->n_nodes));
}

/* The chips stand in the study's order, not in that of entries: it is the order people gave them.
 */
static void
add_chips (Builder *builder, TlStudy *study, TlFlow *flow)
{
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < flow->entries->len; i++)
    g_hash_table_add (shown, ((TlEntry *) g_ptr_array_index (flow->entries, i))->demand);
  for (guint i = 0; i < flow->raises->len; i++)
    g_hash_table_add (shown, ((TlRaises *) g_ptr_array_index (flow->raises, i))->demand);
  for (guint i = 0; i < study->demands->len; i++)
    {
      TlDemand *demand = g_ptr_array_index (study->demands, i);

      if (g_hash_table_contains (shown, demand))
        add_chip (builder, demand);
    }
}

static void
add_edge (Builder *builder, gpointer item, gpointer from, gpointer to)
{
  guint from_number = GPOINTER_TO_UINT (g_hash_table_lookup (builder->numbers, from));
  guint to_number = GPOINTER_TO_UINT (g_hash_table_lookup (builder->numbers, to));
  TlGraphEdge edge = { .item = item, .weight = 1 };

  if (from_number == 0 || to_number == 0)
    return;
  edge.from = from_number - 1;
  edge.to = to_number - 1;
  g_array_append_val (builder->edges, edge);
}

static void
add_edges (Builder *builder, TlFlow *flow)
{
  for (guint i = 0; i < flow->connectors->len; i++)
    {
      TlConnector *connector = g_ptr_array_index (flow->connectors, i);
      add_edge (builder, connector, connector->from, connector->to);
    }
  for (guint i = 0; i < flow->entries->len; i++)
    {
      TlEntry *entry = g_ptr_array_index (flow->entries, i);
      add_edge (builder, entry, entry->demand, entry->step);
    }
  for (guint i = 0; i < flow->raises->len; i++)
    {
      TlRaises *raises = g_ptr_array_index (flow->raises, i);
      add_edge (builder, raises, raises->step, raises->demand);
    }
}

/* Flow first, so that a walk goes ahead where it can; what leads back comes last. */
static guint
edge_class (const TlGraphEdge *edge)
{
  if (edge->item->kind == TL_ITEM_RAISES)
    return 2;
  return edge->item->kind == TL_ITEM_CONNECTOR && ((const TlConnector *) edge->item)->kind == TL_CONNECTOR_REWORK;
}

static void
index_edges (TlFlowGraph *graph)
{
  g_autofree guint *next = NULL;

  graph->out_start = g_new0 (guint, graph->n_nodes + 1);
  graph->out = g_new (guint, graph->n_edges + 1);
  for (guint e = 0; e < graph->n_edges; e++)
    graph->out_start[graph->edges[e].from + 1]++;
  for (guint n = 0; n < graph->n_nodes; n++)
    graph->out_start[n + 1] += graph->out_start[n];
  next = g_memdup2 (graph->out_start, (graph->n_nodes + 1) * sizeof (guint));
  for (guint class = 0; class < 3; class ++)
    for (guint e = 0; e < graph->n_edges; e++)
      if (edge_class (&graph->edges[e]) == class)
        graph->out[next[graph->edges[e].from]++] = e;
}

static TlFlowGraph *
build (TlStudy *study, TlFlow *flow, GHashTable *only)
{
  TlFlowGraph *graph = g_new0 (TlFlowGraph, 1);
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  Builder builder = { graph, numbers, g_array_new (FALSE, FALSE, sizeof (TlGraphEdge)) };

  graph->nodes = g_new0 (TlGraphNode, flow->steps->len + (study != NULL ? study->demands->len : 0) + 1);
  add_steps (&builder, flow, only);
  if (study != NULL)
    add_chips (&builder, study, flow);
  add_edges (&builder, flow);
  graph->n_edges = builder.edges->len;
  graph->edges = (TlGraphEdge *) (gpointer) g_array_free (builder.edges, FALSE);
  index_edges (graph);
  return graph;
}

/**
 * tl_flow_graph_new:
 * @study: for the order of its demands
 * @flow: a flow of it
 *
 * Edges whose ends are not there are left out.
 *
 * Returns: (transfer full): the graph, not ranked; it holds no references
 */
TlFlowGraph *
tl_flow_graph_new (TlStudy *study, TlFlow *flow)
{
  return build (study, flow, NULL);
}

/**
 * tl_flow_graph_new_of:
 * @flow: a flow
 * @steps: (nullable) (element-type TlStep): the steps to look at; %NULL for all
 *
 * Returns: (transfer full): the graph of those steps and the connectors between them, without
 *   demands
 */
TlFlowGraph *
tl_flow_graph_new_of (TlFlow *flow, GHashTable *steps)
{
  return build (NULL, flow, steps);
}

/**
 * tl_flow_graph_free:
 * @graph: (transfer full): a graph
 */
void
tl_flow_graph_free (TlFlowGraph *graph)
{
  g_free (graph->nodes);
  g_free (graph->edges);
  g_free (graph->out_start);
  g_free (graph->out);
  g_free (graph);
}

/**
 * tl_graph_node_box:
 * @node: a placed node
 *
 * Returns: the box around its centre
 */
TlBox
tl_graph_node_box (const TlGraphNode *node)
{
  return (TlBox){ node->x - node->width / 2, node->y - node->height / 2, node->width, node->height };
}
