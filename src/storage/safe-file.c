/* The way of libgit2's filebuf and of many others: a new file beside the old one, written and synced,
 * takes its name in one step; then the folder is synced, so that the step too outlives a power cut. */
#include "safe-file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "etag.h"
#include "study-file.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* As many links in a row as Linux itself follows. */
#define MOST_LINKS 40

/* Names tried for the new file, before giving up. */
#define MOST_TRIES 100

/* ---- Errors ---- */

static const char *
words_for (int number)
{
  switch (number)
    {
    case EACCES:
    case EPERM:
      return _ ("you may not write there");
    case EROFS:
      return _ ("the disk can only be read");
    case ENOSPC:
      return _ ("the disk is full");
    case EDQUOT:
      return _ ("you have used up your share of the disk");
    case EFBIG:
      return _ ("the file would be larger than is allowed");
    case ENOENT:
    case ENOTDIR:
      return _ ("its folder does not exist");
    case EISDIR:
      return _ ("there is a folder of that name");
    case ELOOP:
      return _ ("it is a link that leads in a circle");
    case ENAMETOOLONG:
      return _ ("the name is too long");
    default:
      return g_strerror (number);
    }
}

static gboolean
fail (const char *path, int number, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_IO, _ ("“%s” could not be saved: %s."), name,
               words_for (number));
  return FALSE;
}

static gboolean
fail_changed (GFile *file, GError **error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base ? base : "");

  g_set_error (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_CHANGED,
               _ ("“%s” was not saved: somebody else has changed it since you opened it."), name);
  return FALSE;
}

/* A file that is gone holds nothing that could be lost. */
static gboolean
check_unchanged (GFile *file, const char *expected_etag, GError **error)
{
  g_autofree char *etag = expected_etag ? tl_etag_of_file (file) : NULL;

  return !etag || strcmp (etag, expected_etag) == 0 || fail_changed (file, error);
}

/* ---- Where to ---- */

/* A link stays a link; what it leads to is replaced. Unlike realpath(), this also follows a link to a
 * file that is not there yet. */
static char *
follow_links (const char *path, GError **error)
{
  g_autofree char *target = g_strdup (path);

  for (int i = 0; i < MOST_LINKS; i++)
    {
      g_autofree char *link = g_file_read_link (target, NULL);
      g_autofree char *folder = g_path_get_dirname (target);

      if (!link)
        return g_steal_pointer (&target);
      g_free (target);
      target = g_path_is_absolute (link) ? g_steal_pointer (&link) : g_build_filename (folder, link, NULL);
    }
  fail (path, ELOOP, error);
  return NULL;
}

/* What the new file takes over from the old one. */
typedef struct
{
  gboolean exists;
  struct stat stat;
} Old;

static gboolean
look_at_old (const char *path, Old *old, GError **error)
{
  old->exists = stat (path, &old->stat) == 0;
  if (!old->exists)
    return errno == ENOENT || fail (path, errno, error);
  if (S_ISDIR (old->stat.st_mode))
    return fail (path, EISDIR, error);
  /* Only the folder must be writable for a rename; but who made a file read-only meant it. */
  if (faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) != 0)
    return fail (path, errno, error);
  return TRUE;
}

/* ---- Writing ---- */

static int
write_all (int fd, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  while (length > 0)
    {
      ssize_t count = write (fd, data, length);

      if (count < 0 && errno == EINTR)
        continue;
      if (count < 0)
        return errno;
      data += count;
      length -= (gsize) count;
    }
  return 0;
}

/* Best effort: a user can rarely give a file to somebody else. Where the group can't be kept, its
 * rights are not given to another group. */
static void
take_over_rights (int fd, const Old *old)
{
  mode_t mode = old->stat.st_mode & 07777;

  if (fchown (fd, old->stat.st_uid, old->stat.st_gid) != 0 && fchown (fd, (uid_t) -1, old->stat.st_gid) != 0)
    mode &= (mode_t) ~(S_IRWXG | S_ISUID | S_ISGID);
  if (fchmod (fd, mode) != 0)
    g_debug ("could not keep the permissions: %s", g_strerror (errno));
}

/* Never with more rights than the old file, not even for a moment. */
static int
create_beside (const char *path, const Old *old, char **name)
{
  g_autofree char *folder = g_path_get_dirname (path);
  mode_t mode = old->exists ? old->stat.st_mode & S_IRWXU : 0666;

  for (int i = 0; i < MOST_TRIES; i++)
    {
      g_autofree char *base = g_strdup_printf (".throughline-%08x.part", g_random_int ());
      g_autofree char *candidate = g_build_filename (folder, base, NULL);
      int fd = open (candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);

      if (fd >= 0)
        *name = g_steal_pointer (&candidate);
      if (fd >= 0 || errno != EEXIST)
        return fd;
    }
  return -1;
}

/* Some file systems can't sync a folder, and some folders can be written to but not read. The file
 * is in its place by then, so that is no reason to say that it was not saved. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  if (fsync (fd) != 0)
    g_debug ("could not sync the folder: %s", g_strerror (errno));
  close (fd);
}

static int
fill_and_close (int fd, GBytes *bytes, const Old *old)
{
  int number = write_all (fd, bytes);

  if (number == 0 && old->exists)
    take_over_rights (fd, old);
  if (number == 0 && fsync (fd) != 0)
    number = errno;
  if (close (fd) != 0 && number == 0)
    number = errno;
  return number;
}

static gboolean
replace_regular (GFile *file,
                 const char *path,
                 GBytes *bytes,
                 const Old *old,
                 const char *expected_etag,
                 GError **error)
{
  g_autofree char *part = NULL;
  int fd = create_beside (path, old, &part);
  int number;

  if (fd < 0)
    return fail (path, errno, error);
  number = fill_and_close (fd, bytes, old);
  if (number != 0)
    {
      unlink (part);
      return fail (path, number, error);
    }
  /* Looked at as late as can be: writing may have taken a while. */
  if (!check_unchanged (file, expected_etag, error))
    {
      unlink (part);
      return FALSE;
    }
  if (rename (part, path) != 0)
    {
      number = errno;
      unlink (part);
      return fail (path, number, error);
    }
  sync_folder (path);
  return TRUE;
}

/* A terminal, a pipe, a device: nothing to keep, and nothing that could take its place. */
static gboolean
write_special (const char *path, GBytes *bytes, GError **error)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
  int number = fd < 0 ? errno : write_all (fd, bytes);

  if (fd >= 0 && close (fd) != 0 && number == 0)
    number = errno;
  return number == 0 || fail (path, number, error);
}

static gboolean
replace_native (GFile *file, GBytes *bytes, const char *expected_etag, GError **error)
{
  g_autofree char *path = follow_links (g_file_peek_path (file), error);
  Old old;

  if (!path || !look_at_old (path, &old, error))
    return FALSE;
  if (old.exists && !S_ISREG (old.stat.st_mode))
    return write_special (path, bytes, error);
  return check_unchanged (file, expected_etag, error)
         && replace_regular (file, path, bytes, &old, expected_etag, error);
}

/* On a server GIO knows best what can be done. */
static gboolean
replace_elsewhere (GFile *file, GBytes *bytes, const char *expected_etag, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GError) failure = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (!check_unchanged (file, expected_etag, error))
    return FALSE;
  if (g_file_replace_contents (file, data ? data : "", length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &failure))
    return TRUE;
  g_set_error (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_IO, _ ("“%s” could not be saved: %s."), name,
               failure->message);
  return FALSE;
}

/**
 * tl_safe_file_replace:
 * @file: where to write
 * @bytes: what
 * @expected_etag: (nullable): what the file's mark was when it was read or last written: where it is
 *   another now, nothing is written. %NULL to write in any case
 * @new_etag: (out) (optional) (transfer full) (nullable): the file's mark now
 * @error: %TL_STORAGE_ERROR_CHANGED where somebody else changed the file, %TL_STORAGE_ERROR_IO where it
 *   could not be written, in words for a person
 *
 * Writes a whole file in one step, and to the disk. Where that fails the old file stands as it was, and
 * nothing is left beside it. Permissions are kept, the owner where that is allowed; a link stays a link
 * and its target is replaced; other hard links to the old file keep the old content. A device or a pipe
 * is just written to.
 *
 * Returns: whether the file holds @bytes now
 */
gboolean
tl_safe_file_replace (GFile *file, GBytes *bytes, const char *expected_etag, char **new_etag, GError **error)
{
  gboolean is_done = g_file_is_native (file) && g_file_peek_path (file)
                         ? replace_native (file, bytes, expected_etag, error)
                         : replace_elsewhere (file, bytes, expected_etag, error);

  if (is_done && new_etag)
    *new_etag = tl_etag_of_file (file);
  return is_done;
}
