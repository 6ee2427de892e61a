/* The steps that a pasted text lists, with their times and roles. */
#include <math.h>

#include "study/step-list.h"

static void
check (const char *text, const char *expected)
{
  g_autoptr (GPtrArray) steps = tl_step_list_parse (text);
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const TlListedStep *step = g_ptr_array_index (steps, i);

      g_string_append_printf (said, "%s%s", i ? "; " : "", step->name);
      if (!isnan (step->work))
        g_string_append_printf (said, " %g", step->work);
      if (!isnan (step->wait))
        g_string_append_printf (said, "+%g", step->wait);
      if (step->role)
        g_string_append_printf (said, " by %s", step->role);
    }
  g_assert_cmpstr (said->str, ==, expected);
}

static void
test_lines (void)
{
  check ("1. Call 6m\n2. Check 10m 1d\n\n- Visit", "Call 6; Check 10+1440; Visit");
  check ("Call > Check -> Visit \xe2\x86\x92 Close", "Call; Check; Visit; Close");
  check ("", "");
}

static void
test_table (void)
{
  check ("Call\t6\t\tClerk\nCheck\t10m\t1d\nVisit\tTrades\t1h", "Call 6 by Clerk; Check 10+1440; Visit 60 by Trades");
  check ("Step\tWork\tWait\tWho\r\nCall\t6\t1d\tClerk\r\n", "Call 6+1440 by Clerk");
  /* Without any time nothing says that the first row is a heading. */
  check ("Call\tClerk\nCheck\tClerk", "Call by Clerk; Check by Clerk");
  check ("\t\t\nCall\t", "Call");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/study/step-list/lines", test_lines);
  g_test_add_func ("/study/step-list/table", test_table);
  return g_test_run ();
}
