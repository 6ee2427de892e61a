/* Packed files, told by their first bytes when read and by their name when written. */
#include <string.h>

#include "storage-testing.h"

static GBytes *
contents_of (GFile *file)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
save (TlStudy *study, GFile *file)
{
  g_autoptr (GError) error = NULL;

  tl_study_save (study, file, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_there_and_back (void)
{
  g_autofree char *folder = tl_test_folder ();
  g_autoptr (GFile) packed = g_file_new_build_filename (folder, "a.throughline.gz", NULL);
  g_autofree char *sample = tl_test_sample ();
  g_autoptr (TlStudy) study = tl_test_read (sample);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlOpened) opened = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *again = NULL;

  save (study, packed);
  bytes = contents_of (packed);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), 2, "\x1F\x8B", 2);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, strlen (sample) / 2);
  opened = tl_study_open (packed, NULL, NULL, &error);
  g_assert_no_error (error);
  again = tl_test_write (opened->study);
  g_assert_cmpstr (again, ==, sample);
  tl_test_remove (folder);
}

static void
test_same_bytes (void)
{
  g_autofree char *folder = tl_test_folder ();
  g_autoptr (GFile) one = g_file_new_build_filename (folder, "one.throughline.gz", NULL);
  g_autoptr (GFile) two = g_file_new_build_filename (folder, "TWO.GZ", NULL);
  g_autofree char *sample = tl_test_sample ();
  g_autoptr (TlStudy) study = tl_test_read (sample);
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  save (study, one);
  save (study, two);
  first = contents_of (one);
  second = contents_of (two);
  g_assert_true (g_bytes_equal (first, second));
  /* No time stands in its head. */
  g_assert_cmpmem ((const char *) g_bytes_get_data (first, NULL) + 4, 4, "\0\0\0\0", 4);
  tl_test_remove (folder);
}

static void
test_told_by_bytes (void)
{
  g_autofree char *folder = tl_test_folder ();
  g_autoptr (GFile) packed = g_file_new_build_filename (folder, "a.gz", NULL);
  g_autoptr (GFile) renamed = g_file_new_build_filename (folder, "a.throughline", NULL);
  g_autofree char *sample = tl_test_sample ();
  g_autoptr (TlStudy) study = tl_test_read (sample);
  g_autoptr (TlOpened) opened = NULL;

  save (study, packed);
  g_assert_true (g_file_move (packed, renamed, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  opened = tl_study_open (renamed, NULL, NULL, NULL);
  g_assert_nonnull (opened);
  tl_test_remove (folder);
}

static void
test_cut (void)
{
  g_autofree char *folder = tl_test_folder ();
  g_autoptr (GFile) packed = g_file_new_build_filename (folder, "a.gz", NULL);
  g_autofree char *sample = tl_test_sample ();
  g_autoptr (TlStudy) study = tl_test_read (sample);
  g_autoptr (GBytes) bytes = NULL;

  save (study, packed);
  bytes = contents_of (packed);
  for (gsize length = 2; length < g_bytes_get_size (bytes); length += length + 10 < g_bytes_get_size (bytes) ? 5 : 1)
    {
      g_autoptr (GBytes) start = g_bytes_new_from_bytes (bytes, 0, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (TlOpened) opened = tl_study_open_bytes (start, NULL, &error);

      g_assert_null (opened);
      g_assert_error (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_NOT_XML);
    }
  tl_test_remove (folder);
}

static GBytes *
packed_of (const char *text)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);
  g_autoptr (GOutputStream) packed = g_converter_output_stream_new (memory, G_CONVERTER (compressor));

  g_assert_true (g_output_stream_write_all (packed, text, strlen (text), NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (packed, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static GBytes *
joined (GBytes *first, const void *second, gsize length)
{
  GByteArray *all = g_byte_array_new ();

  g_byte_array_append (all, g_bytes_get_data (first, NULL), (guint) g_bytes_get_size (first));
  g_byte_array_append (all, second, (guint) length);
  return g_byte_array_free_to_bytes (all);
}

/* As zcat reads them. */
static void
test_members (void)
{
  g_autoptr (GBytes) first = packed_of (STUDY_START " title=\"In ");
  g_autoptr (GBytes) second = packed_of ("two\"/>\n");
  g_autoptr (GBytes) both = joined (first, g_bytes_get_data (second, NULL), g_bytes_get_size (second));
  g_autoptr (GError) error = NULL;
  g_autoptr (TlOpened) opened = tl_study_open_bytes (both, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (opened->study->title, ==, "In two");
}

static void
test_rubbish_behind (void)
{
  g_autoptr (GBytes) packed = packed_of (STUDY_START "/>\n");

  for (gsize length = 1; length < 20; length += 9)
    {
      g_autoptr (GBytes) more = joined (packed, "\0what is this doing here", length);
      g_autoptr (GError) error = NULL;
      g_autoptr (TlOpened) opened = tl_study_open_bytes (more, NULL, &error);

      g_assert_null (opened);
      g_assert_error (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_NOT_XML);
      g_assert_nonnull (strstr (error->message, "after the end of the packed file"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/storage/gzip/there-and-back", test_there_and_back);
  g_test_add_func ("/storage/gzip/same-bytes", test_same_bytes);
  g_test_add_func ("/storage/gzip/told-by-bytes", test_told_by_bytes);
  g_test_add_func ("/storage/gzip/cut", test_cut);
  g_test_add_func ("/storage/gzip/members", test_members);
  g_test_add_func ("/storage/gzip/rubbish-behind", test_rubbish_behind);
  return g_test_run ();
}
