/* A step typed in one line: its name and its times. */
#include <math.h>

#include "study/step-line.h"

static void
check (const char *line, const char *name, double work, double wait)
{
  double actual_work, actual_wait;
  g_autofree char *actual = tl_step_line_parse (line, &actual_work, &actual_wait);

  g_assert_cmpstr (actual, ==, name);
  if (isnan (work))
    g_assert_true (isnan (actual_work));
  else
    g_assert_cmpfloat (actual_work, ==, work);
  if (isnan (wait))
    g_assert_true (isnan (actual_wait));
  else
    g_assert_cmpfloat (actual_wait, ==, wait);
}

static void
test_times (void)
{
  check ("Check the form 6m 2d", "Check the form", 6, 2880);
  check ("Check the form 6m", "Check the form", 6, NAN);
  check ("  Check  6min   1.5h ", "Check", 6, 90);
  check ("Visit 1h 30m", "Visit", 90, NAN);
  check ("Visit 1h 30m 2d", "Visit", 90, 2880);
  check ("Visit 10m 2d 4h", "Visit", 10, 2880 + 240);
  check ("Visit 1h, 30m", "Visit", 60, 30);
  check ("Visit 1h / 30m", "Visit", 60, 30);
  check ("Wait for parts 0m 1w", "Wait for parts", 0, 10080);
}

static void
test_names (void)
{
  check ("Check the form", "Check the form", NAN, NAN);
  check ("Fill in form 12", "Fill in form 12", NAN, NAN);
  check ("Print in 3D", "Print in 3D", NAN, NAN);
  check ("Sort by 5s", "Sort by 5s", NAN, NAN);
  check ("Take 40%", "Take 40%", NAN, NAN);
  check ("6m", "6m", NAN, NAN);
  check ("The 2nd visit", "The 2nd visit", NAN, NAN);
  check ("1h visit", "1h visit", NAN, NAN);
  check ("A 1m 2m 3m", "A 1m", 2, 3);
  check ("", "", NAN, NAN);
  check ("Pr\xc3\xbc"
         "fen 6m",
         "Pr\xc3\xbc"
         "fen",
         6, NAN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/study/step-line/times", test_times);
  g_test_add_func ("/study/step-line/names", test_names);
  return g_test_run ();
}
