/* flow-near.c: places for steps in a flow where a person has placed others.
 *
 * What has a place keeps it. The others come one after the other, next to a neighbour that stands
 * already, in the nearest free place.
 */
#include "layout/box-grid.h"
#include "layout/flow-graph.h"

#include <math.h>

#define ROOM 30.0
#define MOST_TRIES 4000

typedef struct
{
  TlFlowGraph *graph;
  TlBoxGrid *grid;
  guint *next; /* of each edge, the next at the same node; incoming edges */
  guint *first_in;
  GArray *queue;
  double left;   /* of all steps that stand, the least x */
  double bottom; /* and the greatest y */
} Near;

static TlBox
with_room (const TlGraphNode *node, double room)
{
  TlBox box = tl_graph_node_box (node);

  return (TlBox){ box.x - room, box.y - room, box.width + 2 * room, box.height + 2 * room };
}

static void
settle (Near *near, guint n)
{
  TlGraphNode *node = &near->graph->nodes[n];

  node->placed = TRUE;
  tl_box_grid_add (near->grid, tl_graph_node_box (node), n);
  if (n < near->graph->n_steps)
    {
      near->left = MIN (near->left, node->x);
      near->bottom = MAX (near->bottom, node->y);
    }
  if (near->queue != NULL)
    g_array_append_val (near->queue, n);
}

/* 0, 1, −1, 2, −2 … : beside first, then ever farther below and above. */
static int
to_and_fro (int i)
{
  return i % 2 == 1 ? (i + 1) / 2 : -i / 2;
}

/* Tries columns away from (@x, @y) in the direction of @step_x; each column up and down first. */
static void
find_place (Near *near, guint n, double x, double y, double step_x, double step_y)
{
  TlGraphNode *node = &near->graph->nodes[n];
  int reach = 5;

  for (int i = 0; i < MOST_TRIES; i++)
    {
      int column = i / reach;

      /* Ever more rows as it gets farther, so that a crowd spreads both ways. */
      node->x = x + column * step_x;
      node->y = y + to_and_fro (i % reach) * step_y;
      if (tl_box_grid_is_free (near->grid, with_room (node, ROOM), TL_GRID_NOBODY, TL_GRID_NOBODY))
        break;
      if (column >= reach)
        reach += 4;
    }
  settle (near, n);
}

/* Neighbours of @n that have no place yet: right of it what it leads to, left of it what leads to
 * it. */
static void
place_neighbours (Near *near, guint n)
{
  const TlFlowGraph *graph = near->graph;
  double step_x = TL_STEP_WIDTH + TL_STEP_GAP_X;
  double step_y = TL_STEP_HEIGHT + TL_STEP_GAP_Y;
  double x = graph->nodes[n].x;
  double y = graph->nodes[n].y;

  for (guint o = graph->out_start[n]; o < graph->out_start[n + 1]; o++)
    {
      guint to = graph->edges[graph->out[o]].to;

      if (to < graph->n_steps && !graph->nodes[to].placed)
        find_place (near, to, x + step_x, y, step_x, step_y);
    }
  for (guint e = near->first_in[n]; e != 0; e = near->next[e - 1])
    {
      guint from = graph->edges[e - 1].from;

      if (from < graph->n_steps && !graph->nodes[from].placed)
        find_place (near, from, x - step_x, y, -step_x, step_y);
    }
}

static void
place_steps (Near *near)
{
  for (guint i = 0; i < near->queue->len; i++)
    place_neighbours (near, g_array_index (near->queue, guint, i));
}

/* What no way leads to from a placed step begins a row of its own, under all others. */
static void
place_strangers (Near *near)
{
  TlFlowGraph *graph = near->graph;

  for (guint n = 0; n < graph->n_steps; n++)
    {
      double left = near->left;
      guint from = near->queue->len;

      if (graph->nodes[n].placed)
        continue;
      graph->nodes[n].x = left;
      graph->nodes[n].y = near->bottom + TL_STEP_HEIGHT + TL_STEP_GAP_Y;
      settle (near, n);
      /* A crowd of loose notes makes rows, not a column. */
      for (guint i = n + 1; graph->nodes[n].loose && i < graph->n_steps && i < n + 6; i++)
        if (!graph->nodes[i].placed && graph->nodes[i].loose)
          find_place (near, i, left, graph->nodes[n].y, TL_STEP_WIDTH + TL_STEP_GAP_X / 2, 0);
      for (; from < near->queue->len; from++)
        place_neighbours (near, g_array_index (near->queue, guint, from));
    }
}

static void
index_incoming (Near *near)
{
  const TlFlowGraph *graph = near->graph;

  for (guint e = graph->n_edges; e-- > 0;)
    {
      near->next[e] = near->first_in[graph->edges[e].to];
      near->first_in[graph->edges[e].to] = e + 1;
    }
}

static TlBox
area_of (const TlFlowGraph *graph)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint n = 0; n < graph->n_steps; n++)
    if (graph->nodes[n].placed)
      {
        left = MIN (left, graph->nodes[n].x);
        top = MIN (top, graph->nodes[n].y);
        right = MAX (right, graph->nodes[n].x);
        bottom = MAX (bottom, graph->nodes[n].y);
      }
  return (TlBox){ left - 1000, top - 1000, right - left + 2000, bottom - top + 2000 };
}

/**
 * tl_flow_graph_place_near:
 * @graph: a graph whose parts are known, in which at least one step is placed
 *
 * Gives a place to every step that has none, near its neighbours and over nobody. Steps that a
 * person placed are not moved.
 */
void
tl_flow_graph_place_near (TlFlowGraph *graph)
{
  g_autoptr (TlBoxGrid) grid = tl_box_grid_new (area_of (graph), graph->n_nodes);
  g_autofree guint *next = g_new0 (guint, graph->n_edges + 1);
  g_autofree guint *first_in = g_new0 (guint, graph->n_nodes + 1);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));
  Near near = { graph, grid, next, first_in, queue, G_MAXDOUBLE, -G_MAXDOUBLE };

  index_incoming (&near);
  for (guint n = 0; n < graph->n_steps; n++)
    if (graph->nodes[n].placed)
      settle (&near, n);
  place_steps (&near);
  place_strangers (&near);
}
