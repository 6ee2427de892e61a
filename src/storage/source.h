/* source.h: the bytes of a study file, unpacked, in bounded memory, as libxml2 wants to read them. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The longest tag, text or comment, in bytes: hundreds of times the longest that people write, and
 * less than libxml2's own limit of 10,000,000, of which it speaks in other words. */
#define TL_SOURCE_MOST_AT_ONCE 8000000

typedef struct _TlSource TlSource;

TlSource *tl_source_new (GInputStream *stream, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tl_source_free (TlSource *self);

int tl_source_read (TlSource *self, char *buffer, int length);
void tl_source_mark (TlSource *self);
gboolean tl_source_is_at_end (const TlSource *self);
gboolean tl_source_finish (TlSource *self);
const GError *tl_source_error (const TlSource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSource, tl_source_free)

G_END_DECLS
