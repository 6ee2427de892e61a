/* test-xmr-command.c: "throughline xmr", as text and as JSON. */
#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "program.h"

/* Wheeler, Making Sense of Data, p. 382: mean 4135.50, mean range 355.93, limits 5082.28 and
 * 3188.72, range limit 1163.19, point 16 outside on both charts. */
static const double verify[]
    = { 5045, 4350, 4350, 3975, 4290, 4430, 4485, 4285, 3980, 3925, 3645, 3760, 3300, 3685, 3463, 5200 };

static char *
write_study (const char *folder, const char *changes)
{
  g_autoptr (GString) inside = g_string_new ("<measures>"
                                             "<measure id=\"x1\" name=\"Days\" unit=\"d\"/>"
                                             "<measure id=\"x2\" name=\"Hours\">");

  for (guint i = 0; i < G_N_ELEMENTS (verify); i++)
    g_string_append_printf (inside, "<point when=\"2026-01-%02u\" value=\"%g\"/>", i + 1, verify[i]);
  g_string_append_printf (inside, "%s</measure></measures>\n", changes);
  return program_study (folder, "measures.throughline", inside->str);
}

static JsonObject *
object_of (JsonNode *root)
{
  g_assert_true (JSON_NODE_HOLDS_OBJECT (root));
  return json_node_get_object (root);
}

static JsonNode *
parse (const Answer *answer)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root;

  g_assert_cmpint (answer->exit, ==, 0);
  g_assert_cmpstr (answer->err, ==, "");
  root = json_from_string (answer->out, &error);
  g_assert_no_error (error);
  return root;
}

static JsonObject *
phase_of (JsonNode *root, guint number)
{
  JsonArray *phases = json_object_get_array_member (object_of (root), "phases");

  g_assert_cmpuint (number, <, json_array_get_length (phases));
  return json_array_get_object_element (phases, number);
}

static void
check_points (JsonNode *root, const char *rule, guint point)
{
  JsonObject *signals = json_object_get_object_member (object_of (root), "signals");
  JsonArray *points;

  g_assert_true (json_object_has_member (signals, rule));
  points = json_object_get_array_member (json_object_get_object_member (signals, rule), "points");
  g_assert_cmpuint (json_array_get_length (points), ==, 1);
  g_assert_cmpint (json_array_get_int_element (points, 0), ==, point);
}

static void
test_json (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *path = write_study (folder, "");
  g_autoptr (Answer) answer = program_ask ("xmr", path, "--measure", "x2", "--json", NULL);
  g_autoptr (JsonNode) root = parse (answer);
  JsonObject *phase = phase_of (root, 0);

  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (phase, "centre"), 4135.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (phase, "upper"), 5082.28, 5e-3);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (phase, "lower"), 3188.72, 5e-3);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (phase, "range_limit"), 1163.19, 5e-3);
  g_assert_false (json_object_get_boolean_member (phase, "trial"));
  check_points (root, "outside", 16);
  check_points (root, "range", 16);
}

static void
test_changes_begin_phases (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *path = write_study (folder, "<change when=\"2026-01-09\" what=\"No more queue\"/>");
  g_autoptr (Answer) answer = program_ask ("xmr", path, "--measure", "x2", "--json", NULL);
  g_autoptr (JsonNode) root = parse (answer);

  g_assert_cmpfloat (json_object_get_double_member (phase_of (root, 0), "last"), ==, 8);
  g_assert_cmpfloat (json_object_get_double_member (phase_of (root, 1), "first"), ==, 9);
  g_assert_true (json_object_get_boolean_member (phase_of (root, 1), "trial"));
}

static void
test_text (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *path = write_study (folder, "");
  g_autoptr (Answer) answer = program_ask ("xmr", path, "--measure=x2", NULL);
  g_autoptr (Answer) nhs = program_ask ("xmr", path, "--measure=x2", "--rules=nhs", NULL);

  g_assert_cmpint (answer->exit, ==, 0);
  assert_says (answer->out, "5082.28");
  assert_says (answer->out, "What happened here?");
  assert_says (answer->out, "16  2026-01-16  5200  outside the limits; a larger jump than the limit");
  assert_says (nhs->out, "Rules: NHS");
  g_assert_null (strstr (nhs->out, "larger jump"));
}

/* A measure keeps by whose rules and from what it is charted; the command line may say otherwise, once. */
static void
test_as_the_measure_says (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *path = program_study (folder, "own.throughline",
                                         "<measures><measure id=\"x1\" rules=\"nelson\" centre=\"median\">"
                                         "<point value=\"1\"/><point value=\"2\"/><point value=\"9\"/>"
                                         "</measure></measures>\n");
  g_autoptr (Answer) own = program_ask ("xmr", path, NULL);
  g_autoptr (Answer) other = program_ask ("xmr", path, "--rules=wheeler", "--mean", NULL);
  g_autoptr (Answer) json = program_ask ("xmr", path, "--json", NULL);
  g_autoptr (Answer) both = program_ask ("xmr", path, "--mean", "--median", NULL);
  g_autoptr (JsonNode) root = parse (json);

  assert_says (own->out, "Rules: Nelson");
  assert_says (own->out, "median");
  assert_says (other->out, "Rules: Wheeler");
  g_assert_null (strstr (other->out, "median"));
  g_assert_cmpstr (json_object_get_string_member (object_of (root), "rules"), ==, "nelson");
  g_assert_cmpstr (json_object_get_string_member (object_of (root), "centre_is"), ==, "median");
  g_assert_cmpfloat (json_object_get_double_member (phase_of (root, 0), "centre"), ==, 2);
  g_assert_cmpint (both->exit, ==, 2);
  assert_says (both->err, "exclude each other");
}

/* What has one value at most is not called predictable. */
static void
test_too_few_values (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *none = program_study (folder, "none.throughline",
                                         "<measures><measure id=\"x1\"><point note=\"no data\"/><point/></measure>"
                                         "</measures>\n");
  g_autofree char *one = program_study (folder, "one.throughline",
                                        "<measures><measure id=\"x1\"><point/><point value=\"7\"/></measure>"
                                        "</measures>\n");
  g_autofree char *two
      = program_study (folder, "two.throughline",
                       "<measures><measure id=\"x1\"><point value=\"6\"/><point value=\"7\"/></measure>"
                       "</measures>\n");
  g_autoptr (Answer) of_none = program_ask ("xmr", none, NULL);
  g_autoptr (Answer) of_one = program_ask ("xmr", one, NULL);
  g_autoptr (Answer) of_two = program_ask ("xmr", two, NULL);

  assert_says (of_none->out, "Too few values yet");
  g_assert_null (strstr (of_none->out, "predictably"));
  assert_says (of_one->out, "Too few values yet");
  g_assert_null (strstr (of_one->out, "predictably"));
  assert_says (of_two->out, "predictably");
}

static void
test_nothing_to_show (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *path = write_study (folder, "");
  g_autofree char *bare = program_study (folder, "bare.throughline", "");
  g_autoptr (Answer) first = program_ask ("xmr", path, NULL);
  g_autoptr (Answer) other = program_ask ("xmr", path, "--measure=x9", NULL);
  g_autoptr (Answer) none = program_ask ("xmr", bare, NULL);

  g_assert_cmpint (first->exit, ==, 0);
  assert_says (first->out, "There are no points yet");
  g_assert_cmpint (other->exit, ==, 1);
  assert_says (other->err, "There is no measure “x9”; there is x1 (Days), x2 (Hours)");
  g_assert_cmpint (none->exit, ==, 1);
  assert_says (none->err, "The study has no measure yet");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/xmr-command/json", test_json);
  g_test_add_func ("/xmr-command/changes-begin-phases", test_changes_begin_phases);
  g_test_add_func ("/xmr-command/text", test_text);
  g_test_add_func ("/xmr-command/as-the-measure-says", test_as_the_measure_says);
  g_test_add_func ("/xmr-command/too-few-values", test_too_few_values);
  g_test_add_func ("/xmr-command/nothing-to-show", test_nothing_to_show);
  return g_test_run ();
}
