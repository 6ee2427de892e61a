#include "writer.h"

#include <math.h>
#include <string.h>

#include "kept.h"
#include "source.h"
#include "study-version.h"
#include "study/number-text.h"
#include "xml-text.h"

#define XMLNS "xmlns:"

/* Most studies fit; the text of others doubles as it grows. */
#define FIRST_SIZE 65536

typedef struct
{
  GString *xml;
  const TlItem *study;
  const TlItem *too_long; /* could not be read again */
  GPtrArray *only;        /* contacts that are written; NULL for all */
} Writer;

/* An element that is being written. Its ">" waits until something stands in it. */
typedef struct
{
  const char *name;
  guint indent;
  gboolean is_block; /* each child has a line of its own */
  gboolean is_open;
} Tag;

/* ---- Tags ---- */

static Tag
begin_tag (Writer *self, const char *name, guint indent, gboolean is_block)
{
  g_string_append_c (self->xml, '<');
  g_string_append (self->xml, name);
  return (Tag){ .name = name, .indent = indent, .is_block = is_block };
}

static void
break_line (Writer *self, guint indent)
{
  static const char spaces[] = "                ";

  g_assert (indent < sizeof spaces);
  g_string_append_c (self->xml, '\n');
  g_string_append_len (self->xml, spaces, indent);
}

static void
open_tag (Writer *self, Tag *tag)
{
  if (!tag->is_open)
    g_string_append_c (self->xml, '>');
  tag->is_open = TRUE;
}

static void
begin_child (Writer *self, Tag *tag)
{
  open_tag (self, tag);
  if (tag->is_block)
    break_line (self, tag->indent + 2);
}

static void
end_tag (Writer *self, const Tag *tag)
{
  if (!tag->is_open)
    {
      g_string_append (self->xml, "/>");
      return;
    }
  if (tag->is_block)
    break_line (self, tag->indent);
  g_string_append (self->xml, "</");
  g_string_append (self->xml, tag->name);
  g_string_append_c (self->xml, '>');
}

/* ---- What was kept ---- */

static const char *
kept_value (const TlItem *item, const char *name)
{
  GPtrArray *attributes = item->unknown ? item->unknown->attributes : NULL;

  for (guint i = 0; attributes && i + 1 < attributes->len; i += 2)
    if (strcmp (g_ptr_array_index (attributes, i), name) == 0)
      return g_ptr_array_index (attributes, i + 1);
  return NULL;
}

/* A prefix that the study's own element declares needs no declaration further down. */
static void
append_declaration (Writer *self, const char *prefix, const char *uri)
{
  g_autofree char *name = g_strconcat (XMLNS, prefix, NULL);

  if (g_strcmp0 (kept_value (self->study, name), uri) != 0)
    tl_xml_append_attribute (self->xml, name, uri);
}

static void
append_kept_attributes (Writer *self, const TlItem *item)
{
  const TlUnknown *unknown = item->unknown;

  if (!unknown)
    return;
  for (guint i = 0; unknown->namespaces && i + 1 < unknown->namespaces->len; i += 2)
    append_declaration (self, g_ptr_array_index (unknown->namespaces, i),
                        g_ptr_array_index (unknown->namespaces, i + 1));
  for (guint i = 0; unknown->attributes && i + 1 < unknown->attributes->len; i += 2)
    tl_xml_append_attribute (self->xml, g_ptr_array_index (unknown->attributes, i),
                             g_ptr_array_index (unknown->attributes, i + 1));
}

static void
append_kept_content (Writer *self, Tag *tag, const TlItem *item, const char *holder)
{
  GPtrArray *entries = item->unknown ? item->unknown->elements : NULL;

  for (guint i = 0; entries && i < entries->len; i++)
    {
      const char *xml = tl_kept_content (g_ptr_array_index (entries, i), holder);

      if (!xml)
        continue;
      begin_child (self, tag);
      g_string_append (self->xml, xml);
    }
}

/* ---- Fields ---- */

static void
append_number (Writer *self, const TlField *field, double number)
{
  char buffer[TL_NUMBER_SIZE];

  /* An edit lets no such number in; should one get here, a file that opens is worth more than it. */
  number = CLAMP (number, field->minimum, field->maximum);
  g_string_append_c (self->xml, ' ');
  g_string_append (self->xml, field->name);
  g_string_append (self->xml, "=\"");
  g_string_append (self->xml, tl_number_shortest (number, buffer));
  g_string_append_c (self->xml, '"');
}

static void
append_choice (Writer *self, const TlField *field, int choice)
{
  const TlChoice *word = tl_choice_by_value (field->choices, choice);

  if (word)
    tl_xml_append_attribute (self->xml, field->name, word->nick);
}

static void
append_field (Writer *self, const TlItem *item, const TlField *field)
{
  gconstpointer at = G_STRUCT_MEMBER_P (item, field->offset);
  const TlItem *target;

  if (tl_item_is_default (item, field) && !(field->flags & TL_FIELD_ALWAYS))
    return;
  switch (field->type)
    {
    case TL_FIELD_TEXT:
      if (*(char *const *) at)
        tl_xml_append_attribute (self->xml, field->name, *(char *const *) at);
      break;
    case TL_FIELD_NUMBER:
      if (!isnan (*(const double *) at))
        append_number (self, field, *(const double *) at);
      break;
    case TL_FIELD_CHOICE:
      append_choice (self, field, *(const int *) at);
      break;
    case TL_FIELD_ITEM:
      target = *(TlItem *const *) at;
      if (target && target->id)
        tl_xml_append_attribute (self->xml, field->name, target->id);
      break;
    default:
      g_assert_not_reached ();
    }
}

static const char *
text_of (const TlItem *item, const TlField *field)
{
  return *(char *const *) G_STRUCT_MEMBER_P (item, field->offset);
}

/* What was appended since @start will be read at once. */
static void
check_length (Writer *self, const TlItem *item, gsize start)
{
  if (self->xml->len - start >= TL_SOURCE_MOST_AT_ONCE)
    self->too_long = item;
}

static void
append_attributes (Writer *self, const TlItem *item)
{
  gsize start = self->xml->len;

  if (item->id)
    tl_xml_append_attribute (self->xml, "id", item->id);
  for (const TlField *field = tl_item_type (item->kind)->fields; field->name; field++)
    if (!(field->flags & (TL_FIELD_CONTENT | TL_FIELD_CHILD)))
      append_field (self, item, field);
  append_kept_attributes (self, item);
  check_length (self, item, start);
}

/* ---- Elements in elements ---- */

static void write_item (Writer *self, const TlItem *item, guint indent);

static gboolean
is_kept_for (const TlItem *item, const char *holder)
{
  return tl_kept_attributes (item, holder) || tl_kept_has_content (item, holder);
}

static Tag
begin_holder (Writer *self, Tag *parent, const TlItem *item, const char *name, gboolean is_block)
{
  const char *attributes = tl_kept_attributes (item, name);
  Tag tag;

  begin_child (self, parent);
  tag = begin_tag (self, name, parent->indent + 2, is_block);
  if (attributes)
    g_string_append (self->xml, attributes);
  return tag;
}

static gboolean
stands_in (const TlField *field, const char *wrapper)
{
  return (field->flags & TL_FIELD_CHILD) && g_strcmp0 (field->within, wrapper) == 0;
}

static gboolean
has_text (const TlItem *item, const TlField *field)
{
  return !tl_xml_is_blank (text_of (item, field)) || is_kept_for (item, field->name);
}

static void
append_text (Writer *self, Tag *tag, const TlItem *item, const char *text)
{
  gsize start;

  open_tag (self, tag);
  start = self->xml->len;
  tl_xml_append_text (self->xml, text, -1);
  check_length (self, item, start);
}

static void
write_texts (Writer *self, Tag *parent, const TlItem *item, const char *wrapper)
{
  for (const TlField *field = tl_item_type (item->kind)->fields; field->name; field++)
    {
      const char *text;
      Tag tag;

      if (!stands_in (field, wrapper) || !has_text (item, field))
        continue;
      tag = begin_holder (self, parent, item, field->name, FALSE);
      text = text_of (item, field);
      if (!tl_xml_is_blank (text))
        {
          append_text (self, &tag, item, text);
        }
      append_kept_content (self, &tag, item, field->name);
      end_tag (self, &tag);
    }
}

static void
write_items (Writer *self, Tag *parent, GPtrArray *items)
{
  if (self->only && items->len > 0 && TL_ITEM (items->pdata[0])->kind == TL_ITEM_CONTACT)
    items = self->only;
  for (guint i = 0; i < items->len; i++)
    {
      begin_child (self, parent);
      write_item (self, g_ptr_array_index (items, i), parent->indent + 2);
    }
}

static gboolean
has_texts (const TlItem *item, const char *wrapper)
{
  for (const TlField *field = tl_item_type (item->kind)->fields; field->name; field++)
    if (stands_in (field, wrapper) && has_text (item, field))
      return TRUE;
  return FALSE;
}

static void
write_wrapped (Writer *self, Tag *parent, const TlItem *item, const TlItemList *list)
{
  GPtrArray *items = tl_item_list (item, list->kind);
  gboolean is_block = items->len > 0 || tl_kept_has_content (item, list->element);
  Tag tag;

  if (!is_block && !has_texts (item, list->element) && !tl_kept_attributes (item, list->element))
    return;
  tag = begin_holder (self, parent, item, list->element, is_block);
  write_texts (self, &tag, item, list->element);
  write_items (self, &tag, items);
  append_kept_content (self, &tag, item, list->element);
  end_tag (self, &tag);
}

static void
write_content (Writer *self, Tag *tag, const TlItem *item)
{
  for (const TlField *field = tl_item_type (item->kind)->fields; field->name; field++)
    if ((field->flags & TL_FIELD_CONTENT) && !tl_xml_is_blank (text_of (item, field)))
      {
        append_text (self, tag, item, text_of (item, field));
      }
}

static void
write_body (Writer *self, Tag *tag, const TlItem *item)
{
  write_content (self, tag, item);
  write_texts (self, tag, item, NULL);
  for (const TlItemList *list = tl_item_type (item->kind)->lists; list->offset; list++)
    if (list->element)
      write_wrapped (self, tag, item, list);
    else
      write_items (self, tag, tl_item_list (item, list->kind));
  append_kept_content (self, tag, item, NULL);
}

/* One item a line; what belongs closely to an item, as its shares or links, stands in its line. */
static gboolean
is_block (TlItemKind kind)
{
  return kind == TL_ITEM_STUDY || kind == TL_ITEM_FLOW || kind == TL_ITEM_MEASURE;
}

static void
write_item (Writer *self, const TlItem *item, guint indent)
{
  Tag tag = begin_tag (self, tl_item_type (item->kind)->element, indent, is_block (item->kind));

  if (item->kind == TL_ITEM_STUDY)
    g_string_append (self->xml, " xmlns=\"" TL_STUDY_NAMESPACE "\" version=\"" TL_STUDY_VERSION "\"");
  append_attributes (self, item);
  write_body (self, &tag, item);
  end_tag (self, &tag);
}

static void
write_before_all (Writer *self)
{
  GPtrArray *entries = self->study->unknown ? self->study->unknown->elements : NULL;

  for (guint i = 0; entries && i < entries->len; i++)
    {
      const char *xml = tl_kept_content (g_ptr_array_index (entries, i), TL_KEPT_BEFORE_ALL);

      if (xml)
        g_string_append_printf (self->xml, "%s\n", xml);
    }
}

static GString *
write_all (Writer *self)
{
  self->xml = g_string_sized_new (FIRST_SIZE);
  g_string_append (self->xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  write_before_all (self);
  write_item (self, self->study, 0);
  g_string_append_c (self->xml, '\n');
  return self->xml;
}

/**
 * tl_writer_write: (skip)
 * @study: a study
 * @too_long: (out) (optional) (nullable): an item with more text than can be read again
 *
 * Returns: (transfer full): it as XML text in UTF-8, always the same for the same study
 */
GString *
tl_writer_write (TlStudy *study, const TlItem **too_long)
{
  Writer self = { .study = TL_ITEM (study) };
  GString *xml = write_all (&self);

  if (too_long)
    *too_long = self.too_long;
  return xml;
}

/**
 * tl_writer_write_only: (skip)
 * @study: a study
 * @contacts: (element-type TlContact): of its contacts, those to write, in their order
 *
 * Returns: (transfer full): it as XML text, as tl_writer_write() does, without all other contacts
 */
GString *
tl_writer_write_only (TlStudy *study, GPtrArray *contacts)
{
  Writer self = { .study = TL_ITEM (study), .only = contacts };

  return write_all (&self);
}
