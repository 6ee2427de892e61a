/* test-import-command.c: "throughline import". */
#include <gio/gio.h>
#include <string.h>

#include "program.h"
#include "storage/study-file.h"

static char *
write_table (const char *folder, const char *text)
{
  char *path = g_build_filename (folder, "log.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static TlOpened *
open_study (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  TlOpened *opened = tl_study_open (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return opened;
}

static void
test_import (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *table = write_table (folder, "opened,type\n2026-01-05,Chaser\n2026-01-06,Repair\n");
  g_autofree char *out = g_build_filename (folder, "log.throughline", NULL);
  g_autoptr (Answer) answer
      = program_ask ("import", table, "-o", out, "--map", "when=opened,demand=type", "--title", "Repairs", NULL);
  g_autoptr (Answer) valid = NULL;
  g_autoptr (TlOpened) opened = NULL;

  g_assert_cmpstr (answer->err, ==, "");
  g_assert_cmpint (answer->exit, ==, 0);
  g_assert_cmpstr (answer->out, ==, "2 contacts, 2 demand types\n");
  valid = program_ask ("validate", out, NULL);
  g_assert_cmpint (valid->exit, ==, 0);
  opened = open_study (out);
  g_assert_cmpstr (opened->study->title, ==, "Repairs");
  g_assert_cmpuint (opened->study->contacts->len, ==, 2);
}

/* What "contacts" writes, "import" reads, and "contacts" writes again. */
static void
test_there_and_back (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *table = write_table (
      folder, "when,words,demand,kind,minutes,channel,place,thread,listener,second-opinion\r\n"
              "2026-01-05T09:30,\"He said \"\"no\"\",\n twice \",Chaser,failure,2.5,phone,,Need 1,,value\r\n"
              "last Tuesday,'=1+1,Repair,,,,,,,\r\n");
  g_autofree char *out = g_build_filename (folder, "log.throughline", NULL);
  g_autofree char *written = NULL;
  g_autoptr (Answer) answer = program_ask ("import", table, "-o", out, NULL);
  g_autoptr (Answer) back = NULL, shared = NULL;

  g_assert_cmpstr (answer->err, ==, "");
  g_file_get_contents (table, &written, NULL, NULL);
  back = program_ask ("contacts", out, NULL);
  g_assert_cmpstr (back->out, ==, written);
  shared = program_ask ("contacts", out, "--without-words", NULL);
  g_assert_null (strstr (shared->out, "He said"));
  g_assert_nonnull (strstr (shared->out, "2026-01-05T09:30,Chaser,failure"));
}

static void
test_rows_that_cannot_be_read (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *table = write_table (folder, "when,words\n2026-01-05,a\nsoon,b\n2026-01-07\n");
  g_autofree char *out = g_build_filename (folder, "log.throughline", NULL);
  g_autofree char *third = g_strdup_printf ("throughline: %s:3: “soon” is no date\n", table);
  g_autofree char *fourth = g_strdup_printf ("throughline: %s:4: ", table);
  g_autoptr (Answer) answer = program_ask ("import", table, "-o", out, NULL);

  g_assert_cmpint (answer->exit, ==, 1);
  g_assert_cmpstr (answer->out, ==, "1 contact, 0 demand types\n");
  assert_says (answer->err, third);
  assert_says (answer->err, fourth);
  assert_says (answer->err, "2 of 3 rows could not be read");
}

static void
test_nothing_is_overwritten (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *table = write_table (folder, "when\n2026-01-05\n");
  g_autofree char *out = program_study (folder, "old.throughline", "");
  g_autoptr (Answer) answer = program_ask ("import", table, "-o", out, NULL);
  g_autoptr (TlOpened) opened = open_study (out);

  g_assert_cmpint (answer->exit, ==, 1);
  assert_says (answer->err, "already");
  g_assert_cmpstr (opened->study->title, ==, "Test");
}

/* Dates that could be either way round are asked for, not guessed. */
static void
test_ambiguous_dates (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *table = write_table (folder, "when\n1/2/2026\n");
  g_autofree char *out = g_build_filename (folder, "log.throughline", NULL);
  g_autoptr (Answer) asked = program_ask ("import", table, "-o", out, NULL);
  g_autoptr (Answer) told = program_ask ("import", table, "-o", out, "--dates=month-first", NULL);
  g_autofree char *text = NULL;

  g_assert_cmpint (asked->exit, ==, 1);
  assert_says (asked->err, "say which is right");
  g_assert_cmpint (told->exit, ==, 0);
  g_assert_true (g_file_get_contents (out, &text, NULL, NULL));
  assert_says (text, "when=\"2026-01-02\"");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/import-command/import", test_import);
  g_test_add_func ("/import-command/there-and-back", test_there_and_back);
  g_test_add_func ("/import-command/unreadable-rows", test_rows_that_cannot_be_read);
  g_test_add_func ("/import-command/nothing-is-overwritten", test_nothing_is_overwritten);
  g_test_add_func ("/import-command/ambiguous-dates", test_ambiguous_dates);
  return g_test_run ();
}
