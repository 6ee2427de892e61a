/* flow-chips.c: demands stand at the flow's front, each near the height where it enters. */
#include "layout/flow-graph.h"
#include "layout/spread.h"

#include <math.h>

#define GAP_ACROSS 22.0
#define GAP_BESIDE 40.0
/* A demand that enters at the front insists more on standing level with where it enters. */
#define WEIGHT_FRONT 20.0

typedef struct
{
  guint node;
  double wanted;
  double weight;
} Chip;

/* Whether work mostly goes down rather than to the right. */
static gboolean
goes_down (const TlFlowGraph *graph)
{
  int down = 0;

  for (guint e = 0; e < graph->n_edges; e++)
    {
      const TlGraphEdge *edge = &graph->edges[e];
      double x, y;

      if (edge->item->kind != TL_ITEM_CONNECTOR)
        continue;
      x = graph->nodes[edge->to].x - graph->nodes[edge->from].x;
      y = graph->nodes[edge->to].y - graph->nodes[edge->from].y;
      down += y > fabs (x) ? 1 : x > fabs (y) ? -1 : 0;
    }
  return down > 0;
}

static int
compare_chips (gconstpointer a, gconstpointer b)
{
  const Chip *first = a, *second = b;

  if (first->wanted < second->wanted || first->wanted > second->wanted)
    return first->wanted < second->wanted ? -1 : 1;
  return first->node < second->node ? -1 : first->node > second->node;
}

/* What the flow's front is, in the direction of work. */
static double
front_of (const TlFlowGraph *graph, gboolean down)
{
  double front = G_MAXDOUBLE;

  for (guint n = 0; n < graph->n_steps; n++)
    {
      TlBox box = tl_graph_node_box (&graph->nodes[n]);
      front = MIN (front, down ? box.y : box.x);
    }
  return front == G_MAXDOUBLE ? 0 : front;
}

/* Where the demand @n would like to stand: level with where it enters; else with what raises it. */
static Chip
wish_of (const TlFlowGraph *graph, guint n, double front, gboolean down)
{
  double sums[2] = { 0, 0 }, weights[2] = { 0, 0 }, weight = 1;

  for (guint e = 0; e < graph->n_edges; e++)
    {
      const TlGraphEdge *edge = &graph->edges[e];
      gboolean enters = edge->from == n;
      const TlGraphNode *step = &graph->nodes[enters ? edge->to : edge->from];
      double along = down ? step->y - step->height / 2 : step->x - step->width / 2;

      if (!enters && edge->to != n)
        continue;
      weight = enters && along - front < 1 ? WEIGHT_FRONT : 1;
      sums[enters] += (down ? step->x : step->y) * weight;
      weights[enters] += weight;
    }
  if (weights[1] > 0)
    return (Chip){ n, sums[1] / weights[1], weights[1] };
  return (Chip){ n, weights[0] > 0 ? sums[0] / weights[0] : 0, 0.5 };
}

static void
spread_chips (TlFlowGraph *graph, const Chip *chips, guint count, double front, gboolean down)
{
  g_autofree double *numbers = g_new (double, 4 * (gsize) count + 1);
  double *wanted = numbers, *weights = numbers + count;
  double *gaps = numbers + 2 * count, *places = numbers + 3 * count;

  for (guint i = 0; i < count; i++)
    {
      const TlGraphNode *node = &graph->nodes[chips[i].node];

      wanted[i] = chips[i].wanted;
      weights[i] = chips[i].weight;
      gaps[i] = down ? node->width + GAP_BESIDE : node->height + GAP_ACROSS;
    }
  tl_spread (places, wanted, weights, gaps, count);
  for (guint i = 0; i < count; i++)
    {
      TlGraphNode *node = &graph->nodes[chips[i].node];
      double along = front - TL_STEP_GAP_X - (down ? node->height : node->width) / 2;

      node->x = down ? round (places[i]) : along;
      node->y = down ? along : round (places[i]);
      node->placed = TRUE;
    }
}

/**
 * tl_flow_graph_place_chips:
 * @graph: a graph whose steps are placed
 *
 * Places the demands in one line in front of all steps: left of a flow that goes to the right,
 * above one that goes down.
 */
void
tl_flow_graph_place_chips (TlFlowGraph *graph)
{
  guint count = graph->n_nodes - graph->n_steps;
  g_autofree Chip *chips = g_new (Chip, count + 1);
  gboolean down = goes_down (graph);
  double front = front_of (graph, down);

  for (guint i = 0; i < count; i++)
    chips[i] = wish_of (graph, graph->n_steps + i, front, down);
  qsort (chips, count, sizeof (Chip), compare_chips);
  spread_chips (graph, chips, count, front, down);
}
