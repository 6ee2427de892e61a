/* text-cache.h: texts that many items have in common, found again without a look into the table of all.
 *
 * For readers of long logs, where the same few channels and places come a million times.
 */
#pragma once

#include "value.h"

G_BEGIN_DECLS

typedef struct _TlTextCache TlTextCache;

TlTextCache *tl_text_cache_new (void) G_GNUC_WARN_UNUSED_RESULT;
void tl_text_cache_free (TlTextCache *self);
void tl_text_cache_set (TlTextCache *self, gpointer item, const TlField *field, const char *text, gsize length);

guint tl_text_hash (const char *text, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTextCache, tl_text_cache_free)

G_END_DECLS
