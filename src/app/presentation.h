/* presentation.h: a study being presented: which slide is shown, and how. Knows no window.
 *
 * It follows the document: what changes while it is presented is on the next picture.
 */
#pragma once

#include "app/document.h"
#include "layout/flow-geometry.h"
#include "paint/deck.h"

G_BEGIN_DECLS

#define TL_TYPE_PRESENTATION (tl_presentation_get_type ())
G_DECLARE_FINAL_TYPE (TlPresentation, tl_presentation, TL, PRESENTATION, GObject)

/* Signals:
 *  "changed": another slide, or another study on it: lay out and paint anew.
 *  "options": black, page or timer is to be shown or not.
 *  "tick": a second has gone by.
 *  "swap": the two screens are the wrong way round.
 *  "over" (gboolean stay): it is over; @stay: go on at the step that is shown.
 */

TlPresentation *tl_presentation_new (TlDocument *document) G_GNUC_WARN_UNUSED_RESULT;

TlDocument *tl_presentation_document (TlPresentation *self);
void tl_presentation_fill_subject (TlPresentation *self, TlSubject *subject);
TlFlowGeometry *tl_presentation_geometry (TlPresentation *self);

guint tl_presentation_size (TlPresentation *self);
guint tl_presentation_at (TlPresentation *self);
const TlSlide *tl_presentation_slide (TlPresentation *self, guint ahead);
TlStep *tl_presentation_step (TlPresentation *self);
void tl_presentation_go (TlPresentation *self, guint index);
void tl_presentation_go_by (TlPresentation *self, int slides);
void tl_presentation_go_chapter (TlPresentation *self, int direction);
void tl_presentation_go_to_step (TlPresentation *self, const TlStep *step);

gboolean tl_presentation_is_black (TlPresentation *self);
void tl_presentation_set_black (TlPresentation *self, gboolean black);
gboolean tl_presentation_shows_page (TlPresentation *self);
void tl_presentation_toggle_page (TlPresentation *self);
gboolean tl_presentation_shows_timer (TlPresentation *self);
void tl_presentation_toggle_timer (TlPresentation *self);
void tl_presentation_restart_timer (TlPresentation *self);
char *tl_presentation_time (TlPresentation *self) G_GNUC_WARN_UNUSED_RESULT;
char *tl_presentation_page (TlPresentation *self) G_GNUC_WARN_UNUSED_RESULT;

void tl_presentation_swap (TlPresentation *self);
void tl_presentation_end (TlPresentation *self, gboolean stay);

G_END_DECLS
