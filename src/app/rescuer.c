#include "app/rescuer.h"

#include "storage/recovery.h"
#include "storage/study-file.h"

/* Milliseconds after an edit. With the time that writing takes no more than three seconds are ever lost. */
#define PATIENCE 2000
/* A study that takes long to be written out is kept more seldom: so many times as long as that took. */
#define SELDOM 20

/* Logs of so many contacts are kept whole but once, and after that by what changed. */
#define LONG_LOG 20000

/* A copy of the study's file, made on another thread. It is shared by both: @rescuer is NULL where nobody waits for it
 * any more. */
typedef struct
{
  TlRescuer *rescuer;
  GFile *origin;
  GFile *part;
  char *etag;
} Copy;

/**
 * TlRescuer:
 * @kept_state: of the history, when it was kept last
 * @patience: milliseconds that an edit waits
 * @is_as_file: what changed in the log was recorded since the study was as its file is
 * @has_base: the log was kept whole, and what changed in it since is recorded
 * @copying: (nullable): to call off the copy that is being made
 */
struct _TlRescuer
{
  TlDocument *document;
  TlRecovery *recovery;
  guint source;
  guint64 kept_state;
  guint patience;
  gboolean is_as_file;
  gboolean has_base;
  GCancellable *copying;
  Copy *copy;
};

static TlStudy *
study_of (TlRescuer *self)
{
  return tl_document_study (self->document);
}

static gboolean
has_long_log (TlRescuer *self)
{
  return study_of (self)->contacts->len >= LONG_LOG;
}

/* ---- a copy of the file ---- */

static void
copy_free (gpointer data)
{
  Copy *self = data;

  g_object_unref (self->origin);
  g_object_unref (self->part);
  g_free (self->etag);
  g_free (self);
}

static void
make_copy (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Copy *copy = data;

  g_task_return_boolean (task, tl_recovery_copy (copy->origin, copy->etag, copy->part, cancellable, NULL));
}

static void
on_copied (GObject *source, GAsyncResult *result, gpointer data)
{
  Copy *copy = g_task_get_task_data (G_TASK (result));
  gboolean is_made = g_task_propagate_boolean (G_TASK (result), NULL);
  TlRescuer *self = copy->rescuer;

  if (!self)
    {
      g_file_delete (copy->part, NULL, NULL);
      return;
    }
  self->copy = NULL;
  g_clear_object (&self->copying);
  self->has_base = is_made && tl_recovery_adopt (self->recovery, copy->part, copy->origin, copy->etag, NULL);
  self->is_as_file = self->has_base;
}

static void
start_copy (TlRescuer *self)
{
  g_autoptr (GFile) part = tl_recovery_part (self->recovery, NULL);
  g_autoptr (GTask) task = NULL;

  if (!part)
    return;
  self->copying = g_cancellable_new ();
  self->copy = g_new0 (Copy, 1);
  *self->copy = (Copy){ self, g_object_ref (tl_document_file (self->document)), g_object_ref (part),
                        g_strdup (tl_document_etag (self->document)) };
  task = g_task_new (NULL, self->copying, on_copied, NULL);
  g_task_set_task_data (task, self->copy, copy_free);
  g_task_run_in_thread (task, make_copy);
}

static void
call_off_copy (TlRescuer *self)
{
  if (!self->copy)
    return;
  self->copy->rescuer = NULL;
  self->copy = NULL;
  g_cancellable_cancel (self->copying);
  g_clear_object (&self->copying);
}

/* ---- what is kept ---- */

/* From now on what changes in the log is recorded, where the study is as its file is. */
static void
begin_anew (TlRescuer *self)
{
  call_off_copy (self);
  self->has_base = FALSE;
  self->is_as_file = has_long_log (self) && tl_document_file (self->document) && tl_document_etag (self->document)
                     && !tl_document_is_modified (self->document);
  if (self->is_as_file)
    tl_study_record_changes (study_of (self));
  else
    tl_study_stop_recording (study_of (self));
}

static gboolean
keep_changes (TlRescuer *self)
{
  return tl_recovery_keep_changes (self->recovery, study_of (self), study_of (self)->changes,
                                   tl_document_file (self->document), tl_document_etag (self->document), NULL);
}

static gboolean
keep_whole (TlRescuer *self)
{
  g_autoptr (GBytes) bytes = tl_study_to_bytes (study_of (self));
  gboolean kept = tl_recovery_keep (self->recovery, bytes, tl_document_file (self->document),
                                    tl_document_etag (self->document), NULL);

  call_off_copy (self);
  self->is_as_file = FALSE;
  self->has_base = kept && has_long_log (self);
  if (self->has_base)
    tl_study_record_changes (study_of (self));
  return kept;
}

static gboolean
can_keep_changes (TlRescuer *self)
{
  const TlLogChanges *changes = study_of (self)->changes;

  return self->has_base && changes && !changes->too_many;
}

static gboolean
write_study (TlRescuer *self)
{
  gint64 begun = g_get_monotonic_time ();
  gboolean kept = can_keep_changes (self) ? keep_changes (self) : keep_whole (self);
  gint64 took = (g_get_monotonic_time () - begun) / 1000;

  /* What comes next in a long log is what changes in it. */
  self->patience = self->has_base ? PATIENCE : (guint) CLAMP (took * SELDOM, PATIENCE, 60 * 1000);
  if (kept)
    self->kept_state = tl_history_state (tl_document_history (self->document));
  return kept;
}

/**
 * tl_rescuer_keep_now:
 * @self: a rescuer
 *
 * Returns: whether the study as it is now is where it will be found again
 */
gboolean
tl_rescuer_keep_now (TlRescuer *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  return write_study (self);
}

static gboolean
on_time (gpointer data)
{
  TlRescuer *self = data;

  /* The copy that is being made is what changes are kept beside. */
  if (self->copy)
    return G_SOURCE_CONTINUE;
  self->source = 0;
  if (tl_document_is_modified (self->document))
    write_study (self);
  return G_SOURCE_REMOVE;
}

/* The clock starts with the first edit that is not kept: who types on and on is not put off. */
static void
on_edited (TlRescuer *self)
{
  guint64 state = tl_history_state (tl_document_history (self->document));

  if (state == self->kept_state)
    return;
  if (self->is_as_file && !self->has_base && !self->copy)
    start_copy (self);
  if (!self->source)
    self->source = g_timeout_add (self->patience, on_time, self);
}

/* Nobody would miss what is kept of a study that is on the disk. */
static void
on_state (TlRescuer *self)
{
  if (tl_document_is_modified (self->document))
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  begin_anew (self);
  tl_recovery_forget (self->recovery);
}

/**
 * tl_rescuer_new:
 * @document: what to watch over
 *
 * Returns: (transfer full): a rescuer; when it is freed the study was put away on purpose
 */
TlRescuer *
tl_rescuer_new (TlDocument *document)
{
  TlRescuer *self = g_new0 (TlRescuer, 1);
  g_autoptr (GFile) folder = tl_recovery_folder ();

  self->document = g_object_ref (document);
  self->recovery = tl_recovery_new (folder);
  self->patience = PATIENCE;
  begin_anew (self);
  g_signal_connect_swapped (document, "edited", G_CALLBACK (on_edited), self);
  g_signal_connect_swapped (document, "state", G_CALLBACK (on_state), self);
  return self;
}

/**
 * tl_rescuer_free:
 * @self: (transfer full): a rescuer; what it kept is forgotten
 */
void
tl_rescuer_free (TlRescuer *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  call_off_copy (self);
  tl_study_stop_recording (study_of (self));
  g_signal_handlers_disconnect_by_data (self->document, self);
  tl_recovery_forget (self->recovery);
  tl_recovery_free (self->recovery);
  g_object_unref (self->document);
  g_free (self);
}
