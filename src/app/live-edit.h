/* live-edit.h: one field, of one item or of several, that is being typed: each keystroke is in the study at once, and
 * all of them are one entry of the history.
 */
#pragma once

#include "study/connector.h"
#include "study/history.h"

G_BEGIN_DECLS

typedef struct _TlLiveEdit TlLiveEdit;

TlLiveEdit *
tl_live_edit_new (TlHistory *history, gpointer item, const char *field, const char *name) G_GNUC_WARN_UNUSED_RESULT;
TlLiveEdit *tl_live_edit_new_for_all (TlHistory *history, GPtrArray *items, const char *field, const char *name)
    G_GNUC_WARN_UNUSED_RESULT;
TlLiveEdit *
tl_live_edit_new_for_share (TlHistory *history, TlConnector *connector, TlDemand *demand) G_GNUC_WARN_UNUSED_RESULT;
void tl_live_edit_free (TlLiveEdit *self);

gboolean tl_live_edit_is_required (TlLiveEdit *self);
TlValue tl_live_edit_read (TlLiveEdit *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean tl_live_edit_differs (TlLiveEdit *self);
gboolean tl_live_edit_outlives_blank (TlLiveEdit *self);
void tl_live_edit_write (TlLiveEdit *self, TlValue value);
void tl_live_edit_keep (TlLiveEdit *self);
gboolean tl_live_edit_restore (TlLiveEdit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLiveEdit, tl_live_edit_free)

G_END_DECLS
