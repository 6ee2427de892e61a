/* A quantity typed behind words: the share of a connector, how often a demand comes or is caused. */
#include <math.h>

#include "study/line-end.h"

static void
check (char *words, double number, const char *expected, double expected_number)
{
  g_assert_cmpstr (words, ==, expected);
  if (isnan (expected_number))
    g_assert_true (isnan (number));
  else
    g_assert_cmpfloat_with_epsilon (number, expected_number, 1e-9);
  g_free (words);
}

static void
share (const char *line, const char *words, double expected)
{
  double number;
  char *actual = tl_line_end_share (line, &number);

  check (actual, number, words, expected);
}

static void
test_share (void)
{
  share ("yes", "yes", NAN);
  share ("yes 40%", "yes", 0.4);
  share (" yes,  40 % ", "yes", 0.4);
  share ("yes · 40\302\240%", "yes", 0.4);
  share ("yes 2/5", "yes", 0.4);
  share ("no, can wait 1 in 4", "no, can wait", 0.25);
  share ("yes 0.4", "yes", 0.4);
  share ("40%", "", 0.4);
  share ("2/5", "", 0.4);
  share ("1 in 5", "", 0.2);
  share ("40", "", 0.4);
  share ("", "", NAN);
  share ("Part 1/2 40%", "Part 1/2", 0.4);
  /* Names that end in a number, and what no share can be. */
  share ("Form 12", "Form 12", NAN);
  share ("open 24/7", "open 24/7", NAN);
  share ("yes 140%", "yes 140%", NAN);
  share ("yes40%", "yes40%", NAN);
}

static void
rate (const char *line, const char *name, double expected)
{
  double number;
  char *actual = tl_line_end_rate (line, &number);

  check (actual, number, name, expected);
}

static void
test_rate (void)
{
  rate ("Where is my engineer? 20%", "Where is my engineer?", 0.2);
  rate ("Where is my engineer? 1 in 5", "Where is my engineer?", 0.2);
  rate ("Where is my engineer, 0.2", "Where is my engineer", 0.2);
  rate ("Where is my engineer 1/5", "Where is my engineer", 0.2);
  rate ("Where is my engineer? 150 %", "Where is my engineer?", 1.5);
  rate ("Where is my engineer?", "Where is my engineer?", NAN);
  rate ("Where is form 12", "Where is form 12", NAN);
  rate ("20%", "20%", NAN);
}

static void
frequency (const char *line, TlPeriod period, const char *name, double expected)
{
  double number;
  char *actual = tl_line_end_frequency (line, period, &number);

  check (actual, number, name, expected);
}

static void
test_frequency (void)
{
  frequency ("My boiler is broken, 120", TL_PERIOD_WEEK, "My boiler is broken", 120);
  frequency ("My boiler is broken, 1,200", TL_PERIOD_WEEK, "My boiler is broken", 1200);
  frequency ("My boiler is broken 120 a week", TL_PERIOD_WEEK, "My boiler is broken", 120);
  frequency ("My boiler is broken 120/week", TL_PERIOD_WEEK, "My boiler is broken", 120);
  frequency ("My boiler is broken, 120 per day", TL_PERIOD_WEEK, "My boiler is broken", 840);
  frequency ("My boiler is broken 70 Each Week", TL_PERIOD_DAY, "My boiler is broken", 10);
  frequency ("Where is it? 40", TL_PERIOD_MONTH, "Where is it?", 40);
  /* A number behind words alone is a part of them. */
  frequency ("Form 12", TL_PERIOD_WEEK, "Form 12", NAN);
  frequency ("My boiler is broken 120", TL_PERIOD_WEEK, "My boiler is broken 120", NAN);
  frequency ("One week", TL_PERIOD_WEEK, "One week", NAN);
  frequency ("120 a week", TL_PERIOD_WEEK, "120 a week", NAN);
  frequency (" ", TL_PERIOD_WEEK, "", NAN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/line-end/share", test_share);
  g_test_add_func ("/line-end/rate", test_rate);
  g_test_add_func ("/line-end/frequency", test_frequency);
  return g_test_run ();
}
