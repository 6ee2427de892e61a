/* history-entry.h: one gesture with its edits, which is undone as a whole. */
#pragma once

#include "edit.h"

G_BEGIN_DECLS

/**
 * TlHistoryEntry:
 * @name: what it does, translated
 * @gesture: (nullable): a key that is the same for all parts of one gesture
 * @edits: (element-type TlEdit): in the order they were applied
 * @sets: of @edits, those that set a field, to find what a later one repeats
 * @state: a number for the study as it is after it
 */
typedef struct
{
  char *name;
  char *gesture;
  GPtrArray *edits;
  GHashTable *sets;
  guint64 state;
} TlHistoryEntry;

TlHistoryEntry *tl_history_entry_new (const char *name, const char *gesture) G_GNUC_WARN_UNUSED_RESULT;
void tl_history_entry_take (TlHistoryEntry *self, TlEdit *edit);
void tl_history_entry_apply (TlHistoryEntry *self);
void tl_history_entry_undo (TlHistoryEntry *self);
TlEditScope tl_history_entry_scope (const TlHistoryEntry *self);
gsize tl_history_entry_size (const TlHistoryEntry *self);
void tl_history_entry_free (TlHistoryEntry *self);

G_END_DECLS
