/* label-count.h: which labels of a flow cannot be read at their ease, counted pair by pair. */
#pragma once

#include "layout/flow-geometry.h"

G_BEGIN_DECLS

/**
 * LabelCount:
 * @labels: how many there are
 * @on_boxes: how many of them lie on a step or a chip
 * @on_labels: how many lie on another label
 * @on_lines: how many lie on the line of another path
 */
typedef struct
{
  guint labels;
  guint on_boxes;
  guint on_labels;
  guint on_lines;
} LabelCount;

void labels_count (const TlFlowGeometry *geometry, LabelCount *count);

G_END_DECLS
