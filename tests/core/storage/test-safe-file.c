/* Either the old file stands, or the new one, whole; and nothing is left beside it. */
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "storage-testing.h"
#include "storage/safe-file.h"

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = tl_test_folder ();
  fixture->path = g_build_filename (fixture->folder, "study.throughline", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tl_test_remove (fixture->folder);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static gboolean
replace (GFile *file, const char *text, const char *etag, char **new_etag, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return tl_safe_file_replace (file, bytes, etag, new_etag, error);
}

static void
assert_replaced (GFile *file, const char *text)
{
  g_autoptr (GError) error = NULL;

  replace (file, text, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_holds (const char *path, const char *text)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, text);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (dir))
    count++;
  return count;
}

static void
assert_fails (GFile *file, const char *text, const char *etag, TlStorageError code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (replace (file, text, etag, NULL, &error));
  g_assert_error (error, TL_STORAGE_ERROR, (int) code);
  if (!strstr (error->message, words))
    g_error ("“%s” is not in: %s", words, error->message);
}

static void
test_new_and_old (Fixture *fixture, gconstpointer data)
{
  assert_replaced (fixture->file, "first");
  assert_holds (fixture->path, "first");
  assert_replaced (fixture->file, "second");
  assert_holds (fixture->path, "second");
  assert_replaced (fixture->file, "");
  assert_holds (fixture->path, "");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* Who has the old file open goes on reading it: nothing is written into it. */
static void
test_old_stays_whole (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFileInputStream) stream = NULL;
  char buffer[16] = { 0 };

  assert_replaced (fixture->file, "the old one");
  stream = g_file_read (fixture->file, NULL, NULL);
  assert_replaced (fixture->file, "new");
  g_assert_cmpint (g_input_stream_read (G_INPUT_STREAM (stream), buffer, sizeof buffer - 1, NULL, NULL), ==, 11);
  g_assert_cmpstr (buffer, ==, "the old one");
}

static mode_t
mode_of (const char *path)
{
  struct stat info;

  g_assert_cmpint (stat (path, &info), ==, 0);
  return info.st_mode & 07777;
}

static void
test_permissions (Fixture *fixture, gconstpointer data)
{
  static const mode_t modes[] = { 0600, 0640, 0664, 0666, 0755 };
  mode_t mask = umask (022);

  assert_replaced (fixture->file, "new");
  g_assert_cmpint (mode_of (fixture->path), ==, 0644);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_assert_cmpint (chmod (fixture->path, modes[i]), ==, 0);
      assert_replaced (fixture->file, "again");
      g_assert_cmpint (mode_of (fixture->path), ==, (int) modes[i]);
    }
  umask (mask);
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *second = g_build_filename (fixture->folder, "second", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (second);
  g_autofree char *target = NULL;

  g_assert_cmpint (symlink ("study.throughline", link), ==, 0);
  g_assert_cmpint (symlink (link, second), ==, 0);
  assert_replaced (file, "through a link to nothing yet");
  assert_holds (fixture->path, "through a link to nothing yet");
  assert_replaced (file, "through two links");
  assert_holds (fixture->path, "through two links");
  target = g_file_read_link (link, NULL);
  g_assert_cmpstr (target, ==, "study.throughline");
  g_assert_cmpuint (count_files (fixture->folder), ==, 3);
}

static void
test_links_in_a_circle (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (symlink ("study.throughline", fixture->path), ==, 0);
  assert_fails (fixture->file, "x", NULL, TL_STORAGE_ERROR_IO, "circle");
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *etag = NULL;
  g_autofree char *next = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (replace (fixture->file, "mine", NULL, &etag, NULL));
  g_assert_nonnull (etag);
  g_assert_true (replace (fixture->file, "mine too", etag, &next, &error));
  g_assert_cmpstr (etag, !=, next);
  assert_fails (fixture->file, "late", etag, TL_STORAGE_ERROR_CHANGED, "somebody else has changed it");
  assert_holds (fixture->path, "mine too");

  /* Of the same length, at once. */
  g_assert_true (g_file_set_contents (fixture->path, "your too", -1, NULL));
  assert_fails (fixture->file, "late", next, TL_STORAGE_ERROR_CHANGED, "study.throughline");
  assert_holds (fixture->path, "your too");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);

  /* What is gone can't be overwritten. */
  g_assert_cmpint (unlink (fixture->path), ==, 0);
  g_assert_true (replace (fixture->file, "back", next, NULL, &error));
}

static void
test_etag_of_opening (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sample = tl_test_sample ();
  g_autofree char *etag = NULL;
  g_autoptr (TlOpened) opened = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (replace (fixture->file, sample, NULL, &etag, NULL));
  opened = tl_study_open (fixture->file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (opened->etag, ==, etag);
  g_assert_true (tl_study_save (opened->study, fixture->file, opened->etag, NULL, &error));
  assert_holds (fixture->path, sample);
  g_assert_false (tl_study_save (opened->study, fixture->file, opened->etag, NULL, &error));
  g_assert_error (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_CHANGED);
}

/* A text that no reader would take is not written. */
static void
test_too_long (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlStudy) study = tl_study_new ();
  g_autoptr (GError) error = NULL;

  study->title = g_strnfill (2000000, '&');
  g_assert_false (tl_study_save (study, fixture->file, NULL, NULL, &error));
  g_assert_error (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_INVALID);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
  study->title[1000000] = '\0';
  g_assert_true (tl_study_save (study, fixture->file, NULL, NULL, NULL));
  g_clear_pointer (&study, tl_study_unref);
  {
    g_autoptr (TlOpened) opened = tl_study_open (fixture->file, NULL, NULL, NULL);

    g_assert_nonnull (opened);
    g_assert_cmpuint (strlen (opened->study->title), ==, 1000000);
  }
}

static void
test_folders (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) nowhere = g_file_get_child (fixture->file, "x");
  g_autoptr (GFile) missing = g_file_new_build_filename (fixture->folder, "no", "such", NULL);

  assert_fails (folder, "x", NULL, TL_STORAGE_ERROR_IO, "there is a folder of that name");
  assert_fails (missing, "x", NULL, TL_STORAGE_ERROR_IO, "its folder does not exist");
  assert_replaced (fixture->file, "a file");
  assert_fails (nowhere, "x", NULL, TL_STORAGE_ERROR_IO, "its folder does not exist");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  if (geteuid () == 0)
    {
      g_test_skip ("nothing is read-only for the superuser");
      return;
    }
  assert_replaced (fixture->file, "old");
  g_assert_cmpint (chmod (fixture->path, 0444), ==, 0);
  assert_fails (fixture->file, "new", NULL, TL_STORAGE_ERROR_IO, "you may not write there");
  g_assert_cmpint (chmod (fixture->path, 0644), ==, 0);
  g_assert_cmpint (chmod (fixture->folder, 0555), ==, 0);
  assert_fails (fixture->file, "new", NULL, TL_STORAGE_ERROR_IO, "you may not write there");
  g_assert_cmpint (chmod (fixture->folder, 0755), ==, 0);
  assert_holds (fixture->path, "old");
}

/* A limit on the size of files stops writing in the middle, as a full disk does. */
static void
test_no_room (Fixture *fixture, gconstpointer data)
{
  g_autofree char *large = g_strnfill (1000000, 'x');
  struct rlimit before;
  struct rlimit limit;

  assert_replaced (fixture->file, "old");
  getrlimit (RLIMIT_FSIZE, &before);
  limit = before;
  limit.rlim_cur = 100000;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  assert_fails (fixture->file, large, NULL, TL_STORAGE_ERROR_IO, "larger than is allowed");
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  assert_holds (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_full_device (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) full = g_file_new_for_path ("/dev/full");
  g_autoptr (GFile) null = g_file_new_for_path ("/dev/null");

  if (!g_file_query_exists (full, NULL))
    {
      g_test_skip ("there is no /dev/full here");
      return;
    }
  assert_fails (full, "x", NULL, TL_STORAGE_ERROR_IO, "the disk is full");
  assert_replaced (null, "x");
  g_assert_cmpint (g_file_query_file_type (null, G_FILE_QUERY_INFO_NONE, NULL), ==, G_FILE_TYPE_SPECIAL);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/storage/safe-file/new-and-old", test_new_and_old },
    { "/storage/safe-file/old-stays-whole", test_old_stays_whole },
    { "/storage/safe-file/permissions", test_permissions },
    { "/storage/safe-file/link", test_link },
    { "/storage/safe-file/links-in-a-circle", test_links_in_a_circle },
    { "/storage/safe-file/changed", test_changed },
    { "/storage/safe-file/etag-of-opening", test_etag_of_opening },
    { "/storage/safe-file/too-long", test_too_long },
    { "/storage/safe-file/folders", test_folders },
    { "/storage/safe-file/read-only", test_read_only },
    { "/storage/safe-file/no-room", test_no_room },
    { "/storage/safe-file/full-device", test_full_device },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
