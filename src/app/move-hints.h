/* move-hints.h: what steps that are being dragged line up with, and what letting them go would do.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/viewport.h"
#include "layout/flow-drop.h"
#include "paint/theme.h"

G_BEGIN_DECLS

typedef struct _TlMoveHints TlMoveHints;

TlMoveHints *tl_move_hints_new (TlFlowGeometry *before, GPtrArray *steps) G_GNUC_WARN_UNUSED_RESULT;
void tl_move_hints_free (TlMoveHints *self);
void tl_move_hints_update (TlMoveHints *self,
                           const TlBox *visible,
                           double zoom,
                           GdkModifierType state,
                           double *dx,
                           double *dy);
const TlFlowDrop *tl_move_hints_drop (TlMoveHints *self);
void
tl_move_hints_paint (TlMoveHints *self, cairo_t *cr, const TlTheme *theme, const TlViewport *viewport, double scale);
void
tl_move_hints_snapshot (TlMoveHints *self, GtkSnapshot *snapshot, const TlTheme *theme, const TlViewport *viewport);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlMoveHints, tl_move_hints_free)

G_END_DECLS
