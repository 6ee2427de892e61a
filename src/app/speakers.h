/* speakers.h: the layer of a canvas that nobody sees: a speaker (speaker.h) for each thing in the flow.
 *
 * Its children stand in the order in which the work goes, the demands that customers bring before the steps. They
 * follow the flow by difference. The layer is laid out in the flow's own points and moved as one, so that panning and
 * zooming cost the same for two steps and for two thousand.
 */
#pragma once

#include "app/step-list.h"
#include "app/viewport.h"
#include "layout/flow-geometry.h"

G_BEGIN_DECLS

#define TL_TYPE_SPEAKERS (tl_speakers_get_type ())
G_DECLARE_FINAL_TYPE (TlSpeakers, tl_speakers, TL, SPEAKERS, GtkWidget)

GtkWidget *tl_speakers_new (TlStepList *list);
void tl_speakers_set_document (TlSpeakers *self, TlDocument *document);
void tl_speakers_allocate (TlSpeakers *self, TlFlowGeometry *geometry, const TlViewport *viewport);
gboolean tl_speakers_focus (TlSpeakers *self, gpointer item);
gboolean tl_speakers_have_keyboard (TlSpeakers *self);

G_END_DECLS
