/* What is wrong with a file is said in words, with its place; and nothing of it is opened. */
#include <string.h>

#include "storage-testing.h"

/* The files are in tests/data/broken. */
static const struct
{
  const char *name;
  TlStorageError code;
  const char *message;
} broken[] = {
  { "after-the-end.throughline", TL_STORAGE_ERROR_NOT_XML,
    "Line 4, column 1: There is something after the end of the study." },
  { "attribute-twice.throughline", TL_STORAGE_ERROR_NOT_XML,
    "Line 3, column 21: The same attribute stands here twice." },
  { "bad-id.throughline", TL_STORAGE_ERROR_INVALID,
    "Line 9, column 15: step: id=\"7 up\" is not a good id; one is a letter and then "
    "letters, digits, “-”, “_” or “.”" },
  { "bad-link.throughline", TL_STORAGE_ERROR_INVALID,
    "Line 4, column 39: system condition “Targets” (n1): each of its links must have either "
    "step=\"…\" or demand=\"…\"" },
  { "bad-version.throughline", TL_STORAGE_ERROR_INVALID, "Line 1, column 1: The study must say version=\"1\"." },
  { "bare-less-than.throughline", TL_STORAGE_ERROR_NOT_XML,
    "Line 3, column 13: There is a “<” in a value here; write “&lt;”, or close the "
    "value before it with a quote." },
  { "billion-laughs.throughline", TL_STORAGE_ERROR_UNSAFE,
    "Line 2, column 1: A study can't have a document type (<!DOCTYPE…>) or entities of its "
    "own." },
  { "control-character.throughline", TL_STORAGE_ERROR_NOT_XML,
    "Line 3, column 10: There is a character here that is not UTF-8, or that XML can't hold." },
  { "cut-between-elements.throughline", TL_STORAGE_ERROR_NOT_XML,
    "Line 4, column 1: The file ends in the middle; the rest of it is missing." },
  { "cut-in-attribute.throughline", TL_STORAGE_ERROR_NOT_XML,
    "Line 4, column 33: The file ends in the middle; the rest of it is missing." },
  { "cut-in-last-tag.throughline", TL_STORAGE_ERROR_NOT_XML,
    "Line 10, column 6: The file ends in the middle; the rest of it is missing." },
  { "damaged.throughline.gz", TL_STORAGE_ERROR_NOT_XML, "The packed file is damaged and can't be unpacked." },
  { "dangling-reference.throughline", TL_STORAGE_ERROR_INVALID,
    "Line 9, column 38: connector “c1”: to=\"s99\" leads nowhere; nothing in the file has "
    "that id" },
  { "dangling-role.throughline", TL_STORAGE_ERROR_INVALID,
    "Line 9, column 17: step “Close” (s3): role=\"r5\" leads nowhere; nothing in the file "
    "has that id" },
  { "duplicate-id.throughline", TL_STORAGE_ERROR_INVALID,
    "Line 9, column 15: step “Again”: id=\"s1\" is taken already, by step “Take the call” "
    "(s1)" },
  { "empty.throughline", TL_STORAGE_ERROR_NOT_XML, "The file is empty." },
  { "external-dtd.throughline", TL_STORAGE_ERROR_UNSAFE,
    "Line 2, column 1: A study can't have a document type (<!DOCTYPE…>) or entities of its "
    "own." },
  { "external-entity.throughline", TL_STORAGE_ERROR_UNSAFE,
    "Line 2, column 1: A study can't have a document type (<!DOCTYPE…>) or entities of its "
    "own." },
  { "infinite-time.throughline", TL_STORAGE_ERROR_INVALID,
    "Line 9, column 33: step “s3”: wait-minutes=\"INF\" must be a number, with a point and "
    "without a unit" },
  { "latin-1.throughline", TL_STORAGE_ERROR_NOT_XML, "The file is not in UTF-8. Please save it in that encoding." },
  { "missing-rate.throughline", TL_STORAGE_ERROR_INVALID, "Line 9, column 5: raised demand: rate=\"…\" is missing" },
  { "missing-reference.throughline", TL_STORAGE_ERROR_INVALID,
    "Line 9, column 5: connector “c1”: to=\"…\" is missing" },
  { "nan-time.throughline", TL_STORAGE_ERROR_INVALID,
    "Line 9, column 33: step “s3”: wait-minutes=\"NaN\" must be a number, with a point and "
    "without a unit" },
  { "negative-share.throughline", TL_STORAGE_ERROR_INVALID,
    "Line 9, column 49: connector “c1”: share=\"-0.1\" must not be negative" },
  { "negative-time.throughline", TL_STORAGE_ERROR_INVALID,
    "Line 9, column 46: step “Close” (s3): work-minutes=\"-5\" must not be negative" },
  { "no-id.throughline", TL_STORAGE_ERROR_INVALID, "Line 9, column 5: step “Nameless” has no id" },
  { "no-namespace.throughline", TL_STORAGE_ERROR_NOT_A_STUDY,
    "Line 1, column 1: This is another kind of file: it begins with <study>, and a study "
    "begins with <study xmlns=\"urn:throughline:study:1\">." },
  { "no-such-prefix.throughline", TL_STORAGE_ERROR_NOT_XML,
    "Line 3, column 11: There is a prefix here that stands for no namespace." },
  { "no-version.throughline", TL_STORAGE_ERROR_INVALID, "Line 1, column 1: The study must say version=\"1\"." },
  { "not-utf-8.throughline", TL_STORAGE_ERROR_NOT_XML,
    "Line 3, column 13: There is a character here that is not UTF-8, or that XML can't hold." },
  { "not-xml.throughline", TL_STORAGE_ERROR_NOT_XML,
    "Line 1, column 1: This is not a study file: it does not begin with “<”." },
  { "only-spaces.throughline", TL_STORAGE_ERROR_NOT_XML,
    "Line 3, column 1: This is not a study file: it does not begin with “<”." },
  { "share-over-one.throughline", TL_STORAGE_ERROR_INVALID,
    "Line 9, column 49: connector “c1”: share=\"1.5\" must not be more than 1" },
  { "step-of-another-flow.throughline", TL_STORAGE_ERROR_INVALID,
    "Line 12, column 38: connector “c1”: to=\"s3\" leads to a step of another flow" },
  { "stray-text.throughline", TL_STORAGE_ERROR_INVALID,
    "Line 4, column 5: study “Broken”: there is text where none belongs: “Call centre”" },
  { "three-problems.throughline", TL_STORAGE_ERROR_INVALID,
    "Line 9, column 33: step “s3”: work-minutes=\"ten\" must be a number, with a point and "
    "without a unit (and 2 more problems)" },
  { "time-not-a-number.throughline", TL_STORAGE_ERROR_INVALID,
    "Line 9, column 33: step “s3”: work-minutes=\"ten\" must be a number, with a point and "
    "without a unit" },
  { "time-with-comma.throughline", TL_STORAGE_ERROR_INVALID,
    "Line 9, column 33: step “s3”: work-minutes=\"1,5\" must be a number, with a point and "
    "without a unit" },
  { "too-large-time.throughline", TL_STORAGE_ERROR_INVALID,
    "Line 9, column 33: step “s3”: wait-minutes=\"1e999\" must be a number, with a point and "
    "without a unit" },
  { "two-shares.throughline", TL_STORAGE_ERROR_INVALID,
    "Line 9, column 89: connector “c1”: demand=\"d1\" has two shares here" },
  { "two-wrappers.throughline", TL_STORAGE_ERROR_INVALID,
    "Line 4, column 3: study “Broken”: there are two elements <roles>" },
  { "unknown-centre.throughline", TL_STORAGE_ERROR_INVALID,
    "Line 4, column 42: measure “Days” (x1): centre=\"target\" must be one of: mean, median" },
  { "unknown-class.throughline", TL_STORAGE_ERROR_INVALID,
    "Line 9, column 26: step “s3”: class=\"Value\" must be one of: none, value, waste" },
  { "unknown-entity.throughline", TL_STORAGE_ERROR_NOT_XML,
    "Line 3, column 21: There is an entity (&…;) here that XML does not know; write the "
    "character itself." },
  { "unknown-kind.throughline", TL_STORAGE_ERROR_INVALID,
    "Line 9, column 25: step “s3”: kind=\"magic\" must be one of: work, start, decision, "
    "wait, end" },
  { "unknown-rules.throughline", TL_STORAGE_ERROR_INVALID,
    "Line 4, column 41: measure “Days” (x1): rules=\"ours\" must be one of: wheeler, nhs, western-electric, nelson" },
  { "utf-16.throughline", TL_STORAGE_ERROR_NOT_XML, "The file is not in UTF-8. Please save it in that encoding." },
  { "wrong-element.throughline", TL_STORAGE_ERROR_NOT_A_STUDY,
    "Line 3, column 1: This is another kind of file: it begins with <svg>, and a study "
    "begins with <study xmlns=\"urn:throughline:study:1\">." },
  { "wrong-end-tag.throughline", TL_STORAGE_ERROR_NOT_XML,
    "Line 3, column 20: This closes another element than the one that is open." },
  { "wrong-kind-of-reference.throughline", TL_STORAGE_ERROR_INVALID,
    "Line 9, column 30: connector “c1”: from=\"d1\" leads to the wrong kind of thing "
    "(demand, where step is meant)" },
  { "wrong-namespace.throughline", TL_STORAGE_ERROR_NOT_A_STUDY,
    "Line 2, column 1: This is another kind of file: it begins with <study>, and a study "
    "begins with <study xmlns=\"urn:throughline:study:1\">." },
};

static void
test_broken (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *path = g_build_filename (g_getenv ("TL_TEST_DATA"), "broken", broken[i].name, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  tl_test_refused (contents, (gssize) length, broken[i].code, broken[i].message);
}

/* Every file of that folder has its row. */
static void
test_all_are_listed (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TL_TEST_DATA"), "broken", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint count = 0;

  g_assert_nonnull (folder);
  while (g_dir_read_name (folder))
    count++;
  g_assert_cmpuint (count, ==, G_N_ELEMENTS (broken));
}

static void
test_list_of_problems (void)
{
  g_autofree char *xml = tl_test_data ("broken/three-problems.throughline");
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_file_problem_free);
  g_autoptr (TlOpened) opened = tl_study_open_bytes (bytes, problems, NULL);
  const guint lines[] = { 9, 10, 11 };

  g_assert_null (opened);
  g_assert_cmpuint (problems->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (((TlFileProblem *) g_ptr_array_index (problems, i))->line, ==, lines[i]);
}

/* ---- Large ones, made here ---- */

#define MANY (100 * 1000 * 1000)
#define ENOUGH (9 * 1000 * 1000)

static char *
repeated (const char *text, gsize times)
{
  gsize length = strlen (text);
  char *all = g_malloc (length * times + 1);

  memcpy (all, text, length);
  for (gsize filled = length; filled < length * times; filled *= 2)
    memcpy (all + filled, all, MIN (filled, length * times - filled));
  all[length * times] = '\0';
  return all;
}

static void
refuse_large (const char *before, const char *text, gsize times, const char *after, const char *reason)
{
  g_autofree char *middle = repeated (text, times);
  g_autofree char *xml = g_strconcat (STUDY_START, before, middle, after, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_file_problem_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlOpened) opened = tl_study_open_bytes (bytes, problems, &error);

  g_assert_null (opened);
  g_assert_error (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_UNSAFE);
  g_assert_nonnull (strstr (error->message, reason));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpuint (((TlFileProblem *) g_ptr_array_index (problems, 0))->line, ==, 2);
  g_assert_cmpuint (((TlFileProblem *) g_ptr_array_index (problems, 0))->column, >, 0);
}

static void
test_deep (void)
{
  refuse_large (">", "<a>", 100000, "", "nested");
  refuse_large (">", "<flow id='f'>", 100000, "", "nested");
}

static void
test_long (void)
{
  const char *too_long = "longer than 8 megabytes";

  refuse_large (" title='", "a", MANY, "'/>", too_long);
  refuse_large ("><", "a", ENOUGH, "/></study>", too_long);
  refuse_large ("><step ", "a", ENOUGH, "='1'/></study>", too_long);
  refuse_large ("><!--", "a", ENOUGH, "--></study>", too_long);
  refuse_large ("><?", "a", ENOUGH, "?></study>", too_long);
  refuse_large ("><notes>", "a", ENOUGH, "</notes></study>", "more text");
  refuse_large ("><notes><![CDATA[", "a", ENOUGH, "]]></notes></study>", "8 megabytes");
  refuse_large ("><x>", "text ", MANY / 5, "</x></study>", "more text");
}

static void
test_many_attributes (void)
{
  GString *attributes = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (attributes, " a%u=''", i);
  text = g_string_free (attributes, FALSE);
  refuse_large ("><step", text, 1, "/></study>", "attributes");
}

/* What is not read need not be: a gigabyte of blanks in three megabytes of file. */
static void
test_bomb (void)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GOutputStream) packed = g_converter_output_stream_new (memory, G_CONVERTER (compressor));
  g_autofree char *blanks = repeated (" ", 1 << 20);
  g_autoptr (GBytes) bytes = NULL;

  g_output_stream_write_all (packed, STUDY_START ">", strlen (STUDY_START ">"), NULL, NULL, NULL);
  for (guint i = 0; i < 80; i++)
    g_output_stream_write_all (packed, blanks, 1 << 20, NULL, NULL, NULL);
  g_output_stream_close (packed, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (TlOpened) opened = tl_study_open_bytes (bytes, NULL, &error);

    g_assert_null (opened);
    g_assert_error (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_UNSAFE);
    g_assert_nonnull (strstr (error->message, "packed so tightly"));
  }
}

static void
test_many_problems (void)
{
  g_autofree char *contacts = repeated ("<contact id='k1' minutes='x'/>\n", 50000);
  g_autofree char *xml = g_strconcat (STUDY_START "><contacts>", contacts, "</contacts></study>", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_file_problem_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlOpened) opened = tl_study_open_bytes (bytes, problems, &error);

  g_assert_null (opened);
  g_assert_error (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_INVALID);
  g_assert_cmpuint (problems->len, ==, 1000);
}

#define CUT "The file ends in the middle; the rest of it is missing."

/* Cut anywhere, in a tag or in a letter, a file is refused with the same words. */
static void
test_cut_anywhere (void)
{
  g_autofree char *xml = tl_test_data ("everything.throughline");
  gsize end = (gsize) (strrchr (xml, '>') - xml);

  for (gsize length = 0; length <= end; length += g_test_slow () ? 1 : 17)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (xml, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (TlOpened) opened = tl_study_open_bytes (bytes, NULL, &error);

      g_assert_null (opened);
      g_assert_error (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_NOT_XML);
      if (length > 0 && !g_str_has_suffix (error->message, CUT))
        g_error ("cut after %" G_GSIZE_FORMAT " bytes: %s", length, error->message);
    }
}

/* With any byte changed, it is refused or opened; what is opened can be written and opened again. */
static void
test_any_byte_changed (void)
{
  g_autofree char *xml = tl_test_data ("everything.throughline");
  gsize size = strlen (xml);
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);

  for (guint i = 0; i < (g_test_slow () ? 20000 : 300); i++)
    {
      static const char bytes_of_note[] = "<>&\"'/= \n\0\xFFx9-.;:![]";
      gsize at = (gsize) g_rand_int_range (rand, 0, (int) size);
      char kept = xml[at];
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (TlOpened) opened = NULL;

      xml[at] = bytes_of_note[g_rand_int_range (rand, 0, sizeof bytes_of_note - 1)];
      bytes = g_bytes_new (xml, size);
      xml[at] = kept;
      opened = tl_study_open_bytes (bytes, NULL, NULL);
      if (opened)
        {
          g_autofree char *written = tl_test_write (opened->study);
          tl_test_same_bytes (written);
        }
    }
}

/* ---- What people mistype ---- */

static const struct
{
  const char *right; /* of the study below */
  const char *wrong;
  const char *message;
} slips[] = {
  { "name=\"Ann\"", "name=Ann", "Line 3, column 27: A quote is missing here, before the value." },
  { "name=\"Ann\"", "name=\"Ann",
    "Line 4, column 1: There is a “<” in a value here; write “&lt;”, or close the value before it "
    "with a quote." },
  { "id=\"r1\"", "id=\"r1",
    "Line 3, column 27: Something is missing before this: a space, a “>”, or the quote that ends a "
    "value." },
  { "\"r1\" name", "\"r1\"name",
    "Line 3, column 21: Something is missing before this: a space, a “>”, or the quote that ends a "
    "value." },
  { "<roles>", "<roles",
    "Line 3, column 7: Something is missing before this: a space, a “>”, or the quote that ends a "
    "value." },
  { "name=\"Ann\"", "name", "Line 3, column 26: An attribute has no value here; write name=\"value\"." },
  { "Ann", "A & B", "Line 3, column 31: There is a bare “&” before this; write “&amp;”." },
  { "Ann", "A &B C", "Line 3, column 32: There is a bare “&” before this; write “&amp;”." },
  { "</roles>", "</role>", "Line 4, column 8: This closes another element than the one that is open." },
  { "<roles>", "<roles>< ",
    "Line 3, column 9: There is a “<” here that begins no element; write "
    "“&lt;”." },
  { "encoding=\"UTF-8\"", "encoding=UTF-8", "Line 1, column 30: The first line, “<?xml…?>”, is not as XML wants it." },
};

static void
test_slips (void)
{
  const char *good = STUDY_START ">\n<roles><role id=\"r1\" name=\"Ann\"/>\n</roles>\n</study>\n";

  for (guint i = 0; i < G_N_ELEMENTS (slips); i++)
    {
      g_auto (GStrv) parts = g_strsplit (good, slips[i].right, 2);
      g_autofree char *bad = g_strjoinv (slips[i].wrong, parts);

      g_assert_cmpuint (g_strv_length (parts), ==, 2);
      tl_test_refused (bad, -1, TL_STORAGE_ERROR_NOT_XML, slips[i].message);
    }
}

/* ---- Encodings, and what no encoding has ---- */

static void
refuse_converted (const char *encoding, const char *message)
{
  const char *xml = STUDY_START " title=\"Caf\303\251\"/>\n";
  gsize length;
  g_autoptr (GError) error = NULL;
  g_autofree char *other = g_convert (xml, -1, encoding, "UTF-8", NULL, &length, &error);

  g_assert_no_error (error);
  tl_test_refused (other, (gssize) length, TL_STORAGE_ERROR_NOT_XML, message);
}

static void
test_other_encodings (void)
{
  static const char *const encodings[]
      = { "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE", "IBM037" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    refuse_converted (encodings[i], "The file is not in UTF-8. Please save it in that encoding.");
}

/* However far behind the encoding is named, the parser does not take another. */
static void
test_late_encoding (void)
{
  static const guint distances[] = { 1, 5000, 70000 };

  for (guint i = 0; i < G_N_ELEMENTS (distances); i++)
    {
      g_autofree char *spaces = repeated (" ", distances[i]);
      g_autofree char *xml = g_strconcat ("<?xml version='1.0'", spaces, "encoding='ISO-8859-1'?>",
                                          "<study xmlns='urn:throughline:study:1' version='1' title='Caf\xE9'/>", NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
      g_autoptr (GError) error = NULL;
      g_autoptr (TlOpened) opened = tl_study_open_bytes (bytes, NULL, &error);

      g_assert_null (opened);
      g_assert_error (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_NOT_XML);
      g_assert_nonnull (strstr (error->message, "UTF-8"));
    }
}

static void
test_nul (void)
{
  static const char within[] = STUDY_START " title=\"a\0b\"/>\n";
  static const char after[] = STUDY_START "/>\n\0<study/>";
  const char *words = "There is a character here that XML can't hold: a byte of 0.";
  g_autofree char *third = g_strdup_printf ("Line 3, column 1: %s", words);
  g_autofree char *second = g_strdup_printf ("Line 2, column 74: %s", words);

  tl_test_refused (within, sizeof within - 1, TL_STORAGE_ERROR_NOT_XML, second);
  tl_test_refused (after, sizeof after - 1, TL_STORAGE_ERROR_NOT_XML, third);
}

static void
test_number_out_of_range (void)
{
  tl_test_refused (STUDY_START "><demands><demand id=\"d1\" frequency=\"1e13\"/></demands></study>", -1,
                   TL_STORAGE_ERROR_INVALID,
                   "Line 2, column 102: demand “d1”: frequency=\"1e13\" must not be more than "
                   "1000000000000");
  /* Of the largest doubles there is no mean: it would be infinite. */
  tl_test_refused (STUDY_START "><measures><measure id=\"x1\"><point value=\"-1e101\"/></measure></measures></study>",
                   -1, TL_STORAGE_ERROR_INVALID,
                   "Line 2, column 107: point: value=\"-1e101\" must not be less than -1e+100");
}

/* ---- What is no file ---- */

static void
assert_not_opened (const char *path, const char *message)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlOpened) opened = tl_study_open (file, NULL, NULL, &error);

  g_assert_null (opened);
  g_assert_error (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_IO);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_no_file (void)
{
  g_autofree char *folder = tl_test_folder ();
  g_autofree char *missing = g_build_filename (folder, "missing.throughline", NULL);
  g_autofree char *no_file = g_strdup_printf ("There is no file “%s”.", missing);
  g_autofree char *is_folder = g_strdup_printf ("“%s” is a folder, not a file.", folder);

  assert_not_opened (missing, no_file);
  assert_not_opened (folder, is_folder);
  tl_test_remove (folder);
}

/* It never ends. */
static void
test_device (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/zero");
  g_autoptr (GError) error = NULL;
  g_autoptr (TlOpened) opened = tl_study_open (file, NULL, NULL, &error);

  g_assert_null (opened);
  g_assert_error (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_NOT_XML);
}

static void
test_cancelled (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TL_SAMPLES"), "housing-repairs.throughline", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TlOpened) opened = NULL;

  g_cancellable_cancel (cancellable);
  opened = tl_study_open (file, NULL, cancellable, &error);
  g_assert_null (opened);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strconcat ("/storage/bad-file/", broken[i].name, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_broken);
    }
  g_test_add_func ("/storage/bad-file/all-are-listed", test_all_are_listed);
  g_test_add_func ("/storage/bad-file/list-of-problems", test_list_of_problems);
  g_test_add_func ("/storage/bad-file/deep", test_deep);
  g_test_add_func ("/storage/bad-file/long", test_long);
  g_test_add_func ("/storage/bad-file/many-attributes", test_many_attributes);
  g_test_add_func ("/storage/bad-file/bomb", test_bomb);
  g_test_add_func ("/storage/bad-file/many-problems", test_many_problems);
  g_test_add_func ("/storage/bad-file/cut-anywhere", test_cut_anywhere);
  g_test_add_func ("/storage/bad-file/any-byte-changed", test_any_byte_changed);
  g_test_add_func ("/storage/bad-file/slips", test_slips);
  g_test_add_func ("/storage/bad-file/other-encodings", test_other_encodings);
  g_test_add_func ("/storage/bad-file/late-encoding", test_late_encoding);
  g_test_add_func ("/storage/bad-file/nul", test_nul);
  g_test_add_func ("/storage/bad-file/number-out-of-range", test_number_out_of_range);
  g_test_add_func ("/storage/bad-file/no-file", test_no_file);
  g_test_add_func ("/storage/bad-file/device", test_device);
  g_test_add_func ("/storage/bad-file/cancelled", test_cancelled);
  return g_test_run ();
}
