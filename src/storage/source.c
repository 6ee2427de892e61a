#include "source.h"

#include <string.h>

#include "study-file.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* A log of a million contacts takes a few hundred megabytes. */
#define MOST_BYTES (G_GUINT64_CONSTANT (2) << 30)

/* Text packs 5 to 30 times, a made-up log perhaps 100 times. What packs better than this, and is as
 * large, was made to fill somebody's memory. */
#define MOST_TIMES_PACKED 400
#define PACKED_UNCHECKED (G_GUINT64_CONSTANT (64) << 20)

#define BLOCK (64 * 1024)

/* The XML declaration, if there is one, lies within so many bytes. */
#define HEAD 256

struct _TlSource
{
  GBufferedInputStream *packed; /* what is read, before it is unpacked */
  GInputStream *stream;
  GCancellable *cancellable;
  GError *error;
  guint64 bytes;        /* given to the parser */
  guint64 marked_bytes; /* of those, used up at the last mark */
  gboolean at_end;
  char *block;
  gsize block_length;
  gsize block_at;
};

static gboolean
is_gzip (GBufferedInputStream *stream)
{
  gsize length;
  const guint8 *bytes = g_buffered_input_stream_peek_buffer (stream, &length);

  return length >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B;
}

/* The words of a decompressor speak of its insides. */
static GError *
in_our_words (GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    {
      g_error_free (error);
      return g_error_new_literal (
          TL_STORAGE_ERROR, TL_STORAGE_ERROR_NOT_XML,
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
      GError *ours = g_error_new (TL_STORAGE_ERROR, TL_STORAGE_ERROR_IO,
                                  _ ("The file could not be read: %s"), error->message);
      g_error_free (error);
      return ours;
    }
  return error;
}

static gboolean
fill_block (TlSource *self)
{
  gssize count;

  if (self->error || self->at_end)
    return FALSE;
  count = g_input_stream_read (self->stream, self->block, BLOCK, self->cancellable, &self->error);
  if (count < 0)
    self->error = in_our_words (self->error);
  self->at_end = count == 0;
  self->block_at = 0;
  self->block_length = count > 0 ? (gsize) count : 0;
  return count > 0;
}

/* Other encodings would go through iconv: large and old, not a place for strangers' files. */
static gboolean
is_utf8 (const char *head, gsize length)
{
  g_autofree char *text = NULL;
  const char *end;
  const char *encoding;

  if (length >= 2 && (memcmp (head, "\xFE\xFF", 2) == 0 || memcmp (head, "\xFF\xFE", 2) == 0))
    return FALSE;
  if (length >= 2 && ((head[0] == '<' && !head[1]) || (!head[0] && head[1] == '<')))
    return FALSE;
  text = g_strndup (head, length);
  end = strstr (text, "?>");
  encoding = strstr (text, "encoding");
  if (!end || !encoding || encoding > end)
    return TRUE;
  encoding += strlen ("encoding");
  encoding += strspn (encoding, " \t\r\n=");
  return g_ascii_strncasecmp (encoding + 1, "utf-8", 5) == 0
         || g_ascii_strncasecmp (encoding + 1, "us-ascii", 8) == 0;
}

static gboolean
check_head (TlSource *self, GError **error)
{
  if (!fill_block (self))
    {
      if (!self->error)
        self->error = g_error_new_literal (TL_STORAGE_ERROR, TL_STORAGE_ERROR_NOT_XML,
                                           _ ("The file is empty."));
    }
  else if (!is_utf8 (self->block, MIN (self->block_length, HEAD)))
    self->error
        = g_error_new_literal (TL_STORAGE_ERROR, TL_STORAGE_ERROR_NOT_XML,
                               _ ("The file is not in UTF-8. Please save it in that encoding."));
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

  self->packed = G_BUFFERED_INPUT_STREAM (g_buffered_input_stream_new_sized (stream, BLOCK));
  self->cancellable = cancellable ? g_object_ref (cancellable) : NULL;
  self->block = g_malloc (BLOCK);
  if (g_buffered_input_stream_fill (self->packed, BLOCK, cancellable, &self->error) < 0)
    {
      g_propagate_error (error, in_our_words (g_steal_pointer (&self->error)));
      return NULL;
    }
  if (is_gzip (self->packed))
    {
      g_autoptr (GZlibDecompressor) unpack
          = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);

      self->stream
          = g_converter_input_stream_new (G_INPUT_STREAM (self->packed), G_CONVERTER (unpack));
    }
  else
    self->stream = G_INPUT_STREAM (g_object_ref (self->packed));
  return check_head (self, error) ? g_steal_pointer (&self) : NULL;
}

void
tl_source_free (TlSource *self)
{
  g_clear_object (&self->stream);
  g_clear_object (&self->packed);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_free (self->block);
  g_free (self);
}

static gboolean
is_packed_to_harm (const TlSource *self)
{
  guint64 packed;

  if (self->stream == G_INPUT_STREAM (self->packed) || self->bytes < PACKED_UNCHECKED)
    return FALSE;
  packed = (guint64) g_seekable_tell (G_SEEKABLE (self->packed));
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

  if (self->block_at == self->block_length)
    {
      check_bounds (self);
      if (!fill_block (self))
        return 0;
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
