/* A file of a newer version is shown as far as it is understood, and not written over. */
#include <string.h>

#include "storage-testing.h"
#include "study/connector.h"
#include "study/flow.h"

static TlOpened *
open_newer (const char *xml)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  TlOpened *opened = tl_study_open_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (opened->newer);
  return opened;
}

static void
test_what_is_understood (void)
{
  g_autofree char *xml = tl_test_data ("newer.throughline");
  g_autoptr (TlOpened) opened = open_newer (xml);
  const TlFlow *flow = g_ptr_array_index (opened->study->flows, 0);
  const TlStep *step = g_ptr_array_index (flow->steps, 0);

  g_assert_cmpstr (opened->study->title, ==, "From the future");
  g_assert_cmpuint (flow->steps->len, ==, 3);
  g_assert_cmpint (step->kind, ==, TL_STEP_WORK); /* "robot" means nothing yet */
  g_assert_cmpint (step->class, ==, TL_CLASS_VALUE);
  g_assert_nonnull (((TlItem *) g_ptr_array_index (flow->steps, 2))->id);
  g_assert_cmpuint (flow->connectors->len, ==, 1); /* the other leads to what is not there */
}

static void
test_same_namespace (void)
{
  g_autoptr (TlOpened) opened
      = open_newer ("<study xmlns='urn:throughline:study:1' version='2.1'><flow id='f1'/></study>");
  g_autofree char *sentence = tl_opened_describe_version (opened);

  g_assert_cmpuint (opened->study->flows->len, ==, 1);
  g_assert_cmpuint (opened->version, ==, 2);
  g_assert_cmpuint (opened->version_line, ==, 1);
  g_assert_nonnull (strstr (sentence, "newer version (2)"));
}

static void
test_minor_version (void)
{
  g_autoptr (TlStudy) study = tl_test_read ("<study xmlns='urn:throughline:study:1' version='1.4'/>");

  g_assert_nonnull (study);
}

static void
test_not_written_over (void)
{
  g_autoptr (TlOpened) newer = open_newer ("<study xmlns='urn:throughline:study:3' version='3'/>");
  TlOpened same = { .newer = FALSE };
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_opened_check_writable (&same, NULL));
  g_assert_false (tl_opened_check_writable (newer, &error));
  g_assert_error (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_READ_ONLY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/storage/newer/what-is-understood", test_what_is_understood);
  g_test_add_func ("/storage/newer/same-namespace", test_same_namespace);
  g_test_add_func ("/storage/newer/minor-version", test_minor_version);
  g_test_add_func ("/storage/newer/not-written-over", test_not_written_over);
  return g_test_run ();
}
