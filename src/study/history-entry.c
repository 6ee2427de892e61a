#include "history-entry.h"

static guint
set_hash (gconstpointer key)
{
  return g_direct_hash (tl_edit_item (key));
}

static gboolean
set_equal (gconstpointer a, gconstpointer b)
{
  return tl_edit_absorb (a, b);
}

/**
 * tl_history_entry_new:
 * @name: what it does, translated
 * @gesture: (nullable): the key of its gesture
 *
 * Returns: (transfer full): an entry without edits
 */
TlHistoryEntry *
tl_history_entry_new (const char *name, const char *gesture)
{
  TlHistoryEntry *self = g_new0 (TlHistoryEntry, 1);

  self->name = g_strdup (name);
  self->gesture = g_strdup (gesture);
  self->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_edit_free);
  self->sets = g_hash_table_new (set_hash, set_equal);
  return self;
}

/**
 * tl_history_entry_take:
 * @self: an entry
 * @edit: (transfer full): an edit that has been applied
 *
 * Keeps @edit, unless an earlier edit of the entry, when undone, undoes it as well.
 */
void
tl_history_entry_take (TlHistoryEntry *self, TlEdit *edit)
{
  if (g_hash_table_contains (self->sets, edit))
    {
      tl_edit_free (edit);
      return;
    }
  if (tl_edit_absorb (edit, edit))
    g_hash_table_add (self->sets, edit);
  g_ptr_array_add (self->edits, edit);
}

/**
 * tl_history_entry_apply:
 * @self: an entry that was undone
 *
 * Applies its edits again.
 */
void
tl_history_entry_apply (TlHistoryEntry *self)
{
  for (guint i = 0; i < self->edits->len; i++)
    tl_edit_apply (g_ptr_array_index (self->edits, i));
}

/**
 * tl_history_entry_undo:
 * @self: an entry that is applied
 *
 * Takes back its edits, the last one first.
 */
void
tl_history_entry_undo (TlHistoryEntry *self)
{
  for (guint i = self->edits->len; i-- > 0;)
    tl_edit_undo (g_ptr_array_index (self->edits, i));
}

/**
 * tl_history_entry_scope:
 * @self: an entry
 *
 * Returns: what its edits touch
 */
TlEditScope
tl_history_entry_scope (const TlHistoryEntry *self)
{
  TlEditScope scope = 0;

  for (guint i = 0; i < self->edits->len; i++)
    scope |= tl_edit_scope (g_ptr_array_index (self->edits, i));
  return scope;
}

/**
 * tl_history_entry_size:
 * @self: an entry
 *
 * Returns: about how many bytes its edits hold
 */
gsize
tl_history_entry_size (const TlHistoryEntry *self)
{
  gsize size = 0;

  for (guint i = 0; i < self->edits->len; i++)
    size += tl_edit_size (g_ptr_array_index (self->edits, i));
  return size;
}

/**
 * tl_history_entry_free:
 * @self: (transfer full): an entry
 */
void
tl_history_entry_free (TlHistoryEntry *self)
{
  g_hash_table_unref (self->sets);
  g_ptr_array_unref (self->edits);
  g_free (self->name);
  g_free (self->gesture);
  g_free (self);
}
