/* What is opened and saved without a change is the same file. */
#include <locale.h>
#include <math.h>
#include <string.h>

#include "storage-testing.h"
#include "study/connector.h"
#include "study/contact.h"
#include "study/flow.h"
#include "study/measure.h"

static void
test_sample (void)
{
  g_autofree char *sample = tl_test_sample ();

  tl_test_same_bytes (sample);
}

static void
test_everything (void)
{
  g_autofree char *file = tl_test_data ("everything.throughline");

  tl_test_same_bytes (file);
}

/* The examples of docs/format.md are files as they are written. */
static void
test_documentation (void)
{
  g_autofree char *text = tl_test_data ("../../docs/format.md");
  g_auto (GStrv) parts = g_strsplit (text, "```", -1);
  guint count = 0;

  for (guint i = 1; parts[i] && parts[i + 1]; i += 2)
    if (g_str_has_prefix (parts[i], "xml\n"))
      {
        g_autoptr (TlStudy) study = tl_test_read (parts[i] + strlen ("xml\n"));

        if (study->title)
          tl_test_same_bytes (parts[i] + strlen ("xml\n"));
        count++;
      }
  g_assert_cmpuint (count, ==, 2);
}

static void
test_random (void)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    {
      g_autoptr (TlStudy) study = tl_test_random_study (seed, seed == 20 ? 1000 : 20);
      g_autofree char *xml = tl_test_write (study);

      tl_test_same_bytes (xml);
    }
}

/* Text of any kind comes back to the byte, in attributes and in elements. */
static void
test_random_means_the_same (void)
{
  g_autoptr (TlStudy) study = tl_test_random_study (7, 50);
  g_autofree char *xml = tl_test_write (study);
  g_autoptr (TlStudy) again = tl_test_read (xml);

  g_assert_cmpstr (again->title, ==, study->title);
  g_assert_cmpstr (again->notes, ==, study->notes);
  g_assert_cmpstr (again->statement, ==, study->statement);
  g_assert_cmpuint (again->contacts->len, ==, study->contacts->len);
  for (guint i = 0; i < study->contacts->len; i++)
    {
      const TlContact *a = g_ptr_array_index (study->contacts, i);
      const TlContact *b = g_ptr_array_index (again->contacts, i);

      g_assert_cmpstr (a->item.id, ==, b->item.id);
      g_assert_cmpstr (a->words, ==, b->words);
      g_assert_cmpstr (a->place, ==, b->place);
      g_assert_true (a->minutes == b->minutes || (isnan (a->minutes) && isnan (b->minutes)));
      g_assert_cmpint (a->kind, ==, b->kind);
    }
}

static void
test_any_order (void)
{
  static const char xml[]
      = STUDY_START ">"
                    "<flow id='f1'><connector to='s2' from='s1' id='c1'><share value='0.5' "
                    "demand='d1'/></connector>"
                    "<step role='r1' id='s1'/><step id='s2'/></flow>"
                    "<demands><demand kind='value' id='d1'/></demands><roles><role id='r1'/></roles></study>";
  g_autoptr (TlStudy) study = tl_test_read (xml);
  const TlFlow *flow = g_ptr_array_index (study->flows, 0);
  const TlConnector *connector = g_ptr_array_index (flow->connectors, 0);
  const TlShare *share = g_ptr_array_index (connector->shares, 0);

  g_assert_true (connector->from == g_ptr_array_index (flow->steps, 0));
  g_assert_true (connector->to == g_ptr_array_index (flow->steps, 1));
  g_assert_true (share->demand == g_ptr_array_index (study->demands, 0));
  g_assert_true (connector->from->role == g_ptr_array_index (study->roles, 0));
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    double number;
  } cases[] = { { "0", 0 },       { "0.1", 0.1 },   { "1e3", 1000 },
                { "  7 ", 7 },    { "+2.5", 2.5 },  { "0.30000000000000004", 0.1 + 0.2 },
                { "1E-7", 1e-7 }, { "-0", 0 },      { ".5", 0.5 },
                { "5.", 5 },      { "1e-400", 0 },  { "123456789012345.6", 123456789012345.6 },
                { "00012", 12 },  { "4.35", 4.35 }, { "999999999999999", 999999999999999 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *xml = g_strdup_printf (
          STUDY_START "><measures><measure id='x1'><point value='%s'/></measure></measures></study>", cases[i].text);
      g_autoptr (TlStudy) study = tl_test_read (xml);
      const TlMeasure *measure = g_ptr_array_index (study->measures, 0);
      const TlPoint *point = g_ptr_array_index (measure->points, 0);

      g_assert_true (point->value == cases[i].number);
      g_assert_false (signbit (point->value));
    }
}

/* Where numbers are written with a comma, files are not. */
static void
test_decimal_comma (void)
{
  static const char *const locales[] = { "de_DE.UTF-8", "fr_FR.UTF-8", "nl_NL.UTF-8", "sv_SE.UTF-8" };
  const char *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (locales) && !found; i++)
    found = setlocale (LC_NUMERIC, locales[i]);
  if (!found)
    g_test_message ("no locale with a decimal comma is installed");
  test_numbers ();
  test_random ();
  test_sample ();
  setlocale (LC_NUMERIC, "C");
}

static void
test_empty_study (void)
{
  g_autoptr (TlStudy) study = tl_study_new ();
  g_autofree char *xml = tl_test_write (study);

  g_assert_cmpstr (xml, ==, STUDY_START "/>\n");
  tl_test_same_bytes (xml);
}

/* A study that was never cleaned, as a program error might leave it, still gives a file that opens. */
static void
test_never_unreadable (void)
{
  g_autoptr (TlStudy) study = tl_study_new ();
  g_autofree char *xml = NULL;
  g_autoptr (TlStudy) again = NULL;

  study->title = g_strdup ("bell \a, half \xC3, \xEF\xBF\xBE end");
  study->notes = g_strdup ("cr \r lf \n ]]> \x1B[0m");
  xml = tl_test_write (study);
  again = tl_test_read (xml);
  g_assert_cmpstr (again->title, ==, "bell \xEF\xBF\xBD, half \xEF\xBF\xBD, \xEF\xBF\xBD end");
  g_assert_cmpstr (again->notes, ==, "cr \r lf \n ]]> \xEF\xBF\xBD[0m");
}

static void
test_line_ends_and_bom (void)
{
  g_autofree char *sample = tl_test_sample ();
  g_auto (GStrv) lines = g_strsplit (sample, "\n", -1);
  g_autofree char *dos = g_strjoinv ("\r\n", lines);
  g_autofree char *with_bom = g_strconcat ("\xEF\xBB\xBF", dos, NULL);
  g_autoptr (TlStudy) study = tl_test_read (with_bom);
  g_autofree char *written = tl_test_write (study);

  g_assert_cmpstr (written, ==, sample);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/storage/round-trip/sample", test_sample);
  g_test_add_func ("/storage/round-trip/everything", test_everything);
  g_test_add_func ("/storage/round-trip/documentation", test_documentation);
  g_test_add_func ("/storage/round-trip/random", test_random);
  g_test_add_func ("/storage/round-trip/random-means-the-same", test_random_means_the_same);
  g_test_add_func ("/storage/round-trip/any-order", test_any_order);
  g_test_add_func ("/storage/round-trip/numbers", test_numbers);
  g_test_add_func ("/storage/round-trip/decimal-comma", test_decimal_comma);
  g_test_add_func ("/storage/round-trip/empty-study", test_empty_study);
  g_test_add_func ("/storage/round-trip/never-unreadable", test_never_unreadable);
  g_test_add_func ("/storage/round-trip/line-ends-and-bom", test_line_ends_and_bom);
  return g_test_run ();
}
