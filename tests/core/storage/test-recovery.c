/* What was not saved when the program died is found again; what a living program holds is left alone. */
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "storage/recovery.h"
#include "storage-testing.h"

typedef struct
{
  GFile *folder;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_dir_make_tmp ("throughline-XXXXXX", NULL);
  g_autoptr (GFile) root = g_file_new_for_path (path);

  self->folder = g_file_get_child (root, "recovery");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->folder);
}

static GBytes *
text_bytes (const char *text)
{
  return g_bytes_new_static (text, strlen (text));
}

static void
keep (TlRecovery *recovery, const char *text, const char *origin)
{
  g_autoptr (GBytes) bytes = text_bytes (text);
  g_autoptr (GFile) file = origin ? g_file_new_for_path (origin) : NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_recovery_keep (recovery, bytes, file, origin ? "etag 1" : NULL, &error));
  g_assert_no_error (error);
}

static void
assert_content (TlRecovered *recovered, const char *text)
{
  g_autoptr (GBytes) bytes = g_file_load_bytes (recovered->content, NULL, NULL, NULL);

  g_assert_nonnull (bytes);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
}

static void
test_nothing (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) found = tl_recovery_find (self->folder);
  g_autoptr (TlRecovery) recovery = tl_recovery_new (self->folder);

  g_assert_cmpuint (found->len, ==, 0);
  tl_recovery_forget (recovery);
}

/* The child is killed, as by a machine that loses its power. */
static void
test_killed (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) again = NULL;
  TlRecovered *recovered;
  int ready[2];
  char byte;
  pid_t child;

  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  if (child == 0)
    {
      TlRecovery *recovery = tl_recovery_new (self->folder);

      keep (recovery, "first", "/tmp/repairs.throughline");
      keep (recovery, "second", "/tmp/repairs.throughline");
      if (write (ready[1], "x", 1) == 1)
        pause ();
      _exit (1);
    }
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  /* It lives: what it holds is its own. */
  found = tl_recovery_find (self->folder);
  g_assert_cmpuint (found->len, ==, 0);
  g_ptr_array_unref (found);
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);

  found = tl_recovery_find (self->folder);
  g_assert_cmpuint (found->len, ==, 1);
  recovered = g_ptr_array_index (found, 0);
  assert_content (recovered, "second");
  g_assert_cmpstr (g_file_peek_path (recovered->origin), ==, "/tmp/repairs.throughline");
  g_assert_cmpstr (recovered->etag, ==, "etag 1");
  /* Found once, it is held by who found it. */
  again = tl_recovery_find (self->folder);
  g_assert_cmpuint (again->len, ==, 0);
  tl_recovered_forget (recovered);
  g_clear_pointer (&found, g_ptr_array_unref);
  found = tl_recovery_find (self->folder);
  g_assert_cmpuint (found->len, ==, 0);
}

static void
test_forget (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  TlRecovery *recovery = tl_recovery_new (self->folder);

  keep (recovery, "saved", NULL);
  tl_recovery_forget (recovery);
  tl_recovery_free (recovery);
  found = tl_recovery_find (self->folder);
  g_assert_cmpuint (found->len, ==, 0);
}

/* What is only put aside is found again. */
static void
test_without_origin (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  TlRecovery *recovery = tl_recovery_new (self->folder);

  keep (recovery, "new", NULL);
  tl_recovery_free (recovery);
  found = tl_recovery_find (self->folder);
  g_assert_cmpuint (found->len, ==, 1);
  assert_content (g_ptr_array_index (found, 0), "new");
  g_assert_null (((TlRecovered *) g_ptr_array_index (found, 0))->origin);
  g_assert_null (((TlRecovered *) g_ptr_array_index (found, 0))->etag);
}

static void
test_no_folder (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) impossible = g_file_new_for_path ("/dev/null/recovery");
  g_autoptr (TlRecovery) recovery = tl_recovery_new (impossible);
  g_autoptr (GBytes) bytes = text_bytes ("x");
  g_autoptr (GError) error = NULL;

  g_assert_false (tl_recovery_keep (recovery, bytes, NULL, NULL, &error));
  g_assert_nonnull (error);
}

#define ADD(name, function) g_test_add ("/storage/recovery/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("nothing", test_nothing);
  ADD ("killed", test_killed);
  ADD ("forget", test_forget);
  ADD ("without-origin", test_without_origin);
  ADD ("no-folder", test_no_folder);
  return g_test_run ();
}
