/* test-compare-command.c: "throughline compare" and "export --view compare". */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "program.h"

/* 100 requests a week: 30 minutes of value and a check of 12; the redesign has no check. */
static char *
write_study (const char *folder)
{
  return program_study (
      folder, "two.throughline",
      "<roles><role id=\"r1\" name=\"Team\" people=\"2\" hours=\"40\"/></roles>\n"
      "<demands><demand id=\"d1\" name=\"Please\" kind=\"value\" frequency=\"100\"/></demands>\n"
      "<flow id=\"f1\" name=\"As it is\">\n"
      "<step id=\"s1\" name=\"Do\" class=\"value\" role=\"r1\" work-minutes=\"30\"/>\n"
      "<step id=\"s2\" name=\"Check\" class=\"waste\" role=\"r1\" work-minutes=\"12\" wait-minutes=\"1440\"/>\n"
      "<connector id=\"c1\" from=\"s1\" to=\"s2\"/><entry demand=\"d1\" step=\"s1\"/></flow>\n"
      "<flow id=\"f2\" name=\"Trusted\" based-on=\"f1\" serves=\"Done while they wait\">\n"
      "<step id=\"s3\" name=\"Do it with them\" class=\"value\" role=\"r1\" work-minutes=\"30\" copied-from=\"s1\"/>\n"
      "<entry demand=\"d1\" step=\"s3\"/></flow>\n");
}

static void
assert_pair (JsonObject *of, const char *name, double before, double after)
{
  JsonObject *pair = json_object_get_object_member (of, name);

  g_assert_nonnull (pair);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (pair, "before"), before, 1e-9);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (pair, "after"), after, 1e-9);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (pair, "difference"), after - before, 1e-9);
}

static void
test_text (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *path = write_study (folder);
  g_autoptr (Answer) answer = program_ask ("compare", path, NULL);

  g_assert_cmpint (answer->exit, ==, 0);
  g_assert_cmpstr (answer->err, ==, "");
  assert_says (answer->out, "“Trusted” frees 20 of 70\302\240h a week; there is no failure demand");
  assert_says (answer->out, "Done while they wait");
  assert_says (answer->out, "Gone: “Check”");
  assert_says (answer->out, "“Do it with them”: was “Do”");
}

static void
test_json (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *path = write_study (folder);
  g_autoptr (Answer) answer = program_ask ("compare", path, "--json", NULL);
  g_autoptr (JsonNode) root = json_from_string (answer->out, NULL);
  JsonObject *object;
  JsonArray *differences;

  g_assert_cmpint (answer->exit, ==, 0);
  object = json_node_get_object (root);
  g_assert_cmpstr (json_object_get_string_member (object, "before"), ==, "f1");
  g_assert_cmpstr (json_object_get_string_member (object, "after"), ==, "f2");
  g_assert_cmpstr (json_object_get_string_member (object, "serves"), ==, "Done while they wait");
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (object, "freed"), 20, 1e-9);
  assert_pair (json_object_get_object_member (object, "hours"), "value", 50, 50);
  assert_pair (json_object_get_object_member (object, "hours"), "waste", 20, 0);
  assert_pair (json_object_get_object_member (object, "hours"), "used", 70, 50);
  assert_pair (json_object_get_object_member (object, "hours"), "spare", 10, 30);
  assert_pair (json_object_get_object_member (object, "contacts"), "contacts", 100, 100);
  assert_pair (json_object_get_object_member (object, "arrivals"), "d1", 100, 100);
  assert_pair (json_object_get_object_member (object, "minutes"), "d1", 42 + 1440, 30);
  assert_pair (json_object_get_object_member (object, "roles"), "r1", 70, 50);
  differences = json_object_get_array_member (object, "differences");
  /* A step called otherwise, a step gone with its connector. */
  g_assert_cmpuint (json_array_get_length (differences), ==, 3);
}

static void
assert_order (const char *path, const char *options[4], const char *before, const char *after)
{
  g_autoptr (Answer) answer
      = program_ask ("compare", path, "--json", options[0], options[1], options[2], options[3], NULL);
  g_autoptr (JsonNode) root = json_from_string (answer->out, NULL);
  JsonObject *object = json_node_get_object (root);

  g_assert_cmpstr (json_object_get_string_member (object, "before"), ==, before);
  g_assert_cmpstr (json_object_get_string_member (object, "after"), ==, after);
}

static void
test_which (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *path = write_study (folder);

  assert_order (path, (const char *[]){ "--flow", "f1", NULL, NULL }, "f1", "f2");
  assert_order (path, (const char *[]){ "--flow", "f2", NULL, NULL }, "f1", "f2");
  assert_order (path, (const char *[]){ "--with", "f1", NULL, NULL }, "f2", "f1");
  assert_order (path, (const char *[]){ "--flow", "f2", "--with", "f1" }, "f2", "f1");
}

static void
test_refusals (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *path = write_study (folder);
  g_autofree char *one = program_sample ();
  g_autoptr (Answer) single = program_ask ("compare", one, NULL);
  g_autoptr (Answer) itself = program_ask ("compare", path, "--flow", "f2", "--with", "f2", NULL);
  g_autoptr (Answer) unknown = program_ask ("compare", path, "--with", "f9", NULL);
  g_autoptr (Answer) elsewhere = program_ask ("export", path, "--view", "clock", "--with", "f2", "-o", "x.png", NULL);

  g_assert_cmpint (single->exit, ==, 1);
  assert_says (single->err, "no two flows");
  g_assert_cmpint (itself->exit, ==, 1);
  assert_says (itself->err, "compared with itself");
  g_assert_cmpint (unknown->exit, ==, 1);
  assert_says (unknown->err, "no flow “f9”");
  g_assert_cmpint (elsewhere->exit, ==, 2);
  assert_says (elsewhere->err, "--view compare");
}

static void
test_export (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *path = write_study (folder);
  g_autofree char *csv = g_build_filename (folder, "two.csv", NULL);
  g_autofree char *svg = g_build_filename (folder, "two.svg", NULL);
  g_autofree char *text = NULL;
  g_autoptr (Answer) numbers = program_ask ("export", path, "--view", "compare", "-o", csv, NULL);
  g_autoptr (Answer) drawing
      = program_ask ("export", path, "--view", "compare", "--flow", "f1", "--with", "f2", "-o", svg, NULL);

  g_assert_cmpint (numbers->exit, ==, 0);
  g_assert_cmpint (drawing->exit, ==, 0);
  g_assert_true (g_file_get_contents (csv, &text, NULL, NULL));
  assert_says (text, "measure,of,unit,f1,f2,difference\r\n");
  assert_says (text, "waste,,hours per week,20,0,-20\r\n");
  assert_says (text, "customer's time,d1,minutes,1482,30,-1452\r\n");
  g_assert_true (g_file_test (svg, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/compare/text", test_text);
  g_test_add_func ("/compare/json", test_json);
  g_test_add_func ("/compare/which", test_which);
  g_test_add_func ("/compare/refusals", test_refusals);
  g_test_add_func ("/compare/export", test_export);
  return g_test_run ();
}
