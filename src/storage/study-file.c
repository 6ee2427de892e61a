#include "study-file.h"

#include <string.h>

#include "etag.h"
#include "newer.h"
#include "problems.h"
#include "reader.h"
#include "safe-file.h"
#include "source.h"
#include "study-version.h"
#include "throughline-config.h"
#include "writer.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/**
 * tl_opened_free:
 * @opened: (transfer full): what tl_study_open() returned
 *
 * Frees it with the study, unless @opened->study was taken and set to %NULL.
 */
void
tl_opened_free (TlOpened *opened)
{
  g_clear_pointer (&opened->study, tl_study_unref);
  g_free (opened->etag);
  g_free (opened);
}

/**
 * tl_opened_check_writable:
 * @opened: an open file
 * @error: set to %TL_STORAGE_ERROR_READ_ONLY where it is of a newer version
 *
 * Returns: whether the file it came from may be written over
 */
gboolean
tl_opened_check_writable (const TlOpened *opened, GError **error)
{
  if (!opened->newer)
    return TRUE;
  g_set_error_literal (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_READ_ONLY,
                       _ ("This study was made by a newer version of Throughline. Saving it here would lose "
                          "what only that version knows."));
  return FALSE;
}

/**
 * tl_opened_describe_version:
 * @opened: an open file
 *
 * Returns: (transfer full) (nullable): that it is of a newer version, and what that means, in a sentence
 *   without a full stop; %NULL where it is not
 */
char *
tl_opened_describe_version (const TlOpened *opened)
{
  char number[24];

  if (!opened->newer)
    return NULL;
  g_snprintf (number, sizeof number, "%" G_GUINT64_FORMAT, opened->version);
  /* Translators: %s is the number of a version, as 2 */
  return g_strdup_printf (_ ("This study was made by a newer version (%s); what this version does "
                             "not know is left out"),
                          number);
}

/* ---- Opening ---- */

static TlOpened *
read_source (TlSource *source, GPtrArray *problems, GError **error)
{
  g_autoptr (TlProblems) found = tl_problems_new ();
  g_autoptr (TlOpened) opened = g_new0 (TlOpened, 1);
  const GError *of_source;
  TlFileVersion version;

  opened->study = tl_reader_read (source, found, &version);
  opened->version = version.number;
  opened->version_line = version.line;
  opened->newer = version.number > 1;
  of_source = tl_source_error (source);
  if (of_source && of_source->domain != TL_STORAGE_ERROR)
    {
      g_propagate_error (error, g_error_copy (of_source));
      return NULL;
    }
  if (!tl_problems_report (found, problems, error))
    return NULL;
  if (opened->newer && !tl_newer_study_tidy (opened->study, error))
    return NULL;
  return g_steal_pointer (&opened);
}

/* Whoever lists the problems lists this one too. */
static void
note_whole (GPtrArray *problems, const GError *error)
{
  TlFileProblem *problem;

  if (!problems || problems->len > 0 || error->domain != TL_STORAGE_ERROR)
    return;
  problem = g_new0 (TlFileProblem, 1);
  problem->line = problem->column = error->code == TL_STORAGE_ERROR_NOT_XML;
  problem->message = g_strdup (error->message);
  g_ptr_array_add (problems, problem);
}

static TlOpened *
read_stream (GInputStream *stream, GPtrArray *problems, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (TlSource) source = tl_source_new (stream, cancellable, &failure);
  TlOpened *opened = source ? read_source (source, problems, &failure) : NULL;

  if (!opened)
    {
      note_whole (problems, failure);
      g_propagate_error (error, g_steal_pointer (&failure));
    }
  return opened;
}

/* A parse name would show a name that is not UTF-8 as a URI, which nobody typed. */
static char *
name_of (GFile *file)
{
  return g_file_peek_path (file) ? g_filename_display_name (g_file_peek_path (file)) : g_file_get_parse_name (file);
}

static GError *
why_not_opened (GFile *file, const GError *error)
{
  g_autofree char *name = name_of (file);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return g_error_new (TL_STORAGE_ERROR, TL_STORAGE_ERROR_IO, _ ("There is no file “%s”."), name);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    return g_error_new (TL_STORAGE_ERROR, TL_STORAGE_ERROR_IO, _ ("“%s” is a folder, not a file."), name);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return g_error_new (TL_STORAGE_ERROR, TL_STORAGE_ERROR_IO, _ ("You may not read “%s”."), name);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_copy (error);
  return g_error_new (TL_STORAGE_ERROR, TL_STORAGE_ERROR_IO, _ ("“%s” could not be opened: %s"), name, error->message);
}

static GInputStream *
open_stream (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;
  GFileInputStream *stream = g_file_read (file, cancellable, &failure);

  if (!stream)
    g_propagate_error (error, why_not_opened (file, failure));
  return stream ? G_INPUT_STREAM (stream) : NULL;
}

/**
 * tl_study_open:
 * @file: a study file, packed with gzip or not
 * @problems: (nullable) (element-type TlFileProblem): where to add what is wrong with it, in the file's
 *   order; its free function should be tl_file_problem_free()
 * @cancellable: (nullable): to stop reading
 * @error: a #TlStorageError in words for a person, with the line and column of the first problem and the
 *   number of others; %G_IO_ERROR_CANCELLED where stopped
 *
 * Reads a whole study. It takes a few times the memory of the study itself, whatever the file holds, and
 * can be called from any thread: nobody else sees the study before it is returned.
 *
 * Returns: (transfer full) (nullable): the study, %NULL where anything at all is wrong
 */
TlOpened *
tl_study_open (GFile *file, GPtrArray *problems, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GInputStream) stream = open_stream (file, cancellable, &failure);
  g_autoptr (GFileInfo) info = NULL;
  TlOpened *opened;

  if (!stream)
    {
      note_whole (problems, failure);
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  /* Before reading: who writes meanwhile is noticed when saving. */
  info = g_file_input_stream_query_info (G_FILE_INPUT_STREAM (stream), TL_ETAG_ATTRIBUTES, NULL, NULL);
  opened = read_stream (stream, problems, cancellable, error);
  if (opened && info)
    opened->etag = tl_etag_of_info (info);
  return opened;
}

/**
 * tl_study_open_bytes:
 * @bytes: what stands in a study file, packed with gzip or not
 * @problems: (nullable) (element-type TlFileProblem): as for tl_study_open()
 * @error: as for tl_study_open()
 *
 * Returns: (transfer full) (nullable): the study, without an etag
 */
TlOpened *
tl_study_open_bytes (GBytes *bytes, GPtrArray *problems, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return read_stream (stream, problems, NULL, error);
}

/* ---- Saving ---- */

/**
 * tl_study_to_bytes:
 * @study: a study
 *
 * Returns: (transfer full): it as it stands in a file, not packed; always the same for the same study
 */
GBytes *
tl_study_to_bytes (TlStudy *study)
{
  return g_string_free_to_bytes (tl_writer_write (study, NULL));
}

/* Without a name and a time in its head, so that the same study gives the same bytes. */
static GBytes *
pack (GBytes *bytes, GError **error)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);
  g_autoptr (GOutputStream) packed = g_converter_output_stream_new (memory, G_CONVERTER (compressor));

  if (!g_output_stream_write_all (packed, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, NULL, error)
      || !g_output_stream_close (packed, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/**
 * tl_study_to_readable_bytes:
 * @study: a study
 * @error: %TL_STORAGE_ERROR_INVALID where an item's text is so long that the file could not be opened again: better
 *   no file than that
 *
 * The first half of tl_study_save(), after which the study may be changed.
 *
 * Returns: (transfer full) (nullable): it as it stands in a file, not packed
 */
GBytes *
tl_study_to_readable_bytes (TlStudy *study, GError **error)
{
  const TlItem *too_long;
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (tl_writer_write (study, &too_long));
  g_autofree char *name = NULL;

  if (!too_long)
    return g_steal_pointer (&bytes);
  name = tl_item_describe (too_long);
  g_set_error (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_INVALID,
               _ ("Nothing was saved, because a text is longer than 8 megabytes: %s"), name);
  return NULL;
}

static gboolean
is_packed_by_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  gsize length = name ? strlen (name) : 0;

  return length > 3 && g_ascii_strcasecmp (name + length - 3, ".gz") == 0;
}

/**
 * tl_study_save_bytes:
 * @bytes: what tl_study_to_readable_bytes() gave
 * @file: as for tl_study_save()
 * @expected_etag: (nullable): as for tl_safe_file_replace()
 * @new_etag: (out) (optional) (transfer full) (nullable): as for tl_safe_file_replace()
 * @error: as for tl_safe_file_replace()
 *
 * The second half of tl_study_save(). It can be called from any thread.
 *
 * Returns: whether it is on the disk now
 */
gboolean
tl_study_save_bytes (GBytes *bytes, GFile *file, const char *expected_etag, char **new_etag, GError **error)
{
  g_autoptr (GBytes) packed = is_packed_by_name (file) ? pack (bytes, error) : g_bytes_ref (bytes);

  return packed && tl_safe_file_replace (file, packed, expected_etag, new_etag, error);
}

/**
 * tl_study_save:
 * @study: a study
 * @file: where to; packed where its name ends in ".gz"
 * @expected_etag: (nullable): as for tl_safe_file_replace()
 * @new_etag: (out) (optional) (transfer full) (nullable): as for tl_safe_file_replace()
 * @error: as for tl_safe_file_replace(); %TL_STORAGE_ERROR_INVALID where an item's text is so long that
 *   the file could not be opened again
 *
 * Saves the study, wholly or not at all. What was opened from a newer version must not come here: see
 * tl_opened_check_writable().
 *
 * Returns: whether it is on the disk now
 */
gboolean
tl_study_save (TlStudy *study, GFile *file, const char *expected_etag, char **new_etag, GError **error)
{
  g_autoptr (GBytes) bytes = tl_study_to_readable_bytes (study, error);

  return bytes && tl_study_save_bytes (bytes, file, expected_etag, new_etag, error);
}
