#include "app/import-job.h"

struct _TlImportJob
{
  TlStudy *study;
  GBytes *bytes;
  char *encoding;
  TlImportOptions options;
  gint progress;
  GCancellable *cancellable;
  TlImportDone done; /* NULL once it was called off */
  gpointer data;
};

static void
job_free (gpointer data)
{
  TlImportJob *self = data;

  tl_study_unref (self->study);
  g_bytes_unref (self->bytes);
  g_free (self->encoding);
  g_object_unref (self->cancellable);
  g_free (self);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TlImportJob *self = data;
  GError *error = NULL;
  TlContactBatch *batch = tl_contacts_import (self->study, self->bytes, &self->options, &error);

  if (batch)
    g_task_return_pointer (task, batch, (GDestroyNotify) tl_contact_batch_free);
  else
    g_task_return_error (task, error);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  TlImportJob *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (TlContactBatch) batch = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->done)
    self->done (g_steal_pointer (&batch), error, self->data);
}

/**
 * tl_import_job_start:
 * @study: whose types are known already; its types must not change until it is done
 * @bytes: the table
 * @options: how it is to be read; its headings are not looked at
 * @done: called on this thread, once, unless it is called off before
 * @data: for @done
 *
 * Returns: (transfer none): the job, good until @done was called or it was called off
 */
TlImportJob *
tl_import_job_start (TlStudy *study, GBytes *bytes, const TlImportOptions *options, TlImportDone done, gpointer data)
{
  TlImportJob *self = g_new0 (TlImportJob, 1);
  g_autoptr (GTask) task = NULL;

  self->study = tl_study_ref (study);
  self->bytes = g_bytes_ref (bytes);
  self->options = *options;
  self->encoding = g_strdup (options->encoding);
  self->options.encoding = self->encoding;
  self->options.progress = &self->progress;
  self->cancellable = g_cancellable_new ();
  self->options.cancellable = self->cancellable;
  self->done = done;
  self->data = data;
  task = g_task_new (NULL, NULL, on_done, NULL);
  g_task_set_task_data (task, self, job_free);
  g_task_run_in_thread (task, run);
  return self;
}

/**
 * tl_import_job_progress:
 * @self: a job
 *
 * Returns: how far it has come, from 0 to 1
 */
double
tl_import_job_progress (TlImportJob *self)
{
  return g_atomic_int_get (&self->progress) / 1000.0;
}

/**
 * tl_import_job_cancel:
 * @self: (transfer full): a job that is not done
 *
 * Calls it off; nothing is heard of it any more.
 */
void
tl_import_job_cancel (TlImportJob *self)
{
  self->done = NULL;
  g_cancellable_cancel (self->cancellable);
}
