#include "study/step-names.h"

static void
assert_names (const char *text, const char *expected)
{
  g_autoptr (GPtrArray) names = tl_step_names_parse (text);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (joined, "%s%s", i ? "|" : "", (char *) g_ptr_array_index (names, i));
  g_assert_cmpstr (joined->str, ==, expected);
}

static void
test_lines (void)
{
  assert_names ("Call\nCheck\r\nVisit and fix\n", "Call|Check|Visit and fix");
  assert_names ("  Call  \n\n \t\n Check", "Call|Check");
  assert_names ("", "");
  assert_names (" \n\n", "");
}

static void
test_arrows (void)
{
  assert_names ("Call > Check > Visit", "Call|Check|Visit");
  assert_names ("Call->Check->Visit", "Call|Check|Visit");
  assert_names ("Call>Check>Visit", "Call|Check|Visit");
  assert_names ("Call→Check> Visit", "Call|Check|Visit");
  assert_names ("Call → Check ⇒ Visit => Close", "Call|Check|Visit|Close");
  assert_names ("> Call > > Check >", "Call|Check");
}

/* An arrow inside a name does not part it where others, with a space on both sides, do. */
static void
test_arrows_in_names (void)
{
  assert_names ("Age >18 > Check", "Age >18|Check");
  assert_names ("Age >18 → Check -> Front->back", "Age >18|Check|Front->back");
  assert_names ("Age >18", "Age >18");
  assert_names ("Age>18", "Age>18");
  assert_names ("Age >= 18 > Check", "Age >= 18|Check");
  assert_names ("Age\302\240>\302\240Check>18", "Age|Check>18");
  assert_names ("Value >limit", "Value >limit");
  assert_names ("Call > Check\nAge >18\nA>B", "Call|Check|Age >18|A|B");
  /* A line that begins with one is quoted, unless it says "more than". */
  assert_names ("> 5 days > Remind", "> 5 days|Remind");
  assert_names (">5 days", ">5 days");
  assert_names (">Call\n> Check", "Call|Check");
}

static void
test_chain (void)
{
  g_assert_true (tl_step_names_are_chain ("Call > Check"));
  g_assert_true (tl_step_names_are_chain ("Age >18 \xe2\x86\x92 Check -> Visit"));
  g_assert_false (tl_step_names_are_chain ("Call"));
  g_assert_false (tl_step_names_are_chain ("Age >18"));
  g_assert_false (tl_step_names_are_chain ("a->b"));
  g_assert_false (tl_step_names_are_chain (" > 5 days"));
  g_assert_false (tl_step_names_are_chain ("Call > "));
  g_assert_true (tl_step_names_are_chain ("> 5 days > Remind"));
}

static void
test_bullets (void)
{
  assert_names ("- Call\n* Check\n• Visit\n– Close", "Call|Check|Visit|Close");
  assert_names ("1. Call\n2) Check\n10. Visit", "Call|Check|Visit");
  /* These belong to the name. */
  assert_names ("24-hour line\n3 days later\n-5 degrees", "24-hour line|3 days later|-5 degrees");
}

static void
test_bounds (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) names = NULL;

  for (guint i = 0; i < 2 * TL_STEP_NAMES_MOST; i++)
    g_string_append (text, "step\n");
  names = tl_step_names_parse (text->str);
  /* One too many says that there were more. */
  g_assert_cmpuint (names->len, ==, TL_STEP_NAMES_MOST + 1);
  assert_names ("a\xff"
                "b",
                "a\xef\xbf\xbd"
                "b");
}

/* A page that was copied without its line ends becomes a name that can be drawn. */
static void
test_long_name (void)
{
  g_autofree char *longest = g_strnfill (TL_STEP_NAME_LONGEST, 'a');
  g_autofree char *longer = g_strconcat (longest, "é and so on", NULL);
  g_autofree char *cut = g_strconcat (longest, "…", NULL);

  assert_names (longest, longest);
  assert_names (longer, cut);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/step-names/lines", test_lines);
  g_test_add_func ("/step-names/arrows", test_arrows);
  g_test_add_func ("/step-names/arrows-in-names", test_arrows_in_names);
  g_test_add_func ("/step-names/chain", test_chain);
  g_test_add_func ("/step-names/bullets", test_bullets);
  g_test_add_func ("/step-names/bounds", test_bounds);
  g_test_add_func ("/step-names/long-name", test_long_name);
  return g_test_run ();
}
