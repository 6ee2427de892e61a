/* flow-layers.h: the layers of a ranked graph, with a free cell wherever an edge passes one.
 *
 * Private to the layout. Order (flow-order.c) and columns (flow-columns.c) work on it.
 */
#pragma once

#include "layout/flow-graph.h"

G_BEGIN_DECLS

/* Longer edges get no cells: they go round the layers between, above or below. */
#define TL_LONGEST_SPAN 6

/**
 * TlCell:
 * @node: number of the node that stands here, or -1 where only an edge passes
 * @layer: from 0, left to right
 * @place: in the layer, from 0, downwards
 * @part: the connected part it belongs to; parts are not mixed
 * @y: of its centre
 */
typedef struct
{
  int node;
  guint layer;
  guint place;
  guint part;
  double y;
  double height;
} TlCell;

/**
 * TlSpan:
 * @from: cell in one layer
 * @to: cell in the next
 * @weight: how much it wants to be straight
 */
typedef struct
{
  guint from;
  guint to;
  double weight;
} TlSpan;

/**
 * TlLayers:
 * @cells: (element-type TlCell)
 * @spans: (element-type TlSpan): sorted by nothing
 * @layers: (array length=n_layers) (element-type guint): cells of each layer, downwards
 * @left_start: (array length=cells + 1): spans that come into each cell are
 *   left[left_start[c]..left_start[c + 1] − 1]
 * @right_start: the same for spans that go out of each cell
 */
typedef struct
{
  TlFlowGraph *graph;
  GArray *cells;
  GArray *spans;
  GArray **layers;
  guint n_layers;
  guint *left_start;
  guint *left;
  guint *right_start;
  guint *right;
} TlLayers;

#define tl_cell(layers, number) (&g_array_index ((layers)->cells, TlCell, (number)))
#define tl_span(layers, number) (&g_array_index ((layers)->spans, TlSpan, (number)))

TlLayers *tl_layers_new (TlFlowGraph *graph) G_GNUC_WARN_UNUSED_RESULT;
void tl_layers_free (TlLayers *layers);
void tl_layers_renumber (TlLayers *layers, guint layer);

void tl_layers_order (TlLayers *layers);
void tl_layers_place (TlLayers *layers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLayers, tl_layers_free)

G_END_DECLS
