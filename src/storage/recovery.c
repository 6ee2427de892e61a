#include "recovery.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "safe-file.h"

/* Beside each other: the study, and what is known of it, which also bears the lock. */
#define CONTENT ".throughline"
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
write_note (TlRecovery *self, GFile *origin, const char *etag)
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
  return ftruncate (self->lock, 0) == 0 && pwrite (self->lock, text, length, 0) == (gssize) length;
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
  if (write_note (self, origin, etag))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  return FALSE;
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
  g_autoptr (GFile) content = NULL;
  g_autoptr (GFile) note = NULL;

  if (!self->name)
    return;
  content = file_with (self, CONTENT);
  note = file_with (self, NOTE);
  g_file_delete (content, NULL, NULL);
  g_file_delete (note, NULL, NULL);
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
    }
  return found;
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
