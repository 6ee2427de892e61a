/* history.h: the one way to change a study.
 *
 * The history owns a study and the edits made to it. A gesture (one drag, one name typed, one key) is
 * one entry: it opens with tl_history_begin(), takes any number of edits, closes with
 * tl_history_end() and is undone as a whole. Undo has no bound but memory.
 *
 * |[<!-- language="C" -->
 *   tl_history_begin (history, _("Mark as waste"), NULL);
 *   tl_history_apply (history, tl_edit_new_set_choice (step, "class", TL_CLASS_WASTE));
 *   tl_history_end (history);
 * ]|
 */
#pragma once

#include <glib-object.h>

#include "edit.h"
#include "study.h"

G_BEGIN_DECLS

#define TL_TYPE_HISTORY (tl_history_get_type ())
G_DECLARE_FINAL_TYPE (TlHistory, tl_history, TL, HISTORY, GObject)

TlHistory *tl_history_new (TlStudy *study) G_GNUC_WARN_UNUSED_RESULT;
TlStudy *tl_history_get_study (TlHistory *self);

void tl_history_begin (TlHistory *self, const char *name, const char *gesture);
void tl_history_apply (TlHistory *self, TlEdit *edit);
void tl_history_end (TlHistory *self);
void tl_history_cancel (TlHistory *self);
void tl_history_hold (TlHistory *self, const char *gesture);
gboolean tl_history_holds (TlHistory *self, const char *gesture);
void tl_history_settle (TlHistory *self);

gboolean tl_history_undo (TlHistory *self);
gboolean tl_history_redo (TlHistory *self);
gboolean tl_history_is_open (TlHistory *self);
gboolean tl_history_can_undo (TlHistory *self);
gboolean tl_history_can_redo (TlHistory *self);
const char *tl_history_undo_name (TlHistory *self);
const char *tl_history_redo_name (TlHistory *self);
guint tl_history_length (TlHistory *self);
gsize tl_history_size (TlHistory *self);

void tl_history_mark_saved (TlHistory *self);
gboolean tl_history_is_saved (TlHistory *self);
void tl_history_mark_kept (TlHistory *self);
gboolean tl_history_is_kept (TlHistory *self);
guint64 tl_history_state (TlHistory *self);
void tl_history_mark_state_saved (TlHistory *self, guint64 state);

G_END_DECLS
