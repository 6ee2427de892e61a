/* test-commands.c: what the shell is told: help, versions, exit codes, errors. */
#include "throughline-config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "program.h"

static void
test_version (void)
{
  g_autoptr (Answer) answer = program_ask ("--version", NULL);

  g_assert_cmpint (answer->exit, ==, 0);
  g_assert_cmpstr (answer->out, ==, "throughline " TL_VERSION "\n");
  g_assert_cmpstr (answer->err, ==, "");
}

static void
test_help (void)
{
  g_autoptr (Answer) answer = program_ask ("--help", NULL);
  g_autoptr (Answer) brief = program_ask ("-h", NULL);

  g_assert_cmpint (answer->exit, ==, 0);
  g_assert_cmpstr (answer->err, ==, "");
  assert_says (answer->out, "throughline validate FILE");
  assert_says (answer->out, "throughline capacity FILE");
  assert_says (answer->out, "throughline export FILE");
  assert_says (answer->out, "throughline xmr FILE");
  assert_says (answer->out, "--version");
  g_assert_cmpstr (answer->out, ==, brief->out);
}

static void
test_help_of_each_command (void)
{
  static const char *const expected[][5] = {
    { "validate", "throughline validate", "FILE", "--help", NULL },
    { "capacity", "throughline capacity", "--flow=ID", "--json", NULL },
    { "export", "--view=VIEW", "--size=WxH", "--dark", "capacity-by-role" },
    { "xmr", "--measure=ID", "--rules=RULES", "--median", "--screened" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (Answer) answer = program_ask (expected[i][0], "--help", NULL);

      g_assert_cmpint (answer->exit, ==, 0);
      g_assert_cmpstr (answer->err, ==, "");
      for (guint j = 1; j < 5 && expected[i][j]; j++)
        assert_says (answer->out, expected[i][j]);
    }
}

/* Every wrong use ends with 2, says what and where help is, and prints no result. */
static void
test_wrong_use (void)
{
  static const char *const lines[][8] = {
    { "frobnicate" },
    { "--frobnicate" },
    { "validate", "" },
    { "validate" },
    { "validate", "a.throughline", "b.throughline" },
    { "capacity", "--colour", "a.throughline" },
    { "capacity", "a.throughline", "--flow" },
    { "xmr" },
    { "import", "a.csv" },
    { "import", "a.csv", "-o", "a.png" },
    { "import", "a.csv", "-o", "a.throughline", "--map", "when" },
    { "import", "a.csv", "-o", "a.throughline", "--map", "colour=x" },
    { "import", "a.csv", "-o", "a.throughline", "--dates", "year-first" },
    { "import", "a.csv", "-o", "a.throughline", "--delimiter", "ab" },
    { "xmr", "a.throughline", "--rules", "target" },
    { "export", "a.throughline" },
    { "export", "a.throughline", "--view", "capacity" },
    { "export", "a.throughline", "--view", "cake", "-o", "a.png" },
    { "export", "a.throughline", "--view", "capacity", "-o", "a.gif" },
    { "export", "a.throughline", "--view", "flow", "-o", "a.png", "--size=big" },
    { "export", "a.throughline", "--view", "flow", "-o", "a.png", "--size=0x100" },
    { "export", "a.throughline", "--view", "flow", "-o", "a.png", "--size=-5x100" },
    { "export", "a.throughline", "--view", "flow", "-o", "a.png", "--size=99999x100" },
    { "export", "a.throughline", "--view", "flow", "-o", "a.png", "--size=100x100x100" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *line = g_strjoinv (" ", (char **) lines[i]);
      g_autoptr (Answer) answer = program_run (NULL, lines[i]);

      g_test_message ("throughline %s", line);
      g_assert_cmpint (answer->exit, ==, 2);
      g_assert_cmpstr (answer->out, ==, "");
      g_assert_true (g_str_has_prefix (answer->err, "throughline: "));
      assert_says (answer->err, "--help");
      g_assert_false (g_file_test ("a.png", G_FILE_TEST_EXISTS));
    }
}

static void
test_wrong_use_names_the_choices (void)
{
  g_autoptr (Answer) view = program_ask ("export", "a", "--view", "cake", "-o", "a.png", NULL);
  g_autoptr (Answer) format = program_ask ("export", "a", "--view", "flow", "-o", "a.gif", NULL);

  assert_says (view->err, "cake");
  assert_says (view->err, "capacity-by-step");
  assert_says (view->err, "leverage");
  assert_says (format->err, "svg");
}

static void
test_missing_file (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *path = g_build_filename (folder, "gone.throughline", NULL);
  g_autofree char *start = g_strdup_printf ("throughline: %s: ", path);
  static const char *const commands[] = { "validate", "capacity" };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (Answer) answer = program_ask (commands[i], path, NULL);

      g_assert_cmpint (answer->exit, ==, 1);
      g_assert_cmpstr (answer->out, ==, "");
      g_assert_true (g_str_has_prefix (answer->err, start));
    }
}

/* The window says in words that it can't be shown. */
static void
test_window_without_display (void)
{
  g_autofree char *sample = program_sample ();
  g_autoptr (Answer) answer = program_ask (sample, NULL);

  g_assert_cmpint (answer->exit, >, 0);
  g_assert_cmpstr (answer->out, ==, "");
  g_assert_true (g_str_has_prefix (answer->err, "throughline: "));
  assert_says (answer->err, "--help");
  g_assert_null (strstr (answer->err, "WARNING"));
}

/* Returns the number of the lines in @text. */
static guint
count_lines (const char *text)
{
  guint lines = 0;

  for (; *text; text++)
    lines += *text == '\n';
  return lines;
}

static void
test_broken_files_say_the_line (void)
{
  static const char *const insides[] = {
    "<roles>\n<role id=\"r1\" name=\"A\"></roles>\n", /* not XML, line 4 */
    "<roles>\n<role id=\"r1\" name=\"A\" people=\"many\" hours=\"30\"/>\n</roles>\n",
    "<roles>\n<role id=\"r1\" name=\"A\" people=\"-1\" hours=\"30\"/>\n</roles>\n",
    "<flow id=\"f1\" name=\"F\">\n<connector id=\"c1\" from=\"s1\" to=\"s9\"/>\n</flow>\n",
    "<demands>\n<demand id=\"d1\" name=\"A\" kind=\"wish\"/>\n</demands>\n",
  };
  g_autofree char *folder = program_folder ();

  for (guint i = 0; i < G_N_ELEMENTS (insides); i++)
    {
      g_autofree char *path = program_study (folder, "broken.throughline", insides[i]);
      g_autofree char *start = g_strdup_printf ("throughline: %s:4: ", path);
      g_autoptr (Answer) validated = program_ask ("validate", path, NULL);
      g_autoptr (Answer) computed = program_ask ("capacity", path, "--json", NULL);

      g_test_message ("%s%s", insides[i], validated->err);
      g_assert_cmpint (validated->exit, ==, 1);
      g_assert_true (g_str_has_prefix (validated->err, start));
      g_assert_cmpint (computed->exit, ==, 1);
      g_assert_cmpstr (computed->out, ==, "");
      g_assert_cmpstr (computed->err, ==, validated->err);
    }
}

static void
test_all_problems_of_a_file (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *path = program_study (folder, "three.throughline",
                                         "<roles>\n"
                                         "<role id=\"r1\" name=\"A\" people=\"x\"/>\n"
                                         "<role id=\"r1\" name=\"B\" people=\"2\"/>\n"
                                         "<role id=\"r2\" name=\"C\" people=\"nan\"/>\n"
                                         "</roles>\n");
  g_autoptr (Answer) answer = program_ask ("validate", path, NULL);

  g_assert_cmpint (answer->exit, ==, 1);
  g_assert_cmpuint (count_lines (answer->err), ==, 3);
  assert_says (answer->err, ":4: ");
  assert_says (answer->err, ":5: ");
  assert_says (answer->err, ":6: ");
}

static void
test_valid_is_quiet (void)
{
  g_autofree char *sample = program_sample ();
  g_autoptr (Answer) answer = program_ask ("validate", sample, NULL);

  g_assert_cmpint (answer->exit, ==, 0);
  g_assert_cmpstr (answer->out, ==, "");
  g_assert_cmpstr (answer->err, ==, "");
}

static void
test_problems_of_a_flow (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *path
      = program_study (folder, "loop.throughline",
                       "<demands><demand id=\"d1\" name=\"Ask\" kind=\"value\" frequency=\"10\"/></demands>\n"
                       "<flow id=\"f1\" name=\"F\">\n"
                       "<step id=\"s1\" name=\"Ping\" work-minutes=\"6\"/>\n"
                       "<step id=\"s2\" name=\"Pong\" work-minutes=\"6\"/>\n"
                       "<connector id=\"c1\" from=\"s1\" to=\"s2\"/>\n"
                       "<connector id=\"c2\" from=\"s2\" to=\"s1\"/>\n"
                       "<entry demand=\"d1\" step=\"s1\"/>\n"
                       "</flow>\n");
  g_autofree char *start = g_strdup_printf ("%s: ", path);
  g_autoptr (Answer) answer = program_ask ("validate", path, NULL);

  g_assert_cmpint (answer->exit, ==, 1);
  g_assert_cmpuint (count_lines (answer->out), ==, 1);
  g_assert_true (g_str_has_prefix (answer->out, start));
  assert_says (answer->out, "Ping");
  assert_says (answer->out, "Pong");
  g_assert_cmpstr (answer->err, ==, "");
}

static void
test_standard_input (void)
{
  g_autofree char *sample = program_sample ();
  g_autofree char *text = NULL;
  const char *const validate[] = { "validate", "-", NULL };
  g_autoptr (Answer) good = NULL;
  g_autoptr (Answer) bad = program_run ("<study", validate);

  g_assert_true (g_file_get_contents (sample, &text, NULL, NULL));
  good = program_run (text, validate);
  g_assert_cmpint (good->exit, ==, 0);
  g_assert_cmpint (bad->exit, ==, 1);
  g_assert_true (g_str_has_prefix (bad->err, "throughline: -:1: "));
}

/* A file may have any name: one that looks like an option comes after "--". */
static void
test_names_of_files (void)
{
  static const char *const names[]
      = { "a b.throughline", "Größe → 大.throughline", "100%s.throughline", "-x.throughline" };
  g_autofree char *folder = program_folder ();
  g_autofree char *here = g_get_current_dir ();

  g_assert_cmpint (g_chdir (folder), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = program_study (".", names[i], "");
      g_autoptr (Answer) good = program_ask ("validate", "--", names[i], NULL);
      g_autoptr (Answer) bad = NULL;

      g_assert_cmpint (good->exit, ==, 0);
      g_assert_true (g_file_set_contents (path, "?", -1, NULL));
      bad = program_ask ("validate", "--", names[i], NULL);
      assert_says (bad->err, names[i]);
    }
  g_assert_cmpint (g_chdir (here), ==, 0);
}

/* Words of the organisation's own are no problem, but something to think about. */
static void
test_validate_advises (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *path = program_study (
      folder, "a.throughline",
      "<purpose><statement>An efficient service</statement><matter id=\"m1\">Meet the SLA</matter></purpose>");
  g_autoptr (Answer) answer = program_ask ("validate", path, NULL);

  g_assert_cmpint (answer->exit, ==, 0);
  g_assert_cmpstr (answer->err, ==, "");
  assert_says (answer->out, "Advice: would a customer say “efficient”? ");
  assert_says (answer->out, "Advice: would a customer say “SLA”? ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/commands/version", test_version);
  g_test_add_func ("/commands/help", test_help);
  g_test_add_func ("/commands/help-of-each", test_help_of_each_command);
  g_test_add_func ("/commands/wrong-use", test_wrong_use);
  g_test_add_func ("/commands/wrong-use-names-the-choices", test_wrong_use_names_the_choices);
  g_test_add_func ("/commands/missing-file", test_missing_file);
  g_test_add_func ("/commands/window-without-display", test_window_without_display);
  g_test_add_func ("/commands/broken-files-say-the-line", test_broken_files_say_the_line);
  g_test_add_func ("/commands/all-problems-of-a-file", test_all_problems_of_a_file);
  g_test_add_func ("/commands/valid-is-quiet", test_valid_is_quiet);
  g_test_add_func ("/commands/problems-of-a-flow", test_problems_of_a_flow);
  g_test_add_func ("/commands/standard-input", test_standard_input);
  g_test_add_func ("/commands/names-of-files", test_names_of_files);
  g_test_add_func ("/commands/validate-advises", test_validate_advises);
  return g_test_run ();
}
