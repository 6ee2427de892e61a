/* measure-options.h: how the chart of the measure that is shown is worked out and drawn: rules, centre, histogram.
 *
 * Rules and centre belong to the measure: they are in the file, and can be undone. The histogram is a matter of who
 * looks, and is remembered for all studies.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

#define TL_TYPE_MEASURE_OPTIONS (tl_measure_options_get_type ())
G_DECLARE_FINAL_TYPE (TlMeasureOptions, tl_measure_options, TL, MEASURE_OPTIONS, GtkWidget)

GtkWidget *tl_measure_options_new (void);
void tl_measure_options_set_document (TlMeasureOptions *self, TlDocument *document);

G_END_DECLS
