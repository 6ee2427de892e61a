/* plain-graph.h: directed graphs as numbers, the same for every program that lays them out. */
#pragma once

#include "study/study.h"

typedef struct
{
  guint from;
  guint to;
} PlainEdge;

/**
 * PlainGraph:
 * @name: for the table
 * @edges: (element-type PlainEdge)
 */
typedef struct
{
  char *name;
  guint n_nodes;
  GArray *edges;
} PlainGraph;

/* Of a node's box, and between boxes, in points: as on the canvas. */
#define NODE_WIDTH 168.0
#define NODE_HEIGHT 92.0
#define NODE_GAP_X 88.0
#define NODE_GAP_Y 56.0

PlainGraph *plain_graph_new_layered (guint n_nodes, guint32 seed) G_GNUC_WARN_UNUSED_RESULT;
PlainGraph *plain_graph_new_from_dot (const char *path) G_GNUC_WARN_UNUSED_RESULT;
void plain_graph_free (PlainGraph *graph);
char *plain_graph_to_dot (const PlainGraph *graph) G_GNUC_WARN_UNUSED_RESULT;
char *plain_graph_to_text (const PlainGraph *graph) G_GNUC_WARN_UNUSED_RESULT;
TlStudy *plain_graph_to_study (const PlainGraph *graph) G_GNUC_WARN_UNUSED_RESULT;
void plain_graph_share_out (const PlainGraph *graph, TlStudy *study);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlainGraph, plain_graph_free)
