/* flow-layers.h: the layers of a ranked part of a graph, with a cell wherever an edge passes one.
 *
 * Private to the layout. Order (flow-order.c) and coordinates (flow-columns.c) work on it. "Along"
 * is the direction in which work goes, "across" the other; layers are lines across.
 */
#pragma once

#include "layout/flow-graph.h"

G_BEGIN_DECLS

/**
 * TlPart:
 * @nodes: (array length=n_nodes): numbers of nodes
 * @edges: (array length=n_edges): numbers of the connectors between them
 *
 * What is laid out together.
 */
typedef struct
{
  guint *nodes;
  guint n_nodes;
  guint *edges;
  guint n_edges;
} TlPart;

/**
 * TlCell:
 * @node: number of the node that stands here, or -1 where only an edge passes
 * @layer: from 0, in the direction of work
 * @lane: cells of one lane stand together in their layer, lanes in their order
 * @key: where it stood before, or would like to stand; only its order means something
 * @at: of its middle, across
 * @size: across
 */
typedef struct
{
  int node;
  guint layer;
  int lane;
  double key;
  double at;
  double size;
} TlCell;

/**
 * TlSpan:
 * @from: cell in one layer
 * @to: cell in the next
 * @weight: how much it wants to be straight
 * @back: whether it is of an edge that leads back
 * @labelled: whether the edge begins with it and has a label
 */
typedef struct
{
  guint from;
  guint to;
  double weight;
  gboolean back;
  gboolean labelled;
} TlSpan;

/**
 * TlSide:
 * @start: (array length=n_cells + 1): cells that a cell is joined to are cell[start[c]] …
 * @cell: cells of the next layer on that side
 * @weight: of each
 *
 * What each cell is joined to on one side.
 */
typedef struct
{
  guint *start;
  guint *cell;
  double *weight;
} TlSide;

/**
 * TlLayers:
 * @cells: (element-type TlCell)
 * @spans: (element-type TlSpan)
 * @start: (array length=n_layers + 1): cells of layer l are order[start[l]] … order[start[l + 1] − 1]
 * @order: (array length=cells): cells of each layer, across
 * @place: (array length=cells): where in its layer each cell stands, from 0
 * @before: what leads to each cell
 * @after: what each cell leads to
 * @many_lanes: whether there is more than one lane
 */
typedef struct
{
  TlFlowGraph *graph;
  GArray *cells;
  GArray *spans;
  guint n_layers;
  guint *start;
  guint *order;
  guint *place;
  TlSide before;
  TlSide after;
  gboolean many_lanes;
} TlLayers;

#define tl_cell(layers, number) (&g_array_index ((layers)->cells, TlCell, (number)))
#define tl_span(layers, number) (&g_array_index ((layers)->spans, TlSpan, (number)))

/* Whether two cells of one layer may change places. */
static inline gboolean
tl_layers_same_lane (const TlLayers *layers, guint first, guint second)
{
  return !layers->many_lanes || tl_cell (layers, first)->lane == tl_cell (layers, second)->lane;
}

TlLayers *tl_layers_new (TlFlowGraph *graph, const TlPart *part) G_GNUC_WARN_UNUSED_RESULT;
void tl_layers_free (TlLayers *layers);
void tl_layers_sort_by_key (TlLayers *layers);
void tl_layers_move (TlLayers *layers, guint cell, guint to);

void tl_layers_order (TlLayers *layers, gboolean keep);
void tl_layers_order_near (TlLayers *layers);
void tl_layers_order_passing (TlLayers *layers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLayers, tl_layers_free)

G_END_DECLS
