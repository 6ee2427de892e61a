/* xmr-drawing.h: what the parts of a chart of variation share while it is laid out. Private to
 * them. */
#pragma once

#include "paint/xmr-columns.h"
#include "paint/xmr-plot.h"

G_BEGIN_DECLS

/**
 * TlXmrPanel:
 * @ranges: of the moving ranges, not of the values
 * @box: where points may stand
 * @right: where the lines of the last phase and of the axis end: beyond a histogram that stands beside
 * @axis: of its values
 * @columns: (element-type TlXmrColumn): its points
 */
typedef struct
{
  gboolean ranges;
  TlBox box;
  double right;
  TlAxis axis;
  GArray *columns;
} TlXmrPanel;

/**
 * TlXmrDrawing:
 * @histogram: beside the panel of values; without width where there is none
 * @right: where the room of the whole chart ends
 * @beside: what stands right of the panels takes so much of the width
 * @taken: (element-type TlBox): where texts stand in the panels
 * @numbers: of each rule, the number that its signals bear; 0 where there are none
 */
typedef struct
{
  TlScene *scene;
  const TlXmrPlot *plot;
  TlXmrPanel panels[2];
  TlBox histogram;
  double right;
  double beside;
  GArray *taken;
  guint numbers[TL_XMR_N_RULES];
} TlXmrDrawing;

char *tl_xmr_drawing_words (const TlXmrDrawing *drawing, double value, double unit) G_GNUC_WARN_UNUSED_RESULT;
gboolean tl_xmr_drawing_take (TlXmrDrawing *drawing, const TlBox *box);

/* xmr-limits.c */
GPtrArray *tl_xmr_limit_labels (TlXmrDrawing *drawing, const TlXmrPanel *panel) G_GNUC_WARN_UNUSED_RESULT;
void tl_xmr_limits_add (TlXmrDrawing *drawing, const TlXmrPanel *panel);
void tl_xmr_limits_add_labels (TlXmrDrawing *drawing, const TlXmrPanel *panel, GPtrArray *labels);
void tl_xmr_limits_add_numbers (TlXmrDrawing *drawing, const TlXmrPanel *panel);

/* xmr-histogram.c */
void tl_xmr_histogram_add (TlXmrDrawing *drawing, double width);

/* xmr-signals.c */
GPtrArray *tl_xmr_signals_key (TlXmrDrawing *drawing) G_GNUC_WARN_UNUSED_RESULT;
double tl_xmr_signals_key_height (TlXmrDrawing *drawing, const GPtrArray *key, double width);
void tl_xmr_signals_add_key (TlXmrDrawing *drawing, GPtrArray *key, const TlBox *place);
void tl_xmr_signals_add (TlXmrDrawing *drawing, const TlXmrPanel *panel);

G_END_DECLS
