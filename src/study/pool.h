/* pool.h: memory for what is small and comes a million times: contacts, their ids, days and words.
 *
 * Behind each piece of memory malloc() keeps 8 bytes for itself and rounds up to 16; of a contact that was a third
 * of what it took. A pool keeps nothing: who gives a piece back says how large it was.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gpointer tl_pool_alloc0 (gsize size) G_GNUC_WARN_UNUSED_RESULT;
void tl_pool_free (gpointer piece, gsize size);
char *tl_pool_strdup (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *tl_pool_strndup (const char *text, gsize length) G_GNUC_WARN_UNUSED_RESULT;
void tl_pool_strfree (char *text);

gsize tl_pool_mapped (void);

G_END_DECLS
