#include "history.h"

#include "history-entry.h"

struct _TlHistory
{
  GObject parent_instance;
  TlStudy *study;
  GPtrArray *entries;
  guint done;           /* entries before this one are applied, the others undone */
  GPtrArray *aside;     /* what could be redone before the last gesture, which may yet be called off; or NULL */
  TlHistoryEntry *open; /* what tl_history_begin() opened */
  guint depth;
  gboolean merging;   /* the open entry is the last one, opened again */
  gboolean settled;   /* the last entry takes no more of its gesture */
  char *held;         /* the gesture that a hand is at; or NULL */
  guint64 open_state; /* of the study with what the open entry did so far; 0: it did nothing */
  TlEditScope scope;
  guint64 last_state;
  guint64 saved_state;
  guint64 kept_state;
};

G_DEFINE_FINAL_TYPE (TlHistory, tl_history, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGING,
  SIGNAL_CHANGED,
  SIGNAL_MARKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tl_history_finalize (GObject *object)
{
  TlHistory *self = TL_HISTORY (object);

  if (self->open && !self->merging)
    tl_history_entry_free (self->open);
  g_clear_pointer (&self->aside, g_ptr_array_unref);
  g_free (self->held);
  g_ptr_array_unref (self->entries);
  tl_study_unref (self->study);
  G_OBJECT_CLASS (tl_history_parent_class)->finalize (object);
}

static void
tl_history_class_init (TlHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_history_finalize;

  /**
   * TlHistory::changing:
   * @self: the history
   *
   * The study is about to be another: before the first edit of an entry, and before undo and redo. Who reads
   * the study on another thread stops that here, and goes on after #TlHistory::changed.
   */
  signals[SIGNAL_CHANGING]
      = g_signal_new ("changing", TL_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TlHistory::changed:
   * @self: the history
   * @scope: #TlEditScope flags: what was touched
   *
   * The study is another: after an entry was closed, and after undo and redo.
   */
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", TL_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * TlHistory::marked:
   * @self: the history
   *
   * Another state counts as saved or kept.
   */
  signals[SIGNAL_MARKED]
      = g_signal_new ("marked", TL_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_history_init (TlHistory *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_history_entry_free);
}

/**
 * tl_history_new:
 * @study: (transfer none): a study; from now on it is changed through this history alone
 *
 * Returns: (transfer full): a history without entries; @study as it is counts as saved and kept
 */
TlHistory *
tl_history_new (TlStudy *study)
{
  TlHistory *self = g_object_new (TL_TYPE_HISTORY, NULL);

  self->study = tl_study_ref (study);
  return self;
}

/**
 * tl_history_get_study:
 * @self: a history
 *
 * Returns: (transfer none): its study
 */
TlStudy *
tl_history_get_study (TlHistory *self)
{
  return self->study;
}

static TlHistoryEntry *
last_done (TlHistory *self)
{
  return self->done ? g_ptr_array_index (self->entries, self->done - 1) : NULL;
}

/* Whether what comes goes on in the last entry, of which nothing must have been undone since. Under a
 * hand that holds the gesture all does. Else it must be the same gesture, and not yet in the file, as
 * who saves wants to come back to that. What is kept for recovery goes on: nobody knows when that
 * happened, and it is kept again. */
static gboolean
goes_on (TlHistory *self, const char *gesture)
{
  TlHistoryEntry *last = last_done (self);

  if (!last || self->settled || self->done != self->entries->len)
    return FALSE;
  if (tl_history_holds (self, last->gesture))
    return TRUE;
  return gesture && g_strcmp0 (last->gesture, gesture) == 0 && last->state != self->saved_state;
}

/**
 * tl_history_begin:
 * @self: a history
 * @name: what the entry does, translated, as shown in "Undo: Mark as waste"
 * @gesture: (nullable): a key that is the same for all parts of one gesture ("drag 7"); consecutive
 *   entries with the same key become one
 *
 * Opens an entry. Calls nest: what is opened within an open entry is part of it, and its name is
 * not used.
 */
void
tl_history_begin (TlHistory *self, const char *name, const char *gesture)
{
  g_return_if_fail (name != NULL);
  if (self->depth++ > 0)
    return;
  self->merging = goes_on (self, gesture);
  self->open = self->merging ? last_done (self) : tl_history_entry_new (name, gesture);
  self->open_state = 0;
  self->scope = 0;
}

static gboolean
may_apply (TlHistory *self, const TlEdit *edit)
{
  g_return_val_if_fail (self->depth > 0, FALSE);
  g_return_val_if_fail (tl_edit_is_sound (edit), FALSE);
  return TRUE;
}

/**
 * tl_history_apply:
 * @self: a history with an open entry
 * @edit: (transfer full): an edit
 *
 * Applies @edit to the study. An edit that changes nothing is dropped; so is, with a critical
 * message, one after which the study could not be written and read again (tl_edit_is_sound()).
 */
void
tl_history_apply (TlHistory *self, TlEdit *edit)
{
  if (!may_apply (self, edit) || tl_edit_is_idle (edit))
    {
      tl_edit_free (edit);
      return;
    }
  if (!self->open_state)
    g_signal_emit (self, signals[SIGNAL_CHANGING], 0);
  self->scope |= tl_edit_scope (edit);
  self->open_state = ++self->last_state;
  tl_edit_apply (edit);
  tl_history_entry_take (self->open, edit);
}

/* What was undone can't be redone after this entry, but a gesture may still be called off. */
static void
put_aside (TlHistory *self, const TlHistoryEntry *entry)
{
  g_clear_pointer (&self->aside, g_ptr_array_unref);
  if (entry->gesture && tl_history_can_redo (self))
    self->aside = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_history_entry_free);
  while (self->aside && self->entries->len > self->done)
    g_ptr_array_insert (self->aside, 0, g_ptr_array_steal_index (self->entries, self->entries->len - 1));
  g_ptr_array_set_size (self->entries, (int) self->done);
}

/* A gesture was called off: what could be redone before it can be again. */
static void
take_back (TlHistory *self)
{
  while (self->aside && self->aside->len > 0)
    g_ptr_array_add (self->entries, g_ptr_array_steal_index (self->aside, 0));
  g_clear_pointer (&self->aside, g_ptr_array_unref);
}

static void
close_entry (TlHistory *self)
{
  TlHistoryEntry *entry = self->open;

  self->open = NULL;
  if (!self->open_state)
    {
      if (!self->merging)
        tl_history_entry_free (entry);
      return;
    }
  entry->state = self->open_state;
  self->open_state = 0;
  if (!self->merging)
    {
      put_aside (self, entry);
      g_ptr_array_add (self->entries, entry);
      self->done++;
    }
  self->settled = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, self->scope);
}

/**
 * tl_history_end:
 * @self: a history with an open entry
 *
 * Closes what the last tl_history_begin() opened. An entry that changed nothing leaves no trace.
 */
void
tl_history_end (TlHistory *self)
{
  g_return_if_fail (self->depth > 0);
  if (--self->depth == 0)
    close_entry (self);
}

/**
 * tl_history_cancel:
 * @self: a history with an open entry
 *
 * Takes back all of the open entry, whatever the nesting, as if it had never been begun. Parts of a
 * gesture that were closed before are taken back as well, and what could be redone before it can be
 * again.
 */
void
tl_history_cancel (TlHistory *self)
{
  TlHistoryEntry *entry = self->open;
  gboolean changed = self->open_state || self->merging;

  g_return_if_fail (self->depth > 0);
  self->depth = 0;
  self->open = NULL;
  self->open_state = 0;
  /* The entry before this one may have the same gesture, and stays as it is. */
  self->settled = TRUE;
  g_clear_pointer (&self->held, g_free);
  if (changed)
    g_signal_emit (self, signals[SIGNAL_CHANGING], 0);
  tl_history_entry_undo (entry);
  if (self->merging)
    {
      self->done--;
      g_ptr_array_set_size (self->entries, (int) self->done);
      take_back (self);
    }
  else
    tl_history_entry_free (entry);
  if (changed)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0,
                   TL_SCOPE_WORDS | TL_SCOPE_NUMBERS | TL_SCOPE_PLACES | TL_SCOPE_STRUCTURE | TL_SCOPE_ROUTES);
}

/**
 * tl_history_hold:
 * @self: a history
 * @gesture: the key of a gesture that begins, and ends with tl_history_settle(), as a drag does when the
 *   button is let go
 *
 * Whatever happens until then is one entry with it: saving, and edits by other hands or keys too. Undo,
 * redo and tl_history_cancel() end it.
 */
void
tl_history_hold (TlHistory *self, const char *gesture)
{
  g_return_if_fail (gesture != NULL);
  tl_history_settle (self);
  self->held = g_strdup (gesture);
}

/**
 * tl_history_holds:
 * @self: a history
 * @gesture: (nullable): the key of a gesture
 *
 * Returns: whether that gesture is still going on (tl_history_hold())
 */
gboolean
tl_history_holds (TlHistory *self, const char *gesture)
{
  return gesture && g_strcmp0 (self->held, gesture) == 0;
}

/**
 * tl_history_settle:
 * @self: a history
 *
 * Ends a gesture: what comes next is a new entry even if its key is the same.
 */
void
tl_history_settle (TlHistory *self)
{
  self->settled = TRUE;
  g_clear_pointer (&self->held, g_free);
  g_clear_pointer (&self->aside, g_ptr_array_unref);
}

/**
 * tl_history_undo:
 * @self: a history without an open entry
 *
 * Returns: whether there was something to undo
 */
gboolean
tl_history_undo (TlHistory *self)
{
  TlHistoryEntry *entry = last_done (self);

  g_return_val_if_fail (self->depth == 0, FALSE);
  if (!entry)
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGING], 0);
  tl_history_entry_undo (entry);
  self->done--;
  tl_history_settle (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, tl_history_entry_scope (entry));
  return TRUE;
}

/**
 * tl_history_redo:
 * @self: a history without an open entry
 *
 * Returns: whether there was something to redo
 */
gboolean
tl_history_redo (TlHistory *self)
{
  TlHistoryEntry *entry;

  g_return_val_if_fail (self->depth == 0, FALSE);
  if (!tl_history_can_redo (self))
    return FALSE;
  entry = g_ptr_array_index (self->entries, self->done);
  g_signal_emit (self, signals[SIGNAL_CHANGING], 0);
  tl_history_entry_apply (entry);
  self->done++;
  tl_history_settle (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, tl_history_entry_scope (entry));
  return TRUE;
}

/**
 * tl_history_is_open:
 * @self: a history
 *
 * Returns: whether it is between tl_history_begin() and tl_history_end()
 */
gboolean
tl_history_is_open (TlHistory *self)
{
  return self->depth > 0;
}

/**
 * tl_history_can_undo:
 * @self: a history
 *
 * Returns: whether there is something to undo
 */
gboolean
tl_history_can_undo (TlHistory *self)
{
  return self->done > 0;
}

/**
 * tl_history_can_redo:
 * @self: a history
 *
 * Returns: whether there is something to redo
 */
gboolean
tl_history_can_redo (TlHistory *self)
{
  return self->done < self->entries->len;
}

/**
 * tl_history_undo_name:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): the name of what would be undone
 */
const char *
tl_history_undo_name (TlHistory *self)
{
  TlHistoryEntry *entry = last_done (self);

  return entry ? entry->name : NULL;
}

/**
 * tl_history_redo_name:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): the name of what would be redone
 */
const char *
tl_history_redo_name (TlHistory *self)
{
  if (!tl_history_can_redo (self))
    return NULL;
  return ((TlHistoryEntry *) g_ptr_array_index (self->entries, self->done))->name;
}

/**
 * tl_history_length:
 * @self: a history
 *
 * Returns: how many entries can be undone
 */
guint
tl_history_length (TlHistory *self)
{
  return self->done;
}

/**
 * tl_history_size:
 * @self: a history
 *
 * Returns: about how many bytes the entries hold
 */
gsize
tl_history_size (TlHistory *self)
{
  gsize size = 0;

  for (guint i = 0; i < self->entries->len; i++)
    size += tl_history_entry_size (g_ptr_array_index (self->entries, i));
  return size;
}

/**
 * tl_history_state:
 * @self: a history
 *
 * Returns: a number for the study as it is now, in the middle of an entry as well; the same number
 *   means the same content
 */
guint64
tl_history_state (TlHistory *self)
{
  TlHistoryEntry *entry = last_done (self);

  if (self->open_state)
    return self->open_state;
  return entry ? entry->state : 0;
}

/**
 * tl_history_mark_state_saved:
 * @self: a history
 * @state: what tl_history_state() said when the bytes were made that are now on the disk
 *
 * For who saves beside the main loop, while the team goes on editing.
 */
void
tl_history_mark_state_saved (TlHistory *self, guint64 state)
{
  self->saved_state = state;
  self->kept_state = state;
  g_signal_emit (self, signals[SIGNAL_MARKED], 0);
}

/**
 * tl_history_mark_saved:
 * @self: a history
 *
 * The study as it is now is on the disk.
 */
void
tl_history_mark_saved (TlHistory *self)
{
  tl_history_mark_state_saved (self, tl_history_state (self));
}

/**
 * tl_history_is_saved:
 * @self: a history
 *
 * Returns: whether the study is as it was saved last; undoing back to that point counts
 */
gboolean
tl_history_is_saved (TlHistory *self)
{
  return tl_history_state (self) == self->saved_state;
}

/**
 * tl_history_mark_kept:
 * @self: a history
 *
 * The study as it is now is kept for recovery.
 */
void
tl_history_mark_kept (TlHistory *self)
{
  self->kept_state = tl_history_state (self);
  g_signal_emit (self, signals[SIGNAL_MARKED], 0);
}

/**
 * tl_history_is_kept:
 * @self: a history
 *
 * Returns: whether the study is as it was kept last
 */
gboolean
tl_history_is_kept (TlHistory *self)
{
  return tl_history_state (self) == self->kept_state;
}
