/* flow-geometry.h: where the steps and connectors of a flow stand, as plain numbers.
 *
 * Units are points at 100 %: x to the right, y downwards. A step that has a place stands there; the
 * others are placed in layers, left to right. The geometry is a value: it reads the flow once and
 * keeps a reference to its items, not to their later changes.
 */
#pragma once

#include "layout/box.h"
#include "study/connector.h"
#include "study/entry.h"
#include "study/flow.h"
#include "study/raises.h"
#include "study/study.h"

G_BEGIN_DECLS

/* A step's box. One size for all: a wall of equal notes reads calmly, and long names wrap. */
#define TL_STEP_WIDTH 168.0
#define TL_STEP_HEIGHT 92.0
/* What the layered placing leaves between boxes. */
#define TL_STEP_GAP_X 88.0
#define TL_STEP_GAP_Y 56.0
#define TL_CHIP_WIDTH 168.0
#define TL_CHIP_HEIGHT 56.0

/**
 * TlStepBox:
 * @step: the step
 * @box: where it stands
 * @placed_by_person: whether its place is the step's own; if not, the layout found it
 */
typedef struct
{
  TlStep *step;
  TlBox box;
  gboolean placed_by_person;
} TlStepBox;

/**
 * TlPath:
 * @item: the #TlConnector, #TlEntry or #TlRaises that it draws
 * @points: (element-type TlPlace): corners from tail to head; drawn with rounded corners
 * @label: where the middle of its label goes
 * @leader: where on its line a thin line to the label begins; @label itself where none is needed, as the label stands
 * by its line
 * @label_width: about how wide the label is; 0 where nothing is written
 * @label_height: about how high
 * @label_reach: how far from the line room for it was looked for
 * @backwards: whether it runs against the reading direction
 */
typedef struct
{
  TlItem *item;
  GArray *points;
  TlPlace label;
  TlPlace leader;
  double label_width;
  double label_height;
  double label_reach;
  gboolean backwards;
} TlPath;

/**
 * TlChipBox:
 * @demand: the demand type, standing at the flow's front
 */
typedef struct
{
  TlDemand *demand;
  TlBox box;
} TlChipBox;

typedef struct _TlWays TlWays;

/**
 * TlFlowGeometry:
 * @steps: (element-type TlStepBox): in the flow's order
 * @chips: (element-type TlChipBox): demand types that enter the flow or are raised by it
 * @paths: (element-type TlPath): connectors, then entries, then raises, each in the flow's order
 * @lanes: (element-type TlLane): bands by role where the flow shows them, first one first; else
 * empty. See layout/flow-lanes.h
 * @bounds: what encloses all; width 0 for an empty flow
 * @step_index: step → its number in @steps, plus 1
 * @ways: (nullable): what the layout keeps to find ways again after steps moved; %NULL where they are
 * those of a drag
 */
typedef struct
{
  guint ref_count;
  GArray *steps;
  GArray *chips;
  GArray *paths;
  GArray *lanes;
  TlBox bounds;
  GHashTable *step_index;
  TlWays *ways;
} TlFlowGeometry;

TlFlowGeometry *tl_flow_geometry_new (TlStudy *study, TlFlow *flow) G_GNUC_WARN_UNUSED_RESULT;
TlFlowGeometry *tl_flow_geometry_new_moved (TlFlowGeometry *before, TlStudy *study, TlFlow *flow, TlBox *changed)
    G_GNUC_WARN_UNUSED_RESULT;

/* flow-drag.c */
TlFlowGeometry *tl_flow_geometry_new_dragged (TlFlowGeometry *before, GPtrArray *steps) G_GNUC_WARN_UNUSED_RESULT;
gboolean tl_flow_geometry_is_of_drag (const TlFlowGeometry *geometry);
GHashTable *tl_flow_geometry_moving (const TlFlowGeometry *geometry, GPtrArray *steps) G_GNUC_WARN_UNUSED_RESULT;

TlFlowGeometry *tl_flow_geometry_ref (TlFlowGeometry *geometry) G_GNUC_WARN_UNUSED_RESULT;
void tl_flow_geometry_unref (TlFlowGeometry *geometry);

const TlStepBox *tl_flow_geometry_step (const TlFlowGeometry *geometry, const TlStep *step);
gboolean tl_path_label_is_led (const TlPath *path);
double tl_path_distance (const TlPath *path, TlPlace at);
TlItem *tl_flow_geometry_pick (const TlFlowGeometry *geometry, TlPlace at, double tolerance);
GPtrArray *tl_flow_geometry_steps_in (const TlFlowGeometry *geometry, TlBox area) G_GNUC_WARN_UNUSED_RESULT;
TlPlace tl_flow_geometry_free_place (const TlFlowGeometry *geometry, const TlStep *after);
TlPlace tl_flow_geometry_free_note (const TlFlowGeometry *geometry, TlBox area);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFlowGeometry, tl_flow_geometry_unref)

G_END_DECLS
