#include "app/window-private.h"

#include "app/dialogs.h"
#include "app/recent.h"
#include "app/samples.h"
#include "storage/study-file.h"
#include "study/log-counts.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* A study may be large, so it is read on another thread; the window stays alive meanwhile. */
static void
read_study (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  GError *error = NULL;
  TlOpened *opened = tl_study_open (file, NULL, cancellable, &error);

  if (!opened)
    {
      g_task_return_error (task, error);
      return;
    }
  /* A long log is counted here too, before anybody waits for its numbers. */
  tl_study_log_counts (opened->study);
  g_task_return_pointer (task, opened, (GDestroyNotify) tl_opened_free);
}

static char *
shown_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base);
}

static void
refuse (TlWindow *self, GFile *file, const GError *error)
{
  g_autofree char *name = shown_name (file);
  g_autofree char *heading = g_strdup_printf (_ ("“%s” could not be opened"), name);

  if (!g_file_query_exists (file, NULL))
    tl_recent_forget (file);
  tl_dialogs_say (GTK_WINDOW (self), heading, error->message);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  TlWindow *self = TL_WINDOW (source);
  GFile *file = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (TlOpened) opened = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (TlDocument) document = NULL;

  if (gtk_widget_in_destruction (GTK_WIDGET (self)) || !self->opening)
    return;
  g_clear_object (&self->opening);
  g_clear_object (&self->opening_work);
  if (opened)
    {
      document = tl_document_new_for_study (opened->study, file, opened->etag, opened->newer);
      tl_window_set_document (self, document);
      tl_recent_add (file);
      return;
    }
  tl_window_show_state (self);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    refuse (self, file, error);
}

/**
 * tl_window_open:
 * @self: a window that is free
 * @file: a study's file
 *
 * Opens a study. What is wrong with it is said in the window.
 */
void
tl_window_open (TlWindow *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *name = shown_name (file);
  g_autofree char *words = g_strdup_printf (_ ("Opening “%s”…"), name);

  g_return_if_fail (tl_window_is_free (self));
  if (self->document)
    tl_window_set_document (self, NULL);
  self->opening = g_object_ref (file);
  self->opening_work = g_cancellable_new ();
  gtk_label_set_text (self->opening_label, words);
  tl_window_show_state (self);
  task = g_task_new (self, self->opening_work, on_read, NULL);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_study);
}

/**
 * tl_window_open_sample:
 * @self: a window that is free
 * @name: of a sample or a frame (samples.h)
 *
 * Opens it as a copy that is in no file, to be played with or filled in.
 */
void
tl_window_open_sample (TlWindow *self, const char *name)
{
  g_autoptr (GBytes) bytes = tl_sample_bytes (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlOpened) opened = NULL;
  g_autoptr (TlDocument) document = NULL;

  g_return_if_fail (bytes);
  opened = tl_study_open_bytes (bytes, NULL, &error);
  if (!opened)
    {
      tl_dialogs_say (GTK_WINDOW (self), _ ("The sample could not be opened"), error->message);
      return;
    }
  document = tl_document_new_for_study (opened->study, NULL, NULL, FALSE);
  tl_window_set_document (self, document);
}
