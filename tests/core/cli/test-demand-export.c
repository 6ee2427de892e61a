/* "throughline export" of what customers ask for: numbers by hand, pictures of every view, words for misuse. */
#include <math.h>
#include <string.h>

#include "program.h"

/* Nine contacts in three weeks of March 2026, none in the second; minutes of four. */
static const char inside[] = "<demands><demand id=\"d1\" name=\"Fix it\" kind=\"value\" frequency=\"1\"/>"
                             "<demand id=\"d2\" name=\"Where is he?\" kind=\"failure\"/></demands>"
                             "<contacts>"
                             "<contact id=\"k1\" when=\"2026-03-02T09:00\" demand=\"d1\" minutes=\"30\">a</contact>"
                             "<contact id=\"k2\" when=\"2026-03-02T09:10\" demand=\"d1\">b</contact>"
                             "<contact id=\"k3\" when=\"2026-03-03T10:00\" demand=\"d2\" minutes=\"15\">c</contact>"
                             "<contact id=\"k4\" when=\"2026-03-08\" demand=\"d2\" minutes=\"15\">d</contact>"
                             "<contact id=\"k5\" when=\"2026-03-16T09:00\" demand=\"d2\">e</contact>"
                             "<contact id=\"k6\" when=\"2026-03-16T23:59\" demand=\"d2\" kind=\"unsure\">f</contact>"
                             "<contact id=\"k7\" when=\"2026-03-17T09:00\">g</contact>"
                             "<contact id=\"k8\" when=\"2026-03-18T09:00\" kind=\"failure\" minutes=\"60\">h</contact>"
                             "<contact id=\"k9\">i</contact>"
                             "</contacts>";

static char *
export_csv (const char *study, const char *view, const char *by)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *path = g_build_filename (folder, "out.csv", NULL);
  g_autoptr (Answer) answer = program_ask ("export", study, "--view", view, "-o", path, by ? "--by" : NULL, by, NULL);
  char *text = NULL;

  g_test_message ("%s", answer->err);
  g_assert_cmpint (answer->exit, ==, 0);
  g_assert_cmpstr (answer->err, ==, "");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static char *
log_study (void)
{
  g_autofree char *folder = program_folder ();

  return program_study (folder, "log.throughline", inside);
}

static void
test_mix (void)
{
  g_autofree char *study = log_study ();
  g_autofree char *csv = export_csv (study, "demand", NULL);

  assert_says (csv, "\nd2,Where is he?,failure,4,0,3,1,0,0.444");
  assert_says (csv, "\nd1,Fix it,value,2,2,0,0,0,0.222");
  /* Without a type: three, one of them failure by its own word. */
  assert_says (csv, "\n,,,3,0,1,0,2,0.333");
  /* Half an hour of two. */
  assert_says (csv, ",log,0.5,0.25,log");
}

/* The worked example has no log: its flow says how many there are. */
static void
test_flow (void)
{
  g_autofree char *sample = program_sample ();
  g_autofree char *csv = export_csv (sample, "demand", NULL);

  assert_says (csv, "\nd1,Please fix something,value,325,325,0,0,0,");
  assert_says (csv, ",flow,");
}

static void
test_over_time (void)
{
  g_autofree char *study = log_study ();
  g_autofree char *weeks = export_csv (study, "demand-over-time", NULL);
  g_autofree char *days = export_csv (study, "demand-over-time", "day");
  g_autofree char *months = export_csv (study, "demand-over-time", "month");

  assert_says (weeks, "\n2026-03-02,4,2,2,0,0,0.5");
  assert_says (weeks, "\n2026-03-09,0,0,0,0,0,");
  assert_says (weeks, "\n2026-03-16,4,0,2,1,1,0.5");
  assert_says (days, "\n2026-03-03,1,0,1,0,0,1");
  assert_says (days, "\n2026-03-04,0,0,0,0,0,");
  assert_says (months, "\n2026-03-01,8,2,4,1,1,0.5");
}

static void
test_hours_and_weekdays (void)
{
  g_autofree char *study = log_study ();
  g_autofree char *hours = export_csv (study, "demand-by-hour", NULL);
  g_autofree char *days = export_csv (study, "demand-by-weekday", NULL);

  assert_says (hours, "\n9,5,2,2,0,1,0.4");
  assert_says (hours, "\n23,1,0,0,1,0,0");
  assert_says (days, "\n1,4,2,1,1,0,0.25");
  assert_says (days, "\n7,1,0,1,0,0,1");
}

/* Two needs: one of three contacts in six days, one of two of which the second comes within the log's last days. */
static void
test_needs (void)
{
  static const char log[] = "<contacts>"
                            "<contact id=\"k1\" when=\"2026-03-02T09:00\" thread=\"A\" kind=\"value\">a</contact>"
                            "<contact id=\"k2\" when=\"2026-03-04T09:10\" thread=\"A\" kind=\"failure\">b</contact>"
                            "<contact id=\"k3\" when=\"2026-03-08\" thread=\"A\" kind=\"value\">c</contact>"
                            "<contact id=\"k4\" when=\"2026-03-08\" thread=\"B\" kind=\"value\">d</contact>"
                            "<contact id=\"k5\" when=\"2026-03-16T09:00\" thread=\"B\" kind=\"failure\">e</contact>"
                            "<contact id=\"k6\" when=\"2026-03-24T09:00\">f</contact></contacts>";
  g_autofree char *folder = program_folder ();
  g_autofree char *study = program_study (folder, "needs.throughline", log);
  g_autofree char *csv = export_csv (study, "needs", NULL);
  g_autofree char *path = g_build_filename (folder, "needs.svg", NULL);
  g_autoptr (Answer) answer = program_ask ("export", study, "--view", "needs", "-o", path, NULL);
  g_autofree char *svg = NULL;

  assert_says (csv, "\nneeds by contacts,2,2,1,0.5");
  assert_says (csv, "\nneeds by contacts,3,3,1,0.5");
  assert_says (csv, "\nneeds met by days,4,7,1,1");
  assert_says (csv, "\nneeds not met yet,,,1,0.5");
  assert_says (csv, "\nmedian days of needs met,6,6,1,0.5");
  assert_says (csv, "\ncontacts of no need,,,1,0.1666");
  g_assert_cmpint (answer->exit, ==, 0);
  g_assert_true (g_file_get_contents (path, &svg, NULL, NULL));
  assert_says (
      svg, "100\302\240% of needs took more than one contact; half of those met took at most 6 days; not met yet: 1");
  assert_says (svg, "1 of 6 contacts belong to no need yet.");
}

static void
test_pictures (void)
{
  static const char *const views[] = { "demand", "demand-over-time", "demand-by-hour", "demand-by-weekday" };
  static const char *const titles[] = { "44\302\240% of contacts are failure demand", "Failure demand is ",
                                        "Most contacts come between 9 and 10", "Most contacts come on a Monday" };
  g_autofree char *study = log_study ();
  g_autofree char *folder = program_folder ();

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s.svg", folder, views[i]);
      g_autoptr (Answer) answer = program_ask ("export", study, "--view", views[i], "-o", path, NULL);
      g_autofree char *svg = NULL;

      g_assert_cmpint (answer->exit, ==, 0);
      g_assert_cmpstr (answer->err, ==, "");
      g_assert_true (g_file_get_contents (path, &svg, NULL, NULL));
      assert_says (svg, titles[i]);
    }
}

static void
test_misuse (void)
{
  g_autofree char *study = log_study ();
  g_autoptr (Answer) year
      = program_ask ("export", study, "--view", "demand-over-time", "--by", "year", "-o", "x.csv", NULL);
  g_autoptr (Answer) other = program_ask ("export", study, "--view", "demand", "--by", "day", "-o", "x.csv", NULL);

  g_assert_cmpint (year->exit, ==, 2);
  assert_says (year->err, "“year” is no spell");
  g_assert_cmpint (other->exit, ==, 2);
  assert_says (other->err, "--by is for --view demand-over-time");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/cli/demand-export/mix", test_mix);
  g_test_add_func ("/cli/demand-export/flow", test_flow);
  g_test_add_func ("/cli/demand-export/over-time", test_over_time);
  g_test_add_func ("/cli/demand-export/hours-and-weekdays", test_hours_and_weekdays);
  g_test_add_func ("/cli/demand-export/needs", test_needs);
  g_test_add_func ("/cli/demand-export/pictures", test_pictures);
  g_test_add_func ("/cli/demand-export/misuse", test_misuse);
  return g_test_run ();
}
