/* unpacker.h: what lies in a gzip file, to its very end. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TlUnpacker TlUnpacker;

TlUnpacker *tl_unpacker_new (GBufferedInputStream *packed) G_GNUC_WARN_UNUSED_RESULT;
void tl_unpacker_free (TlUnpacker *self);

gssize tl_unpacker_read (TlUnpacker *self, char *buffer, gsize length, GCancellable *cancellable, GError **error);

gboolean tl_is_gzip (GBufferedInputStream *stream);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlUnpacker, tl_unpacker_free)

G_END_DECLS
