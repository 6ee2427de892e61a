/* test-capacity-command.c: "throughline capacity", as text and as JSON. */
#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "cli/json-text.h"
#include "program.h"

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root = json_from_string (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (root);
  return root;
}

/* Follows a path of member names: "steps.s1.visits". */
static JsonNode *
look_up (JsonNode *root, const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, ".", -1);
  JsonNode *node = root;

  for (guint i = 0; names[i]; i++)
    {
      node = json_object_get_member (json_node_get_object (node), names[i]);
      if (!node)
        g_error ("There is no %s", path);
    }
  return node;
}

static double
number_at (JsonNode *root, const char *path)
{
  return json_node_get_double (look_up (root, path));
}

/* Exact fractions of the worked example, by a calculation of its own. */
static const struct
{
  const char *path;
  double value;
} worked_example[] = {
  { "hours.value", 1235.0 / 3 },
  { "hours.rework", 7085.0 / 72 },
  { "hours.waste", 5525.0 / 108 },
  { "hours.failure", 812479.0 / 6336 },
  { "hours.unclassified", 0 },
  { "hours.used", 13105237.0 / 19008 },
  { "hours.available", 820 },
  { "hours.spare", 2481323.0 / 19008 },
  { "share_of_used.failure", 2437437.0 / 13105237 },
  { "share_of_used.value", 1235.0 / 3 / (13105237.0 / 19008) },
  { "share_of_used.unclassified", 0 },
  { "contacts.total", 207995.0 / 352 },
  { "contacts.failure", 93595.0 / 352 },
  { "contacts.failure_share", 18719.0 / 41599 },
  { "arrivals.d1", 325 },
  { "arrivals.d2", 77995.0 / 352 },
  { "arrivals.d3", 975.0 / 22 },
  { "steps.s1.visits", 2001955.0 / 3168 },
  { "steps.s3.visits", 40625.0 / 88 },
  { "steps.s5.visits", 77995.0 / 352 },
  { "steps.s2.waste", 650.0 / 27 },
  { "steps.s4.waste", 325.0 / 12 },
  { "steps.s5.waste", 0 },
  { "roles.r1", 2867737.0 / 19008 },
  { "roles.r2", 284375.0 / 528 },
  { "minutes.d1.work", 1865.0 / 18 },
  { "minutes.d1.wait", 76000.0 / 3 },
  { "minutes.d2.work", 14 },
  { "minutes.d2.wait", 0 },
  { "right_first_time.d1", 1287.0 / 3125 },
};

static void
test_worked_example (void)
{
  g_autofree char *sample = program_sample ();
  g_autoptr (Answer) answer = program_ask ("capacity", sample, "--json", NULL);
  g_autoptr (JsonNode) root = NULL;

  g_assert_cmpint (answer->exit, ==, 0);
  g_assert_cmpstr (answer->err, ==, "");
  root = parse (answer->out);
  for (guint i = 0; i < G_N_ELEMENTS (worked_example); i++)
    {
      const double found = number_at (root, worked_example[i].path);
      const double expected = worked_example[i].value;

      g_test_message ("%s: %.17g, expected %.17g", worked_example[i].path, found, expected);
      g_assert_cmpfloat_with_epsilon (found, expected, 1e-9 * MAX (fabs (expected), 1e-3));
    }
}

static void
test_shape (void)
{
  static const char *const members[]
      = { "hours",    "share_of_used",         "contacts", "arrivals", "steps", "roles", "minutes", "right_first_time",
          "leverage", "leverage_by_condition", "problems" };
  g_autofree char *sample = program_sample ();
  g_autoptr (Answer) answer = program_ask ("capacity", "--json", sample, NULL);
  g_autoptr (JsonNode) root = parse (answer->out);
  JsonObject *object = json_node_get_object (root);

  g_assert_cmpuint (json_object_get_size (object), ==, G_N_ELEMENTS (members));
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_assert_true (json_object_has_member (object, members[i]));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "problems")), ==, 0);
}

static void
test_leverage_is_ranked (void)
{
  g_autofree char *sample = program_sample ();
  g_autoptr (Answer) answer = program_ask ("capacity", "--json", sample, NULL);
  g_autoptr (JsonNode) root = parse (answer->out);
  JsonArray *causes = json_node_get_array (look_up (root, "leverage"));
  double before = HUGE_VAL;

  /* Two raises, two rework connectors, three waste steps, one failure demand from outside. */
  g_assert_cmpuint (json_array_get_length (causes), >=, 8);
  for (guint i = 0; i < json_array_get_length (causes); i++)
    {
      JsonObject *cause = json_array_get_object_element (causes, i);
      const double hours = json_object_get_double_member (cause, "hours");

      g_assert_nonnull (json_object_get_string_member (cause, "cause"));
      g_assert_nonnull (json_object_get_string_member (cause, "id"));
      g_assert_cmpfloat (hours, <=, before);
      before = hours;
    }
}

/* The sample, with one condition tied to "Check the policy" and one to nothing. */
static char *
sample_with_conditions (void)
{
  g_autofree char *sample = program_sample ();
  g_autofree char *folder = program_folder ();
  char *path = g_build_filename (folder, "conditions.throughline", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) more = NULL;

  g_assert_true (g_file_get_contents (sample, &text, NULL, NULL));
  more = g_string_new (text);
  g_string_replace (more, "</flow>",
                    "</flow><conditions><condition id=\"n1\" name=\"Nobody knows\"/>"
                    "<condition id=\"n2\" name=\"Every job is approved\"><link step=\"s2\"/>"
                    "</condition></conditions>",
                    1);
  g_assert_true (g_file_set_contents (path, more->str, -1, NULL));
  return path;
}

/* By hand: of 8125/22 jobs a week 1/9 more come to "Take the call" (6 minutes) and 10/9 to the
 * check (4 minutes) than without check and rework. One by one, the check's minutes count for those
 * that come back, too. */
static void
test_leverage_by_condition (void)
{
  g_autofree char *path = sample_with_conditions ();
  g_autoptr (Answer) answer = program_ask ("capacity", "--json", path, NULL);
  g_autoptr (Answer) text = program_ask ("capacity", path, NULL);
  g_autoptr (JsonNode) root = parse (answer->out);
  JsonArray *conditions = json_node_get_array (look_up (root, "leverage_by_condition"));
  JsonObject *first = json_array_get_object_element (conditions, 0);
  JsonObject *second = json_array_get_object_element (conditions, 1);

  g_assert_cmpuint (json_array_get_length (conditions), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (first, "id"), ==, "n2");
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (first, "hours"), 8125.0 / 22 * 46 / 540, 1e-9);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (first, "sum_of_causes"), 8125.0 / 22 * 50 / 540, 1e-9);
  g_assert_cmpint (json_object_get_int_member (first, "causes"), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (second, "id"), ==, "n1");
  g_assert_cmpfloat (json_object_get_double_member (second, "hours"), ==, 0);
  assert_says (text->out, "What changing a condition gives back");
  assert_says (text->out, "Every job is approved");
}

/* Numbers for programs have a point, whatever the user's language writes. */
static void
test_json_in_any_locale (void)
{
  g_autofree char *sample = program_sample ();
  g_autoptr (Answer) plain = program_ask ("capacity", "--json", sample, NULL);
  g_autoptr (Answer) german = NULL;
  g_autofree char *before = g_strdup (g_getenv ("LC_ALL"));

  g_setenv ("LC_ALL", "de_DE.UTF-8", TRUE);
  german = program_ask ("capacity", "--json", sample, NULL);
  g_setenv ("LC_ALL", before ? before : "C.UTF-8", TRUE);
  g_assert_cmpstr (plain->out, ==, german->out);
}

static void
test_text (void)
{
  g_autofree char *sample = program_sample ();
  g_autoptr (Answer) answer = program_ask ("capacity", sample, NULL);

  g_assert_cmpint (answer->exit, ==, 0);
  g_assert_cmpstr (answer->err, ==, "");
  assert_says (answer->out, "Housing repairs");
  assert_says (answer->out, "Failure demand consumes");
  g_assert_true (strstr (answer->out, "Failure demand consumes") == g_strrstr (answer->out, "Failure demand consumes"));
  assert_says (answer->out, "411.7");
  assert_says (answer->out, "689.5");
  assert_says (answer->out, "18.6 %");
  assert_says (answer->out, "130.5");
  assert_says (answer->out, "Where is my repair?");
  assert_says (answer->out, "Visit and fix");
  assert_says (answer->out, "Trades");
  assert_says (answer->out, "41.2 %");
}

/* Every row of a table is as wide as its heading, so that columns stand under each other. */
static void
test_columns_stand_under_each_other (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *path = program_study (folder, "wide.throughline",
                                         "<roles><role id=\"r1\" name=\"修理\" people=\"1\" hours=\"10\"/>"
                                         "<role id=\"r2\" name=\"Plumbers\" people=\"1\" hours=\"10\"/></roles>\n"
                                         "<demands/>\n<flow id=\"f1\" name=\"F\"/>\n");
  g_autoptr (Answer) answer = program_ask ("capacity", path, NULL);
  const char *wide = strstr (answer->out, "修理");
  const char *plain = strstr (answer->out, "Plumbers");

  g_assert_nonnull (wide);
  g_assert_nonnull (plain);
  /* Two letters of twice the width take the places of four. */
  g_assert_cmpuint (strcspn (wide + strlen ("修理"), "1"), ==, strcspn (plain, "1") - 4);
}

static void
test_second_flow (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *path
      = program_study (folder, "two.throughline",
                       "<demands><demand id=\"d1\" name=\"Ask\" kind=\"value\" frequency=\"60\"/></demands>\n"
                       "<flow id=\"f1\" name=\"As it is\">\n"
                       "<step id=\"s1\" name=\"Do\" class=\"value\" work-minutes=\"10\"/>\n"
                       "<entry demand=\"d1\" step=\"s1\"/>\n</flow>\n"
                       "<flow id=\"f2\" name=\"Redesign\">\n"
                       "<step id=\"s2\" name=\"Do\" class=\"value\" work-minutes=\"3\"/>\n"
                       "<entry demand=\"d1\" step=\"s2\"/>\n</flow>\n");
  g_autoptr (Answer) first = program_ask ("capacity", path, "--json", NULL);
  g_autoptr (Answer) second = program_ask ("capacity", path, "--json", "--flow", "f2", NULL);
  g_autoptr (Answer) third = program_ask ("capacity", path, "--json", "--flow", "f3", NULL);
  g_autoptr (JsonNode) first_root = parse (first->out);
  g_autoptr (JsonNode) second_root = parse (second->out);

  g_assert_cmpfloat_with_epsilon (number_at (first_root, "hours.value"), 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (number_at (second_root, "hours.value"), 3, 1e-9);
  g_assert_cmpint (third->exit, ==, 1);
  g_assert_cmpstr (third->out, ==, "");
  assert_says (third->err, "f3");
  assert_says (third->err, "f1 (As it is), f2 (Redesign)");
}

/* Nothing to divide by: null, never NaN, which no reader of JSON takes. */
static void
test_empty_study (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *path = program_study (folder, "empty.throughline", "");
  g_autoptr (Answer) json = program_ask ("capacity", path, "--json", NULL);
  g_autoptr (Answer) text = program_ask ("capacity", path, NULL);
  g_autoptr (JsonNode) root = parse (json->out);

  g_assert_cmpint (json->exit, ==, 0);
  g_assert_cmpint (text->exit, ==, 0);
  g_assert_cmpfloat (number_at (root, "hours.used"), ==, 0);
  g_assert_true (JSON_NODE_HOLDS_NULL (look_up (root, "share_of_used.failure")));
  g_assert_true (JSON_NODE_HOLDS_NULL (look_up (root, "contacts.failure_share")));
  g_assert_null (strstr (json->out, "nan"));
}

/* What can be computed is printed, what is wrong is said, and the exit code tells. */
static void
test_problems (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *path
      = program_study (folder, "over.throughline",
                       "<demands><demand id=\"d1\" name=\"Ask\" kind=\"value\" frequency=\"60\"/></demands>\n"
                       "<flow id=\"f1\" name=\"F\">\n"
                       "<step id=\"s1\" name=\"Split\" class=\"value\" work-minutes=\"10\"/>\n"
                       "<step id=\"s2\" name=\"A\" work-minutes=\"1\"/>\n"
                       "<step id=\"s3\" name=\"B\" work-minutes=\"1\"/>\n"
                       "<connector id=\"c1\" from=\"s1\" to=\"s2\" share=\"0.9\"/>\n"
                       "<connector id=\"c2\" from=\"s1\" to=\"s3\" share=\"0.6\"/>\n"
                       "<entry demand=\"d1\" step=\"s1\"/>\n</flow>\n");
  g_autofree char *start = g_strdup_printf ("throughline: %s: ", path);
  g_autoptr (Answer) json = program_ask ("capacity", path, "--json", NULL);
  g_autoptr (JsonNode) root = parse (json->out);
  JsonArray *problems = json_node_get_array (look_up (root, "problems"));

  g_assert_cmpint (json->exit, ==, 1);
  g_assert_true (g_str_has_prefix (json->err, start));
  assert_says (json->err, "Split");
  g_assert_cmpuint (json_array_get_length (problems), ==, 1);
  g_assert_cmpfloat_with_epsilon (number_at (root, "hours.value"), 10, 1e-9);
}

static void
test_endless_failure (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *path
      = program_study (folder, "endless.throughline",
                       "<demands>\n<demand id=\"d1\" name=\"Ask\" kind=\"value\" frequency=\"60\"/>\n"
                       "<demand id=\"d2\" name=\"Chase\" kind=\"failure\" frequency=\"0\"/>\n</demands>\n"
                       "<flow id=\"f1\" name=\"F\">\n"
                       "<step id=\"s1\" name=\"Muddle\" class=\"value\" work-minutes=\"10\"/>\n"
                       "<entry demand=\"d1\" step=\"s1\"/>\n<entry demand=\"d2\" step=\"s1\"/>\n"
                       "<raises step=\"s1\" demand=\"d2\" rate=\"1\"/>\n</flow>\n");
  g_autoptr (Answer) answer = program_ask ("capacity", path, "--json", NULL);
  g_autoptr (Answer) validated = program_ask ("validate", path, NULL);

  g_assert_cmpint (answer->exit, ==, 1);
  g_assert_cmpstr (answer->out, ==, "");
  assert_says (answer->err, "Chase");
  assert_says (answer->err, "Muddle");
  g_assert_cmpint (validated->exit, ==, 1);
  assert_says (validated->out, "Chase");
}

/* A full disk is not a success. */
static void
test_output_that_fails (void)
{
  g_autofree char *sample = program_sample ();
  g_autofree char *quoted = g_shell_quote (sample);
  g_autofree char *script = g_strdup_printf (TL_PROGRAM " capacity --json %s >/dev/full", quoted);
  const char *const words[] = { "sh", "-c", script, NULL };
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_assert_true (
      g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &said, &status, &error));
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 1);
  assert_says (said, "throughline: ");
}

/* A value demand of @first a week raises one demand, which raises the next, at each @rate. */
static char *
chain_of_demands (const char *first, const char *rate, guint length)
{
  g_autoptr (GString) demands = g_string_new (NULL);
  g_autoptr (GString) steps = g_string_new (NULL);
  g_autoptr (GString) entries = g_string_new (NULL);

  g_string_printf (demands, "<demand id='d0' name='D' kind='value' frequency='%s'/>", first);
  g_string_append (steps, "<step id='s0' work-minutes='60'/>");
  g_string_append (entries, "<entry demand='d0' step='s0'/>");
  for (guint i = 1; i < length; i++)
    {
      g_string_append_printf (demands, "<demand id='d%u' kind='failure'/>", i);
      g_string_append_printf (steps, "<step id='s%u' work-minutes='60'/>", i);
      g_string_append_printf (entries, "<entry demand='d%u' step='s%u'/>", i, i);
      g_string_append_printf (entries, "<raises step='s%u' demand='d%u' rate='%s'/>", i - 1, i, rate);
    }
  return g_strdup_printf ("<demands>%s</demands><flow id='f1'>%s%s</flow>", demands->str, steps->str, entries->str);
}

/* Exponents are where JSON-GLib writes what is not JSON. */
static void
test_json_numbers (void)
{
  static const struct
  {
    const char *first, *rate;
    guint length;
    const char *arrivals;
    double number;
  } cases[] = { { "1e-10", "1", 1, "\"d0\" : 1e-10", 1e-10 },
                { "1e10", "1e7", 2, "\"d1\" : 1e+17", 1e17 },
                { "1e12", "1e10", 2, "\"d1\" : 1e+22", 1e22 },
                { "0.5", "1", 1, "\"d0\" : 0.5", 0.5 } };
  g_autofree char *folder = program_folder ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *inside = chain_of_demands (cases[i].first, cases[i].rate, cases[i].length);
      g_autofree char *path = program_study (folder, "numbers.throughline", inside);
      g_autoptr (Answer) answer = program_ask ("capacity", "--json", path, NULL);
      g_autoptr (JsonNode) root = parse (answer->out);
      const char *id = cases[i].length > 1 ? "d1" : "d0";
      JsonObject *arrivals = json_object_get_object_member (json_node_get_object (root), "arrivals");

      assert_says (answer->out, cases[i].arrivals);
      g_assert_cmpfloat (json_object_get_double_member (arrivals, id), ==, cases[i].number);
    }
}

/* Also what no study comes to. */
static void
test_json_text (void)
{
  static const struct
  {
    double number;
    const char *text;
  } cases[] = { { 1e-10, "1e-10" },  { 1e17, "1e+17" }, { 1e22, "1e+22" },
                { 1e308, "1e+308" }, { 0.1, "0.1" },    { 0.1 + 0.2, "0.30000000000000004" },
                { -2.5, "-2.5" },    { 120, "120" },    { 5e-324, "5e-324" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) node = json_node_init_double (json_node_alloc (), cases[i].number);
      g_autofree char *text = tl_json_text (node);
      g_autofree char *array = g_strdup_printf ("[%s]", text);
      g_autoptr (JsonNode) again = parse (array);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpfloat (json_array_get_double_element (json_node_get_array (again), 0), ==, cases[i].number);
    }
}

static void
test_too_large (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *inside = chain_of_demands ("1e12", "1e12", 30);
  g_autofree char *path = program_study (folder, "large.throughline", inside);
  static const char *const formats[] = { "--json", "--flow=f1" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (Answer) answer = program_ask ("capacity", formats[i], path, NULL);

      g_assert_cmpint (answer->exit, ==, 1);
      assert_says (answer->err, "too large to compute with");
      g_assert_cmpstr (answer->out, ==, "");
    }
}

static void
test_newer (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *path = g_build_filename (folder, "newer.throughline", NULL);
  g_autofree char *start = g_strdup_printf ("throughline: %s:2: ", path);
  g_autoptr (Answer) capacity = NULL;
  g_autoptr (Answer) validate = NULL;

  g_assert_true (g_file_set_contents (
      path, "<?xml version='1.0'?>\n<study xmlns='urn:throughline:study:2' version='2'/>", -1, NULL));
  capacity = program_ask ("capacity", path, NULL);
  validate = program_ask ("validate", path, NULL);
  g_assert_cmpint (capacity->exit, ==, 0);
  g_assert_cmpint (validate->exit, ==, 1);
  g_assert_true (g_str_has_prefix (capacity->err, start));
  assert_says (capacity->err, "newer version (2)");
  g_assert_cmpstr (capacity->err, ==, validate->err);
  g_assert_cmpstr (capacity->out, !=, "");
}

/* Names from a file neither break lines nor reach the terminal as commands. */
static void
test_control_characters (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *path = program_study (
      folder, "names.throughline",
      "<demands><demand id='d1' name='A&#10;B\302\233C\342\200\256D' kind='value' frequency='1'/></demands>"
      "<flow id='f1' name='F&#10;G'><step id='s1' name='S&#13;T'/></flow>");
  g_autoptr (Answer) capacity = program_ask ("capacity", path, NULL);
  g_autoptr (Answer) validate = program_ask ("validate", path, NULL);

  assert_says (validate->out, "“A B C D”");
  g_assert_true (strchr (validate->out, '\n') == validate->out + strlen (validate->out) - 1);
  assert_says (capacity->out, "Test: F G\n");
  assert_says (capacity->out, "S T");
  assert_says (capacity->err, "“A B C D”");
  g_assert_true (strchr (capacity->err, '\n') == capacity->err + strlen (capacity->err) - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/capacity/worked-example", test_worked_example);
  g_test_add_func ("/capacity/shape", test_shape);
  g_test_add_func ("/capacity/leverage-is-ranked", test_leverage_is_ranked);
  g_test_add_func ("/capacity/leverage-by-condition", test_leverage_by_condition);
  g_test_add_func ("/capacity/json-in-any-locale", test_json_in_any_locale);
  g_test_add_func ("/capacity/text", test_text);
  g_test_add_func ("/capacity/columns-stand-under-each-other", test_columns_stand_under_each_other);
  g_test_add_func ("/capacity/second-flow", test_second_flow);
  g_test_add_func ("/capacity/empty-study", test_empty_study);
  g_test_add_func ("/capacity/problems", test_problems);
  g_test_add_func ("/capacity/endless-failure", test_endless_failure);
  g_test_add_func ("/capacity/output-that-fails", test_output_that_fails);
  g_test_add_func ("/cli/capacity/json-numbers", test_json_numbers);
  g_test_add_func ("/cli/capacity/json-text", test_json_text);
  g_test_add_func ("/cli/capacity/too-large", test_too_large);
  g_test_add_func ("/cli/capacity/newer", test_newer);
  g_test_add_func ("/cli/capacity/control-characters", test_control_characters);
  return g_test_run ();
}
