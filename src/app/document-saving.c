/* How a document is saved: at once, or, where its log is long, on another thread. */
#include "app/document-private.h"

#include "storage/study-file.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* Logs of so many contacts take more than a frame to be written. */
#define LONG_LOG 20000

/**
 * Saving:
 * @expected: (nullable): what the file should be, see tl_study_save()
 * @state: of the history, as it is saved
 * @lock: for the members below, which the thread sets
 * @is_written_out: the study has been read, and may be changed again
 * @is_done: the thread has ended
 *
 * One study on its way to the disk, on another thread. It is the data of a task, which holds the document.
 */
typedef struct
{
  TlStudy *study; /* not owned: the task holds its document */
  GFile *file;
  char *expected;
  guint64 state;
  GMutex lock;
  GCond changed;
  gboolean is_written_out;
  gboolean is_done;
  char *etag;
  GError *error;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *self = data;

  g_object_unref (self->file);
  g_free (self->expected);
  g_free (self->etag);
  g_clear_error (&self->error);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
  g_free (self);
}

static void
wait_for (Saving *self, const gboolean *condition)
{
  g_mutex_lock (&self->lock);
  while (!*condition)
    g_cond_wait (&self->changed, &self->lock);
  g_mutex_unlock (&self->lock);
}

static void
come_to (Saving *self, gboolean *condition)
{
  g_mutex_lock (&self->lock);
  *condition = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
}

/* What is on the disk counts as saved; what was done meanwhile does not. */
static void
take_saved (TlDocument *self, GFile *file, char *etag, guint64 state)
{
  g_set_object (&self->file, file);
  g_free (self->etag);
  self->etag = etag;
  self->read_only = FALSE;
  tl_history_mark_state_saved (self->history, state);
  tl_document_announce_state (self);
}

/* The thread is done, or is waited for. */
static void
end_saving (TlDocument *self, Saving *saving)
{
  if (self->saving != saving)
    return;
  wait_for (saving, &saving->is_done);
  self->saving = NULL;
  if (!saving->error)
    take_saved (self, saving->file, g_steal_pointer (&saving->etag), saving->state);
}

/* tl_document_let_write_out: the study is about to be another: who reads it to save it is let to finish that. */
void
tl_document_let_write_out (TlDocument *self)
{
  Saving *saving = self->saving;

  if (saving)
    wait_for (saving, &saving->is_written_out);
}

static gboolean
is_own_file (TlDocument *self, GFile *file)
{
  return self->file && g_file_equal (self->file, file);
}

static gboolean
may_write (TlDocument *self, GFile *file, gboolean over, GError **error)
{
  if (over || !self->read_only || !is_own_file (self, file))
    return TRUE;
  g_set_error_literal (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_READ_ONLY,
                       _ ("A newer version of Throughline wrote this file. Save a copy under "
                          "another name."));
  return FALSE;
}

static const char *
expected_etag (TlDocument *self, GFile *file, gboolean over)
{
  return !over && is_own_file (self, file) ? self->etag : NULL;
}

static gboolean
save (TlDocument *self, GFile *file, gboolean over, GError **error)
{
  guint64 state = tl_history_state (self->history);
  char *etag = NULL;

  if (self->saving)
    end_saving (self, self->saving);
  if (!may_write (self, file, over, error)
      || !tl_study_save (tl_document_study (self), file, expected_etag (self, file, over), &etag, error))
    return FALSE;
  take_saved (self, file, etag, state);
  return TRUE;
}

/**
 * tl_document_save:
 * @self: a document
 * @file: where to
 * @error: return location for a #GError of #TL_STORAGE_ERROR: #TL_STORAGE_ERROR_CHANGED where
 *   somebody else has changed the document's file, #TL_STORAGE_ERROR_READ_ONLY where it must not be
 *   written over
 *
 * Writes the study; only then it counts as saved and @file as its file.
 *
 * Returns: whether it is on the disk
 */
gboolean
tl_document_save (TlDocument *self, GFile *file, GError **error)
{
  return save (self, file, FALSE, error);
}

/**
 * tl_document_save_over:
 * @self: a document
 * @file: where to
 * @error: return location for a #GError of #TL_STORAGE_ERROR
 *
 * As tl_document_save(), over what somebody else has written there meanwhile. Only when a person has
 * said so.
 *
 * Returns: whether it is on the disk
 */
gboolean
tl_document_save_over (TlDocument *self, GFile *file, GError **error)
{
  return save (self, file, TRUE, error);
}

/* ---- on another thread ---- */

/**
 * tl_document_saves_slowly:
 * @self: a document
 *
 * Returns: whether saving takes so long that tl_document_save_async() is to be used. Not in the middle of a gesture:
 *   what goes on in it would be seen by the thread
 */
gboolean
tl_document_saves_slowly (TlDocument *self)
{
  return tl_document_study (self)->contacts->len >= LONG_LOG && !tl_history_is_open (self->history);
}

static void
write_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *self = data;
  g_autoptr (GBytes) bytes = tl_study_to_readable_bytes (self->study, &self->error);

  come_to (self, &self->is_written_out);
  if (bytes)
    tl_study_save_bytes (bytes, self->file, self->expected, &self->etag, &self->error);
  come_to (self, &self->is_done);
  g_task_return_boolean (task, TRUE);
}

static Saving *
saving_new (TlDocument *document, GFile *file, gboolean over)
{
  Saving *self = g_new0 (Saving, 1);

  self->study = tl_document_study (document);
  self->file = g_object_ref (file);
  self->expected = g_strdup (expected_etag (document, file, over));
  self->state = tl_history_state (document->history);
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  return self;
}

/**
 * tl_document_save_async:
 * @self: a document
 * @file: where to
 * @over: whether to write over what somebody else has written there meanwhile
 * @callback: called when it is done; must call tl_document_save_finish()
 * @data: for @callback
 *
 * As tl_document_save(), on another thread: the study as it is now. An edit that comes before that thread has read it
 * waits for that, less than a second with a million contacts; the disk is not waited for. Another save waits for this
 * one.
 */
void
tl_document_save_async (TlDocument *self, GFile *file, gboolean over, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  GError *error = NULL;

  if (self->saving)
    end_saving (self, self->saving);
  if (!may_write (self, file, over, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  self->saving = saving_new (self, file, over);
  g_task_set_task_data (task, self->saving, saving_free);
  g_task_run_in_thread (task, write_file);
}

/**
 * tl_document_save_finish:
 * @self: a document
 * @result: what the callback got
 * @error: as for tl_document_save()
 *
 * Returns: whether it is on the disk
 */
gboolean
tl_document_save_finish (TlDocument *self, GAsyncResult *result, GError **error)
{
  Saving *saving = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  end_saving (self, saving);
  if (saving->error)
    g_propagate_error (error, g_error_copy (saving->error));
  return !saving->error;
}
