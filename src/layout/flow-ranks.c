/* flow-ranks.c: which layer each node belongs to, so that work is read from left to right.
 *
 * A walk in depth from the starts finds the edges that lead back; without them the flow has no
 * circle, and a node's layer is the length of the longest way to it.
 */
#include "layout/flow-graph.h"

typedef struct
{
  TlFlowGraph *graph;
  guint8 *seen; /* 0 not yet, 1 on the way, 2 done */
  guint *next;  /* of each node, the next outgoing edge to look at */
  GArray *way;  /* the nodes we are in */
  guint *order; /* nodes in the order they were done: backwards, every edge leads ahead */
  guint n_done;
  guint *n_in;       /* flow that comes in, rework not counted */
  gboolean *entered; /* whether a demand enters there */
} Walk;

static gboolean
is_rework (const TlGraphEdge *edge)
{
  return edge->item->kind == TL_ITEM_CONNECTOR
         && ((const TlConnector *) edge->item)->kind == TL_CONNECTOR_REWORK;
}

static void
enter (Walk *walk, guint node)
{
  walk->seen[node] = 1;
  walk->next[node] = walk->graph->out_start[node];
  g_array_append_val (walk->way, node);
}

static void
leave (Walk *walk, guint node)
{
  walk->seen[node] = 2;
  walk->order[walk->n_done++] = node;
  g_array_set_size (walk->way, walk->way->len - 1);
}

/* Without recursion: a chain may be long. */
static void
walk_from (Walk *walk, guint root)
{
  TlFlowGraph *graph = walk->graph;

  if (walk->seen[root] != 0)
    return;
  enter (walk, root);
  while (walk->way->len > 0)
    {
      guint node = g_array_index (walk->way, guint, walk->way->len - 1);
      TlGraphEdge *edge;

      if (walk->next[node] == graph->out_start[node + 1])
        {
          leave (walk, node);
          continue;
        }
      edge = &graph->edges[graph->out[walk->next[node]++]];
      if (edge->item->kind == TL_ITEM_RAISES || walk->seen[edge->to] == 1)
        edge->back = TRUE;
      else if (walk->seen[edge->to] == 0)
        enter (walk, edge->to);
    }
}

static void
count_ways_in (Walk *walk)
{
  const TlFlowGraph *graph = walk->graph;

  for (guint e = 0; e < graph->n_edges; e++)
    {
      const TlGraphEdge *edge = &graph->edges[e];

      if (edge->item->kind == TL_ITEM_ENTRY)
        walk->entered[edge->to] = TRUE;
      else if (edge->item->kind == TL_ITEM_CONNECTOR && !is_rework (edge))
        walk->n_in[edge->to]++;
    }
}

/* Starts first, then where demand enters, then what nothing leads to, then circles, then the chips.
 */
static void
walk_all (Walk *walk)
{
  const TlFlowGraph *graph = walk->graph;

  for (guint n = 0; n < graph->n_steps; n++)
    if (graph->nodes[n].step->kind == TL_STEP_START)
      walk_from (walk, n);
  for (guint n = 0; n < graph->n_steps; n++)
    if (walk->entered[n] && walk->n_in[n] == 0)
      walk_from (walk, n);
  for (guint n = 0; n < graph->n_steps; n++)
    if (walk->n_in[n] == 0)
      walk_from (walk, n);
  for (guint n = 0; n < graph->n_nodes; n++)
    walk_from (walk, n);
}

static void
rank_by_longest_way (const Walk *walk)
{
  TlFlowGraph *graph = walk->graph;

  for (guint i = walk->n_done; i-- > 0;)
    {
      guint n = walk->order[i];

      for (guint o = graph->out_start[n]; o < graph->out_start[n + 1]; o++)
        {
          const TlGraphEdge *edge = &graph->edges[graph->out[o]];
          TlGraphNode *to = &graph->nodes[edge->to];

          if (!edge->back)
            to->rank = MAX (to->rank, graph->nodes[n].rank + 1);
        }
    }
}

/* The layer before the nearest one that @n leads to, or its own where it leads nowhere. */
static int
rank_before_next (const TlFlowGraph *graph, guint n)
{
  int nearest = G_MAXINT;

  for (guint o = graph->out_start[n]; o < graph->out_start[n + 1]; o++)
    {
      const TlGraphEdge *edge = &graph->edges[graph->out[o]];

      if (!edge->back)
        nearest = MIN (nearest, graph->nodes[edge->to].rank);
    }
  return nearest == G_MAXINT ? graph->nodes[n].rank : nearest - 1;
}

/* What nothing leads to may stand anywhere before the next step: it moves beside it. */
static void
draw_sources_near (const Walk *walk)
{
  TlFlowGraph *graph = walk->graph;
  g_autofree gboolean *led_to = g_new0 (gboolean, graph->n_nodes + 1);

  for (guint e = 0; e < graph->n_edges; e++)
    if (!graph->edges[e].back)
      led_to[graph->edges[e].to] = TRUE;
  for (guint i = 0; i < walk->n_done; i++)
    {
      TlGraphNode *node = &graph->nodes[walk->order[i]];

      if (!led_to[walk->order[i]] && !(node->step != NULL && node->step->kind == TL_STEP_START))
        node->rank = rank_before_next (graph, walk->order[i]);
    }
}

static void
put_ends_last (TlFlowGraph *graph)
{
  int last = 0;

  for (guint n = 0; n < graph->n_nodes; n++)
    last = MAX (last, graph->nodes[n].rank);
  for (guint n = 0; n < graph->n_steps; n++)
    {
      TlGraphNode *node = &graph->nodes[n];
      gboolean ends = node->step->kind == TL_STEP_END && node->rank > 0;

      if (ends && rank_before_next (graph, n) == node->rank)
        node->rank = last;
    }
}

static guint
part_of (guint *above, guint node)
{
  while (above[node] != node)
    node = above[node] = above[above[node]];
  return node;
}

/* Connected parts, each numbered by its first node; a step alone is loose. */
static void
find_parts (TlFlowGraph *graph)
{
  g_autofree guint *above = g_new (guint, graph->n_nodes + 1);
  g_autofree gboolean *joined = g_new0 (gboolean, graph->n_nodes + 1);

  for (guint n = 0; n < graph->n_nodes; n++)
    above[n] = n;
  for (guint e = 0; e < graph->n_edges; e++)
    {
      guint from = part_of (above, graph->edges[e].from);
      guint to = part_of (above, graph->edges[e].to);

      above[MAX (from, to)] = MIN (from, to);
      if (graph->edges[e].from != graph->edges[e].to)
        joined[graph->edges[e].from] = joined[graph->edges[e].to] = TRUE;
    }
  for (guint n = 0; n < graph->n_nodes; n++)
    {
      graph->nodes[n].part = part_of (above, n);
      graph->nodes[n].loose = !joined[n];
    }
}

/**
 * tl_flow_graph_rank:
 * @graph: a graph
 *
 * Gives each node its layer and its part, and says of each edge whether it leads back. Takes linear
 * time. The same flow always gets the same layers.
 */
void
tl_flow_graph_rank (TlFlowGraph *graph)
{
  g_autofree guint8 *seen = g_new0 (guint8, graph->n_nodes + 1);
  g_autofree guint *next = g_new0 (guint, graph->n_nodes + 1);
  g_autofree guint *order = g_new0 (guint, graph->n_nodes + 1);
  g_autofree guint *n_in = g_new0 (guint, graph->n_nodes + 1);
  g_autofree gboolean *entered = g_new0 (gboolean, graph->n_nodes + 1);
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (guint));
  Walk walk = { graph, seen, next, way, order, 0, n_in, entered };

  count_ways_in (&walk);
  walk_all (&walk);
  rank_by_longest_way (&walk);
  draw_sources_near (&walk);
  put_ends_last (graph);
  find_parts (graph);
}
