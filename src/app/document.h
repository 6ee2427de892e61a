/* document.h: a study that is open in a window: its history, its file, its numbers, what is selected.
 *
 * Numbers are computed anew, at most once a frame, after edits that the arithmetic reads.
 */
#pragma once

#include <gio/gio.h>

#include "analysis/capacity.h"
#include "analysis/leverage.h"
#include "analysis/xmr.h"
#include "app/selection.h"
#include "paint/chart.h"
#include "study/history.h"

G_BEGIN_DECLS

#define TL_TYPE_DOCUMENT (tl_document_get_type ())
G_DECLARE_FINAL_TYPE (TlDocument, tl_document, TL, DOCUMENT, GObject)

/* Signals:
 *  "edited" (TlEditScope scope): after each edit, undo and redo: paint anew.
 *  "numbers": the capacity is another, or the leverage that was asked for has been worked out.
 *  "state": title, file, saved or not, the flow shown: window titles and buttons.
 */

TlDocument *tl_document_new (void) G_GNUC_WARN_UNUSED_RESULT;
TlDocument *
tl_document_new_for_study (TlStudy *study, GFile *file, const char *etag, gboolean read_only) G_GNUC_WARN_UNUSED_RESULT;

TlHistory *tl_document_history (TlDocument *self);
TlStudy *tl_document_study (TlDocument *self);
TlSelection *tl_document_selection (TlDocument *self);
TlFlow *tl_document_flow (TlDocument *self);
void tl_document_set_flow (TlDocument *self, TlFlow *flow);
TlFlow *tl_document_compared (TlDocument *self);
gboolean tl_document_get_differing (TlDocument *self);
void tl_document_set_differing (TlDocument *self, gboolean differing);
const TlFlowDifferences *tl_document_differences (TlDocument *self);
void tl_document_set_compared (TlDocument *self, TlFlow *flow);
GFile *tl_document_file (TlDocument *self);
const char *tl_document_etag (TlDocument *self);
gboolean tl_document_is_read_only (TlDocument *self);
gboolean tl_document_is_modified (TlDocument *self);
gboolean tl_document_is_untouched (TlDocument *self);
char *tl_document_display_name (TlDocument *self) G_GNUC_WARN_UNUSED_RESULT;
char *tl_document_file_title (TlDocument *self) G_GNUC_WARN_UNUSED_RESULT;

const TlCapacity *tl_document_capacity (TlDocument *self);
const char *tl_document_capacity_message (TlDocument *self);
const TlLeverage *tl_document_leverage (TlDocument *self);
const TlComparison *tl_document_comparison (TlDocument *self);
void tl_document_wait_for_leverage (TlDocument *self);
void tl_document_set_spell (TlDocument *self, TlPeriod spell);
TlDemand *tl_document_traced (TlDocument *self);
void tl_document_set_traced (TlDocument *self, TlDemand *demand);
void tl_document_fill_subject (TlDocument *self, TlView view, TlSubject *subject);

/* document-measure.c: the measure that is shown, and its chart */
TlMeasure *tl_document_measure (TlDocument *self);
void tl_document_set_measure (TlDocument *self, TlMeasure *measure);
void tl_document_set_histogram (TlDocument *self, gboolean shown);
const TlXmr *tl_document_xmr (TlDocument *self);

gboolean tl_document_save (TlDocument *self, GFile *file, GError **error);
gboolean tl_document_save_over (TlDocument *self, GFile *file, GError **error);
gboolean tl_document_saves_slowly (TlDocument *self);
void tl_document_save_async (TlDocument *self, GFile *file, gboolean over, GAsyncReadyCallback callback, gpointer data);
gboolean tl_document_save_finish (TlDocument *self, GAsyncResult *result, GError **error);

G_END_DECLS
