/* test-export-command.c: "throughline export": charts as files. */
#include <glib/gstdio.h>
#include <gio/gio.h>
#include <string.h>
#include <unistd.h>

#include "program.h"

static const char *const views[] = { "flow",  "capacity", "capacity-by-step",      "capacity-by-role",
                                     "clock", "leverage", "leverage-by-condition", "trace" };
static const char *const formats[] = { "png", "svg", "pdf", "csv" };

static char *
read_all (const char *path, gsize *length)
{
  char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);
  return text;
}

static void
assert_is_of_kind (const char *path, const char *format)
{
  gsize length;
  g_autofree char *bytes = read_all (path, &length);

  g_assert_cmpuint (length, >, 20);
  if (g_str_equal (format, "png"))
    g_assert_cmpint (memcmp (bytes, "\x89PNG\r\n\x1a\n", 8), ==, 0);
  else if (g_str_equal (format, "pdf"))
    g_assert_cmpint (memcmp (bytes, "%PDF-", 5), ==, 0);
  else if (g_str_equal (format, "svg"))
    assert_says (bytes, "<svg");
  else
    assert_says (bytes, ",");
}

static void
test_every_view_and_format (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *sample = program_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    for (guint j = 0; j < G_N_ELEMENTS (formats); j++)
      {
        g_autofree char *path = g_strdup_printf ("%s/%s.%s", folder, views[i], formats[j]);
        g_autoptr (Answer) answer = program_ask ("export", sample, "--view", views[i], "-o", path, NULL);

        g_test_message ("%s: %s", path, answer->err);
        g_assert_cmpint (answer->exit, ==, 0);
        g_assert_cmpstr (answer->out, ==, "");
        g_assert_cmpstr (answer->err, ==, "");
        assert_is_of_kind (path, formats[j]);
      }
}

static const char traced[]
    = "<demands><demand id=\"d1\" name=\"Where is it?\" kind=\"failure\" frequency=\"5\"/>"
      "<demand id=\"d2\" name=\"Again!\" kind=\"failure\" frequency=\"5\"/></demands>"
      "<flow id=\"f1\"><step id=\"s1\" name=\"Fix\" class=\"waste\" work-minutes=\"60\" waste=\"checking\"/>"
      "<entry demand=\"d1\" step=\"s1\"/><entry demand=\"d2\" step=\"s1\"/>"
      "<raises step=\"s1\" demand=\"d1\" rate=\"0.5\"/></flow>"
      "<conditions><condition id=\"n1\" name=\"Targets, everywhere\" kind=\"measure\">"
      "<thinking>Busy is good</thinking><link step=\"s1\"/></condition></conditions>";

/* One row a way: 5 + 5 contacts and what they raise themselves, 20 at the step, 10 raised, 10 hours. */
static void
test_trace_as_csv (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *study = program_study (folder, "traced.throughline", traced);
  g_autofree char *path = g_build_filename (folder, "a.csv", NULL);
  g_autoptr (Answer) one = program_ask ("export", study, "--view", "trace", "--demand", "d1", "-o", path, NULL);
  g_autofree char *text = read_all (path, NULL);
  g_autoptr (Answer) all = program_ask ("export", study, "--view", "trace", "-o", path, NULL);
  g_autofree char *whole = read_all (path, NULL);

  g_assert_cmpint (one->exit, ==, 0);
  g_assert_cmpint (all->exit, ==, 0);
  assert_says (text, "demand,step,raised per visit,contacts raised per week,hours given back per week,"
                     "class,waste,condition,kind,thinking\r\n"
                     "Where is it?,Fix,0.5,10,10,waste,checking,\"Targets, everywhere\",measure,"
                     "Busy is good\r\n");
  g_assert_null (strstr (text, "Again!"));
  assert_says (whole, "Again!,,,,,,,,,\r\n");
}

static void
test_trace_of_nobody (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *study = program_study (folder, "traced.throughline", traced);
  g_autofree char *path = g_build_filename (folder, "a.svg", NULL);
  g_autoptr (Answer) missing = program_ask ("export", study, "--view", "trace", "--demand", "s1", "-o", path, NULL);
  g_autoptr (Answer) misused = program_ask ("export", study, "--view", "clock", "--demand", "d1", "-o", path, NULL);

  g_assert_cmpint (missing->exit, ==, 1);
  assert_says (missing->err, "There is no demand “s1”");
  g_assert_cmpint (misused->exit, ==, 2);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* Width and height stand at a fixed place in a PNG, most significant byte first. */
static guint
png_number (const char *bytes, guint offset)
{
  guint32 number;

  memcpy (&number, bytes + offset, sizeof number);
  return GUINT32_FROM_BE (number);
}

static void
test_size (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *sample = program_sample ();
  g_autofree char *path = g_build_filename (folder, "a.png", NULL);
  g_autoptr (Answer) plain = program_ask ("export", sample, "--view", "capacity", "-o", path, NULL);
  g_autofree char *bytes = read_all (path, NULL);
  g_autoptr (Answer) sized
      = program_ask ("export", sample, "--view", "capacity", "--size", "641x361", "-o", path, NULL);
  g_autofree char *sized_bytes = read_all (path, NULL);

  g_assert_cmpint (plain->exit, ==, 0);
  g_assert_cmpuint (png_number (bytes, 16), ==, 1280);
  g_assert_cmpuint (png_number (bytes, 20), ==, 720);
  g_assert_cmpint (sized->exit, ==, 0);
  g_assert_cmpuint (png_number (sized_bytes, 16), ==, 641);
  g_assert_cmpuint (png_number (sized_bytes, 20), ==, 361);
}

static void
test_dark_differs_and_bytes_repeat (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *sample = program_sample ();
  g_autofree char *path = g_build_filename (folder, "a.svg", NULL);
  char *pictures[3] = { NULL };

  for (guint i = 0; i < 3; i++)
    {
      const char *const words[] = { "export", sample, "--view", "capacity", "-o", path, i < 2 ? NULL : "--dark", NULL };
      g_autoptr (Answer) answer = program_run (NULL, words);

      g_assert_cmpint (answer->exit, ==, 0);
      pictures[i] = read_all (path, NULL);
    }
  g_assert_cmpstr (pictures[0], ==, pictures[1]);
  g_assert_cmpstr (pictures[0], !=, pictures[2]);
  for (guint i = 0; i < 3; i++)
    g_free (pictures[i]);
}

static guint
files_in (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint files = 0;

  while (g_dir_read_name (dir))
    files++;
  return files;
}

static void
test_missing_folder (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *sample = program_sample ();
  g_autofree char *path = g_build_filename (folder, "gone", "a.png", NULL);
  g_autofree char *start = g_strdup_printf ("throughline: %s: ", path);
  g_autoptr (Answer) answer = program_ask ("export", sample, "--view", "flow", "-o", path, NULL);

  g_assert_cmpint (answer->exit, ==, 1);
  g_assert_true (g_str_has_prefix (answer->err, start));
  g_assert_cmpuint (files_in (folder), ==, 0);
}

/* Who writes what it can't replace keeps the old one whole, and leaves nothing beside it. */
static void
test_folder_in_the_way (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *sample = program_sample ();
  g_autofree char *path = g_build_filename (folder, "a.svg", NULL);
  g_autofree char *inside = g_build_filename (path, "kept", NULL);

  g_assert_cmpint (g_mkdir_with_parents (inside, 0700), ==, 0);
  g_autoptr (Answer) answer = program_ask ("export", sample, "--view", "flow", "-o", path, NULL);
  g_assert_cmpint (answer->exit, ==, 1);
  g_assert_true (g_str_has_prefix (answer->err, "throughline: "));
  g_assert_true (g_file_test (inside, G_FILE_TEST_IS_DIR));
  g_assert_cmpuint (files_in (folder), ==, 1);
}

static void
test_old_file_stays_on_error (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *broken = program_study (folder, "broken.throughline", "<roles>");
  g_autofree char *path = g_build_filename (folder, "a.svg", NULL);
  g_autofree char *after = NULL;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_autoptr (Answer) answer = program_ask ("export", broken, "--view", "flow", "-o", path, NULL);
  g_assert_cmpint (answer->exit, ==, 1);
  after = read_all (path, NULL);
  g_assert_cmpstr (after, ==, "old");
  g_assert_cmpuint (files_in (folder), ==, 2);
}

static void
test_empty_study_is_friendly (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *study = program_study (folder, "empty.throughline", "");

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s.png", folder, views[i]);
      g_autoptr (Answer) answer = program_ask ("export", study, "--view", views[i], "-o", path, NULL);

      g_assert_cmpint (answer->exit, ==, 0);
      g_assert_cmpstr (answer->err, ==, "");
      assert_is_of_kind (path, "png");
    }
}

/* Where there are no numbers the flow can still be drawn; a chart of nothing is not written. */
static void
test_without_numbers (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *study
      = program_study (folder, "endless.throughline",
                       "<demands><demand id=\"d1\" name=\"Chase\" kind=\"failure\" frequency=\"1\"/></demands>\n"
                       "<flow id=\"f1\" name=\"F\">\n<step id=\"s1\" name=\"Muddle\"/>\n"
                       "<entry demand=\"d1\" step=\"s1\"/>\n<raises step=\"s1\" demand=\"d1\" "
                       "rate=\"1\"/>\n</flow>\n");
  g_autofree char *drawing = g_build_filename (folder, "flow.svg", NULL);
  g_autofree char *chart = g_build_filename (folder, "capacity.svg", NULL);
  g_autoptr (Answer) flow = program_ask ("export", study, "--view", "flow", "-o", drawing, NULL);
  g_autoptr (Answer) capacity = program_ask ("export", study, "--view", "capacity", "-o", chart, NULL);

  g_assert_cmpint (flow->exit, ==, 1);
  assert_says (flow->err, "Muddle");
  assert_is_of_kind (drawing, "svg");
  g_assert_cmpint (capacity->exit, ==, 1);
  assert_says (capacity->err, "Muddle");
  g_assert_false (g_file_test (chart, G_FILE_TEST_EXISTS));
}

static void
test_lenses (void)
{
  static const char *const lenses[] = { "class", "river", "hours", "wait", "role" };
  g_autofree char *folder = program_folder ();
  g_autofree char *sample = program_sample ();
  g_autofree char *path = g_build_filename (folder, "a.svg", NULL);
  g_autoptr (Answer) plain = program_ask ("export", sample, "--view", "flow", "-o", path, NULL);
  g_autofree char *before = read_all (path, NULL);

  g_assert_cmpint (plain->exit, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (lenses); i++)
    {
      g_autoptr (Answer) answer
          = program_ask ("export", sample, "--view", "flow", "--lens", lenses[i], "-o", path, NULL);
      g_autofree char *picture = read_all (path, NULL);

      g_assert_cmpint (answer->exit, ==, 0);
      g_assert_cmpstr (answer->err, ==, "");
      /* Value and waste is what is shown where nobody says otherwise. */
      if (i == 0)
        g_assert_cmpstr (picture, ==, before);
      else
        g_assert_cmpstr (picture, !=, before);
      g_free (g_steal_pointer (&before));
      before = g_steal_pointer (&picture);
    }
}

static void
test_wrong_lens (void)
{
  g_autofree char *folder = program_folder ();
  g_autofree char *sample = program_sample ();
  g_autofree char *path = g_build_filename (folder, "a.svg", NULL);
  g_autoptr (Answer) unknown = program_ask ("export", sample, "--view", "flow", "--lens", "lake", "-o", path, NULL);
  g_autoptr (Answer) elsewhere
      = program_ask ("export", sample, "--view", "capacity", "--lens", "river", "-o", path, NULL);
  g_autoptr (Answer) help = program_ask ("export", "--help", NULL);

  g_assert_cmpint (unknown->exit, ==, 2);
  assert_says (unknown->err, "There is no lens “lake”");
  assert_says (unknown->err, "class, river, hours, wait, role");
  g_assert_cmpint (elsewhere->exit, ==, 2);
  assert_says (elsewhere->err, "--view flow");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  assert_says (help->out, "--lens=LENS");
  assert_says (help->out, "Where does the customer wait?");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/export/every-view-and-format", test_every_view_and_format);
  g_test_add_func ("/export/size", test_size);
  g_test_add_func ("/export/trace-as-csv", test_trace_as_csv);
  g_test_add_func ("/export/trace-of-nobody", test_trace_of_nobody);
  g_test_add_func ("/export/dark-differs-and-bytes-repeat", test_dark_differs_and_bytes_repeat);
  g_test_add_func ("/export/missing-folder", test_missing_folder);
  g_test_add_func ("/export/folder-in-the-way", test_folder_in_the_way);
  g_test_add_func ("/export/old-file-stays-on-error", test_old_file_stays_on_error);
  g_test_add_func ("/export/empty-study-is-friendly", test_empty_study_is_friendly);
  g_test_add_func ("/export/without-numbers", test_without_numbers);
  g_test_add_func ("/export/lenses", test_lenses);
  g_test_add_func ("/export/wrong-lens", test_wrong_lens);
  return g_test_run ();
}
