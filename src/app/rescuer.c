#include "app/rescuer.h"

#include "storage/recovery.h"
#include "storage/study-file.h"

/* Milliseconds after an edit. With the time that writing takes no more than three seconds are ever lost. */
#define PATIENCE 2000
/* A study that takes long to be written out is kept more seldom: so many times as long as that took. */
#define SELDOM 20

struct _TlRescuer
{
  TlDocument *document;
  TlRecovery *recovery;
  guint source;
  guint64 kept_state;
  guint patience;
};

static gboolean
write_study (TlRescuer *self)
{
  gint64 begun = g_get_monotonic_time ();
  g_autoptr (GBytes) bytes = tl_study_to_bytes (tl_document_study (self->document));
  gboolean kept = tl_recovery_keep (self->recovery, bytes, tl_document_file (self->document),
                                    tl_document_etag (self->document), NULL);
  gint64 took = (g_get_monotonic_time () - begun) / 1000;

  self->patience = (guint) CLAMP (took * SELDOM, PATIENCE, 60 * 1000);
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

  if (!self->source && state != self->kept_state)
    self->source = g_timeout_add (self->patience, on_time, self);
}

/* Nobody would miss what is kept of a study that is on the disk. */
static void
on_state (TlRescuer *self)
{
  if (tl_document_is_modified (self->document))
    return;
  g_clear_handle_id (&self->source, g_source_remove);
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
  g_signal_handlers_disconnect_by_data (self->document, self);
  tl_recovery_forget (self->recovery);
  tl_recovery_free (self->recovery);
  g_object_unref (self->document);
  g_free (self);
}
