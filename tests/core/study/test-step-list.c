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
      if (step->notes)
        g_string_append_printf (said, " (%s)", step->notes);
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
  check ("Call\tClerk\nCheck\tClerk", "Call by Clerk; Check by Clerk");
  check ("\t\t\nCall\t", "Call");
}

/* As word processors copy numbers and bullets, and items below others. */
static void
test_word_processor (void)
{
  check ("1.\tTake call\n2.\tLog it\n3.\tVisit", "Take call; Log it; Visit");
  check ("\xe2\x80\xa2\tTake call\n\to\tAsk the name 2m\n\t\t\xef\x82\xa7\tAnd the street\n-\tVisit",
         "Take call; Ask the name 2; And the street; Visit");
  check ("a)\tCall\n(1)\tCheck\n\t(iv) Fix\nb.\tVisit\n1.2\tClose\n1.2.3. Bill",
         "Call; Check; Fix; Visit; Close; Bill");
  check ("1\tCall\tClerk\n2\tVisit\tTrades\t70", "Call by Clerk; Visit 70 by Trades");
  check ("1.\t\n2.\tCall", "Call");
  /* These are no markers. */
  check ("A. Smith signs\n1.5 h later\n(urgent) Call\no dear", "A. Smith signs; 1.5 h later; (urgent) Call; o dear");
}

static void
test_no_word_is_lost (void)
{
  check ("Take call\tAdviser\tby phone\nVisit and fix\tTrades\t70",
         "Take call by Adviser (by phone); Visit and fix 70 by Trades");
  check ("Call\tClerk\n\nA -> B -> C", "Call by Clerk; A; B; C");
  check ("A > B\tClerk\t1\t2\t3", "A; B 1+2 by Clerk (3)");
  check ("\tCall\n\tVisit\tTrades", "Call; Visit by Trades");
}

/* Passed over only where each of them is known. */
static void
test_headings (void)
{
  check ("Step\tRole\nCall\tClerk", "Call by Clerk");
  check ("Schritt\tWer?\tArbeit (min)\tWartezeit\nAnruf\tBeratung\t6\t1d", "Anruf 6+1440 by Beratung");
  check ("\n No. \tTASK\tTime [min]\n1\tCall\t6", "Call 6");
  check ("Step\tAdviser\nCall\t6", "Step by Adviser; Call 6");
  check ("Step\nRole", "Step; Role");
  check ("Call\t6\nStep\tRole", "Call 6; Step by Role");
}

/* Each column is what its heading says, wherever it stands. */
static void
test_columns (void)
{
  check ("Who\tWait\tWork\tStep\nClerk\t1d\t6\tCall", "Call 6+1440 by Clerk");
  check ("Step\tWork (h)\tWaiting [days]\nCall\t2\t3\nCheck\t5 min\t", "Call 120+4320; Check 5");
  check ("Step\tHours\nCall\t1.5", "Call 90");
  check ("Task\tNotes\tTime\tTime\nCall\t12\t6\t1d", "Call 6+1440 (12)");
  check ("ID\tStep\n7\tCall\nR-12\tCheck", "Call; Check (R-12)");
  /* No word is lost. */
  check ("Step\tDescription\tRole\tTeam\nCall\tby phone\tClerk\tNorth\tmore", "Call by Clerk (by phone\nNorth\nmore)");
  check ("Step\tWork\tRole\nCall\tlong\tClerk\n\t\tlonely", "Call by Clerk (long); lonely");
  check ("Role\tTime\nCall\t6", "Call 6");
}

static void
check_told (const char *text, const char *expected)
{
  g_autofree char *told = tl_step_list_told (text);

  g_assert_cmpstr (told, ==, expected);
}

static void
test_told (void)
{
  check_told ("\nWho\tNo.\tTime\tStep\nClerk\t1\t6\tCall", "Taken by the table’s headings: name, work, role");
  check_told ("Schritt\tBemerkung\tLiegezeit\nA\tb\t1d", "Taken by the table’s headings: name, waiting, notes");
  check_told ("Call\t6\nStep\tRole", NULL);
  check_told ("Role\tTime\nCall\t6", NULL);
  check_told ("", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/study/step-list/lines", test_lines);
  g_test_add_func ("/study/step-list/table", test_table);
  g_test_add_func ("/study/step-list/word-processor", test_word_processor);
  g_test_add_func ("/study/step-list/no-word-is-lost", test_no_word_is_lost);
  g_test_add_func ("/study/step-list/headings", test_headings);
  g_test_add_func ("/study/step-list/columns", test_columns);
  g_test_add_func ("/study/step-list/told", test_told);
  return g_test_run ();
}
