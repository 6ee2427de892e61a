/* flow-graph.h: a flow as nodes and edges by number, which is what placing and routing work on.
 *
 * Private to the layout. Nodes are the steps, in the flow's order, then the chips of demands, in
 * the study's order. Edges are connectors, then entries (chip to step), then raises (step to chip).
 */
#pragma once

#include "layout/flow-geometry.h"

G_BEGIN_DECLS

/**
 * TlGraphNode:
 * @step: (nullable): what it is; else
 * @demand: (nullable): the chip of this demand
 * @x: of its centre, once it is placed
 * @y: of its centre
 * @placed: whether it has a place already
 * @stood_x: where it stood before it is placed anew, turned with the graph; not a number where it had no place
 * @stood_y: the same
 * @rank: the layer it belongs to, from 0
 * @part: number of the connected part that it belongs to
 * @loose: a step without any edge
 * @lane: lanes lie in the order of these numbers; 0 where there are none
 * @key: where it stands across the direction of work, or would like to
 * @cell: its number while it is laid out in layers
 */
typedef struct
{
  TlStep *step;
  TlDemand *demand;
  double x;
  double y;
  double stood_x;
  double stood_y;
  double width;
  double height;
  gboolean placed;
  gboolean loose;
  int rank;
  guint part;
  int lane;
  guint cell;
  double key;
} TlGraphNode;

/**
 * TlGraphEdge:
 * @item: what it draws
 * @back: whether it runs against the order of ranks
 * @ahead: whether it has its way, ahead or back, while circles are broken
 * @weight: how much it wants to be straight
 */
typedef struct
{
  TlItem *item;
  guint from;
  guint to;
  gboolean back;
  gboolean ahead;
  double weight;
} TlGraphEdge;

/**
 * TlFlowGraph:
 * @n_nodes: steps and chips
 * @n_steps: of them, steps
 * @out_start: (array length=n_nodes + 1): out[out_start[n]] is the first of n's outgoing edges
 * @out: (array length=n_edges): edge numbers; flow before rework before raises
 */
typedef struct
{
  TlGraphNode *nodes;
  TlGraphEdge *edges;
  guint n_nodes;
  guint n_steps;
  guint n_edges;
  guint *out_start;
  guint *out;
} TlFlowGraph;

/**
 * TlPlacing:
 * @down: work goes from top to bottom instead of from left to right
 * @wrap: a long flow may go on in further rows
 * @lanes: nodes stand in their lanes
 * @keep: the nodes' keys tell where they stand, and moving costs
 * @settling: they stand where placing has put them just now: also what is tidy is placed once more
 */
typedef struct
{
  gboolean down;
  gboolean wrap;
  gboolean lanes;
  gboolean keep;
  gboolean settling;
} TlPlacing;

TlFlowGraph *tl_flow_graph_new (TlStudy *study, TlFlow *flow) G_GNUC_WARN_UNUSED_RESULT;
TlFlowGraph *tl_flow_graph_new_of (TlFlow *flow, GHashTable *steps) G_GNUC_WARN_UNUSED_RESULT;
void tl_flow_graph_free (TlFlowGraph *graph);
TlBox tl_graph_node_box (const TlGraphNode *node);

void tl_flow_graph_break_cycles (TlFlowGraph *graph);
void tl_flow_graph_find_parts (TlFlowGraph *graph);
void tl_flow_graph_rank (TlFlowGraph *graph);
void tl_flow_graph_weigh (TlFlowGraph *graph);
void tl_flow_graph_place_layers (TlFlowGraph *graph, const TlPlacing *placing);
void tl_flow_graph_place_near (TlFlowGraph *graph);
void tl_flow_graph_place_chips (TlFlowGraph *graph);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFlowGraph, tl_flow_graph_free)

G_END_DECLS
