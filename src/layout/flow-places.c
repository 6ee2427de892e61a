/* flow-places.c: where the steps of a flow stand: in layers, part by part.
 *
 * All of it is worked out for work that goes from left to right; from top to bottom, boxes and
 * places are turned before and after.
 */
#include "layout/flow-columns.h"
#include "layout/flow-crossings.h"
#include "layout/flow-pack.h"

#include <math.h>

/* Cells of a part that is looked at again, and how often; each time it must be so much straighter.
 */
#define SMALL 3000
#define MOST_SETTLED 4
#define STRAIGHTER 0.97
/* One crossing in so many less is not worth moving what is tidy. */
#define NOT_WORTH 16

static void
turn (TlFlowGraph *graph)
{
  for (guint n = 0; n < graph->n_steps; n++)
    {
      TlGraphNode *node = &graph->nodes[n];
      double width = node->width, x = node->x, stood_x = node->stood_x;

      node->width = node->height;
      node->height = width;
      node->x = node->y;
      node->y = x;
      node->stood_x = node->stood_y;
      node->stood_y = stood_x;
    }
}

static gboolean
joins_steps (const TlGraphEdge *edge)
{
  return edge->item->kind == TL_ITEM_CONNECTOR && edge->from != edge->to;
}

/* Nodes and connectors of each part, in the graph's order. In lanes all is one part, since lanes
 * run through all of it. */
static GArray *
gather_parts (const TlFlowGraph *graph, gboolean all_together, guint *nodes, guint *edges)
{
  GArray *parts = g_array_new (FALSE, TRUE, sizeof (TlPart));
  g_autofree guint *number = g_new0 (guint, graph->n_nodes + 1);
  guint n_nodes = 0, n_edges = 0;

  for (guint n = 0; n < graph->n_steps; n++)
    {
      guint part = all_together ? 0 : graph->nodes[n].part;

      if (graph->nodes[n].loose && !all_together)
        continue;
      if (number[part] == 0)
        {
          g_array_set_size (parts, parts->len + 1);
          number[part] = parts->len;
        }
      g_array_index (parts, TlPart, number[part] - 1).n_nodes++;
    }
  for (guint e = 0; e < graph->n_edges; e++)
    if (joins_steps (&graph->edges[e]))
      g_array_index (parts, TlPart, number[all_together ? 0 : graph->nodes[graph->edges[e].from].part] - 1).n_edges++;
  for (guint p = 0; p < parts->len; p++)
    {
      TlPart *part = &g_array_index (parts, TlPart, p);

      part->nodes = nodes + n_nodes;
      part->edges = edges + n_edges;
      n_nodes += part->n_nodes;
      n_edges += part->n_edges;
      part->n_nodes = part->n_edges = 0;
    }
  for (guint n = 0; n < graph->n_steps; n++)
    if (all_together || !graph->nodes[n].loose)
      {
        TlPart *part = &g_array_index (parts, TlPart, number[all_together ? 0 : graph->nodes[n].part] - 1);
        part->nodes[part->n_nodes++] = n;
      }
  for (guint e = 0; e < graph->n_edges; e++)
    if (joins_steps (&graph->edges[e]))
      {
        guint from = graph->edges[e].from;
        TlPart *part = &g_array_index (parts, TlPart, number[all_together ? 0 : graph->nodes[from].part] - 1);
        part->edges[part->n_edges++] = e;
      }
  return parts;
}

/* Straighter with as few crossings: where nodes stand says better than their order where long edges
 * pass best, and that where nodes stand best. Also, a flow that is tidied again comes to the same.
 * Takes @layers. */
static TlLayers *
settle (TlFlowGraph *graph, const TlPart *part, const TlPlacing *placing, TlLayers *layers)
{
  TlPlacing well = *placing;

  well.keep = FALSE;
  for (guint round = 0; round < MOST_SETTLED && layers->cells->len <= SMALL; round++)
    {
      TlLayers *again;

      for (guint c = 0; c < layers->cells->len; c++)
        if (tl_cell (layers, c)->node >= 0)
          graph->nodes[tl_cell (layers, c)->node].key = tl_cell (layers, c)->at;
      again = tl_layers_new (graph, part);
      tl_layers_order_near (again);
      tl_layers_place_across (again, &well);
      if (tl_layers_crossings (again) > tl_layers_crossings (layers)
          || tl_layers_cost (again) > tl_layers_cost (layers) * STRAIGHTER)
        {
          tl_layers_free (again);
          break;
        }
      tl_layers_free (layers);
      layers = again;
    }
  return layers;
}

/* The box of a part's steps where they are placed, or where they @stood; not turned. */
static TlBox
box_of (const TlFlowGraph *graph, const TlPart *part, gboolean down, gboolean stood)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < part->n_nodes; i++)
    {
      const TlGraphNode *node = &graph->nodes[part->nodes[i]];
      double x = stood ? node->stood_x : node->x, y = stood ? node->stood_y : node->y;

      left = MIN (left, x - node->width / 2);
      right = MAX (right, x + node->width / 2);
      top = MIN (top, y - node->height / 2);
      bottom = MAX (bottom, y + node->height / 2);
    }
  return down ? (TlBox){ top, left, bottom - top, right - left } : (TlBox){ left, top, right - left, bottom - top };
}

/* What is tidy stays, to the point, where placing it anew has made it only a little better. */
static gboolean
stays (const TlFlowGraph *graph,
       const TlPart *part,
       const TlPlacing *placing,
       const TlLayers *standing,
       const TlLayers *layers)
{
  TlBox old = box_of (graph, part, placing->down, TRUE), new = box_of (graph, part, placing->down, FALSE);
  guint64 fewest = tl_layers_crossings (layers);

  return tl_layers_crossings (standing) <= fewest + fewest / NOT_WORTH && tl_layers_are_as_well (standing, layers)
         && !(placing->wrap && tl_picture_is_worth (&new, &old));
}

static void
put_where_it_stood (TlFlowGraph *graph, const TlPart *part)
{
  for (guint i = 0; i < part->n_nodes; i++)
    {
      TlGraphNode *node = &graph->nodes[part->nodes[i]];

      node->x = node->stood_x;
      node->y = node->stood_y;
    }
}

/* Returns: whether it stays where it stood */
static gboolean
place_part (TlFlowGraph *graph, const TlPart *part, const TlPlacing *placing)
{
  g_autoptr (TlLayers) layers = NULL, standing = NULL;
  g_autofree double *along = NULL;
  g_autofree double *across = NULL;
  gboolean stands;

  if (placing->keep && !placing->lanes)
    tl_part_unwrap (graph, part);
  standing = placing->keep && !placing->settling ? tl_part_standing (graph, part, placing) : NULL;
  layers = tl_layers_new (graph, part);
  tl_layers_order (layers, placing->keep);
  if (!tl_layers_place_across (layers, placing))
    layers = settle (graph, part, placing, g_steal_pointer (&layers));
  across = g_new0 (double, layers->n_layers + 1);
  along = tl_layers_place_along (layers, placing);
  stands = standing && tl_layers_stand_along (standing, along, placing);
  if (placing->wrap && !placing->lanes)
    tl_layers_wrap (layers, along, across, placing->down);
  for (guint c = 0; c < layers->cells->len; c++)
    {
      const TlCell *cell = tl_cell (layers, c);

      if (cell->node < 0)
        continue;
      graph->nodes[cell->node].x = along[cell->layer];
      graph->nodes[cell->node].y = cell->at + across[cell->layer];
    }
  stands = stands && stays (graph, part, placing, standing, layers);
  if (stands)
    put_where_it_stood (graph, part);
  return stands;
}

/* A note that nobody connected yet stands in its lane, in a row with the others. */
static void
rank_loose (TlFlowGraph *graph)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);

  for (guint n = 0; n < graph->n_steps; n++)
    {
      TlGraphNode *node = &graph->nodes[n];
      gpointer lane = GINT_TO_POINTER (node->lane + 1);

      if (!node->loose)
        continue;
      node->rank = GPOINTER_TO_INT (g_hash_table_lookup (counts, lane));
      g_hash_table_insert (counts, lane, GINT_TO_POINTER (node->rank + 1));
    }
}

static void
place_parts (TlFlowGraph *graph, const TlPlacing *placing)
{
  g_autofree guint *nodes = g_new (guint, graph->n_nodes + 1);
  g_autofree guint *edges = g_new (guint, graph->n_edges + 1);
  g_autoptr (GArray) parts = NULL;
  gboolean all_stay = TRUE;

  if (placing->lanes)
    rank_loose (graph);
  parts = gather_parts (graph, placing->lanes, nodes, edges);
  for (guint p = 0; p < parts->len; p++)
    all_stay &= place_part (graph, &g_array_index (parts, TlPart, p), placing);
  tl_parts_pack (graph, parts, placing->down, all_stay);
  if (!placing->lanes)
    tl_loose_place (graph, placing->down);
}

/**
 * tl_flow_graph_place_layers:
 * @graph: a graph with the keys of its nodes, and their lanes where they are asked for
 * @placing: how
 *
 * Gives every step a place, in layers; the left top corner of all is the origin. Demands get none.
 */
void
tl_flow_graph_place_layers (TlFlowGraph *graph, const TlPlacing *placing)
{
  if (graph->n_steps == 0)
    return;
  tl_flow_graph_rank (graph);
  tl_flow_graph_weigh (graph);
  if (placing->down)
    turn (graph);
  place_parts (graph, placing);
  if (placing->down)
    turn (graph);
  for (guint n = 0; n < graph->n_steps; n++)
    {
      graph->nodes[n].x = round (graph->nodes[n].x);
      graph->nodes[n].y = round (graph->nodes[n].y);
      graph->nodes[n].placed = TRUE;
    }
}
