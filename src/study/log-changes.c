#include "log-changes.h"

/* tl_log_changes_free: for the study that they are of. */
void
tl_log_changes_free (TlLogChanges *self)
{
  g_hash_table_unref (self->touched);
  g_hash_table_unref (self->gone);
  g_free (self);
}

/**
 * tl_study_stop_recording:
 * @study: a study
 *
 * Nobody wants to know any more what changes in its log.
 */
void
tl_study_stop_recording (TlStudy *study)
{
  g_clear_pointer (&study->changes, tl_log_changes_free);
}

/**
 * tl_study_record_changes:
 * @study: a study
 *
 * From now on it is noted which contacts are not as they are now.
 *
 * Returns: (transfer none): what is noted; good until it is called again or recording is stopped
 */
const TlLogChanges *
tl_study_record_changes (TlStudy *study)
{
  TlLogChanges *changes = g_new0 (TlLogChanges, 1);

  tl_study_stop_recording (study);
  changes->touched = g_hash_table_new (NULL, NULL);
  changes->gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  study->changes = changes;
  return changes;
}

static void
check_size (TlLogChanges *self)
{
  if (g_hash_table_size (self->touched) + g_hash_table_size (self->gone) <= TL_LOG_CHANGES_MOST)
    return;
  self->too_many = TRUE;
  g_hash_table_remove_all (self->touched);
  g_hash_table_remove_all (self->gone);
}

/* tl_log_changes_touch: @contact, of the study, has come or is not as it was. */
void
tl_log_changes_touch (TlLogChanges *self, TlContact *contact)
{
  if (self->too_many)
    return;
  g_hash_table_add (self->touched, contact);
  if (contact->item.id)
    g_hash_table_remove (self->gone, contact->item.id);
  check_size (self);
}

/* tl_log_changes_lose: @contact goes from the study. */
void
tl_log_changes_lose (TlLogChanges *self, TlContact *contact)
{
  if (self->too_many)
    return;
  g_hash_table_remove (self->touched, contact);
  if (contact->item.id)
    g_hash_table_add (self->gone, g_strdup (contact->item.id));
  check_size (self);
}
