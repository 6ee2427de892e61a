#include "recovery.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "etag.h"
#include "log-patch.h"
#include "safe-file.h"

/* Beside each other: the study, what changed in it since, a copy that is being made of it, and what is known of it,
 * which also bears the lock. */
#define CONTENT ".throughline"
#define CHANGES ".changes"
#define PART ".part"
#define NOTE ".kept"
#define GROUP "Kept"

struct _TlRecovery
{
  GFile *folder;
  char *name; /* without an ending; NULL as long as nothing is kept */
  int lock;   /* of the note; −1 where there is none */
};

/**
 * tl_recovery_folder:
 *
 * Returns: (transfer full): where this user's studies are kept
 */
GFile *
tl_recovery_folder (void)
{
  return g_file_new_build_filename (g_get_user_state_dir (), "throughline", "recovery", NULL);
}

/**
 * tl_recovery_new:
 * @folder: where to keep; made when it is needed
 *
 * Returns: (transfer full): a place for one study, that keeps nothing yet
 */
TlRecovery *
tl_recovery_new (GFile *folder)
{
  TlRecovery *self = g_new0 (TlRecovery, 1);

  self->folder = g_object_ref (folder);
  self->lock = -1;
  return self;
}

/**
 * tl_recovery_free:
 * @self: (transfer full): a place; what it keeps stays, for who looks for it
 */
void
tl_recovery_free (TlRecovery *self)
{
  if (self->lock >= 0)
    close (self->lock);
  g_object_unref (self->folder);
  g_free (self->name);
  g_free (self);
}

static GFile *
file_with (const TlRecovery *self, const char *ending)
{
  g_autofree char *name = g_strconcat (self->name, ending, NULL);

  return g_file_get_child (self->folder, name);
}

/* Takes the lock of a note, without waiting. */
static gboolean
hold (TlRecovery *self)
{
  g_autoptr (GFile) note = file_with (self, NOTE);
  int lock = g_open (g_file_peek_path (note), O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (lock >= 0 && flock (lock, LOCK_EX | LOCK_NB) == 0)
    {
      self->lock = lock;
      return TRUE;
    }
  if (lock >= 0)
    close (lock);
  return FALSE;
}

static void delete (const TlRecovery *self, const char *ending)
{
  g_autoptr (GFile) file = file_with (self, ending);

  g_file_delete (file, NULL, NULL);
}

static gboolean
take_place (TlRecovery *self, GError **error)
{
  if (self->name)
    return TRUE;
  if (g_mkdir_with_parents (g_file_peek_path (self->folder), 0700) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      return FALSE;
    }
  self->name = g_uuid_string_random ();
  if (hold (self))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, g_strerror (errno));
  g_clear_pointer (&self->name, g_free);
  return FALSE;
}

/* Written in place: replacing the file would leave the lock on the old one. */
static gboolean
write_note (TlRecovery *self, GFile *origin, const char *etag, GError **error)
{
  g_autoptr (GKeyFile) note = g_key_file_new ();
  g_autofree char *uri = origin ? g_file_get_uri (origin) : NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (uri)
    g_key_file_set_string (note, GROUP, "Origin", uri);
  if (etag)
    g_key_file_set_string (note, GROUP, "Etag", etag);
  text = g_key_file_to_data (note, &length, NULL);
  if (ftruncate (self->lock, 0) == 0 && pwrite (self->lock, text, length, 0) == (gssize) length)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  return FALSE;
}

/**
 * tl_recovery_keep:
 * @self: a place
 * @content: the study, as its file would be
 * @origin: (nullable): the file that it was read from or saved to
 * @etag: (nullable): what that file was then
 * @error: why it can't be kept
 *
 * Keeps the study instead of what was kept before; whole, or not at all.
 *
 * Returns: whether it is on the disk
 */
gboolean
tl_recovery_keep (TlRecovery *self, GBytes *content, GFile *origin, const char *etag, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (!take_place (self, error))
    return FALSE;
  file = file_with (self, CONTENT);
  if (!tl_safe_file_replace (file, content, NULL, NULL, error))
    return FALSE;
  /* Changes since the old content say so, and mean nothing beside the new one. */
  delete (self, CHANGES);
  return write_note (self, origin, etag, error);
}

/**
 * tl_recovery_keep_changes:
 * @self: a place that keeps a study
 * @study: that study as it is now
 * @changes: of its contacts, those that are not as they were when it was kept whole
 * @origin: (nullable): the file that it was read from or saved to
 * @etag: (nullable): what that file was then
 * @error: why it can't be kept
 *
 * Keeps what changed, beside the study that was kept before, instead of changes that were kept before.
 *
 * Returns: whether it is on the disk
 */
gboolean
tl_recovery_keep_changes (TlRecovery *self,
                          TlStudy *study,
                          const TlLogChanges *changes,
                          GFile *origin,
                          const char *etag,
                          GError **error)
{
  g_autoptr (GFile) content = file_with (self, CONTENT), file = file_with (self, CHANGES);
  g_autofree char *base = tl_etag_of_file (content);
  g_autoptr (GBytes) patch = NULL;

  if (!base)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, g_strerror (ENOENT));
      return FALSE;
    }
  patch = tl_log_patch_new (study, changes, base);
  return tl_safe_file_replace (file, patch, NULL, NULL, error) && write_note (self, origin, etag, error);
}

/* ---- a copy of the study's own file ---- */

/**
 * tl_recovery_part:
 * @self: a place
 * @error: why nothing can be kept there
 *
 * Returns: (transfer full) (nullable): where tl_recovery_copy() may put a copy for it
 */
GFile *
tl_recovery_part (TlRecovery *self, GError **error)
{
  return take_place (self, error) ? file_with (self, PART) : NULL;
}

static gboolean
sync_file (GFile *file)
{
  int fd = g_open (g_file_peek_path (file), O_RDONLY | O_CLOEXEC, 0);
  gboolean is_done = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return is_done;
}

static gboolean
is_still (GFile *file, const char *etag)
{
  g_autofree char *now = tl_etag_of_file (file);

  return etag && g_strcmp0 (now, etag) == 0;
}

/**
 * tl_recovery_copy:
 * @origin: a study's file
 * @etag: what it was when the study was read from it, or saved to it
 * @part: what tl_recovery_part() said
 * @cancellable: (nullable): to stop
 * @error: why there is no copy; also where @origin is another now
 *
 * Takes as long as the file is large, and can be called from any thread.
 *
 * Returns: whether @part is that study, on the disk
 */
gboolean
tl_recovery_copy (GFile *origin, const char *etag, GFile *part, GCancellable *cancellable, GError **error)
{
  const GFileCopyFlags flags = G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS;
  gboolean is_copied = is_still (origin, etag) && g_file_copy (origin, part, flags, cancellable, NULL, NULL, error);

  if (is_copied && is_still (origin, etag) && sync_file (part) && !g_cancellable_is_cancelled (cancellable))
    return TRUE;
  g_file_delete (part, NULL, NULL);
  if (error && !*error)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the file is not as it was");
  return FALSE;
}

/**
 * tl_recovery_adopt:
 * @self: a place
 * @part: a copy that tl_recovery_copy() made for it
 * @origin: of which file
 * @etag: what that was
 * @error: why it can't be kept
 *
 * Keeps the copy instead of what was kept before.
 *
 * Returns: whether it is kept
 */
gboolean
tl_recovery_adopt (TlRecovery *self, GFile *part, GFile *origin, const char *etag, GError **error)
{
  g_autoptr (GFile) content = NULL;

  if (!take_place (self, error))
    return FALSE;
  content = file_with (self, CONTENT);
  if (!g_file_move (part, content, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error))
    return FALSE;
  delete (self, CHANGES);
  return write_note (self, origin, etag, error);
}

/**
 * tl_recovery_forget:
 * @self: a place
 *
 * Nobody would miss what it keeps: the study was saved, or put away on purpose.
 */
void
tl_recovery_forget (TlRecovery *self)
{
  static const char *const endings[] = { CHANGES, CONTENT, PART, NOTE };

  if (!self->name)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    delete (self, endings[i]);
  g_clear_pointer (&self->name, g_free);
  if (self->lock >= 0)
    close (self->lock);
  self->lock = -1;
}

/* ---- looking ---- */

static void
read_note (TlRecovered *recovered)
{
  g_autoptr (GKeyFile) note = g_key_file_new ();
  g_autoptr (GFile) file = file_with (recovered->held, NOTE);
  g_autofree char *uri = NULL;

  if (!g_key_file_load_from_file (note, g_file_peek_path (file), G_KEY_FILE_NONE, NULL))
    return;
  uri = g_key_file_get_string (note, GROUP, "Origin", NULL);
  recovered->origin = uri ? g_file_new_for_uri (uri) : NULL;
  recovered->etag = g_key_file_get_string (note, GROUP, "Etag", NULL);
}

/* Who died while copying left half a file. */
static void
clean_up (GFile *folder, const char *part)
{
  g_autoptr (TlRecovery) held = tl_recovery_new (folder);

  held->name = g_strndup (part, strlen (part) - strlen (PART));
  if (hold (held))
    delete (held, PART);
}

/* NULL where a living program holds it. */
static TlRecovered *
take_orphan (GFile *folder, const char *name)
{
  TlRecovered *recovered;
  g_autoptr (TlRecovery) held = tl_recovery_new (folder);

  held->name = g_strndup (name, strlen (name) - strlen (CONTENT));
  if (!hold (held))
    return NULL;
  recovered = g_new0 (TlRecovered, 1);
  recovered->content = g_file_get_child (folder, name);
  recovered->held = g_steal_pointer (&held);
  read_note (recovered);
  return recovered;
}

/**
 * tl_recovery_find:
 * @folder: where studies are kept
 *
 * Returns: (transfer full) (element-type TlRecovered): those that no living program holds; from now on this
 *   one does
 */
GPtrArray *
tl_recovery_find (GFile *folder)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_recovered_free);
  g_autoptr (GDir) files = g_dir_open (g_file_peek_path (folder), 0, NULL);
  const char *name;

  while (files && (name = g_dir_read_name (files)))
    {
      TlRecovered *orphan = g_str_has_suffix (name, CONTENT) && *name != '.' ? take_orphan (folder, name) : NULL;

      if (orphan)
        g_ptr_array_add (found, orphan);
      else if (g_str_has_suffix (name, PART) && *name != '.')
        clean_up (folder, name);
    }
  return found;
}

/* Returns: (transfer full) (nullable): what was kept of changes, where any were and they can be read */
static TlOpened *
open_changes (TlRecovered *self)
{
  g_autoptr (GFile) file = file_with (self->held, CHANGES);

  return g_file_query_exists (file, NULL) ? tl_study_open (file, NULL, NULL, NULL) : NULL;
}

/**
 * tl_recovered_open:
 * @self: a study that was found
 * @error: why it can't be read
 *
 * Returns: (transfer full) (nullable): the study, with all that was kept of it
 */
TlOpened *
tl_recovered_open (TlRecovered *self, GError **error)
{
  g_autoptr (TlOpened) opened = tl_study_open (self->content, NULL, NULL, error);
  g_autoptr (TlOpened) changes = opened ? open_changes (self) : NULL;

  if (changes)
    {
      g_autoptr (TlStudy) base = g_steal_pointer (&opened->study);

      opened->study = tl_log_patch_apply (changes->study, base, opened->etag);
    }
  return g_steal_pointer (&opened);
}

/**
 * tl_recovered_free:
 * @self: (transfer full): a study that was found; it stays, and is found again
 */
void
tl_recovered_free (TlRecovered *self)
{
  g_clear_pointer (&self->held, tl_recovery_free);
  g_object_unref (self->content);
  g_clear_object (&self->origin);
  g_free (self->etag);
  g_free (self);
}

/**
 * tl_recovered_forget:
 * @self: a study that was found
 *
 * It is open again, or nobody wants it.
 */
void
tl_recovered_forget (TlRecovered *self)
{
  tl_recovery_forget (self->held);
}
