/* measure-panel.h: what a measure is, and the changes that were declared of it. */
#pragma once

#include "app/panel.h"
#include "study/measure.h"

G_BEGIN_DECLS

TlPanel *tl_measure_panel_new (TlDocument *document, TlMeasure *measure);

G_END_DECLS
