/* measure-chart.h: the chart of the measure that is shown, with one point of it chosen.
 *
 * It fills the room that it is given. A click chooses a point, and so do the arrow keys, Home and End.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

#define TL_TYPE_MEASURE_CHART (tl_measure_chart_get_type ())
G_DECLARE_FINAL_TYPE (TlMeasureChart, tl_measure_chart, TL, MEASURE_CHART, GtkWidget)

/* Signals:
 *  "chosen": another point, or none.
 *  "answer": Enter was pressed: what happened at the point is to be typed.
 */

GtkWidget *tl_measure_chart_new (void);
void tl_measure_chart_set_document (TlMeasureChart *self, TlDocument *document);
TlPoint *tl_measure_chart_get_point (TlMeasureChart *self, guint *number);
char *tl_measure_chart_point_words (TlMeasureChart *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
