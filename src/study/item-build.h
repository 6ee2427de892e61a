/* item-build.h: changing items without an edit.
 *
 * For those who build a study that nobody else sees yet (readers, samples, generators) and for the
 * edits themselves. Everybody else changes a study through the history (history.h): a change made
 * with these calls cannot be undone and nobody is told of it.
 */
#pragma once

#include "item.h"

G_BEGIN_DECLS

gpointer tl_item_new (TlItemKind kind) G_GNUC_WARN_UNUSED_RESULT;
void tl_item_set (gpointer item, const TlField *field, const TlValue *value);
void tl_item_set_slice (gpointer item, const TlField *field, const char *text, gsize length);
void tl_item_set_shared (gpointer item, const TlField *field, GRefString *text);
void tl_item_set_text (gpointer item, const char *field, const char *text);
void tl_item_set_number (gpointer item, const char *field, double number);
void tl_item_set_choice (gpointer item, const char *field, int choice);
void tl_item_set_item (gpointer item, const char *field, gpointer target);

gboolean tl_item_set_id (gpointer item, const char *id);
void tl_item_insert (gpointer parent, gpointer child, guint position);
void tl_item_append (gpointer parent, gpointer child);
void tl_item_take_out (gpointer child);
void tl_item_move (gpointer child, guint position);

void tl_items_append (gpointer parent, GPtrArray *children);
void tl_items_put_in (gpointer parent, GPtrArray *children, const guint *positions);
guint *tl_items_take_out (GPtrArray *children) G_GNUC_WARN_UNUSED_RESULT;

void tl_item_keep_attribute (gpointer item,
                             const char *name,
                             const char *value,
                             const char *prefix,
                             const char *namespace_uri);
void tl_item_keep_element (gpointer item, const char *xml);

G_END_DECLS
