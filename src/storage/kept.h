/* kept.h: how content that this version does not know is noted in an item's TlUnknown.
 *
 * An entry of TlUnknown.elements that begins with "<" is an element or a comment of the item's own
 * element. Some elements of a file have no item: wrappers such as <roles>, and those that hold one
 * text, such as <notes>. What is kept for one of these is noted on the item with the element's name,
 * the holder, in front:
 *
 *   roles><x:chart/>        stands within <roles>
 *   roles x:colour="red"    attributes of <roles>, with the declarations that they need
 *   ?><!-- a comment -->    stands before the whole study
 */
#pragma once

#include "study/item.h"

G_BEGIN_DECLS

#define TL_KEPT_BEFORE_ALL "?"

void tl_kept_note (TlItem *item, const char *holder, const char *xml);
void tl_kept_note_attributes (TlItem *item, const char *holder, const char *attributes);

const char *tl_kept_content (const char *entry, const char *holder);
const char *tl_kept_attributes (const TlItem *item, const char *holder);
gboolean tl_kept_has_content (const TlItem *item, const char *holder);

G_END_DECLS
