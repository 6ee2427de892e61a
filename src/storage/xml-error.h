/* xml-error.h: what libxml2 complains of, in words for a person. */
#pragma once

#include <libxml/parser.h>

#include "study-file.h"

G_BEGIN_DECLS

gboolean tl_xml_is_cut (const xmlParserCtxt *parser);
TlStorageError
tl_xml_error_explain (const xmlError *error, const xmlParserCtxt *parser, gboolean is_at_end, char **words);

G_END_DECLS
