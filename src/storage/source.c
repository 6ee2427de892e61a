#include "source.h"

#include <string.h>

#include "study-file.h"
#include "throughline-config.h"
#include "unpacker.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* A log of a million contacts takes a few hundred megabytes. */
#define MOST_BYTES (G_GUINT64_CONSTANT (2) << 30)

/* Text packs 5 to 30 times, a made-up log perhaps 100 times. What packs better than this, and is as
 * large, was made to fill somebody's memory. */
#define MOST_TIMES_PACKED 400
#define PACKED_UNCHECKED (G_GUINT64_CONSTANT (64) << 20)

#define BLOCK (64 * 1024)

struct _TlSource
{
  GBufferedInputStream *stream;
  TlUnpacker *unpacker; /* NULL where nothing is packed */
  GCancellable *cancellable;
  GError *error;
  guint64 bytes;        /* given to the parser */
  guint64 marked_bytes; /* of those, used up at the last mark */
  gboolean at_end;
  gboolean has_nul; /* the block ends before one */
  char *block;
  gsize block_length;
  gsize block_at;
};

/* The words of a decompressor speak of its insides. */
static GError *
in_our_words (GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    {
      g_error_free (error);
      return g_error_new_literal (TL_STORAGE_ERROR, TL_STORAGE_ERROR_NOT_XML,
                                  _ ("The packed file ends in the middle; the rest of it is missing."));
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    {
      g_error_free (error);
      return g_error_new_literal (TL_STORAGE_ERROR, TL_STORAGE_ERROR_NOT_XML,
                                  _ ("The packed file is damaged and can't be unpacked."));
    }
  if (error->domain == G_IO_ERROR && error->code != G_IO_ERROR_CANCELLED)
    {
      GError *ours
          = g_error_new (TL_STORAGE_ERROR, TL_STORAGE_ERROR_IO, _ ("The file could not be read: %s"), error->message);
      g_error_free (error);
      return ours;
    }
  return error;
}

static gssize
read_some (TlSource *self, char *buffer, gsize length)
{
  if (self->unpacker)
    return tl_unpacker_read (self->unpacker, buffer, length, self->cancellable, &self->error);
  return g_input_stream_read (G_INPUT_STREAM (self->stream), buffer, length, self->cancellable, &self->error);
}

/* libxml2 takes a NUL for the end of all, and says nothing of what follows. */
static void
stop_at_nul (TlSource *self)
{
  const char *nul = memchr (self->block, '\0', self->block_length);

  if (!nul)
    return;
  self->has_nul = TRUE;
  self->block_length = (gsize) (nul - self->block);
}

static gboolean
fill_block (TlSource *self)
{
  gssize count;

  if (self->has_nul && !self->error)
    self->error = g_error_new_literal (TL_STORAGE_ERROR, TL_STORAGE_ERROR_NOT_XML,
                                       _ ("There is a character here that XML can't hold: a byte of 0."));
  if (self->error || self->at_end)
    return FALSE;
  count = read_some (self, self->block, BLOCK);
  if (count < 0)
    self->error = in_our_words (self->error);
  self->at_end = count == 0;
  self->block_at = 0;
  self->block_length = count > 0 ? (gsize) count : 0;
  return count > 0;
}

/* The parser tells encodings by the first four bytes; it must see no more of a file than we do. */
static gboolean
fill_first_block (TlSource *self)
{
  if (!fill_block (self))
    return FALSE;
  while (self->block_length < 4)
    {
      gssize count = read_some (self, self->block + self->block_length, BLOCK - self->block_length);

      if (count < 0)
        self->error = in_our_words (self->error);
      if (count <= 0)
        return count == 0;
      self->block_length += (gsize) count;
    }
  return TRUE;
}

/* Encodings of two or four bytes a letter, with a mark or without; and EBCDIC's “<?xm”. XML 1.0,
 * appendix F.1. */
static gboolean
is_of_another_kind (const char *head, gsize length)
{
  return memchr (head, '\0', MIN (length, 4))
         || (length >= 2 && (memcmp (head, "\xFE\xFF", 2) == 0 || memcmp (head, "\xFF\xFE", 2) == 0))
         || (length >= 4 && memcmp (head, "\x4C\x6F\xA7\x94", 4) == 0);
}

/* Returns: (nullable): behind the “=” of the encoding that an XML declaration names */
static const char *
find_encoding (const char *text)
{
  const char *end = strstr (text, "?>");
  const char *encoding;

  if (g_str_has_prefix (text, "\xEF\xBB\xBF"))
    text += 3;
  encoding = g_str_has_prefix (text, "<?xml") ? strstr (text, "encoding") : NULL;
  if (!end || !encoding || encoding > end)
    return NULL;
  encoding += strlen ("encoding");
  encoding += strspn (encoding, " \t\r\n");
  return *encoding == '=' ? encoding + 1 + strspn (encoding + 1, " \t\r\n") : NULL;
}

/* Other encodings would go through iconv: large and old, not a place for strangers' files. What is
 * named too late to be seen here is ignored by the parser, which takes only UTF-8. */
static gboolean
is_utf8 (const char *head, gsize length)
{
  g_autofree char *text = NULL;
  const char *encoding;

  if (is_of_another_kind (head, length))
    return FALSE;
  text = g_strndup (head, length);
  encoding = find_encoding (text);
  if (!encoding || (*encoding != '"' && *encoding != '\''))
    return TRUE;
  encoding++;
  return g_ascii_strncasecmp (encoding, "utf-8", 5) == 0 || g_ascii_strncasecmp (encoding, "us-ascii", 8) == 0;
}

static gboolean
check_head (TlSource *self, GError **error)
{
  if (!fill_first_block (self))
    {
      if (!self->error)
        self->error = g_error_new_literal (TL_STORAGE_ERROR, TL_STORAGE_ERROR_NOT_XML, _ ("The file is empty."));
    }
  else if (!is_utf8 (self->block, self->block_length))
    self->error = g_error_new_literal (TL_STORAGE_ERROR, TL_STORAGE_ERROR_NOT_XML,
                                       _ ("The file is not in UTF-8. Please save it in that encoding."));
  stop_at_nul (self);
  if (self->error)
    g_propagate_error (error, g_error_copy (self->error));
  return self->error == NULL;
}

/**
 * tl_source_new: (skip)
 * @stream: a file's bytes; packed with gzip or not
 * @cancellable: (nullable): to stop reading
 * @error: where it can't be read, is empty, or is not UTF-8
 *
 * Returns: (transfer full) (nullable): a source for the parser
 */
TlSource *
tl_source_new (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (TlSource) self = g_new0 (TlSource, 1);

  self->stream = G_BUFFERED_INPUT_STREAM (g_buffered_input_stream_new_sized (stream, BLOCK));
  self->cancellable = cancellable ? g_object_ref (cancellable) : NULL;
  self->block = g_malloc (BLOCK);
  if (g_buffered_input_stream_fill (self->stream, BLOCK, cancellable, &self->error) < 0)
    {
      g_propagate_error (error, in_our_words (g_steal_pointer (&self->error)));
      return NULL;
    }
  if (tl_is_gzip (self->stream))
    self->unpacker = tl_unpacker_new (self->stream);
  return check_head (self, error) ? g_steal_pointer (&self) : NULL;
}

void
tl_source_free (TlSource *self)
{
  g_clear_pointer (&self->unpacker, tl_unpacker_free);
  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_free (self->block);
  g_free (self);
}

static gboolean
is_packed_to_harm (const TlSource *self)
{
  guint64 packed;

  if (!self->unpacker || self->bytes < PACKED_UNCHECKED)
    return FALSE;
  packed = (guint64) g_seekable_tell (G_SEEKABLE (self->stream));
  return self->bytes / MAX (packed, 1) > MOST_TIMES_PACKED;
}

static void
check_bounds (TlSource *self)
{
  const char *words = NULL;

  if (self->error)
    return;
  if (self->bytes - self->marked_bytes > TL_SOURCE_MOST_AT_ONCE)
    words = _ ("A name, a text or a comment here is longer than 8 megabytes.");
  else if (self->bytes > MOST_BYTES)
    words = _ ("The file is larger than 2 gigabytes.");
  else if (is_packed_to_harm (self))
    words = _ ("The file is packed so tightly that it can't be a study.");
  if (words)
    self->error = g_error_new_literal (TL_STORAGE_ERROR, TL_STORAGE_ERROR_UNSAFE, words);
}

/**
 * tl_source_read: (skip)
 * @self: a source
 * @buffer: where to put bytes
 * @length: how many at most
 *
 * For an xmlInputReadCallback. After an error it reports the end of the file, since libxml2 would tell
 * others, in its own words, of a read that failed: ask tl_source_error() first when it then complains.
 *
 * Returns: the number of bytes, 0 at the end
 */
int
tl_source_read (TlSource *self, char *buffer, int length)
{
  gsize count;

  while (self->block_at == self->block_length)
    {
      check_bounds (self);
      if (!fill_block (self))
        return 0;
      stop_at_nul (self);
    }
  count = MIN ((gsize) length, self->block_length - self->block_at);
  memcpy (buffer, self->block + self->block_at, count);
  self->block_at += count;
  self->bytes += count;
  return (int) count;
}

/**
 * tl_source_mark: (skip)
 * @self: a source
 *
 * Says that the parser has made something of what it was given. If it then wants more than
 * #TL_SOURCE_MOST_AT_ONCE bytes before the next mark, reading ends with an error.
 */
void
tl_source_mark (TlSource *self)
{
  self->marked_bytes = self->bytes;
}

/**
 * tl_source_is_at_end: (skip)
 * @self: a source
 *
 * Returns: whether the parser has been given all there is
 */
gboolean
tl_source_is_at_end (const TlSource *self)
{
  return self->at_end;
}

/**
 * tl_source_finish: (skip)
 * @self: a source whose study has ended
 *
 * Looks at what comes after it, if the parser has not: a packed file may be damaged there.
 *
 * Returns: whether all has been read and nothing was wrong
 */
gboolean
tl_source_finish (TlSource *self)
{
  char byte;

  return tl_source_read (self, &byte, 1) == 0 && !self->error;
}

/**
 * tl_source_error: (skip)
 * @self: a source
 *
 * Returns: (transfer none) (nullable): why reading ended before the end
 */
const GError *
tl_source_error (const TlSource *self)
{
  return self->error;
}
