#include "keeper.h"

#include <string.h>

#include "xml-text.h"

/* What other programs put into a study, taken together. Beyond this it is no longer a study. */
#define MOST_BYTES (64 * 1024 * 1024)

/* What one element declares: prefixes and URIs in turn, "" for the default namespace. */
typedef struct
{
  char *name;
  GPtrArray *bindings;
} Element;

struct _TlKeeper
{
  GString *xml;
  GPtrArray *open; /* the elements that are not yet closed, from the outermost */
  char *study_namespace;
  gboolean tag_is_open; /* its ">" is not yet written, it may become "/>" */
  gsize bytes;          /* taken so far */
};

static void
element_free (Element *element)
{
  g_ptr_array_unref (element->bindings);
  g_free (element->name);
  g_free (element);
}

/**
 * tl_keeper_new: (skip)
 * @study_namespace: the namespace that is the default one where the text will stand
 *
 * Returns: (transfer full): a keeper
 */
TlKeeper *
tl_keeper_new (const char *study_namespace)
{
  TlKeeper *self = g_new0 (TlKeeper, 1);

  self->xml = g_string_new (NULL);
  self->open = g_ptr_array_new_with_free_func ((GDestroyNotify) element_free);
  self->study_namespace = g_strdup (study_namespace);
  return self;
}

void
tl_keeper_free (TlKeeper *self)
{
  g_string_free (self->xml, TRUE);
  g_ptr_array_unref (self->open);
  g_free (self->study_namespace);
  g_free (self);
}

/* What @prefix stands for, inside the text as written so far. */
static const char *
look_up (const TlKeeper *self, const char *prefix)
{
  for (guint i = self->open->len; i > 0; i--)
    {
      GPtrArray *bindings = ((Element *) g_ptr_array_index (self->open, i - 1))->bindings;

      for (guint j = 0; j + 1 < bindings->len; j += 2)
        if (strcmp (g_ptr_array_index (bindings, j), prefix) == 0)
          return g_ptr_array_index (bindings, j + 1);
    }
  if (strcmp (prefix, "xml") == 0)
    return (const char *) XML_XML_NAMESPACE;
  return *prefix ? NULL : self->study_namespace;
}

static void
declare (TlKeeper *self, Element *element, const char *prefix, const char *uri)
{
  g_autofree char *name = NULL;

  if (g_strcmp0 (look_up (self, prefix), uri) == 0)
    return;
  name = *prefix ? g_strconcat ("xmlns:", prefix, NULL) : g_strdup ("xmlns");
  tl_xml_append_attribute (self->xml, name, uri);
  g_ptr_array_add (element->bindings, g_strdup (prefix));
  g_ptr_array_add (element->bindings, g_strdup (uri));
}

static const char *
or_empty (const xmlChar *text)
{
  return text ? (const char *) text : "";
}

static void
close_tag (TlKeeper *self)
{
  if (self->tag_is_open)
    g_string_append_c (self->xml, '>');
  self->tag_is_open = FALSE;
}

static void
append_attribute (TlKeeper *self, const xmlChar **attribute)
{
  if (attribute[1])
    g_string_append_printf (self->xml, " %s:%s=\"", attribute[1], attribute[0]);
  else
    g_string_append_printf (self->xml, " %s=\"", attribute[0]);
  tl_xml_append_value (self->xml, (const char *) attribute[3], attribute[4] - attribute[3]);
  g_string_append_c (self->xml, '"');
}

/**
 * tl_keeper_start: (skip)
 * @self: a keeper
 * @name: the element's name
 * @prefix: (nullable): its prefix
 * @uri: (nullable): its namespace
 * @n_namespaces: how many namespaces it declares
 * @namespaces: prefix and URI of each in turn
 * @n_attributes: how many attributes it has
 * @attributes: of each its name, prefix, URI, value and the value's end in turn
 *
 * Takes a start tag, as libxml2's SAX2 reports it. An element of the study's namespace loses its
 * prefix, because that namespace is the default one where the text will stand.
 */
void
tl_keeper_start (TlKeeper *self,
                 const xmlChar *name,
                 const xmlChar *prefix,
                 const xmlChar *uri,
                 int n_namespaces,
                 const xmlChar **namespaces,
                 int n_attributes,
                 const xmlChar **attributes)
{
  gboolean is_ours = g_strcmp0 ((const char *) uri, self->study_namespace) == 0;
  Element *element = g_new0 (Element, 1);

  close_tag (self);
  element->bindings = g_ptr_array_new_with_free_func (g_free);
  element->name = prefix && !is_ours ? g_strdup_printf ("%s:%s", prefix, name) : g_strdup ((const char *) name);
  g_ptr_array_add (self->open, element);
  g_string_append_c (self->xml, '<');
  g_string_append (self->xml, element->name);
  declare (self, element, is_ours ? "" : or_empty (prefix), or_empty (uri));
  for (int i = 0; i < n_namespaces; i++)
    if (namespaces[2 * i])
      declare (self, element, (const char *) namespaces[2 * i], or_empty (namespaces[2 * i + 1]));
  for (int i = 0; i < n_attributes; i++)
    if (attributes[5 * i + 1])
      declare (self, element, (const char *) attributes[5 * i + 1], or_empty (attributes[5 * i + 2]));
  for (int i = 0; i < n_attributes; i++)
    append_attribute (self, attributes + 5 * i);
  self->tag_is_open = TRUE;
}

/**
 * tl_keeper_end: (skip)
 * @self: a keeper
 *
 * Takes the end of the innermost open element.
 *
 * Returns: whether that was the outermost: then the text is complete
 */
gboolean
tl_keeper_end (TlKeeper *self)
{
  Element *element = g_ptr_array_index (self->open, self->open->len - 1);

  if (self->tag_is_open)
    g_string_append (self->xml, "/>");
  else
    g_string_append_printf (self->xml, "</%s>", element->name);
  self->tag_is_open = FALSE;
  g_ptr_array_set_size (self->open, (int) self->open->len - 1);
  return self->open->len == 0;
}

/* tl_keeper_text: takes text, decoded. */
void
tl_keeper_text (TlKeeper *self, const xmlChar *text, int length)
{
  close_tag (self);
  tl_xml_append_text (self->xml, (const char *) text, length);
}

/* tl_keeper_comment: takes a comment, without its marks. */
void
tl_keeper_comment (TlKeeper *self, const xmlChar *text)
{
  close_tag (self);
  g_string_append (self->xml, "<!--");
  g_string_append (self->xml, (const char *) text);
  g_string_append (self->xml, "-->");
}

/* tl_keeper_instruction: takes a processing instruction; @data may be %NULL. */
void
tl_keeper_instruction (TlKeeper *self, const xmlChar *target, const xmlChar *data)
{
  close_tag (self);
  g_string_append (self->xml, "<?");
  g_string_append (self->xml, (const char *) target);
  if (data)
    g_string_append_printf (self->xml, " %s", data);
  g_string_append (self->xml, "?>");
}

/**
 * tl_keeper_is_busy: (skip)
 * @self: a keeper
 *
 * Returns: whether an element is open
 */
gboolean
tl_keeper_is_busy (const TlKeeper *self)
{
  return self->open->len > 0;
}

/**
 * tl_keeper_is_full: (skip)
 * @self: a keeper
 *
 * Returns: whether it was given more than a file can reasonably hold
 */
gboolean
tl_keeper_is_full (const TlKeeper *self)
{
  return self->bytes + self->xml->len > MOST_BYTES;
}

/**
 * tl_keeper_take: (skip)
 * @self: a keeper that is not busy
 *
 * Returns: (transfer full): what it was given since the last call, as XML text
 */
char *
tl_keeper_take (TlKeeper *self)
{
  char *xml = g_strdup (self->xml->str);

  self->bytes += self->xml->len;
  g_string_truncate (self->xml, 0);
  return xml;
}
