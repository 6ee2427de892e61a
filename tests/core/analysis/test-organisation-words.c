/* The hint where a purpose reads as the organisation's own: whole words, any case, two languages. */
#include "analysis/organisation-words.h"

#include <string.h>

static GPtrArray *
find (const char *text)
{
  return tl_organisation_words_find (tl_organisation_words_get_default (), text);
}

static void
assert_finds (const char *text, const char *words)
{
  g_autoptr (GPtrArray) hints = find (text);

  for (guint i = 0; i < hints->len; i++)
    {
      const TlWordHint *hint = g_ptr_array_index (hints, i);

      g_assert_cmpuint (hint->end - hint->begin, ==, strlen (hint->words));
      g_assert_true (strncmp (text + hint->begin, hint->words, strlen (hint->words)) == 0);
      g_assert_cmpuint (strlen (hint->reason), >, 20);
      if (g_str_equal (hint->words, words))
        return;
    }
  g_error ("“%s” is not found in “%s”", words, text);
}

static void
assert_silent (const char *text)
{
  g_autoptr (GPtrArray) hints = find (text);

  if (hints->len > 0)
    g_error ("“%s” is found in “%s”", ((TlWordHint *) hints->pdata[0])->words, text);
}

/* The words that the design names. */
static void
test_english (void)
{
  assert_finds ("An efficient repairs service", "efficient");
  assert_finds ("EFFICIENCY first", "EFFICIENCY");
  assert_finds ("Services are digital by default", "digital by default");
  assert_finds ("Help us manage demand", "manage demand");
  assert_finds ("Meet our strategic priorities", "strategic priorities");
  assert_finds ("Follow best practice", "best practice");
  assert_finds ("Serve the internal customer", "internal customer");
  assert_finds ("Keep stakeholders happy", "stakeholders");
  assert_finds ("Within the SLA", "SLA");
  assert_finds ("Reach the target.", "target");
}

static void
test_german (void)
{
  assert_finds ("Effiziente Abläufe", "Effiziente");
  assert_finds ("Wir wollen die Nachfrage steuern", "Nachfrage steuern");
  assert_finds ("Unsere strategischen Prioritäten", "strategischen Prioritäten");
  assert_finds ("für interne Kunden", "interne Kunden");
  assert_finds ("Die ZIELVORGABE erreichen", "ZIELVORGABE");
  assert_finds ("Der Nutzen für Stakeholder", "Stakeholder");
  /* The same letter, written as two. */
  assert_finds ("Unsere strategischen Priorita\xcc\x88ten", "strategischen Priorita\xcc\x88ten");
}

/* What customers say. */
static void
test_silent (void)
{
  assert_silent (NULL);
  assert_silent ("");
  assert_silent ("Fix my home, right first time, when it suits me");
  assert_silent ("Repariert meine Wohnung, gleich beim ersten Mal richtig, wann es mir passt");
  assert_silent ("Help me to live the life that I want");
  assert_silent ("Look after my savings");
}

/* "Slant" has SLA in it, "coefficient" has "efficient". */
static void
test_not_within_words (void)
{
  assert_silent ("A slanted coefficient of the retargeted Translation");
}

static void
test_hyphens_and_breaks (void)
{
  assert_finds ("digital-by-default", "digital-by-default");
  assert_finds ("digital\nby  default", "digital\nby  default");
}

/* Each rule once, the longest pattern, in the order of the text. */
static void
test_rules (void)
{
  g_autoptr (TlOrganisationWords) words = tl_organisation_words_new ();
  g_autoptr (GPtrArray) hints = NULL;
  guint n = tl_organisation_words_read (words, "# said of what?\n"
                                               "\n"
                                               "no bar\n"
                                               " , | no pattern\n"
                                               "plan, plan of action | First.\n"
                                               "action*|  Second. \n");

  g_assert_cmpuint (n, ==, 2);
  hints = tl_organisation_words_find (words, "Actions! A PLAN of action, a plan, an action, planned.");
  g_assert_cmpuint (hints->len, ==, 2);
  g_assert_cmpstr (((TlWordHint *) hints->pdata[0])->words, ==, "Actions");
  g_assert_cmpstr (((TlWordHint *) hints->pdata[0])->reason, ==, "Second.");
  g_assert_cmpstr (((TlWordHint *) hints->pdata[1])->words, ==, "PLAN of action");
  g_assert_cmpstr (((TlWordHint *) hints->pdata[1])->reason, ==, "First.");
}

static void
test_broken_text (void)
{
  g_autoptr (TlOrganisationWords) words = tl_organisation_words_new ();
  g_autoptr (GPtrArray) hints = NULL;

  g_assert_cmpuint (tl_organisation_words_read (words, "bad \xff | Bytes."), ==, 0);
  hints = find ("target \xff");
  g_assert_cmpuint (hints->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/organisation-words/english", test_english);
  g_test_add_func ("/organisation-words/german", test_german);
  g_test_add_func ("/organisation-words/silent", test_silent);
  g_test_add_func ("/organisation-words/not-within-words", test_not_within_words);
  g_test_add_func ("/organisation-words/hyphens-and-breaks", test_hyphens_and_breaks);
  g_test_add_func ("/organisation-words/rules", test_rules);
  g_test_add_func ("/organisation-words/broken-text", test_broken_text);
  return g_test_run ();
}
