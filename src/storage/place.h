/* place.h: where in a file something stands. */
#pragma once

#include <glib.h>
#include <libxml/parser.h>

G_BEGIN_DECLS

/**
 * TlPlace:
 * @line: 1-based, 0 where it concerns the whole file
 * @column: 1-based, in characters, 0 where unknown
 */
typedef struct
{
  guint line;
  guint column;
} TlPlace;

TlPlace tl_place_of_tag (xmlParserCtxtPtr parser);
TlPlace tl_place_of_value (xmlParserCtxtPtr parser, const xmlChar *value);
TlPlace tl_place_of_text (xmlParserCtxtPtr parser, const xmlChar *text, int length);
TlPlace tl_place_here (xmlParserCtxtPtr parser);
TlPlace tl_place_counted (xmlParserCtxtPtr parser);

G_END_DECLS
