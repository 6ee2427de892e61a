/* flow-picture-private.h: what the files of the flow picture share: flow-picture.c paints it,
 * flow-marks.c what is selected or pointed at, flow-changes.c tells two of them apart.
 */
#pragma once

#include "paint/flow-brush.h"
#include "paint/flow-chip.h"
#include "paint/flow-picture.h"
#include "paint/flow-step.h"

G_BEGIN_DECLS

/* Around boxes and lines: halos, heads, the tail of a bubble. */
#define TL_FLOW_AROUND 16.0

/* How a part looks: from afar, and near with all its texts. */
typedef struct
{
  guint64 plain;
  guint64 fine;
} TlFlowPrint;

struct _TlFlowPicture
{
  TlStudy *study;
  TlFlow *flow;
  TlFlowGeometry *geometry;
  TlCapacity *capacity;
  TlFlowLens *lens;
  double *shifts; /* of the river: how far paths are moved aside; NULL elsewhere */
  TlTheme theme;
  TlPeriod period;
  TlFlowLetters *letters;
  /* Set when first seen, as most of a large flow never is; indexed as in the geometry. */
  TlStepText **step_texts;
  TlChipText **chip_texts;
  PangoLayout **path_texts;
  gboolean *path_done;
  TlBox *path_boxes;
  double around_lines; /* what they reach beyond their middle */
  /* Taken at once, as items go on changing; indexed as in the geometry. */
  TlFlowPrint *step_prints;
  TlFlowPrint *chip_prints;
  TlFlowPrint *path_prints;
  guint64 lanes_print;
};

TlFlowBrush tl_flow_picture_brush (TlFlowPicture *picture, cairo_t *cr, double zoom, const TlFlowMarks *marks);
gboolean tl_flow_box_is_seen (const TlBox *box, const TlBox *visible, double around);
void tl_flow_picture_paint_label (TlFlowPicture *picture, const TlFlowBrush *brush, guint path);
void tl_flow_picture_paint_step (TlFlowPicture *picture, const TlFlowBrush *brush, guint step);
void tl_flow_picture_paint_chip (TlFlowPicture *picture, const TlFlowBrush *brush, guint chip);
TlBox tl_flow_picture_path_box (const TlPath *path, double around);
void tl_flow_picture_path_parts (const TlPath *path, double around, TlFlowChanged part, gpointer data);
void tl_flow_picture_take_prints (TlFlowPicture *picture);

G_END_DECLS
