#include "xml-error.h"

#include <string.h>

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* What people mistype, and what programs that write files do; for all else libxml2's own words have
 * to do. */
static const struct
{
  int code;
  const char *words;
} known[] = {
  { XML_ERR_DOCUMENT_EMPTY, N_ ("This is not a study file: it does not begin with “<”.") },
  { XML_ERR_INVALID_ENCODING, N_ ("There is a character here that is not UTF-8, or that XML can't hold.") },
  { XML_ERR_INVALID_CHAR, N_ ("There is a character here that is not UTF-8, or that XML can't hold.") },
  { XML_ERR_INVALID_CHARREF, N_ ("There is a character here that XML can't hold.") },
  { XML_ERR_TAG_NAME_MISMATCH, N_ ("This closes another element than the one that is open.") },
  { XML_ERR_ATTRIBUTE_REDEFINED, N_ ("The same attribute stands here twice.") },
  { XML_NS_ERR_ATTRIBUTE_REDEFINED, N_ ("The same attribute stands here twice.") },
  { XML_ERR_UNDECLARED_ENTITY, N_ ("There is an entity (&…;) here that XML does not know; write "
                                   "the character itself.") },
  { XML_WAR_UNDECLARED_ENTITY, N_ ("There is an entity (&…;) here that XML does not know; write "
                                   "the character itself.") },
  { XML_ERR_ENTITYREF_SEMICOL_MISSING, N_ ("There is a bare “&” before this; write “&amp;”.") },
  { XML_ERR_LT_IN_ATTRIBUTE, N_ ("There is a “<” in a value here; write “&lt;”, or close the value "
                                 "before it with a quote.") },
  { XML_ERR_ATTRIBUTE_NOT_STARTED, N_ ("A quote is missing here, before the value.") },
  { XML_ERR_ATTRIBUTE_NOT_FINISHED, N_ ("The quote that ends a value is missing here.") },
  { XML_ERR_ATTRIBUTE_WITHOUT_VALUE, N_ ("An attribute has no value here; write name=\"value\".") },
  { XML_ERR_SPACE_REQUIRED, N_ ("Something is missing before this: a space, a “>”, or the quote "
                                "that ends a value.") },
  { XML_ERR_GT_REQUIRED, N_ ("A “>” is missing here.") },
  { XML_ERR_NAME_REQUIRED, N_ ("There is a “<” here that begins no element; write “&lt;”.") },
  { XML_ERR_TAG_NOT_FINISHED, N_ ("The file ends in the middle; the rest of it is missing.") },
  { XML_ERR_MISPLACED_CDATA_END, N_ ("There is a “]]>” in a text here; write “]]&gt;”.") },
  { XML_ERR_HYPHEN_IN_COMMENT, N_ ("There is a “--” in a comment here, where none can be.") },
  { XML_ERR_COMMENT_NOT_FINISHED, N_ ("A comment begins here that never ends.") },
  { XML_ERR_RESERVED_XML_NAME, N_ ("The line “<?xml…?>” must be the very first of the file.") },
  { XML_ERR_XMLDECL_NOT_FINISHED, N_ ("The first line, “<?xml…?>”, is not as XML wants it.") },
  { XML_ERR_STRING_NOT_STARTED, N_ ("The first line, “<?xml…?>”, is not as XML wants it.") },
  { XML_ERR_STRING_NOT_CLOSED, N_ ("The first line, “<?xml…?>”, is not as XML wants it.") },
  { XML_ERR_ENCODING_NAME, N_ ("The first line, “<?xml…?>”, is not as XML wants it.") },
  { XML_ERR_VERSION_MISSING, N_ ("The first line, “<?xml…?>”, is not as XML wants it.") },
  { XML_ERR_EQUAL_REQUIRED, N_ ("The first line, “<?xml…?>”, is not as XML wants it.") },
  { XML_NS_ERR_UNDEFINED_NAMESPACE, N_ ("There is a prefix here that stands for no namespace.") },
  { XML_ERR_DOCUMENT_END, N_ ("There is something after the end of the study.") },
};

/* libxml2 has one code for a “<”, a “&” and a tag in which no name follows. */
static gboolean
is_name_required_by (const xmlError *error, const char *what)
{
  return error->code == XML_ERR_NAME_REQUIRED && error->message && strstr (error->message, what);
}

static const char *
known_words (const xmlError *error)
{
  if (is_name_required_by (error, "EntityRef"))
    return N_ ("There is a bare “&” before this; write “&amp;”.");
  if (is_name_required_by (error, "attribute name"))
    return N_ ("Something is missing before this: a space, a “>”, or the quote that ends a value.");
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (known[i].code == error->code)
      return known[i].words;
  return NULL;
}

static gboolean
is_of_size (int code)
{
  return code == XML_ERR_NAME_TOO_LONG || code == XML_ERR_NO_MEMORY || code == XML_ERR_INTERNAL_ERROR
         || code == XML_ERR_ENTITY_LOOP;
}

static gboolean
is_part_of_character (const xmlChar *from, const xmlChar *end)
{
  return end - from < 4 && g_utf8_get_char_validated ((const char *) from, end - from) == (gunichar) -2;
}

/**
 * tl_xml_is_cut: (skip)
 * @parser: a parser that complains, and that can read no more
 *
 * The parser mostly complains where something begins that it can't read to its end.
 *
 * Returns: whether nothing is left, or only the start of a tag or of a character
 */
gboolean
tl_xml_is_cut (const xmlParserCtxt *parser)
{
  const xmlParserInput *input = parser->input;
  const xmlChar *tag;

  if (!input || input->cur >= input->end || is_part_of_character (input->cur, input->end))
    return TRUE;
  tag = memrchr (input->base, '<', (gsize) (input->cur - input->base + 1));
  return tag && !memchr (tag, '>', (gsize) (input->end - tag));
}

/* What ends before any “<” is not a study that was cut, and what ends after it is whole. */
static gboolean
has_begun (const xmlError *error, const xmlParserCtxt *parser)
{
  const xmlParserInput *input = parser->input;

  if (error->code == XML_ERR_DOCUMENT_EMPTY)
    return input && memchr (input->base, '<', (gsize) (input->end - input->base));
  return error->code != XML_ERR_DOCUMENT_END;
}

/**
 * tl_xml_error_explain: (skip)
 * @error: what libxml2 says
 * @parser: who says it
 * @is_at_end: whether there is no more for the parser to read
 * @words: (out): what is wrong
 *
 * Returns: the kind of error
 */
TlStorageError
tl_xml_error_explain (const xmlError *error, const xmlParserCtxt *parser, gboolean is_at_end, char **words)
{
  const char *plain = known_words (error);
  g_autofree char *message = NULL;

  if (is_of_size (error->code))
    {
      *words = g_strdup (_ ("There is a name here that is longer than a study can have."));
      return TL_STORAGE_ERROR_UNSAFE;
    }
  if (is_at_end && tl_xml_is_cut (parser) && has_begun (error, parser))
    plain = N_ ("The file ends in the middle; the rest of it is missing.");
  if (plain)
    *words = g_strdup (_ (plain));
  else
    {
      message = g_strchomp (g_utf8_make_valid (error->message ? error->message : "", -1));
      *words = g_strdup_printf (_ ("This is not well-formed XML: %s."), message);
    }
  return TL_STORAGE_ERROR_NOT_XML;
}
