/* slide-stage.h: the slide that is presented, or the one after it, as large as there is room.
 *
 * The flow of a walk is alive in it: a canvas whose camera moves from step to step, on which keys
 * mark and ask as on the sheet.
 */
#pragma once

#include "app/canvas.h"
#include "app/presentation.h"

G_BEGIN_DECLS

#define TL_TYPE_SLIDE_STAGE (tl_slide_stage_get_type ())
G_DECLARE_FINAL_TYPE (TlSlideStage, tl_slide_stage, TL, SLIDE_STAGE, GtkWidget)

/* Signal "said" (const char *words): something to tell, from the canvas. */

GtkWidget *tl_slide_stage_new (TlPresentation *presentation, guint ahead);
TlCanvas *tl_slide_stage_canvas (TlSlideStage *self);
gboolean tl_slide_stage_is_walking (TlSlideStage *self);

G_END_DECLS
