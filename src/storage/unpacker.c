/* Why not GConverterInputStream: it stops after the first member of a file and does not say what
 * follows, which may be a second member (RFC 1952, section 2.2) or rubbish. */
#include "unpacker.h"

#include "study-file.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlUnpacker
{
  GBufferedInputStream *packed;
  GConverter *unpack;
  gboolean at_end;          /* of the packed bytes */
  gboolean between_members; /* one is over, another may follow */
};

/**
 * tl_is_gzip: (skip)
 * @stream: a stream of which something was read ahead
 *
 * Returns: whether what comes next begins as a gzip file does
 */
gboolean
tl_is_gzip (GBufferedInputStream *stream)
{
  gsize length;
  const guint8 *bytes = g_buffered_input_stream_peek_buffer (stream, &length);

  return length >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B;
}

/**
 * tl_unpacker_new: (skip)
 * @packed: a stream for which tl_is_gzip() said yes
 *
 * Returns: (transfer full): what unpacks it
 */
TlUnpacker *
tl_unpacker_new (GBufferedInputStream *packed)
{
  TlUnpacker *self = g_new0 (TlUnpacker, 1);

  self->packed = g_object_ref (packed);
  self->unpack = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  return self;
}

void
tl_unpacker_free (TlUnpacker *self)
{
  g_object_unref (self->unpack);
  g_object_unref (self->packed);
  g_free (self);
}

/* Two bytes are what it takes to tell a member. */
static gboolean
read_ahead (TlUnpacker *self, GCancellable *cancellable, GError **error)
{
  while (!self->at_end && g_buffered_input_stream_get_available (self->packed) < 2)
    {
      gssize count = g_buffered_input_stream_fill (self->packed, -1, cancellable, error);

      if (count < 0)
        return FALSE;
      self->at_end = count == 0;
    }
  return TRUE;
}

static gboolean
is_over (const TlUnpacker *self)
{
  return self->between_members && g_buffered_input_stream_get_available (self->packed) == 0;
}

static gboolean
begin_next_member (TlUnpacker *self, GError **error)
{
  if (!tl_is_gzip (self->packed))
    {
      g_set_error_literal (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_NOT_XML,
                           _ ("There is something after the end of the packed file."));
      return FALSE;
    }
  g_converter_reset (self->unpack);
  self->between_members = FALSE;
  return TRUE;
}

static GConverterResult
unpack_some (TlUnpacker *self, char *buffer, gsize length, gsize *n_written, GError **error)
{
  gsize available;
  gsize n_read = 0;
  const void *bytes = g_buffered_input_stream_peek_buffer (self->packed, &available);
  GConverterResult result
      = g_converter_convert (self->unpack, bytes, available, buffer, length,
                             self->at_end ? G_CONVERTER_INPUT_AT_END : G_CONVERTER_NO_FLAGS, &n_read, n_written, error);

  /* It lies in the buffer already, so this can't fail. */
  if (result != G_CONVERTER_ERROR && n_read > 0)
    g_input_stream_skip (G_INPUT_STREAM (self->packed), n_read, NULL, NULL);
  return result;
}

/**
 * tl_unpacker_read: (skip)
 * @self: an unpacker
 * @buffer: where to put bytes
 * @length: how many have room there
 * @cancellable: (nullable): to stop
 * @error: %G_IO_ERROR_PARTIAL_INPUT where the end is missing, be it only that of the sum that follows the
 *   content; %G_IO_ERROR_INVALID_DATA; a #TlStorageError where something else follows
 *
 * Several members one after the other are read as one file, as zcat does.
 *
 * Returns: how many bytes there are now, 0 at the end, -1 on error
 */
gssize
tl_unpacker_read (TlUnpacker *self, char *buffer, gsize length, GCancellable *cancellable, GError **error)
{
  gsize n_written = 0;

  while (n_written == 0)
    {
      GConverterResult result;

      if (!read_ahead (self, cancellable, error))
        return -1;
      if (is_over (self))
        return 0;
      if (self->between_members && !begin_next_member (self, error))
        return -1;
      result = unpack_some (self, buffer, length, &n_written, error);
      if (result == G_CONVERTER_ERROR)
        return -1;
      self->between_members = result == G_CONVERTER_FINISHED;
    }
  return (gssize) n_written;
}
