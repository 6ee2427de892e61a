#include "kept.h"

#include <string.h>

#include "study/item-build.h"

/* What follows @holder and @mark in an entry, NULL where it is about something else. */
static const char *
after (const char *entry, const char *holder, char mark)
{
  gsize length = strlen (holder);

  return strncmp (entry, holder, length) == 0 && entry[length] == mark ? entry + length : NULL;
}

/**
 * tl_kept_note: (skip)
 * @item: an item
 * @holder: (nullable): the element within @item that holds it, %NULL for the item's own
 * @xml: an element, a comment or an instruction as XML text
 *
 * Keeps it.
 */
void
tl_kept_note (TlItem *item, const char *holder, const char *xml)
{
  g_autofree char *entry = holder ? g_strconcat (holder, ">", xml, NULL) : NULL;

  tl_item_keep_element (item, entry ? entry : xml);
}

/**
 * tl_kept_note_attributes: (skip)
 * @item: an item
 * @holder: an element within @item
 * @attributes: attributes as they stand in a tag, each after a space
 *
 * Keeps them.
 */
void
tl_kept_note_attributes (TlItem *item, const char *holder, const char *attributes)
{
  g_autofree char *entry = g_strconcat (holder, attributes, NULL);

  tl_item_keep_element (item, entry);
}

/**
 * tl_kept_content: (skip)
 * @entry: an entry of TlUnknown.elements
 * @holder: (nullable): an element within the item, %NULL for the item's own
 *
 * Returns: (nullable): the XML text, if that is what it holds
 */
const char *
tl_kept_content (const char *entry, const char *holder)
{
  const char *content;

  if (!holder)
    return *entry == '<' ? entry : NULL;
  content = after (entry, holder, '>');
  return content ? content + 1 : NULL;
}

static GPtrArray *
entries_of (const TlItem *item)
{
  return item->unknown ? item->unknown->elements : NULL;
}

/**
 * tl_kept_attributes: (skip)
 * @item: an item
 * @holder: an element within it
 *
 * Returns: (nullable): the kept attributes of that element, as they stand in its tag
 */
const char *
tl_kept_attributes (const TlItem *item, const char *holder)
{
  GPtrArray *entries = entries_of (item);

  for (guint i = 0; entries && i < entries->len; i++)
    {
      const char *attributes = after (g_ptr_array_index (entries, i), holder, ' ');

      if (attributes)
        return attributes;
    }
  return NULL;
}

/**
 * tl_kept_has_content: (skip)
 * @item: an item
 * @holder: (nullable): an element within it, %NULL for the item's own
 *
 * Returns: whether there is kept content for it
 */
gboolean
tl_kept_has_content (const TlItem *item, const char *holder)
{
  GPtrArray *entries = entries_of (item);

  for (guint i = 0; entries && i < entries->len; i++)
    if (tl_kept_content (g_ptr_array_index (entries, i), holder))
      return TRUE;
  return FALSE;
}
