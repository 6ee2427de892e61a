/* The ending of a name that a person gives a file. */
#include "storage/file-name.h"

static void
check (const char *name, const char *other, const char *expected)
{
  g_autofree char *whole = tl_file_name_with_ending (name, ".throughline", other);

  g_assert_cmpstr (whole, ==, expected);
}

static void
test_once (void)
{
  check ("x", NULL, "x.throughline");
  check ("x.throughline", NULL, "x.throughline");
  check ("x.Throughline", ".throughline.gz", "x.Throughline");
  check ("x.throughline.gz", ".throughline.gz", "x.throughline.gz");
  check ("x.gz", ".throughline.gz", "x.gz.throughline");
  check (".throughline", NULL, ".throughline");
  check ("", NULL, ".throughline");
  check ("x.y", NULL, "x.y.throughline");
}

/* Typed with its ending over a stem whose ending stays. */
static void
test_twice (void)
{
  g_autofree char *picture = tl_file_name_with_ending ("x.png.png", ".png", NULL);

  check ("x.throughline.throughline", NULL, "x.throughline");
  check ("x.throughline.THROUGHLINE", ".throughline.gz", "x.throughline");
  check ("x.throughline.gz.throughline", ".throughline.gz", "x.throughline.gz");
  check ("x.throughline.gz.gz", ".throughline.gz", "x.throughline.gz");
  g_assert_cmpstr (picture, ==, "x.png");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/storage/file-name/once", test_once);
  g_test_add_func ("/storage/file-name/twice", test_twice);
  return g_test_run ();
}
