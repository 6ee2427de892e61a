/* flow-cycles.c: which edges lead back, so that the rest has no circle.
 *
 * First the flow alone: a walk in depth from the starts finds what leads back to where it came
 * from. Then rework, one after the other: it runs backwards wherever that makes no circle. What is
 * raised always leads back. Demands stand at the front and lead nowhere back.
 */
#include "layout/flow-graph.h"

/* How often the order is made anew for rework that stands against it, before it is taken as it
 * stands. */
#define MOST_REORDERED 200
#define MOST_SEARCHED 20000000

typedef struct
{
  TlFlowGraph *graph;
  guint8 *seen; /* 0 not yet, 1 on the way, 2 done */
  guint *next;  /* of each node, the next edge to look at */
  guint *way;   /* the nodes we are in */
  guint *order; /* nodes in the order they were done: backwards, every edge leads ahead */
  guint *place; /* of each node in that order, from the back: less is earlier in the flow */
  guint n_done;
  guint n_searched;
  guint *in_start; /* incoming edges */
  guint *in;
  guint *n_flow_in;  /* flow that comes in, rework not counted */
  gboolean *entered; /* whether a demand enters there */
} Walk;

static gboolean
is_rework (const TlGraphEdge *edge)
{
  return edge->item->kind == TL_ITEM_CONNECTOR && ((const TlConnector *) edge->item)->kind == TL_CONNECTOR_REWORK;
}

static gboolean
is_flow (const TlGraphEdge *edge)
{
  return edge->item->kind == TL_ITEM_CONNECTOR && !is_rework (edge) && edge->from != edge->to;
}

/* Out first, then in; what does not belong to @node's way ahead is passed over.
 * Returns: the next node ahead of @node; or its number of nodes */
static guint
next_ahead (Walk *walk, guint node, guint *through)
{
  const TlFlowGraph *graph = walk->graph;
  guint n_out = graph->out_start[node + 1] - graph->out_start[node];
  guint n_all = n_out + walk->in_start[node + 1] - walk->in_start[node];

  while (walk->next[node] < n_all)
    {
      guint i = walk->next[node]++;
      gboolean out = i < n_out;
      const TlGraphEdge *edge;

      *through = out ? graph->out[graph->out_start[node] + i] : walk->in[walk->in_start[node] + i - n_out];
      edge = &graph->edges[*through];
      if (out && !edge->back && (is_flow (edge) || (is_rework (edge) && edge->ahead)))
        return edge->to;
      if (!out && edge->back && is_rework (edge) && edge->ahead)
        return edge->from;
    }
  return graph->n_nodes;
}

/* Without recursion: a chain may be long. */
static void
walk_from (Walk *walk, guint root)
{
  guint depth = 0;

  if (walk->seen[root] != 0)
    return;
  walk->seen[root] = 1;
  walk->way[depth++] = root;
  while (depth > 0)
    {
      guint through;
      guint node = walk->way[depth - 1];
      guint to = next_ahead (walk, node, &through);

      if (to == walk->graph->n_nodes)
        {
          walk->seen[node] = 2;
          walk->order[walk->n_done++] = node;
          depth--;
        }
      else if (walk->seen[to] == 1)
        walk->graph->edges[through].back = TRUE;
      else if (walk->seen[to] == 0)
        {
          walk->seen[to] = 1;
          walk->way[depth++] = to;
        }
    }
}

/* Starts first, then where demand enters, then what nothing leads to, then circles. */
static void
walk_all (Walk *walk)
{
  const TlFlowGraph *graph = walk->graph;

  walk->n_done = 0;
  for (guint n = 0; n < graph->n_nodes; n++)
    walk->seen[n] = walk->next[n] = 0;
  for (guint n = 0; n < graph->n_steps; n++)
    if (graph->nodes[n].step->kind == TL_STEP_START)
      walk_from (walk, n);
  for (guint n = 0; n < graph->n_steps; n++)
    if (walk->entered[n] && walk->n_flow_in[n] == 0)
      walk_from (walk, n);
  for (guint n = 0; n < graph->n_steps; n++)
    if (walk->n_flow_in[n] == 0)
      walk_from (walk, n);
  for (guint n = 0; n < graph->n_nodes; n++)
    walk_from (walk, n);
  for (guint i = 0; i < walk->n_done; i++)
    walk->place[walk->order[i]] = walk->n_done - 1 - i;
}

static gboolean
leads_to (Walk *walk, guint from, guint to)
{
  guint n_queue = 0;
  gboolean found = FALSE;

  for (guint n = 0; n < walk->graph->n_nodes; n++)
    walk->seen[n] = walk->next[n] = 0;
  walk->way[n_queue++] = from;
  walk->seen[from] = 1;
  for (guint q = 0; q < n_queue && !found; q++)
    {
      guint through, node;

      while ((node = next_ahead (walk, walk->way[q], &through)) < walk->graph->n_nodes)
        {
          found |= node == to;
          if (walk->seen[node] == 0 && walk->place[node] <= walk->place[to])
            walk->way[n_queue++] = node;
          walk->seen[node] = 1;
        }
    }
  walk->n_searched += n_queue + walk->graph->n_nodes / 16;
  return found;
}

/* Rework leads back, unless the flow leads from its tail to its head. */
static void
turn_rework (Walk *walk)
{
  TlFlowGraph *graph = walk->graph;
  guint n_reordered = 0;

  for (guint e = 0; e < graph->n_edges; e++)
    {
      TlGraphEdge *edge = &graph->edges[e];

      if (!is_rework (edge) || edge->from == edge->to)
        continue;
      edge->back = walk->place[edge->to] < walk->place[edge->from];
      if (!edge->back && n_reordered < MOST_REORDERED && walk->n_searched < MOST_SEARCHED
          && !leads_to (walk, edge->from, edge->to))
        {
          edge->back = edge->ahead = TRUE;
          walk_all (walk);
          n_reordered++;
        }
      edge->ahead = TRUE;
    }
}

static void
index_incoming (Walk *walk)
{
  const TlFlowGraph *graph = walk->graph;
  g_autofree guint *next = NULL;

  for (guint e = 0; e < graph->n_edges; e++)
    walk->in_start[graph->edges[e].to + 1]++;
  for (guint n = 0; n < graph->n_nodes; n++)
    walk->in_start[n + 1] += walk->in_start[n];
  next = g_memdup2 (walk->in_start, (graph->n_nodes + 1) * sizeof (guint));
  for (guint e = 0; e < graph->n_edges; e++)
    walk->in[next[graph->edges[e].to]++] = e;
}

static void
look_at_edges (Walk *walk)
{
  TlFlowGraph *graph = walk->graph;

  for (guint e = 0; e < graph->n_edges; e++)
    {
      TlGraphEdge *edge = &graph->edges[e];

      edge->ahead = FALSE;
      edge->back = edge->item->kind == TL_ITEM_RAISES || edge->from == edge->to;
      walk->entered[edge->to] |= edge->item->kind == TL_ITEM_ENTRY;
      walk->n_flow_in[edge->to] += is_flow (edge) ? 1 : 0;
    }
}

/**
 * tl_flow_graph_break_cycles:
 * @graph: a graph
 *
 * Says of each edge whether it leads back. Connectors that do not, together with those that do,
 * turned round, make no circle. The same flow always gets the same answer.
 */
void
tl_flow_graph_break_cycles (TlFlowGraph *graph)
{
  g_autofree guint8 *seen = g_new0 (guint8, graph->n_nodes + 1);
  g_autofree guint *numbers = g_new0 (guint, 6 * (gsize) (graph->n_nodes + 1));
  g_autofree guint *in = g_new0 (guint, graph->n_edges + 1);
  g_autofree gboolean *entered = g_new0 (gboolean, graph->n_nodes + 1);
  gsize step = graph->n_nodes + 1;
  Walk walk = { .graph = graph,
                .seen = seen,
                .next = numbers,
                .way = numbers + step,
                .order = numbers + 2 * step,
                .place = numbers + 3 * step,
                .in_start = numbers + 4 * step,
                .in = in,
                .n_flow_in = numbers + 5 * step,
                .entered = entered };

  index_incoming (&walk);
  look_at_edges (&walk);
  walk_all (&walk);
  turn_rework (&walk);
}
