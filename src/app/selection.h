/* selection.h: what is selected in a flow, shared by canvas, inspector and lists. */
#pragma once

#include <glib-object.h>

#include "study/item.h"

G_BEGIN_DECLS

#define TL_TYPE_SELECTION (tl_selection_get_type ())
G_DECLARE_FINAL_TYPE (TlSelection, tl_selection, TL, SELECTION, GObject)

/* Signal "changed": the set or the focused item is another. Items are kept alive while selected. */

TlSelection *tl_selection_new (void);
void tl_selection_clear (TlSelection *self);
void tl_selection_set (TlSelection *self, gpointer item);
void tl_selection_set_items (TlSelection *self, GPtrArray *items);
void tl_selection_add (TlSelection *self, gpointer item);
void tl_selection_toggle (TlSelection *self, gpointer item);
gboolean tl_selection_has (TlSelection *self, gconstpointer item);
guint tl_selection_size (TlSelection *self);

/* The item that keys act on last: the newest of the selection; NULL where nothing is selected. */
TlItem *tl_selection_focus (TlSelection *self);

/* (transfer full) (element-type TlItem): the selected items of a kind, in order of selection. */
GPtrArray *tl_selection_of_kind (TlSelection *self, TlItemKind kind) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *tl_selection_items (TlSelection *self) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer none) (element-type TlItem): as a set, for the painter. */
GHashTable *tl_selection_table (TlSelection *self);

/* Drops items that are no longer part of @study, after an undo or a deletion. */
void tl_selection_prune (TlSelection *self, gpointer study);

G_END_DECLS
