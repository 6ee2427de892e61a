/* canvas-tidy.h: the flow made tidy, gliding from where it stood to where it stands. */
#pragma once

#include "app/canvas.h"

G_BEGIN_DECLS

GSimpleActionGroup *tl_canvas_tidy_actions (TlCanvas *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
