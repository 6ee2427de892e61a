/* keeper.h: turns what a parser reports of an unknown element back into XML text.
 *
 * The text stands on its own: it declares the prefixes that it uses, so that it can be written into
 * another place or another study.
 */
#pragma once

#include <glib.h>
#include <libxml/parser.h>

G_BEGIN_DECLS

typedef struct _TlKeeper TlKeeper;

TlKeeper *tl_keeper_new (const char *study_namespace) G_GNUC_WARN_UNUSED_RESULT;
void tl_keeper_free (TlKeeper *self);

void tl_keeper_start (TlKeeper *self,
                      const xmlChar *name,
                      const xmlChar *prefix,
                      const xmlChar *uri,
                      int n_namespaces,
                      const xmlChar **namespaces,
                      int n_attributes,
                      const xmlChar **attributes);
gboolean tl_keeper_end (TlKeeper *self);
void tl_keeper_text (TlKeeper *self, const xmlChar *text, int length);
void tl_keeper_comment (TlKeeper *self, const xmlChar *text);
void tl_keeper_instruction (TlKeeper *self, const xmlChar *target, const xmlChar *data);

gboolean tl_keeper_is_busy (const TlKeeper *self);
gboolean tl_keeper_is_full (const TlKeeper *self);
char *tl_keeper_take (TlKeeper *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlKeeper, tl_keeper_free)

G_END_DECLS
