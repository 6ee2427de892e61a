#include "xml-error.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* What people meet; for all else libxml2's own words have to do. */
static const char *
known_words (int code)
{
  switch (code)
    {
    case XML_ERR_DOCUMENT_EMPTY:
      return N_ ("This is not a study file: it does not begin with “<”.");
    case XML_ERR_INVALID_ENCODING:
    case XML_ERR_INVALID_CHAR:
      return N_ ("There is a character here that is not UTF-8, or that XML can't hold.");
    case XML_ERR_INVALID_CHARREF:
      return N_ ("There is a character here that XML can't hold.");
    case XML_ERR_TAG_NAME_MISMATCH:
      return N_ ("This closes another element than the one that is open.");
    case XML_ERR_ATTRIBUTE_REDEFINED:
      return N_ ("The same attribute stands here twice.");
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
      return N_ (
          "There is an entity (&…;) here that XML does not know; write the character itself.");
    case XML_ERR_LT_IN_ATTRIBUTE:
      return N_ ("There is a “<” in a value here; write “&lt;”.");
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
      return N_ ("There is a prefix here that stands for no namespace.");
    case XML_ERR_DOCUMENT_END:
      return N_ ("There is something after the end of the study.");
    default:
      return NULL;
    }
}

static gboolean
is_of_size (int code)
{
  return code == XML_ERR_NAME_TOO_LONG || code == XML_ERR_NO_MEMORY
         || code == XML_ERR_INTERNAL_ERROR || code == XML_ERR_ENTITY_LOOP;
}

/**
 * tl_xml_error_explain: (skip)
 * @error: what libxml2 says
 * @is_at_end: whether the parser had come to the end of the file
 * @words: (out): what is wrong
 *
 * Returns: the kind of error
 */
TlStorageError
tl_xml_error_explain (const xmlError *error, gboolean is_at_end, char **words)
{
  const char *known = known_words (error->code);
  g_autofree char *message = NULL;

  if (is_of_size (error->code))
    {
      *words = g_strdup (_ ("There is a name here that is longer than a study can have."));
      return TL_STORAGE_ERROR_UNSAFE;
    }
  if (is_at_end && error->code != XML_ERR_DOCUMENT_EMPTY && error->code != XML_ERR_DOCUMENT_END)
    known = N_ ("The file ends in the middle; the rest of it is missing.");
  if (known)
    *words = g_strdup (_ (known));
  else
    {
      message = g_strchomp (g_utf8_make_valid (error->message ? error->message : "", -1));
      *words = g_strdup_printf (_ ("This is not well-formed XML: %s."), message);
    }
  return TL_STORAGE_ERROR_NOT_XML;
}
