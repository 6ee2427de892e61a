/* flow-picture.h: draws a flow: on the canvas, and in the view "flow".
 *
 * Drawn in the geometry's units; who calls has set the transformation (zoom and pan).
 */
#pragma once

#include <cairo.h>

#include "analysis/capacity.h"
#include "layout/flow-geometry.h"
#include "paint/flow-lens.h"
#include "paint/flow-letters.h"
#include "paint/theme.h"

G_BEGIN_DECLS

/* Under this zoom text would be a smear: flat boxes and thin lines remain. */
#define TL_FLOW_ZOOM_TEXT 0.35

/**
 * TlFlowMarks:
 * @selected: (nullable) (element-type TlItem): set of selected items
 * @hover: (nullable): item under the pointer
 * @without: (nullable): item that is not drawn, as its name is being typed over it
 * @apart: (nullable) (element-type TlItem): set of items that are on the move: left out where the flow is
 * painted, and drawn with the marks over it
 * @focus: (nullable): item that has the keyboard
 * @wordless: shapes and colours only, as who calls has its own words for them
 *
 * What a canvas shows beyond the flow itself.
 */
typedef struct
{
  GHashTable *selected;
  const TlItem *hover;
  const TlItem *without;
  GHashTable *apart;
  const TlItem *focus;
  gboolean wordless;
} TlFlowMarks;

typedef struct _TlFlowPicture TlFlowPicture;

TlFlowPicture *tl_flow_picture_new (TlStudy *study,
                                    TlFlow *flow,
                                    TlFlowGeometry *geometry,
                                    const TlCapacity *capacity,
                                    const TlTheme *theme,
                                    TlFlowLetters *letters) G_GNUC_WARN_UNUSED_RESULT;
void tl_flow_picture_set_lens (TlFlowPicture *picture, TlLens lens);
void tl_flow_picture_set_river (TlFlowPicture *picture, double room);
const TlFlowLens *tl_flow_picture_get_lens (TlFlowPicture *picture);
void tl_flow_picture_free (TlFlowPicture *picture);
void tl_flow_picture_paint (TlFlowPicture *picture,
                            cairo_t *cr,
                            const TlBox *visible,
                            double zoom,
                            const TlFlowMarks *marks);
void
tl_flow_picture_paint_lane_names (TlFlowPicture *picture, cairo_t *cr, const TlBox *visible, double unit, double least);

/* flow-marks.c */
typedef struct _TlFlowOverlay TlFlowOverlay;

TlFlowOverlay *tl_flow_overlay_new (TlFlowPicture *picture,
                                    const TlBox *visible,
                                    double zoom,
                                    const TlFlowMarks *marks,
                                    gboolean selected_too) G_GNUC_WARN_UNUSED_RESULT;
void tl_flow_overlay_free (TlFlowOverlay *overlay);
const GArray *tl_flow_overlay_boxes (const TlFlowOverlay *overlay);
void tl_flow_overlay_paint (const TlFlowOverlay *overlay, cairo_t *cr, const TlBox *visible);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFlowOverlay, tl_flow_overlay_free)

/**
 * TlFlowChanged:
 * @box: a part that looks other than before
 * @fine_only: whether only in its texts, which are drawn from #TL_FLOW_ZOOM_TEXT on
 * @data: as given
 */
typedef void (*TlFlowChanged) (const TlBox *box, gboolean fine_only, gpointer data);

/* flow-changes.c */
void tl_flow_picture_compare (TlFlowPicture *before, TlFlowPicture *after, TlFlowChanged changed, gpointer data);
void tl_flow_picture_move (TlFlowPicture *picture, TlFlowGeometry *geometry, TlFlowChanged changed, gpointer data);
void tl_flow_picture_compare_marks (TlFlowPicture *picture,
                                    GHashTable *before,
                                    GHashTable *after,
                                    TlFlowChanged changed,
                                    gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFlowPicture, tl_flow_picture_free)

G_END_DECLS
